/**
 * Work of which each owner gets one piece done after the other, and altogether only in a share of the time: whoever
 * makes it long waits for it, and nobody else does.
 */
export type Ration = {
  /** null: the owner has had the share for now. Rejects where the work does. */
  give<Result>(owner: string, work: () => Promise<Result>): Promise<Result | null>;
};

/** `now` gives milliseconds, and never goes back. */
export function createRation(now: () => number): Ration {
  /** When each owner has rested from all that was done for them. */
  const rested = new Map<string, number>();
  const last = new Map<string, Promise<unknown>>();
  const doInTurn = async <Result>(owner: string, work: () => Promise<Result>): Promise<Result | null> => {
    const begun = now();
    if ((rested.get(owner) ?? 0) - begun > MOST_REST_MS) {
      return null;
    }
    try {
      return await work();
    } finally {
      const ended = now();
      const rest = (ended - begun) * REST;
      rested.set(owner, Math.max(ended, rested.get(owner) ?? 0) + rest);
    }
  };
  return {
    give: (owner, work) => {
      const turn = (last.get(owner) ?? Promise.resolve()).then(() => doInTurn(owner, work));
      // What is kept of it is that it has ended, and not what came of it.
      last.set(
        owner,
        turn.then(
          () => undefined,
          () => undefined,
        ),
      );
      return turn;
    },
  };
}

/** Milliseconds of rest for each one of work: a twentieth of the time is spent on one owner at most. */
const REST = 19;

/** Milliseconds of rest that may be left to do later: five seconds of work are done at once. */
const MOST_REST_MS = 5000 * REST;
