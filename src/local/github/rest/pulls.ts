import { z } from 'zod';
import { findMergeBase, listChangedFiles, listCommits } from '../git/diff.ts';
import { readCommit } from '../git/objects.ts';
import { readBody } from '../http/body.ts';
import { pageReply } from '../http/paging.ts';
import { created, invalid, notFound, ok, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { PullRequest } from '../model.ts';
import {
  branchHead,
  findOpenTwin,
  findTextProblem,
  openPull,
  reopenPull,
  requestReviews,
} from '../operations/pulls.ts';
import { closePull, publishPull } from '../operations/refs.ts';
import { changedFileView, commitView } from '../views/git.ts';
import { pullRequestView, simplePullRequestView } from '../views/pull-request.ts';
import { userView } from '../views/user.ts';
import { findUser } from '../world.ts';

export const pullRoutes: readonly Route[] = [
  repositoryRoute('POST /repos/{owner}/{repo}/pulls', 'pull_requests:write', createPull),
  repositoryRoute('GET /repos/{owner}/{repo}/pulls', 'pull_requests:read', listPulls),
  repositoryRoute('GET /repos/{owner}/{repo}/pulls/{pull_number}', 'pull_requests:read', getPull),
  repositoryRoute('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', 'pull_requests:write', updatePull),
  repositoryRoute('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', 'pull_requests:read', listFiles),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
    'pull_requests:read',
    listPullCommits,
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    'pull_requests:read',
    listReviewers,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    'pull_requests:write',
    addReviewers,
  ),
  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    'pull_requests:write',
    removeReviewers,
  ),
];

const CreatePull = z.object({
  title: z.string(),
  body: z.string().nullable().default(null),
  head: z.string(),
  base: z.string(),
  draft: z.boolean().default(false),
});

async function createPull(call: RepositoryCall): Promise<Reply> {
  const result = await openPull(call.platform, call.repository, readBody(call, CreatePull), call.cause);
  return 'status' in result ? result : created(await pullRequestView(call.platform.world, result));
}

function listPulls(call: RepositoryCall): Reply {
  const { query, repository } = call;
  const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')];
  const matching = [...repository.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === null || head === `${repository.owner.login}:${pull.head}`) &&
      (base === null || base === pull.base),
  );
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sorted = matching.sort(
    (one, other) => one[key].getTime() - other[key].getTime() || one.number - other.number,
  );
  // The newest come first unless the caller wants another order.
  const ordered = query.get('direction') === 'asc' ? sorted : sorted.toReversed();
  return pageReply(call, ordered, (pull) => simplePullRequestView(call.platform.world, pull));
}

async function getPull(call: RepositoryCall): Promise<Reply> {
  return ok(await pullRequestView(call.platform.world, findPull(call)));
}

/** The pull request that the path names; ends the request with 404 where there is none. */
export function findPull(call: RepositoryCall): PullRequest {
  const pull = call.repository.pulls.get(Number(call.params['pull_number'] ?? call.params['issue_number']));
  if (pull === undefined) {
    throw new Refused(notFound());
  }
  return pull;
}

const UpdatePull = z.object({
  title: z.string().optional(),
  body: z.string().nullable().optional(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

async function updatePull(call: RepositoryCall): Promise<Reply> {
  const { platform, cause } = call;
  const pull = findPull(call);
  const body = readBody(call, UpdatePull);
  const problem = findTextProblem(body) ?? (await findBaseProblem(call, body.base));
  if (problem !== null) {
    return invalid({ resource: 'PullRequest', ...problem });
  }
  const twin = findTwinAt(call, pull, body.base);
  if (twin !== null) {
    return twin;
  }
  await editPull(call, pull, body);
  if (body.state === 'closed' && pull.state === 'open') {
    await closePull(platform, pull, cause);
  }
  if (body.state === 'open' && pull.state === 'closed') {
    await reopen(call, pull);
  }
  return ok(await pullRequestView(platform.world, pull));
}

async function findBaseProblem(call: RepositoryCall, base: string | undefined) {
  const known = base === undefined || (await branchHead(call.repository, base)) !== null;
  return known ? null : { field: 'base', code: 'invalid' };
}

function findTwinAt({ repository }: RepositoryCall, { head, state, base: known }: PullRequest, base = known) {
  return state === 'open' && base !== known ? findOpenTwin(repository, { head, base }) : null;
}

async function editPull(
  call: RepositoryCall,
  pull: PullRequest,
  body: z.output<typeof UpdatePull>,
): Promise<void> {
  const { title = pull.title, body: text = pull.body, base = pull.base } = body;
  if (title === pull.title && text === pull.body && base === pull.base) {
    return;
  }
  Object.assign(pull, { title, body: text, base, updatedAt: call.platform.world.now() });
  pull.baseSha = (await branchHead(call.repository, base)) ?? pull.baseSha;
  await publishPull(call.platform, pull, call.cause, { action: 'edited' });
}

async function reopen(call: RepositoryCall, pull: PullRequest): Promise<void> {
  if (!(await reopenPull(call.platform, pull, call.cause))) {
    const message = 'state cannot be changed. The pull request cannot be reopened.';
    throw new Refused(invalid({ resource: 'PullRequest', code: 'invalid', field: 'state', message }));
  }
}

async function listFiles(call: RepositoryCall): Promise<Reply> {
  const pull = findPull(call);
  const { store } = pull.repository;
  const base = (await findMergeBase(store, pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const files = await listChangedFiles(store, base, pull.headSha);
  return pageReply(call, files, (file) =>
    changedFileView(call.platform.world, pull.repository, pull.headSha, file),
  );
}

async function listPullCommits(call: RepositoryCall): Promise<Reply> {
  const pull = findPull(call);
  const { store } = pull.repository;
  const oids = await listCommits(store, pull.baseSha, pull.headSha);
  const commits = (await Promise.all(oids.map((oid) => readCommit(store, oid)))).filter(
    (commit) => commit !== null,
  );
  return pageReply(call, commits, (commit) => commitView(call.platform.world, pull.repository, commit));
}

function listReviewers(call: RepositoryCall): Reply {
  const users = findPull(call).reviewers.map((user) => userView(call.platform.world, user));
  return ok({ users, teams: [] });
}

const Reviewers = z.object({ reviewers: z.array(z.string()).default([]) });

async function addReviewers(call: RepositoryCall): Promise<Reply> {
  const { platform, cause } = call;
  const pull = findPull(call);
  const users = readBody(call, Reviewers).reviewers.map((login) => findUser(platform.world, login));
  const problem = await requestReviews(platform, pull, users, cause);
  return problem === null ? created(simplePullRequestView(platform.world, pull)) : unprocessable(problem);
}

async function removeReviewers(call: RepositoryCall): Promise<Reply> {
  const { platform, cause } = call;
  const pull = findPull(call);
  const { reviewers } = readBody(call, Reviewers);
  for (const user of pull.reviewers.filter(({ login }) => reviewers.includes(login))) {
    pull.reviewers.splice(pull.reviewers.indexOf(user), 1);
    await publishPull(platform, pull, cause, {
      action: 'review_request_removed',
      requested_reviewer: userView(platform.world, user),
    });
  }
  return ok(simplePullRequestView(platform.world, pull));
}
