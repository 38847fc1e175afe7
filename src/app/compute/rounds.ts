/** Work that is done one piece at a time, one owner's after another's, so that nobody waits for all of somebody else's. */
export type Rounds = {
  /** null: so much of this owner's waits already that no more is taken. Rejects where the work does. */
  take<Result>(owner: string, work: () => Promise<Result>): Promise<Result> | null;
};

export function createRounds(mostWaiting: number): Rounds {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let isBusy = false;
  const goOn = async () => {
    isBusy = true;
    for (const [owner, [first, ...others]] of waiting) {
      // Whose turn it was stands last now, behind all who came in the meantime.
      waiting.delete(owner);
      if (others.length > 0) {
        waiting.set(owner, others);
      }
      await first?.();
    }
    isBusy = false;
  };
  return {
    take: <Result>(owner: string, work: () => Promise<Result>) => {
      const own = waiting.get(owner) ?? [];
      if (own.length >= mostWaiting) {
        return null;
      }
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      waiting.set(owner, [...own, () => work().then(resolve, reject)]);
      if (!isBusy) {
        void goOn();
      }
      return promise;
    },
  };
}
