import type { Command } from '../../control/command.ts';
import { addSwitch, likeOf, type Switch, standingFor } from '../../control/switches.ts';
import { CONTROL_REF } from '../../record/record.ts';
import type { Observation } from '../../report/command/report.ts';
import { describeSwitch } from '../../report/command/scope.ts';
import type { Answer } from './answer.ts';
import { waitForClaims } from './claims.ts';
import type { ControlContext, Order } from './context.ts';
import { afterChange } from './interrupted.ts';
import { meantScope } from './meant-branch.ts';
import { observeRecord } from './records.ts';
import { cut, moveSwitches, observeControl } from './switchboard.ts';
import { findUnseenSender } from './unseen-sender.ts';

/**
 * Stops patches. It is requested when the switch has moved: from then on no branch can be written. It is confirmed
 * when no run holds a claim on a pull request that it took before.
 */
export async function stop(
  context: ControlContext,
  order: Order<Extract<Command, { verb: 'pause' | 'lock' }>>,
): Promise<Answer> {
  const { command } = order;
  // What was begun before is looked after, also where its branch is gone since.
  const scope = order.begun === true ? command.scope : await meantScope(context, command.scope);
  if ('why' in scope) {
    return { kind: 'refused', refusal: scope };
  }
  const wanted = switchOf({ ...order, command: { ...command, scope } });
  // What stands already is entered all the same, with who asked for it once more.
  const moved = await moveSwitches(context, order, ({ switches }) => ({
    switches: addSwitch(switches, wanted, order.requestedAt),
    result: describeSwitch(standingFor(switches, wanted) ?? wanted),
  }));
  if (moved.kind === 'raced') {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  // What was begun before counts from then on, so that it ends before what would be asked for now. Where it is gone,
  // somebody has lifted it since the log was read.
  const before =
    order.begun === true ? likeOf(moved.board.switches, wanted) : standingFor(moved.board.switches, wanted);
  if (before === null && order.begun === true) {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  const standing = before ?? wanted;
  const seen = moved.kind === 'moved' ? [observeControl(moved)] : [];
  const behind = await secondsBehind(context, standing);
  if (behind !== null) {
    const sentence = `This stops nothing: the clock here is ${Math.round(behind / 60)} minutes behind GitHub's, where the time was over before it began. Write it once more without a time, and end it yourself.`;
    return { kind: 'seen', done: 'failed', sentence, observed: seen };
  }
  const wait = () => waitForClaims(context, standing);
  const left = await (moved.kind === 'moved' ? afterChange(seen, wait) : wait());
  const done = before === null ? 'done' : 'unchanged';
  const unseen = await findUnseenSender(context, standing.scope);
  return {
    kind: 'result',
    result: {
      verb: command.verb,
      done: left.length === 0 ? done : 'unconfirmed',
      stop: standing,
      publishing: left.map(({ id }) => id),
      ...(unseen === null ? {} : { unseen }),
    },
    observed: [
      ...seen,
      ...left.map((record): Observation => ({ ...observeRecord(record), at: record.startedAt })),
    ],
  };
}

/** By how much the clock of who stops is behind, where its stop has ended already by GitHub's; null: it has not. */
async function secondsBehind({ ledger }: ControlContext, { at, until }: Switch): Promise<number | null> {
  const [newest] = until === undefined ? [] : await ledger.history(CONTROL_REF, 1).catch(() => []);
  const now = Date.parse(newest?.committedAt ?? '');
  return until !== undefined && Date.parse(until) <= now ? (now - Date.parse(at)) / 1000 : null;
}

function switchOf({
  command,
  actor,
  requestedAt,
}: Order<Extract<Command, { verb: 'pause' | 'lock' }>>): Switch {
  const { verb, reason, scope, seconds } = command;
  return {
    state: verb === 'pause' ? 'paused' : 'locked',
    scope,
    reason: cut(reason ?? 'no reason given'),
    by: actor,
    at: requestedAt.toISOString(),
    ...(seconds === null ? {} : { until: new Date(requestedAt.getTime() + seconds * 1000).toISOString() }),
  };
}
