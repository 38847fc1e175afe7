import { type Hunk, newSide, oldSide } from '../../patch/hunk.ts';
import { type Effort, LINE_EFFORT } from '../effort.ts';
import type { Uncut } from '../file-lines.ts';
import type { Rung } from '../report.ts';
import { type ExactPlace, locateExactly } from './exact.ts';
import { indexLines } from './line-index.ts';
import { locateHunk, type Sought, seek } from './locate-hunk.ts';
import type { Located, Location } from './location.ts';
import { isAtHint, type Search, startsByLines } from './search.ts';
import { indexSections } from './sections.ts';
import { sharpen } from './sharpen.ts';
import { type Known, NOTHING_AROUND, type Surroundings, saySame, surroundingsOf } from './surroundings.ts';
import { withoutUndone } from './undone.ts';

/** Looks for all hunks of one file in the file's text as it is, in any order. `path`: tells how its titles are written. */
export function locateHunks(
  text: Uncut,
  hunks: readonly Hunk[],
  effort: Effort,
  path?: string,
): readonly Location[] {
  const places = locateExactly(text, hunks, effort);
  const byLines = () => locateByLines(text, hunks, effort, path);
  if (places?.every((place) => isUndisputed(text, place)) !== true) return byLines();
  return places.map(exactLocation);
}

/**
 * The hunk says nothing of where it belongs, or its line number does, and the text behind it does not name what stands
 * further down only. Else what it makes may stand where it says.
 */
function isUndisputed({ text }: Uncut, { hunk, position, start }: ExactPlace): boolean {
  if (hunk.lineHint === undefined) return hunk.anchors.length === 0;
  return isAtHint(hunk, position) && hunk.anchors.every((anchor) => text.indexOf(anchor.trim()) <= start);
}

function exactLocation({ hunk, position, edits }: ExactPlace): Located {
  const rungs: readonly Rung[] = isAtHint(hunk, position) ? [] : ['offset'];
  return { hunk, status: 'placed', position, rungs, edits };
}

function locateByLines(
  { text, lines }: Uncut,
  hunks: readonly Hunk[],
  effort: Effort,
  path?: string,
): readonly Location[] {
  if (!readsLines({ text, lines }, effort)) return hunks.map((hunk) => ({ hunk, status: 'too_repetitive' }));
  const index = indexLines(lines(), textsOf(hunks));
  const search: Search = { index, sections: indexSections(index.lines, path), effort };
  const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
  const alone = surroundingsOf(sought.map(knownOf));
  const first = sought.map(locateBy(search, hunks, alone));
  const surroundings = first.some(isDone)
    ? surroundingsOf(sought.map((found, order) => knownBy(found, first[order])))
    : alone;
  const again = locateBy(search, hunks, surroundings);
  const located = sought.map((found, order) => {
    const location = first[order];
    const isSure = location !== undefined && (isDone(location) || saySame(surroundings[order], alone[order]));
    return isSure ? location : again(found, order);
  });
  const toDo = locateBy(search, hunks, surroundings, true);
  return withoutUndone(located, (order) => {
    const found = sought[order];
    return found === undefined ? null : toDo(found, order);
  });
}

function isDone({ status }: Location): boolean {
  return status === 'already_applied';
}

/** The location of each hunk by what those around it tell of it. */
function locateBy(
  search: Search,
  hunks: readonly Hunk[],
  surroundings: readonly Surroundings[],
  isToDo = false,
): (found: Sought, order: number) => Location {
  return (found, order) => {
    const hunk = hunks[order] ?? found.hunk;
    const verdict = locateHunk(search, found, {
      surroundings: surroundings[order] ?? NOTHING_AROUND,
      isToDo,
    });
    if (verdict.status !== 'not_found') return { hunk, ...verdict };
    return { hunk, ...verdict, near: () => startsByLines(search.index, found.pattern) };
  };
}

/** False: the effort does not suffice for reading all lines. */
function readsLines({ text, lines }: Uncut, effort: Effort): boolean {
  effort.reading -= text.length;
  if (effort.reading < 0) return false;
  effort.reading -= LINE_EFFORT * lines().count;
  return effort.reading >= 0;
}

function textsOf(hunks: readonly Hunk[]): readonly string[] {
  const texts: string[] = [];
  for (const { lines } of hunks) for (const [, text] of lines) texts.push(text);
  return texts;
}

function knownOf({ hunk, pattern, found }: Sought): Known {
  const [position, second] = found?.positions ?? [];
  return { hunk, length: pattern.lines.length, position: second === undefined ? position : undefined };
}

/** A hunk that is done has moved what is below it. */
function knownBy(found: Sought, location: Location | undefined): Known {
  if (location?.status !== 'already_applied') return knownOf(found);
  const [before, after] = [oldSide(found.hunk).length, newSide(found.hunk).length];
  return { hunk: found.hunk, length: after, position: location.position, grown: after - before };
}
