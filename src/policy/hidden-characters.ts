import { addedLines } from './added-lines.ts';

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

/** Flags of regions are made of tags, and are what they look like. */
const FLAG = String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}`;

/** One may follow a letter or an emoji; several spell bytes. */
const VARIATION = String.raw`[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;

/** Scripts such as Persian need joiners, and emoji do; in these letters they make a second name that looks like the first. */
const PLAIN = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}_$]`;
const JOINER = String.raw`[\u200C\u200D]`;
const ODD_JOINER = `(?<=${PLAIN})${JOINER}|${JOINER}(?=${PLAIN})`;

/** Behind one of these a program may go on where a reader sees the end of a comment, and the other way round. */
const LINE_END = String.raw`\r(?!\n|$)|[\p{Zl}\p{Zp}]`;

/** What steers a terminal, and what no page shows: directions, fillers, tags, spaces without a width. */
const INVISIBLE = String.raw`(?![\t\n\f\r]|${VARIATION}|${JOINER})[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]`;

const SHOWN_OR_HIDDEN = new RegExp(`${FLAG}|(${VARIATION}{2}|${ODD_JOINER}|${LINE_END}|${INVISIBLE})`, 'gu');
