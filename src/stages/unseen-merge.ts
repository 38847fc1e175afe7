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
  const known = pullRequestOf(record);
  // A process may have died, or heard nothing back, when it had just opened it.
  const isNamed = known === undefined ? pull.head === record.head : pull.number === known.number;
  const isOwn = isNamed && proofOf(record)?.digest === record.digest;
  if (isSaid || !isOwn) {
    return null;
  }
  const { number, url } = pull;
  return { ...record, pullRequest: { number, url }, outcome: mergedOutcome(pull, pull.merge) };
}
