import { partFences } from './fences.ts';
import { findCommand } from './line.ts';
import { shown } from './option-like.ts';

/**
 * Why a comment is no one command: below its first line stands another one, of which nothing would be done. A sentence
 * that ends with what to write instead; null: there is none. What GitHub shows as code or as a quotation is none.
 */
export function secondCommandIn(body: string): string | null {
  const [first = '', ...lines] = body.slice(0, MAX_COMMENT_CHARACTERS).split(/\r\n?|\n/);
  const parted = partFences(lines.join('\n'), first);
  // Where it is open what is code, a line that may be a command counts as one.
  const below = parted.ok ? parted.parts.filter((part) => typeof part === 'string') : lines;
  const second = below.find((line) => findCommand(line) !== null) ?? dressedCommandIn(lines);
  return second === undefined
    ? null
    : `A comment is one command, and "${shown(second.trim())}" below it is another one; write a comment for each.`;
}

/**
 * A line that a page shows to begin with a command, though other marks stand before that: of a list, a heading or HTML, or
 * white space, which is no code right below words. Linear in the lines.
 */
function dressedCommandIn(lines: readonly string[]): string | undefined {
  /** What ends the code, the quotation or the comment that the lines are in; null: they are in none. */
  let end: ((line: string) => boolean) | null = null;
  let above = { words: true, list: false };
  for (const line of lines) {
    if (end !== null) {
      end = end(line) ? null : end;
      above = { ...above, words: false };
      continue;
    }
    const isCode = INDENTED.test(line) && !above.words && !(above.list && !FAR_INDENTED.test(line));
    const bare = isCode ? '' : withoutMarks(line);
    if (COMMAND.test(bare)) {
      return line;
    }
    end = isCode ? null : endOfUnread(line, bare);
    const isBlank = line.trim() === '';
    const goesOn = isBlank || above.words || /^\s/.test(line);
    above = {
      words: !isBlank && !isCode && end === null && !NO_WORDS.test(line),
      list: LISTED.test(line) || (above.list && goesOn),
    };
  }
  return undefined;
}

const COMMAND = /^[/\u2215\u2044\u29F8\u27CB\uFF0F\\]ghost(?=[\s<*_|]|$)/i;

const INDENTED = /^(?: {4}| {0,3}\t)/;

/** In an item of a list, too, this is code. */
const FAR_INDENTED = /^ {6}|^ {0,3}\t\s/;

const LISTED = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** A quotation or a heading: what is indented below it does not go on with its words. */
const NO_WORDS = /^ {0,3}(?:>|#{1,6}\s)/;

/** Without what stands before the words of a line; tags in which a page shows code or a quotation stay. */
function withoutMarks(line: string): string {
  let at = 0;
  for (MARK.lastIndex = 0; MARK.test(line); at = MARK.lastIndex);
  return line.slice(at);
}

const MARK =
  /\s+|\u200B|\||\*{1,3}(?=[/\\])|_{1,3}(?=[/\\])|(?:[-*+]|\d{1,9}[.)]|\[[ x]\]|#{1,6})(?=\s)|<(?!!--|\/?(?:pre|code|kbd|samp|tt|blockquote|q|del|s|script|style|textarea)\b)[^<>]*>/iy;

/** What ends what begins on this line and is not read, where that is not the line itself; null: no such thing begins. */
function endOfUnread(line: string, bare: string): ((line: string) => boolean) | null {
  const [, fence = ''] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(bare) ?? [];
  if (fence !== '') {
    return (below) => below.trim().startsWith(fence) && below.trim().replaceAll(fence.charAt(0), '') === '';
  }
  const [, tag = ''] = /^<(pre|blockquote|script|style|textarea)\b/i.exec(bare) ?? [];
  const closing = tag === '' ? (bare.startsWith('<!--') ? '-->' : null) : `</${tag.toLowerCase()}>`;
  const ends = (below: string) => closing !== null && below.toLowerCase().includes(closing);
  return closing === null || ends(line) ? null : ends;
}

/** What GitHub takes. */
export const MAX_COMMENT_CHARACTERS = 65_536;
