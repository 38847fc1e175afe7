import type { Outcome } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { Action } from './action.ts';
import type { Facts, Readable } from './facts.ts';
import { outcomeAfter } from './outcome-after.ts';

/**
 * The merge of a revert takes back what the merge of another patch did, in whatever order they were seen; and what took
 * it back may be taken back itself, so that it is merged again. `actions` is what this pass does besides.
 */
export function takenBack(
  facts: Pick<Facts, 'reverts'>,
  { byId, actions }: Known,
): ReadonlyMap<string, Action> {
  const found = new Map<string, Action>();
  for (const revert of newestReverts(byId)) {
    const original = byId.get(revert.record.revertOf ?? '');
    const after = (listed: Readable) => outcomeAfter(listed, found.get(listed.id) ?? actions.get(listed.id));
    const action = original === undefined ? null : actionFor(facts, { revert, original, after });
    if (original !== undefined && action !== null) {
      found.set(original.id, action);
    }
  }
  return found;
}

type Known = {
  readonly byId: ReadonlyMap<string, Readable>;
  readonly actions: ReadonlyMap<string, Action>;
};

/** Whatever takes a revert back came after it, and says first what becomes of it. */
function newestReverts(byId: ReadonlyMap<string, Readable>): readonly Readable[] {
  return [...byId.values()]
    .filter(({ record }) => record.revertOf !== undefined)
    .toSorted((one, other) => (one.record.receivedAt < other.record.receivedAt ? 1 : -1));
}

function actionFor(
  { reverts }: Pick<Facts, 'reverts'>,
  {
    revert,
    original,
    after,
  }: {
    readonly revert: Readable;
    readonly original: Readable;
    readonly after: (listed: Readable) => Outcome | undefined;
  },
): Action | null {
  const [back, forth] = [after(revert), after(original)];
  const { id, at } = original;
  if (back?.kind === 'reverted' && forth?.kind === 'reverted') {
    const isBy = forth.revert.number === back.pullRequest.number;
    return isBy ? { kind: 'merged_again', id, at: at.oid } : null;
  }
  if (
    back?.kind !== 'merged' ||
    forth?.kind !== 'merged' ||
    !reverts.has(revert.id) ||
    !isOfMerge(revert.record, original.record, forth)
  ) {
    return null;
  }
  const outcome: Outcome = { kind: 'reverted', pullRequest: forth.pullRequest, revert: back.pullRequest };
  return { kind: 'settle', id, at: at.oid, outcome, withdraw: false, resend: false };
}

/** A revert is of one merge. What comes under the same id after it, or was on its way when it was sent, is there. */
function isOfMerge(
  revert: PatchRecord,
  original: PatchRecord,
  { sha }: Extract<Outcome, { readonly kind: 'merged' }>,
): boolean {
  const { revertOfMerge = sha } = revert;
  return revertOfMerge === sha && revert.receivedAt >= original.startedAt;
}
