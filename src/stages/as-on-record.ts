import { sha256 } from '../patch/digest.ts';
import type { PatchRecord, RunRef } from '../record/record.ts';
import type { Snapshot } from './ports.ts';
import type { Received } from './received.ts';
import { readPrevious } from './standing.ts';

/**
 * The delivery as what is on record, where its bytes can't be had and were those of that: a run that is started again long
 * after it ended finds nothing in the inbox, and must not take what became of the patch since for less than that. The same
 * object where it is something else, or nobody can tell. `snapshot` holds what the record keeps of its patch.
 */
export function asOnRecord(
  received: Received,
  { snapshot, run }: { readonly snapshot: Pick<Snapshot, 'refs' | 'fileAt'>; readonly run: RunRef },
): Received {
  const { unfetched, id } = received;
  const record = unfetched === undefined ? null : readPrevious(snapshot, id);
  if (received.ok || record === null || record === 'unreadable' || record.digest === received.digest) {
    return received;
  }
  const isKept = snapshot.fileAt != null && sha256(snapshot.fileAt) === unfetched;
  if (!isKept && record.fetched !== unfetched && !isAgain(record, run)) {
    return received;
  }
  const { digest, title } = record;
  const refusals = received.refusals.map((refusal) => ({ ...refusal, message: leftAlone(id) }));
  return { ...received, digest, title, refusals, onRecord: true };
}

/** A run that is started again has the payload that it had: mostly other bytes than those that are kept of its patch. */
function isAgain(record: PatchRecord, run: RunRef): boolean {
  return run.attempt > 1 && record.run.id === run.id;
}

function leftAlone(id: string): string {
  return `What this delivery names is not in the inbox any more, and what is on record of it stays; ask for another attempt with "/ghost retry ${id}".`;
}
