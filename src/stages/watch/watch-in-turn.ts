import type { WatchReport } from '../../report/watch/report.ts';
import type { Occasion, WatchContext } from './context.ts';
import { watch } from './watch.ts';

/**
 * One pass, behind another one that is at work: that may have looked before what woke this one up, and a schedule looks
 * more closely than an event. Gives up after some minutes, and says so.
 */
export async function watchInTurn(context: WatchContext, occasion: Occasion): Promise<WatchReport> {
  let waited = 0;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
    const report = await watch(context, { now: context.clock.now(), occasion });
    if (report.busyUntil === undefined || waited >= MOST_SECONDS) {
      return report;
    }
    await context.wait(pause);
    waited += pause;
  }
}

/** Seconds. Most passes take a few; each look costs some requests, of which a job's token has a thousand in an hour. */
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 30;

/** About half of what the job may take. */
const MOST_SECONDS = 420;
