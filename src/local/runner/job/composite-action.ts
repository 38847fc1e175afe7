import { evaluateMapping } from '../expression/evaluate.ts';
import type { CompositeActionPlan, UsesStepPlan } from '../plan/plan.ts';
import type { ActionSource } from '../process/protocol.ts';
import type { StepRun, StepRunner } from './run-script.ts';
import { type Frame, type JobState, reportError, type StepResult, statusOf, stepScope } from './state.ts';

/** A composite action: its steps run as if they stood in the job, with contexts of their own. */
export async function runComposite(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  use: {
    readonly source: ActionSource & { readonly kind: 'action' };
    readonly plan: CompositeActionPlan;
    readonly inputs: { readonly [name: string]: string };
    readonly runStep: StepRunner;
  },
): Promise<StepResult> {
  const depth = (run.frame.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) {
    reportError(job, `Composite actions are nested deeper than ${MAX_DEPTH} levels`);
    return 'failure';
  }
  const frame: Frame = {
    records: new Map(),
    inputs: use.inputs,
    env: { ...run.frame.env, ...run.env },
    action: use.source,
    depth,
    status: 'success',
  };
  for (const step of use.plan.steps) {
    if (job.running.signal.aborted) break;
    await use.runStep(job, frame, step);
  }
  const outputs = evaluateMapping(use.plan.outputs, stepScope(job, frame, { id: run.step.id }));
  for (const [name, value] of Object.entries(outputs)) run.record.outputs.set(name, value);
  return statusOf(job, frame);
}

/** As on GitHub. */
const MAX_DEPTH = 10;
