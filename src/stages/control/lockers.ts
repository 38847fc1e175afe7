import type { Command } from '../../control/command.ts';
import { type Act, parseControl } from '../../control/control.ts';
import { type Switch, sameScope } from '../../control/switches.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { ControlContext } from './context.ts';

/**
 * The lock that a command is to lift, once for each who asked for it since it stands: it names only who was first, and who
 * locked once more must not unlock alone either. None where the log can't be read, which is no reason to stay locked.
 */
export async function findLockers(
  { ledger }: Pick<ControlContext, 'ledger'>,
  command: Command,
  switches: readonly Switch[],
): Promise<readonly Switch[]> {
  if (command.verb !== 'unlock') {
    return [];
  }
  const lockIn = (all: readonly Switch[]) =>
    all.find(({ state, scope }) => state === 'locked' && sameScope(scope, command.scope));
  if (lockIn(switches) === undefined) {
    return [];
  }
  const log = await ledger.history(CONTROL_REF, MOST_ENTRIES).catch(() => []);
  const locks = log.map(({ message }) => {
    const entry = parseControl(message);
    return { lock: lockIn(entry?.switches ?? []), act: entry?.act };
  });
  const before = locks.findIndex(({ lock }) => lock === undefined);
  return locks.slice(0, before === -1 ? locks.length : before).flatMap(({ lock, act }, index) =>
    // Whoever asks for it moves its time, and nobody else does. Whose clock is behind moves it to another one than theirs.
    lock === undefined || act === undefined || !LOCKS.has(act.verb) || lock.at === locks[index + 1]?.lock?.at
      ? []
      : [{ ...lock, by: act.by }],
  );
}

const LOCKS: ReadonlySet<Act['verb']> = new Set(['lock', 'kill']);

/** A lock stands for hours, and the log holds a few entries a day. */
const MOST_ENTRIES = 100;
