import { findMergeBase, formatDiff } from './git/diff.ts';
import { listRefs } from './git/refs.ts';
import type { Comment, Issue, PullRequest, Repository } from './model.ts';
import { pullPage } from './views/pull-request.ts';
import type { World } from './world.ts';

/** A repository as a person would find it, in plain data. */
export type RepositorySnapshot = {
  readonly repository: string;
  readonly defaultBranch: string;
  /** Name → commit; branches without `refs/heads/`, refs with their full names. */
  readonly branches: { readonly [name: string]: string };
  readonly refs: { readonly [name: string]: string };
  readonly pullRequests: readonly PullRequestSnapshot[];
  readonly issues: readonly IssueSnapshot[];
  /** In the order in which they were made. */
  readonly statuses: { readonly [sha: string]: readonly StatusSnapshot[] };
};

export type PullRequestSnapshot = {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly draft: boolean;
  readonly author: string;
  readonly head: string;
  readonly headSha: string;
  readonly base: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly comments: readonly CommentSnapshot[];
  readonly mergeCommit: string | null;
  readonly mergedBy: string | null;
  /** As `git diff` prints it, from where the branch left its base. */
  readonly diff: string;
};

export type IssueSnapshot = Pick<
  PullRequestSnapshot,
  'number' | 'title' | 'body' | 'author' | 'labels' | 'comments'
> & { readonly state: 'open' | 'closed' };

export type CommentSnapshot = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  /** Such as `github-actions[bot] eyes`, in the order in which they came. */
  readonly reactions: readonly string[];
};

export type StatusSnapshot = {
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string | null;
  readonly creator: string;
};

export async function takeSnapshot(world: World, repository: Repository): Promise<RepositorySnapshot> {
  const refs = await listRefs(repository.store, 'refs/');
  const branches = refs.filter(({ name }) => name.startsWith('refs/heads/'));
  return {
    repository: repository.fullName,
    defaultBranch: repository.defaultBranch,
    branches: Object.fromEntries(branches.map(({ name, oid }) => [name.slice('refs/heads/'.length), oid])),
    refs: Object.fromEntries(refs.map(({ name, oid }) => [name, oid])),
    pullRequests: await Promise.all([...repository.pulls.values()].map((pull) => snapshotPull(world, pull))),
    issues: [...repository.issues.values()].map(snapshotIssue),
    statuses: snapshotStatuses(repository),
  };
}

async function snapshotPull(world: World, pull: PullRequest): Promise<PullRequestSnapshot> {
  const { store } = pull.repository;
  const base = (await findMergeBase(store, pull.baseSha, pull.headSha)) ?? pull.baseSha;
  return {
    number: pull.number,
    url: pullPage(world, pull),
    title: pull.title,
    body: pull.body ?? '',
    state: pull.merged === null ? pull.state : 'merged',
    draft: pull.draft,
    author: pull.author.login,
    head: pull.head,
    headSha: pull.headSha,
    base: pull.base,
    labels: pull.labels.map(({ name }) => name),
    reviewers: pull.reviewers.map(({ login }) => login),
    comments: pull.comments.map(snapshotComment),
    mergeCommit: pull.merged?.sha ?? null,
    mergedBy: pull.merged?.by.login ?? null,
    diff: await formatDiff(store, base, pull.headSha),
  };
}

function snapshotComment({ id, author, body, reactions }: Comment): CommentSnapshot {
  const shown = reactions.map(({ user, content }) => `${user.login} ${content}`);
  return { id, author: author.login, body, reactions: shown };
}

function snapshotIssue(issue: Issue): IssueSnapshot {
  const { number, title, body, state, author, labels, comments } = issue;
  return {
    number,
    title,
    body: body ?? '',
    state,
    author: author.login,
    labels: labels.map(({ name }) => name),
    comments: comments.map(snapshotComment),
  };
}

function snapshotStatuses(repository: Repository): RepositorySnapshot['statuses'] {
  const bySha = Map.groupBy(repository.statuses, ({ sha }) => sha);
  return Object.fromEntries(
    [...bySha].map(([sha, statuses]) => [
      sha,
      statuses.map(({ context, state, description, targetUrl, creator }) => ({
        context,
        state,
        description: description ?? '',
        targetUrl,
        creator: creator.login,
      })),
    ]),
  );
}
