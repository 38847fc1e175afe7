import { isStillShown } from '../../control/shown-state.ts';
import { APPROVAL_LABEL, needsApproval } from '../../record/approval.ts';
import { isAboutHead, isTakenFromReview, proofOf } from '../../record/proof.ts';
import { CONTROL_REF, type PatchRecord } from '../../record/record.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { Observation } from '../../report/command/report.ts';
import { formatPullRequest } from '../../report/pull-request.ts';
import { MAX_ROUNDS } from '../context.ts';
import type { Oid, PullRequestState } from '../ports.ts';
import { branchRef, whomOf } from '../standing.ts';
import { viewFrom } from '../view.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, PatchOrder } from './context.ts';
import { asBefore, findOrigin, type RecordStep, restore } from './earlier-step.ts';
import { afterChange } from './interrupted.ts';
import { findObstacle, whyOver } from './obstacle.ts';
import { type PatchState, readPatchState } from './patch.ts';
import { lookUntil } from './poll.ts';
import { observePullRequest, SEEN_SECONDS } from './reject.ts';
import { writeStep } from './settle.ts';

/**
 * Lets a patch that needs it out of draft: the approval is put on record for this digest and this commit, in one step
 * that fails when control or the branch has moved; then the pull request is made ready, and looked at again.
 */
export async function approve(context: ControlContext, given: PatchOrder): Promise<Answer> {
  const { id, actor } = given;
  let order = given;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const state = await readPatchState(context.repository, id);
    const hidden = await findHidden(context, order, state);
    order = hidden === null ? order : aboutCommit(order);
    const approvable = findApprovable(context, order, hidden?.state ?? state);
    if (!approvable.ok) {
      return { kind: 'refused', refusal: approvable.refusal };
    }
    if (hidden !== null) {
      await restore(context, approvable.state, hidden.origin);
      continue;
    }
    const { sha, pullRequest, record } = approvable;
    const settled = record.approval === undefined || (await isApproved(context, approvable));
    if (settled) {
      const result = { verb: 'approve', done: 'unchanged', id, sha, pullRequest } as const;
      return { kind: 'result', result, observed: [observePullRequest(pullRequest)] };
    }
    const approved = await writeApproval(context, approvable, { by: actor, at: order.requestedAt });
    if (approved !== 'moved') {
      const seen = observeApproval(context, sha);
      return afterChange([seen], () => makeReady(context, order, { ...approvable, record: approved }));
    }
  }
  return { kind: 'refused', refusal: { why: 'raced' } };
}

/**
 * What the pull request shows has passed, and a delivery that came to nothing hides that: what is approved is the commit,
 * so its own step of the record is the one that is to be approved. null: nothing is hidden.
 */
async function findHidden(
  context: ControlContext,
  { shown }: PatchOrder,
  state: PatchState | 'unknown' | 'unreadable',
): Promise<{ readonly origin: RecordStep; readonly state: PatchState } | null> {
  if (typeof state === 'string' || (shown !== undefined && !isStillShown(state.record, shown))) {
    return null;
  }
  const { record, branch, pullRequest } = state;
  const proof = proofOf(record);
  const isOver =
    record.state !== 'done' || pullRequest?.state !== 'open' || isTakenFromReview(record.outcome);
  if (isOver || isAboutHead(record) || proof?.tests !== 'passed' || proof.sha !== branch?.oid) {
    return null;
  }
  const origin = await findOrigin(context, record);
  if (origin === null) {
    return null;
  }
  const made = asBefore(record, origin);
  const whom = whomOf(made, state.snapshot.defaultBranch);
  return { origin, state: { ...state, record: made, whom } };
}

/** Whoever looked at the record of what came to nothing saw the commit, which is what they ask for. */
function aboutCommit({ shown, ...order }: PatchOrder): PatchOrder {
  return shown?.sha === undefined ? order : { ...order, shown: { sha: shown.sha } };
}

/** Whether nothing is left to do: whoever died while approving may have left the draft, or the label. */
async function isApproved(
  { conversation }: ControlContext,
  { record, pullRequest, sha }: Approvable,
): Promise<boolean> {
  if (needsApproval(record, sha) || pullRequest.draft) {
    return false;
  }
  const facts = await conversation.pullRequest(pullRequest.number);
  return facts !== null && !facts.labels.includes(APPROVAL_LABEL);
}

type Approvable = {
  readonly ok: true;
  readonly state: PatchState;
  readonly record: PatchRecord;
  readonly pullRequest: PullRequestState;
  readonly sha: Oid;
};

function findApprovable(
  { clock }: ControlContext,
  { id, askedAt, requestedAt, shown }: PatchOrder,
  state: PatchState | 'unknown' | 'unreadable',
): Approvable | { readonly ok: false; readonly refusal: CommandRefusal } {
  if (typeof state === 'string') {
    const why = state === 'unknown' ? 'unknown_patch' : 'unreadable_record';
    return { ok: false, refusal: { why, id } };
  }
  const { record, pullRequest, branch } = state;
  const refuse = (refusal: CommandRefusal) => ({ ok: false, refusal }) as const;
  if (shown !== undefined && !isStillShown(record, shown)) {
    return refuse({ why: 'changed_since', id });
  }
  if (pullRequest === null || pullRequest.number !== record.pullRequest?.number) {
    return refuse({ why: record.state === 'done' ? 'no_pull_request' : 'under_way', id });
  }
  if (pullRequest.state !== 'open') {
    return refuse(whyOver(pullRequest.state, record));
  }
  if (record.state !== 'done') {
    return refuse({ why: whyNotDone(record), id });
  }
  const obstacle = findObstacle(state, clock.now());
  if (obstacle !== null) {
    return refuse(obstacle);
  }
  if (wholeSecond(shownSince(record)) > (askedAt ?? requestedAt)) {
    return refuse({ why: 'changed_since', id });
  }
  if (branch === null || pullRequest.head !== branch.oid || record.head !== branch.oid) {
    return refuse({ why: 'branch_edited', id });
  }
  const { outcome } = record;
  const passed =
    (outcome?.kind === 'opened' || outcome?.kind === 'updated') && outcome.tests.verdict === 'passed';
  return passed
    ? { ok: true, state, record, pullRequest, sha: branch.oid }
    : refuse({ why: 'tests_not_passed', id });
}

/** What is held before it was tested hides what its pull request shows, which can be approved once that is cancelled. */
function whyNotDone({ state, plan }: PatchRecord): 'under_way' | 'tests_not_passed' | 'held' {
  if (state !== 'held') {
    return 'under_way';
  }
  return plan === undefined ? 'held' : 'tests_not_passed';
}

/**
 * From when on the branch surely shows what is on record. The job that applied it may have waited for GitHub for minutes
 * before it moved the branch, and what named commands made comes after the tests; a command that waited for all of that
 * in a queue was written by somebody who had not seen it.
 */
function shownSince({ startedAt, generated, steps }: PatchRecord): Date {
  const published = steps.findLast(({ stage }) => stage === 'publish');
  if (published === undefined) {
    return new Date(startedAt);
  }
  const isGenerated = generated !== undefined && generated.changes.length > 0;
  return new Date(Date.parse(published.at) + (isGenerated ? published.seconds * 1000 : 0));
}

/** GitHub says to the second when a comment was written. */
function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

async function writeApproval(
  context: ControlContext,
  { state, record, sha }: Approvable,
  given: { readonly by: string; readonly at: Date },
): Promise<PatchRecord | 'moved'> {
  if (!needsApproval(record, sha)) {
    // Approved as it is, and still a draft: an earlier attempt did not come to its end.
    return record;
  }
  const approved: PatchRecord = {
    ...record,
    approval: { required: true, by: given.by, at: given.at.toISOString(), digest: record.digest, sha },
  };
  const written = await writeStep(context, state, {
    record: approved,
    guards: [
      { ref: CONTROL_REF, oid: state.snapshot.refs.get(CONTROL_REF)?.oid ?? null },
      { ref: branchRef(record.id), oid: sha },
    ],
  });
  return written === 'moved' ? 'moved' : approved;
}

async function makeReady(
  context: ControlContext,
  { id }: PatchOrder,
  { pullRequest, sha, record, state }: Approvable,
): Promise<Answer> {
  const { conversation, forge, repository, site } = context;
  const branch = branchRef(record.id);
  await Promise.all([
    conversation.removeLabel(pullRequest.number, APPROVAL_LABEL),
    // Where there are no drafts, the title said that it waits.
    pullRequest.draft
      ? conversation.setDraft(pullRequest.nodeId, false)
      : forge.updatePullRequest(pullRequest.number, {
          ...formatPullRequest(viewFrom(site, record, state.texts)),
          base: pullRequest.base,
        }),
  ]);
  const seen = await lookUntil(context, SEEN_SECONDS, async () => {
    const facts = await conversation.pullRequest(pullRequest.number);
    // A pull request shows what came to its branch a moment later only, so that the branch is asked too, and after it.
    const { refs } = await repository.read({ refs: [branch] });
    const isReady = facts !== null && !facts.draft && !facts.labels.includes(APPROVAL_LABEL);
    const hasMoved = facts !== null && (facts.head.sha !== sha || refs.get(branch)?.oid !== sha);
    return isReady || hasMoved ? { facts, hasMoved } : null;
  });
  const ready = seen?.hasMoved === false ? seen.facts : null;
  if (seen?.hasMoved === true) {
    // A revision came in between, and must not look approved.
    await conversation.setDraft(pullRequest.nodeId, true);
  }
  const observed: readonly Observation[] =
    ready === null
      ? []
      : [
          observePullRequest(ready),
          observeApproval(context, sha),
          { kind: 'label', name: APPROVAL_LABEL, state: 'taken off' },
        ];
  const done = ready === null ? 'unconfirmed' : 'done';
  return { kind: 'result', result: { verb: 'approve', done, id, sha, pullRequest }, observed };
}

function observeApproval({ site }: ControlContext, sha: Oid): Observation {
  const url = `${site.serverUrl}/${site.repository}/commit/${sha}`;
  return { kind: 'commit', name: sha, state: 'approved', url };
}
