/** Lets one after the other have what has a name, in the order in which they came. */
export type Turns = {
  /**
   * Does what finds out the name, one after the other in the order of the calls: however long that takes, whoever came
   * first is first in the turns of its name. null: it has no turn.
   */
  come<Found extends { readonly name: string | null }>(
    find: () => Promise<Found>,
  ): Promise<{ readonly found: Found; readonly turn: Promise<Turn> }>;
};

export type Turn = {
  /** One before it left without having come to its end: it must not overtake it. */
  readonly behind: boolean;
  /** `left`: nobody of this name may go on before it has. */
  end(how: { readonly left: boolean }): void;
};

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  const left = new Set<string>();
  let finding: Promise<unknown> = Promise.resolve();
  const take = async (name: string): Promise<Turn> => {
    const before = last.get(name);
    const { promise, resolve } = Promise.withResolvers<void>();
    last.set(name, promise);
    await before;
    return {
      behind: left.has(name),
      end(how) {
        if (how.left) {
          left.add(name);
        }
        if (last.get(name) === promise) {
          last.delete(name);
        }
        resolve();
      },
    };
  };
  return {
    come(find) {
      const come = finding.then(async () => {
        const found = await find();
        return { found, turn: found.name === null ? NONE : take(found.name) };
      });
      finding = come.catch(() => undefined);
      return come;
    },
  };
}

const NONE: Promise<Turn> = Promise.resolve({ behind: false, end() {} });
