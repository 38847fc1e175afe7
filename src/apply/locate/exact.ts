import { type Hunk, newSide, oldSide } from '../../patch/hunk.ts';
import { placesIn } from '../edit/text-search.ts';
import type { Effort } from '../effort.ts';
import { countBreaks, standsAtLine, type Uncut } from '../file-lines.ts';
import type { LineEdit } from '../line-edit.ts';
import { saysAnything } from './already.ts';
import { mayStandBeside } from './beside.ts';
import { addsBetween, addsOther } from './made-around.ts';

/** Where the old side of a hunk stands as it is. */
export type ExactPlace = {
  readonly hunk: Hunk;
  /** The first line, from 0. */
  readonly position: number;
  /** Its offset. */
  readonly start: number;
  readonly edits: readonly LineEdit[];
};

/**
 * The places of hunks that all stand in a text as they are, each at one place only or at the line that it names.
 * null: some do not, or it would cost more than reading the text line by line, or what one makes stands there too, so that
 * it may be done. Most patches are of this kind.
 */
export function locateExactly(
  text: Uncut,
  hunks: readonly Hunk[],
  effort: Effort,
): readonly ExactPlace[] | null {
  if (hunks.some(({ endOfFile }) => endOfFile === true)) return null;
  return hunks.length <= MAX_SEARCHED
    ? atSearchedPlaces(text.text, hunks, effort)
    : atNamedLines(text, hunks, effort);
}

/** Each search reads the text once; for more hunks it is cut into lines, which serves all of them. */
const MAX_SEARCHED = 3;

function atSearchedPlaces(
  text: string,
  hunks: readonly Hunk[],
  effort: Effort,
): readonly ExactPlace[] | null {
  const found: { readonly order: number; readonly block: string; readonly start: number }[] = [];
  for (const [order, hunk] of hunks.entries()) {
    const block = oldSide(hunk).join('\n');
    const start = block === '' ? null : onlyPlace(text, block, effort);
    if (start === null) return null;
    found.push({ order, block, start });
  }
  if (found.some(({ order, block, start }) => mayBeDone(text, hunks[order], { block, start, effort })))
    return null;
  const places: ExactPlace[] = [];
  let [line, reached] = [0, 0];
  for (const { order, start } of found.toSorted((left, right) => left.start - right.start)) {
    line += countBreaks(text, reached, start);
    reached = start;
    const hunk = hunks[order];
    if (hunk !== undefined) places[order] = placeAt(hunk, line, start);
  }
  return places;
}

/** All hunks stand at the lines that they name, so that it does not matter where else they might. */
function atNamedLines(text: Uncut, hunks: readonly Hunk[], effort: Effort): readonly ExactPlace[] | null {
  effort.searching -= text.text.length;
  if (effort.searching < 0) return null;
  const lines = text.lines();
  const places: ExactPlace[] = [];
  for (const hunk of hunks) {
    if (hunk.lineHint === undefined || hunk.movedHint !== undefined || hunk.anchors.length > 0) return null;
    const position = hunk.lineHint - 1;
    const old = oldSide(hunk);
    if (!isBlock(old) || !old.every((line, offset) => standsAtLine(lines, line, position + offset)))
      return null;
    const start = lines.starts[position] ?? 0;
    if (mayBeDone(text.text, hunk, { block: old.join('\n'), start, effort })) return null;
    places.push(placeAt(hunk, position, start));
  }
  return places;
}

/** Nothing, and an empty line alone, are everywhere. */
function isBlock(lines: readonly string[]): boolean {
  return lines.length > 1 || (lines[0] ?? '') !== '';
}

/** The only offset at which whole lines are these; null: there is none, or more than one, or too many to look at. */
function onlyPlace(text: string, block: string, effort: Effort): number | null {
  effort.searching -= text.length;
  if (effort.searching < 0) return null;
  let place: number | null = null;
  let looks = 0;
  for (const at of placesIn(text, block)) {
    effort.comparisons -= 1;
    looks += 1;
    if (looks > MAX_LOOKS || effort.comparisons < 0) return null;
    if (!beginsLine(text, at) || !endsLine(text, at + block.length)) continue;
    if (place !== null) return null;
    place = at;
  }
  return place;
}

/** Parts of lines that are looked at before the lines are read instead. */
const MAX_LOOKS = 1000;

function beginsLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
}

/** Behind the last line break there is no line, so that none ends there. */
function endsLine(text: string, at: number): boolean {
  return at === text.length ? text.charCodeAt(at - 1) !== LINE_FEED : text.charCodeAt(at) === LINE_FEED;
}

const LINE_FEED = 0x0a;

type Standing = { readonly block: string; readonly start: number; readonly effort: Effort };

/**
 * Does what a hunk makes stand around its old side, and is longer? Its added lines are there then, and its context once
 * more behind or before them. Where its line number names the old side, what it makes must begin there too.
 * Or do lines that it adds above or below all of that stand there?
 */
function mayBeDone(text: string, hunk: Hunk | undefined, { block, start, effort }: Standing): boolean {
  if (hunk === undefined || !hunk.lines.some(([mark, added]) => mark === '+' && saysAnything(added)))
    return false;
  const isNumbered = hunk.lineHint !== undefined && hunk.movedHint === undefined;
  if (isNumbered && addsBetween(hunk) && !addsOther(hunk)) return false;
  const sides = { before: oldSide(hunk), after: newSide(hunk) };
  if (mayStandBeside(text, sides, { start, end: start + block.length })) return true;
  const made = sides.after.join('\n');
  const grown = made.length - block.length;
  if (grown <= 0) return false;
  const from = isNumbered ? start : Math.max(0, start - grown);
  const near = text.slice(from, start + block.length + grown);
  effort.searching -= near.length;
  if (effort.searching < 0) return true;
  for (const at of placesIn(near, made))
    if (beginsLine(text, from + at) && endsLine(text, from + at + made.length)) return true;
  return false;
}

function placeAt(hunk: Hunk, position: number, start: number): ExactPlace {
  return { hunk, position, start, edits: editsOf(hunk, position, start) };
}

function editsOf({ lines }: Hunk, position: number, start: number): readonly LineEdit[] {
  const edits: { line: number; remove: number; insert: string[]; span: { start: number; end: number } }[] =
    [];
  let open: (typeof edits)[number] | undefined;
  let [line, offset] = [position, start];
  for (const [mark, text] of lines) {
    const width = mark === '+' ? 0 : text.length + 1;
    if (mark === ' ') open = undefined;
    else {
      if (open === undefined) {
        open = { line, remove: 0, insert: [], span: { start: offset, end: offset } };
        edits.push(open);
      }
      if (mark === '+') open.insert.push(text);
      else open.remove += 1;
      open.span.end = offset + width;
    }
    if (mark !== '+') line += 1;
    offset += width;
  }
  return edits;
}
