import { readControl } from '../../control/control.ts';
import { readLogSince } from '../control/log-since.ts';
import type { Ledger, ListedRef } from '../control/ports.ts';

/**
 * When patches onto a branch were stopped for the last time since then, ISO 8601, as the log of commands says; `now`
 * where they are. null: they were not, as far as the log is read.
 */
export async function readLastStop(
  ledger: Pick<Ledger, 'history'>,
  { branch, since, now }: { readonly branch: string; readonly since: string; readonly now: Date },
): Promise<string | null> {
  const log = (await readLogSince(ledger, Date.parse(since))) ?? [];
  return lastStopIn(log, { branch, now });
}

/** The same of entries of the log, newest first. Each holds until the next one was made, and none of its stops for longer. */
export function lastStopIn(
  log: readonly Pick<ListedRef, 'message' | 'committedAt'>[],
  { branch, now }: { readonly branch: string; readonly now: Date },
): string | null {
  let end = now;
  for (const { message, committedAt } of log) {
    const stopped = lastStopOf(message, { branch, from: new Date(committedAt), to: end });
    if (stopped !== null) {
      return stopped.toISOString();
    }
    end = new Date(committedAt);
  }
  return null;
}

/** One stop may end by itself while a laxer one goes on, so that each end is looked behind. */
function lastStopOf(
  message: string,
  { branch, from, to }: { readonly branch: string; readonly from: Date; readonly to: Date },
): Date | null {
  let last: Date | null = null;
  let at = from;
  for (;;) {
    const control = readControl(message, at, { branch });
    if (control.state === 'running') {
      return last;
    }
    const until = control.until === undefined ? to : new Date(control.until);
    if (until >= to) {
      return to;
    }
    last = until;
    at = until;
  }
}
