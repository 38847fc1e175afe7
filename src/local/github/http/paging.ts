import type { Reply } from './reply.ts';
import type { Call } from './route.ts';

const DEFAULT_PAGE = 30;
/** GitHub gives no more than this at once, whatever is asked for. */
const LARGEST_PAGE = 100;

export type Page<Item> = {
  readonly items: readonly Item[];
  readonly headers: { readonly [name: string]: string };
};

/** The part of the list that `page` and `per_page` ask for, and the `Link` header to its neighbours. */
export function pickPage<Item>(call: Pick<Call, 'query' | 'url'>, all: readonly Item[]): Page<Item> {
  const size = Math.min(LARGEST_PAGE, positive(call.query.get('per_page')) ?? DEFAULT_PAGE);
  const page = positive(call.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / size));
  const neighbours = { prev: page - 1, next: page + 1, last, first: 1 };
  const links = Object.entries(neighbours)
    .filter(
      ([name, number]) =>
        number >= 1 && number <= last && number !== page && (name !== 'last' || page < last),
    )
    .map(([name, number]) => `<${linkTo(call, number)}>; rel="${name}"`);
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

/** A list of views as the whole answer. */
export function pageReply<Item>(
  call: Pick<Call, 'query' | 'url'>,
  all: readonly Item[],
  view: (item: Item) => unknown,
): Reply {
  const { items, headers } = pickPage(call, all);
  return { status: 200, body: items.map(view), headers };
}

function positive(text: string | null): number | undefined {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : undefined;
}

function linkTo(call: Pick<Call, 'query' | 'url'>, page: number): string {
  const query = new URLSearchParams(call.query);
  query.set('page', String(page));
  return `${call.url}?${query.toString()}`;
}
