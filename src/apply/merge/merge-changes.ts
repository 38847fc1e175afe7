import { type FileChange, parentsOf, type SourceEntry, sameBytes } from '../tree.ts';
import { type Clash, cutLines, stateOf } from './clash.ts';
import type { LineClash, Sides } from './merge-lines.ts';
import { mergeBytes } from './merge-texts.ts';

/** What stands at each path; what is not there does not exist. */
export type Files = ReadonlyMap<string, SourceEntry>;

export type MergedChanges =
  /** Changes to the files as they are now. */
  | { readonly ok: true; readonly changes: readonly FileChange[] }
  | { readonly ok: false; readonly clashes: readonly Clash[] };

/** `unsaidModes`: paths that the patch puts a file at without a word of its mode. */
export type MergeSides = {
  readonly was: Files;
  readonly now: Files;
  readonly unsaidModes?: ReadonlySet<string>;
};

/**
 * Carries changes that were made to files as they were over to the files as they are now. A file that one side
 * changed and the other deleted, moved or made is a clash, and so is one that stands where a folder must be.
 */
export function mergeChanges(
  changes: readonly FileChange[],
  { was, now, unsaidModes = new Set() }: MergeSides,
): MergedChanges {
  const wanted = afterChanges(changes);
  const clashes: Clash[] = [];
  const merged = new Map<string, SourceEntry | undefined>();
  for (const [path, entry] of wanted) {
    const sides = { was: was.get(path), wanted: entry, now: now.get(path) };
    const result = mergeEntry(path, unsaidModes.has(path) ? withModeOfNow(sides) : sides);
    if (result.ok) merged.set(path, result.entry);
    else clashes.push(...result.clashes);
  }
  clashes.push(...lostOrigins(changes, { wanted, was, now }), ...blockedBy(merged, { was, now }));
  return clashes.length > 0
    ? { ok: false, clashes }
    : { ok: true, changes: changesFrom(now, merged, changes) };
}

/** What stands at the changed paths afterwards; undefined: nothing. */
export function afterChanges(changes: readonly FileChange[]): ReadonlyMap<string, SourceEntry | undefined> {
  const after = new Map<string, SourceEntry | undefined>();
  for (const { from } of changes) if (from !== undefined) after.set(from, undefined);
  for (const { path, bytes, executable } of changes) {
    after.set(path, bytes === null ? undefined : { kind: 'file', bytes, executable });
  }
  return after;
}

export function sameEntry(left: SourceEntry | undefined, right: SourceEntry | undefined): boolean {
  if (left?.kind === 'file' && right?.kind === 'file') {
    return left.executable === right.executable && sameBytes(left.bytes, right.bytes);
  }
  if (left?.kind === 'unread' && right?.kind === 'unread') {
    return left.executable === right.executable && left.oid === right.oid;
  }
  if (left?.kind === 'symlink' && right?.kind === 'symlink') return left.target === right.target;
  return left?.kind === right?.kind;
}

type MergedEntry =
  | { readonly ok: true; readonly entry: SourceEntry | undefined }
  | { readonly ok: false; readonly clashes: readonly Clash[] };

/** A file that both sides made is as executable as the one that is there, where the patch does not say. */
function withModeOfNow(sides: Sides<SourceEntry | undefined>): Sides<SourceEntry | undefined> {
  const { was, wanted, now } = sides;
  if (was !== undefined || wanted?.kind !== 'file' || now?.kind !== 'file') return sides;
  return { ...sides, wanted: { ...wanted, executable: now.executable } };
}

function mergeEntry(path: string, sides: Sides<SourceEntry | undefined>): MergedEntry {
  const { was, wanted, now } = sides;
  if (sameEntry(was, wanted) || sameEntry(wanted, now)) return { ok: true, entry: now };
  if (sameEntry(was, now)) return { ok: true, entry: wanted };
  if (wanted?.kind !== 'file' || now?.kind !== 'file' || (was !== undefined && was.kind !== 'file')) {
    return { ok: false, clashes: [entryClash(path, sides)] };
  }
  const merged = mergeBytes({ was: was?.bytes ?? new Uint8Array(), wanted: wanted.bytes, now: now.bytes });
  if (!merged.ok) {
    const clashes = merged.clashes?.map((clash) => lineClash(path, clash)) ?? [entryClash(path, sides)];
    return { ok: false, clashes };
  }
  const executable = was?.executable === wanted.executable ? now.executable : wanted.executable;
  return { ok: true, entry: { kind: 'file', bytes: merged.bytes, executable } };
}

function lineClash(path: string, { line, ...sides }: LineClash): Clash {
  const was = cutLines(sides.was);
  const wanted = cutLines(sides.wanted);
  const now = cutLines(sides.now);
  const cut = was.cut || wanted.cut || now.cut;
  return {
    kind: 'lines',
    path,
    line,
    was: was.lines,
    wanted: wanted.lines,
    now: now.lines,
    ...(cut ? { cut } : {}),
  };
}

function entryClash(path: string, { was, wanted, now }: Sides<SourceEntry | undefined>): Clash {
  return { kind: 'entry', path, was: stateOf(was), wanted: stateOf(wanted), now: stateOf(now) };
}

/**
 * Files that the patch moves and the branch no longer has: to make the new one would bring back what was deleted, or
 * make a second one of what was moved elsewhere. A move that the branch made in the same way is taken once.
 */
function* lostOrigins(
  changes: readonly FileChange[],
  { wanted, was, now }: { wanted: ReadonlyMap<string, SourceEntry | undefined>; was: Files; now: Files },
): Generator<Clash> {
  for (const { path, from } of changes) {
    if (from === undefined || now.has(from) || sameEntry(wanted.get(path), now.get(path))) continue;
    yield entryClash(from, { was: was.get(from), wanted: wanted.get(from), now: undefined });
  }
}

/** Paths above a new file that are no folders now, and were not in its way before. */
function* blockedBy(
  merged: ReadonlyMap<string, SourceEntry | undefined>,
  { was, now }: { was: Files; now: Files },
): Generator<Clash> {
  const seen = new Set<string>();
  for (const [path, entry] of merged) {
    if (entry === undefined) continue;
    for (const parent of parentsOf(path)) {
      const there = merged.has(parent) ? merged.get(parent) : now.get(parent);
      if (there === undefined || there.kind === 'directory' || seen.has(parent)) continue;
      seen.add(parent);
      yield {
        kind: 'entry',
        path: parent,
        was: stateOf(was.get(parent)),
        wanted: 'directory',
        now: stateOf(there),
      };
    }
  }
}

/** What differs from now. A move stays one if both of its ends came through. */
function changesFrom(
  now: Files,
  merged: ReadonlyMap<string, SourceEntry | undefined>,
  changes: readonly FileChange[],
): readonly FileChange[] {
  const differing = [...merged].filter(([path, entry]) => !sameEntry(entry, now.get(path)));
  const deleted = new Set(differing.flatMap(([path, entry]) => (entry === undefined ? [path] : [])));
  const origins = new Map(
    changes.flatMap(({ path, from }) =>
      from !== undefined && deleted.has(from) ? [[path, from] as const] : [],
    ),
  );
  const movedAway = new Set(
    differing.flatMap(([path, entry]) =>
      entry !== undefined && !now.has(path) ? (origins.get(path) ?? []) : [],
    ),
  );
  return differing
    .flatMap(([path, entry]) => (movedAway.has(path) ? [] : [changeTo(path, entry, { now, origins })]))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

function changeTo(
  path: string,
  entry: SourceEntry | undefined,
  { now, origins }: { readonly now: Files; readonly origins: ReadonlyMap<string, string> },
): FileChange {
  const before = now.get(path);
  if (entry?.kind !== 'file') {
    const executable = (before?.kind === 'file' || before?.kind === 'unread') && before.executable;
    return { path, action: 'delete', bytes: null, executable };
  }
  const { bytes, executable } = entry;
  if (before !== undefined) return { path, action: 'modify', bytes, executable };
  const from = origins.get(path);
  return from === undefined
    ? { path, action: 'create', bytes, executable }
    : { path, action: 'rename', from, bytes, executable };
}
