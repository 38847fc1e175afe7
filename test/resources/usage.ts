import { readdirSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What this process holds after everything that can be given back was. */
export type Usage = { readonly heapBytes: number; readonly files: number; readonly handles: number };

export async function measureUsage(): Promise<Usage> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let round = 0; round < ROUNDS; round += 1) {
    await turn();
    if (typeof collect === 'function') {
      collect();
    }
  }
  return {
    heapBytes: process.memoryUsage().heapUsed,
    files: readdirSync('/proc/self/fd').length,
    handles: process.getActiveResourcesInfo().length,
  };
}

/** What one collection frees may hold what the next one does. */
const ROUNDS = 4;

/** Bytes by which two measurements of the same differ. */
export const NOISE_BYTES = 1_500_000;

/** Handles and files that others of this process come and go with; what leaks does so with every patch. */
export const NOISE_HANDLES = 10;
