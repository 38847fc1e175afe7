import type { Command } from '../../control/command.ts';
import { type Act, type ControlEntry, originOf, parseControl } from '../../control/control.ts';
import { activeSwitches, likeOf, type Switch } from '../../control/switches.ts';
import { formatTime } from '../../report/phrases.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order } from './context.ts';
import { ANEW, describeDone } from './entered-before.ts';
import { readLogSince } from './log-since.ts';
import { standingScope } from './meant-branch.ts';

/**
 * Whether the log says that a command has been done which comes once more, as a comment does that GitHub kept from being
 * answered, or a form whose run is started again. What people changed since then stays: it is only answered.
 * null: nothing is known of it.
 */
export async function findDone(
  { ledger, clock }: Pick<ControlContext, 'ledger' | 'clock'>,
  { command, origin, again, askedAt }: Order,
): Promise<Answer | Begun | null> {
  const kind = kindOf(command);
  if (origin === undefined || again !== true || kind === 'own') {
    return null;
  }
  const log = await readLog({ ledger }, { kind, since: askedAt?.getTime() ?? 0 });
  const first = log.findLastIndex(({ message }) => originOf(message) === origin);
  const entries = log.slice(0, first + 1).map(({ message }) => parseControl(message));
  const done = entries.at(-1)?.act;
  if (done === undefined) {
    return null;
  }
  switch (kind) {
    case 'lift':
      return { kind: 'begun', command };
    case 'other':
      return {
        kind: 'seen',
        done: 'unchanged',
        sentence: `${describeDone(done)} ${done.result ?? ''} ${ANEW}`,
      };
    default: {
      const stop = { ...kind, scope: standingScope(kind, entries.at(-1)?.switches ?? []) };
      const lifted = entries.findLast((entry) => !stands(entry, stop, clock.now()));
      return lifted === undefined
        ? { kind: 'begun', command: isStop(command) ? { ...command, scope: stop.scope } : command }
        : { kind: 'seen', done: 'refused', sentence: `${describeEnd(done, lifted?.act ?? null)} ${ANEW}` };
    }
  }
}

/**
 * Its switches are moved, and stand as it left them, so that nothing but what comes after that may be left to do. The
 * command has the scope under which they stand.
 */
export type Begun = { readonly kind: 'begun'; readonly command: Command };

/** What a stop sets; what else is to be known of a command that may have been done. */
type Kind = Pick<Switch, 'state' | 'scope'> | 'lift' | 'other' | 'own';

function kindOf(command: Command): Kind {
  switch (command.verb) {
    case 'pause':
      return { state: 'paused', scope: command.scope };
    case 'lock':
      return { state: 'locked', scope: command.scope };
    case 'kill':
      return command.all ? { state: 'locked', scope: { kind: 'repository' } } : 'other';
    case 'resume':
    case 'unlock':
      return 'lift';
    case 'approve':
    case 'cancel':
      return 'other';
    default:
      // They only look, or enter what they do before it is done, and find out themselves what became of that.
      return 'own';
  }
}

/** Empty where it is too much to be read. Whoever stops does not fail because the log can't be read. */
async function readLog(
  { ledger }: Pick<ControlContext, 'ledger'>,
  { kind, since }: { readonly kind: Kind; readonly since: number },
) {
  try {
    return (await readLogSince(ledger, since)) ?? [];
  } catch (error) {
    if (typeof kind === 'string') {
      throw error;
    }
    return [];
  }
}

function stands(entry: ControlEntry | null, wanted: Pick<Switch, 'state' | 'scope'>, now: Date): boolean {
  return likeOf(activeSwitches(entry?.switches ?? [], now), wanted) !== null;
}

function isStop(command: Command): command is Extract<Command, { verb: 'pause' | 'lock' }> {
  return command.verb === 'pause' || command.verb === 'lock';
}

function describeEnd(done: Act, ended: Act | null): string {
  const { verb, by } = ended ?? { verb: 'a change by hand', by: 'somebody' };
  const end =
    ended === done
      ? 'its time has run out'
      : `what it stopped goes on since "${verb}" by ${by}, and that stays`;
  return `This was done at ${formatTime(done.at)}, and is not done once more: ${end}.`;
}
