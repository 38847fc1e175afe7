import { isNoOther, isStillShown } from '../../control/shown-state.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
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
    if (unrecorded === null) {
      return cancelKnown(context, order, { state });
    }
    // A run may have put its patch on record before it was over, and the watch goes on with what stands there.
    const now = await readAgain(context, order, unrecorded.told);
    return now === 'unknown'
      ? unrecorded.answer
      : cancelKnown(context, order, { state: now, told: unrecorded.told });
  }
  const told = await endBehind(context, order, state);
  return cancelKnown(context, order, { state: await readAgain(context, order, told, state), told });
}

/** What was told to end may have moved the record before it was over. */
async function readAgain(
  { repository }: ControlContext,
  { id }: PatchOrder,
  told: readonly EndedRun[],
  known?: PatchStateRead,
): Promise<PatchStateRead> {
  return known !== undefined && told.length === 0
    ? known
    : afterChange(told.map(observeRun), () => readPatchState(repository, id));
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

/** `told`: runs that were told to end by now; every answer names them. */
async function cancelKnown(
  context: ControlContext,
  order: PatchOrder,
  { state, told = [] }: { readonly state: PatchStateRead; readonly told?: readonly EndedRun[] },
): Promise<Answer> {
  const { id, shown } = order;
  if (typeof state === 'string') {
    return refused(whyUnread(state, id), told);
  }
  const { record } = state;
  if (!isStillShown(record, shown)) {
    return refused({ why: 'changed_since', id }, told);
  }
  if (record.state === 'held') {
    // Nothing runs, and nothing will: it is not worked on when the pause ends.
    const settled = await afterChange(told.map(observeRun), () =>
      settleCanceled(context, id, { order, of: { ...record, run: NO_RUN } }),
    );
    return answer(order, settled, { runs: told });
  }
  const isTold = told.some((run) => run.id === record.run.id);
  if (record.state === 'done' && !isTold) {
    return answer(order, { kind: 'left', record }, { runs: told });
  }
  const own = isTold ? [] : await endRuns(context, [record.run.id], { force: order.command.verb === 'kill' });
  const runs = [...told, ...own];
  if (!runs.every(({ over }) => over)) {
    const now = await readAgain(context, order, runs);
    const seen = typeof now === 'string' ? [] : [observeRecord(now.record)];
    return result(order, { done: 'unconfirmed', runs }, [...runs.map(observeRun), ...seen]);
  }
  const settled = await afterChange(runs.map(observeRun), () =>
    settleCanceled(context, id, { order, of: record }),
  );
  return answer(order, settled, { runs, own: record.run.id });
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

/** `own`: the run of what is on record; where the record has its end from that run, nothing else may have been ended. */
function answer(
  order: PatchOrder,
  settled: Settled,
  { runs, own }: { readonly runs: readonly EndedRun[]; readonly own?: number },
): Answer {
  const { id } = order;
  switch (settled.kind) {
    case 'settled':
    case 'left': {
      const isEnded = settled.kind === 'settled' || runs.some((run) => run.id !== own);
      // The run of what was named is over, and what took its place goes on.
      return isNoOther(settled.record, order.shown)
        ? result(order, { done: isEnded ? 'done' : 'unchanged', runs }, [
            ...runs.map(observeRun),
            observeRecord(settled.record),
          ])
        : refused({ why: 'changed_since', id }, runs);
    }
    case 'unknown':
      return refused({ why: 'unknown_patch', id }, runs);
    case 'unreadable':
      return refused({ why: 'unreadable_record', id }, runs);
    case 'raced':
      return refused({ why: 'raced' }, runs);
  }
}

function refused(refusal: CommandRefusal, told: readonly EndedRun[]): Answer {
  return { kind: 'refused', refusal, ...(told.length === 0 ? {} : { observed: told.map(observeRun) }) };
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
