import { createAllowance } from '../allowance.ts';
import { RequestProblem } from '../http/problem.ts';

/** How often each person may have GitHub asked about one patch: everybody with an account on GitHub can sign in. */
export type Views = {
  /** Throws a problem where the person has had all of theirs, and has to wait for the next one. */
  need(login: string): void;
};

/** `now` is in milliseconds, of a clock that is never put back. */
export function createViews(now: () => number): Views {
  const allowance = createAllowance({ atOnce: AT_ONCE, everyMs: EVERY_MS, now });
  return {
    need: (login) => {
      if (!allowance.take(login)) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail: `You look at patches more often than GitHub can be asked about them; look again after ${EVERY_MS / 1000} seconds.`,
          retryAfterSeconds: EVERY_MS / 1000,
        });
      }
    },
  };
}

/** Pages of patches that a person has saved up, each of which is a few requests to GitHub. */
const AT_ONCE = 100;

/** Milliseconds in which they get another one. */
const EVERY_MS = 10_000;
