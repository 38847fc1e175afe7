import type { Octokit } from '@octokit/rest';
import type { PullRequestState } from '../../stages/ports.ts';
import type { PullRequestAnswer } from './answers.ts';
import { LARGEST_PAGE } from './pages.ts';
import type { Place } from './snapshot-query.ts';

/**
 * The newest pull request from a branch of this repository; null: there is none. `newestFirst` is the page that is known
 * by now. Forks may use the same branch name, and anybody can fill that page with theirs: only then it costs a request
 * more, which asks for those of this owner alone.
 */
export async function readNewestPullRequest(
  octokit: Octokit,
  place: Place,
  { newestFirst, branch }: { readonly newestFirst: readonly PullRequestAnswer[]; readonly branch: string },
): Promise<PullRequestState | null> {
  const found = newestFirst.find(({ isCrossRepository }) => !isCrossRepository);
  if (found !== undefined) return answered(found);
  return newestFirst.length < LARGEST_PAGE ? null : await readOfOwner(octokit, place, branch);
}

function answered(answer: PullRequestAnswer): PullRequestState {
  const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head, baseRefName: base } = answer;
  const { mergeCommit, mergedBy } = answer;
  // A closed one may have a commit too, as which GitHub tried to merge it.
  const isMerged = state === 'MERGED' && mergeCommit !== null;
  const merge = isMerged ? { merge: { sha: mergeCommit.oid, by: mergedBy?.login ?? null } } : {};
  return { nodeId, number, url, state: STATES[state], draft, head, base, ...merge };
}

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** An owner may have forks of its own repository too. */
async function readOfOwner(
  octokit: Octokit,
  { owner, name }: Place,
  branch: string,
): Promise<PullRequestState | null> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo: name,
    head: `${owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: LARGEST_PAGE,
  });
  const found = data.find(({ head, base }) => head.repo?.id === base.repo.id);
  if (found === undefined) return null;
  const { node_id: nodeId, number, html_url: url, draft = false, head, base, merge_commit_sha: sha } = found;
  const closed = found.merged_at === null ? 'closed' : 'merged';
  const state = found.state === 'open' ? 'open' : closed;
  // Who merged it is not in this list.
  const merge = state === 'merged' && sha !== null ? { merge: { sha, by: null } } : {};
  return { nodeId, number, url, state, draft, head: head.sha, base: base.ref, ...merge };
}
