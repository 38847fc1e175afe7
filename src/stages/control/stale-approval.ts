import { APPROVAL_LABEL } from '../../record/approval.ts';
import { lacksApproval, proofOf } from '../../record/proof.ts';
import { formatStaleNote } from '../../report/command/note.ts';
import type { ControlContext } from './context.ts';
import type { PatchState } from './patch.ts';

/** `labelled`: GitHub knows no drafts here, and its label says what there is to say. `none`: there was nothing to do. */
export type Redrafted = 'drafted' | 'labelled' | 'none';

/**
 * Makes a pull request a draft again whose newest commit nobody approved, though the patch needs it: a commit came
 * after the approval, or a person marked it as ready by hand.
 */
export async function redraftUnapproved(
  { conversation }: Pick<ControlContext, 'conversation'>,
  { record, pullRequest }: Pick<PatchState, 'record' | 'pullRequest'>,
): Promise<Redrafted> {
  const stale =
    pullRequest?.state === 'open' &&
    pullRequest.number === record.pullRequest?.number &&
    !pullRequest.draft &&
    lacksApproval(record, pullRequest.head);
  if (!stale) {
    return 'none';
  }
  const { number, nodeId, head } = pullRequest;
  const facts = await conversation.pullRequest(number);
  const labelled = facts?.labels.includes(APPROVAL_LABEL) ?? false;
  const drafted = await conversation.setDraft(nodeId, true);
  await conversation.addLabels(number, [APPROVAL_LABEL]);
  const { approval } = proofOf(record) ?? record;
  // Where there are no drafts, the label is all that can say so; a note at every look would be a flood.
  if (drafted || !labelled) {
    await conversation.comment(number, formatStaleNote({ by: approval?.by ?? null, sha: head }));
  }
  if (drafted) {
    return 'drafted';
  }
  // What was closed in the meantime can't be made a draft either.
  return (await conversation.pullRequest(number))?.state === 'open' ? 'labelled' : 'none';
}
