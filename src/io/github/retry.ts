import type { Octokit } from '@octokit/rest';
import { graphqlFailures, headerOf, messageOf, statusOf } from './failure.ts';
import { readable } from './readable.ts';

/**
 * Tries requests again that failed for a reason that may pass: no connection, 5xx, an answer that can not be read, or
 * a rate limit, which GraphQL may tell of in an answer of 200. Anything else fails at once. With
 * `request: {ambiguous: 'throw'}` so do all but the limits, because nobody knows then whether it was done.
 *
 * Octokit's own plugins don't fit: retry waits 1, 4 and 9 s without jitter, and throttling sends writes one by one, a
 * second apart, where a transaction wants its trees and commits side by side.
 */
export function retryRequests(
  octokit: Octokit,
  options: { readonly sleep?: (milliseconds: number) => Promise<void> },
): void {
  const { sleep = delay } = options;
  let waited = 0;
  octokit.hook.wrap('request', async (request, parameters) => {
    for (let retryCount = 0; ; retryCount += 1) {
      // The count stands where whoever counts requests looks for it.
      parameters.request = {
        ...parameters.request,
        retryCount,
        signal: AbortSignal.timeout(REQUEST_DEADLINE),
      };
      const outcome = await settle(async () => readable(await request(parameters)));
      const wait =
        isAmbiguous(outcome) && parameters.request['ambiguous'] === 'throw'
          ? null
          : waitAfter(outcome, retryCount);
      if (wait === null || retryCount >= RETRIES || waited + wait > WAITING_BUDGET) return finish(outcome);
      waited += wait;
      await sleep(wait);
    }
  });
}

/** What became of a request: `response` where GitHub gave one that Octokit takes for a success, else what Octokit threw. */
type Outcome<Response> = { readonly response: Response } | { readonly thrown: unknown };

async function settle<Response>(request: () => Promise<Response>): Promise<Outcome<Response>> {
  try {
    return { response: await request() };
  } catch (thrown) {
    return { thrown };
  }
}

function finish<Response>(outcome: Outcome<Response>): Response {
  if ('thrown' in outcome) throw outcome.thrown;
  return outcome.response;
}

function isAmbiguous(outcome: Outcome<unknown>): boolean {
  if ('response' in outcome) return false;
  const status = statusOf(outcome.thrown);
  return status === null || status >= 500;
}

/** Milliseconds until another try makes sense; null: it never does, or there is no need of one. */
function waitAfter(outcome: Outcome<{ readonly data: unknown }>, retryCount: number): number | null {
  if (isAmbiguous(outcome)) return backoff(retryCount);
  if ('response' in outcome) {
    return isLimitedGraphql(outcome.response.data) ? (toldLimit(outcome) ?? UNTOLD_LIMIT) : null;
  }
  const { thrown } = outcome;
  const limited = statusOf(thrown) === 429 || SECONDARY_LIMIT.test(messageOf(thrown));
  return toldLimit(thrown) ?? (limited ? UNTOLD_LIMIT : null);
}

function isLimitedGraphql(answer: unknown): boolean {
  return graphqlFailures(answer).some(
    ({ type, message }) => type === 'RATE_LIMITED' || SECONDARY_LIMIT.test(message),
  );
}

/** Milliseconds that the headers of the answer say to wait; null: they don't, or not so that it can be read. */
function toldLimit(failure: unknown): number | null {
  const retryAfter = headerOf(failure, 'retry-after');
  const told = retryAfter === undefined ? untilReset(failure) : parseRetryAfter(retryAfter);
  return Number.isFinite(told) ? Math.max(0, told) : null;
}

/** Proxies in front of GitHub may give a date where GitHub gives seconds. */
function parseRetryAfter(value: string): number {
  return /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
}

function untilReset(failure: unknown): number {
  if (headerOf(failure, 'x-ratelimit-remaining') !== '0') return Number.NaN;
  return Number(headerOf(failure, 'x-ratelimit-reset')) * 1000 - Date.now();
}

/** Milliseconds to wait before retry number `retryCount + 1`. Jitter keeps jobs that failed together from coming back together. */
export function backoff(retryCount: number): number {
  return FIRST_WAIT * 3 ** retryCount * (0.5 + Math.random() / 2);
}

export async function delay(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Tries after the first. */
const RETRIES = 2;

/** Milliseconds before the first retry; each further one waits three times as long. */
const FIRST_WAIT = 500;

/** Milliseconds that one client waits in all before it gives up: a stage rather fails with a reason than with its job's timeout. */
const WAITING_BUDGET = 90_000;

/** Milliseconds after which a request counts as lost. GitHub itself gives up on most after ten seconds. */
const REQUEST_DEADLINE = 30_000;

/** Milliseconds to wait out a limit that does not say how long it lasts, as GitHub's documentation asks. */
const UNTOLD_LIMIT = 60_000;

const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;
