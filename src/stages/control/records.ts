import type { PullRequestRef } from '../../record/outcome.ts';
import { type PatchRecord, RECORD_REFS } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { Observation } from '../../report/command/report.ts';
import type { Ledger, ListedRef } from './ports.ts';

/** Every patch of the repository, as its record says. */
export type Listed =
  | { readonly ok: true; readonly id: string; readonly record: PatchRecord; readonly at: Place }
  | { readonly ok: false; readonly id: string; readonly problem: string; readonly at: Place };

/** Without its text, which is as long as all that was read of it. */
type Place = Omit<ListedRef, 'message'>;

/** Newest first. A record that can't be read is among them. `keep`: what to hold of each, for there may be thousands. */
export async function listRecords(
  ledger: Ledger,
  keep: (record: PatchRecord) => PatchRecord = (record) => record,
): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  await ledger.each(RECORD_REFS, (ref) => {
    const listed = readListed(ref);
    all.push(listed.ok ? { ...listed, record: keep(listed.record) } : listed);
  });
  return all.toSorted((one, other) => (one.at.committedAt < other.at.committedAt ? 1 : -1));
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

/** A pull request that is only known from a record. */
export function observeKnownPullRequest(pullRequest: PullRequestRef | undefined): readonly Observation[] {
  return pullRequest === undefined
    ? []
    : [{ kind: 'pull_request', name: `#${pullRequest.number}`, state: 'on record', url: pullRequest.url }];
}

/** One of the refs under RECORD_REFS. */
export function readListed({ message, ...at }: ListedRef): Listed {
  const id = at.ref.slice(RECORD_REFS.length);
  const parsed = parseRecord(message);
  if (!parsed.ok) {
    return { ok: false, id, problem: 'its commit holds no record', at };
  }
  // A record under another name would speak for a patch that is not its own.
  return parsed.record.id === id
    ? { ok: true, id, record: parsed.record, at }
    : { ok: false, id, problem: `it says that it belongs to ${parsed.record.id}`, at };
}
