import type { Outcome, PullRequestRef } from '../../record/outcome.ts';
import { BRANCHES, type PatchRecord } from '../../record/record.ts';
import { revertIdOf } from '../../record/revert-names.ts';
import type { ControlContext } from './context.ts';
import { findStep } from './earlier-step.ts';

/** The patch that took another one back, and the pull request that did. */
export type TakenBack = { readonly revertId: string; readonly pullRequest: PullRequestRef };

/**
 * What took a patch back, by a step of its record. null: nothing did, or that was taken back itself. A step stays as it
 * was written: where something was delivered under the id since, nobody writes there that the patch is merged again.
 */
export async function findTakenBack(
  context: Pick<ControlContext, 'conversation' | 'ledger'>,
  { id, outcome }: Pick<PatchRecord, 'id' | 'outcome'>,
): Promise<TakenBack | null> {
  if (outcome?.kind !== 'reverted') {
    return null;
  }
  const { revert: pullRequest } = outcome;
  const head = (await context.conversation.pullRequest(pullRequest.number))?.head;
  if (!head?.branch.startsWith(BRANCHES)) {
    return { revertId: revertIdOf(id), pullRequest };
  }
  const revertId = head.branch.slice(BRANCHES.length);
  // Something may have been delivered under its id too, so that its own record says nothing of this.
  const step = await findStep(context, { id: revertId, head: head.sha }, isAboutMerge);
  return step?.record.outcome?.kind === 'reverted' ? null : { revertId, pullRequest };
}

function isAboutMerge({ outcome }: { readonly outcome?: Outcome }): boolean {
  return outcome?.kind === 'merged' || outcome?.kind === 'reverted';
}
