import type { WatchReport } from '../../report/watch/report.ts';
import type { Occasion, WatchContext } from './context.ts';
import { watch } from './watch.ts';

/**
 * One pass, behind another one that is at work: that may have looked before what woke this one up, and a schedule looks
 * more closely than an event. Gives up after some minutes, and says so.
 */
export async function watchInTurn(context: WatchContext, occasion: Occasion): Promise<WatchReport> {
  for (let waited = 0; ; waited += PAUSE_SECONDS) {
    const report = await watch(context, { now: context.clock.now(), occasion });
    if (report.busyUntil === undefined || waited >= MOST_SECONDS) {
      return report;
    }
    await context.wait(PAUSE_SECONDS);
  }
}

/** Each look costs some requests, of which a job's token has a thousand in an hour. */
const PAUSE_SECONDS = 20;

/** About half of what the job may take. */
const MOST_SECONDS = 420;
