import { speaksOfHead } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { findOrigin, findPlan, LongRecordError, type RecordStep } from '../control/earlier-step.ts';
import type { Target } from './context.ts';

/**
 * What a record says of the patch that its pull request shows, where somebody else's delivery came to nothing since: what
 * that patch came to, and what people did with it. null: its history does not say it, or is too long.
 * Rejects where GitHub can't be asked.
 */
export async function asShown({ control }: Target, record: PatchRecord): Promise<PatchRecord | null> {
  const origin = await findShown(control, record);
  if (origin === null) {
    return null;
  }
  const { state, outcome } = record;
  return speaksOfHead(record) && outcome !== undefined ? { ...origin.record, state, outcome } : origin.record;
}

/** Nobody may have said what became of it, which the step that made it says then. */
async function findShown(control: Target['control'], record: PatchRecord): Promise<RecordStep | null> {
  const { id, head } = record;
  try {
    const origin = await findOrigin(control, record);
    return origin ?? (head === undefined ? null : await findPlan(control, { id, head }));
  } catch (error) {
    if (error instanceof LongRecordError) {
      return null;
    }
    throw error;
  }
}
