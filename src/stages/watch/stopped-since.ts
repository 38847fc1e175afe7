import { type Act, parseControl } from '../../control/control.ts';
import { type LogKnown, wasLockedSince } from '../control/locked-since.ts';
import { wholeSecond } from '../control/log-since.ts';
import type { SilentRun } from './silent-run.ts';

/**
 * Whether people stopped for good what was under way when a run had been made: a lock has stood since then, such as that
 * of "kill all", and does so no more, or its patch was ended by its id. That has ended this one too, though no record can
 * say so. What stands still is asked when it is applied. Where nobody can tell, it was stopped.
 */
export function wasStoppedSince(log: LogKnown, { id, run }: SilentRun, now: Date): boolean {
  const since = Date.parse(run.createdAt);
  return wasLockedSince(log, since, now) || (log ?? []).some((entry) => isEnd(entry, id, wholeSecond(since)));
}

function isEnd({ message, committedAt }: NonNullable<LogKnown>[number], id: string, since: number): boolean {
  const act = parseControl(message)?.act;
  return Date.parse(committedAt) >= since && act?.patch === id && act !== undefined && ENDS.has(act.verb);
}

const ENDS: ReadonlySet<Act['verb']> = new Set(['cancel', 'kill']);
