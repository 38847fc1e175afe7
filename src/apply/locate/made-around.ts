import type { Hunk } from '../../patch/hunk.ts';
import type { Rung } from '../report.ts';
import { saysAnything } from './already.ts';
import { deepEnough, type Made, type Sought } from './done.ts';
import { extentAt } from './extent.ts';
import { newPattern } from './pattern.ts';
import type { Candidates } from './places.ts';
import { isAtHint, placesFor, type Search, tolerancesAt } from './search.ts';
import { expectedAt, hintsOf } from './surroundings.ts';
import { breakTieAt } from './tie-break.ts';

/**
 * What a hunk makes that only adds lines, some of them between context, where the old side stands within it: lines that end
 * as the context above them does, or begin as the one below, leave that context there once more, as if nothing were done.
 * null: it does not, or the old side stands elsewhere too and may be meant, or the line number names the old side and not the new one.
 */
export function findMadeAround(search: Search, { hunk, surroundings }: Sought, old: Candidates): Made | null {
  if (old.positions.length === 0 || !addsBetween(hunk)) return null;
  const pattern = newPattern(hunk);
  const found = placesFor(search, { hunk, pattern });
  const positions = found && deepEnough(search, hunk, found);
  if (found === null || positions === null) return { status: 'too_repetitive' };
  if (found.level > old.level) return null;
  const meant = breakTieAt(search.sections, { hunk, surroundings, without: '+', positions: old.positions });
  const [first, last] = meant === null ? [old.positions[0], old.positions.at(-1)] : [meant, meant];
  const grown = hunk.lines.filter(([mark]) => mark === '+').length;
  const holds = (start: number, at = start) => at >= start && at <= start + grown;
  const around = positions.filter((start) => holds(start, first) && holds(start, last));
  // What the hunks below are off by tells of what this one has made too, where it is done.
  const numbered = addsOther(hunk) ? hintsOf(hunk) : expectedAt({ hunk, surroundings });
  const isOldNumbered = old.positions.some((start) => numbered.includes(start));
  const isOpen = isOldNumbered && !addsOther(hunk);
  const start =
    around.find((at) => numbered.includes(at) && !isOpen) ?? (isOldNumbered ? undefined : around[0]);
  if (start === undefined) return null;
  const position = start + hunk.lines.findIndex(([mark]) => mark === ' ');
  const tolerances = tolerancesAt(search.index, pattern, start);
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? tolerances : ['offset', ...tolerances];
  return {
    status: 'made',
    spot: { hunk, extent: extentAt(hunk, '-', start), surroundings },
    rungs,
    position,
  };
}

/** Does it only add lines, which say something, and some of them with context above and below? */
export function addsBetween({ lines }: Hunk): boolean {
  const first = lines.findIndex(([mark]) => mark === ' ');
  const last = lines.findLastIndex(([mark]) => mark === ' ');
  return (
    lines.every(([mark]) => mark !== '-') &&
    lines.some(([mark, text]) => mark === '+' && saysAnything(text)) &&
    lines.slice(first, last).some(([mark]) => mark === '+')
  );
}

/** Does it add a line that says something and is none of its context? Else it may ask for one more of what is there. */
export function addsOther({ lines }: Hunk): boolean {
  const context = new Set(lines.flatMap(([mark, text]) => (mark === ' ' ? [text] : [])));
  return lines.some(([mark, text]) => mark === '+' && saysAnything(text) && !context.has(text));
}
