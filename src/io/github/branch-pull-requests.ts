import type { Octokit } from '@octokit/rest';
import type { PullRequestState, Snapshot } from '../../stages/ports.ts';
import type { PullRequestAnswer } from './answers.ts';
import { isByUs, type Opened } from './by-us.ts';
import { LARGEST_PAGE } from './pages.ts';
import type { Place } from './snapshot-query.ts';

type Found = Pick<Snapshot, 'pullRequests' | 'morePullRequests'>;

/**
 * The pull requests from a branch of this repository, newest first. `newestFirst` is the page that is known by now. Forks
 * may use the same branch name, and anybody can fill that page with theirs: only then it costs a request more, which asks
 * for those of this owner alone. One that is `named` and older than all of these costs one more.
 */
export async function readPullRequestsFrom(
  octokit: Octokit,
  place: Place,
  wanted: {
    readonly newestFirst: readonly PullRequestAnswer[];
    readonly branch: string;
    readonly named: number | undefined;
  },
): Promise<Found> {
  const { newestFirst, branch, named } = wanted;
  if (newestFirst.length < LARGEST_PAGE) {
    return { pullRequests: newestFirst.filter(isFromHere).map(answered) };
  }
  const ofOwner = await readOfOwner(octokit, place, branch);
  const found = ofOwner.filter(({ head, base }) => head.repo?.id === base.repo.id).map(listed);
  if (ofOwner.length < LARGEST_PAGE) {
    return { pullRequests: found };
  }
  const isFound = named === undefined || found.some(({ number }) => number === named);
  const older = isFound ? null : await readNamed(octokit, place, { number: named, branch });
  return { pullRequests: older === null ? found : [...found, older], morePullRequests: true };
}

/** An owner may have forks of its own repository too. */
function isFromHere({ isCrossRepository }: PullRequestAnswer): boolean {
  return !isCrossRepository;
}

function answered(answer: PullRequestAnswer): PullRequestState {
  const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head, baseRefName: base } = answer;
  const { viewerDidAuthor, author, mergeCommit, mergedBy } = answer;
  const byUs = viewerDidAuthor || author?.type === 'Bot';
  // A closed one may have a commit too, as which GitHub tried to merge it.
  const isMerged = state === 'MERGED' && mergeCommit !== null;
  const merge = isMerged ? { merge: { sha: mergeCommit.oid, by: mergedBy?.login ?? null } } : {};
  return { nodeId, number, url, state: STATES[state], draft, head, base, byUs, ...merge };
}

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

async function readOfOwner(octokit: Octokit, { owner, name }: Place, branch: string) {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo: name,
    head: `${owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: LARGEST_PAGE,
  });
  return data;
}

/** null: that number is none of this branch. */
async function readNamed(
  octokit: Octokit,
  { owner, name }: Place,
  { number, branch }: { readonly number: number; readonly branch: string },
): Promise<PullRequestState | null> {
  const { data } = await octokit.rest.pulls.get({ owner, repo: name, pull_number: number });
  const { head, base } = data;
  return head.ref === branch && head.repo?.id === base.repo.id ? listed(data) : null;
}

type RestPullRequest = Opened & {
  readonly node_id: string;
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly draft?: boolean;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string };
  readonly base: { readonly ref: string };
};

function listed(found: RestPullRequest): PullRequestState {
  const { node_id: nodeId, number, html_url: url, draft = false, head, base, merge_commit_sha: sha } = found;
  const closed = found.merged_at === null ? 'closed' : 'merged';
  const state = found.state === 'open' ? 'open' : closed;
  // Who merged it is not in a list.
  const merge = state === 'merged' && sha !== null ? { merge: { sha, by: null } } : {};
  return { nodeId, number, url, state, draft, head: head.sha, base: base.ref, byUs: isByUs(found), ...merge };
}
