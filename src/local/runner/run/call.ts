import {
  createScope,
  evaluateJson,
  evaluateMapping,
  evaluateText,
  type Scope,
} from '../expression/evaluate.ts';
import type { CallJobPlan } from '../plan/plan.ts';
import type { JobControl } from './control.ts';
import { enterGroup } from './group.ts';
import { checkInputs, type Inputs } from './inputs.ts';
import { expressionScope, jobContexts, permissionsOf, survivesCancel } from './job-scope.ts';
import type { LinkedWorkflow } from './linked-workflow.ts';
import type { Ended, Graph, GraphRunner, JobScope, Settled } from './model.ts';
import { combineResults } from './results.ts';
import { endUnstarted } from './unstarted.ts';

/** A job that calls a reusable workflow. Its result and outputs are made of those of the called jobs. */
export async function runCall(scope: JobScope<CallJobPlan>, runGraph: GraphRunner): Promise<Ended> {
  const { graph, plan } = scope;
  const { services, run, control } = graph.attempt;
  const called = graph.linked.calls.get(plan.id);
  if (called === undefined) throw new Error(`The workflow that '${plan.id}' calls was not linked`);
  const expressions = expressionScope(scope, { secrets: Object.fromEntries(graph.secrets) });
  const given = Object.fromEntries(
    plan.with.map(([name, value]) => [name, evaluateJson(value, expressions)]),
  );
  const checked = checkInputs(called.plan.triggers['workflow_call']?.inputs ?? [], given);
  if (!checked.ok) return endUnstarted(scope, 'failure', checked.problem);
  const own = control.enlist(() => survivesCancel(scope));
  try {
    const entry = await enterGroup(services, plan.concurrency, {
      repository: run.event.repository,
      scope: expressions,
      held: graph.held,
      signal: own.stopped,
      cancelHolder: own.stop,
    });
    if (!entry.ok) return endUnstarted(scope, 'cancelled', entry.message);
    const secrets = secretsFor(scope, expressions);
    const results = await runGraph(
      calledGraph(scope, { called, inputs: checked.inputs, secrets, own, group: entry.group }),
    );
    entry.ticket.leave();
    return endedOf(scope, called, checked.inputs, results);
  } finally {
    own.retire();
  }
}

function calledGraph(
  scope: JobScope<CallJobPlan>,
  call: {
    readonly called: LinkedWorkflow;
    readonly inputs: Inputs;
    readonly secrets: ReadonlyMap<string, string>;
    readonly own: JobControl;
    readonly group: string | undefined;
  },
): Graph {
  const { graph, plan } = scope;
  const { called, inputs, secrets, own, group } = call;
  return {
    ...graph,
    linked: called,
    prefix: `${graph.prefix}${plan.id} / `,
    inputs,
    secrets,
    allowed: permissionsOf(scope),
    held: group === undefined ? graph.held : [...graph.held, group],
    stopped: AbortSignal.any([own.stopped, ...(graph.stopped === undefined ? [] : [graph.stopped])]),
  };
}

function secretsFor({ graph, plan }: JobScope<CallJobPlan>, expressions: Scope): ReadonlyMap<string, string> {
  if (plan.secrets === 'inherit') return graph.secrets;
  return new Map(Object.entries(evaluateMapping(plan.secrets, expressions)));
}

function endedOf(
  scope: JobScope<CallJobPlan>,
  called: LinkedWorkflow,
  inputs: Inputs,
  results: ReadonlyMap<string, Settled>,
): Ended {
  const jobs = Object.fromEntries(
    Array.from(results, ([id, { result, outputs }]) => [id, { result, outputs }]),
  );
  const expressions = createScope({ ...jobContexts(scope), inputs, needs: {}, jobs }, {});
  const templates = called.plan.triggers['workflow_call']?.outputs ?? [];
  return {
    result: combineResults([...results.values()].map(({ result }) => result)),
    outputs: Object.fromEntries(templates.map(([name, value]) => [name, evaluateText(value, expressions)])),
  };
}
