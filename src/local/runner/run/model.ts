import type { TokenPermissions, WorkflowRun } from '../../contract.ts';
import type { Scope } from '../expression/evaluate.ts';
import type { JobPlan, StepsJobPlan } from '../plan/plan.ts';
import type { JobControl, RunControl } from './control.ts';
import type { Inputs } from './inputs.ts';
import type { JobList } from './job-list.ts';
import type { JobView } from './job-view.ts';
import type { LinkedWorkflow } from './linked-workflow.ts';
import type { JobResult } from './results.ts';
import type { Services } from './services.ts';

/** One attempt at a run. */
export type Attempt = {
  readonly services: Services;
  readonly run: WorkflowRun;
  readonly linked: LinkedWorkflow;
  readonly inputs: Inputs;
  /** `github`, as far as it is the same for all jobs. */
  readonly github: { readonly [key: string]: unknown };
  readonly control: RunControl;
  /** Jobs of the attempt before that may not have to run again, by key. */
  readonly earlier: ReadonlyMap<string, SettledJob>;
  /** How the jobs of this attempt ended, by key. */
  readonly settled: Map<string, SettledJob>;
};

/** How a job ended. */
export type Ended = {
  readonly result: JobResult;
  readonly outputs: { readonly [name: string]: string };
};

/** What the next attempt may keep of a job. */
export type SettledJob = Ended & { readonly views: readonly JobView[] };

/** The jobs of one workflow: the run's own, or one that a job of it calls. */
export type Graph = {
  readonly attempt: Attempt;
  readonly list: JobList;
  readonly linked: LinkedWorkflow;
  /** Before the keys of its jobs: empty, or `caller / `. */
  readonly prefix: string;
  readonly inputs: Inputs;
  readonly secrets: ReadonlyMap<string, string>;
  /** What the caller allows; absent for the run's own workflow. */
  readonly allowed?: TokenPermissions;
  /** Concurrency groups that these jobs are inside of. */
  readonly held: readonly string[];
  /** The calling job is to end. */
  readonly stopped?: AbortSignal;
};

/** How a job of a graph ended, and what stands behind that. */
export type Settled = Ended & {
  /** The results of the job and of all jobs that it needs, directly or not. */
  readonly lineage: ReadonlySet<JobResult>;
  /** The job did not run again: its result is that of the attempt before. */
  readonly kept: boolean;
};

/** Runs all jobs of a graph. Gives how they ended, by id. */
export type GraphRunner = (graph: Graph) => Promise<ReadonlyMap<string, Settled>>;

/** A job whose needs are settled. */
export type JobScope<Plan extends JobPlan = JobPlan> = {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly needs: ReadonlyMap<string, Settled>;
};

/** One job as it will run on one machine. */
export type Leg = {
  readonly scope: JobScope<StepsJobPlan>;
  readonly view: JobView;
  readonly control: JobControl;
  readonly contexts: {
    readonly matrix: { readonly [key: string]: unknown };
    readonly strategy: { readonly [key: string]: unknown };
  };
  /** For what the engine evaluates of the job. */
  readonly expressions: Scope;
};
