import type { Annotation, WorkflowStep } from '../../contract.ts';
import { isRecord } from '../json.ts';
import type { ActionPlan, RunDefaults, StepPlan } from '../plan/plan.ts';
import type { Mapping } from '../plan/template.ts';
import type { StandInName } from '../stand-ins/names.ts';

/**
 * What the engine and a job's process say to each other over Node's IPC channel. The log is not part of it: the
 * process prints that, masked, so that it is bounded by the pipe and survives the process.
 */
export type ToJob =
  | { readonly type: 'start'; readonly job: JobSpec }
  | { readonly type: 'cancel' }
  | { readonly type: 'described'; readonly request: number; readonly described: DescribedAction };

export type FromJob =
  | { readonly type: 'steps'; readonly steps: readonly WorkflowStep[] }
  | { readonly type: 'annotation'; readonly annotation: Annotation }
  | { readonly type: 'summary'; readonly text: string }
  /** A process group that a step runs in; killed with the job. */
  | { readonly type: 'group'; readonly id: number }
  /** An action of the checked-out tree, which the engine reads because it has the parser. */
  | { readonly type: 'describe'; readonly request: number; readonly path: string; readonly text: string }
  | { readonly type: 'done'; readonly end: JobEnd };

/** Is it a message of a job's process? Its fields are taken as they are: the process runs our code, if any. */
export function isFromJob(message: unknown): message is FromJob {
  return isRecord(message) && FROM_JOB.has(message['type']);
}

const FROM_JOB: ReadonlySet<unknown> = new Set<FromJob['type']>([
  'steps',
  'annotation',
  'summary',
  'group',
  'describe',
  'done',
]);

export function isToJob(message: unknown): message is ToJob {
  return isRecord(message) && TO_JOB.has(message['type']);
}

const TO_JOB: ReadonlySet<unknown> = new Set<ToJob['type']>(['start', 'cancel', 'described']);

export type JobEnd = {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly outputs: { readonly [name: string]: string };
};

/** Everything that a job's process gets to know. */
export type JobSpec = {
  readonly steps: readonly StepPlan[];
  /** By the `uses` text of the steps, those inside of composite actions too. */
  readonly actions: Actions;
  /** Of the workflow, then of the job. */
  readonly env: readonly Mapping[];
  readonly defaults: RunDefaults;
  readonly outputs: Mapping;
  /** JSON values by context name: github, vars, secrets, inputs, needs, strategy, matrix, runner. */
  readonly contexts: { readonly [name: string]: { readonly [key: string]: unknown } };
  /** Values that must not be seen in the log. */
  readonly masks: readonly string[];
  readonly directories: JobDirectories;
  readonly trackingId: string;
  readonly nodePath: string;
  /** Folders of programs that steps find before the system's. */
  readonly tools: readonly string[];
  readonly grace: Grace;
};

export type Actions = { readonly [uses: string]: ActionSource };

export type ActionSource =
  | { readonly kind: 'stand-in'; readonly name: StandInName }
  | {
      readonly kind: 'action';
      readonly plan: ActionPlan;
      /** The folder of its action.yml. */
      readonly directory: string;
      readonly repository: string;
      readonly ref: string;
    };

export type DescribedAction =
  | { readonly ok: true; readonly plan: ActionPlan; readonly actions: Actions }
  | { readonly ok: false; readonly problem: string };

/** Absolute paths, all inside of `root`. */
export type JobDirectories = {
  readonly root: string;
  readonly home: string;
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly eventFile: string;
};

/**
 * How long a cancelled process may live on after SIGINT, and then after SIGTERM; and how long a cancelled job may go on
 * with all its steps that run on cancel. Milliseconds.
 */
export type Grace = {
  readonly afterInterrupt: number;
  readonly afterTerminate: number;
  readonly inAll: number;
};
