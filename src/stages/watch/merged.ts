import { isAboutHead } from '../../record/proof.ts';
import { mergedMeanwhile, mergeWarnings } from '../../record/warnings.ts';
import { findMade, findMadeBelow, restore } from '../control/earlier-step.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import type { Oid } from '../ports.ts';
import type { WatchContext } from './context.ts';
import { type AfterMerge, holdsAnother, settleBelow, withoutHeld } from './merged-while-held.ts';

export type AsMerged =
  /** The record stands here, and is about the patch that was merged. */
  | { readonly kind: 'same'; readonly at: Oid }
  /** What was merged is a revision before the one on record, which has a commit of its own or is held, and says so now. */
  | { readonly kind: 'earlier' }
  /** Somebody else moved the record. */
  | { readonly kind: 'moved' };

/**
 * Has the record be about the patch that was merged, before it says so: what was delivered under the same id and came to
 * nothing is not on the base branch.
 */
export async function asMerged(
  context: WatchContext,
  state: PatchState,
  outcome: AfterMerge,
): Promise<AsMerged> {
  const { pullRequest } = outcome;
  const { record, recordCommit } = state;
  const here = { kind: 'same', at: recordCommit.oid } as const;
  const merged = state.pullRequest?.number === pullRequest.number ? state.pullRequest.head : record.head;
  const ownHead = isAboutHead(record);
  if (merged === undefined || (ownHead && merged === record.head)) {
    return here;
  }
  const { id, head = merged } = record;
  // A person may have put the branch back to an earlier one, or committed on top of any of them.
  const origin =
    (await findMadeBelow(context, { id, head: merged, base: record.base?.sha })) ??
    (ownHead ? null : await findMade(context, { id, head }));
  if (origin === null || origin.record.digest === record.digest) {
    // What a person added to it was merged with it.
    return here;
  }
  if (ownHead) {
    return (await letGo(context, state, pullRequest.number)) ? { kind: 'earlier' } : { kind: 'moved' };
  }
  const shown = { origin, outcome };
  const before = holdsAnother(record) ? withoutHeld(state, shown) : state;
  if (before === null) {
    return (await settleBelow(context, state, shown)) ? { kind: 'earlier' } : { kind: 'moved' };
  }
  const at = await restore(context, before, origin);
  return at === null ? { kind: 'moved' } : { kind: 'same', at };
}

async function letGo(context: WatchContext, state: PatchState, number: number): Promise<boolean> {
  const { record } = state;
  const warnings = mergeWarnings(record.warnings, [mergedMeanwhile(number)]);
  const written = await writeStep(context, state, {
    record: { ...record, mergedBefore: number, warnings },
  });
  return written !== 'moved';
}
