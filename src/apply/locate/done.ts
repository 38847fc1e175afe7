import { type Hunk, type HunkLine, newSide, oldSide } from '../../patch/hunk.ts';
import { firstPlaceIn } from '../edit/text-search.ts';
import type { Effort } from '../effort.ts';
import { similarityTo } from '../fit/likeness.ts';
import { standsAsDeep } from '../indent/as-deep.ts';
import type { Rung } from '../report.ts';
import { adds, hasWord, isTelling, saysAnything } from './already.ts';
import { extentAt } from './extent.ts';
import { fingerprint } from './fingerprint.ts';
import { isNumbered, type Spot } from './hints.ts';
import { type LineIndex, lineAt, positionsOf } from './line-index.ts';
import { EXACT, INDENTATION, NO_MATCH } from './line-match.ts';
import { newPattern, type Pattern, type WantedLine } from './pattern.ts';
import { type Candidates, NOWHERE } from './places.ts';
import { isAtHint, placesFor, type Search, startsByLines, tolerancesAt } from './search.ts';
import { expectedAt, type Surroundings } from './surroundings.ts';
import { breakTieAt } from './tie-break.ts';

/** Where what a hunk makes stands, which proves less than lines to be removed that are there. */
export type Made =
  | {
      readonly status: 'made';
      readonly spot: Spot;
      readonly rungs: readonly Rung[];
      /** Where its context begins, if the old side stands within all that it makes, and so nowhere else. */
      readonly position?: number;
    }
  /** At several places, or the effort is spent. */
  | { readonly status: 'not_found' | 'too_repetitive' };

export type Sought = { readonly hunk: Hunk; readonly surroundings: Surroundings };

/**
 * The hunk's new side, where it stands at a level that is stricter than the old side's, or holds all of the places of
 * that; as it is, if it is context only. null: it does not.
 */
export function findMade(search: Search, { hunk, surroundings }: Sought, old: Candidates): Made | null {
  if (!isTelling(hunk)) return null;
  const pattern = newPattern(hunk);
  const found = placesFor(search, { hunk, pattern });
  if (found === null) return { status: 'too_repetitive' };
  const level = old.positions.length === 0 ? NO_MATCH : old.level;
  if (found.positions.length === 0 || found.level > level) return null;
  if (found.level !== EXACT && !adds(hunk)) return null;
  const positions = deepEnough(search, hunk, found);
  if (positions === null) return { status: 'too_repetitive' };
  if (positions.length === 0) return null;
  const [only, second] = positions;
  if (found.level === level && (only === undefined || second !== undefined || !holdsOld(hunk, only, old)))
    return null;
  const position = breakTieAt(search.sections, { hunk, surroundings, without: '-', positions });
  if (position === null) return level === NO_MATCH ? { status: 'not_found' } : null;
  const tolerances = tolerancesAt(search.index, pattern, position);
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? tolerances : ['offset', ...tolerances];
  return { status: 'made', spot: { hunk, extent: extentAt(hunk, '-', position), surroundings }, rungs };
}

/**
 * Is a hunk to be done wherever else what it makes stands, for its old side is there as it is? Not where that may be a part
 * of what it makes, as of a function that becomes another one and stands as it was below that, unless its line number names
 * the old side.
 */
export function isToBeDone({ hunk, surroundings }: Sought, old: Candidates): boolean {
  if (old.positions.length === 0 || old.level !== EXACT) return false;
  if (!holdsLines(newSide(hunk), oldSide(hunk))) return true;
  const expected = expectedAt({ hunk, surroundings });
  return old.positions.some((start) => expected.includes(start));
}

/** Do lines stand among others, one below the other? */
function holdsLines(lines: readonly string[], block: readonly string[]): boolean {
  return firstPlaceIn(`\n${lines.join('\n')}\n`, `\n${block.join('\n')}\n`) !== null;
}

/** The places where the new side is as deep as the hunk makes it; null: the effort is spent. */
export function deepEnough(
  { index, effort }: Search,
  hunk: Hunk,
  { level, positions }: Candidates,
): readonly number[] | null {
  if (level < INDENTATION) return positions;
  effort.comparisons -= DEPTH_EFFORT * hunk.lines.length * positions.length;
  if (effort.comparisons < 0) return null;
  return positions.filter((position) => standsAsDeep(index, hunk, position));
}

/** Asking how deep a line is takes as long as so many comparisons. */
const DEPTH_EFFORT = 20;

/**
 * Are all places of the old side a part of the new side at `position`, which says more than the old one? Lines that a hunk
 * puts into a block are there as they were before, but for their depth. Of one that only adds lines its context tells.
 */
function holdsOld(hunk: Hunk, position: number, old: Candidates): boolean {
  const { lines } = hunk;
  const before = new Set(lines.flatMap(([mark, text]) => (mark === '+' ? [] : [fingerprint(text)])));
  const isNew = ([mark, text]: HunkLine) =>
    mark === '+' && saysAnything(text) && !before.has(fingerprint(text));
  if (!lines.some(([mark]) => mark === '-') || !lines.some(isNew)) return false;
  const { start, end } = extentAt(hunk, '-', position);
  return old.positions.every((at) => at >= start && at < end);
}

/**
 * The hunk's new side, where the old side stands elsewhere only, and not at the line that the hunk names.
 * null: it does not, or the hunk names no line; or it is context only, and that line is another one.
 */
export function findMadeBeside(
  search: Search,
  { hunk, surroundings }: Sought,
  old: readonly number[],
): Made | null {
  const expected = expectedAt({ hunk, surroundings });
  if (hunk.lineHint === undefined || old.length === 0 || old.some((start) => expected.includes(start)))
    return null;
  const made = findMade(search, { hunk, surroundings }, NOWHERE);
  if (made?.status !== 'made' || old.some((start) => covers(made.spot, start))) return null;
  return adds(hunk) || isNumbered(made.spot) ? made : null;
}

/** Does a spot hold a position, so that lines there are the same as those at the spot? */
export function covers({ extent: { start, end } }: Spot, other: number): boolean {
  return other > start - (end - start) && other < end;
}

/**
 * Does it prove that a hunk was applied that what it makes stands where no hint names it? A line alone does not. Nor does
 * more of them where the context stands elsewhere too: where the line number says, near a line that the hunk removes, or
 * with lines that are like those, for these may be misspelt.
 */
export function isProof(search: Search, spot: Spot, pattern: Pattern): boolean {
  const { index, effort } = search;
  if (spot.extent.end - spot.extent.start === 1 || isLeftElsewhere(search, spot, pattern)) return false;
  const isAway = (start: number) => !covers(spot, start);
  if (expectedAt(spot).some((start) => isAway(start) && contextAt(index, pattern, start) > 0)) return false;
  return !startsByLines(index, pattern).some(
    (start) => isAway(start) && standsAlike(index, pattern, { start, effort }),
  );
}

/**
 * Does a line that the hunk removes stand outside of the spot, near a line that is near it in the hunk, above or below as
 * there? Then it may be the one that is meant, whatever came between the two.
 */
function isLeftElsewhere({ index, effort }: Search, { extent }: Spot, { lines }: Pattern): boolean {
  const isOutside = (position: number) => position < extent.start || position >= extent.end;
  const isNear = (position: number, prints: ReadonlySet<number>, step: 1 | -1): boolean => {
    effort.comparisons -= NEAR;
    for (let away = 1; away <= NEAR; away += 1) {
      const print = index.prints[position + step * away];
      if (print !== undefined && prints.has(print) && isOutside(position + step * away)) return true;
    }
    return effort.comparisons < 0;
  };
  return lines.some(({ text, print, isContext }, row) => {
    const left = isContext || !hasWord(text) ? [] : positionsOf(index, print).filter(isOutside);
    if (left.length === 0) return false;
    const above = contextPrints(lines.slice(Math.max(0, row - NEAR), row));
    const below = contextPrints(lines.slice(row + 1, row + 1 + NEAR));
    return left.some((position) => isNear(position, above, -1) || isNear(position, below, 1));
  });
}

/** So many lines away is still beside it. */
const NEAR = 12;

function contextPrints(lines: readonly WantedLine[]): ReadonlySet<number> {
  return new Set(lines.flatMap(({ text, print, isContext }) => (isContext && hasWord(text) ? [print] : [])));
}

/** How many telling lines of context stand where they would if the pattern began at `start`. */
function contextAt(index: LineIndex, { lines }: Pattern, start: number): number {
  return lines.filter(
    (line, offset) => line.isContext && hasWord(line.text) && isAt(index, line, start + offset),
  ).length;
}

function isAt({ prints }: LineIndex, { print }: WantedLine, position: number): boolean {
  return prints[position] === print;
}

/** All of the context, and lines that are like those to be removed. */
function standsAlike(
  index: LineIndex,
  pattern: Pattern,
  { start, effort }: { readonly start: number; readonly effort: Effort },
): boolean {
  const { lines } = pattern;
  if (lines.every(({ isContext }) => isContext) || contextAt(index, pattern, start) === 0) return false;
  if (!lines.every((line, offset) => !line.isContext || isAt(index, line, start + offset))) return false;
  return lines.every((line, offset) => {
    if (line.isContext || isAt(index, line, start + offset)) return true;
    effort.comparisons -= LIKENESS_EFFORT;
    return effort.comparisons >= 0 && similarityTo(line.text)(lineAt(index, start + offset)) >= ALIKE;
  });
}

/** Comparing two lines by their characters takes as long as so many comparisons. */
const LIKENESS_EFFORT = 100;

/** From 0 to 1: a word or two were remembered otherwise. */
const ALIKE = 0.6;
