import type { Outcome } from '../../record/outcome.ts';
import { isTakenFromReview } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { settle, writeStep } from '../control/settle.ts';
import type { Oid } from '../ports.ts';
import type { WatchContext } from './context.ts';
import { type RecordStep, readSteps } from './earlier.ts';

/**
 * What its commit came to before it was closed is in the history of its record, whatever that was. A revision that was
 * still tested when it was closed has no verdict, and that of the one before it is about another commit. What was
 * delivered while it was closed came to nothing, so that the record is again about the patch that is shown. null:
 * somebody else moved the record.
 */
export async function reopen(context: WatchContext, state: PatchState): Promise<Finding | null> {
  const { id } = state.record;
  const before = await beforeItWasClosed(context, state.record);
  const at = before === null ? state.recordCommit.oid : await restore(context, state, before);
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

async function beforeItWasClosed(context: WatchContext, record: PatchRecord): Promise<RecordStep | null> {
  const steps = await readSteps(context, record);
  return (
    steps.find((step) => step.record.state === 'done' && !isTakenFromReview(step.record.outcome)) ?? null
  );
}

/** Where the record stands when it is as if nothing had come in between; null: somebody else moved it first. */
async function restore(context: WatchContext, state: PatchState, before: RecordStep): Promise<Oid | null> {
  const { recordCommit } = state;
  const { attempt, slack, replaced } = state.record;
  if (before.record.attempt === attempt) {
    return recordCommit.oid;
  }
  const record: PatchRecord = {
    ...before.record,
    // The next attempt needs a number that none had.
    attempt,
    ...(slack === undefined ? {} : { slack }),
    ...(replaced === undefined ? {} : { replaced }),
  };
  const from = { ...state, recordCommit: { ...recordCommit, tree: before.tree } };
  const written = await writeStep(context, from, { record });
  return written === 'moved' ? null : written.oid;
}
