import type { Hunk } from '../../patch/hunk.ts';

/** What the other hunks of a file say about one. */
export type Surroundings = {
  /** By how many lines the hunks before and after this one, which have one place only, are off their hints. */
  readonly driftBefore: number | undefined;
  readonly driftAfter: number | undefined;
  /** The same, where the hints are where an earlier part of the patch has moved them. */
  readonly movedBefore: number | undefined;
  readonly movedAfter: number | undefined;
  /** The lines, from 0, between those hunks, where the patch numbers its hunks in order; else all lines. */
  readonly from: number;
  readonly to: number;
};

/** A hunk, how many lines it lies on in the file, and where it stands if that is one place only. */
export type Known = {
  readonly hunk: Hunk;
  readonly length: number;
  readonly position: number | undefined;
  /** By how many lines it has moved what is below it, where it is done already. */
  readonly grown?: number;
};

export const NOTHING_AROUND: Surroundings = {
  driftBefore: undefined,
  driftAfter: undefined,
  movedBefore: undefined,
  movedAfter: undefined,
  from: 0,
  to: Number.POSITIVE_INFINITY,
};

/** For each hunk what those around it say. */
export function surroundingsOf(hunks: readonly Known[]): readonly Surroundings[] {
  const drifts = driftsOf(hunks);
  if (!isInOrder(hunks)) return drifts.map((drift) => ({ ...NOTHING_AROUND, ...drift }));
  const ends = lastKnown(
    hunks.map(({ position, length }) => (position === undefined ? undefined : position + length)),
  );
  const starts = nextKnown(hunks.map(({ position }) => position));
  return drifts.map((drift, order) => ({
    ...drift,
    from: ends[order] ?? NOTHING_AROUND.from,
    to: starts[order] ?? NOTHING_AROUND.to,
  }));
}

function driftsOf(hunks: readonly Known[]): readonly Omit<Surroundings, 'from' | 'to'>[] {
  const drifts = hunks.map(({ hunk: { lineHint }, position }) => driftOf(lineHint, position));
  const moved = hunks.map(({ hunk: { lineHint, movedHint }, position }) =>
    driftOf(movedHint ?? lineHint, position),
  );
  const below = (drift: number | undefined, order: number) =>
    drift === undefined ? undefined : drift + (hunks[order]?.grown ?? 0);
  const [driftBefore, movedBefore] = [lastKnown(drifts.map(below)), lastKnown(moved.map(below))];
  const [driftAfter, movedAfter] = [nextKnown(drifts), nextKnown(moved)];
  return hunks.map((_, order) => ({
    driftBefore: driftBefore[order],
    driftAfter: driftAfter[order],
    movedBefore: movedBefore[order],
    movedAfter: movedAfter[order],
  }));
}

function driftOf(hint: number | undefined, position: number | undefined): number | undefined {
  return position === undefined || hint === undefined ? undefined : position + 1 - hint;
}

/**
 * The positions that a hunk's line number names; none where it has none. It counts only if it is exactly right: as it
 * stands, where an earlier part of the patch has moved that line, or moved as the neighbours were. Without a hunk before,
 * nobody knows whether what moved the one after stands above or below this one.
 */
export function expectedAt({
  hunk: { lineHint, movedHint },
  surroundings: { driftBefore, driftAfter, movedBefore, movedAfter },
}: {
  readonly hunk: Hunk;
  readonly surroundings: Surroundings;
}): readonly number[] {
  if (lineHint === undefined) return [];
  const asItWas = namedBy(movedHint ?? lineHint, movedBefore, movedAfter);
  return [...new Set([...namedBy(lineHint, driftBefore, driftAfter), ...asItWas])];
}

/** The positions that its line number names by itself: as it stands, and where an earlier part of the patch has moved it. */
export function hintsOf({ lineHint, movedHint = lineHint }: Hunk): readonly number[] {
  return [lineHint, movedHint].flatMap((hint) => (hint === undefined ? [] : [hint - 1]));
}

function namedBy(hint: number, before: number | undefined, after: number | undefined): readonly number[] {
  return [before ?? 0, after ?? before ?? 0].map((drift) => hint - 1 + drift);
}

/** For each value, the last one before it that is known. */
function lastKnown(values: readonly (number | undefined)[]): (number | undefined)[] {
  let known: number | undefined;
  return values.map((value) => {
    const before = known;
    known = value ?? known;
    return before;
  });
}

function nextKnown(values: readonly (number | undefined)[]): (number | undefined)[] {
  return lastKnown(values.toReversed()).toReversed();
}

/** Do the hunks name lines that ascend, and do those that have one place stand in this order too? */
function isInOrder(hunks: readonly Known[]): boolean {
  let [hint, end] = [0, 0];
  for (const { hunk, length, position } of hunks) {
    if (hunk.lineHint === undefined || hunk.lineHint <= hint) return false;
    hint = hunk.lineHint;
    if (position === undefined) continue;
    if (position < end) return false;
    end = position + length;
  }
  return true;
}
