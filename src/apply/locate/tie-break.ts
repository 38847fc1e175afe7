import type { Hunk } from '../../patch/hunk.ts';
import { type Extent, extentAt, isWithin } from './extent.ts';
import { type SectionIndex, sectionsOf } from './sections.ts';
import { expectedAt, type Surroundings } from './surroundings.ts';

export type Tie<P extends Started> = {
  readonly hunk: Hunk;
  /** Where the hunk's lines stand. */
  readonly places: readonly P[];
  readonly extentOf: (place: P) => Extent;
  readonly surroundings: Surroundings;
};

/** A place begins at a line, counted from 0. */
type Started = { readonly start: number };

/**
 * The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
 * contradict each other. Being the nearest or the first is no reason.
 */
export function breakTie<P extends Started>(sections: SectionIndex, tie: Tie<P>): P | null {
  const { places } = tie;
  const [only] = places;
  if (places.length === 1 && only !== undefined) return only;
  const between = inOrder(tie, inSections(sections, tie) ?? places);
  const hinted = atHint(tie);
  if (hinted !== null) return between.includes(hinted) ? hinted : null;
  return between.length === 1 ? (between[0] ?? null) : null;
}

/** The same for places at which all lines of one side stand one below the other; `without` is the mark of the other's. */
export function breakTieAt(
  sections: SectionIndex,
  { hunk, surroundings, without, positions }: Omit<Tie<Started>, 'places' | 'extentOf'> & Standing,
): number | null {
  const places = positions.map((start) => ({ start }));
  const extentOf = ({ start }: Started) => extentAt(hunk, without, start);
  return breakTie(sections, { hunk, places, extentOf, surroundings })?.start ?? null;
}

type Standing = { readonly without: '+' | '-'; readonly positions: readonly number[] };

/** null: the anchors tell nothing. */
function inSections<P extends Started>(
  index: SectionIndex,
  { hunk: { anchors }, places, extentOf }: Tie<P>,
): readonly P[] | null {
  if (anchors.length === 0 || places.length > MAX_ANCHORED) return null;
  const sections = sectionsOf(index, anchors);
  const inside = places.filter((place) => {
    const extent = extentOf(place);
    return sections.some((section) => isWithin(index, section, extent));
  });
  return inside.length > 0 ? inside : null;
}

/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1000;

/** Those that lie between the hunks before and after. */
function inOrder<P extends Started>(
  { surroundings: { from, to } }: Tie<P>,
  places: readonly P[],
): readonly P[] {
  return places.filter(({ start }) => start >= from && start < to);
}

function atHint<P extends Started>(tie: Tie<P>): P | null {
  const expected = expectedAt(tie);
  const hits = tie.places.filter(({ start }) => expected.includes(start));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}
