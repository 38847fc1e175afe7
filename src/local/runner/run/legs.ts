import { evaluateBoolean, evaluateJson, evaluateNumber, evaluateText } from '../expression/evaluate.ts';
import type { StepsJobPlan } from '../plan/plan.ts';

import { expressionScope, survivesCancel } from './job-scope.ts';
import type { JobView } from './job-view.ts';
import { runLeg } from './leg.ts';
import { type Combination, combinationsOf } from './matrix.ts';
import type { Ended, JobScope, Leg } from './model.ts';
import { combineResults } from './results.ts';
import { createSlots } from './slots.ts';
import { endUnstarted } from './unstarted.ts';

/** A job with steps: once, or once for each combination of its matrix. */
export async function runLegs(scope: JobScope<StepsJobPlan>): Promise<Ended> {
  const { matrix } = scope.plan.strategy ?? {};
  if (matrix === undefined) return runLeg(legOf(scope, scope.graph.list.view(keyOf(scope))));
  const combinations = combinationsOf(evaluateJson(matrix, expressionScope(scope)));
  if (typeof combinations === 'string') return endUnstarted(scope, 'failure', combinations);
  return runMatrix(scope, combinations);
}

function keyOf({ graph, plan }: JobScope): string {
  return `${graph.prefix}${plan.id}`;
}

async function runMatrix(
  scope: JobScope<StepsJobPlan>,
  combinations: readonly Combination[],
): Promise<Ended> {
  const { failFast = true, maxParallel } = scope.plan.strategy ?? {};
  const expressions = expressionScope(scope);
  const stopAll = evaluateBoolean(failFast, expressions);
  const most = maxParallel === undefined ? combinations.length : evaluateNumber(maxParallel, expressions);
  const placeholder = scope.graph.list.view(keyOf(scope));
  const legs = combinations.map((combination, index) => {
    const view = scope.graph.list.create(
      keyOf(scope),
      `${placeholder.job.name} (${Object.values(combination).join(', ')})`,
    );
    const strategy = {
      'fail-fast': stopAll,
      'job-index': index,
      'job-total': combinations.length,
      'max-parallel': most,
    };
    return legOf(scope, view, { matrix: combination, strategy });
  });
  scope.graph.list.replace(
    keyOf(scope),
    legs.map(({ view }) => view),
  );
  const slots = createSlots(Math.max(1, most));
  const ended = await Promise.all(legs.map((leg) => runInTurn(leg, legs)));
  return {
    result: combineResults(ended.map(({ result }) => result)),
    outputs: Object.fromEntries(ended.flatMap(({ outputs }) => Object.entries(outputs))),
  };

  async function runInTurn(leg: Leg, all: readonly Leg[]): Promise<Ended> {
    const giveBack = await slots.take(leg.control.stopped);
    const end = await runLeg(leg);
    giveBack?.();
    if (end.result === 'failure' && stopAll) for (const other of all) other.control.stop();
    return end;
  }
}

function legOf(
  scope: JobScope<StepsJobPlan>,
  view: JobView,
  contexts: Leg['contexts'] = { matrix: {}, strategy: SINGLE },
): Leg {
  const control = scope.graph.attempt.control.enlist(() => survivesCancel(scope));
  const expressions = expressionScope(scope, contexts);
  const { name } = scope.plan;
  if (name !== undefined && typeof name !== 'string') {
    const callers = view.job.name.slice(0, view.job.name.lastIndexOf(' / ') + 1);
    view.rename(`${callers}${evaluateText(name, expressions)}`);
  }
  return { scope, view, control, contexts, expressions };
}

/** `strategy` of a job without a matrix. */
const SINGLE = { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 };
