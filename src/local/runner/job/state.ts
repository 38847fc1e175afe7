import type { Annotation, Conclusion } from '../../contract.ts';
import { createScope, ExpressionError, type Scope } from '../expression/evaluate.ts';
import { hashFiles } from '../expression/hash-files.ts';
import type { StepPlan } from '../plan/plan.ts';
import type { ActionSource, DescribedAction, JobSpec } from '../process/protocol.ts';
import type { StepRecord } from './command-reader.ts';
import type { Masks } from './masks.ts';
import type { Output } from './output.ts';

/** One job while it runs. */
export type JobState = {
  readonly spec: JobSpec;
  readonly masks: Masks;
  readonly output: Output;
  /** What `env` of the workflow and the job gave, and GITHUB_ENV since. */
  readonly env: Map<string, string>;
  /** What GITHUB_PATH gave, last one first. */
  readonly path: string[];
  /** By the `uses` text; grows when an action of the checked-out tree names others. */
  readonly actions: Map<string, ActionSource>;
  /** What the `pre` of actions recorded, by the step that uses them. */
  readonly prepared: Map<StepPlan, StepRecord>;
  /** Steps that run at the end, in the order in which their actions began: the last one runs first. */
  readonly posts: PostStep[];
  /** Stays true once it is. */
  cancelled: boolean;
  /** Ends the process that runs now. */
  running: AbortController;
  describe(path: string, text: string): Promise<DescribedAction>;
};

export type PostStep = {
  readonly name: string;
  readonly condition: string;
  /** What the condition sees. */
  scope(): Scope;
  run(): Promise<StepResult>;
};

export type StepResult = Exclude<Conclusion, 'skipped' | 'timed_out'>;

/** The steps of a job, or those of one use of a composite action. */
export type Frame = {
  readonly records: Map<string, FinishedStep>;
  /** `inputs`: of the workflow, or of the action. */
  readonly inputs: { readonly [name: string]: unknown };
  /** `env` that the step which uses the action has. */
  readonly env: { readonly [name: string]: string };
  readonly action?: ActionPlace;
  /** How many composite actions this one is in. */
  readonly depth?: number;
  status: 'success' | 'failure';
};

export type ActionPlace = { readonly directory: string; readonly repository: string; readonly ref: string };

export type FinishedStep = {
  readonly outputs: { readonly [name: string]: string };
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
};

/** What expressions of a step see. `env` is what the step's own `env` adds. */
export function stepScope(
  job: JobState,
  frame: Frame,
  step: { readonly id: string; readonly env?: { readonly [name: string]: string } },
): Scope {
  const { contexts, directories } = job.spec;
  return createScope(
    {
      ...contexts,
      // Secrets are for workflow files; an action gets what it is given.
      secrets: frame.action === undefined ? contexts['secrets'] : {},
      inputs: frame.inputs,
      github: { ...contexts['github'], ...actionContext(step.id, frame.action) },
      env: { ...Object.fromEntries(job.env), ...frame.env, ...step.env },
      steps: Object.fromEntries(frame.records),
      job: { status: statusOf(job, frame) },
    },
    {
      success: () => statusOf(job, frame) === 'success',
      failure: () => statusOf(job, frame) === 'failure',
      cancelled: () => job.cancelled,
      always: () => true,
      hashFiles: (...patterns) => hashFiles(directories.workspace, patterns),
    },
  );
}

export function statusOf(job: JobState, frame: Frame): StepResult {
  return job.cancelled ? 'cancelled' : frame.status;
}

/** `github.action*`, which are also in the environment. */
export function actionContext(
  id: string,
  action: ActionPlace | undefined,
): { readonly [key: string]: string } {
  return {
    action: id,
    action_path: action?.directory ?? '',
    action_repository: action?.repository ?? '',
    action_ref: action?.ref ?? '',
  };
}

/** An error that ends a step, in the log and as an annotation. */
export function reportError(job: JobState, message: string): void {
  const annotation: Annotation = { level: 'error', message };
  job.output.print(`##[error]${message}`);
  job.output.annotate(annotation);
}

/** An expression that can't be evaluated fails the step that it belongs to, no more. */
export async function failOnExpressionError<Result>(
  job: JobState,
  run: () => Promise<Result>,
): Promise<Result | 'failure'> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    reportError(job, error.message);
    return 'failure';
  }
}
