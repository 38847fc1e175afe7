import type { Finding } from '../../report/watch/report.ts';
import { readLogSince } from '../control/log-since.ts';
import { readPatchState } from '../control/patch.ts';
import type { Action } from './action.ts';
import type { WatchContext } from './context.ts';
import { MAX_ATTEMPTS } from './dead-run.ts';
import { put } from './finding.ts';
import { isOvertaken, laterRuns } from './later-runs.ts';
import { wasStoppedSince } from './stopped-since.ts';

/**
 * Has a run that died before it left a record start again, unless its patch was sent once more since, or everything was
 * ended: a pass may have had much to do before it came to this. Runs are looked at first, for one that ends in between
 * has a record then. Those from before the pass it has seen itself: `now` is when it began.
 */
export async function rerun(
  context: WatchContext,
  { id, run }: Extract<Action, { readonly kind: 'rerun' }>,
  now: Date,
): Promise<Finding> {
  const since = new Date(now.getTime() - CLOCKS_DIFFER_MS).toISOString();
  const leave = (why: string): Finding => {
    const sentence = `Its run ${run.id} died before it left a record, and is left so, because ${why} since`;
    return { name: id, sentence, done: 'raced' };
  };
  const overtaken = isOvertaken({ id, run }, await laterRuns(context, since));
  if (overtaken || (await readPatchState(context.repository, id)) !== 'unknown') {
    return leave('the patch was sent again');
  }
  const log = await readLogSince(context.ledger, Date.parse(run.createdAt));
  if (wasStoppedSince(log, { id, run }, context.clock.now())) {
    return leave('what was under way was ended');
  }
  await context.runs.rerun(run);
  const next = `as attempt ${run.attempt + 1} of ${MAX_ATTEMPTS}`;
  return put(id, `Its run ${run.id} died before it left a record, and was started again, ${next}`);
}

/** GitHub's clock and ours. */
const CLOCKS_DIFFER_MS = 600_000;
