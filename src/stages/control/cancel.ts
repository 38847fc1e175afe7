import { isNoOther, isStillShown } from '../../control/shown-state.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { Observation } from '../../report/command/report.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order, PatchOrder } from './context.ts';
import { type EndedRun, endRuns, observeRun } from './end-runs.ts';
import { endUnrecorded, findLiveRuns } from './end-unrecorded.ts';
import { ANEW, describeDone } from './entered-before.ts';
import { afterChange } from './interrupted.ts';
import { findOutcomeSince } from './outcome-since.ts';
import { readPatchState, whyUnread } from './patch.ts';
import { observeRecord } from './records.ts';
import { type Settled, settle } from './settle.ts';

/**
 * Ends the run of one patch; `kill` leaves it no time. The record says `canceled` only when GitHub says that the run
 * has ended; one that came to its own end before that, and said so in the record, has the last word. Of one that ended
 * without a word, as where it failed, the watch would go on with the patch, so that it is canceled all the same.
 */
export async function cancel(context: ControlContext, order: PatchOrder): Promise<Answer> {
  const state = await readPatchState(context.repository, order.id);
  if (state === 'unknown') {
    const unrecorded = await endUnrecorded(context, order);
    // A run may have put its patch on record before it was over, and the watch goes on with what stands there.
    const now = unrecorded === null ? state : await readPatchState(context.repository, order.id);
    return now === 'unknown' && unrecorded !== null
      ? unrecorded
      : cancelKnown(context, order, { state: now });
  }
  const behind = await endBehind(context, order, state);
  const now = behind.length === 0 ? state : await readPatchState(context.repository, order.id);
  return cancelKnown(context, order, { state: now, behind });
}

/** Ends the runs of deliveries that came after the one on record, and wait for a machine or for that one's end. */
async function endBehind(
  context: ControlContext,
  { id, shown, command }: PatchOrder,
  state: PatchStateRead,
): Promise<readonly EndedRun[]> {
  // Whoever has seen something of the patch means what is on record.
  if (shown !== undefined || typeof state === 'string') {
    return [];
  }
  const live = await findLiveRuns(context, id);
  const behind = live.map((run) => run.id).filter((run) => run !== state.record.run.id);
  return endRuns(context, behind, { force: command.verb === 'kill' });
}

type PatchStateRead = Awaited<ReturnType<typeof readPatchState>>;

async function cancelKnown(
  context: ControlContext,
  order: PatchOrder,
  { state, behind = [] }: { readonly state: PatchStateRead; readonly behind?: readonly EndedRun[] },
): Promise<Answer> {
  const { id, shown } = order;
  if (typeof state === 'string') {
    return { kind: 'refused', refusal: whyUnread(state, id) };
  }
  const { record } = state;
  if (!isStillShown(record, shown)) {
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  if (record.state === 'held') {
    // Nothing runs, and nothing will: it is not worked on when the pause ends.
    const settled = await settleCanceled(context, id, { order, of: { ...record, run: NO_RUN } });
    return answer(order, settled, behind);
  }
  if (record.state === 'done') {
    const done = behind.length === 0 ? 'unchanged' : 'done';
    return result(order, { done, runs: behind }, [...behind.map(observeRun), observeRecord(record)]);
  }
  const own = await endRuns(context, [record.run.id], { force: order.command.verb === 'kill' });
  const runs = [...behind, ...own];
  if (!runs.every(({ over }) => over)) {
    const now = await readPatchState(context.repository, id);
    const seen = typeof now === 'string' ? [] : [observeRecord(now.record)];
    return result(order, { done: 'unconfirmed', runs }, [...runs.map(observeRun), ...seen]);
  }
  const settled = await afterChange(runs.map(observeRun), () =>
    settleCanceled(context, id, { order, of: record }),
  );
  return answer(order, settled, runs);
}

const NO_RUN = { id: 0, attempt: 0, url: '' };

/**
 * Puts on record that this attempt was cancelled, and takes the untested branch away. Whoever calls has seen that its
 * run is over. A record that has moved on to another attempt or to its own end is left as it is.
 */
export async function settleCanceled(
  context: ControlContext,
  id: string,
  canceled: {
    readonly of: Pick<PatchRecord, 'attempt' | 'run' | 'digest'>;
    readonly order?: Pick<Order, 'actor'>;
    readonly reason?: string;
  },
): Promise<Settled> {
  const { of, order, reason } = canceled;
  return settle(context, id, ({ record }) => {
    const same =
      record.attempt === of.attempt &&
      (record.run.id === of.run.id || record.state === 'held') &&
      record.digest === of.digest;
    // The watch may have seen the run end before we did; then only who asked for it is missing.
    const { outcome } = record;
    const ownerless = outcome?.kind === 'canceled' && outcome.by === undefined && order !== undefined;
    return !same || (record.state === 'done' && !ownerless)
      ? null
      : {
          outcome: {
            kind: 'canceled',
            ...(of.run.url === '' ? {} : { run: of.run.url }),
            ...(order === undefined ? {} : { by: order.actor }),
            ...(reason === undefined ? {} : { reason }),
          },
          withdraw: true,
        };
  });
}

/**
 * The answer where a command that comes once more has cancelled an attempt already, and another one was asked for since,
 * or waits: that is not meant. It enters the log when it is done, so that the record is asked, which knows by whom it was
 * cancelled. null: nothing is known of that.
 */
export async function findCanceledBefore(
  context: ControlContext,
  { id, actor, again, origin, askedAt }: PatchOrder,
): Promise<Answer | null> {
  if (again !== true || origin === undefined || askedAt === undefined) {
    return null;
  }
  const at = await findOutcomeSince(
    context,
    { id, since: askedAt.getTime() },
    (outcome) => outcome.kind === 'canceled' && outcome.by === actor,
  );
  return at === null
    ? null
    : {
        kind: 'seen',
        done: 'unchanged',
        sentence: `${describeDone({ at })} What may have been asked for as ${id} since goes on. ${ANEW}`,
      };
}

function answer(order: PatchOrder, settled: Settled, runs: readonly EndedRun[]): Answer {
  const { id } = order;
  switch (settled.kind) {
    case 'settled':
    case 'left':
      // The run of what was named is over, and what took its place goes on.
      return isNoOther(settled.record, order.shown)
        ? result(order, { done: settled.kind === 'settled' ? 'done' : 'unchanged', runs }, [
            ...runs.map(observeRun),
            observeRecord(settled.record),
          ])
        : { kind: 'refused', refusal: { why: 'changed_since', id } };
    case 'unknown':
      return { kind: 'refused', refusal: { why: 'unknown_patch', id } };
    case 'unreadable':
      return { kind: 'refused', refusal: { why: 'unreadable_record', id } };
    case 'raced':
      return { kind: 'refused', refusal: { why: 'raced' } };
  }
}

function result(
  { command, id }: PatchOrder,
  { done, runs }: { readonly done: 'done' | 'unconfirmed' | 'unchanged'; readonly runs: readonly EndedRun[] },
  observed: readonly Observation[],
): Answer {
  const live = runs.filter(({ over }) => !over).length;
  const seen = live > 0 ? 'unconfirmed' : done;
  return {
    kind: 'result',
    result:
      command.verb === 'kill'
        ? { verb: 'kill', done: seen, id, ended: runs.length - live, live }
        : { verb: 'cancel', done: seen, id },
    observed,
  };
}
