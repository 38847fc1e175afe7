import type { Ended, JobScope } from './model.ts';
import type { JobResult } from './results.ts';

/** Ends a job that has not begun, and with it all jobs of the workflow that it calls. */
export function endUnstarted({ graph, plan }: JobScope, result: JobResult, message?: string): Ended {
  const key = `${graph.prefix}${plan.id}`;
  const views = plan.kind === 'call' ? graph.list.under(`${key} / `) : [graph.list.view(key)];
  for (const view of views) {
    if (view.job.status === 'completed') continue;
    if (message !== undefined) view.fail(message);
    view.end(result);
  }
  return { result, outputs: {} };
}
