import type { WorkflowRun } from '../../contract.ts';
import { createJobView, type JobView } from './job-view.ts';
import type { LinkedWorkflow } from './linked-workflow.ts';
import type { Services } from './services.ts';

/** The jobs of a run as they are listed, by key: `id`, or `caller / id` inside of a called workflow. */
export type JobList = {
  /** A job of the plan; of a matrix, the one that stands for it until it is known. */
  view(key: string): JobView;
  /** The legs of a job with a matrix; of any other just the one; of a job that calls a workflow none. */
  at(key: string): readonly JobView[];
  /** All jobs whose keys begin so. */
  under(prefix: string): readonly JobView[];
  /** Puts others in the place of a job. */
  replace(key: string, views: readonly JobView[]): void;
  create(key: string, name: string): JobView;
};

export function createJobList(services: Services, run: WorkflowRun, linked: LinkedWorkflow): JobList {
  const listed = new Map<string, readonly JobView[]>();
  for (const [key, name] of plannedJobs(linked, { key: '', name: '' })) listed.set(key, [create(key, name)]);
  publish();

  function create(key: string, name: string): JobView {
    return createJobView(services, run, { key, name });
  }

  function view(key: string): JobView {
    const found = at(key)[0];
    if (found === undefined) throw new Error(`The run has no job '${key}'`);
    return found;
  }

  function at(key: string): readonly JobView[] {
    return listed.get(key) ?? [];
  }

  function under(prefix: string): readonly JobView[] {
    return [...listed].filter(([key]) => key.startsWith(prefix)).flatMap(([, views]) => views);
  }

  function replace(key: string, views: readonly JobView[]): void {
    if (views.length === 0) return;
    listed.set(key, views);
    publish();
    services.changed(run);
  }

  function publish(): void {
    run.jobs = under('').map(({ job }) => job);
  }

  return { view, at, under, replace, create };
}

type Label = { readonly key: string; readonly name: string };

function plannedJobs(
  { plan, calls }: LinkedWorkflow,
  prefix: Label,
): readonly (readonly [key: string, name: string])[] {
  return plan.jobs.flatMap((job) => {
    const label = labelOf(prefix, job);
    const called = calls.get(job.id);
    if (called === undefined) return [[label.key, label.name] as const];
    return plannedJobs(called, { key: `${label.key} / `, name: `${label.name} / ` });
  });
}

function labelOf(prefix: Label, job: { readonly id: string; readonly name?: unknown }): Label {
  const name = typeof job.name === 'string' && job.name !== '' ? job.name : job.id;
  return { key: `${prefix.key}${job.id}`, name: `${prefix.name}${name}` };
}
