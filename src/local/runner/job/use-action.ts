import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { evaluateMapping } from '../expression/evaluate.ts';
import type { UsesStepPlan } from '../plan/plan.ts';
import type { ActionSource } from '../process/protocol.ts';
import { runComposite } from './composite-action.ts';
import { actionInputs } from './inputs.ts';
import { runNodeAction } from './node-action.ts';
import type { StepRun, StepRunner } from './run-script.ts';
import { runStandIn } from './stand-in.ts';
import { type JobState, reportError, type StepResult } from './state.ts';

/** A `uses` step. `runStep` is for the steps of composite actions. */
export async function useAction(
  job: JobState,
  run: StepRun<UsesStepPlan>,
  runStep: StepRunner,
): Promise<StepResult> {
  const { step, scope } = run;
  const given = evaluateMapping(step.with, scope);
  job.output.print(`##[group]Run ${step.uses}`);
  for (const [name, value] of Object.entries(given)) job.output.print(`  ${name}: ${value}`);
  job.output.print('##[endgroup]');
  const source = await findAction(job, step.uses);
  if (typeof source === 'string') {
    reportError(job, source);
    return 'failure';
  }
  if (source.kind === 'stand-in') return runStandIn(job, run, given, source.name);
  const inputs = actionInputs(job, source.plan, { uses: step.uses, given, scope });
  if (inputs === undefined) return 'failure';
  const { plan } = source;
  return plan.kind === 'node'
    ? runNodeAction(job, run, { source, plan, inputs })
    : runComposite(job, run, { source, plan, inputs, runStep });
}

/** A string says why there is none. */
async function findAction(job: JobState, uses: string): Promise<ActionSource | string> {
  if (uses.startsWith('./')) return describeLocal(job, uses);
  return job.actions.get(uses) ?? `The action '${uses}' was not resolved`;
}

/** An action of the checked-out tree, read anew each time: steps may change it. */
async function describeLocal(job: JobState, uses: string): Promise<ActionSource | string> {
  const directory = resolve(job.spec.directories.workspace, uses);
  for (const name of ['action.yml', 'action.yaml']) {
    const text = await readIfThere(join(directory, name));
    if (text === undefined) continue;
    const described = await job.describe(join(uses, name), text);
    if (!described.ok) return described.problem;
    for (const [nested, source] of Object.entries(described.actions)) job.actions.set(nested, source);
    return { kind: 'action', plan: described.plan, directory, repository: '', ref: '' };
  }
  return `Can't find 'action.yml' or 'action.yaml' under '${directory}'. Did you forget to run actions/checkout before running your local action?`;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
