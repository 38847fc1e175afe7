import { evaluateBoolean, evaluateMapping } from '../expression/evaluate.ts';
import type { JobEnd } from '../process/protocol.ts';
import { jobOutputs } from './job-outputs.ts';
import { preStepOf } from './pre-step.ts';
import { runStep, stepName } from './run-step.ts';
import {
  type Frame,
  failOnExpressionError,
  type JobState,
  type PostStep,
  type StepResult,
  statusOf,
  stepScope,
} from './state.ts';
import { createStepList, type ListedStep } from './step-list.ts';

/** Runs all steps of a job: what actions prepare, the steps themselves, what actions clean up. */
export async function runJob(job: JobState): Promise<JobEnd> {
  const frame: Frame = {
    records: new Map(),
    inputs: job.spec.contexts['inputs'] ?? {},
    env: {},
    status: 'success',
  };
  const ready = await failOnExpressionError(job, async () => setVariables(job, frame));
  if (ready === 'failure') return { conclusion: 'failure', outputs: {} };
  await runSteps(job, frame);
  const outputs = jobOutputs(job, frame);
  return { conclusion: outputs === undefined ? 'failure' : statusOf(job, frame), outputs: outputs ?? {} };
}

/** `env` of the workflow, then of the job. */
function setVariables(job: JobState, frame: Frame): 'success' {
  const scope = stepScope(job, frame, { id: '' });
  for (const mapping of job.spec.env) {
    for (const [name, value] of Object.entries(evaluateMapping(mapping, scope))) job.env.set(name, value);
  }
  return 'success';
}

async function runSteps(job: JobState, frame: Frame): Promise<void> {
  const list = createStepList((steps) => job.output.send({ type: 'steps', steps }));
  const pres = job.spec.steps.flatMap((step) => preStepOf(job, frame, step) ?? []);
  const listedPres = pres.map((pre) => ({ ...pre, listed: list.add(pre.name) }));
  const listedSteps = job.spec.steps.map((step) => ({ step, listed: list.add(stepName(job, frame, step)) }));
  for (const { name, listed, run } of listedPres) await runListed(job, frame, { listed, name, run });
  for (const { step, listed } of listedSteps) {
    const name = stepName(job, frame, step);
    await runListed(job, frame, { listed, name, run: () => runStep(job, frame, step) });
  }
  for (const post of job.posts.toReversed()) {
    await runListed(job, frame, { listed: list.add(post.name), name: post.name, run: () => runPost(post) });
  }
  list.end();
}

/** Each gets a way to be ended of its own: after a cancel, steps that run all the same must not be ended at once. */
async function runListed(
  job: JobState,
  frame: Frame,
  part: { readonly listed: ListedStep; readonly name: string; run(): Promise<StepResult | 'skipped'> },
): Promise<void> {
  job.running = new AbortController();
  part.listed.begin(part.name);
  const result = await failOnExpressionError(job, () => part.run());
  if (result === 'failure') frame.status = 'failure';
  part.listed.end(result);
}

async function runPost(post: PostStep): Promise<StepResult | 'skipped'> {
  return evaluateBoolean({ expression: post.condition }, post.scope()) ? post.run() : 'skipped';
}
