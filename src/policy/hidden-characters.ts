import { addedLines } from './added-lines.ts';
import { seenJoiner } from './joiners.ts';

/**
 * The first line, from 1, that is new in a file and holds characters by which code reads otherwise than it runs; null:
 * there is none. `before` is null where there was no file.
 */
export function hiddenLine(before: string | null, after: string): number | null {
  const [was, now] = [withoutMark(before ?? ''), withoutMark(after)];
  if (!hides(now)) return null;
  const isAdded = addedLines(was, now);
  const index = now.split('\n').findIndex((line, at) => isAdded[at] === true && hides(line));
  return index === -1 ? null : index + 1;
}

/** Only at the beginning of a file it says how that is encoded. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Does a text, such as the name of a file, hold such characters? */
export function hides(text: string): boolean {
  for (const [, hidden] of text.matchAll(SHOWN_OR_HIDDEN)) {
    if (hidden !== undefined) return true;
  }
  return false;
}

/** England's, Scotland's and Wales': other tags behind a black flag are shown by nobody. */
const FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`;

/** No letter, as that of information is, which is shown the same with what keeps a picture from being one. */
const PICTURE = String.raw`[\p{Extended_Pictographic}--\u2139]`;

/**
 * What chooses between shapes, where there are several: elsewhere it makes a second name, or an empty text that is
 * none. Behind Han it does too, for few fonts have several.
 */
const SELECTED = [
  String.raw`(?<=\p{Extended_Pictographic})\uFE0F`,
  String.raw`(?<=${PICTURE})\uFE0E`,
  String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=[\u2190-\u2AFF])\uFE00`,
].join('|');

/** Letters need joiners where those are seen, and emoji between two. */
const JOINED = String.raw`${seenJoiner()}|(?<=[${PICTURE}\p{Emoji_Modifier}\uFE0F])\u200D(?=${PICTURE})`;

/** Behind one of these a program may go on where a reader sees the end of a comment, and the other way round. */
const LINE_END = String.raw`\r(?!\n|$)|[\p{Zl}\p{Zp}]`;

/** A page break within a line: Python counts the indentation anew behind it, so that code leaves its block unseen. */
const PAGE_BREAK = String.raw`(?<=[^\n])\f(?!\r?(?:\n|$))`;

/** What steers a terminal, and what no page shows: directions, fillers, tags, spaces without a width. */
const INVISIBLE = String.raw`(?![\t\n\f\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]`;

const SHOWN_OR_HIDDEN = new RegExp(
  `${FLAG}|${SELECTED}|${JOINED}|(${LINE_END}|${PAGE_BREAK}|${INVISIBLE})`,
  'gv',
);
