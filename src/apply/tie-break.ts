import type { Hunk } from '../patch/hunk.ts';
import { type SectionIndex, sectionsOf } from './sections.ts';

export type Tie = {
  readonly hunk: Hunk;
  /** Where the hunk's lines stand; positions from 0. */
  readonly positions: readonly number[];
  /** By how many lines the hunks before and after this one, which had one place only, were off their hints. */
  readonly driftBefore: number | undefined;
  readonly driftAfter: number | undefined;
};

/**
 * The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
 * contradict each other. Being the nearest or the first is no reason.
 */
export function breakTie(sections: SectionIndex, tie: Tie): number | null {
  const { positions } = tie;
  const [only] = positions;
  if (positions.length === 1 && only !== undefined) return only;
  const anchored = inSections(sections, tie.hunk, positions);
  const hinted = atHint(tie, positions);
  if (hinted !== null) return anchored === null || anchored.includes(hinted) ? hinted : null;
  return anchored?.length === 1 ? (anchored[0] ?? null) : null;
}

/** null: the anchors tell nothing. */
function inSections(
  index: SectionIndex,
  { anchors }: Hunk,
  positions: readonly number[],
): readonly number[] | null {
  if (anchors.length === 0 || positions.length > MAX_ANCHORED) return null;
  const sections = sectionsOf(index, anchors);
  const inside = positions.filter((position) =>
    sections.some(({ start, end }) => position >= start && position < end),
  );
  return inside.length > 0 ? inside : null;
}

/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1000;

/**
 * A line number counts only if it is exactly right: as it stands, or moved as the neighbours were. Without a
 * hunk before, nobody knows whether what moved the one after stands above or below this one.
 */
function atHint(
  { hunk: { lineHint }, driftBefore, driftAfter }: Tie,
  positions: readonly number[],
): number | null {
  if (lineHint === undefined) return null;
  const drifts = new Set([driftBefore ?? 0, driftAfter ?? driftBefore ?? 0]);
  const expected = [...drifts].map((drift) => lineHint - 1 + drift);
  const hits = positions.filter((position) => expected.includes(position));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}
