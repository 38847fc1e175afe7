import { evaluateBoolean, evaluateText, type Scope } from '../expression/evaluate.ts';
import type { ConcurrencyPlan } from '../plan/plan.ts';
import type { Ticket } from './concurrency.ts';
import type { Services } from './services.ts';

export type Entry =
  | { readonly ok: true; readonly group?: string; readonly ticket: Ticket }
  /** `message` is for people; it is absent where nobody but themselves asked for the end. */
  | { readonly ok: false; readonly message?: string };

/** Waits for the concurrency group of a run or job; where there is none, at once. */
export async function enterGroup(
  services: Services,
  plan: ConcurrencyPlan | undefined,
  asker: {
    readonly repository: string;
    readonly scope: Scope;
    /** Groups that what asks is inside of already. */
    readonly held: readonly string[];
    readonly signal: AbortSignal;
    readonly cancelHolder: () => void;
  },
): Promise<Entry> {
  if (plan === undefined) return { ok: true, ticket: { leave: () => undefined } };
  const group = evaluateText(plan.group, asker.scope);
  if (asker.held.some((other) => other.toLowerCase() === group.toLowerCase())) {
    return { ok: false, message: `Canceling since a deadlock for concurrency group '${group}' was detected` };
  }
  const { repository, signal, cancelHolder } = asker;
  const cancelInProgress = evaluateBoolean(plan.cancelInProgress, asker.scope);
  const ticket = await services.concurrency.enter({
    repository,
    group,
    cancelInProgress,
    queue: plan.queue,
    cancelHolder,
    signal,
  });
  if (ticket === 'abandoned') return { ok: false };
  if (ticket !== 'displaced') return { ok: true, group, ticket };
  return { ok: false, message: `Canceling since a higher priority waiting request for '${group}' exists` };
}
