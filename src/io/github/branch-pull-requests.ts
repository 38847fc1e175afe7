import type { Octokit } from '@octokit/rest';
import type { PullRequestState, Snapshot } from '../../stages/ports.ts';
import type { PullRequestAnswer } from './answers.ts';
import { isByUs, type Opened } from './by-us.ts';
import { statusOf } from './failure.ts';
import { LARGEST_PAGE } from './pages.ts';
import type { Place } from './snapshot-query.ts';

type Found = Pick<Snapshot, 'pullRequests' | 'morePullRequests' | 'namedElsewhere'>;

/**
 * The pull requests from a branch of this repository, newest first. `newestFirst` is the page that is known by now. Forks
 * may use the same branch name, and anybody can fill that page with theirs: only then it costs a request more, which asks
 * for those of this owner alone. One that is `named` and not among them costs one more: it is older than all of these, or
 * so young that GitHub lists it a few seconds later.
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
  const { found, more } =
    newestFirst.length < LARGEST_PAGE
      ? { found: newestFirst.filter(isFromHere).map(answered), more: false }
      : await readOfOwner(octokit, place, branch);
  const isFound = named === undefined || found.some(({ number }) => number === named);
  const unlisted = isFound ? null : await readNamed(octokit, place, { number: named, branch });
  return {
    pullRequests: unlisted === null || unlisted === 'elsewhere' ? found : [...found, unlisted],
    ...(more ? { morePullRequests: true } : {}),
    ...(unlisted === 'elsewhere' ? { namedElsewhere: true } : {}),
  };
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

async function readOfOwner(
  octokit: Octokit,
  { owner, name }: Place,
  branch: string,
): Promise<{ readonly found: readonly PullRequestState[]; readonly more: boolean }> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo: name,
    head: `${owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: LARGEST_PAGE,
  });
  const found = data.filter(({ head, base }) => head.repo?.id === base.repo.id).map(listed);
  return { found, more: data.length >= LARGEST_PAGE };
}

/** null: GitHub knows of no such number, or not yet. */
async function readNamed(
  octokit: Octokit,
  { owner, name }: Place,
  { number, branch }: { readonly number: number; readonly branch: string },
): Promise<PullRequestState | 'elsewhere' | null> {
  try {
    const { data } = await octokit.rest.pulls.get({ owner, repo: name, pull_number: number });
    const { head, base } = data;
    return head.ref === branch && head.repo?.id === base.repo.id ? listed(data) : 'elsewhere';
  } catch (error) {
    if (statusOf(error) === 404) {
      return null;
    }
    throw error;
  }
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
