import type { Context } from 'hono';
import type { PatchStatus } from '../../stages/intake/status.ts';
import type { PatchName } from '../../stages/intake/store.ts';
import { repositoryOf } from './authenticate.ts';
import { readNumber } from './listing.ts';
import type { Looks } from './looks.ts';
import type { ApiParts, Variables } from './parts.ts';
import { readPatchId } from './patch-id.ts';
import { answerProblem, type Problem, RequestProblem } from './problem.ts';
import type { Waiters } from './waiters.ts';

/** Seconds that a client may wait for the end, and GitHub for its answer: GPT Actions give up after 45, all ways included. */
export const LONGEST_WAIT = 40;

/** As GPTs may have it in a description of this API from before; they are answered sooner. */
const LONGEST_WANTED = 45;

/** What it takes of the parts. */
type StatusParts = Pick<ApiParts, 'context' | 'follower' | 'feed' | 'draining'>;

/** `GET /api/patches/:id`: where the patch is now, or after at most `wait` seconds how it ended. */
export async function readStatus(
  context: Context<Variables>,
  parts: StatusParts,
  { waiters, looks, longestMs = LONGEST_WAIT * 1000 }: Limits,
): Promise<Response> {
  const { id: token } = context.get('token');
  const patch = { repository: repositoryOf(context), id: readPatchId(context) };
  const wanted = readNumber(context, { name: 'wait', preset: 0, from: 0, to: LONGEST_WANTED });
  const seconds = Math.min(wanted, LONGEST_WAIT);
  const leave = seconds === 0 ? () => {} : waiters.enter(token);
  try {
    const signal = AbortSignal.any([
      parts.draining,
      context.req.raw.signal,
      AbortSignal.timeout(seconds * 1000),
    ]);
    const deadline = AbortSignal.timeout(longestMs);
    looks.need(token);
    const mayLook = () => looks.take(token);
    const status = await waitForEnd(parts, patch, { signal, deadline, mayLook });
    return status === null ? answerUnknown(context, patch) : context.json(status);
  } finally {
    leave();
  }
}

type Limits = {
  readonly waiters: Waiters;
  readonly looks: Looks;
  /** Milliseconds after which there is an answer, whatever it is. */
  readonly longestMs?: number;
};

type Waiting = {
  /** Aborted when what is known is the answer. */
  readonly signal: AbortSignal;
  /** Aborted when that nothing is known is the answer. */
  readonly deadline: AbortSignal;
  readonly mayLook: () => boolean;
};

async function waitForEnd(
  parts: StatusParts,
  patch: PatchName,
  { signal, deadline, mayLook }: Waiting,
): Promise<PatchStatus | null> {
  const { follower, feed } = parts;
  let seen = feed.newest();
  let status = await inTime(follower.look(patch), deadline);
  if (status === LATE) {
    throw new RequestProblem(NOTHING_KNOWN);
  }
  while (status !== null && !status.finished && !signal.aborted) {
    seen = await waitForNews(parts, patch, { from: seen, signal });
    const now = !signal.aborted && mayLook() ? await inTime(follower.look(patch), signal) : LATE;
    status = now === LATE ? status : now;
  }
  return status;
}

const LATE = Symbol('late');

const NOTHING_KNOWN: Problem = {
  status: 503,
  code: 'github_unreachable',
  detail: 'GitHub did not say in time where this patch is; ask again a little later.',
  retryAfterSeconds: 15,
};

/** What comes later is nobody's answer; it goes on, because others may wait for the same. */
async function inTime<Known>(work: Promise<Known>, signal: AbortSignal): Promise<Known | typeof LATE> {
  const { promise: late, resolve } = Promise.withResolvers<typeof LATE>();
  const end = () => resolve(LATE);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, late]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/**
 * Until something happened to this patch, or it is time to look anyway: what becomes of the patches of others is no
 * reason to use up looks. Gives the newest event by then.
 */
async function waitForNews(
  { context: { store }, feed }: StatusParts,
  { repository, id }: PatchName,
  { from, signal }: { readonly from: number; readonly signal: AbortSignal },
): Promise<number> {
  const end = performance.now() + POLL_MS;
  for (let seen = from; ; seen = feed.newest()) {
    const left = end - performance.now();
    await feed.wait(seen, { milliseconds: Math.max(0, left), signal });
    if (left <= 0 || signal.aborted) {
      return feed.newest();
    }
    const news = await store.events.since(seen, { repositories: [repository], limit: MOST_NEWS });
    if (news.length === MOST_NEWS || news.some((event) => event.id === id)) {
      return feed.newest();
    }
  }
}

/** Milliseconds between two looks at the record, where no webhook tells of it. */
const POLL_MS = 2_000;

/** Events of one moment in one repository; among more, one of this patch may be. */
const MOST_NEWS = 100;

function answerUnknown(context: Context, { repository, id }: PatchName): Response {
  return answerProblem(context, {
    status: 404,
    code: 'unknown_patch',
    detail: `No patch with this id is kept for ${repository}: none was sent, or it was refused when it came; check the id, which is in the answer to the patch.`,
    more: { repository, id },
  });
}
