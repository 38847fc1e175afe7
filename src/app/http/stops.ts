import { createAllowance } from '../allowance.ts';
import { RequestProblem } from './problem.ts';

/**
 * How often each token may stop something or take it away. It is apart from what the token may send, because what runs
 * away uses that up first, and has to be stopped then most of all.
 */
export type Stops = {
  /** Throws a problem where the token has used up its stops, and has to wait for the next one. */
  spend(token: string): void;
};

/** `now` is in milliseconds, of a clock that nobody puts back: else whoever stopped before would wait until then. */
export function createStops(now: () => number): Stops {
  const allowance = createAllowance({ atOnce: AT_ONCE, everyMs: EVERY_MS, now });
  return {
    spend: (token) => {
      if (!allowance.take(token)) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail: `This token has stopped things more often than a person can; send it again after ${EVERY_MS / 1000} seconds.`,
          retryAfterSeconds: EVERY_MS / 1000,
        });
      }
    },
  };
}

/** Stops that a token has saved up when it rests: more than the patches that it could have on their way by the minute. */
const AT_ONCE = 60;

/** Milliseconds in which it gets another one. */
const EVERY_MS = 1_000;
