import { compareLines, lineNumbering } from '../apply/merge/line-diff.ts';
import { seenJoiner } from './joiners.ts';
import { isOneEmoji, JOINED_EMOJI, SEEN_EMOJI_SELECTOR } from './seen-emoji.ts';

/**
 * The first line, from 1, that is new in a file and holds characters by which code reads otherwise than it runs; null:
 * there is none. `before` is null where there was no file.
 */
export function hiddenLine(before: string | null, after: string): number | null {
  const [was, now] = [withoutMark(before ?? ''), withoutMark(after)];
  if (!hides(now)) return null;
  const lines = now.split('\n');
  for (const at of newLines(was.split('\n'), lines)) {
    if (hides(lines[at] ?? '')) return at + 1;
  }
  return null;
}

/**
 * Their indexes. A line that moves is new where it goes: what deceives nobody in a comment may do so in code. Where
 * more changed than can be compared before long, all of it is new.
 */
function* newLines(before: readonly string[], after: readonly string[]): Generator<number> {
  const { start, end, newEnd } = changedPart(before, after);
  if (end + newEnd - 2 * start > MAX_COMPARED) {
    for (let at = start; at < newEnd; at += 1) yield at;
    return;
  }
  const numbersOf = lineNumbering();
  const compared = compareLines(numbersOf(before.slice(start, end)), numbersOf(after.slice(start, newEnd)));
  for (const span of compared.spans) {
    for (let at = start + span.newStart; at < start + span.newEnd; at += 1) yield at;
  }
}

/** Lines before and after together; some tenths of a second. */
const MAX_COMPARED = 40_000;

/** Without the lines at the beginning and at the end that are the same. */
function changedPart(before: readonly string[], after: readonly string[]) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, newEnd: after.length - same };
}

/** Only at the beginning of a file it says how that is encoded. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Does a text, such as the name of a file, hold such characters? */
export function hides(text: string): boolean {
  for (const [, joined, hidden] of text.matchAll(SHOWN_OR_HIDDEN)) {
    if (hidden !== undefined || (joined !== undefined && !isOneEmoji(joined))) return true;
  }
  return false;
}

/** England's, Scotland's and Wales': other tags behind a black flag are shown by nobody. */
const FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`;

/** Signs of mathematics of which Unicode knows a second shape, such as one with serifs. */
const TWO_SHAPES = String.raw`[\u2205\u2229\u222A\u2268\u2269\u2272\u2273\u228A\u228B\u2293-\u2295\u2297\u229C\u22DA\u22DB\u2A3C\u2A3D\u2A9D\u2A9E\u2AAC\u2AAD\u2ACB\u2ACC]`;

/**
 * What chooses between shapes, where there are several: elsewhere it makes a second name, or an empty text that is
 * none. Behind Han it does too, for few fonts have several.
 */
const SELECTED = String.raw`${SEEN_EMOJI_SELECTOR}|(?<=${TWO_SHAPES})\uFE00`;

/** Behind one of these a program may go on where a reader sees the end of a comment, and the other way round. */
const LINE_END = String.raw`\r(?!\n|$)|[\p{Zl}\p{Zp}]`;

/** A page break within a line: Python counts the indentation anew behind it, so that code leaves its block unseen. */
const PAGE_BREAK = String.raw`(?<=[^\n])\f(?!\r?(?:\n|$))`;

/** What steers a terminal, and what no page shows: directions, fillers, tags, spaces without a width. */
const INVISIBLE = String.raw`(?![\t\n\f\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u{16FE4}]`;

const SHOWN_OR_HIDDEN = new RegExp(
  `${FLAG}|(${JOINED_EMOJI})|${SELECTED}|${seenJoiner()}|(${LINE_END}|${PAGE_BREAK}|${INVISIBLE})`,
  'gv',
);
