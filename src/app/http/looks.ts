import { createAllowance } from '../allowance.ts';
import { RequestProblem } from './problem.ts';

/** How often each token may have GitHub asked where a patch is; all patches of an account share GitHub's limit. */
export type Looks = {
  /** False where the token has had all of its looks, and has to wait for the next one. */
  take(token: string): boolean;
  /** Throws a problem there. */
  need(token: string): void;
};

/** `now` is in milliseconds, of a clock that nobody puts back: else whoever asked before would wait until then. */
export function createLooks(now: () => number): Looks {
  const allowance = createAllowance({ atOnce: AT_ONCE, everyMs: EVERY_MS, now });
  const take = (token: string) => allowance.take(token);
  return {
    take,
    need: (token) => {
      if (!take(token)) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail: `This token asks for the status of patches more often than GitHub can be asked; ask again after ${EVERY_MS / 1000} seconds, and use ?wait= or /api/events.`,
          retryAfterSeconds: EVERY_MS / 1000,
        });
      }
    },
  };
}

/** Looks that a token has saved up when it rests. */
const AT_ONCE = 600;

/** Milliseconds in which it gets another one: a third of what GitHub allows an account within an hour. */
const EVERY_MS = 2_000;
