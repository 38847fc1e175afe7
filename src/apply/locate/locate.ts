import { type Hunk, newSide, oldSide } from '../../patch/hunk.ts';
import { type Effort, LINE_EFFORT } from '../effort.ts';
import type { Uncut } from '../file-lines.ts';
import type { Rung } from '../report.ts';
import { type ExactPlace, locateExactly } from './exact.ts';
import { indexLines, withoutLines } from './line-index.ts';
import { locateHunk, type Sought, seek } from './locate-hunk.ts';
import { isPlace, type Located, type Location } from './location.ts';
import { madeLines } from './made-lines.ts';
import { isAtHint, type Search, startsByLines } from './search.ts';
import { indexSections } from './sections.ts';
import { sharpen } from './sharpen.ts';
import { type Known, NOTHING_AROUND, type Surroundings, surroundingsOf } from './surroundings.ts';
import { undoneHunks, withoutUndone } from './undone.ts';

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
  const removed = new Set(hunks.flatMap(removedBy));
  const search: Search = { index, sections: indexSections(index.lines, path), removed, effort };
  const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
  const around = surroundingsOf(sought.map(knownOf));
  const first = sought.map(locateBy(search, hunks, around));
  const done = doneAmong(first);
  const located = done.some((one) => one !== null) ? locateBeside(search, { hunks, sought, done }) : first;
  const toDo = locateBy(search, hunks, around, true);
  return withoutUndone(located, (order) => {
    const found = sought[order];
    return found === undefined ? null : toDo(found, order);
  });
}

/** The hunks, in their order, that are done already and that no other one undoes; null for the others. */
function doneAmong(located: readonly Location[]): readonly (Located | null)[] {
  const undone = undoneHunks(located.filter(isPlace));
  return located.map((location) =>
    location.status === 'already_applied' && !undone.has(location.hunk) ? location : null,
  );
}

function removedBy({ lines }: Hunk): readonly string[] {
  return lines.flatMap(([mark, text]) => (mark === '-' ? [text] : []));
}

type Beside = {
  readonly hunks: readonly Hunk[];
  readonly sought: readonly Sought[];
  readonly done: readonly (Located | null)[];
};

/** The others once more, where some are done: these have moved what is below them, and none means what they have added. */
function locateBeside(search: Search, { hunks, sought, done }: Beside): readonly Location[] {
  const { index } = search;
  const others = { ...search, index: withoutLines(index, madeLines(index, hunks, done)) };
  const left = sought.map((found, order) => (done[order] == null ? seek(others, found.hunk) : found));
  const surroundings = surroundingsOf(left.map((found, order) => knownBy(found, done[order])));
  const again = locateBy(others, hunks, surroundings);
  return left.map((found, order) => done[order] ?? again(found, order));
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
function knownBy(found: Sought, done: Located | null | undefined): Known {
  if (done == null) return knownOf(found);
  const [before, after] = [oldSide(found.hunk).length, newSide(found.hunk).length];
  return { hunk: found.hunk, length: after, position: done.position, grown: after - before };
}
