import { type Hunk, newSide } from '../patch/hunk.ts';
import { adds, hasWord, isInserted, isTelling, standsAt } from './already.ts';
import { withoutEdgeBlanks } from './edge-blanks.ts';
import { type Effort, LINE_EFFORT } from './effort.ts';
import { type ExactPlace, locateExactly } from './exact.ts';
import type { Uncut } from './file-lines.ts';
import { fitHunk } from './fit/fit.ts';
import type { LineEdit } from './line-edit.ts';
import { indexLines, type LineIndex, positionsOf } from './line-index.ts';
import { EXACT, NO_MATCH } from './line-match.ts';
import { elidedPattern, newPattern, oldPattern, type Pattern } from './pattern.ts';
import { editsOf, MISSING, type Placing, placingAt, writtenLines } from './placed.ts';
import { type Candidates, findPlaces, loosenessOf } from './places.ts';
import type { Rung } from './report.ts';
import { indexSections, type SectionIndex } from './sections.ts';
import { sharpen } from './sharpen.ts';
import { type Known, NOTHING_AROUND, type Surroundings, surroundingsOf } from './surroundings.ts';
import { breakTie } from './tie-break.ts';
import { mostVoted } from './votes.ts';

/** Where one hunk belongs, or why nobody can tell. Positions from 0. */
export type Location = { readonly hunk: Hunk } & Verdict;

type Verdict =
  | Place
  | { readonly status: 'ambiguous'; readonly positions: readonly number[] }
  /** `near`: where the hunk may begin for all that is known of its lines, best first. */
  | { readonly status: 'not_found'; readonly near?: () => readonly number[] }
  | { readonly status: 'no_context' | 'too_repetitive' };

export type Place = {
  readonly status: 'placed' | 'already_applied';
  readonly position: number;
  /** All tolerances that were needed, strictest first; none where the hunk stands as it is where it says. */
  readonly rungs: readonly Rung[];
  /** What is to be done there; nothing where it is done already. */
  readonly edits: readonly LineEdit[];
};

/** Looks for all hunks of one file in the file's text as it is, in any order. */
export function locateHunks(text: Uncut, hunks: readonly Hunk[], effort: Effort): readonly Location[] {
  return locateExactly(text, hunks, effort)?.map(exactLocation) ?? locateByLines(text, hunks, effort);
}

function exactLocation({ hunk, position, isDone, edits }: ExactPlace): Location {
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? [] : ['offset'];
  return { hunk, status: isDone ? 'already_applied' : 'placed', position, rungs, edits };
}

function locateByLines({ text, lines }: Uncut, hunks: readonly Hunk[], effort: Effort): readonly Location[] {
  if (!readsLines({ text, lines }, effort)) return hunks.map((hunk) => ({ hunk, status: 'too_repetitive' }));
  const index = indexLines(lines(), textsOf(hunks));
  const search: Search = { index, sections: indexSections(index.lines), effort };
  const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
  const surroundings = surroundingsOf(sought.map(knownOf));
  return sought.map((found, order) => {
    const hunk = hunks[order] ?? found.hunk;
    const verdict = locate(search, found, surroundings[order] ?? NOTHING_AROUND);
    if (verdict.status !== 'not_found') return { hunk, ...verdict };
    return { hunk, status: 'not_found', near: () => startsByLines(index, found.pattern) };
  });
}

/** False: the effort does not suffice for reading all lines. */
function readsLines({ text, lines }: Uncut, effort: Effort): boolean {
  effort.reading -= text.length;
  if (effort.reading < 0) return false;
  effort.reading -= LINE_EFFORT * lines().count;
  return effort.reading >= 0;
}

/** Where a hunk would begin for most of its lines that the file has. */
function startsByLines(index: LineIndex, { lines }: Pattern): readonly number[] {
  return mostVoted(
    lines.flatMap(({ print }, offset) => {
      const positions = positionsOf(index, print);
      return positions.length === 0 ? [] : [{ offset, positions }];
    }),
  );
}

function textsOf(hunks: readonly Hunk[]): readonly string[] {
  const texts: string[] = [];
  for (const { lines } of hunks) for (const [, text] of lines) texts.push(text);
  return texts;
}

type Search = { readonly index: LineIndex; readonly sections: SectionIndex; readonly effort: Effort };

type Sought = {
  readonly hunk: Hunk;
  readonly pattern: Pattern;
  /** Where all lines of the old side stand together; null: the effort is spent. */
  readonly found: Candidates | null;
};

function seek({ index, effort }: Search, hunk: Hunk): Sought {
  const pattern = oldPattern(hunk);
  return { hunk, pattern, found: placesFor(index, { hunk, pattern }, effort) };
}

function knownOf({ hunk, pattern, found }: Sought): Known {
  const [position, second] = found?.positions ?? [];
  return { hunk, length: pattern.lines.length, position: second === undefined ? position : undefined };
}

/** Candidates that agree with what the hunk says about the file's end. */
function placesFor(
  index: LineIndex,
  { hunk, pattern }: { hunk: Hunk; pattern: Pattern },
  effort: Effort,
): Candidates | null {
  const found = findPlaces(index, pattern, effort);
  if (found === null || hunk.endOfFile !== true) return found;
  const last = index.lines.count - pattern.lines.length;
  return { ...found, positions: found.positions.filter((position) => position === last) };
}

function locate(search: Search, { hunk, pattern, found }: Sought, surroundings: Surroundings): Verdict {
  if (pattern.lines.length === 0) return withoutContext(search.index, hunk);
  if (found === null) return { status: 'too_repetitive' };
  const done = findResult(search, hunk, found.positions.length === 0 ? NO_MATCH : found.level);
  if (done !== null) return done;
  if (found.positions.length === 0) return locateLoosely(search, { hunk, pattern, surroundings });
  const position = breakTie(search.sections, { hunk, positions: found.positions, surroundings });
  if (position === null) return { status: 'ambiguous', positions: found.positions };
  const tolerances = found.level === EXACT ? [] : tolerancesAt(search.index, pattern, position);
  const place = placeAt(search.index, hunk, { placing: placingAt(hunk, position), tolerances });
  return place ?? locateLoosely(search, { hunk, pattern, surroundings });
}

type Found = { readonly placing: Placing; readonly tolerances: readonly Rung[] };

function tolerancesAt(index: LineIndex, pattern: Pattern, start: number): readonly Rung[] {
  return loosenessOf(
    index,
    pattern,
    pattern.lines.map((_, offset) => start + offset),
  );
}

/** null: the hunk's indentation does not suit the file's there. */
function placeAt(index: LineIndex, hunk: Hunk, { placing, tolerances }: Found): Place | null {
  const first = placing.findIndex((position, line) => position !== MISSING && hunk.lines[line]?.[0] !== '+');
  const position = placing[first] ?? 0;
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? tolerances : ['offset', ...tolerances];
  if (isInserted(index, hunk, placing)) return { status: 'already_applied', position, rungs, edits: [] };
  const isExact = tolerances.length === 0;
  const written = isExact ? hunk.lines.map(([, text]) => text) : writtenLines(index, hunk, placing);
  if (written === null) return null;
  return { status: 'placed', position, rungs, edits: editsOf(index, { hunk, placing, added: written }) };
}

function isAtHint({ lineHint }: Hunk, position: number): boolean {
  return lineHint === undefined || lineHint === position + 1;
}

/**
 * A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
 * patch speaks of it and its line number agrees. All else would be a guess.
 */
function withoutContext(index: LineIndex, hunk: Hunk): Verdict {
  const added = newSide(hunk);
  const { count } = index.lines;
  const before = count - added.length;
  const isWhole = before === 0 && added.length > 0;
  if ((isWhole || (hunk.endOfFile === true && added.some(hasWord))) && standsAt(index, added, before))
    return { status: 'already_applied', position: before, rungs: [], edits: [] };
  const isAppended = hunk.endOfFile === true && isAtHint(hunk, count);
  if (count > 0 && !isAppended) return { status: 'no_context' };
  return { status: 'placed', position: count, rungs: [], edits: [{ line: count, remove: 0, insert: added }] };
}

/**
 * The hunk's new side, where it stands at a level that is stricter than the old side's; as it is, if it is context
 * only.
 */
function findResult({ index, sections, effort }: Search, hunk: Hunk, level: number): Verdict | null {
  if (level === EXACT || !isTelling(hunk)) return null;
  const pattern = newPattern(hunk);
  const found = placesFor(index, { hunk, pattern }, effort);
  if (found === null) return { status: 'too_repetitive' };
  if (found.positions.length === 0 || found.level >= level) return null;
  if (found.level !== EXACT && !adds(hunk)) return null;
  const position = breakTie(sections, { hunk, positions: found.positions, surroundings: NOTHING_AROUND });
  if (position === null) return level === NO_MATCH ? { status: 'not_found' } : null;
  const tolerances = tolerancesAt(index, pattern, position);
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? tolerances : ['offset', ...tolerances];
  return { status: 'already_applied', position, rungs, edits: [] };
}

type Loose = { readonly hunk: Hunk; readonly pattern: Pattern; readonly surroundings: Surroundings };

/** No place has all lines of the old side, one below the other and indented alike. */
function locateLoosely(search: Search, loose: Loose): Verdict {
  const trimmed = withoutEdgeBlanks(loose.hunk);
  const verdict = trimmed === null ? null : locateTrimmed(search, { ...loose, hunk: trimmed });
  return verdict ?? fit(search, loose);
}

/** The hunk without blank lines at its edges, where it stands as a whole or was applied; null: neither. */
function locateTrimmed(search: Search, { hunk, surroundings }: Loose): Verdict | null {
  const { found, pattern } = seek(search, hunk);
  if (found === null) return null;
  if (found.positions.length === 0) return findResult(search, hunk, NO_MATCH);
  const position = breakTie(search.sections, { hunk, positions: found.positions, surroundings });
  if (position === null) return { status: 'ambiguous', positions: found.positions };
  const tolerances = [...tolerancesAt(search.index, pattern, position), 'edge_blanks' as const];
  return placeAt(search.index, hunk, { placing: placingAt(hunk, position), tolerances });
}

/** The hunk where it fits best, with its lines indented as in the file or, failing that, otherwise. */
function fit(search: Search, loose: Loose): Verdict {
  const strict = fitAt(search, loose, false);
  return strict.status === 'not_found' ? fitAt(search, loose, true) : strict;
}

function fitAt(
  { index, sections, effort }: Search,
  { hunk, pattern, surroundings }: Loose,
  isReindented: boolean,
): Verdict {
  const fitted = fitHunk(
    index,
    { hunk, pattern: elidedPattern(index, hunk) ?? pattern, isReindented },
    effort,
  );
  if (fitted.status === 'misfit') return { status: effort.comparisons < 0 ? 'too_repetitive' : 'not_found' };
  const positions = fitted.fits.map(({ start }) => start);
  const meant = fitted.isWhole ? breakTie(sections, { hunk, positions, surroundings }) : null;
  const chosen = fitted.fits.length === 1 ? fitted.fits[0] : fitted.fits.find(({ start }) => start === meant);
  if (chosen === undefined)
    return { status: 'ambiguous', positions: [...new Set(positions)].sort((a, b) => a - b) };
  if (chosen.at === null || !endsWhereItSays(index, hunk, chosen.at)) return { status: 'not_found' };
  return (
    placeAt(index, hunk, { placing: chosen.at, tolerances: chosen.tolerances }) ?? { status: 'not_found' }
  );
}

/** Is the last line of the old side the file's last line, where the patch says so? */
function endsWhereItSays({ lines }: LineIndex, hunk: Hunk, placing: Placing): boolean {
  const last = placing.findLast((_, line) => hunk.lines[line]?.[0] !== '+');
  return hunk.endOfFile !== true || last === lines.count - 1;
}
