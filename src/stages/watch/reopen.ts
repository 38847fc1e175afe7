import { formatKeptBeside, keptBeside } from '../../record/kept-beside.ts';
import type { Outcome } from '../../record/outcome.ts';
import { isTakenFromReview } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { successorOf } from '../../record/successor.ts';
import type { Finding } from '../../report/watch/report.ts';
import { findStep, type RecordStep, restore } from '../control/earlier-step.ts';
import type { PatchState } from '../control/patch.ts';
import { settle, writeStep } from '../control/settle.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import type { WatchContext } from './context.ts';

/**
 * What its commit came to before it was closed is in the history of its record, whatever that was. A revision that was
 * still tested when it was closed has no verdict, and that of the one before it is about another commit. What was
 * delivered while it was closed came to nothing, so that the record is again about the patch that is shown. null:
 * somebody else moved the record.
 */
export async function reopen(
  context: WatchContext,
  seen: PatchState,
  { beside = [] }: { readonly beside?: readonly string[] } = {},
): Promise<Finding | null> {
  const { id, attempt } = seen.record;
  // What is listed as open may have been closed since, by us too.
  const state = ownPullRequest(seen)?.state === 'open' ? await keepBeside(context, seen, beside) : null;
  if (state === null) {
    return null;
  }
  const before = await beforeItWasClosed(context, state.record);
  const isRestored = before === null || before.record.attempt === attempt;
  const at = isRestored ? state.recordCommit.oid : await restore(context, state, before);
  const outcome = before?.record.outcome ?? NO_VERDICT;
  const settled = await settle(context, id, ({ recordCommit }) =>
    recordCommit.oid === at ? { outcome } : null,
  );
  return settled.kind === 'settled'
    ? { name: id, sentence: 'Its pull request was opened again', done: 'settled' }
    : null;
}

const NO_VERDICT: Outcome = {
  kind: 'crashed',
  stage: 'test',
  reason: 'its pull request was closed before there was a verdict, and opened again; retry it',
};

/** A person wants it beside all that took its place, or would; else one of the next passes would close it once more. */
async function keepBeside(
  context: WatchContext,
  state: PatchState,
  beside: readonly string[],
): Promise<PatchState | null> {
  const by = [successorOf(state.record)].filter((id) => id !== undefined);
  const known = keptBeside(state.record);
  const all = formatKeptBeside([...known, ...by, ...beside]);
  if (keptBeside(all).length === known.length) {
    return state;
  }
  const record = { ...state.record, ...all };
  const written = await writeStep(context, state, { record });
  return written === 'moved'
    ? null
    : { ...state, record, recordCommit: { ...state.recordCommit, ...written } };
}

async function beforeItWasClosed(context: WatchContext, record: PatchRecord): Promise<RecordStep | null> {
  return findStep(context, record, ({ state, outcome }) => state === 'done' && !isTakenFromReview(outcome));
}
