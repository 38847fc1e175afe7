import { setTimeout as delay } from 'node:timers/promises';

/** Work that nobody waits for but the end of the server. What it throws is told to `onError`, and never rejects here. */
export type UnderWay = {
  /** Aborted when the end begins. */
  readonly stopped: AbortSignal;
  /** Follows work that changes something: the end waits for it. */
  change(work: Promise<unknown>): Promise<unknown>;
  /** Follows work that only reads, so that nothing is lost with it: the end does not wait for GitHub because of it. */
  look(work: Promise<unknown>): Promise<unknown>;
  /** Begins `work` each time so many milliseconds are over, unless it is still at it; `follow` is one of those above. */
  every(milliseconds: number, work: () => Promise<unknown>, follow: 'change' | 'look'): void;
  /** Begins nothing more, and waits for what has begun. */
  stop(): Promise<void>;
};

export function createUnderWay(onError: (error: unknown) => void): UnderWay {
  const stopped = new AbortController();
  const changing = new Set<Promise<unknown>>();
  const looking = new Set<Promise<unknown>>();
  const timers: NodeJS.Timeout[] = [];
  const change = (work: Promise<unknown>) => follow(changing, work.catch(onError));
  const look = (work: Promise<unknown>) =>
    follow(
      looking,
      work.catch((error: unknown) => (stopped.signal.aborted ? undefined : onError(error))),
    );
  return {
    stopped: stopped.signal,
    change,
    look,
    every: (milliseconds, work, kind) => {
      const begin = kind === 'change' ? change : look;
      let busy = false;
      const turn = () => {
        if (!busy && !stopped.signal.aborted) {
          busy = true;
          void begin(work()).finally(() => {
            busy = false;
          });
        }
      };
      timers.push(setInterval(turn, milliseconds));
    },
    stop: async () => {
      stopped.abort();
      timers.forEach((timer) => clearInterval(timer));
      while (changing.size > 0) {
        await Promise.all(changing);
      }
      await Promise.race([Promise.all(looking), delay(LOOKING_MS, undefined, { ref: false })]);
    },
  };
}

/** Milliseconds that the end waits for what only looks. */
const LOOKING_MS = 1_000;

function follow(all: Set<Promise<unknown>>, work: Promise<unknown>): Promise<unknown> {
  const watched = work.finally(() => all.delete(watched));
  all.add(watched);
  return watched;
}
