import type { Hunk } from '../patch/hunk.ts';

/** What the other hunks of a file say about one. */
export type Surroundings = {
  /** By how many lines the hunks before and after this one, which have one place only, are off their hints. */
  readonly driftBefore: number | undefined;
  readonly driftAfter: number | undefined;
  /** The lines, from 0, between those hunks, where the patch numbers its hunks in order; else all lines. */
  readonly from: number;
  readonly to: number;
};

/** A hunk, how many lines its old side has, and where it stands if that is one place only. */
export type Known = {
  readonly hunk: Hunk;
  readonly length: number;
  readonly position: number | undefined;
};

export const NOTHING_AROUND: Surroundings = {
  driftBefore: undefined,
  driftAfter: undefined,
  from: 0,
  to: Number.POSITIVE_INFINITY,
};

/** For each hunk what those around it say. */
export function surroundingsOf(hunks: readonly Known[]): readonly Surroundings[] {
  const drifts = hunks.map(({ hunk: { lineHint }, position }) =>
    position === undefined || lineHint === undefined ? undefined : position + 1 - lineHint,
  );
  const driftBefore = lastKnown(drifts);
  const driftAfter = lastKnown(drifts.toReversed()).toReversed();
  if (!isInOrder(hunks))
    return hunks.map((_, order) => ({
      ...NOTHING_AROUND,
      driftBefore: driftBefore[order],
      driftAfter: driftAfter[order],
    }));
  const ends = lastKnown(
    hunks.map(({ position, length }) => (position === undefined ? undefined : position + length)),
  );
  const starts = lastKnown(hunks.map(({ position }) => position).toReversed()).toReversed();
  return hunks.map((_, order) => ({
    driftBefore: driftBefore[order],
    driftAfter: driftAfter[order],
    from: ends[order] ?? NOTHING_AROUND.from,
    to: starts[order] ?? NOTHING_AROUND.to,
  }));
}

/**
 * The positions that a hunk's line number names; none where it has none. It counts only if it is exactly right: as it
 * stands, or moved as the neighbours were. Without a hunk before, nobody knows whether what moved the one after stands
 * above or below this one.
 */
export function expectedAt({
  hunk: { lineHint },
  surroundings: { driftBefore, driftAfter },
}: {
  readonly hunk: Hunk;
  readonly surroundings: Surroundings;
}): readonly number[] {
  if (lineHint === undefined) return [];
  const drifts = new Set([driftBefore ?? 0, driftAfter ?? driftBefore ?? 0]);
  return [...drifts].map((drift) => lineHint - 1 + drift);
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
