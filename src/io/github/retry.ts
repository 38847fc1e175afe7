import type { Octokit } from '@octokit/rest';
import { graphqlFailures, statusOf } from './failure.ts';
import { closedUntil, createGate, type Gate, limitOfAnswer, limitOfRefusal, RateLimited } from './limits.ts';
import { noteLostTry } from './lost-tries.ts';
import { readable } from './readable.ts';

export type Patience = {
  /** Milliseconds that one wait may take, where somebody waits for the answer; as long as a stage may, where absent. */
  readonly longestWait?: number;
  /** Milliseconds to wait; replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Shared by all clients of one account; one of its own where absent. */
  readonly gate?: Gate;
  /** Milliseconds since 1970; replaced in tests. */
  readonly now?: () => number;
  /** From 0 to 1; replaced in tests. */
  readonly chance?: () => number;
};

/**
 * Tries requests again that failed for a reason that may pass: no connection, 5xx, an answer that can not be read, or
 * a rate limit, which GraphQL may tell of in an answer of 200. Anything else fails at once. With
 * `request: {ambiguous: 'throw'}` so do all but the limits, because nobody knows then whether it was done.
 *
 * After a limit nothing is sent before it ends: requests that come meanwhile wait too, or fail with RateLimited where
 * that takes longer than there is patience for.
 *
 * Octokit's own plugins don't fit: retry waits 1, 4 and 9 s without jitter, and throttling sends writes one by one, a
 * second apart, where a transaction wants its trees and commits side by side.
 */
export function retryRequests(octokit: Octokit, options: Patience): void {
  const { gate = createGate(), now = Date.now, chance = Math.random } = options;
  const wait = createBudget({ ...options, now });
  octokit.hook.wrap('request', async (request, parameters) => {
    let waitedFor = 0;
    for (let retryCount = 0, failures = 0; ; retryCount += 1) {
      const opensAt = closedUntil(gate, now());
      // Another request may have been refused while this one waited.
      if (opensAt > waitedFor) {
        if (!(await wait(spread(opensAt - now(), chance))))
          throw new RateLimited(new Date(opensAt), { unclear: failures > 0 });
        waitedFor = opensAt;
      }
      // The count stands where whoever counts requests looks for it.
      parameters.request = {
        ...parameters.request,
        retryCount,
        signal: AbortSignal.timeout(REQUEST_DEADLINE),
      };
      const outcome = await settle(async () => readable(await request(parameters)));
      const told = limitOf(outcome, now());
      if (told !== null) {
        const limit = Math.max(told, leastWait(retryCount));
        gate.opensAt = now() + limit;
        if (retryCount >= LIMITED_TRIES || !(await wait(spread(limit, chance))))
          throw new RateLimited(new Date(gate.opensAt), { cause: refusalIn(outcome), unclear: failures > 0 });
        waitedFor = gate.opensAt;
        continue;
      }
      const mayPass = isAmbiguous(outcome) && parameters.request['ambiguous'] !== 'throw';
      if (!mayPass || failures >= RETRIES || !(await wait(backoff(failures, chance)))) {
        // What was only read has changed nothing, whatever became of it.
        return finish(outcome, { mayBeDone: failures > 0 && parameters.method !== 'GET' });
      }
      failures += 1;
    }
  });
}

/** Gives a wait that is false, and none, where the client would have waited for too long in all. Side by side counts once. */
function createBudget({
  now,
  sleep = delay,
  longestWait = WAITING_BUDGET,
}: Patience & { readonly now: () => number }): (milliseconds: number) => Promise<boolean> {
  let waited = 0;
  let restingUntil = 0;
  return async (milliseconds) => {
    const end = now() + milliseconds;
    const more = Math.max(0, end - Math.max(now(), restingUntil));
    if (milliseconds > longestWait || waited + more > WAITING_BUDGET) return false;
    waited += more;
    restingUntil = Math.max(restingUntil, end);
    await sleep(milliseconds);
    return true;
  };
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

/** `mayBeDone`: by a try before this one, that had no proper answer. */
function finish<Response>(
  outcome: Outcome<Response>,
  { mayBeDone }: { readonly mayBeDone: boolean },
): Response {
  if ('response' in outcome) return outcome.response;
  if (mayBeDone) noteLostTry(outcome.thrown);
  throw outcome.thrown;
}

/** What GitHub said; GraphQL says it among the data of an answer. */
function refusalIn(outcome: Outcome<{ readonly data: unknown }>): unknown {
  if ('thrown' in outcome) return outcome.thrown;
  return new Error(
    graphqlFailures(outcome.response.data)
      .map(({ message }) => message)
      .join('; '),
  );
}

function isAmbiguous(outcome: Outcome<unknown>): boolean {
  if ('response' in outcome) return false;
  const status = statusOf(outcome.thrown);
  return status === null || status >= 500;
}

function limitOf(outcome: Outcome<{ readonly data: unknown }>, now: number): number | null {
  return 'response' in outcome ? limitOfAnswer(outcome.response, now) : limitOfRefusal(outcome.thrown, now);
}

/** A time that has passed may be the fault of a clock, so that it is believed once; then there is more and more to wait. */
function leastWait(refusals: number): number {
  return refusals === 0 ? 0 : Math.min(FIRST_LEAST_WAIT * 2 ** (refusals - 1), LONGEST_LEAST_WAIT);
}

/** Milliseconds between the first two tries of which the first was told no time to wait, and between later ones. */
const FIRST_LEAST_WAIT = 1_000;
const LONGEST_LEAST_WAIT = 16_000;

/** Jobs that were refused together are told the same time, and must not all come back in the same moment. */
function spread(milliseconds: number, chance: () => number): number {
  return Math.ceil(milliseconds + Math.min(milliseconds * SPREAD_SHARE, LONGEST_SPREAD) * chance());
}

/** Of the time that GitHub asks to wait. */
const SPREAD_SHARE = 0.2;

/** Milliseconds; more would let an hour's allowance lie idle at its beginning. */
const LONGEST_SPREAD = 30_000;

/** Milliseconds to wait before retry number `retryCount + 1`. Jitter keeps jobs that failed together from coming back together. */
export function backoff(retryCount: number, chance: () => number = Math.random): number {
  return FIRST_WAIT * 3 ** retryCount * (0.5 + chance() / 2);
}

export async function delay(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Tries after the first, of what failed. */
const RETRIES = 2;

/** Tries after the first in all, of what was refused for a limit; patience usually ends before. */
const LIMITED_TRIES = 10;

/** Milliseconds before the first retry; each further one waits three times as long. */
const FIRST_WAIT = 500;

/**
 * Milliseconds that one client waits in all before it gives up: a stage rather fails with a reason than with its job's
 * ten minutes. Long enough for several of the minutes that GitHub's secondary limits last; an hour of the primary one
 * is no time for a runner to wait, and is left to the watch.
 */
const WAITING_BUDGET = 240_000;

/** Milliseconds after which a request counts as lost. GitHub itself gives up on most after ten seconds. */
const REQUEST_DEADLINE = 30_000;
