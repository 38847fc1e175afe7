import { RequestProblem } from './problem.ts';

/** How many requests of each token, and of all, stay open at once. */
export type Waiters = {
  /** Gives the function that leaves again; throws a problem where there are too many already. */
  enter(token: string): () => void;
};

export function createWaiters(): Waiters {
  const open = new Map<string, number>();
  let all = 0;
  return {
    enter(token) {
      const own = open.get(token) ?? 0;
      if (own >= MAX_OF_ONE || all >= MAX_OF_ALL) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail: 'Too many requests wait already; end some of them, or ask again a little later.',
          retryAfterSeconds: RETRY_SECONDS,
        });
      }
      open.set(token, own + 1);
      all += 1;
      let left = false;
      return () => {
        if (!left) {
          left = true;
          all -= 1;
          const rest = (open.get(token) ?? 1) - 1;
          if (rest > 0) {
            open.set(token, rest);
          } else {
            open.delete(token);
          }
        }
      };
    },
  };
}

/** Open requests of one token. */
const MAX_OF_ONE = 50;

/** Open requests in all; each holds a connection. */
const MAX_OF_ALL = 1_000;

const RETRY_SECONDS = 5;
