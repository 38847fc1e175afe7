import { ExpressionError, evaluateBoolean, evaluateJson } from '../expression/evaluate.ts';
import { enterGroup } from './group.ts';
import { runOnMachine } from './machine.ts';
import type { Ended, Leg } from './model.ts';

/** Waits for the job's concurrency group and for a free place, then runs the job. */
export async function runLeg(leg: Leg): Promise<Ended> {
  try {
    return await waitAndRun(leg);
  } catch (error) {
    // A host or a disk that fails ends this job, as the loss of a machine would.
    const reason =
      error instanceof ExpressionError ? error.message : `The local runner failed: ${String(error)}`;
    return endLeg(leg, 'failure', reason);
  } finally {
    leg.control.retire();
  }
}

async function waitAndRun(leg: Leg): Promise<Ended> {
  const { scope, control } = leg;
  const { graph, plan } = scope;
  const { services, run } = graph.attempt;
  const label = unknownLabel(leg);
  if (label !== undefined) {
    return endLeg(leg, 'failure', `The local runner has no machine with the label '${label}', only ubuntu-*`);
  }
  const stopped = AbortSignal.any([control.stopped, ...(graph.stopped === undefined ? [] : [graph.stopped])]);
  const entry = await enterGroup(services, plan.concurrency, {
    repository: run.event.repository,
    scope: leg.expressions,
    held: graph.held,
    signal: stopped,
    cancelHolder: control.stop,
  });
  if (!entry.ok) return endLeg(leg, 'cancelled', entry.message);
  const giveBack = await services.slots.take(stopped);
  try {
    return giveBack === undefined ? endLeg(leg, 'cancelled') : await runAndConclude(leg, stopped);
  } finally {
    giveBack?.();
    entry.ticket.leave();
  }
}

/** A label that no machine here has; GitHub would let the job wait for one for a day. */
function unknownLabel(leg: Leg): string | undefined {
  const runsOn = evaluateJson(leg.scope.plan.runsOn, leg.expressions);
  const labels = Array.isArray(runsOn) ? runsOn.map(String) : [String(runsOn)];
  return (
    labels.find((label) => !/^(?:ubuntu-[\w.-]+|self-hosted|linux)$/i.test(label)) ??
    (labels.length === 0 ? '' : undefined)
  );
}

async function runAndConclude(leg: Leg, stopped: AbortSignal): Promise<Ended> {
  const { conclusion, outputs } = await runOnMachine(leg, stopped);
  leg.view.end(conclusion, outputs);
  // A job that may fail counts as a success for the jobs after it, and for the run.
  const forgiven =
    conclusion === 'failure' && evaluateBoolean(leg.scope.plan.continueOnError, leg.expressions);
  return { result: forgiven ? 'success' : conclusion, outputs };
}

function endLeg(leg: Leg, result: 'failure' | 'cancelled', message?: string): Ended {
  if (message !== undefined) leg.view.fail(message);
  leg.view.end(result);
  return { result, outputs: {} };
}
