import { RequestProblem } from './problem.ts';

/** Something of which there is only so much, and of which one may not have everything. */
export type Shares = {
  /** Gives the function that gives it back; throws a problem where too much is taken already. */
  take(owner: string, amount: number): () => void;
};

/** `detail` is what whoever gets none is told; it ends with what to do. */
export function createShares(limits: {
  readonly ofOne: number;
  readonly ofAll: number;
  readonly detail: string;
}): Shares {
  const { ofOne, ofAll, detail } = limits;
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(owner, amount) {
      const own = taken.get(owner) ?? 0;
      if (own + amount > ofOne || all + amount > ofAll) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail,
          retryAfterSeconds: RETRY_SECONDS,
        });
      }
      taken.set(owner, own + amount);
      all += amount;
      let left = false;
      return () => {
        if (!left) {
          left = true;
          all -= amount;
          const rest = (taken.get(owner) ?? amount) - amount;
          if (rest > 0) {
            taken.set(owner, rest);
          } else {
            taken.delete(owner);
          }
        }
      };
    },
  };
}

const RETRY_SECONDS = 5;
