import type { Proof } from '../../record/record.ts';
import { mergeWarnings } from '../../record/warnings.ts';
import { shortSha } from '../../report/view.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import type { PullRequestState } from '../ports.ts';
import { describeUnproven, NO_DRAFTS } from '../proposal.ts';
import type { WatchContext } from './context.ts';
import { put, raced } from './finding.ts';
import { withProof } from './known-proof.ts';
import { findRevision, testsOf } from './put-back.ts';

/**
 * Makes a draft of a pull request that shows what is not proven; where nobody has a verdict, its text says so. Where
 * GitHub knows no drafts the text is all that can say it, which is kept in the record. A record that can't tell whether
 * it is proven learns that from its history first, once. Throws where GitHub does not do it.
 */
export async function demote(context: WatchContext, seen: PatchState): Promise<Finding> {
  const { record } = seen;
  const pullRequest = ownPullRequest(seen);
  if (pullRequest?.state !== 'open') {
    return raced(record.id);
  }
  return pullRequest.head === record.head
    ? await demoteHead(context, seen, pullRequest)
    : await demotePutBack(context, seen, pullRequest);
}

async function demoteHead(
  context: WatchContext,
  seen: PatchState,
  pullRequest: PullRequestState,
): Promise<Finding> {
  const known = await withProof(context, seen, pullRequest);
  if (known === null) {
    return raced(seen.record.id);
  }
  const { state, proof } = known;
  if (proof?.tests === 'passed') {
    return put(
      state.record.id,
      'An earlier attempt has proven what its pull request shows, which is on record now',
    );
  }
  const tests = proof?.tests ?? 'none';
  const { record, texts: patch } = state;
  // Where tests failed, the text has said so ever since.
  const describe = async () =>
    tests === 'failed' ? [] : await describeUnproven({ context, patch }, record, pullRequest);
  return await sayUnproven(context, state, { pullRequest, tests, describe });
}

/** It shows an earlier revision, so that its text is about that one. */
async function demotePutBack(
  context: WatchContext,
  state: PatchState,
  pullRequest: PullRequestState,
): Promise<Finding> {
  const { id, head } = state.record;
  const revision = await findRevision(context, { id, head: pullRequest.head });
  const tests = revision === null ? 'passed' : testsOf(revision);
  if (revision === null || tests === 'passed') {
    return raced(id);
  }
  const verdict = tests === 'failed' ? 'whose tests failed' : 'which has no verdict of the tests';
  const back =
    head === undefined ? '' : `put it back to ${shortSha(head)} and write "/ghost retry ${id}", or `;
  const sentence = `Somebody put this branch back to ${shortSha(pullRequest.head)}, ${verdict}: ${back}send the patch under a new id.`;
  const describe = async () =>
    await describeUnproven({ context, patch: null }, revision, pullRequest, sentence);
  return await sayUnproven(context, state, { pullRequest, tests, describe });
}

async function sayUnproven(
  context: WatchContext,
  state: PatchState,
  {
    pullRequest,
    tests,
    describe,
  }: {
    readonly pullRequest: PullRequestState;
    readonly tests: Exclude<Proof['tests'], 'passed'>;
    /** Has its text say so; what could not be done comes back as a sentence. */
    readonly describe: () => Promise<readonly string[]>;
  },
): Promise<Finding> {
  const { record } = state;
  const drafted = pullRequest.draft || (await context.conversation.setDraft(pullRequest.nodeId, true));
  if (!drafted && (await context.conversation.pullRequest(pullRequest.number))?.state !== 'open') {
    // What was closed in the meantime can't be made a draft, whatever the repository knows.
    return raced(record.id);
  }
  const [untold] = await describe();
  if (untold !== undefined) {
    throw new Error(untold);
  }
  const verdict = tests === 'failed' ? 'its tests failed' : 'nobody has a verdict';
  if (!drafted) {
    const warnings = mergeWarnings(record.warnings, [`${NO_DRAFTS}, so its text says that ${verdict}.`]);
    await writeStep(context, state, { record: { ...record, warnings } });
  }
  const what =
    tests === 'failed'
      ? 'The tests of what its pull request shows failed'
      : 'Nobody has a verdict on what its pull request shows';
  const how = drafted ? 'it is a draft' : 'its text says it, for this repository has no drafts';
  return put(record.id, `${what}, so ${how}`);
}
