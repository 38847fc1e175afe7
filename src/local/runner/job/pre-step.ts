import { evaluateBoolean, evaluateMapping } from '../expression/evaluate.ts';
import type { StepPlan, UsesStepPlan } from '../plan/plan.ts';
import type { StepRecord } from './command-reader.ts';
import { actionInputs } from './inputs.ts';
import { type NodeActionUse, registerPost, runEntry } from './node-action.ts';
import { type Frame, type JobState, type StepResult, stepScope } from './state.ts';

/** What the action of a step runs before all steps of the job; undefined: nothing. */
export function preStepOf(job: JobState, frame: Frame, step: StepPlan): PreStep | undefined {
  if (step.kind !== 'uses') return undefined;
  const source = job.actions.get(step.uses);
  if (source?.kind !== 'action' || source.plan.kind !== 'node' || source.plan.pre === undefined)
    return undefined;
  const use = { source, plan: source.plan };
  const entry = source.plan.pre;
  return { name: `Pre Run ${step.uses}`, run: () => runPre(job, { frame, step, use, entry }) };
}

export type PreStep = { readonly name: string; readonly run: () => Promise<StepResult | 'skipped'> };

async function runPre(
  job: JobState,
  pre: {
    readonly frame: Frame;
    readonly step: UsesStepPlan;
    readonly use: Pick<NodeActionUse, 'source' | 'plan'>;
    readonly entry: string;
  },
): Promise<StepResult | 'skipped'> {
  const { frame, step, use, entry } = pre;
  const env = evaluateMapping(step.env, stepScope(job, frame, { id: step.id }));
  const scope = stepScope(job, frame, { id: step.id, env });
  if (!evaluateBoolean({ expression: use.plan.preCondition }, scope)) return 'skipped';
  const given = evaluateMapping(step.with, scope);
  const inputs = actionInputs(job, use.source.plan, { uses: step.uses, given, scope });
  if (inputs === undefined) return 'failure';
  const record: StepRecord = { outputs: new Map(), state: new Map() };
  // The main part goes on with this record, and leaves it to us to announce the post step.
  job.prepared.set(step, record);
  const run = { frame, step, env, scope, record };
  registerPost(job, run, { ...use, inputs });
  return runEntry(job, run, { ...use, inputs }, entry);
}
