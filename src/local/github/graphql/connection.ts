import { refuse } from './refusal.ts';

export type Slice = { readonly first?: number | null; readonly last?: number | null };

/** GitHub gives no more nodes at once. */
const MOST_NODES = 100;

/** A connection over a whole list. One of `first` and `last` must be given, as GitHub insists. */
export function connection<Node>(name: string, all: readonly Node[], slice: Slice) {
  const wanted = slice.first ?? slice.last;
  if (wanted === null || wanted === undefined) {
    throw refuse(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (wanted < 0 || wanted > MOST_NODES) {
    throw refuse(
      'UNPROCESSABLE',
      `\`first\` and \`last\` on the \`${name}\` connection must be from 0 to ${MOST_NODES}.`,
    );
  }
  const nodes =
    typeof slice.first === 'number' ? all.slice(0, wanted) : all.slice(Math.max(0, all.length - wanted));
  return {
    totalCount: all.length,
    nodes,
    edges: nodes.map((node) => ({ node })),
    pageInfo: {
      hasNextPage: typeof slice.first === 'number' && all.length > wanted,
      hasPreviousPage: typeof slice.first !== 'number' && all.length > wanted,
    },
  };
}
