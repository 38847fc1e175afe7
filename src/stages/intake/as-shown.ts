import { speaksOfHead } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { findOrigin, findPlan } from '../control/earlier-step.ts';
import type { Target } from './context.ts';

/**
 * What a record says of the patch that its pull request shows, where somebody else's delivery came to nothing since: what
 * that patch came to, and what people did with it. null: its history does not say it. Rejects where GitHub can't be asked.
 */
export async function asShown({ control }: Target, record: PatchRecord): Promise<PatchRecord | null> {
  const { id, head } = record;
  // Nobody may have said what became of it, which the step that made it says then.
  const origin =
    (await findOrigin(control, record)) ??
    (head === undefined ? null : await findPlan(control, { id, head }));
  if (origin === null) {
    return null;
  }
  const { state, outcome } = record;
  return speaksOfHead(record) && outcome !== undefined ? { ...origin.record, state, outcome } : origin.record;
}
