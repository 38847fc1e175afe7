import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { pageReply } from '../http/paging.ts';
import { created, invalid, ok, Refused, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { Issue, Thread } from '../model.ts';
import { openIssue, publishThread, setIssueState } from '../operations/issues.ts';
import { findTextProblem } from '../operations/pulls.ts';
import { issueView } from '../views/issue.ts';
import { addNamedLabels, LabelName } from './labels.ts';
import { requireThread } from './threads.ts';

export const issueRoutes: readonly Route[] = [
  repositoryRoute('POST /repos/{owner}/{repo}/issues', 'issues:write', createIssue),
  repositoryRoute('GET /repos/{owner}/{repo}/issues', 'issues:read', listIssues),
  repositoryRoute('GET /repos/{owner}/{repo}/issues/{issue_number}', 'issues|pull_requests:read', getIssue),
  repositoryRoute('PATCH /repos/{owner}/{repo}/issues/{issue_number}', 'issues:write', updateIssue),
];

const NewIssue = z.object({
  title: z.string(),
  body: z.string().nullable().default(null),
  labels: z.array(LabelName).default([]),
});

async function createIssue(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const { title, body, labels } = readBody(call, NewIssue);
  refuseBadText({ title, body });
  const issue = await openIssue(platform, repository, { title, body }, cause);
  await addNamedLabels(call, issue, labels);
  return created(issueView(platform.world, issue));
}

function refuseBadText(text: Parameters<typeof findTextProblem>[0]): void {
  const problem = findTextProblem(text);
  if (problem !== null) {
    throw new Refused(invalid({ resource: 'Issue', ...problem }));
  }
}

/** Pull requests are among them, as on GitHub. The newest come first. */
function listIssues(call: RepositoryCall): Reply {
  const { query, repository, platform } = call;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const threads: readonly Thread[] = [...repository.pulls.values(), ...repository.issues.values()];
  const wanted = threads
    .filter((thread) => (state === 'all' || thread.state === state) && hasLabels(thread, labels))
    .toSorted((one, other) => other.number - one.number);
  return pageReply(call, wanted, (thread) => issueView(platform.world, thread));
}

function hasLabels(thread: Thread, names: readonly string[]): boolean {
  const own = new Set(thread.labels.map(({ name }) => name.toLowerCase()));
  return names.every((name) => own.has(name.toLowerCase()));
}

function getIssue(call: RepositoryCall): Reply {
  return ok(issueView(call.platform.world, requireThread(call, 'read')));
}

const UpdateIssue = z.object({
  title: z.string().optional(),
  body: z.string().nullable().optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'reopened']).nullable().optional(),
});

async function updateIssue(call: RepositoryCall): Promise<Reply> {
  const { platform, cause } = call;
  const issue = requireIssue(call);
  const { title = issue.title, body = issue.body, state, state_reason } = readBody(call, UpdateIssue);
  refuseBadText({ title, body });
  if (title !== issue.title || body !== issue.body) {
    Object.assign(issue, { title, body, updatedAt: platform.world.now() });
    await publishThread(platform, issue, cause, { action: 'edited' });
  }
  if (state !== undefined) {
    const stateReason = state_reason ?? (state === 'closed' ? 'completed' : 'reopened');
    await setIssueState(platform, issue, { state, stateReason }, cause);
  }
  return ok(issueView(platform.world, issue));
}

/** A pull request is not to be changed by this door here, though GitHub allows some of it. */
function requireIssue(call: RepositoryCall): Issue {
  const thread = requireThread(call, 'write');
  if ('head' in thread) {
    throw new Error('the local GitHub changes pull requests under /pulls only');
  }
  return thread;
}
