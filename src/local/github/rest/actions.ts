import { randomUUID } from 'node:crypto';
import type { ActionsEngine, WorkflowJob, WorkflowRun } from '../../contract.ts';
import { pickPage } from '../http/paging.ts';
import { failure, notFound, ok, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { type Call, openRoute, type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { branchOf, jobView, workflowId, workflowRunView } from '../views/workflow-run.ts';
import { isWithin } from './dates.ts';

export const actionRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/actions/runs', 'actions:read', listRuns),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', 'actions:read', listRuns),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/runs/{run_id}', 'actions:read', getRun),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', 'actions:read', listJobs),
  repositoryRoute('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', 'actions:write', cancelRun),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel',
    'actions:write',
    forceCancelRun,
  ),
  repositoryRoute('POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun', 'actions:write', rerunRun),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs',
    'actions:write',
    rerunFailedJobs,
  ),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/jobs/{job_id}', 'actions:read', getJob),
  repositoryRoute('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', 'actions:read', getJobLogs),
  openRoute('GET /local/downloads/{download}', getDownload),
];

async function listRuns(call: RepositoryCall): Promise<Reply> {
  const runs = runsOf(call).filter((run) => matches(call, run));
  const { items, headers } = pickPage(
    call,
    runs.sort((one, other) => other.id - one.id),
  );
  const views = await Promise.all(items.map((run) => workflowRunView(call.platform.world, run)));
  return { status: 200, body: { total_count: runs.length, workflow_runs: views }, headers };
}

function runsOf({ platform, repository }: RepositoryCall): WorkflowRun[] {
  return [...(platform.engine?.runs(repository.fullName) ?? [])];
}

function matches({ query, params }: RepositoryCall, run: WorkflowRun): boolean {
  const wanted = (name: string, ...values: (string | null)[]) =>
    !query.has(name) || values.includes(query.get(name));
  const workflow = params['workflow_id'];
  return (
    wanted('event', run.event.name) &&
    wanted('status', run.status, run.conclusion) &&
    wanted('head_sha', run.event.sha) &&
    wanted('actor', run.event.actor) &&
    wanted('branch', branchOf(run)) &&
    wasCreated(run, query.get('created')) &&
    (workflow === undefined || run.path.endsWith(`/${workflow}`) || String(workflowId(run.path)) === workflow)
  );
}

function wasCreated({ createdAt }: WorkflowRun, filter: string | null): boolean {
  const within = filter === null || isWithin(filter, createdAt);
  if (within === null) {
    throw new Refused(unprocessable(`${filter} is not a valid date`));
  }
  return within;
}

async function getRun(call: RepositoryCall): Promise<Reply> {
  return ok(await workflowRunView(call.platform.world, findRun(call).run));
}

function findRun(call: RepositoryCall): { readonly run: WorkflowRun; readonly engine: ActionsEngine } {
  const { engine } = call.platform;
  const run = engine?.run(Number(call.params['run_id']));
  if (engine === null || run?.event.repository !== call.repository.fullName) {
    throw new Refused(notFound());
  }
  return { run, engine };
}

function listJobs(call: RepositoryCall): Reply {
  const { run } = findRun(call);
  const { items, headers } = pickPage(call, run.jobs);
  const jobs = items.map((job) => jobView(call.platform.world, run, job));
  return { status: 200, body: { total_count: run.jobs.length, jobs }, headers };
}

function cancelRun(call: RepositoryCall): Reply {
  return cancel(call, false);
}

function forceCancelRun(call: RepositoryCall): Reply {
  return cancel(call, true);
}

function cancel(call: RepositoryCall, force: boolean): Reply {
  const { run, engine } = findRun(call);
  return engine.cancel(run.id, { force })
    ? { status: 202, body: {} }
    : failure(409, 'Cannot cancel a workflow run that is completed.');
}

function rerunRun(call: RepositoryCall): Promise<Reply> {
  return rerun(call, false);
}

function rerunFailedJobs(call: RepositoryCall): Promise<Reply> {
  return rerun(call, true);
}

async function rerun(call: RepositoryCall, failedOnly: boolean): Promise<Reply> {
  const { run, engine } = findRun(call);
  return (await engine.rerun(run.id, { failedOnly, actor: call.cause.user.login }))
    ? { status: 201, body: {} }
    : failure(403, 'This workflow run cannot be rerun now.');
}

function getJob(call: RepositoryCall): Reply {
  const { run, job } = findJob(call);
  return ok(jobView(call.platform.world, run, job));
}

function findJob(call: RepositoryCall): { readonly run: WorkflowRun; readonly job: WorkflowJob } {
  const wanted = Number(call.params['job_id']);
  for (const run of runsOf(call)) {
    const job = run.jobs.find(({ id }) => id === wanted);
    if (job !== undefined) {
      return { run, job };
    }
  }
  throw new Refused(notFound());
}

/** As GitHub does, sends the caller to an address that needs no token and can't be guessed. */
function getJobLogs(call: RepositoryCall): Reply {
  const { world } = call.platform;
  const download = randomUUID();
  world.downloads.set(download, findJob(call).job.log);
  return { status: 302, headers: { location: `${world.urls.api}/local/downloads/${download}` } };
}

function getDownload(call: Call): Reply {
  const text = call.platform.world.downloads.get(call.params['download'] ?? '');
  return text === undefined ? notFound() : { status: 200, text };
}
