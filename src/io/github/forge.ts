import type { Octokit } from '@octokit/rest';
import type { Forge, OpenedPullRequest, OpenPullRequest } from '../../stages/ports.ts';
import { decoratePullRequest } from './decorate.ts';
import { attempt } from './errors.ts';
import { messageOf, statusOf } from './failure.ts';
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
    updatePullRequest: async (number, { title, body }) => {
      await attempt(`update pull request #${number}`, async () => {
        await octokit.rest.pulls.update({ ...repository, pull_number: number, title, body });
      });
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

/** Without drafts on the repository's plan it is opened as an ordinary one; one that is open already is the answer. */
async function openPullRequest(
  octokit: Octokit,
  place: Place,
  request: OpenPullRequest,
): Promise<OpenedPullRequest> {
  const { owner, name } = place;
  try {
    const { data } = await octokit.rest.pulls.create({ owner, repo: name, ...request });
    return opened(data);
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    const said = messageOf(error);
    if (request.draft && /draft/i.test(said))
      return await openPullRequest(octokit, place, { ...request, draft: false });
    const existing = /already exists/i.test(said) ? await findOpenPullRequest(octokit, place, request) : null;
    if (existing === null) throw error;
    return existing;
  }
}

async function findOpenPullRequest(
  octokit: Octokit,
  { owner, name }: Place,
  { head, base }: OpenPullRequest,
): Promise<OpenedPullRequest | null> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo: name,
    head: `${owner}:${head}`,
    base,
    state: 'open',
  });
  return data[0] === undefined ? null : opened(data[0]);
}

function opened(data: {
  readonly number: number;
  readonly html_url: string;
  readonly node_id: string;
  readonly draft?: boolean;
}): OpenedPullRequest {
  return { number: data.number, url: data.html_url, nodeId: data.node_id, draft: data.draft ?? false };
}

/** Cuts between characters, not through one that is stored as two. */
function shorten(description: string): string {
  if (description.length <= LONGEST_DESCRIPTION) return description;
  return `${description.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Characters that GitHub takes of a status. */
const LONGEST_DESCRIPTION = 140;
