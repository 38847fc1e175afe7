import type { TokenPermissions } from '../../contract.ts';
import type { Mapping, Template } from './template.ts';

/** A workflow file, read and checked. Plain JSON. */
export type WorkflowPlan = {
  readonly path: string;
  readonly name: string;
  readonly runName?: Template;
  readonly triggers: Triggers;
  readonly permissions?: TokenPermissions;
  readonly env: Mapping;
  readonly defaults: RunDefaults;
  readonly concurrency?: ConcurrencyPlan;
  readonly jobs: readonly JobPlan[];
};

/** What the `on` of a workflow says, by event name. */
export type Triggers = { readonly [event: string]: Trigger };

export type Trigger = {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly branchesIgnore?: readonly string[];
  readonly tags?: readonly string[];
  readonly tagsIgnore?: readonly string[];
  /** workflow_run: names of workflows. */
  readonly workflows?: readonly string[];
  /** schedule: cron expressions. */
  readonly crons?: readonly string[];
  /** workflow_dispatch and workflow_call. */
  readonly inputs?: readonly InputPlan[];
  /** workflow_call only. */
  readonly secrets?: readonly { readonly name: string; readonly required: boolean }[];
  readonly outputs?: Mapping;
};

export type InputPlan = {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'number' | 'choice' | 'environment';
  readonly required: boolean;
  readonly default?: Template;
  /** choice only. */
  readonly options?: readonly string[];
};

export type ConcurrencyPlan = {
  readonly group: Template;
  readonly cancelInProgress: Template;
  readonly queue: 'single' | 'max';
};

export type RunDefaults = { readonly shell?: Template; readonly workingDirectory?: Template };

export type JobPlan = StepsJobPlan | CallJobPlan;

type AnyJobPlan = {
  readonly id: string;
  readonly name?: Template;
  readonly needs: readonly string[];
  /** Always calls a status function: `success() && (…)` where the file's `if` has none. */
  readonly condition: string;
  readonly permissions?: TokenPermissions;
  readonly concurrency?: ConcurrencyPlan;
  readonly strategy?: StrategyPlan;
};

export type StepsJobPlan = AnyJobPlan & {
  readonly kind: 'steps';
  readonly runsOn: Template;
  readonly environment?: Template;
  readonly env: Mapping;
  readonly defaults: RunDefaults;
  readonly outputs: Mapping;
  readonly timeoutMinutes?: Template;
  readonly continueOnError: Template;
  readonly steps: readonly StepPlan[];
};

/** A job that calls a reusable workflow. */
export type CallJobPlan = AnyJobPlan & {
  readonly kind: 'call';
  readonly uses: string;
  readonly with: Mapping;
  readonly secrets: 'inherit' | Mapping;
};

/** `matrix` is an expression or a mapping of sequences, with `include` and `exclude`. */
export type StrategyPlan = {
  readonly matrix?: Template;
  readonly failFast: Template;
  readonly maxParallel?: Template;
};

export type StepPlan = RunStepPlan | UsesStepPlan;

export type AnyStepPlan = {
  /** The file's `id`, or `__run`, `__run_2` … for steps without one, which are not in the `steps` context. */
  readonly id: string;
  readonly named: boolean;
  readonly name?: Template;
  readonly condition: string;
  readonly env: Mapping;
  readonly continueOnError: Template;
  readonly timeoutMinutes?: Template;
};

export type RunStepPlan = AnyStepPlan & {
  readonly kind: 'run';
  readonly run: Template;
  readonly shell?: Template;
  readonly workingDirectory?: Template;
};

export type UsesStepPlan = AnyStepPlan & {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: Mapping;
};

/** An action.yml, read and checked. Plain JSON. */
export type ActionPlan = {
  readonly name: string;
  readonly inputs: readonly ActionInput[];
} & (NodeActionPlan | CompositeActionPlan);

export type ActionInput = { readonly name: string; readonly required: boolean; readonly default?: Template };

export type NodeActionPlan = {
  readonly kind: 'node';
  /** Paths relative to the action's folder. */
  readonly main: string;
  readonly pre?: string;
  readonly preCondition: string;
  readonly post?: string;
  readonly postCondition: string;
};

export type CompositeActionPlan = {
  readonly kind: 'composite';
  readonly steps: readonly StepPlan[];
  readonly outputs: Mapping;
};

/** Something in a workflow or action file that can't be run. Lines count from 1. */
export type PlanProblem = { readonly message: string; readonly path: string; readonly line?: number };
