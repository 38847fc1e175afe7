import type { Hunk } from '../patch/hunk.ts';
import { filledAbove, type SectionIndex, sectionsOf } from './sections.ts';
import { expectedAt, type Surroundings } from './surroundings.ts';

export type Tie = {
  readonly hunk: Hunk;
  /** Where the hunk's lines stand; positions from 0. */
  readonly positions: readonly number[];
  readonly surroundings: Surroundings;
};

/**
 * The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
 * contradict each other. Being the nearest or the first is no reason.
 */
export function breakTie(sections: SectionIndex, tie: Tie): number | null {
  const { positions } = tie;
  const [only] = positions;
  if (positions.length === 1 && only !== undefined) return only;
  const anchored = inSections(sections, tie.hunk, positions) ?? positions;
  const between = inOrder(tie, anchored);
  const hinted = atHint(tie, positions);
  if (hinted !== null) return between.includes(hinted) ? hinted : null;
  return between.length === 1 ? (between[0] ?? null) : null;
}

/** Those that lie between the hunks before and after. */
function inOrder({ surroundings: { from, to } }: Tie, positions: readonly number[]): readonly number[] {
  return positions.filter((position) => position >= from && position < to);
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
  if (inside.length > 0) return inside;
  const heads = new Set(sections.map(({ start }) => start));
  const below = positions.filter((position) => heads.has(filledAbove(index, position) ?? NO_LINE));
  return below.length > 0 ? below : null;
}

const NO_LINE = -1;

/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1000;

function atHint(tie: Tie, positions: readonly number[]): number | null {
  const expected = expectedAt(tie);
  const hits = positions.filter((position) => expected.includes(position));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}
