import type { Octokit } from '@octokit/rest';
import { STATUS_CONTEXT } from '../../report/status.ts';
import type { Conversation, PullRequestFacts } from '../../stages/control/ports.ts';
import { isByUs } from './by-us.ts';
import { readChecks, readOwnStatus } from './checks.ts';
import { addComment, listComments } from './comments.ts';
import { setDraft } from './draft.ts';
import { attempt } from './errors.ts';
import { statusOf } from './failure.ts';
import { pagesFor } from './pages.ts';

/** Pull requests and issues, as people talk in them, over GitHub's API. Rejects with GitHubError. */
export function createConversation({
  octokit,
  owner,
  name,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
}): Conversation {
  const place = { owner, repo: name };
  const { rest } = octokit;
  return {
    pullRequest: async (number) => {
      return await attempt(
        `read pull request #${number}`,
        async () => await readPullRequest(octokit, place, number),
      );
    },
    openPullRequests: async (limit) => {
      return await attempt(
        'list the open pull requests',
        async () => await listOpenPullRequests(octokit, place, limit),
      );
    },
    comment: async (number, body) => {
      return await attempt(
        `comment on #${number}`,
        async () => await addComment(octokit, place, { number, body }),
      );
    },
    react: async (commentId, reaction) => {
      await attempt(`react to comment ${commentId}`, async () => {
        await rest.reactions.createForIssueComment({ ...place, comment_id: commentId, content: reaction });
      });
    },
    comments: async (number, since) => {
      return await attempt(
        `read the comments of #${number}`,
        async () => await listComments(octokit, place, { number, since }),
      );
    },
    closePullRequest: async (number) => {
      await attempt(`close pull request #${number}`, async () => {
        await rest.pulls.update({ ...place, pull_number: number, state: 'closed' });
      });
    },
    reopenPullRequest: async (number) => {
      await attempt(`reopen pull request #${number}`, async () => {
        await rest.pulls.update({ ...place, pull_number: number, state: 'open' });
      });
    },
    addLabels: async (number, labels) => {
      if (labels.length === 0) return;
      await attempt(`label #${number}`, async () => {
        await rest.issues.addLabels({ ...place, issue_number: number, labels: [...labels] });
      });
    },
    removeLabel: async (number, label) => {
      await attempt(`remove a label of #${number}`, async () => {
        await rest.issues.removeLabel({ ...place, issue_number: number, name: label }).catch(acceptAbsence);
      });
    },
    setDraft: async (nodeId, draft) => {
      const wanted = draft ? 'make the pull request a draft' : 'mark the pull request ready for review';
      return await attempt(wanted, async () => await setDraft(octokit, nodeId, draft));
    },
    checks: async (sha) => {
      return await attempt(
        `read the checks of ${sha}`,
        async () => await readChecks(octokit, place, { sha, own: STATUS_CONTEXT }),
      );
    },
    ownStatus: async (sha) => {
      return await attempt(
        `read our status of ${sha}`,
        async () => await readOwnStatus(octokit, { ...place, sha, context: STATUS_CONTEXT }),
      );
    },
    openIssue: async ({ title, body, labels }) => {
      return await attempt('open an issue', async () => {
        // After a lost answer it may be there; a second one would be worse than a later look at those that are open.
        const request = { ambiguous: 'throw' };
        const issue = { ...place, title, body, labels: [...labels], request };
        const { data } = await rest.issues.create(issue);
        return { number: data.number, url: data.html_url };
      });
    },
    closeIssue: async (number, comment) => {
      await attempt(`close issue #${number}`, async () => {
        await addComment(octokit, place, { number, body: comment });
        await rest.issues.update({
          ...place,
          issue_number: number,
          state: 'closed',
          state_reason: 'completed',
        });
      });
    },
    issues: async (label) => {
      return await attempt('list the issues', async () => await listIssues(octokit, place, label));
    },
  };
}

type Repository = { readonly owner: string; readonly repo: string };

async function readPullRequest(
  octokit: Octokit,
  place: Repository,
  number: number,
): Promise<PullRequestFacts | null> {
  try {
    return factsOf((await octokit.rest.pulls.get({ ...place, pull_number: number })).data);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

async function listOpenPullRequests(
  octokit: Octokit,
  place: Repository,
  limit: number,
): Promise<readonly PullRequestFacts[]> {
  const open: PullRequestFacts[] = [];
  for (const page of pagesFor(limit)) {
    const { data } = await octokit.rest.pulls.list({ ...place, ...page, state: 'open' });
    // Who merged it is not in the list, and no open one is merged.
    open.push(...data.map((answer) => factsOf({ ...answer, merged_by: null })));
    if (data.length < page.per_page) break;
  }
  return open;
}

function factsOf(answer: PullRequestAnswer): PullRequestFacts {
  const { head, base, merged_at: mergedAt } = answer;
  const closed = answer.state === 'open' ? 'open' : 'closed';
  return {
    number: answer.number,
    url: answer.html_url,
    nodeId: answer.node_id,
    title: answer.title,
    body: answer.body ?? '',
    state: mergedAt === null ? closed : 'merged',
    draft: answer.draft ?? false,
    author: answer.user?.login ?? '',
    byUs: isByUs(answer),
    head: { branch: head.ref, sha: head.sha, sameRepository: head.repo?.id === base.repo.id },
    base: { branch: base.ref, sha: base.sha },
    labels: answer.labels.flatMap((label) => label.name ?? []),
    merge: mergedAt === null ? null : mergeOf(answer, mergedAt),
    closedAt: answer.closed_at,
    updatedAt: answer.updated_at,
  };
}

/** A record that names no commit as the merge could not be read back. */
function mergeOf(
  { number, merge_commit_sha: sha, merged_by: by }: PullRequestAnswer,
  at: string,
): NonNullable<PullRequestFacts['merge']> {
  if (!sha) throw new Error(`GitHub says that #${number} is merged, and not as which commit`);
  return { sha, by: by?.login ?? null, at };
}

function acceptAbsence(error: unknown): void {
  if (statusOf(error) !== 404) throw error;
}

/** GitHub counts pull requests among issues. */
async function listIssues(
  octokit: Octokit,
  place: Repository,
  label: string,
): Promise<readonly { readonly number: number; readonly title: string; readonly url: string }[]> {
  const open = [];
  for (const page of pagesFor(MOST_ISSUES)) {
    const { data } = await octokit.rest.issues.listForRepo({
      ...place,
      ...page,
      labels: label,
      state: 'open',
    });
    open.push(...data.filter((issue) => issue.pull_request === undefined));
    if (data.length < page.per_page) break;
  }
  return open.map(({ number, title, html_url: url }) => ({ number, title, url }));
}

/** Of one label; whoever has more has not looked at them for long, and the newest say it all. */
const MOST_ISSUES = 300;

/** The part of REST's `pull-request` that is used. */
type PullRequestAnswer = {
  readonly number: number;
  readonly html_url: string;
  readonly node_id: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly draft?: boolean;
  readonly user: { readonly login: string; readonly type: string } | null;
  /** `repo` is null where a fork is gone. */
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number } | null;
  };
  readonly base: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } };
  readonly labels: readonly { readonly name?: string }[];
  readonly merged_at: string | null;
  readonly merged_by: { readonly login: string } | null;
  readonly merge_commit_sha: string | null;
  readonly closed_at: string | null;
  readonly updated_at: string;
};
