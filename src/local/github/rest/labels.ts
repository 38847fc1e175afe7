import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { pageReply } from '../http/paging.ts';
import { created, invalid, notFound, ok, type Reply } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { Label, Thread } from '../model.ts';
import { addLabels, createLabel, ensureLabel, findLabel, removeLabel } from '../operations/labels.ts';
import { labelView } from '../views/pull-request.ts';
import { requireThread } from './threads.ts';

/** Labels of a repository, and of its pull requests and issues. */
export const labelRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/labels',
    'issues|pull_requests:read',
    listLabels,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    'issues|pull_requests:write',
    labelThread,
  ),
  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    'issues|pull_requests:write',
    unlabelThread,
  ),
  repositoryRoute('GET /repos/{owner}/{repo}/labels', 'issues|pull_requests:read', listRepositoryLabels),
  repositoryRoute('GET /repos/{owner}/{repo}/labels/{name}', 'issues|pull_requests:read', getLabel),
  repositoryRoute('POST /repos/{owner}/{repo}/labels', 'issues|pull_requests:write', addLabel),
];

function listLabels(call: RepositoryCall): Reply {
  return pageReply(call, requireThread(call, 'read').labels, (label) =>
    labelView(call.platform.world, call.repository, label),
  );
}

/** One label is given by its name, or by an object that has one. */
export const LabelName = z.union([z.string(), z.object({ name: z.string() })]);

const LabelNames = z.object({ labels: z.array(LabelName) });

async function labelThread(call: RepositoryCall): Promise<Reply> {
  const thread = requireThread(call, 'write');
  await addNamedLabels(call, thread, readBody(call, LabelNames).labels);
  return ok(viewsOf(call, thread));
}

/** Labels that the repository does not have yet are made. */
export async function addNamedLabels(
  { platform, repository, cause }: RepositoryCall,
  thread: Thread,
  names: readonly z.output<typeof LabelName>[],
): Promise<void> {
  const labels = names.map((label) =>
    ensureLabel(platform, repository, typeof label === 'string' ? label : label.name),
  );
  await addLabels(platform, thread, labels, cause);
}

function viewsOf({ platform, repository }: RepositoryCall, thread: Thread) {
  return thread.labels.map((label) => labelView(platform.world, repository, label));
}

async function unlabelThread(call: RepositoryCall): Promise<Reply> {
  const thread = requireThread(call, 'write');
  const removed = await removeLabel(call.platform, thread, call.params['name'] ?? '', call.cause);
  return removed ? ok(viewsOf(call, thread)) : notFound();
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
