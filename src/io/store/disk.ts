import { together } from './together.ts';

/** Knows what has reached the disk. All who wait at the same time wait for the same turn of it. */
export type Disk = {
  /** Something was written that must get there. */
  wrote(): void;
  /** Resolves when all that was written until now is there; at once where it is already. */
  reached(): Promise<void>;
};

/**
 * `flush` brings to the disk what was written before its call. Where it fails, the system may forget what it could not
 * write and call the next flush a success: so what it held is written once more by `rewrite` before anything counts.
 */
export function createDisk(flush: () => Promise<void>, rewrite: () => Promise<void>): Disk {
  let written = 0;
  let safe = 0;
  let doubtful = false;
  const turn = together<null, true>(async (waiting) => {
    const upTo = written;
    if (doubtful) {
      await rewrite();
    }
    doubtful = true;
    await flush();
    doubtful = false;
    safe = upTo;
    return waiting.map(() => true);
  }, Number.POSITIVE_INFINITY);
  return {
    wrote: () => {
      written += 1;
    },
    reached: async () => {
      if (safe < written) {
        await turn(null);
      }
    },
  };
}

/** What lies in memory only. */
export const NO_DISK: Disk = { wrote: () => {}, reached: async () => {} };
