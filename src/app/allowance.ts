/** Something of which each owner has so much saved up, and gets one more every so often. */
export type Allowance = {
  /** False where the owner has used up all of it, and has to wait for the next one. */
  take(owner: string): boolean;
  /** Whether it would be taken now. */
  has(owner: string): boolean;
};

/** `everyMs` is in milliseconds, as is what `now` gives, which never goes back. */
export function createAllowance(given: {
  readonly atOnce: number;
  readonly everyMs: number;
  readonly now: () => number;
}): Allowance {
  const { atOnce, everyMs, now } = given;
  /** When each owner has all of it again. */
  const full = new Map<string, number>();
  const isLeft = (before: number, at: number) => before - at <= (atOnce - 1) * everyMs;
  return {
    has: (owner) => {
      const at = now();
      return isLeft(full.get(owner) ?? at, at);
    },
    take: (owner) => {
      const at = now();
      const before = Math.max(at, full.get(owner) ?? at);
      const taken = isLeft(before, at);
      full.delete(owner);
      full.set(owner, taken ? before + everyMs : before);
      // Whoever has not taken any for long, and has all of it again, need not be remembered.
      for (const [rested, until] of full) {
        if (until > at) {
          break;
        }
        full.delete(rested);
      }
      return taken;
    },
  };
}
