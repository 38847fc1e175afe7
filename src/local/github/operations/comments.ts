import type { Cause, Comment, Reaction, Repository, Thread } from '../model.ts';
import type { Platform } from '../platform.ts';
import { commentView, issueView } from '../views/issue.ts';
import { branchHead } from './pulls.ts';

export async function addComment(
  platform: Platform,
  thread: Thread,
  body: string,
  cause: Cause,
): Promise<Comment> {
  const now = platform.world.now();
  const comment: Comment = {
    id: platform.world.nextId(),
    author: cause.user,
    body,
    reactions: [],
    createdAt: now,
    updatedAt: now,
  };
  thread.comments.push(comment);
  thread.updatedAt = now;
  await publishComment(platform, { thread, comment }, { action: 'created' }, cause);
  return comment;
}

export type PlacedComment = { readonly thread: Thread; readonly comment: Comment };

export function findComment(repository: Repository, id: number): PlacedComment | undefined {
  for (const thread of [...repository.pulls.values(), ...repository.issues.values()]) {
    const comment = thread.comments.find((one) => one.id === id);
    if (comment !== undefined) {
      return { thread, comment };
    }
  }
  return undefined;
}

/** The event says what the comment was before. */
export async function editComment(
  platform: Platform,
  placed: PlacedComment,
  body: string,
  cause: Cause,
): Promise<void> {
  const { comment } = placed;
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = platform.world.now();
  await publishComment(platform, placed, { action: 'edited', changes: { body: { from } } }, cause);
}

export async function deleteComment(platform: Platform, placed: PlacedComment, cause: Cause): Promise<void> {
  const { comments } = placed.thread;
  comments.splice(comments.indexOf(placed.comment), 1);
  await publishComment(platform, placed, { action: 'deleted' }, cause);
}

/** Workflows that hear of comments are read from the default branch. */
async function publishComment(
  platform: Platform,
  { thread, comment }: PlacedComment,
  { action, ...more }: { readonly action: string; readonly [key: string]: unknown },
  cause: Cause,
): Promise<void> {
  const { repository } = thread;
  const head = await branchHead(repository, repository.defaultBranch);
  platform.events.publish({
    name: 'issue_comment',
    action,
    repository,
    payload: {
      issue: issueView(platform.world, thread),
      comment: commentView(platform.world, thread, comment),
      ...more,
    },
    cause,
    ...(head === null ? {} : { workflows: { ref: `refs/heads/${repository.defaultBranch}`, sha: head } }),
  });
}

/** The reaction, and whether it is new: the same one of the same person is there once. No event tells of it. */
export function addReaction(
  platform: Platform,
  comment: Comment,
  content: Reaction['content'],
  cause: Cause,
): { readonly reaction: Reaction; readonly added: boolean } {
  const known = comment.reactions.find((one) => one.user === cause.user && one.content === content);
  if (known !== undefined) {
    return { reaction: known, added: false };
  }
  const { world } = platform;
  const reaction = { id: world.nextId(), user: cause.user, content, createdAt: world.now() };
  comment.reactions.push(reaction);
  return { reaction, added: true };
}
