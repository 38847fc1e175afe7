import type { Command } from '../../control/command.ts';
import { liftSwitches } from '../../control/switches.ts';
import type { Observation } from '../../report/command/report.ts';
import { describeScope } from '../../report/command/scope.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order } from './context.ts';
import { drain } from './drain.ts';
import { afterChange } from './interrupted.ts';
import { stoodThen } from './stood-then.ts';
import { moveSwitches, observeControl } from './switchboard.ts';

/** Lifts a stop. After a pause, what was held is worked on, in the order in which it came. */
export async function lift(
  context: ControlContext,
  order: Order<Extract<Command, { verb: 'resume' | 'unlock' }>>,
): Promise<Answer> {
  const { verb, scope } = order.command;
  const state = verb === 'resume' ? 'paused' : 'locked';
  const moved = await moveSwitches(context, order, async ({ entry, switches, commit }) => {
    const wanted = liftSwitches(switches, { state, scope }, order.requestedAt).lifted;
    const lifted = await stoodThen(context, order, wanted);
    // Control that is gone or can't be read counts as paused; whoever resumes the repository writes it anew.
    const anew = verb === 'resume' && scope.kind === 'repository' && (commit === null || entry === null);
    return lifted.length > 0 || anew
      ? {
          switches: switches.filter((one) => !lifted.includes(one)),
          result: `No longer ${state}: ${describeScope(scope)}.`,
        }
      : null;
  });
  if (moved.kind === 'raced') {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  const left = moved.kind === 'moved' ? moved.switches : moved.board.switches;
  if (moved.kind === 'unchanged' && moved.board.entry === null && moved.board.commit !== null) {
    return {
      kind: 'refused',
      refusal: { why: 'control_unreadable', reason: 'refs/ghost/control can not be read' },
    };
  }
  const seen = moved.kind === 'moved' ? [observeControl(moved)] : [];
  const drained = await (moved.kind === 'moved' ? afterChange(seen, () => drain(context)) : drain(context));
  const late = drained.filter(({ taken }) => !taken);
  return {
    kind: 'result',
    result: {
      verb,
      done: doneOf({ moved: moved.kind === 'moved', drained: drained.length, late: late.length }),
      scope,
      left,
      held: late.length > 0 ? late.length : drained.length,
    },
    observed: [
      ...seen,
      ...drained.map(
        ({ id, state: now, url }): Observation => ({
          kind: 'record',
          name: id,
          state: now,
          ...(url === '' ? {} : { url }),
        }),
      ),
    ],
  };
}

/** A pause that ran out has no switch to lift, and what it held is worked on all the same. */
function doneOf({
  moved,
  drained,
  late,
}: {
  readonly moved: boolean;
  readonly drained: number;
  readonly late: number;
}): 'done' | 'unchanged' | 'unconfirmed' {
  if (late > 0) {
    return 'unconfirmed';
  }
  return moved || drained > 0 ? 'done' : 'unchanged';
}
