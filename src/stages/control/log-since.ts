import { CONTROL_REF } from '../../record/record.ts';
import type { Ledger, ListedRef } from './ports.ts';

/**
 * The entries of the log since a time in milliseconds since 1970, newest first, and at least one that is older where there
 * is one. null: it is too much to be read.
 */
export async function readLogSince(
  ledger: Pick<Ledger, 'history'>,
  since: number,
): Promise<readonly ListedRef[] | null> {
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit);
    const oldest = log.at(-1);
    if (log.length < limit || oldest === undefined || Date.parse(oldest.committedAt) < since) {
      return log;
    }
  }
  return null;
}

/** A command waits for minutes, and the log holds a few entries a day; only where that is not so, more is read. */
const READ_ENTRIES = [100, 2_000] as const;

/** GitHub says to the second when a comment was written, a run was made, or something was committed. */
export function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}
