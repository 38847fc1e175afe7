/**
 * Work of which each owner has one piece done at a time, and all together a few: one owner's after another's, so that
 * nobody waits for all of somebody else's.
 */
export type Rounds = {
  /**
   * null: so much of this owner's waits already that no more is taken. Rejects where the work does, and where `signal`
   * was aborted before its turn.
   */
  take<Result>(owner: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> | null;
};

export function createRounds(limits: { readonly atOnce: number; readonly mostWaiting: number }): Rounds {
  const waiting = new Map<string, readonly (() => Promise<void>)[]>();
  const busy = new Set<string>();
  const goOn = () => {
    for (const [owner, [first, ...others]] of waiting) {
      if (busy.size >= limits.atOnce) return;
      if (busy.has(owner) || first === undefined) continue;
      // Whose turn it was stands last now, behind all who came in the meantime.
      waiting.delete(owner);
      if (others.length > 0) waiting.set(owner, others);
      void finish(owner, first);
    }
  };
  const finish = async (owner: string, work: () => Promise<void>) => {
    busy.add(owner);
    await work();
    busy.delete(owner);
    goOn();
  };
  return {
    take: <Result>(owner: string, work: () => Promise<Result>, signal?: AbortSignal) => {
      const own = waiting.get(owner) ?? [];
      if (own.length >= limits.mostWaiting) {
        return null;
      }
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const begin = async () => {
        signal?.throwIfAborted();
        return work();
      };
      waiting.set(owner, [...own, () => begin().then(resolve, reject)]);
      goOn();
      return promise;
    },
  };
}
