import { mergedOutcome } from '../../record/outcome.ts';
import { testsAt } from '../../record/proof.ts';
import type { Finding } from '../../report/watch/report.ts';
import type { PatchState } from '../control/patch.ts';
import { settle } from '../control/settle.ts';
import type { WatchContext } from './context.ts';
import { put } from './finding.ts';

/**
 * The record of a patch whose revert was taken back, and its status and message, as GitHub says that it was merged: its
 * history may not, for the merge and what took it back may have been seen at once. null: somebody else moved the record.
 */
export async function mergedAgain(
  context: WatchContext,
  { record, recordCommit }: PatchState,
): Promise<Finding | null> {
  const { id, outcome: reverted } = record;
  const { conversation } = context;
  const facts =
    reverted?.kind === 'reverted' ? await conversation.pullRequest(reverted.pullRequest.number) : null;
  if (reverted?.kind !== 'reverted' || facts?.merge == null) {
    return null;
  }
  const outcome = mergedOutcome(facts, facts.merge, testsAt(record, facts.head.sha));
  const settled = await settle(context, id, (state) =>
    state.recordCommit.oid === recordCommit.oid ? { outcome } : null,
  );
  return settled.kind === 'settled'
    ? put(id, `Pull request #${reverted.revert.number}, which took it back, was taken back itself`)
    : null;
}
