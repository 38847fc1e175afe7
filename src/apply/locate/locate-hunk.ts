import { type Hunk, newSide } from '../../patch/hunk.ts';
import { type Fit, fitHunk } from '../fit/fit.ts';
import { inOrder, type Rung } from '../report.ts';
import { saysAnything } from './already.ts';
import { covers, findMade, findMadeBeside, isProof, isToBeDone, type Made } from './done.ts';
import { withoutEdgeBlanks } from './edge-blanks.ts';
import { extentAt } from './extent.ts';
import { mixedGap } from './gap-pairs.ts';
import { isElsewhere, isNamed, isNumbered, type Spot, sectionMissed } from './hints.ts';
import { insertedAt, isDenied, standsAt } from './inserted.ts';
import { leavesStanding } from './left-standing.ts';
import type { LineIndex } from './line-index.ts';
import { EXACT } from './line-match.ts';
import { doneAt, type Place, type Verdict } from './location.ts';
import { findMadeAround } from './made-around.ts';
import { elidedPattern, oldPattern, type Pattern } from './pattern.ts';
import { editsOf, losesChange, MISSING, marksAt, type Placing, placingAt, writtenLines } from './placed.ts';
import type { Candidates } from './places.ts';
import { restAt } from './rest.ts';
import { isAtHint, placesFor, type Search, tolerancesAt } from './search.ts';
import type { SectionIndex } from './sections.ts';
import { standsNear } from './stands-near.ts';
import type { Surroundings } from './surroundings.ts';
import { breakTie, breakTieAt } from './tie-break.ts';

export type Sought = {
  readonly hunk: Hunk;
  readonly pattern: Pattern;
  /** Where all lines of the old side stand together; null: the effort is spent. */
  readonly found: Candidates | null;
};

export function seek(search: Search, hunk: Hunk): Sought {
  const pattern = oldPattern(hunk);
  return { hunk, pattern, found: placesFor(search, { hunk, pattern }) };
}

export type Given = {
  readonly surroundings: Surroundings;
  /** What it makes is there by lines that another hunk takes away. */
  readonly isToDo: boolean;
};

export function locateHunk(
  search: Search,
  { hunk, pattern, found }: Sought,
  { surroundings, isToDo }: Given,
): Verdict {
  if (pattern.lines.length === 0) return withoutContext(search.index, hunk, isToDo);
  if (found === null) return { status: 'too_repetitive' };
  const loose: Loose = { hunk, pattern, surroundings, isToDo };
  const old = () => locateOld(search, { ...loose, found });
  if (isToDo) return old();
  const made =
    findMadeAround(search, { hunk, surroundings }, found) ??
    (isToBeDone({ hunk, surroundings }, found) ? null : findMade(search, { hunk, surroundings }, found)) ??
    findMadeBeside(search, { hunk, surroundings }, found.positions);
  return made === null ? old() : judgeMade(search, { ...loose, made }, old);
}

/**
 * Is the hunk applied already, where what it makes stands? Not where hints speak against that place, and not while its
 * old side, or what is like it, has a place of its own, unless hints tell which of the two is meant.
 */
function judgeMade(
  search: Search,
  { hunk, pattern, surroundings, made }: Loose & { readonly made: Made },
  locateOther: () => Verdict,
): Verdict {
  if (made.status !== 'made') return { status: made.status };
  const { spot, rungs } = made;
  const done = doneAt(spot.extent.changed, made.position ?? spot.extent.start, rungs);
  const open: Verdict = { status: 'not_found', madeAt: spot.extent.start };
  const other = locateOther();
  const rivals = startsOf(other).filter((start) => !covers(spot, start));
  const [rival] = rivals;
  if (isElsewhere(search.sections, spot) || leavesStanding(search.index, hunk, spot.extent))
    return rival === undefined ? open : other;
  const isMeant = isNamed(search.sections, spot);
  const isCertain = made.position !== undefined;
  if (rival === undefined) return isMeant || isCertain || isProof(search, spot, pattern) ? done : open;
  const rivalSpot: Spot = { hunk, extent: extentAt(hunk, '+', rival), surroundings };
  const isRivalMeant = rivals.length === 1 && isNamed(search.sections, rivalSpot);
  if (isMeant !== isRivalMeant) return isMeant ? done : other;
  // Where the text behind @@ names both, the number may still name one.
  const [isNumber, isRivalNumber] = [isNumbered(spot), isNumbered(rivalSpot)];
  if (!isMeant || isNumber === isRivalNumber) return open;
  return isNumber ? done : other;
}

/** Where the old side begins, or may begin. */
function startsOf(verdict: Verdict): readonly number[] {
  if (verdict.status === 'placed') return [verdict.position];
  return verdict.status === 'ambiguous' ? verdict.positions : [];
}

function locateOld(search: Search, { found, ...loose }: Loose & { readonly found: Candidates }): Verdict {
  const { hunk, pattern, isToDo } = loose;
  if (found.positions.length === 0) return locateLoosely(search, loose);
  const chosen = choose(search, loose, found.positions);
  if (typeof chosen !== 'number') return chosen;
  const tolerances = found.level === EXACT ? [] : tolerancesAt(search.index, pattern, chosen);
  const place = placeAt(search.index, hunk, { placing: placingAt(hunk, chosen), tolerances, isToDo });
  return place ?? locateLoosely(search, loose);
}

/** The one of some places at which all lines of the pattern stand that the hunk is meant for. */
function choose(
  { sections }: Search,
  { hunk, surroundings }: Loose,
  positions: readonly number[],
): number | Verdict {
  const position = breakTieAt(sections, { hunk, surroundings, without: '+', positions });
  if (position === null) return { status: 'ambiguous', positions };
  const section = sectionMissed(sections, { hunk, extent: extentAt(hunk, '+', position), surroundings });
  return section === null ? position : { status: 'elsewhere', foundAt: position, section };
}

type Found = { readonly placing: Placing; readonly tolerances: readonly Rung[]; readonly isToDo: boolean };

/** null: the hunk's indentation does not suit the file's there, or nothing would come of what it asks for. */
function placeAt(index: LineIndex, hunk: Hunk, found: Found): Place | null {
  // A space less may be another indentation, and what is added is indented as the file is then.
  if (!found.tolerances.includes('lost_mark')) return placeMarked(index, hunk, found);
  const marks = marksAt(index, hunk, found.placing);
  if (marks === 'lost') return placeMarked(index, hunk, found);
  if (marks === 'unclear') return null;
  const tolerances = found.tolerances.map((rung) => (rung === 'lost_mark' ? 'indentation' : rung));
  return placeMarked(index, { ...hunk, noMarkLost: true }, { ...found, tolerances: inOrder(tolerances) });
}

/** `tolerances` tell what it takes. null: as above. */
function placeMarked(index: LineIndex, hunk: Hunk, { placing, tolerances, isToDo }: Found): Place | null {
  const first = placing.findIndex((position, line) => position !== MISSING && hunk.lines[line]?.[0] !== '+');
  const position = placing[first] ?? 0;
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? tolerances : ['offset', ...tolerances];
  const sent = hunk.lines.map(([, text]) => text);
  const written = tolerances.length === 0 ? sent : writtenLines(index, hunk, placing);
  const isAsked = !isToDo && !isDenied(hunk, position);
  const inserted = isAsked ? insertedAt(index, { hunk, placing, written: written ?? sent }) : null;
  if (inserted !== null) return doneAt(inserted, position, rungs);
  if (written === null || losesChange(hunk, placing)) return null;
  const rest = isToDo ? null : restAt(index, { hunk, placing, written });
  if (rest !== null)
    return { ...rest, position, rungs: rest.status === 'placed' ? [...rungs, 'partly_there'] : rungs };
  return { status: 'placed', position, rungs, edits: editsOf(index, { hunk, placing, added: written }) };
}

/**
 * A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
 * patch speaks of it and its line number agrees. All else would be a guess, also whether lines that stand at the end
 * already are those that it adds, where the number says that they belong after these.
 */
function withoutContext(index: LineIndex, hunk: Hunk, isToDo: boolean): Verdict {
  const added = newSide(hunk);
  const { count } = index.lines;
  const before = count - added.length;
  const isWhole = before === 0 && added.length > 0;
  const isThere =
    !isToDo &&
    (isWhole || (hunk.endOfFile === true && added.some(saysAnything))) &&
    standsAt(index, added, before);
  if (isThere)
    return isDenied(hunk, count)
      ? { status: 'no_context' }
      : doneAt(extentAt(hunk, '-', before).changed, before, []);
  const isAppended = hunk.endOfFile === true && isAtHint(hunk, count);
  if (count > 0 && !isAppended) return { status: 'no_context' };
  return { status: 'placed', position: count, rungs: [], edits: [{ line: count, remove: 0, insert: added }] };
}

type Loose = Given & { readonly hunk: Hunk; readonly pattern: Pattern };

/** No place has all lines of the old side, one below the other and indented alike. */
function locateLoosely(search: Search, loose: Loose): Verdict {
  const trimmed = withoutEdgeBlanks(loose.hunk);
  const verdict = trimmed === null ? null : locateTrimmed(search, { ...loose, hunk: trimmed });
  return verdict ?? fit(search, loose);
}

/** The hunk without blank lines at its edges, where it stands as a whole or was applied; null: neither. */
function locateTrimmed(search: Search, { hunk, surroundings, isToDo }: Loose): Verdict | null {
  const { found, pattern } = seek(search, hunk);
  if (found === null) return null;
  const loose: Loose = { hunk, pattern, surroundings, isToDo };
  const isThere = found.positions.length > 0;
  const made = isToDo
    ? null
    : (findMadeAround(search, { hunk, surroundings }, found) ??
      (isToBeDone({ hunk, surroundings }, found) ? null : findMade(search, { hunk, surroundings }, found)));
  const old = () => (isThere ? placeTrimmed(search, { ...loose, found }) : fit(search, loose));
  if (made === null) return isThere ? old() : null;
  return judgeMade(search, { ...loose, made }, () => old() ?? { status: 'not_found' });
}

/** null: its lines are not indented as the file's are. */
function placeTrimmed(search: Search, loose: Loose & { readonly found: Candidates }): Verdict | null {
  const { hunk, pattern, found, isToDo } = loose;
  const chosen = choose(search, loose, found.positions);
  if (typeof chosen !== 'number') return chosen;
  const tolerances = [...tolerancesAt(search.index, pattern, chosen), 'edge_blanks' as const];
  return placeAt(search.index, hunk, { placing: placingAt(hunk, chosen), tolerances, isToDo });
}

/** The hunk where it fits best, with its lines indented as in the file or, failing that, otherwise. */
function fit(search: Search, loose: Loose): Verdict {
  const strict = fitAt(search, loose, false);
  return strict.status === 'not_found' ? fitAt(search, loose, true) : strict;
}

function fitAt(search: Search, loose: Loose, isReindented: boolean): Verdict {
  const { hunk, pattern, surroundings, isToDo } = loose;
  const { index, sections, effort } = search;
  const fitted = fitHunk(search, { hunk, pattern: elidedPattern(index, hunk) ?? pattern, isReindented });
  if (fitted.status === 'misfit') return { status: effort.comparisons < 0 ? 'too_repetitive' : 'not_found' };
  const line = mixedGap(index, hunk, effort);
  if (effort.comparisons < 0) return { status: 'too_repetitive' };
  if (line !== null) return { status: 'mixed_gaps', line };
  const chosen = chooseFit(sections, { hunk, surroundings }, fitted.fits);
  if (chosen === null) {
    const positions = fitted.fits.map(({ start }) => start);
    return { status: 'ambiguous', positions: [...new Set(positions)].sort((a, b) => a - b) };
  }
  const section = sectionMissed(sections, { hunk, extent: chosen.extent, surroundings });
  if (section !== null) return { status: 'elsewhere', foundAt: chosen.start, section };
  if (chosen.at === null || !endsWhereItSays(index, hunk, chosen.at)) return { status: 'not_found' };
  const { at: placing, tolerances } = chosen;
  const place = placeAt(index, hunk, { placing, tolerances, isToDo });
  if (place === null) return { status: 'not_found' };
  const near = isToDo ? null : standsNear(search, hunk, place.edits);
  return near === null ? place : { status: 'not_found', madeAt: near };
}

/** The one that the hunk is meant for, and that would do if it were the only one; null: nothing tells. */
function chooseFit(
  sections: SectionIndex,
  { hunk, surroundings }: Pick<Loose, 'hunk' | 'surroundings'>,
  fits: readonly [Fit, ...Fit[]],
): Fit | null {
  const [best] = fits;
  if (fits.length === 1) return best;
  if (!best.isWhole) return null;
  const extentOf = ({ extent }: Fit) => extent;
  const meant = breakTie(sections, { hunk, places: fits, extentOf, surroundings });
  return meant === null || meant === best || (meant.isWhole && meant.isSound()) ? meant : null;
}

/** Is the last line of the old side the file's last line, where the patch says so? */
function endsWhereItSays({ lines }: LineIndex, hunk: Hunk, placing: Placing): boolean {
  const last = placing.findLast((_, line) => hunk.lines[line]?.[0] !== '+');
  return hunk.endOfFile !== true || last === lines.count - 1;
}
