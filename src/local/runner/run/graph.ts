import { ExpressionError } from '../expression/evaluate.ts';
import type { JobPlan } from '../plan/plan.ts';
import { runCall } from './call.ts';
import { conditionHolds } from './job-scope.ts';
import { runLegs } from './legs.ts';
import type { Ended, Graph, JobScope, Settled } from './model.ts';
import { endUnstarted } from './unstarted.ts';

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

async function runJob(scope: JobScope): Promise<Ended> {
  const { graph, plan } = scope;
  try {
    if (graph.attempt.control.forced || graph.stopped?.aborted === true)
      return endUnstarted(scope, 'cancelled');
    if (!conditionHolds(scope)) return endUnstarted(scope, 'skipped');
    return plan.kind === 'call'
      ? await runCall({ ...scope, plan }, runGraph)
      : await runLegs({ ...scope, plan });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return endUnstarted(scope, 'failure', error.message);
  }
}
