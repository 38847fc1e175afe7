import type { RerunOptions, WorkflowRun } from '../../contract.ts';
import type { PlanProblem, WorkflowPlan } from '../plan/plan.ts';
import { runAttempt } from './attempt.ts';
import { githubContext } from './contexts.ts';
import { createRunControl } from './control.ts';
import { createJobView } from './job-view.ts';
import {
  calledWorkflows,
  type LinkedWorkflow,
  linkWorkflow,
  type WorkflowSource,
} from './linked-workflow.ts';
import type { Attempt, SettledJob } from './model.ts';
import type { Selected } from './select.ts';
import type { Services } from './services.ts';
import { titleOf } from './title.ts';

/** A run, with what is needed to end it or to run it again. */
export type LiveRun = {
  readonly run: WorkflowRun;
  /** Begins the first attempt. */
  start(): void;
  cancel(force: boolean): boolean;
  rerun(options: RerunOptions): boolean;
};

/** Makes the run of a selected workflow. Its jobs do not begin before `start`. */
export async function createLiveRun(
  services: Services,
  selected: Selected,
  identity: { readonly id: number; readonly number: number },
): Promise<LiveRun> {
  const { file, event, inputs } = selected;
  const { repository, sha } = event;
  const run = createRun(services, selected, identity.id);
  const { linked, problems } =
    file.plan === undefined
      ? { linked: undefined, problems: file.problems }
      : await link(services, file.plan, { repository, sha });
  run.called = linked === undefined ? [] : calledWorkflows(linked);
  const context = githubContext(services.host, run, identity.number, event.payload);
  const vars = Object.fromEntries(services.host.variables(repository));
  run.title = titleOf(file.plan?.runName, { github: context, inputs, vars }, run);
  const state = { control: createRunControl(), settled: new Map<string, SettledJob>() };

  function start(): void {
    if (linked === undefined || problems.length > 0) failAtStart(services, run, problems);
    else begin(linked, new Map());
  }

  function begin(workflow: LinkedWorkflow, earlier: ReadonlyMap<string, SettledJob>): void {
    state.control = createRunControl();
    state.settled = new Map();
    const attempt: Attempt = {
      services,
      run,
      linked: workflow,
      inputs,
      github: githubContext(services.host, run, identity.number, event.payload),
      control: state.control,
      earlier,
      settled: state.settled,
    };
    services.inBackground(runAttempt(attempt));
  }

  function cancel(force: boolean): boolean {
    if (run.status === 'completed') return false;
    state.control.cancel(force);
    return true;
  }

  function rerun({ failedOnly = false, actor = event.actor }: RerunOptions): boolean {
    if (run.status !== 'completed' || linked === undefined || problems.length > 0) return false;
    run.attempt += 1;
    run.triggeringActor = actor;
    run.status = 'queued';
    run.conclusion = null;
    begin(linked, failedOnly ? state.settled : new Map());
    return true;
  }

  return { run, start, cancel, rerun };
}

/** A host that fails is told of in the run, as any other reason not to begin. */
async function link(
  services: Services,
  plan: WorkflowPlan,
  source: WorkflowSource,
): Promise<{ readonly linked?: LinkedWorkflow; readonly problems: readonly PlanProblem[] }> {
  try {
    return await linkWorkflow(services.host, plan, { source });
  } catch (error) {
    return { problems: [{ message: `The local runner failed: ${String(error)}`, path: plan.path }] };
  }
}

function createRun(services: Services, { file, event }: Selected, id: number): WorkflowRun {
  const now = services.now().toISOString();
  return {
    id,
    attempt: 1,
    triggeringActor: event.actor,
    path: file.path,
    workflowName: file.name,
    title: file.name,
    event,
    status: 'queued',
    conclusion: null,
    createdAt: now,
    updatedAt: now,
    url: `${services.host.serverUrl}/${event.repository}/actions/runs/${id}`,
    jobs: [],
  };
}

/** Nothing of a workflow runs that can't be run as a whole: one job says why. */
function failAtStart(services: Services, run: WorkflowRun, problems: readonly PlanProblem[]): void {
  const view = createJobView(services, run, { key: 'workflow', name: 'Invalid workflow file' });
  run.jobs = [view.job];
  view.begin();
  for (const { message, path, line } of problems) {
    view.print(`##[error]${path}${line === undefined ? '' : `:${line}`}: ${message}\n`);
    view.annotate({ level: 'error', message, path, ...(line === undefined ? {} : { line }) });
  }
  view.end('failure');
  run.status = 'completed';
  run.conclusion = 'failure';
  run.updatedAt = services.now().toISOString();
  services.changed(run);
}
