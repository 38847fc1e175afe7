import { type PatchRecord, recordRef } from '../record/record.ts';
import { isSameStep, withNotesOf } from '../record/step.ts';
import { MAX_ROUNDS_BESIDE_NOTES } from './context.ts';
import type { Oid, Repository } from './ports.ts';
import { readPrevious } from './standing.ts';
import { nextStep, type RecordMessage } from './transactions.ts';

/** A record that is being published, and where it stands. */
export type Claim = { readonly oid: Oid; readonly tree: Oid; readonly record: PatchRecord };

/**
 * Writes how publishing ended. What was noted beside it meanwhile has moved the record, and is kept on it. Gives the record
 * as it was written, which is `final` itself where nothing had moved it; null: somebody else has, for good.
 */
export async function endClaim(
  repository: Repository,
  given: { readonly claim: Claim; readonly final: PatchRecord; readonly recordMessage: RecordMessage },
): Promise<PatchRecord | null> {
  const { claim, final, recordMessage } = given;
  const { id } = final;
  let record = final;
  let from: Pick<Claim, 'oid' | 'tree'> = claim;
  for (let round = 0; round < MAX_ROUNDS_BESIDE_NOTES; round++) {
    const { ok } = await repository.write(nextStep({ from, record, recordMessage }));
    if (ok) {
      return record;
    }
    const { refs } = await repository.read({ refs: [recordRef(id)] });
    const now = readPrevious({ refs }, id);
    const commit = refs.get(recordRef(id)) ?? null;
    if (commit === null || now === null || now === 'unreadable' || !isSameStep(now, claim.record)) {
      return null;
    }
    from = commit;
    record = withNotesOf(now, final);
  }
  return null;
}
