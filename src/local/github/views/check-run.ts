import type { WorkflowJob, WorkflowRun } from '../../contract.ts';
import type { CheckRun, Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** What `check-run` shows of one, wherever it comes from. */
export type ShownCheck = Pick<CheckRun, 'id' | 'sha' | 'name' | 'status' | 'conclusion'> & {
  readonly page: string;
  readonly details: string;
  /** Of the run that the check is a job of, where there is one. */
  readonly suite: number | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
};

/** `check-run`. */
export function checkRunView(world: World, repository: Repository, check: ShownCheck) {
  const url = `${repositoryUrl(world, repository)}/check-runs/${check.id}`;
  return {
    id: check.id,
    node_id: formatNodeId('CR', check.id),
    head_sha: check.sha,
    external_id: '',
    name: check.name,
    url,
    html_url: check.page,
    details_url: check.details,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: check.suite === null ? null : { id: check.suite },
    app: null,
    pull_requests: [],
  };
}

/** One that was made over the API. */
export function showCheck(world: World, repository: Repository, check: CheckRun): ShownCheck {
  const page = `${repositoryPage(world, repository)}/runs/${check.id}`;
  return {
    ...check,
    page,
    details: check.detailsUrl ?? page,
    suite: null,
    startedAt: check.startedAt.toISOString(),
    completedAt: check.completedAt?.toISOString() ?? null,
  };
}

/** Every job of a workflow run is a check of the run's commit. */
export function showJob(run: WorkflowRun, job: WorkflowJob): ShownCheck {
  const page = `${run.url}/job/${job.id}`;
  const { id, name, status, conclusion, startedAt, completedAt } = job;
  const { sha } = run.event;
  return { id, sha, name, status, conclusion, page, details: page, suite: run.id, startedAt, completedAt };
}
