/** Lets one after the other have what has a name, in the order in which they came. */
export type Turns = {
  /** Waits until all who came before have ended theirs. */
  take(name: string): Promise<{ end(): void }>;
};

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    async take(name) {
      const before = last.get(name);
      const { promise, resolve } = Promise.withResolvers<void>();
      last.set(name, promise);
      await before;
      return {
        end() {
          if (last.get(name) === promise) {
            last.delete(name);
          }
          resolve();
        },
      };
    },
  };
}
