import type { Conclusion } from '../../contract.ts';
import { createScope, ExpressionError } from '../expression/evaluate.ts';
import { runGraph } from './graph.ts';
import { enterGroup } from './group.ts';
import { createJobList, type JobList } from './job-list.ts';
import type { Attempt } from './model.ts';
import { combineResults, type JobResult } from './results.ts';

/** Runs it, from its place in the queue to its conclusion. Never rejects for anything that a workflow can do. */
export async function runAttempt(attempt: Attempt): Promise<void> {
  const { services, run, linked } = attempt;
  const list = createJobList(services, run, linked);
  services.changed(run);
  try {
    conclude(attempt, await waitAndRun(attempt, list));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    conclude(attempt, endAll(list, 'failure', error.message));
  }
}

async function waitAndRun(attempt: Attempt, list: JobList): Promise<readonly JobResult[]> {
  const { services, run, linked, control, inputs } = attempt;
  const waiting = control.enlist(() => false);
  const entry = await enterGroup(services, linked.plan.concurrency, {
    repository: run.event.repository,
    scope: createScope(runContexts(attempt), {}),
    held: [],
    signal: waiting.stopped,
    cancelHolder: () => control.cancel(false),
  });
  waiting.retire();
  if (!entry.ok) return endAll(list, 'cancelled', entry.message);
  try {
    run.status = 'in_progress';
    services.changed(run);
    const held = entry.group === undefined ? [] : [entry.group];
    const secrets = services.host.secrets(run.event.repository);
    const results = await runGraph({ attempt, list, linked, prefix: '', inputs, secrets, held });
    return [...results.values()].map(({ result }) => result);
  } finally {
    entry.ticket.leave();
  }
}

/** Ends a run of which nothing has begun. */
function endAll(list: JobList, result: 'cancelled' | 'failure', message?: string): readonly JobResult[] {
  for (const view of list.under('')) {
    if (message !== undefined) view.fail(message);
    view.end(result);
  }
  return [result];
}

/** The contexts that a workflow has before any job runs. */
export function runContexts({ services, run, github, inputs }: Attempt): {
  readonly [name: string]: unknown;
} {
  return { github, inputs, vars: Object.fromEntries(services.host.variables(run.event.repository)) };
}

function conclude({ services, run, control }: Attempt, results: readonly JobResult[]): void {
  run.status = 'completed';
  run.conclusion = conclusionOf(results, control.cancelled);
  run.updatedAt = services.now().toISOString();
  services.changed(run);
}

function conclusionOf(results: readonly JobResult[], cancelled: boolean): Conclusion {
  const unfinished = results.includes('cancelled') || results.includes('skipped');
  if (cancelled && unfinished) return 'cancelled';
  return combineResults(results);
}
