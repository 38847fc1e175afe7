import { z } from 'zod';
import type { Commit } from '../git/format.ts';
import { readCommit } from '../git/objects.ts';
import { readBody } from '../http/body.ts';
import { pageReply, pickPage } from '../http/paging.ts';
import { created, invalid, notFound, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { Status } from '../model.ts';
import { branchesAt, resolveCommit } from '../operations/resolve.ts';
import { commitView } from '../views/git.ts';
import { repositoryUrl, repositoryView } from '../views/repository.ts';
import { simpleStatusView, statusView } from '../views/status.ts';

export const statusRoutes: readonly Route[] = [
  repositoryRoute('POST /repos/{owner}/{repo}/statuses/{sha}', 'statuses:write', createStatus),
  repositoryRoute('GET /repos/{owner}/{repo}/commits/{ref}/statuses', 'statuses:read', listStatuses),
  repositoryRoute('GET /repos/{owner}/{repo}/commits/{ref}/status', 'statuses:read', getCombinedStatus),
];

/** Characters. */
const LONGEST_DESCRIPTION = 140;
const LONGEST_CONTEXT = 255;
/** A commit takes this many statuses of one context, and no more. */
const MOST_STATUSES = 1000;

const CreateStatus = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  description: z.string().nullable().default(null),
  target_url: z.string().nullable().default(null),
  context: z.string().default('default'),
});

async function createStatus(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, cause } = call;
  const body = readBody(call, CreateStatus);
  const sha = call.params['sha'] ?? '';
  const commit = /^[0-9a-f]{40}$/.test(sha) ? await readCommit(repository.store, sha) : null;
  if (commit === null) {
    return unprocessable(`No commit found for SHA: ${sha}`);
  }
  const problem = findStatusProblem(repository.statuses, commit.oid, body);
  if (problem !== null) {
    return problem;
  }
  const status: Status = {
    id: platform.world.nextId(),
    sha: commit.oid,
    state: body.state,
    description: body.description,
    targetUrl: body.target_url,
    context: body.context,
    creator: cause.user,
    createdAt: platform.world.now(),
  };
  repository.statuses.push(status);
  await publishStatus(call, status, commit);
  return created(statusView(platform.world, repository, status));
}

function findStatusProblem(
  known: readonly Status[],
  sha: string,
  body: z.output<typeof CreateStatus>,
): Reply | null {
  const custom = (field: string, message: string) =>
    invalid({ resource: 'Status', field, code: 'custom', message });
  if ((body.description ?? '').length > LONGEST_DESCRIPTION) {
    return custom('description', `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`);
  }
  if (body.context.length > LONGEST_CONTEXT) {
    return custom('context', `context is too long (maximum is ${LONGEST_CONTEXT} characters)`);
  }
  if (body.target_url !== null && !/^https?:\/\//.test(body.target_url)) {
    return custom('target_url', 'target_url must use http(s) scheme');
  }
  const before = known.filter((status) => status.sha === sha && status.context === body.context);
  return before.length < MOST_STATUSES
    ? null
    : custom('base', 'This SHA and context has reached the maximum number of statuses.');
}

async function publishStatus(call: RepositoryCall, status: Status, commit: Commit): Promise<void> {
  const { platform, repository, cause } = call;
  const branches = (await branchesAt(repository, status.sha)).slice(0, MOST_BRANCHES);
  platform.events.publish({
    name: 'status',
    repository,
    payload: {
      id: status.id,
      sha: status.sha,
      name: repository.fullName,
      state: status.state,
      description: status.description,
      target_url: status.targetUrl,
      context: status.context,
      commit: commitView(platform.world, repository, commit),
      branches: branches.map((name) => ({ name, commit: { sha: status.sha }, protected: false })),
      created_at: status.createdAt.toISOString(),
      updated_at: status.createdAt.toISOString(),
    },
    cause,
  });
}

/** GitHub names no more of them. */
const MOST_BRANCHES = 10;

async function listStatuses(call: RepositoryCall): Promise<Reply> {
  const statuses = await statusesOf(call);
  return pageReply(call, statuses.all, (status) => statusView(call.platform.world, call.repository, status));
}

async function getCombinedStatus(call: RepositoryCall): Promise<Reply> {
  const { world } = call.platform;
  const { sha, all } = await statusesOf(call);
  const latest = all.filter(
    (status, index) => all.findIndex(({ context }) => context === status.context) === index,
  );
  const { items, headers } = pickPage(call, latest);
  const url = `${repositoryUrl(world, call.repository)}/commits/${sha}`;
  return {
    status: 200,
    headers,
    body: {
      state: combineStates(latest),
      statuses: items.map((status) => simpleStatusView(world, call.repository, status)),
      sha,
      total_count: latest.length,
      repository: repositoryView(world, call.repository),
      commit_url: url,
      url: `${url}/status`,
    },
  };
}

/** All statuses of the commit that the path names, the newest first. */
async function statusesOf(call: RepositoryCall): Promise<{ sha: string; all: Status[] }> {
  const commit = await resolveCommit(call.repository, call.params['ref'] ?? '');
  if (commit === null) {
    throw new Refused(notFound());
  }
  return {
    sha: commit.oid,
    all: call.repository.statuses.filter(({ sha }) => sha === commit.oid).toReversed(),
  };
}

function combineStates(latest: readonly Status[]): 'failure' | 'pending' | 'success' {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) {
    return 'failure';
  }
  return latest.length > 0 && latest.every(({ state }) => state === 'success') ? 'success' : 'pending';
}
