import type { LogKnown } from '../control/locked-since.ts';
import { readLogSince } from '../control/log-since.ts';
import type { WatchContext } from './context.ts';
import type { StartAgain } from './facts.ts';
import { isOvertaken, laterRuns } from './later-runs.ts';
import { lookEach, type Seen } from './look-closely.ts';
import { hasOwnJobsOnly } from './own-jobs.ts';
import type { SilentRun } from './silent-run.ts';
import { wasStoppedSince } from './stopped-since.ts';

/** Whether runs that left no record may be started again, by their ids: a request for each, and a few for all of them. */
export async function readStartAgain(
  context: WatchContext,
  silent: readonly SilentRun[],
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<Seen<number, StartAgain>> {
  const [oldest] = silent.map(({ run }) => run.createdAt).toSorted();
  const later = oldest === undefined ? [] : laterRuns(context, oldest);
  let log: Promise<LogKnown> | undefined;
  const readLog = (since: string) => (log ??= readLogSince(context.ledger, Date.parse(since)));
  return await lookEach(
    silent,
    ({ run }) => `run ${run.id}`,
    async (one) => {
      const { id } = one.run;
      if (isOvertaken(one, await later)) {
        return [id, 'sent_since'];
      }
      if (wasStoppedSince(await readLog(oldest ?? one.run.createdAt), one, now)) {
        return [id, 'stopped_since'];
      }
      // Whoever calls our workflow beside jobs of their own has others run when a run is started again.
      return [id, (await hasOwnJobsOnly(context, id)) ? 'yes' : 'other_jobs'];
    },
    most,
  );
}
