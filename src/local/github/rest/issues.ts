import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { pageReply } from '../http/paging.ts';
import { created, invalid, notFound, ok, Refused, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { Comment, Label, PullRequest } from '../model.ts';
import {
  addLabels,
  branchHead,
  createLabel,
  ensureLabel,
  findLabel,
  findTextProblem,
} from '../operations/pulls.ts';
import { publishPull } from '../operations/refs.ts';
import { commentView, issueView, labelView } from '../views/pull-request.ts';
import { findPull } from './pulls.ts';

/** Pull requests are issues too, and the only ones here. */
export const issueRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/labels',
    'issues|pull_requests:read',
    listLabels,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    'issues|pull_requests:write',
    labelIssue,
  ),
  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    'issues|pull_requests:write',
    unlabelIssue,
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'issues|pull_requests:read',
    listComments,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'issues|pull_requests:write',
    addComment,
  ),
  repositoryRoute(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    'issues|pull_requests:write',
    updateComment,
  ),
  repositoryRoute('GET /repos/{owner}/{repo}/labels', 'issues|pull_requests:read', listRepositoryLabels),
  repositoryRoute('GET /repos/{owner}/{repo}/labels/{name}', 'issues|pull_requests:read', getLabel),
  repositoryRoute('POST /repos/{owner}/{repo}/labels', 'issues|pull_requests:write', addLabel),
];

function listLabels(call: RepositoryCall): Reply {
  return pageReply(call, findPull(call).labels, (label) =>
    labelView(call.platform.world, call.repository, label),
  );
}

const LabelNames = z.object({ labels: z.array(z.union([z.string(), z.object({ name: z.string() })])) });

async function labelIssue(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const pull = findPull(call);
  const names = readBody(call, LabelNames).labels.map((label) =>
    typeof label === 'string' ? label : label.name,
  );
  const labels = names.map((name) => ensureLabel(platform, repository, name));
  await addLabels(platform, pull, labels, cause);
  return ok(pull.labels.map((label) => labelView(platform.world, repository, label)));
}

async function unlabelIssue(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const pull = findPull(call);
  const label = findLabel(repository, call.params['name'] ?? '');
  if (label === undefined || !pull.labels.includes(label)) {
    return notFound();
  }
  pull.labels.splice(pull.labels.indexOf(label), 1);
  await publishPull(platform, pull, cause, {
    action: 'unlabeled',
    label: labelView(platform.world, repository, label),
  });
  return ok(pull.labels.map((label) => labelView(platform.world, repository, label)));
}

function listComments(call: RepositoryCall): Reply {
  const pull = findPull(call);
  return pageReply(call, pull.comments, (comment) => commentView(call.platform.world, pull, comment));
}

const CommentBody = z.object({ body: z.string() });

async function addComment(call: RepositoryCall): Promise<Reply> {
  const { platform, cause } = call;
  const pull = findPull(call);
  const body = readCommentBody(call);
  const now = platform.world.now();
  const comment: Comment = {
    id: platform.world.nextId(),
    author: cause.user,
    body,
    createdAt: now,
    updatedAt: now,
  };
  pull.comments.push(comment);
  pull.updatedAt = now;
  await publishComment(call, pull, comment, 'created');
  return created(commentView(platform.world, pull, comment));
}

function readCommentBody(call: RepositoryCall): string {
  const { body } = readBody(call, CommentBody);
  const problem = body.trim() === '' ? { field: 'body', code: 'missing_field' } : findTextProblem({ body });
  if (problem !== null) {
    throw new Refused(invalid({ resource: 'IssueComment', ...problem }));
  }
  return body;
}

/** Workflows that hear of comments are read from the default branch. */
async function publishComment(
  call: RepositoryCall,
  pull: PullRequest,
  comment: Comment,
  action: string,
): Promise<void> {
  const { platform, repository, cause } = call;
  const head = await branchHead(repository, repository.defaultBranch);
  platform.events.publish({
    name: 'issue_comment',
    action,
    repository,
    payload: { issue: issueView(platform.world, pull), comment: commentView(platform.world, pull, comment) },
    cause,
    ...(head === null ? {} : { workflows: { ref: `refs/heads/${repository.defaultBranch}`, sha: head } }),
  });
}

async function updateComment(call: RepositoryCall): Promise<Reply> {
  const { world } = call.platform;
  const wanted = Number(call.params['comment_id']);
  for (const pull of call.repository.pulls.values()) {
    const comment = pull.comments.find(({ id }) => id === wanted);
    if (comment !== undefined) {
      comment.body = readCommentBody(call);
      comment.updatedAt = world.now();
      await publishComment(call, pull, comment, 'edited');
      return ok(commentView(world, pull, comment));
    }
  }
  return notFound();
}

function listRepositoryLabels(call: RepositoryCall): Reply {
  const { platform, repository } = call;
  return pageReply(call, [...repository.labels.values()], (label) =>
    labelView(platform.world, repository, label),
  );
}

function getLabel(call: RepositoryCall): Reply {
  const label = findLabel(call.repository, call.params['name'] ?? '');
  return label === undefined ? notFound() : ok(labelView(call.platform.world, call.repository, label));
}

const NewLabel = z.object({
  name: z.string().min(1),
  color: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/)
    .default('ededed'),
  description: z.string().max(100).nullable().default(null),
});

function addLabel(call: RepositoryCall): Reply {
  const plan = readBody(call, NewLabel);
  if (findLabel(call.repository, plan.name) !== undefined) {
    return invalid({ resource: 'Label', field: 'name', code: 'already_exists' });
  }
  const label: Label = createLabel(call.platform, call.repository, plan);
  return created(labelView(call.platform.world, call.repository, label));
}
