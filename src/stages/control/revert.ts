import { describeSent } from '../../control/sent-act.ts';
import { isStillShown } from '../../control/shown-state.ts';
import { nextAttempt } from '../../record/life.ts';
import type { PullRequestRef } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import { formatClashes } from '../../report/clash.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { whomOf } from '../standing.ts';
import type { Answer } from './answer.ts';
import { type ControlContext, namesOf, type PatchOrder } from './context.ts';
import { findRevert } from './earlier-revert.ts';
import { findPlan } from './earlier-step.ts';
import { findStop } from './obstacle.ts';
import { type PatchState, readPatchState, whyUnread } from './patch.ts';
import { type Merged, readMerge } from './read-merge.ts';
import { observeRecord } from './records.ts';
import { rehearse } from './rehearse.ts';
import type { Merge } from './revert-patch.ts';
import { findSentBefore } from './sent-before.ts';
import { findTakenBack, type TakenBack } from './still-taken-back.ts';
import { enterAct, notSent } from './switchboard.ts';
import { sendAndSee, wasStopped } from './take-up.ts';

/**
 * Sends a patch that takes a merged one back: an ordinary one, tested and reviewed like any other. It is tried first,
 * so that later changes to the same lines are named at once and nothing is sent.
 */
export async function revert(context: ControlContext, order: PatchOrder): Promise<Answer> {
  const { id } = order;
  const state = await readPatchState(context.repository, id);
  if (typeof state === 'string') {
    return { kind: 'refused', refusal: whyUnread(state, id) };
  }
  const { record } = state;
  if (!isStillShown(record, order.shown)) {
    return { kind: 'refused', refusal: { why: 'changed_since', id } };
  }
  const sent = await findSentBefore(context, order);
  if (sent !== null && sent.kind !== 'lost') {
    return sent;
  }
  const back = await findTakenBack(context, record);
  if (back !== null) {
    return wasTakenBack(record, back);
  }
  const facts = await findMerged(context, state);
  const planned = facts === null ? null : await findPlanned(context, record, facts);
  const stop = findStop(planned === null ? state : asSentBy(state, planned), context.clock.now());
  if (stop !== null) {
    return { kind: 'refused', refusal: stop };
  }
  if (facts === null) {
    return { kind: 'refused', refusal: { why: 'not_merged', id } };
  }
  if (planned === null) {
    // What a person added was merged with it, and nobody has it on record.
    return { kind: 'refused', refusal: { why: 'merged_with_more', id } };
  }
  const answer = await takeBack(context, order, { record, planned, facts, lost: sent?.id ?? null });
  return record.pullRequest?.number === facts.number ? answer : sayWhich(answer, facts);
}

/** The newest pull request under this id that was merged. One that was not may have come after it. */
async function findMerged(
  { conversation }: ControlContext,
  { record: { pullRequest, mergedBefore } }: PatchState,
): Promise<Merged | null> {
  for (const number of new Set([pullRequest?.number, mergedBefore])) {
    const facts = number === undefined ? null : await conversation.pullRequest(number);
    if (facts?.merge) {
      return { ...facts, merge: facts.merge };
    }
  }
  return null;
}

/**
 * The record as it was when the commit that was merged stood at its head: what was delivered since may know none of its
 * files, or other ones. null: that commit was never ours.
 */
async function findPlanned(
  context: ControlContext,
  record: PatchRecord,
  { head: { sha: head } }: Merged,
): Promise<PatchRecord | null> {
  if (record.head === head && record.plan !== undefined) {
    return record;
  }
  const step = await findPlan(context, { id: record.id, head });
  return step?.record ?? null;
}

/** Who is stopped is asked of what was merged: whoever sent something under its id since has no part in that. */
function asSentBy(state: PatchState, planned: PatchRecord): PatchState {
  return planned === state.record ? state : { ...state, whom: whomOf(planned, state.snapshot.defaultBranch) };
}

async function takeBack(
  context: ControlContext,
  order: PatchOrder,
  {
    record,
    planned,
    facts,
    lost,
  }: {
    readonly record: PatchRecord;
    readonly planned: PatchRecord;
    readonly facts: Merged;
    readonly lost: string | null;
  },
): Promise<Answer> {
  const { id } = order;
  const back = await findTakenBack(context, planned);
  if (back !== null) {
    return wasTakenBack(record, back);
  }
  const overtaken = await findLaterMerge(context, planned);
  if (overtaken !== null) {
    const reason = `${overtaken} was merged once more after ${id} had taken it back, so ${id} is no longer what keeps it out. To take back what is merged, write "revert ${overtaken}".`;
    return { kind: 'refused', refusal: { why: 'not_reversible', id, reason } };
  }
  const merge = await readMerge(context, { record: planned, facts });
  return merge === null
    ? { kind: 'refused', refusal: { why: 'merge_unclear', id, sha: facts.merge.sha } }
    : send(context, order, { merge, lost });
}

/**
 * Id of the patch that this one took back, where that has been merged another time since. null: it has not, or this one
 * takes nothing back. Nobody could say what of it is there when this one is taken back too.
 */
async function findLaterMerge(
  context: ControlContext,
  { revertOf, revertOfMerge }: PatchRecord,
): Promise<string | null> {
  const original =
    revertOf === undefined || revertOfMerge === undefined
      ? 'unknown'
      : await readPatchState(context.repository, revertOf);
  const newest = typeof original === 'string' ? null : await findMerged(context, original);
  return newest === null || newest.merge.sha === revertOfMerge ? null : (revertOf ?? null);
}

function wasTakenBack(record: PatchRecord, { revertId, pullRequest }: TakenBack): Answer {
  const result = { verb: 'revert', done: 'unchanged', id: record.id, revertId, pullRequest } as const;
  return { kind: 'result', result, observed: [observeRecord(record)] };
}

/** `lost`: id of the patch by which this was to be done when it was asked for before; null: it was not. */
async function send(
  context: ControlContext,
  order: PatchOrder,
  { merge, lost }: { readonly merge: Merge; readonly lost: string | null },
): Promise<Answer> {
  const { id, actor } = order;
  const found = await findRevert(context.repository, merge, actor);
  if (!found.ok && found.why === 'merged') {
    return result({ id, revertId: found.merged.id, done: 'unchanged', record: found.merged });
  }
  if (!found.ok) {
    const { ok: _, ...refusal } = found;
    return { kind: 'refused', refusal: { ...refusal, id } };
  }
  const { revertId, patch, known } = found;
  if (lost !== null && lost !== revertId) {
    // Somebody closed the pull request that had the name.
    return { kind: 'refused', refusal: { why: 'raced' } };
  }
  if (known !== null && isUnderWay(known.record)) {
    return result({ id, revertId, done: 'unchanged', record: known.record });
  }
  const tried = await rehearse(context, patch.text);
  if (!tried.ok && tried.outcome.kind === 'no_change' && found.merged !== null) {
    return result({ id, revertId: found.merged.id, done: 'unchanged', record: found.merged });
  }
  if (!tried.ok) {
    return refuse(id, revertId, tried.outcome);
  }
  // Who asked for it stands in the log before it is sent, whatever dies or stops it in between, or it is not sent.
  const { digest } = patch;
  const before = known?.record ?? null;
  const sent = describeSent(revertId, { attempt: nextAttempt(before) });
  const unlogged = await enterAct(context, order, { digest, result: sent });
  if (unlogged !== null) {
    return notSent(revertId, unlogged);
  }
  const logged = { digest, entered: true } as const;
  // A revert that failed before may be the same patch, so it is asked for as another attempt.
  const after = await sendAndSee(
    context,
    { id: revertId, digest, text: patch.text, before },
    { retry: known !== null, sentFor: namesOf(order) },
  );
  if (after === null) {
    return {
      kind: 'result',
      result: { verb: 'revert', done: 'unconfirmed', id, revertId },
      ...logged,
      observed: [],
    };
  }
  if (wasStopped(after)) {
    return { kind: 'refused', refusal: findStop(after, context.clock.now()) ?? { why: 'raced' } };
  }
  return { ...result({ id, revertId, done: 'done', record: after.record }), ...logged };
}

/** Somebody asked for it already, and it is on its way or waits to be merged. */
function isUnderWay({ outcome, state }: PatchRecord): boolean {
  return outcome === undefined || state === 'held' || outcome.kind === 'opened' || outcome.kind === 'updated';
}

function refuse(id: string, revertId: string, outcome: Parameters<typeof describeOutcome>[0]): Answer {
  if (outcome.kind === 'no_change') {
    return { kind: 'result', result: { verb: 'revert', done: 'unchanged', id, revertId }, observed: [] };
  }
  if (outcome.kind === 'conflict') {
    const { clashes = [], paths } = outcome;
    return {
      kind: 'refused',
      refusal: { why: 'overlaps', id, paths },
      ...(clashes.length === 0 ? {} : { diff: formatClashes(clashes) }),
    };
  }
  const { headline, detail } = describeOutcome(outcome);
  return {
    kind: 'seen',
    done: 'refused',
    sentence: `${id} is not taken back, because the patch for that would not be taken. ${headline}: ${detail} Change that first, or revert it by hand.`,
    ...(outcome.kind === 'refused' ? { refusals: outcome.refusals } : {}),
  };
}

/** Another pull request of the same patch came after the one that is taken back. */
function sayWhich(answer: Answer, { number, url }: Merged): Answer {
  return answer.kind === 'result' && answer.result.verb === 'revert'
    ? { ...answer, result: { ...answer.result, merged: { number, url } } }
    : answer;
}

function result(reverted: {
  readonly id: string;
  readonly revertId: string;
  readonly done: 'done' | 'unchanged';
  readonly record: PatchRecord;
}): Extract<Answer, { readonly kind: 'result' }> {
  const { id, revertId, done, record } = reverted;
  const pullRequest: { readonly pullRequest?: PullRequestRef } =
    record.pullRequest === undefined ? {} : { pullRequest: record.pullRequest };
  return {
    kind: 'result',
    result: { verb: 'revert', done, id, revertId, ...pullRequest },
    observed: [observeRecord(record)],
  };
}
