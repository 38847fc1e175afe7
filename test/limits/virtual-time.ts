import { setImmediate as turn } from 'node:timers/promises';

/** A clock that stands still while anything is being done, and then jumps to the moment for which somebody waits. */
export type VirtualTime = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Resolves with the work's own end; nobody may wait for anything but this clock. */
  run<Result>(work: Promise<Result>): Promise<Result>;
  /** Seconds since the clock was made. */
  readonly seconds: () => number;
};

export function createVirtualTime(start = Date.UTC(2026, 0, 1, 12)): VirtualTime {
  let now = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    seconds: () => (now - start) / 1000,
    sleep: async (milliseconds) => {
      await new Promise<void>((wake) => {
        const at = now + milliseconds;
        const place = sleepers.findIndex((other) => other.at > at);
        sleepers.splice(place === -1 ? sleepers.length : place, 0, { at, wake });
      });
    },
    run: async (work) => {
      const progress = { over: false };
      const end = () => {
        progress.over = true;
      };
      work.then(end, end);
      for (;;) {
        for (let turns = 0; turns < QUIET_TURNS && !progress.over; turns += 1) {
          await turn();
        }
        if (progress.over) {
          return await work;
        }
        const next = sleepers.shift();
        if (next !== undefined) {
          now = Math.max(now, next.at);
          next.wake();
        }
      }
    },
  };
}

/** Turns of the event loop in which whatever does not wait has come to its next wait. */
const QUIET_TURNS = 4;
