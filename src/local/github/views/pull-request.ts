import { comparePull } from '../git/compare-pull.ts';
import type { Label, PullRequest, Repository, Thread, User } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';
import { repositoryPage, repositoryUrl, repositoryView } from './repository.ts';
import { userView } from './user.ts';

export function pullPage(world: World, pull: PullRequest): string {
  return `${repositoryPage(world, pull.repository)}/pull/${pull.number}`;
}

export function pullUrl(world: World, pull: PullRequest): string {
  return `${repositoryUrl(world, pull.repository)}/pulls/${pull.number}`;
}

/** `pull-request-simple`, as lists show it. */
export function simplePullRequestView(world: World, pull: PullRequest) {
  return {
    id: pull.id,
    node_id: formatNodeId('PR', pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state,
    draft: pull.draft,
    locked: false,
    user: userView(world, pull.author),
    assignee: null,
    assignees: [],
    requested_reviewers: pull.reviewers.map((reviewer) => userView(world, reviewer)),
    requested_teams: [],
    labels: pull.labels.map((label) => labelView(world, pull.repository, label)),
    milestone: null,
    created_at: pull.createdAt.toISOString(),
    updated_at: pull.updatedAt.toISOString(),
    closed_at: pull.closedAt?.toISOString() ?? null,
    merged_at: pull.merged?.at.toISOString() ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    head: sideView(world, pull, { branch: pull.head, sha: pull.headSha }),
    base: sideView(world, pull, { branch: pull.base, sha: pull.baseSha }),
    author_association: associationOf(pull.repository, pull.author),
    auto_merge: null,
    ...linksOf(world, pull),
  };
}

/** `pull-request`, which adds what git has to be asked for. */
export async function pullRequestView(world: World, pull: PullRequest) {
  const { mergeable: fits, ...counts } = await comparePull(pull.repository.store, pull.baseSha, pull.headSha);
  const mergeable = pull.state === 'open' ? fits : null;
  return {
    ...simplePullRequestView(world, pull),
    ...counts,
    merged: pull.merged !== null,
    merged_by: pull.merged === null ? null : userView(world, pull.merged.by),
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(pull, mergeable),
    maintainer_can_modify: false,
    comments: pull.comments.length,
    review_comments: 0,
  };
}

function mergeableState(pull: PullRequest, mergeable: boolean | null): string {
  if (mergeable === null) {
    return 'unknown';
  }
  if (!mergeable) {
    return 'dirty';
  }
  return pull.draft ? 'draft' : 'clean';
}

function sideView(world: World, pull: PullRequest, side: { readonly branch: string; readonly sha: string }) {
  return {
    label: `${pull.repository.owner.login}:${side.branch}`,
    ref: side.branch,
    sha: side.sha,
    user: userView(world, pull.repository.owner),
    repo: repositoryView(world, pull.repository),
  };
}

/** What GitHub says of an author. It is no permission: a collaborator may have any role. */
export function associationOf(repository: Repository, author: User): string {
  if (author === repository.owner) {
    return 'OWNER';
  }
  return repository.collaborators.has(author.login) ? 'COLLABORATOR' : 'NONE';
}

function linksOf(world: World, pull: PullRequest) {
  const [url, page] = [pullUrl(world, pull), pullPage(world, pull)];
  const issue = issueUrl(world, pull);
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(world, pull.repository)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repositoryUrl(world, pull.repository)}/statuses/${pull.headSha}`,
  };
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    commits_url: links.commits,
    statuses_url: links.statuses,
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  };
}

export function issueUrl(world: World, thread: Thread): string {
  return `${repositoryUrl(world, thread.repository)}/issues/${thread.number}`;
}

export function labelView(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: formatNodeId('LA', label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    // The short form of a pull request's labels has no null, whatever the label itself says.
    description: label.description ?? '',
    color: label.color,
    default: false,
  };
}
