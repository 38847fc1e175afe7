import type { Hunk } from '../patch/hunk.ts';
import {
  filledAbove,
  isHeading,
  type Section,
  type SectionIndex,
  sectionsOf,
  staysBelow,
} from './sections.ts';
import { expectedAt, type Surroundings } from './surroundings.ts';

/** A place for a hunk, or for what it makes: so many lines of the file, from a position on that counts from 0. */
export type Spot = {
  readonly hunk: Hunk;
  readonly position: number;
  readonly length: number;
  readonly surroundings: Surroundings;
};

/** Does the line number of a hunk, or the text behind its `@@`, name this very place? */
export function isNamed(index: SectionIndex, spot: Spot): boolean {
  return expectedAt(spot).includes(spot.position) || isUnder(index, sectionsNamed(index, spot), spot);
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
  const isAtNumber = expectedAt(spot).includes(spot.position);
  const isBelow = sections.some(({ start }) => start < spot.position);
  return isBelow && (isAtNumber || leavesSection(spot.hunk)) ? null : first;
}

/** Does a hunk begin in one section and change the next? What git names is where it begins. */
function leavesSection({ lines, anchors }: Hunk): boolean {
  const heading = anchors.at(-1) ?? '';
  const changed = lines.findIndex(([mark]) => mark !== ' ');
  return lines.slice(0, changed + 1).some(([, text]) => !staysBelow(heading, text));
}

/** Is a spot outside of the section in which the hunk says that it belongs, or of the order of the line numbers? */
export function isElsewhere(index: SectionIndex, spot: Spot): boolean {
  const { position, surroundings } = spot;
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

/** In a section, around its first line, right at its end as git has it, or anywhere below a line that heads nothing. */
function isUnder(index: SectionIndex, sections: readonly Section[], spot: Spot): boolean {
  const { position, length } = spot;
  const above = sections.length === 0 ? null : filledAbove(index, position);
  return sections.some(({ start, end }) => {
    if (position < start) return start < position + length;
    return start === above || position <= end || !isHeading(index, start);
  });
}
