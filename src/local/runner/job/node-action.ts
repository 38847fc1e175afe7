import { join } from 'node:path';
import type { NodeActionPlan, UsesStepPlan } from '../plan/plan.ts';
import type { ActionSource } from '../process/protocol.ts';
import { inputVariables } from './inputs.ts';
import { runForStep, type StepRun } from './run-script.ts';
import { type JobState, type StepResult, stepScope } from './state.ts';

export type NodeActionUse = {
  readonly source: ActionSource & { readonly kind: 'action' };
  readonly plan: NodeActionPlan;
  readonly inputs: { readonly [name: string]: string };
};

/** A JavaScript action, in a Node process of its own. Its `post` will run at the end of the job, whatever comes. */
export async function runNodeAction(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  use: NodeActionUse,
): Promise<StepResult> {
  if (!job.prepared.has(run.step)) registerPost(job, run, use);
  return runEntry(job, run, use, use.plan.main);
}

/** Runs one file of the action: `pre`, `main` or `post`. They share the state that GITHUB_STATE keeps. */
export async function runEntry(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  use: NodeActionUse,
  entry: string,
): Promise<StepResult> {
  const { source, inputs } = use;
  const state = Object.fromEntries(Array.from(run.record.state, ([name, value]) => [`STATE_${name}`, value]));
  return runForStep(job, {
    frame: run.frame,
    step: run.step,
    env: run.env,
    record: run.record,
    command: [job.spec.nodePath, join(source.directory, entry)],
    directory: job.spec.directories.workspace,
    action: source,
    extra: { ...inputVariables(inputs), ...state },
  });
}

/** To be called once per step, when its first part is about to run. */
export function registerPost(job: JobState, run: StepRun<UsesStepPlan>, use: NodeActionUse): void {
  const entry = use.plan.post;
  if (entry === undefined) return;
  job.posts.push({
    name: `Post Run ${run.step.uses}`,
    condition: use.plan.postCondition,
    scope: () => stepScope(job, run.frame, { id: run.step.id, env: run.env }),
    run: () => runEntry(job, run, use, entry),
  });
}
