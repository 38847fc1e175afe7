import { RequestProblem } from './problem.ts';

/** Something of which there is only so much, and of which one may not have everything. */
export type Shares = {
  /** Gives the function that gives it back; throws a problem where too much is taken already. */
  take(owner: string, amount: number): () => void;
  /** Whether an owner may have as much more, as far as others leave it. */
  isWithinOwn(owner: string, amount: number): boolean;
  /** What nobody has. */
  free(): number;
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
  const isWithinOwn = (owner: string, amount: number) => (taken.get(owner) ?? 0) + amount <= ofOne;
  return {
    isWithinOwn,
    free: () => ofAll - all,
    take(owner, amount) {
      if (!isWithinOwn(owner, amount) || all + amount > ofAll) {
        throw new RequestProblem({
          status: 429,
          code: 'too_many',
          detail,
          retryAfterSeconds: RETRY_SECONDS,
        });
      }
      taken.set(owner, (taken.get(owner) ?? 0) + amount);
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
