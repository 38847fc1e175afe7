import { isOurs } from '../../record/life.ts';
import type { Outcome } from '../../record/outcome.ts';
import { speaksOfHead } from '../../record/proof.ts';
import { recordRef } from '../../record/record.ts';
import { mergeWarnings } from '../../record/warnings.ts';
import { formatSupersessionNote } from '../../report/command/note.ts';
import type { Finding } from '../../report/watch/report.ts';
import { dispatchKept } from '../control/dispatch.ts';
import { type Drained, drain } from '../control/drain.ts';
import { type PatchState, readPatchState } from '../control/patch.ts';
import { type Settlement, settle, writeStep } from '../control/settle.ts';
import { redraftUnapproved } from '../control/stale-approval.ts';
import { isShownElsewhere } from '../patch-snapshot.ts';
import { NO_DRAFTS } from '../proposal.ts';
import type { Action } from './action.ts';
import { adopt } from './adopt.ts';
import { canaryPayload } from './canary.ts';
import { isDeleted, isLeftAlone } from './careful-chat.ts';
import type { WatchContext } from './context.ts';
import { endOfRun } from './dead-run.ts';
import { demote } from './demote.ts';
import { put, raced } from './finding.ts';
import { finish } from './finish.ts';
import { asMerged } from './merged.ts';
import { mergedAgain } from './merged-again.ts';
import type { AfterMerge } from './merged-while-held.ts';
import { hasOwnJobsOnly } from './own-jobs.ts';
import { removeBranch, removeInbox, removeOld } from './remove.ts';
import { reopen } from './reopen.ts';
import { rerun } from './rerun.ts';
import { restate } from './restate.ts';
import { knowMessage, resume } from './resume.ts';

/** Puts one thing right, and says what it was. Where the record has moved since it was looked at, nothing is done. */
export async function act(context: WatchContext, action: Action, now: Date): Promise<readonly Finding[]> {
  switch (action.kind) {
    case 'drain':
      return (await drain(context, { most: MOST_DRAINED })).map(ofDrained);
    case 'remove_inbox':
      return [await removeInbox(context, action)];
    case 'rerun':
      return [await rerun(context, action, now)];
    case 'send_canary':
      await context.runs.dispatch(canaryPayload(action.id, action.path, now));
      return [{ name: action.id, sentence: 'A canary was due, and was sent', done: 'settled' }];
    case 'settle':
    case 'resume':
    case 'finish':
    case 'adopt':
    case 'demote':
    case 'reopen':
    case 'merged_again':
    case 'supersede':
    case 'redraft':
    case 'checks':
    case 'say':
    case 'close_canary':
    case 'remove_branch':
      return [await actOnPatch(context, action)];
  }
}

function ofDrained({ id, taken, state, url, broke = false }: Drained): Finding {
  if (taken) {
    return put(id, `It was held, and nothing stops it any more; it was sent on, and is ${state}`);
  }
  const why = broke
    ? `the run that it was sent on to failed before it reported, and the next pass sends it on again: ${url}`
    : 'no run has taken it up yet, or the one before it';
  return { name: id, sentence: `It is held, though nothing stops it any more: ${why}`, done: 'raced' };
}

/** A run takes half a minute to take one up, and a pass must end; the end of each of these runs brings the next pass. */
const MOST_DRAINED = 20;

type PatchAction = Extract<Action, { readonly at: string }>;

async function actOnPatch(context: WatchContext, action: PatchAction): Promise<Finding> {
  const state = await readPatchState(context.repository, action.id);
  if (typeof state === 'string' || state.recordCommit.oid !== action.at) {
    return raced(action.id);
  }
  switch (action.kind) {
    case 'settle':
      return await settleAs(context, action, state);
    case 'resume':
      return (await hasOwnJobsOnly(context, action.run.id))
        ? ((await resume(context, action, state)) ?? raced(action.id))
        : await giveUp(context, action, state);
    case 'finish':
      return await finish(context, state);
    case 'adopt':
      return (await adopt(context, state)) ?? raced(action.id);
    case 'demote':
      return await demote(context, state);
    case 'reopen':
      return (await reopen(context, state, action)) ?? raced(action.id);
    case 'merged_again':
      return (await mergedAgain(context, state)) ?? raced(action.id);
    case 'supersede':
      return await supersede(context, action, state);
    case 'redraft':
      return await redraft(context, state);
    case 'checks':
    case 'say':
      return await sayAnew(context, action, state);
    case 'close_canary':
      return await closeCanary(context, action, state);
    case 'remove_branch':
      return await removeOld(context, state, action.branch);
  }
}

async function redraft(context: WatchContext, state: PatchState): Promise<Finding> {
  const { record } = state;
  switch (await redraftUnapproved(context, state)) {
    case 'none':
      return raced(record.id);
    case 'drafted':
      return put(record.id, 'Nobody has approved its newest commit, so its pull request is a draft again');
    case 'labelled': {
      // Known from now on, so that the next pass has nothing to do.
      const warnings = mergeWarnings(record.warnings, [`${NO_DRAFTS}, so its label says that it waits.`]);
      await writeStep(context, state, { record: { ...record, warnings } });
      return put(record.id, 'Nobody has approved its newest commit, which its label says');
    }
  }
}

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

/** The end of a run that also has jobs of others: what to do with those is for people to say. */
async function giveUp(context: WatchContext, action: Of<'resume'>, state: PatchState): Promise<Finding> {
  const { id, at, run } = action;
  const { outcome, resend } = endOfRun(state.record, run);
  return await settleAs(context, { kind: 'settle', id, at, outcome, withdraw: true, resend }, state);
}

async function settleAs(context: WatchContext, action: Of<'settle'>, seen: PatchState): Promise<Finding> {
  const { id, outcome, withdraw, resend } = action;
  if (outcome.kind === 'merged' || (outcome.kind === 'reverted' && seen.record.outcome?.kind !== 'merged')) {
    return await settleMerged(context, { id, outcome }, seen);
  }
  const state = resend ? await knowMessage(context, seen) : seen;
  if (state === null) {
    return raced(id);
  }
  const at = state.recordCommit.oid;
  if (resend) {
    if (state.text === null) {
      throw new Error(
        `its record keeps no patch to send once more; delete ${recordRef(id)} and send it anew`,
      );
    }
    // Before the record says so: to send twice does no harm, for the second is a duplicate; to say so in vain does.
    const kept = { id, digest: state.record.digest, text: state.text, tree: state.recordCommit.tree };
    await dispatchKept(context, kept, { again: true });
  }
  const done = await settleHere(context, { id, at }, { outcome, withdraw });
  return done ? put(id, sentenceOf(outcome)) : raced(id);
}

async function settleMerged(
  context: WatchContext,
  { id, outcome }: { readonly id: string; readonly outcome: AfterMerge },
  state: PatchState,
): Promise<Finding> {
  const seen = await asMerged(context, state, outcome);
  if (seen.kind === 'earlier') {
    const { number } = outcome.pullRequest;
    return put(id, `Pull request #${number} was merged as a revision before the newest one had made it`);
  }
  const done = seen.kind === 'same' && (await settleHere(context, { id, at: seen.at }, { outcome }));
  return done ? put(id, sentenceOf(outcome)) : raced(id);
}

/** False: somebody else moved the record first. */
async function settleHere(
  context: WatchContext,
  { id, at }: { readonly id: string; readonly at: string },
  settlement: Settlement,
): Promise<boolean> {
  const settled = await settle(context, id, ({ recordCommit }) =>
    recordCommit.oid === at ? settlement : null,
  );
  return settled.kind === 'settled';
}

function sentenceOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'canceled':
      return 'Its run was cancelled before it could report';
    case 'crashed':
      return `It did not come to an end by itself: ${outcome.reason}`;
    case 'merged':
      return `Pull request #${outcome.pullRequest.number} was merged by ${outcome.by ?? 'somebody'}`;
    case 'closed':
      return `Pull request #${outcome.pullRequest.number} was closed`;
    case 'reverted':
      return `It was taken back by pull request #${outcome.revert.number}`;
    default:
      return `It is ${outcome.kind}`;
  }
}

async function supersede(
  context: WatchContext,
  action: Of<'supersede'>,
  state: PatchState,
): Promise<Finding> {
  const { id, by, pullRequest } = action;
  const { conversation } = context;
  if (state.pullRequest?.number === pullRequest.number && state.pullRequest.state === 'open') {
    await conversation.comment(pullRequest.number, formatSupersessionNote(by));
    await conversation.closePullRequest(pullRequest.number);
  }
  const outcome: Outcome = { kind: 'superseded', by: by.id, pullRequest };
  const done = await settleHere(context, action, { outcome });
  return done ? put(id, `The patch ${by.id} takes its place, so its pull request was closed`) : raced(id);
}

async function sayAnew(
  context: WatchContext,
  action: Of<'checks' | 'say'>,
  state: PatchState,
): Promise<Finding> {
  const wanted =
    action.kind === 'checks'
      ? { record: { ...state.record, ci: action.ci }, message: true, status: speaksOfHead(state.record) }
      : { ...action, record: state.record };
  const restated = await restate(context, state, wanted);
  if (restated.kind === 'raced') {
    return raced(action.id);
  }
  const sentence =
    action.kind === 'checks'
      ? `Its checks are seen as ${action.ci.state}`
      : `${[action.message ? 'Its message' : '', action.status || action.replaced ? 'its commit status' : ''].filter(Boolean).join(' and ')} did not say what became of it`;
  const { problem } = restated;
  // What somebody deleted, or nobody can look for, is left as it is; the next pass asks no more.
  return problem === undefined || isDeleted(problem) || isLeftAlone(problem)
    ? put(action.id, [sentence, problem].filter(Boolean).join('. '))
    : { name: action.id, sentence: `${sentence}. ${problem}`, done: 'failed' };
}

async function closeCanary(
  context: WatchContext,
  action: Of<'close_canary'>,
  state: PatchState,
): Promise<Finding> {
  const { id, pullRequest } = action;
  await context.conversation.closePullRequest(pullRequest.number);
  const outcome: Outcome = {
    kind: 'closed',
    pullRequest,
    by: 'ghost-runner',
    reason: 'a canary is not meant to be merged',
  };
  if (!(await settleHere(context, action, { outcome }))) {
    return raced(id);
  }
  const { branch } = state;
  if (branch !== null && isOurs(branch, state.record) && !isShownElsewhere(state.snapshot)) {
    await removeBranch(context, { id, branch: branch.oid });
  }
  return put(id, 'The canary came to its end, so its pull request was closed and its branch removed');
}
