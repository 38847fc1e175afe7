import type { Finding } from '../../report/watch/report.ts';
import { type PatchState, readPatchState } from '../control/patch.ts';
import type { Action } from './action.ts';
import type { WatchContext } from './context.ts';
import { MAX_RUN_ATTEMPTS } from './dead-run.ts';
import { restate } from './restate.ts';

/**
 * Has the jobs of a run that failed run once more. Those that succeeded keep what they handed over, so that tests which
 * have their verdict are not run again. null: somebody else moved the record.
 */
export async function resume(
  context: WatchContext,
  { id, run }: Extract<Action, { readonly kind: 'resume' }>,
  seen: PatchState,
): Promise<Finding | null> {
  if ((await knowMessage(context, seen)) === null) {
    return null;
  }
  await context.runs.rerun(run, { failedOnly: true });
  const next = `as attempt ${run.attempt + 1} of ${MAX_RUN_ATTEMPTS}`;
  return {
    name: id,
    sentence: `Its run ${run.id} failed before it reported; what failed of it was started again, ${next}`,
    done: 'settled',
  };
}

/**
 * A run that died may have posted a message and never said where. The next attempt can't look for it, and would post
 * another, so that its place is put on record first. null: somebody else moved the record.
 */
export async function knowMessage(context: WatchContext, state: PatchState): Promise<PatchState | null> {
  if (state.record.slack !== undefined || context.chat === null) {
    return state;
  }
  const said = await restate(context, state, { record: state.record, message: true, status: false });
  const now = said.kind === 'raced' ? 'unknown' : await readPatchState(context.repository, state.record.id);
  return typeof now === 'string' ? null : now;
}
