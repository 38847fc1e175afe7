import { mergedOutcome } from '../record/outcome.ts';
import { proofOf, pullRequestOf } from '../record/proof.ts';
import type { PatchRecord } from '../record/record.ts';
import type { PatchSnapshot } from './patch-snapshot.ts';
import { readPrevious } from './standing.ts';

/**
 * The step that the record of a patch lacks where a person has merged its pull request and nobody has said so yet: the
 * next delivery under its id would hide that for ever. null: it lacks none, or what was merged is of a delivery before it.
 */
export function unseenMerge(snapshot: PatchSnapshot, id: string): PatchRecord | null {
  const record = readPrevious(snapshot, id);
  const pull = snapshot.pullRequest;
  if (record === null || record === 'unreadable' || record.state !== 'done' || pull?.merge == null) {
    return null;
  }
  const isSaid = record.outcome?.kind === 'merged' || record.outcome?.kind === 'reverted';
  const isOwn = pullRequestOf(record)?.number === pull.number && proofOf(record)?.digest === record.digest;
  if (isSaid || !isOwn) {
    return null;
  }
  return { ...record, outcome: mergedOutcome(pull, pull.merge) };
}
