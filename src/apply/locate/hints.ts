import type { Hunk } from '../../patch/hunk.ts';
import { type Extent, isLeftAbove, isWithin, shows } from './extent.ts';
import { isHeading, type Section, type SectionIndex, sectionsOf } from './sections.ts';
import { expectedAt, type Surroundings } from './surroundings.ts';

/** A place for a hunk, or for what it makes. */
export type Spot = {
  readonly hunk: Hunk;
  readonly extent: Extent;
  readonly surroundings: Surroundings;
};

/** Does the line number of a hunk, or the text behind its `@@`, name this very place? */
export function isNamed(index: SectionIndex, spot: Spot): boolean {
  return isNumbered(spot) || isUnder(index, sectionsNamed(index, spot), spot);
}

/** Does the line number of a hunk name this very place? */
export function isNumbered(spot: Spot): boolean {
  return expectedAt(spot).includes(spot.extent.start);
}

/**
 * The section in which a hunk says that it belongs, where the spot is not in it; null: nothing says so. git names what
 * stands above a hunk, which is not always around it, and which it may leave: a line number that is right counts for more
 * then.
 */
export function sectionMissed(index: SectionIndex, spot: Spot): Section | null {
  const sections = sectionsNamed(index, spot);
  const [first] = sections;
  if (first === undefined || isUnder(index, sections, spot)) return null;
  if (spot.hunk.lineHint === undefined) return first;
  const isAtNumber = expectedAt(spot).includes(spot.extent.start) && isAsCounted(spot);
  const above = sections.filter(({ start }) => start < spot.extent.start);
  return above.some((section) => isAtNumber || isLeft(index, section, spot)) ? null : first;
}

/** Is the first change as far down as the hunk has it? Where the file has lines between them, its number is not that of the change. */
function isAsCounted({ hunk, extent: { start, changed } }: Spot): boolean {
  const above = hunk.lines.findIndex(([mark]) => mark !== ' ');
  return above === -1 || Math.ceil(changed[0] ?? start) === start + above;
}

/** Does a hunk show, above all that it changes, that it is in another section by then? */
function isLeft(index: SectionIndex, section: Section, { extent }: Spot): boolean {
  return extent.changed.every((at) => isLeftAbove(index, { section, extent, at }));
}

/** Is a spot outside of the section in which the hunk says that it belongs, or of the order of the line numbers? */
export function isElsewhere(index: SectionIndex, spot: Spot): boolean {
  const { surroundings } = spot;
  const position = spot.extent.start;
  const isInOrder = position >= surroundings.from && position < surroundings.to;
  return (!isInOrder && !expectedAt(spot).includes(position)) || sectionMissed(index, spot) !== null;
}

/** Of several that bear the name the one that the line number lies in, where it lies in any. */
function sectionsNamed(index: SectionIndex, spot: Spot): readonly Section[] {
  const { anchors } = spot.hunk;
  const sections = anchors.length === 0 ? [] : sectionsOf(index, anchors);
  const expected = sections.length > 1 ? expectedAt(spot) : [];
  const meant = sections.filter(({ start, end }) => expected.some((at) => at >= start && at < end));
  return meant.length === 0 ? sections : meant;
}

/** In a section, or anywhere below a line that heads nothing. */
function isUnder(index: SectionIndex, sections: readonly Section[], { extent }: Spot): boolean {
  return sections.some(
    (section) => isWithin(index, section, extent) || isBelow(index, section.start, extent),
  );
}

function isBelow(index: SectionIndex, start: number, extent: Extent): boolean {
  return !isHeading(index, start) && extent.changed.every((at) => at >= start || shows(extent, start));
}
