import type { Hunk } from '../../patch/hunk.ts';
import { saysAnything } from './already.ts';
import { BETWEEN } from './extent.ts';
import { isPlace, type Located, type Location } from './location.ts';

/** The hunk that undoes what another one has done, and whether nothing is left of that then. */
export type Undoing = { readonly by: Hunk; readonly isWhole: boolean };

/**
 * The hunks that count as done by lines that another one of the same patch takes away, or beside which it puts the
 * lines that they remove: the file would not be as they say in the end.
 */
export function undoneHunks(located: readonly Located[]): ReadonlyMap<Hunk, Undoing> {
  const undone = new Map<Hunk, Undoing>();
  if (located.every(({ made }) => made === undefined)) return undone;
  const changes = changesOf(located);
  for (const { hunk, made } of located) {
    const undoing = made === undefined ? null : undoingOf(changes, hunk, made);
    if (undoing !== null) undone.set(hunk, undoing);
  }
  return undone;
}

/**
 * The same hunks with none that is said to be done and undone by another: each is placed as if what it makes were not
 * there, where that works. `toDo` gives that place by the hunk's order.
 */
export function withoutUndone(
  located: readonly Location[],
  toDo: (order: number) => Location | null,
): readonly Location[] {
  const undone = undoneHunks(located.filter(isPlace));
  if (undone.size === 0) return located;
  const placed = located.map((location, order) => {
    const undoing = undone.get(location.hunk);
    if (undoing === undefined) return location;
    const place = undoing.isWhole ? toDo(order) : null;
    return place === null || place.status === 'not_found' ? overlapOf(location, undoing) : place;
  });
  // What is placed now may undo others; nothing is tried a third time.
  const again = undoneHunks(placed.filter(isPlace));
  return placed.map((location) => {
    const undoing = again.get(location.hunk);
    return undoing === undefined ? location : overlapOf(location, undoing);
  });
}

function overlapOf(location: Location, { by }: Undoing): Location {
  const position = isPlace(location) ? location.position : 0;
  return { hunk: location.hunk, status: 'overlap', position, other: by };
}

type Changes = {
  /** Lines that are taken away, each with the hunk that does it. */
  readonly removed: ReadonlyMap<number, Hunk>;
  /** What is put before a line, or in the place of lines that stood right above it. */
  readonly inserted: ReadonlyMap<number, readonly Inserted[]>;
};

type Inserted = { readonly by: Hunk; readonly lines: readonly string[] };

function changesOf(located: readonly Located[]): Changes {
  const removed = new Map<number, Hunk>();
  const inserted = new Map<number, Inserted[]>();
  for (const { hunk, edits } of located)
    for (const { line, remove, insert } of edits) {
      for (let at = line; at < line + remove; at += 1) removed.set(at, hunk);
      for (const at of new Set([line, line + remove])) {
        const known = inserted.get(at);
        if (known === undefined) inserted.set(at, [{ by: hunk, lines: insert }]);
        else known.push({ by: hunk, lines: insert });
      }
    }
  return { removed, inserted };
}

function undoingOf({ removed, inserted }: Changes, hunk: Hunk, made: readonly number[]): Undoing | null {
  const added = made.filter(Number.isInteger);
  const taken = added.flatMap((at) => removed.get(at) ?? []);
  const [taking] = taken;
  if (taking !== undefined) return { by: taking, isWhole: taken.length === added.length };
  const kept = new Set(textsOf(hunk, '+'));
  const old = new Set(textsOf(hunk, '-').filter((text) => saysAnything(text) && !kept.has(text)));
  if (old.size === 0) return null;
  const beside = new Set(made.flatMap((at) => [Math.ceil(at), Math.ceil(at + BETWEEN)]));
  for (const at of beside)
    for (const { by, lines } of inserted.get(at) ?? [])
      if (lines.some((line) => old.has(line))) return { by, isWhole: false };
  return null;
}

function textsOf({ lines }: Hunk, marked: '-' | '+'): readonly string[] {
  return lines.flatMap(([mark, text]) => (mark === marked ? [text] : []));
}
