import { type PatchRecord, RECORD_REFS } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { Observation } from '../../report/command/report.ts';
import type { Ledger, ListedRef } from './ports.ts';

/** Every patch of the repository, as its record says. */
export type Listed =
  | { readonly ok: true; readonly id: string; readonly record: PatchRecord; readonly at: ListedRef }
  | { readonly ok: false; readonly id: string; readonly problem: string; readonly at: ListedRef };

/** Newest first. A record that can't be read is among them. */
export async function listRecords(ledger: Ledger): Promise<readonly Listed[]> {
  const refs = await ledger.list(RECORD_REFS);
  return refs.map(readListed).toSorted((one, other) => (one.at.committedAt < other.at.committedAt ? 1 : -1));
}

/** Where a record stands, in a word. */
export function observeRecord({ id, state, outcome, run }: PatchRecord): Observation {
  return {
    kind: 'record',
    name: id,
    state: outcome?.kind ?? state,
    ...(run.url === '' ? {} : { url: run.url }),
  };
}

/** One of the refs under RECORD_REFS. */
export function readListed(at: ListedRef): Listed {
  const id = at.ref.slice(RECORD_REFS.length);
  const parsed = parseRecord(at.message);
  if (!parsed.ok) {
    return { ok: false, id, problem: 'its commit holds no record', at };
  }
  // A record under another name would speak for a patch that is not its own.
  return parsed.record.id === id
    ? { ok: true, id, record: parsed.record, at }
    : { ok: false, id, problem: `it says that it belongs to ${parsed.record.id}`, at };
}
