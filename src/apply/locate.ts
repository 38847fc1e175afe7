import { type Hunk, newSide, oldSide } from '../patch/hunk.ts';
import type { Effort } from './effort.ts';
import type { LineIndex } from './line-index.ts';
import { type Candidates, candidatePlaces, type Rung } from './places.ts';
import { indexSections, type SectionIndex } from './sections.ts';
import { breakTie } from './tie-break.ts';

/** Where one hunk belongs, or why nobody can tell. Positions from 0. */
export type Location = { readonly hunk: Hunk } & (
  | {
      readonly status: 'placed' | 'already_applied';
      readonly position: number;
      readonly rung: Rung | 'offset';
    }
  | { readonly status: 'ambiguous'; readonly positions: readonly number[] }
  | { readonly status: 'not_found' | 'no_context' | 'too_repetitive' }
);

/** Looks for all hunks of one file in the file as it is, in any order. */
export function locateHunks(index: LineIndex, hunks: readonly Hunk[], effort: Effort): readonly Location[] {
  const candidates = hunks.map((hunk) => placesFor(hunk, oldSide(hunk), { index, effort }));
  const drifts = driftsOf(hunks, candidates);
  const sections = indexSections(index.lines);
  return hunks.map((hunk, order): Location => {
    const found = candidates[order] ?? null;
    if (oldSide(hunk).length === 0) return withoutContext(index, hunk);
    if (found === null) return { hunk, status: 'too_repetitive' };
    if (found.positions.length === 0) return findResult({ index, sections, effort }, hunk);
    return choose(sections, { hunk, found, ...neighbours(drifts, order) });
  });
}

/** Candidates that agree with what the hunk says about the file's end. */
function placesFor(
  hunk: Hunk,
  block: readonly string[],
  { index, effort }: Omit<Search, 'sections'>,
): Candidates | null {
  const found = candidatePlaces(index, block, effort);
  if (found === null || hunk.endOfFile !== true) return found;
  const last = index.lines.length - block.length;
  return { ...found, positions: found.positions.filter((position) => position === last) };
}

/**
 * A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
 * patch speaks of it and its line number agrees. All else would be a guess.
 */
function withoutContext({ lines }: LineIndex, hunk: Hunk): Location {
  const added = newSide(hunk);
  const before = lines.length - added.length;
  const isWhole = before === 0 && added.length > 0;
  if ((isWhole || (hunk.endOfFile === true && added.some(hasWord))) && standsAt(lines, added, before)) {
    return { hunk, status: 'already_applied', position: before, rung: 'exact' };
  }
  const isAppended = hunk.endOfFile === true && isAtHint(hunk, lines.length);
  if (lines.length > 0 && !isAppended) return { hunk, status: 'no_context' };
  return { hunk, status: 'placed', position: lines.length, rung: 'exact' };
}

type Drifts = {
  readonly before: readonly (number | undefined)[];
  readonly after: readonly (number | undefined)[];
};

/** For each hunk, how far the nearest hunks before and after it that have one place are off their line hints. */
function driftsOf(hunks: readonly Hunk[], candidates: readonly (Candidates | null)[]): Drifts {
  const own = hunks.map(({ lineHint }, order) => {
    const [position, second] = candidates[order]?.positions ?? [];
    return position === undefined || second !== undefined || lineHint === undefined
      ? undefined
      : position + 1 - lineHint;
  });
  return { before: lastKnown(own), after: lastKnown(own.toReversed()).toReversed() };
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

function neighbours(
  { before, after }: Drifts,
  order: number,
): { driftBefore: number | undefined; driftAfter: number | undefined } {
  return { driftBefore: before[order], driftAfter: after[order] };
}

type Choice = {
  readonly hunk: Hunk;
  readonly found: Candidates;
  readonly driftBefore: number | undefined;
  readonly driftAfter: number | undefined;
};

function choose(sections: SectionIndex, choice: Choice): Location {
  const { hunk, found } = choice;
  const { lines } = sections;
  const position = breakTie(sections, { ...choice, positions: found.positions });
  if (position === null) return { hunk, status: 'ambiguous', positions: found.positions };
  const rung = isAtHint(hunk, position) ? found.rung : 'offset';
  return { hunk, status: isInserted(lines, hunk, position) ? 'already_applied' : 'placed', position, rung };
}

function isAtHint({ lineHint }: Hunk, position: number): boolean {
  return lineHint === undefined || lineHint === position + 1;
}

type Search = { readonly index: LineIndex; readonly sections: SectionIndex; readonly effort: Effort };

/** The old side is nowhere: perhaps because the new side is already there. */
function findResult(search: Search, hunk: Hunk): Location {
  const result = newSide(hunk);
  if (!isTelling(hunk, result)) return { hunk, status: 'not_found' };
  const found = placesFor(hunk, result, search);
  if (found === null) return { hunk, status: 'too_repetitive' };
  if (found.positions.length === 0) return { hunk, status: 'not_found' };
  const tie = { hunk, positions: found.positions, driftBefore: undefined, driftAfter: undefined };
  const position = breakTie(search.sections, tie);
  if (position === null) return { hunk, status: 'not_found' };
  return {
    hunk,
    status: 'already_applied',
    position,
    rung: isAtHint(hunk, position) ? found.rung : 'offset',
  };
}

/** Would finding these lines prove that the hunk was applied? A lone bracket, or context on one side of a gap, would not. */
function isTelling({ lines }: Hunk, result: readonly string[]): boolean {
  const adds = lines.some(([mark]) => mark === '+');
  const closed = lines.at(0)?.[0] === ' ' && lines.at(-1)?.[0] === ' ';
  return (adds || closed) && result.some(hasWord);
}

/**
 * Are the lines of a pure insertion already around its context? Where they go between context lines, the old
 * side would not be there any more; where they go before or after all of them it still is, and inserting again
 * would double them.
 */
function isInserted(lines: readonly string[], hunk: Hunk, position: number): boolean {
  const marks = hunk.lines.map(([mark]) => mark);
  const first = marks.indexOf(' ');
  const context = marks.slice(first, marks.lastIndexOf(' ') + 1);
  if (marks.includes('-') || context.includes('+')) return false;
  const addsWord = hunk.lines.some(([mark, text]) => mark === '+' && hasWord(text));
  return addsWord && standsAt(lines, newSide(hunk), position - first);
}

function standsAt(lines: readonly string[], block: readonly string[], position: number): boolean {
  return position >= 0 && block.every((line, offset) => lines[position + offset] === line);
}

function hasWord(line: string): boolean {
  return /[\p{L}\p{N}_]{3}/u.test(line);
}
