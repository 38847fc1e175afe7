import type { Comment, Issue, Reaction, Thread } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';
import { associationOf, issueUrl, labelView, pullPage, pullUrl } from './pull-request.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';
import { userView } from './user.ts';

/** `issue`, which a pull request also is. */
export function issueView(world: World, thread: Thread) {
  const { repository } = thread;
  const url = issueUrl(world, thread);
  return {
    id: thread.id,
    node_id: formatNodeId('head' in thread ? 'PR' : 'I', thread.id),
    number: thread.number,
    title: thread.title,
    body: thread.body,
    state: thread.state,
    state_reason: 'stateReason' in thread ? thread.stateReason : null,
    locked: false,
    user: userView(world, thread.author),
    assignee: null,
    assignees: [],
    milestone: null,
    labels: thread.labels.map((label) => labelView(world, repository, label)),
    comments: thread.comments.length,
    created_at: thread.createdAt.toISOString(),
    updated_at: thread.updatedAt.toISOString(),
    closed_at: thread.closedAt?.toISOString() ?? null,
    author_association: associationOf(repository, thread.author),
    url,
    repository_url: repositoryUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: threadPage(world, thread),
    ...('head' in thread ? { draft: thread.draft, pull_request: pullLinks(world, thread) } : {}),
  };
}

/** By these an issue is known for a pull request. */
function pullLinks(world: World, pull: Exclude<Thread, Issue>) {
  const page = pullPage(world, pull);
  return {
    url: pullUrl(world, pull),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pull.merged?.at.toISOString() ?? null,
  };
}

/** Where people read it. */
function threadPage(world: World, thread: Thread): string {
  return 'head' in thread
    ? pullPage(world, thread)
    : `${repositoryPage(world, thread.repository)}/issues/${thread.number}`;
}

/** `issue-comment`. */
export function commentView(world: World, thread: Thread, comment: Comment) {
  return {
    id: comment.id,
    node_id: formatNodeId('IC', comment.id),
    url: `${repositoryUrl(world, thread.repository)}/issues/comments/${comment.id}`,
    html_url: `${threadPage(world, thread)}#issuecomment-${comment.id}`,
    issue_url: issueUrl(world, thread),
    user: userView(world, comment.author),
    author_association: associationOf(thread.repository, comment.author),
    body: comment.body,
    created_at: comment.createdAt.toISOString(),
    updated_at: comment.updatedAt.toISOString(),
  };
}

/** `reaction`. */
export function reactionView(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: formatNodeId('REA', reaction.id),
    user: userView(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt.toISOString(),
  };
}
