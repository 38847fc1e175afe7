import type { TokenPermissions } from '../../contract.ts';
import { ExpressionError } from '../expression/evaluate.ts';
import type { JobPlan } from '../plan/plan.ts';
import type { Attempt } from './attempt.ts';
import { runCall } from './call.ts';
import type { Inputs } from './inputs.ts';
import type { JobList } from './job-list.ts';
import { conditionHolds, type JobScope } from './job-scope.ts';
import { runLegs } from './legs.ts';
import type { LinkedWorkflow } from './linked-workflow.ts';
import type { JobResult } from './results.ts';

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

/** How a job ended, and what stands behind that. */
export type Settled = {
  readonly result: JobResult;
  readonly outputs: { readonly [name: string]: string };
  /** The results of the job and of all jobs that it needs, directly or not. */
  readonly lineage: ReadonlySet<JobResult>;
  /** The job did not run again: its result is that of the attempt before. */
  readonly kept: boolean;
};

/** Runs all jobs, each as soon as those that it needs are settled. Gives their results by id. */
export async function runGraph(graph: Graph): Promise<ReadonlyMap<string, Settled>> {
  const promises = new Map<string, Promise<Settled>>();
  const plans = new Map(graph.linked.plan.jobs.map((plan) => [plan.id, plan]));

  function settle(id: string): Promise<Settled> {
    const known = promises.get(id);
    if (known !== undefined) return known;
    const plan = plans.get(id);
    if (plan === undefined) throw new Error(`The workflow has no job '${id}'`);
    const promise = Promise.all(plan.needs.map(async (need) => [need, await settle(need)] as const)).then(
      (needs) => settleJob(graph, plan, new Map(needs)),
    );
    promises.set(id, promise);
    return promise;
  }

  const settled = await Promise.all([...plans.keys()].map(async (id) => [id, await settle(id)] as const));
  return new Map(settled);
}

async function settleJob(graph: Graph, plan: JobPlan, needs: ReadonlyMap<string, Settled>): Promise<Settled> {
  const key = `${graph.prefix}${plan.id}`;
  const behind = [...needs.values()];
  const earlier = graph.attempt.earlier.get(key);
  const kept = earlier?.result === 'success' && behind.every((need) => need.kept);
  if (kept) graph.list.replace(key, earlier.views);
  const { result, outputs } = kept ? earlier : await runJob({ graph, plan, needs });
  graph.attempt.settled.set(key, { result, outputs, views: graph.list.at(key) });
  return {
    result,
    outputs,
    kept,
    lineage: new Set([result, ...behind.flatMap(({ lineage }) => [...lineage])]),
  };
}

export type Ended = Pick<Settled, 'result' | 'outputs'>;

async function runJob(scope: JobScope): Promise<Ended> {
  const { graph, plan } = scope;
  try {
    if (graph.attempt.control.forced || graph.stopped?.aborted === true) return endAll(scope, 'cancelled');
    if (!conditionHolds(scope)) return endAll(scope, 'skipped');
    return plan.kind === 'call' ? await runCall({ ...scope, plan }) : await runLegs({ ...scope, plan });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return endAll(scope, 'failure', error.message);
  }
}

/** Ends a job that has not begun, and with it all jobs of the workflow that it calls. */
export function endAll({ graph, plan }: JobScope, result: JobResult, message?: string): Ended {
  const key = `${graph.prefix}${plan.id}`;
  const views = plan.kind === 'call' ? graph.list.under(`${key} / `) : [graph.list.view(key)];
  for (const view of views) {
    if (view.job.status === 'completed') continue;
    if (message !== undefined) view.fail(message);
    view.end(result);
  }
  return { result, outputs: {} };
}
