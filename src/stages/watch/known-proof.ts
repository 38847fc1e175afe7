import type { PullRequestRef } from '../../record/outcome.ts';
import { proofOf } from '../../record/proof.ts';
import type { PatchRecord, Proof } from '../../record/record.ts';
import { findStep } from '../control/earlier-step.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import type { WatchContext } from './context.ts';

/**
 * The record with what is known of its head, and with the name of its pull request. Where only its history can tell, that
 * is read and put on record, so that it is read once; `proof` is null where the history says nothing either. null:
 * somebody else moved the record.
 */
export async function withProof(
  context: WatchContext,
  state: PatchState,
  { number, url }: PullRequestRef,
): Promise<{ readonly state: PatchState; readonly proof: Proof | null } | null> {
  const known = proofOf(state.record);
  const proof = known ?? (await readProof(context, state.record));
  if (proof === known && state.record.pullRequest !== undefined) {
    return { state, proof };
  }
  const record: PatchRecord = {
    ...state.record,
    ...(proof === null ? {} : { proof }),
    pullRequest: { number, url },
  };
  const written = await writeStep(context, state, { record });
  return written === 'moved'
    ? null
    : { state: { ...state, record, recordCommit: { ...state.recordCommit, ...written } }, proof };
}

async function readProof(context: WatchContext, head: PatchRecord): Promise<Proof | null> {
  const step = await findStep(context, head, (record) => proofOf(record) !== null);
  return step === null ? null : proofOf(step.record);
}
