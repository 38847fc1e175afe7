import { type Hunk, oldSide } from '../../patch/hunk.ts';
import { placesIn } from '../edit/text-search.ts';
import type { Effort } from '../effort.ts';
import { countBreaks, type FileLines, standsAtLine, type Uncut } from '../file-lines.ts';
import type { LineEdit } from '../line-edit.ts';
import { saysAnything } from './already.ts';
import { isDenied } from './inserted.ts';

/** Where the old side of a hunk stands as it is. */
export type ExactPlace = {
  readonly hunk: Hunk;
  /** The first line, from 0. */
  readonly position: number;
  /** Its offset. */
  readonly start: number;
  /** Are its added lines there already, before or after its context? */
  readonly isDone: boolean;
  readonly edits: readonly LineEdit[];
};

/**
 * The places of hunks that all stand in a text as they are, each at one place only or at the line that it names.
 * null: some do not, or it would cost more than reading the text line by line. Most patches are of this kind.
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
  const places: ExactPlace[] = [];
  let [line, reached] = [0, 0];
  for (const { order, block, start } of found.toSorted((left, right) => left.start - right.start)) {
    line += countBreaks(text, reached, start);
    reached = start;
    const hunk = hunks[order];
    if (hunk !== undefined)
      places[order] = placeAt(text, hunk, { position: line, start, end: start + block.length });
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
    places.push(placeAtLine(lines, hunk, { position, count: old.length }));
  }
  return places;
}

/** Nothing, and an empty line alone, are everywhere. */
function isBlock(lines: readonly string[]): boolean {
  return lines.length > 1 || (lines[0] ?? '') !== '';
}

function placeAtLine(
  { text, starts }: FileLines,
  hunk: Hunk,
  { position, count }: { readonly position: number; readonly count: number },
): ExactPlace {
  const end = (starts[position + count] ?? 0) - 1;
  return placeAt(text, hunk, { position, start: starts[position] ?? 0, end });
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

/** `start` and `end` are the offsets of the old side, without its last line break. */
type Found = { readonly position: number; readonly start: number; readonly end: number };

function placeAt(text: string, hunk: Hunk, found: Found): ExactPlace {
  const isDone = !isDenied(hunk, found.position) && isInserted(text, hunk, found);
  const { position, start } = found;
  return { hunk, position, start, isDone, edits: isDone ? [] : editsOf(hunk, found) };
}

/** As insertedAt() in inserted.ts, for offsets. */
function isInserted(text: string, { lines }: Hunk, { start, end }: Found): boolean {
  const first = lines.findIndex(([mark]) => mark !== '+');
  const last = lines.findLastIndex(([mark]) => mark !== '+') + 1;
  if (lines.slice(first, last).some(([mark]) => mark !== ' ')) return false;
  const [above, below] = [lines.slice(0, first), lines.slice(last)];
  if (![...above, ...below].some(([, added]) => saysAnything(added))) return false;
  const [before, after] = [textOf(above), textOf(below)];
  const from = start - before.length - 1;
  const to = end + 1 + after.length;
  return (
    (above.length === 0 || (from >= 0 && beginsLine(text, from) && text.startsWith(before, from))) &&
    (below.length === 0 || (to <= text.length && endsLine(text, to) && text.startsWith(after, end + 1)))
  );
}

function textOf(lines: Hunk['lines']): string {
  return lines.map(([, text]) => text).join('\n');
}

function editsOf({ lines }: Hunk, { position, start }: Found): readonly LineEdit[] {
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
