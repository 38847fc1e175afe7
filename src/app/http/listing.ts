import type { Context } from 'hono';
import type { DeliveryFilter, ListedDelivery } from '../../stages/intake/store.ts';
import { createAnswerRoom } from './answer-length.ts';
import { repositoriesOf } from './authenticate.ts';
import type { ApiParts, Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';
import { statusUrl } from './status-url.ts';

export const DELIVERY_FILTERS = ['open', 'done', 'failed'] as const satisfies readonly DeliveryFilter[];

/** Deliveries per page: unless told, and at most. */
export const DEFAULT_PAGE = 30;
export const LARGEST_PAGE = 100;

/** `GET /api/patches`: what came through this server, newest first, as the index knows it. */
export async function listPatches(context: Context<Variables>, parts: ListParts): Promise<Response> {
  const limit = readNumber(context, { name: 'limit', preset: DEFAULT_PAGE, from: 1, to: LARGEST_PAGE });
  const before = readNumber(context, {
    name: 'before',
    preset: Number.MAX_SAFE_INTEGER,
    from: 1,
    to: Number.MAX_SAFE_INTEGER,
  });
  const state = readFilter(context);
  const deliveries = await parts.context.store.deliveries.list({
    repositories: repositoriesOf(context),
    before,
    limit,
    ...(state === undefined ? {} : { state }),
  });
  const room = createAnswerRoom({ next: String(Number.MAX_SAFE_INTEGER) });
  const patches = deliveries.map((delivery) => summarize(delivery, parts.publicUrl));
  const shown = room.fit('patches', patches);
  const last = deliveries[shown.length - 1];
  const isLastPage = deliveries.length < limit && shown.length === deliveries.length;
  return context.json({
    patches: shown,
    ...(last === undefined || isLastPage ? {} : { next: String(last.seq) }),
  });
}

/** What it takes of the parts. */
type ListParts = Pick<ApiParts, 'publicUrl'> & { readonly context: Pick<ApiParts['context'], 'store'> };

/** A whole number of the query. */
export function readNumber(
  context: Context,
  wanted: { readonly name: string; readonly preset: number; readonly from: number; readonly to: number },
): number {
  const { name, preset, from, to } = wanted;
  const text = context.req.query(name);
  const value = text === undefined ? preset : /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to)) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: `${name} must be a whole number from ${from} to ${to}; send such a one, or leave it out.`,
    });
  }
  return value;
}

function readFilter(context: Context): DeliveryFilter | undefined {
  const text = context.req.query('state');
  const filter = DELIVERY_FILTERS.find((known) => known === text);
  if (text !== undefined && filter === undefined) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: `state must be one of ${DELIVERY_FILTERS.join(', ')}; send one of them, or leave it out.`,
    });
  }
  return filter;
}

function summarize(delivery: ListedDelivery, publicUrl: string) {
  const { id, repository, digest, title, sender, state, record, receivedAt, overtaken } = delivery;
  return {
    id,
    repository,
    digest,
    title,
    sender,
    stage: record?.state ?? state,
    ...(record?.outcome === undefined ? {} : { outcome: record.outcome }),
    ...(overtaken === undefined ? {} : { overtaken }),
    receivedAt,
    statusUrl: statusUrl(publicUrl, delivery),
  };
}
