import type { Hunk } from '../patch/hunk.ts';
import {
  isHeading,
  isRightBelow,
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
  return expectedAt(spot).includes(spot.position) || isUnder(index, sectionsNamed(index, spot.hunk), spot);
}

/**
 * The section in which a hunk says that it belongs, where the spot is not in it; null: nothing says so. Text
 * behind `@@` decides alone where no line number stands beside it; else both must agree, for git names what stands
 * above a hunk, and lines move.
 */
export function sectionMissed(index: SectionIndex, spot: Spot): Section | null {
  const sections = sectionsNamed(index, spot.hunk);
  const [first] = sections;
  if (first === undefined || isUnder(index, sections, spot)) return null;
  if (spot.hunk.lineHint === undefined) return first;
  const expected = expectedAt(spot);
  if (expected.includes(spot.position) || leavesSection(spot.hunk)) return null;
  return sections.find(({ start, end }) => expected.some((at) => at >= start && at < end)) ?? null;
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

function sectionsNamed(index: SectionIndex, { anchors }: Hunk): readonly Section[] {
  return anchors.length === 0 ? [] : sectionsOf(index, anchors);
}

/** In a section, around its first line, right at its end as git has it, or anywhere below a line that heads nothing. */
function isUnder(index: SectionIndex, sections: readonly Section[], spot: Spot): boolean {
  const { hunk, position, length } = spot;
  if (sections.length === 0) return false;
  if (isRightBelow(index, position, hunk.anchors)) return true;
  return sections.some(({ start, end }) => {
    if (position < start) return start < position + length;
    return position <= end || !isHeading(index, start);
  });
}
