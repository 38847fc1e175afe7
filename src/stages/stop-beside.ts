import { admit } from './admit.ts';
import type { ApplyContext } from './context.ts';
import { type ApplyPlan, type PlanInput, stopOf } from './plan.ts';
import type { Stopped } from './standing.ts';

/**
 * What a stop would make of a patch that is only tried, and that comes to `tried` without it. null: none is about it, or it
 * would end before that, as what can't be read, holds a secret or is meant for a branch that is not there: nothing of
 * it would be kept. So what does not fit is looked at once more, as if it were sent.
 */
export async function stopBeside(
  context: Pick<ApplyContext, 'compute' | 'repository' | 'ledger'>,
  { despiteStops, ...sent }: PlanInput,
  tried: ApplyPlan,
): Promise<Stopped | null> {
  const stop = despiteStops === true ? stopOf(sent) : null;
  if (stop === null || tried.kind === 'write') {
    return stop;
  }
  const { plan: screened } = await context.compute.plan(sent);
  const { plan } = await admit(context, screened, sent);
  return plan.kind === 'write' ? null : stoppedIn(plan.outcome);
}

function stoppedIn(outcome: Exclude<ApplyPlan, { kind: 'write' }>['outcome']): Stopped | null {
  return outcome.kind === 'held' || outcome.kind === 'halted' ? outcome : null;
}
