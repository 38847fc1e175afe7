import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { pageReply } from '../http/paging.ts';
import { created, invalid, noContent, notFound, ok, Refused, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { Level } from '../model.ts';
import {
  addComment,
  addReaction,
  deleteComment,
  editComment,
  findComment,
  type PlacedComment,
} from '../operations/comments.ts';
import { findTextProblem } from '../operations/pulls.ts';
import { commentView, reactionView } from '../views/issue.ts';
import { requireScope, requireThread } from './threads.ts';

/** What is said below pull requests and issues. */
export const commentRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'issues|pull_requests:read',
    listComments,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'issues|pull_requests:write',
    createComment,
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
    'issues|pull_requests:read',
    getComment,
  ),
  repositoryRoute(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    'issues|pull_requests:write',
    updateComment,
  ),
  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    'issues|pull_requests:write',
    removeComment,
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    'issues|pull_requests:read',
    listReactions,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    'issues|pull_requests:write',
    react,
  ),
];

function listComments(call: RepositoryCall): Reply {
  const thread = requireThread(call, 'read');
  const since = call.query.get('since');
  const wanted = thread.comments.filter(
    ({ updatedAt }) => since === null || updatedAt.getTime() >= new Date(since).getTime(),
  );
  return pageReply(call, wanted, (comment) => commentView(call.platform.world, thread, comment));
}

async function createComment(call: RepositoryCall): Promise<Reply> {
  const thread = requireThread(call, 'write');
  const comment = await addComment(call.platform, thread, readCommentBody(call), call.cause);
  return created(commentView(call.platform.world, thread, comment));
}

const CommentBody = z.object({ body: z.string() });

function readCommentBody(call: RepositoryCall): string {
  const { body } = readBody(call, CommentBody);
  const problem = body.trim() === '' ? { field: 'body', code: 'missing_field' } : findTextProblem({ body });
  if (problem !== null) {
    throw new Refused(invalid({ resource: 'IssueComment', ...problem }));
  }
  return body;
}

function getComment(call: RepositoryCall): Reply {
  const { thread, comment } = requireComment(call, 'read');
  return ok(commentView(call.platform.world, thread, comment));
}

/** The comment that the path names; ends the request where there is none, or the caller may not touch it. */
function requireComment(call: RepositoryCall, level: Level): PlacedComment {
  const placed = findComment(call.repository, Number(call.params['comment_id']));
  if (placed === undefined) {
    throw new Refused(notFound());
  }
  requireScope(call, placed.thread, level);
  return placed;
}

async function updateComment(call: RepositoryCall): Promise<Reply> {
  const placed = requireComment(call, 'write');
  await editComment(call.platform, placed, readCommentBody(call), call.cause);
  return ok(commentView(call.platform.world, placed.thread, placed.comment));
}

async function removeComment(call: RepositoryCall): Promise<Reply> {
  await deleteComment(call.platform, requireComment(call, 'write'), call.cause);
  return noContent();
}

function listReactions(call: RepositoryCall): Reply {
  const { comment } = requireComment(call, 'read');
  const content = call.query.get('content');
  const wanted = comment.reactions.filter((reaction) => content === null || reaction.content === content);
  return pageReply(call, wanted, (reaction) => reactionView(call.platform.world, reaction));
}

const NewReaction = z.object({
  content: z.enum(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']),
});

function react(call: RepositoryCall): Reply {
  const { comment } = requireComment(call, 'write');
  const { content } = readBody(call, NewReaction);
  const { reaction, added } = addReaction(call.platform, comment, content, call.cause);
  const view = reactionView(call.platform.world, reaction);
  return added ? created(view) : ok(view);
}
