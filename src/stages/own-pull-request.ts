import { isOurs } from '../record/life.ts';
import { pullRequestOf } from '../record/proof.ts';
import type { PatchRecord } from '../record/record.ts';
import type { CommitInfo, PullRequestState } from './ports.ts';

/**
 * The pull request that shows this patch, also where the run died that made it, or an attempt before this one gave it
 * up; forks and squatters have others.
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
  const unnamed = known === undefined && pullRequest.state === 'open';
  const showsOurs = branch !== null && isOurs(branch, record) && pullRequest.head === branch.oid;
  return named || (unnamed && showsOurs) ? pullRequest : null;
}
