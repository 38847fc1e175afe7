import { isOurs } from '../record/life.ts';
import { pullRequestOf } from '../record/proof.ts';
import type { PatchRecord } from '../record/record.ts';
import type { CommitInfo, PullRequestState } from './ports.ts';

/**
 * The pull request that shows this patch, also where the run died that made it, or an attempt before this one gave it
 * up; forks and squatters have others. One of a person's own that was merged at our commit is the merge of the patch, also
 * where the branch went with it.
 */
export function ownPullRequest({
  record,
  branch,
  pullRequest,
}: {
  readonly record: PatchRecord;
  /** The commit at the patch's branch; null: there is none. */
  readonly branch: CommitInfo | null;
  /** The one that may be its own; null: there is none. */
  readonly pullRequest: PullRequestState | null;
}): PullRequestState | null {
  if (pullRequest === null || pullRequest.number === record.mergedBefore) {
    return null;
  }
  const known = pullRequestOf(record);
  const named = known?.number === pullRequest.number || record.state === 'publishing';
  const unnamed = known === undefined && pullRequest.state !== 'closed';
  const showsBranch = branch !== null && isOurs(branch, record) && pullRequest.head === branch.oid;
  const isMerged = pullRequest.state === 'merged' && pullRequest.head === record.head;
  return named || (unnamed && (showsBranch || isMerged)) ? pullRequest : null;
}
