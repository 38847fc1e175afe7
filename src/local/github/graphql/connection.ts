import { refuse } from './refusal.ts';

export type Slice = {
  readonly first?: number | null;
  readonly last?: number | null;
  /** Cursors: only nodes behind the one, or before the other. */
  readonly after?: string | null;
  readonly before?: string | null;
};

/** GitHub gives no more nodes at once. */
const MOST_NODES = 100;

/** A connection over a whole list. One of `first` and `last` must be given, as GitHub insists. */
export function connection<Node>(name: string, all: readonly Node[], slice: Slice) {
  const wanted = sizeOf(name, slice);
  const from = slice.after ? readCursor(slice.after) + 1 : 0;
  const to = slice.before ? Math.min(readCursor(slice.before), all.length) : all.length;
  const forwards = typeof slice.first === 'number';
  const start = forwards ? from : Math.max(from, to - wanted);
  const end = forwards ? Math.min(to, from + wanted) : to;
  const nodes = all.slice(start, end);
  const cursors = nodes.map((_, index) => formatCursor(start + index));
  return {
    totalCount: all.length,
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursors[index] })),
    pageInfo: {
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
      hasNextPage: forwards && to > end,
      hasPreviousPage: !forwards && start > from,
    },
  };
}

function sizeOf(name: string, { first, last }: Slice): number {
  const wanted = first ?? last;
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
  return wanted;
}

/** A place in the list, in base64 as on GitHub, so that nobody is tempted to count. */
function formatCursor(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function readCursor(cursor: string): number {
  const index = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (index === undefined) {
    throw refuse('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  }
  return Number(index);
}
