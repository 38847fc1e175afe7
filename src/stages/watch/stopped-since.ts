import { type Act, type ControlEntry, parseControl } from '../../control/control.ts';
import { activeSwitches, type Switch, sameScope } from '../../control/switches.ts';
import { wholeSecond } from '../control/log-since.ts';
import type { ListedRef } from '../control/ports.ts';
import type { SilentRun } from './silent-run.ts';

/** Entries of the log of commands since a run was made, or earlier, newest first; null: they are too many to be read. */
export type LogKnown = readonly Pick<ListedRef, 'message' | 'committedAt'>[] | null;

/**
 * Whether people stopped for good what was under way when a run had been made: a lock has stood since then, such as that
 * of "kill all", and does so no more, or its patch was ended by its id. That has ended this one too, though no record can
 * say so. What stands still is asked when it is applied. Where nobody can tell, it was stopped.
 */
export function wasStoppedSince(log: LogKnown, { id, run }: SilentRun, now: Date): boolean {
  if (log === null) {
    return true;
  }
  const since = wholeSecond(Date.parse(run.createdAt));
  const entries = log.map(({ message, committedAt }) => ({
    entry: parseControl(message),
    at: Date.parse(committedAt),
  }));
  const standing = activeSwitches(entries[0]?.entry?.switches ?? [], now);
  // The last one from before then held until the next one was made.
  const before = entries.findIndex(({ at }) => at < since);
  return entries.slice(0, before === -1 ? entries.length : before + 1).some(({ entry, at }) => {
    const isEnded = at >= since && entry?.act.patch === id && ENDS.has(entry.act.verb);
    return isEnded || liftedLocks(entry, standing).some(({ until }) => isAfter(until, Math.max(at, since)));
  });
}

const ENDS: ReadonlySet<Act['verb']> = new Set(['cancel', 'kill']);

function liftedLocks(entry: ControlEntry | null, standing: readonly Switch[]): readonly Switch[] {
  const stands = ({ scope }: Switch) =>
    standing.some((other) => other.state === 'locked' && sameScope(other.scope, scope));
  return (entry?.switches ?? []).filter((one) => one.state === 'locked' && !stands(one));
}

/** Without a time it never ends by itself. */
function isAfter(until: string | undefined, time: number): boolean {
  return until === undefined || Date.parse(until) > time;
}
