import {
  ExpressionError,
  evaluateBoolean,
  evaluateMapping,
  evaluateNumber,
  evaluateText,
} from '../expression/evaluate.ts';
import type { StepPlan } from '../plan/plan.ts';
import type { StepRecord } from './command-reader.ts';
import { runScript } from './run-script.ts';
import {
  type Frame,
  failOnExpressionError,
  type JobState,
  reportError,
  type StepResult,
  stepScope,
} from './state.ts';
import { useAction } from './use-action.ts';

/**
 * Runs one step of a job or of a composite action, or skips it, and records how it ended.
 * Whether the steps after it still run is decided by their conditions, from the frame's status.
 */
export async function runStep(job: JobState, frame: Frame, step: StepPlan): Promise<StepResult | 'skipped'> {
  const record = job.prepared.get(step) ?? { outputs: new Map(), state: new Map() };
  const outcome = await failOnExpressionError(job, () => decideAndExecute(job, frame, step, record));
  const forgiven =
    outcome === 'failure' &&
    (await failOnExpressionError(job, async () => continues(job, frame, step))) === 'success';
  const conclusion = forgiven ? 'success' : outcome;
  if (step.named) {
    frame.records.set(step.id, { outputs: Object.fromEntries(record.outputs), outcome, conclusion });
  }
  if (conclusion === 'failure') frame.status = 'failure';
  return conclusion;
}

async function decideAndExecute(
  job: JobState,
  frame: Frame,
  step: StepPlan,
  record: StepRecord,
): Promise<StepResult | 'skipped'> {
  const env = evaluateMapping(step.env, stepScope(job, frame, { id: step.id }));
  const scope = stepScope(job, frame, { id: step.id, env });
  if (!evaluateBoolean({ expression: step.condition }, scope)) return 'skipped';
  const minutes = step.timeoutMinutes === undefined ? 0 : evaluateNumber(step.timeoutMinutes, scope);
  return withTimeout(job, minutes, () =>
    step.kind === 'run'
      ? runScript(job, { frame, step, env, scope, record })
      : useAction(job, { frame, step, env, scope, record }, runStep),
  );
}

function continues(job: JobState, frame: Frame, step: StepPlan): StepResult {
  return evaluateBoolean(step.continueOnError, stepScope(job, frame, { id: step.id }))
    ? 'success'
    : 'failure';
}

async function withTimeout(
  job: JobState,
  minutes: number,
  run: () => Promise<StepResult>,
): Promise<StepResult> {
  if (!(minutes > 0)) return run();
  let timedOut = false;
  const { running } = job;
  const timer = setTimeout(() => {
    timedOut = true;
    running.abort();
  }, minutes * MINUTE);
  const result = await run();
  clearTimeout(timer);
  if (!timedOut) return result;
  reportError(job, `The step has timed out after ${minutes} minutes.`);
  return 'failure';
}

const MINUTE = 60_000;

/** The name of a step as GitHub shows it. */
export function stepName(job: JobState, frame: Frame, step: StepPlan): string {
  try {
    if (step.name !== undefined) return evaluateText(step.name, stepScope(job, frame, { id: step.id }));
    if (step.kind === 'uses') return `Run ${step.uses}`;
    const script =
      typeof step.run === 'string'
        ? step.run
        : evaluateText(step.run, stepScope(job, frame, { id: step.id }));
    return `Run ${script.trimStart().split('\n')[0] ?? ''}`;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return step.id;
  }
}
