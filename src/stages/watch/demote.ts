import type { Proof } from '../../record/record.ts';
import { mergeWarnings } from '../../record/warnings.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import type { PullRequestState } from '../ports.ts';
import { describeUnproven, NO_DRAFTS } from '../proposal.ts';
import type { WatchContext } from './context.ts';
import { put, raced } from './finding.ts';
import { withProof } from './known-proof.ts';

/**
 * Makes a draft of a pull request that shows what is not proven; where nobody has a verdict, its text says so. Where
 * GitHub knows no drafts the text is all that can say it, which is kept in the record. A record that can't tell whether
 * it is proven learns that from its history first, once. Throws where GitHub does not do it.
 */
export async function demote(context: WatchContext, seen: PatchState): Promise<Finding> {
  const { record } = seen;
  const pullRequest = ownPullRequest(seen);
  const shows = pullRequest?.state === 'open' && pullRequest.head === record.head;
  const known = shows ? await withProof(context, seen, pullRequest) : null;
  if (known === null || pullRequest === null) {
    return raced(record.id);
  }
  const { state, proof } = known;
  return proof?.tests === 'passed'
    ? put(
        state.record.id,
        'An earlier attempt has proven what its pull request shows, which is on record now',
      )
    : await sayUnproven(context, state, { pullRequest, tests: proof?.tests ?? 'none' });
}

async function sayUnproven(
  context: WatchContext,
  state: PatchState,
  {
    pullRequest,
    tests,
  }: { readonly pullRequest: PullRequestState; readonly tests: Exclude<Proof['tests'], 'passed'> },
): Promise<Finding> {
  const { record, texts: patch } = state;
  const drafted = pullRequest.draft || (await context.conversation.setDraft(pullRequest.nodeId, true));
  if (!drafted && (await context.conversation.pullRequest(pullRequest.number))?.state !== 'open') {
    // What was closed in the meantime can't be made a draft, whatever the repository knows.
    return raced(record.id);
  }
  // Where tests failed, the text has said so ever since.
  const [untold] = tests === 'failed' ? [] : await describeUnproven({ context, patch }, record, pullRequest);
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
