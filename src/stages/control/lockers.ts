import type { Command } from '../../control/command.ts';
import { type Act, parseControl } from '../../control/control.ts';
import { activeSwitches, type Switch, sameScope } from '../../control/switches.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { ControlContext } from './context.ts';
import type { ListedRef } from './ports.ts';

/**
 * The lock that a command is to lift, once for each who asked for it since it stands: it names only who was first, and who
 * locked once more must not unlock alone either. null: nobody can tell all of them, because the log can't be read, or holds
 * too much since then.
 */
export async function findLockers(
  { ledger }: Pick<ControlContext, 'ledger'>,
  command: Command,
  switches: readonly Switch[],
): Promise<readonly Switch[] | null> {
  if (command.verb !== 'unlock') {
    return [];
  }
  const lockIn: LockIn = (all) =>
    all.find(({ state, scope }) => state === 'locked' && sameScope(scope, command.scope));
  if (lockIn(switches) === undefined) {
    return [];
  }
  for (const limit of READ_ENTRIES) {
    const log = await ledger.history(CONTROL_REF, limit).catch(() => null);
    if (log === null) {
      return null;
    }
    const { lockers, isWhole } = lockersIn(log, lockIn);
    if (isWhole || log.length < limit) {
      return lockers;
    }
  }
  return null;
}

type LockIn = (switches: readonly Switch[]) => Switch | undefined;

/** `isWhole`: the log, newest first, goes back to before the lock. */
function lockersIn(
  log: readonly Pick<ListedRef, 'message' | 'committedAt'>[],
  lockIn: LockIn,
): { readonly lockers: readonly Switch[]; readonly isWhole: boolean } {
  const locks = log.map(({ message, committedAt }) => {
    const entry = parseControl(message);
    // What had ended just before is kept beside those that stood.
    const standing = activeSwitches(entry?.switches ?? [], new Date(committedAt));
    return { lock: lockIn(standing), act: entry?.act };
  });
  const before = locks.findIndex(({ lock }) => lock === undefined);
  const lockers = locks.slice(0, before === -1 ? locks.length : before).flatMap(({ lock, act }, index) =>
    // Whoever asks for it moves its time, and nobody else does. Whose clock is behind moves it to another one than theirs.
    lock === undefined || act === undefined || !LOCKS.has(act.verb) || lock.at === locks[index + 1]?.lock?.at
      ? []
      : [{ ...lock, by: act.by }],
  );
  return { lockers, isWhole: before !== -1 };
}

const LOCKS: ReadonlySet<Act['verb']> = new Set(['lock', 'kill']);

/** A lock stands for hours, and the log holds a few entries a day; only where that is not so, more is read. */
const READ_ENTRIES = [100, 5000] as const;
