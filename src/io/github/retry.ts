import type { Octokit } from '@octokit/rest';
import { headerOf, messageOf, statusOf } from './failure.ts';

/**
 * Tries requests again that failed for a reason that may pass: no connection, 5xx, or a rate limit. Anything else fails
 * at once. With `request: {ambiguous: 'throw'}` so do lost connections and 5xx, after which nobody knows whether it was
 * done.
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
      try {
        return await request(parameters);
      } catch (error) {
        const wait =
          isAmbiguous(error) && parameters.request['ambiguous'] === 'throw'
            ? null
            : waitBefore(error, retryCount);
        if (wait === null || retryCount >= RETRIES || waited + wait > WAITING_BUDGET) throw error;
        waited += wait;
        await sleep(wait);
      }
    }
  });
}

function isAmbiguous(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** Milliseconds until another try makes sense; null: it never does. */
function waitBefore(error: unknown, retryCount: number): number | null {
  if (isAmbiguous(error)) return backoff(retryCount);
  const retryAfter = headerOf(error, 'retry-after');
  if (retryAfter !== undefined) return Number(retryAfter) * 1000;
  if (headerOf(error, 'x-ratelimit-remaining') === '0') return untilReset(error);
  return statusOf(error) === 429 || SECONDARY_LIMIT.test(messageOf(error)) ? UNTOLD_LIMIT : null;
}

function untilReset(error: unknown): number {
  return Math.max(0, Number(headerOf(error, 'x-ratelimit-reset')) * 1000 - Date.now());
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
