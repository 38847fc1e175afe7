import { z } from 'zod';
import type { WorkflowJob, WorkflowRun } from '../../contract.ts';
import { readCommit } from '../git/objects.ts';
import type { Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { findUser, getRepository, type World } from '../world.ts';
import { repositoryUrl, repositoryView } from './repository.ts';
import { userView } from './user.ts';

/** Numbers for workflow files, which GitHub identifies by id and we by path. Stable for one path. */
export function workflowId(path: string): number {
  let hash = 0;
  for (const byte of Buffer.from(path)) {
    hash = (hash * HASH_FACTOR + byte) % HASH_MODULUS;
  }
  return hash + 1;
}

const HASH_FACTOR = 31;
const HASH_MODULUS = 100_000_007;

export function runUrl(world: World, repository: Repository, id: number): string {
  return `${repositoryUrl(world, repository)}/actions/runs/${id}`;
}

/** `workflow-run`. */
export async function workflowRunView(world: World, run: WorkflowRun) {
  const repository = getRepository(world, run.event.repository);
  const url = runUrl(world, repository, run.id);
  const actor = findUser(world, run.event.actor);
  const triggeringActor = findUser(world, run.triggeringActor) ?? actor;
  return {
    id: run.id,
    node_id: formatNodeId('WFR', run.id),
    name: run.workflowName,
    display_title: run.title,
    path: run.path,
    workflow_id: workflowId(run.path),
    run_number: runNumber(run),
    run_attempt: run.attempt,
    referenced_workflows: run.called ?? [],
    event: run.event.name,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: branchOf(run),
    head_sha: run.event.sha,
    head_commit: await headCommitView(repository, run.event.sha),
    head_repository: repositoryView(world, repository),
    repository: repositoryView(world, repository),
    ...(actor === undefined ? {} : { actor: userView(world, actor) }),
    ...(triggeringActor === undefined ? {} : { triggering_actor: userView(world, triggeringActor) }),
    check_suite_id: run.id,
    check_suite_node_id: formatNodeId('WFR', run.id),
    pull_requests: [],
    created_at: run.createdAt,
    run_started_at: run.createdAt,
    updated_at: run.updatedAt,
    url,
    html_url: run.url,
    ...runLinks(url, `${repositoryUrl(world, repository)}/actions/workflows/${workflowId(run.path)}`),
  };
}

function runLinks(url: string, workflow: string) {
  return {
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${url}/check-suite`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: workflow,
  };
}

/** The engine counts all runs in one row; that is a number of the run as good as any. */
function runNumber(run: WorkflowRun): number {
  return run.id;
}

/** Of a pull request, its own branch. */
export function branchOf({ event }: WorkflowRun): string {
  const pull = PullPayload.safeParse(event.payload);
  return event.name === 'pull_request' && pull.success
    ? pull.data.pull_request.head.ref
    : event.ref.replace(/^refs\/(heads|tags)\//, '');
}

const PullPayload = z.object({ pull_request: z.object({ head: z.object({ ref: z.string() }) }) });

async function headCommitView(repository: Repository, sha: string) {
  const commit = await readCommit(repository.store, sha);
  return commit === null
    ? null
    : {
        id: commit.oid,
        tree_id: commit.tree,
        message: commit.message,
        timestamp: commit.committer.date.toISOString(),
        author: { name: commit.author.name, email: commit.author.email },
        committer: { name: commit.committer.name, email: commit.committer.email },
      };
}

/** `job`. */
export function jobView(world: World, run: WorkflowRun, job: WorkflowJob) {
  const repository = getRepository(world, run.event.repository);
  const api = repositoryUrl(world, repository);
  const started = job.startedAt ?? run.createdAt;
  return {
    id: job.id,
    node_id: formatNodeId('CR', job.id),
    run_id: run.id,
    run_url: runUrl(world, repository, run.id),
    run_attempt: run.attempt,
    workflow_name: run.workflowName,
    head_branch: branchOf(run),
    head_sha: run.event.sha,
    name: job.name,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${run.url}/job/${job.id}`,
    check_run_url: `${api}/check-runs/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: started,
    completed_at: job.completedAt,
    steps: job.steps.map(({ name, status, conclusion, number }) => ({ name, status, conclusion, number })),
    labels: [],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
