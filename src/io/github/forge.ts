import type { Octokit } from '@octokit/rest';
import type {
  Forge,
  OpenedPullRequest,
  OpenPullRequest,
  UpdatedPullRequest,
  UpdatePullRequest,
} from '../../stages/ports.ts';
import { isByUs, type Opened } from './by-us.ts';
import { decoratePullRequest } from './decorate.ts';
import { attempt, ContradictoryAnswers } from './errors.ts';
import { messageOf, statusOf } from './failure.ts';
import { LARGEST_PAGE } from './pages.ts';
import type { Place } from './snapshot-query.ts';

/** Pull requests and statuses over GitHub's API. Rejects with GitHubError. */
export function createForge({
  octokit,
  owner,
  name,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
}): Forge {
  const place = { owner, name };
  const repository = { owner, repo: name };
  return {
    openPullRequest: async (request) => {
      return await attempt(
        'open the pull request',
        async () => await openPullRequest(octokit, place, request),
      );
    },
    updatePullRequest: async (number, update) => {
      return await attempt(
        `update pull request #${number}`,
        async () => await updatePullRequest(octokit, place, number, update),
      );
    },
    decoratePullRequest: async (request) => await decoratePullRequest(octokit, place, request),
    setStatus: async (sha, { context, state, description, targetUrl }) => {
      await attempt(`set the status of ${sha}`, async () => {
        await octokit.rest.repos.createCommitStatus({
          ...repository,
          sha,
          context,
          state,
          description: shorten(description),
          ...(targetUrl === undefined ? {} : { target_url: targetUrl }),
        });
      });
    },
  };
}

/**
 * Without drafts on the repository's plan it is opened as an ordinary one. One of ours that is open already is updated
 * and is the answer, as is one that this request itself opened when GitHub's first answer was lost.
 */
async function openPullRequest(
  octokit: Octokit,
  place: Place,
  request: OpenPullRequest,
): Promise<OpenedPullRequest> {
  const { owner, name } = place;
  try {
    const { data } = await octokit.rest.pulls.create({ owner, repo: name, ...request });
    return { ...opened(data), existing: false };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const said = messageOf(error);
    if (statusOf(error) === UNPROCESSABLE && request.draft && NO_DRAFTS.test(said))
      return await openPullRequest(octokit, place, { ...request, draft: false });
    return await updateExisting(octokit, place, request, error);
  }
}

/** GitHub's own words, from their beginning: others may repeat a branch or a title. */
const NO_DRAFTS =
  /^(?:Validation Failed: )?Draft pull requests are not supported in this repository\.?(?:$|: )/;

/** Whatever the refusal says: an earlier try, of which the answer was lost, may have opened it. */
async function updateExisting(
  octokit: Octokit,
  place: Place,
  request: OpenPullRequest,
  refusal: unknown,
): Promise<OpenedPullRequest> {
  const found = await findOpenPullRequest(octokit, place, request).catch((error: unknown) => {
    // Whoever may not look is not let in here either, and the first refusal says why.
    throw isRefusal(error) ? refusal : error;
  });
  if (found !== null && !isByUs(found)) {
    // A person's stays as it is.
    throw refusal;
  }
  if (found === null) {
    const said = messageOf(refusal);
    throw /already exists/i.test(said)
      ? new ContradictoryAnswers(`${said}; and GitHub lists none`, { cause: refusal })
      : refusal;
  }
  const { number } = found;
  try {
    return { ...opened(await sendUpdate(octokit, place, number, request)), existing: true };
  } catch (error) {
    // It is there all the same, which must not be denied.
    throw isRefusal(error)
      ? new ContradictoryAnswers(`#${number} is open, and takes no update: ${messageOf(error)}`, {
          cause: error,
        })
      : error;
  }
}

/** GitHub answered that it did not do what this one request asked for. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status !== null && status < 500;
}

const UNPROCESSABLE = 422;

/** GitHub allows one per head and base. An owner may have forks of its own repository, whose heads are named alike. */
async function findOpenPullRequest(
  octokit: Octokit,
  { owner, name }: Place,
  { head, base }: OpenPullRequest,
): Promise<(Opened & { readonly number: number }) | null> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo: name,
    head: `${owner}:${head}`,
    base,
    state: 'open',
    per_page: LARGEST_PAGE,
  });
  return data.find((one) => one.head.repo?.id === one.base.repo.id) ?? null;
}

function opened(data: PullRequestAnswer): Omit<OpenedPullRequest, 'existing'> {
  const { number, html_url: url, node_id: nodeId, draft = false, head } = data;
  return { number, url, nodeId, draft, head: head.sha };
}

async function updatePullRequest(
  octokit: Octokit,
  place: Place,
  number: number,
  update: UpdatePullRequest,
): Promise<UpdatedPullRequest> {
  const {
    state,
    merged_at: mergedAt,
    draft = false,
    head,
  } = await sendUpdate(octokit, place, number, update);
  const over = mergedAt == null ? 'closed' : 'merged';
  return { state: state === 'open' ? 'open' : over, head: head.sha, draft };
}

async function sendUpdate(
  octokit: Octokit,
  { owner, name }: Place,
  number: number,
  { title, body, base }: UpdatePullRequest,
): Promise<PullRequestAnswer> {
  const text = { title, body, base };
  return (await octokit.rest.pulls.update({ owner, repo: name, pull_number: number, ...text })).data;
}

/** The part of REST's `pull-request` that is used. */
type PullRequestAnswer = {
  readonly number: number;
  readonly html_url: string;
  readonly node_id: string;
  readonly state: string;
  readonly draft?: boolean;
  readonly merged_at?: string | null;
  readonly head: { readonly sha: string };
};

/** Cuts between characters, not through one that is stored as two. */
function shorten(description: string): string {
  if (description.length <= LONGEST_DESCRIPTION) return description;
  return `${description.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Characters that GitHub takes of a status. */
const LONGEST_DESCRIPTION = 140;
