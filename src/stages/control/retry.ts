import { describeSent } from '../../control/sent-act.ts';
import { isStillShown } from '../../control/shown-state.ts';
import { isLive, nextAttempt } from '../../record/life.ts';
import { pullRequestOf } from '../../record/proof.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { Answer } from './answer.ts';
import { findCarrierLock } from './carrier-lock.ts';
import type { ControlContext, PatchOrder } from './context.ts';
import { arrivesAsMeant } from './dispatch.ts';
import { findObstacle, findStop, whyOver } from './obstacle.ts';
import { type PatchState, readPatchState, whyUnread } from './patch.ts';
import { observeRecord } from './records.ts';
import { findSentBefore } from './sent-before.ts';
import { enterAct, notSent } from './switchboard.ts';
import { isTakenUp, sendAndSee, wasStopped } from './take-up.ts';

/** Has the patch on record worked on again, on today's base. Confirmed when a run has taken it up. */
export async function retry(context: ControlContext, order: PatchOrder): Promise<Answer> {
  const { id } = order;
  const state = await readPatchState(context.repository, id);
  if (typeof state === 'string') {
    return { kind: 'refused', refusal: whyUnread(state, id) };
  }
  if (!isStillShown(state.record, order.shown)) {
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  const sent = await findSentBefore(context, order);
  if (sent !== null && sent.kind !== 'lost') {
    return sent;
  }
  const { record, recordCommit, text } = state;
  if (isLive(record, { run: context.run, now: context.clock.now() })) {
    const result = { verb: 'retry', done: 'unchanged', id, attempt: record.attempt } as const;
    return { kind: 'result', result, observed: [observeRecord(record)] };
  }
  const refusal = findObstacle(state, context.clock.now()) ?? findOwnObstacle(state);
  if (refusal !== null || text === null) {
    return { kind: 'refused', refusal: refusal ?? { why: 'not_kept', id } };
  }
  const kept = { id, digest: record.digest, text, tree: recordCommit.tree };
  if (!(await arrivesAsMeant(context.compute, kept))) {
    return { kind: 'refused', refusal: { why: 'kept_otherwise', id } };
  }
  // What was held has its first attempt still to come, and whoever cancels it until then wants none.
  const isAnother = record.state !== 'held';
  const since = context.clock.now();
  const attempt = nextAttempt(record);
  // It stands in the log before it is sent, or is not sent: whoever asks once more finds out what became of it.
  const unlogged = await enterAct(context, order, { result: describeSent(id, { attempt }) });
  if (unlogged !== null) {
    return notSent(id, unlogged);
  }
  const after = await sendAndSee(context, { ...kept, before: record }, { retry: isAnother, again: true });
  if (after === null) {
    // It is sent by now: where GitHub does not say whose runs there were, it is only not confirmed.
    const by = isAnother ? await findCarrierLock(context, { id, since }).catch(() => null) : null;
    if (by !== null) {
      return { kind: 'refused', refusal: { why: 'locked', by } };
    }
    const result = { verb: 'retry', done: 'unconfirmed', id, attempt } as const;
    return { kind: 'result', result, entered: true, observed: [] };
  }
  if (!isTakenUp(after.record, record)) {
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  if (wasStopped(after)) {
    return { kind: 'refused', refusal: findStop(after, context.clock.now()) ?? { why: 'raced' } };
  }
  const result = { verb: 'retry', done: 'done', id, attempt: after.record.attempt } as const;
  return { kind: 'result', result, entered: true, observed: [observeRecord(after.record)] };
}

/** A pull request that is over stays so; nothing is worked on over a person's head. */
function findOwnObstacle({ pullRequest, record }: PatchState): CommandRefusal | null {
  const known = pullRequestOf(record);
  if (known === undefined || pullRequest?.number !== known.number) {
    return null;
  }
  return pullRequest.state === 'open' ? null : whyOver(pullRequest.state, record);
}
