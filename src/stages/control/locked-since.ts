import { type ControlEntry, parseControl } from '../../control/control.ts';
import { activeSwitches, type Switch, sameScope } from '../../control/switches.ts';
import type { Verb } from '../../control/verbs.ts';
import type { ControlContext, Order } from './context.ts';
import { readLogSince, wholeSecond } from './log-since.ts';
import type { ListedRef } from './ports.ts';

/** Entries of the log of commands since a time, and one from before, newest first; null: they are too many to be read. */
export type LogKnown = readonly Pick<ListedRef, 'message' | 'committedAt'>[] | null;

/**
 * Whether a lock has stood since a time, such as that of "kill all", and does so no more. What stands still is asked
 * elsewhere. Where nobody can tell, one has.
 *
 * @param since - Milliseconds since 1970.
 */
export function wasLockedSince(log: LogKnown, since: number, now: Date): boolean {
  if (log === null) {
    return true;
  }
  const from = wholeSecond(since);
  const entries = log.map(({ message, committedAt }) => ({
    entry: parseControl(message),
    at: Date.parse(committedAt),
  }));
  const standing = activeSwitches(entries[0]?.entry?.switches ?? [], now);
  // The last one from before then held until the next one was made.
  const before = entries.findIndex(({ at }) => at < from);
  return entries
    .slice(0, before === -1 ? entries.length : before + 1)
    .some(({ entry, at }) =>
      liftedLocks(entry, standing).some(({ until }) => isAfter(until, Math.max(at, from))),
    );
}

/**
 * Whether everything was locked, and is so no more, while a command waited that sends a patch: who locked meant to end
 * what was under way, and this was.
 */
export async function wasLockedMeanwhile(
  { ledger }: Pick<ControlContext, 'ledger'>,
  { command: { verb }, askedAt, requestedAt }: Order,
): Promise<boolean> {
  const waited = askedAt === undefined ? 0 : requestedAt.getTime() - askedAt.getTime();
  if (askedAt === undefined || waited < WAITED_MS || !SENDING.has(verb)) {
    return false;
  }
  return wasLockedSince(await readLogSince(ledger, askedAt.getTime()), askedAt.getTime(), requestedAt);
}

const SENDING: ReadonlySet<Verb> = new Set(['apply', 'retry', 'revert']);

/** Mostly a command is done within seconds, and nothing more is read then. */
const WAITED_MS = 60_000;

function liftedLocks(entry: ControlEntry | null, standing: readonly Switch[]): readonly Switch[] {
  const stands = ({ scope }: Switch) =>
    standing.some((other) => other.state === 'locked' && sameScope(other.scope, scope));
  return (entry?.switches ?? []).filter((one) => one.state === 'locked' && !stands(one));
}

/** Without a time it never ends by itself. */
function isAfter(until: string | undefined, time: number): boolean {
  return until === undefined || Date.parse(until) > time;
}
