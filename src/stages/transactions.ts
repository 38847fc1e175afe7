import { Buffer } from 'node:buffer';
import type { FileChange } from '../apply/tree.ts';
import { formatControl, MAX_CONTROL_TEXT } from '../control/control.ts';
import { CONTROL_REF, PATCH_FILE, type PatchRecord, recordRef } from '../record/record.ts';
import type { Slot } from '../record/slots.ts';
import type { CommitPlan, Oid, RefMove, Snapshot, Transaction, TreeChange } from './ports.ts';
import { branchRef } from './standing.ts';

/** The message of a record's commit; report/ writes the words. */
export type RecordMessage = (record: PatchRecord) => string;

/** Branch and record in one step, guarded by control. */
export function branchAndRecord(request: {
  readonly snapshot: Snapshot;
  readonly record: PatchRecord;
  readonly recordMessage: RecordMessage;
  /** null: it must not be kept. */
  readonly patchText: string | null;
  readonly base: { readonly sha: Oid; readonly tree: Oid };
  readonly changes: readonly FileChange[];
  readonly branchMessage: string;
  /** Taken with it. */
  readonly slots?: readonly Slot[];
}): Transaction {
  const { snapshot, record, base } = request;
  const { commits, refs } = recordOnly(request);
  const branch: CommitPlan = {
    tree: { base: base.tree, changes: request.changes.flatMap(treeChanges) },
    parents: [base.sha],
    message: () => request.branchMessage,
  };
  const before = snapshot.refs.get(branchRef(record.id))?.oid ?? null;
  return {
    commits: {
      ...commits,
      branch,
      record: {
        ...newRecord(request),
        message: (trees) => request.recordMessage({ ...record, tree: trees['branch'] ?? base.tree }),
      },
    },
    refs: [
      ...refs,
      { ref: branchRef(record.id), before, after: { commit: 'branch' }, force: before !== null },
    ],
  };
}

/** The record alone, with the patch in its tree, guarded by control. */
export function recordOnly(request: {
  readonly snapshot: Snapshot;
  readonly record: PatchRecord;
  readonly recordMessage: RecordMessage;
  /** null: it must not be kept. */
  readonly patchText: string | null;
  /** Taken with it. */
  readonly slots?: readonly Slot[];
}): Transaction {
  const { snapshot, record, slots = [] } = request;
  const control = controlMove(snapshot, record);
  return {
    commits: { ...control.commits, record: newRecord(request) },
    refs: [
      control.move,
      { ref: recordRef(record.id), before: recordOid(snapshot, record.id), after: { commit: 'record' } },
      ...slots.map(takeSlot),
    ],
  };
}

/**
 * The next step of a record whose patch is already kept. `guards` are refs that must stand where they were seen
 * (null: must still be absent), control first of all; `remove` takes the branch away in the same step.
 */
export function nextStep(request: {
  readonly from: { readonly oid: Oid; readonly tree: Oid };
  readonly record: PatchRecord;
  readonly recordMessage: RecordMessage;
  readonly guards?: readonly { readonly ref: string; readonly oid: Oid | null }[];
  readonly remove?: { readonly ref: string; readonly oid: Oid };
  /** A branch that moves on in the same step. */
  readonly advance?: { readonly ref: string; readonly before: Oid; readonly after: Oid };
}): Transaction {
  const { from, record, guards = [], remove, advance } = request;
  return {
    commits: {
      record: { tree: from.tree, parents: [from.oid], message: () => request.recordMessage(record) },
    },
    refs: [
      ...guards.map(({ ref, oid }) => ({ ref, before: oid, after: oid })),
      { ref: recordRef(record.id), before: from.oid, after: { commit: 'record' } },
      ...(advance === undefined ? [] : [advance]),
      ...(remove === undefined ? [] : [{ ref: remove.ref, before: remove.oid, after: null }]),
    ],
  };
}

/** Its last holder was another patch, so what stood there is no ancestor. */
function takeSlot({ ref, oid }: Slot): RefMove {
  return { ref, before: oid, after: { commit: 'record' }, force: oid !== null };
}

function newRecord(request: {
  readonly snapshot: Snapshot;
  readonly record: PatchRecord;
  readonly recordMessage: RecordMessage;
  /** null: it must not be kept. */
  readonly patchText: string | null;
}): CommitPlan {
  const previous = recordOid(request.snapshot, request.record.id);
  return {
    tree: { base: null, changes: [keptFile(request.patchText)] },
    parents: previous === null ? [] : [previous],
    message: () => request.recordMessage(request.record),
  };
}

/** Compares control with what was read; the very first patch of a repository creates it. */
function controlMove(
  snapshot: Snapshot,
  record: PatchRecord,
): { commits: Transaction['commits']; move: RefMove } {
  const oid = snapshot.refs.get(CONTROL_REF)?.oid ?? null;
  if (oid !== null || snapshot.anyRefUnder) {
    // Gone although patches were handled: that means paused, and stays so until a person writes it anew.
    return { commits: {}, move: { ref: CONTROL_REF, before: oid, after: oid } };
  }
  const control: CommitPlan = {
    // Control lives in the message; any tree will do, and one that exists already costs no request.
    tree: snapshot.base?.tree ?? { base: null, changes: [patchFile('{}')] },
    parents: [],
    message: () =>
      formatControl({
        version: 1,
        switches: [],
        act: {
          verb: 'start',
          surface: 'first_patch',
          by: record.sender.slice(0, MAX_CONTROL_TEXT),
          at: record.startedAt,
          patch: record.id,
        },
      }),
  };
  return { commits: { control }, move: { ref: CONTROL_REF, before: null, after: { commit: 'control' } } };
}

function recordOid(snapshot: Snapshot, id: string): Oid | null {
  return snapshot.refs.get(recordRef(id))?.oid ?? null;
}

function keptFile(patchText: string | null): TreeChange {
  return patchText === null
    ? { path: WITHHELD_FILE, mode: '100644', bytes: Buffer.from(WITHHELD_TEXT) }
    : patchFile(patchText);
}

/** Stands where the patch would be, since a tree can't be empty. */
const WITHHELD_FILE = 'withheld.txt';
const WITHHELD_TEXT = 'The patch was not kept, because it holds what looks like a secret.\n';

function patchFile(text: string): TreeChange {
  return { path: PATCH_FILE, mode: '100644', bytes: Buffer.from(text) };
}

/** A file that moved is gone at its old place. */
export function treeChanges(change: FileChange): readonly TreeChange[] {
  const mode = change.executable ? '100755' : '100644';
  const written = { path: change.path, mode, bytes: change.bytes } as const;
  return change.from === undefined || change.from === change.path
    ? [written]
    : [{ path: change.from, mode, bytes: null }, written];
}
