import { z } from 'zod';
import { checkSuiteEvent, endedSuite } from '../events/check-suite.ts';
import { readCommit } from '../git/objects.ts';
import { readBody } from '../http/body.ts';
import { pickPage } from '../http/paging.ts';
import { created, failure, notFound, ok, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { CheckRun } from '../model.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { checkRunView, type ShownCheck, showCheck, showJob } from '../views/check-run.ts';

export const checkRoutes: readonly Route[] = [
  repositoryRoute('POST /repos/{owner}/{repo}/check-runs', 'checks:write', createCheck),
  repositoryRoute('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', 'checks:write', updateCheck),
  repositoryRoute('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', 'checks:read', listChecks),
];

const CONCLUSIONS = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
] as const;

const CheckState = z.object({
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z.enum(CONCLUSIONS).optional(),
  details_url: z.string().optional(),
});

const NewCheck = CheckState.extend({ name: z.string().min(1), head_sha: z.string() });

async function createCheck(call: RepositoryCall): Promise<Reply> {
  refusePeople(call);
  const { platform, repository } = call;
  const { name, head_sha: sha, ...state } = readBody(call, NewCheck);
  const commit = /^[0-9a-f]{40}$/.test(sha) ? await readCommit(repository.store, sha) : null;
  if (commit === null) {
    return unprocessable(`No commit found for SHA: ${sha}`);
  }
  const check: CheckRun = {
    id: platform.world.nextId(),
    sha,
    name,
    status: 'queued',
    conclusion: null,
    detailsUrl: null,
    startedAt: platform.world.now(),
    completedAt: null,
  };
  repository.checkRuns.push(check);
  await changeCheck(call, check, state);
  return created(checkRunView(platform.world, repository, showCheck(platform.world, repository, check)));
}

/** Checks belong to Apps, of which the jobs' own is one. */
function refusePeople({ caller }: RepositoryCall): void {
  if (caller.token?.kind === 'personal') {
    throw new Refused(failure(403, 'You must authenticate via a GitHub App.'));
  }
}

/** A conclusion completes it, whatever its status is said to be. */
async function changeCheck(
  { platform, repository, cause }: RepositoryCall,
  check: CheckRun,
  { status, conclusion, details_url }: z.output<typeof CheckState>,
): Promise<void> {
  check.status = conclusion === undefined ? (status ?? check.status) : 'completed';
  check.conclusion = conclusion ?? (check.status === 'completed' ? check.conclusion : null);
  check.detailsUrl = details_url ?? check.detailsUrl;
  check.completedAt = check.status === 'completed' ? platform.world.now() : null;
  const suite = await endedSuite(repository, check.sha);
  if (suite !== null) {
    platform.events.publish(checkSuiteEvent(platform.world, repository, { suite, cause }));
  }
}

async function updateCheck(call: RepositoryCall): Promise<Reply> {
  refusePeople(call);
  const { platform, repository } = call;
  const check = repository.checkRuns.find(({ id }) => id === Number(call.params['check_run_id']));
  if (check === undefined) {
    return notFound();
  }
  await changeCheck(call, check, readBody(call, CheckState));
  return ok(checkRunView(platform.world, repository, showCheck(platform.world, repository, check)));
}

async function listChecks(call: RepositoryCall): Promise<Reply> {
  const { platform, repository, query } = call;
  const commit = await resolveCommit(repository, call.params['ref'] ?? '');
  if (commit === null) {
    return unprocessable(`No commit found for SHA: ${call.params['ref']}`);
  }
  const [name, status] = [query.get('check_name'), query.get('status')];
  const wanted = checksOf(call, commit.oid).filter(
    (check) => (name ?? check.name) === check.name && (status ?? check.status) === check.status,
  );
  const latest = query.get('filter') === 'all' ? wanted : latestOf(wanted);
  const { items, headers } = pickPage(call, latest);
  const views = items.map((check) => checkRunView(platform.world, repository, check));
  return { status: 200, body: { total_count: latest.length, check_runs: views }, headers };
}

/** The newest first. */
function checksOf({ platform, repository }: RepositoryCall, sha: string): readonly ShownCheck[] {
  const runs = (platform.engine?.runs(repository.fullName) ?? []).filter(({ event }) => event.sha === sha);
  return [
    ...runs.toReversed().flatMap((run) => run.jobs.map((job) => showJob(run, job))),
    ...repository.checkRuns
      .filter((check) => check.sha === sha)
      .toReversed()
      .map((check) => showCheck(platform.world, repository, check)),
  ];
}

/** Of each name within a suite; two workflows may well have jobs of the same name. */
function latestOf(newestFirst: readonly ShownCheck[]): readonly ShownCheck[] {
  const keys = newestFirst.map(({ suite, name }) => `${suite} ${name}`);
  return newestFirst.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
