import { fail, readOccasion, say, setOutputs, type WorkflowJob, writeSummary } from '../io/workflow.ts';
import { describeWatch, formatWatchSummary } from '../report/watch/summary.ts';
import { watchInTurn } from '../stages/watch/watch-in-turn.ts';
import { sayRequests } from './context.ts';
import { createControlContext } from './control-context.ts';

/** One pass over all patches. */
export async function runWatch(job: WorkflowJob): Promise<void> {
  const { context, requests } = createControlContext(job);
  try {
    const occasion = await readOccasion(process.env);
    const report = await watchInTurn(context, occasion);
    await writeSummary(formatWatchSummary(report));
    const failed = report.found.filter(({ done }) => done === 'failed');
    setOutputs({
      outcome: report.busyUntil === undefined ? (failed.length > 0 ? 'failed' : 'done') : 'unchanged',
    });
    if (failed.length > 0) {
      return fail(failed.map(({ name, sentence }) => `${name}: ${sentence}`).join('\n'), 'Not put right');
    }
    say(describeWatch(report));
  } finally {
    sayRequests(requests);
  }
}
