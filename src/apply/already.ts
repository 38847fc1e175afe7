import type { Hunk, HunkLine } from '../patch/hunk.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import { MISSING, type Placing } from './placed.ts';

/**
 * Would finding the new side prove that the hunk was applied? A lone bracket would not, nor would the context of
 * removed lines that has nothing on one side, or that may be a part of them.
 */
export function isTelling(hunk: Hunk): boolean {
  return hunk.lines.some(([mark, text]) => mark !== '-' && hasWord(text)) && (adds(hunk) || isClosed(hunk));
}

/** Does the hunk add lines? Of one that does not only context can be found. */
export function adds({ lines }: Hunk): boolean {
  return lines.some(([mark]) => mark === '+');
}

/** Do all removed lines have context above and below that they neither end nor begin with themselves? */
function isClosed({ lines }: Hunk): boolean {
  for (let start = 0; start < lines.length; ) {
    const end = endOf(lines, start);
    if (lines[start]?.[0] === '-') {
      const removed = lines.slice(start, end);
      const above = lines.slice(beginOf(lines, start - 1), start);
      const below = lines.slice(end, endOf(lines, end));
      if (above.length === 0 || saySame(above, removed.slice(-above.length))) return false;
      if (below.length === 0 || saySame(below, removed.slice(0, below.length))) return false;
    }
    start = end;
  }
  return true;
}

/** Where lines with the same mark as the one at `start` end. */
function endOf(lines: readonly HunkLine[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]?.[0] === lines[start]?.[0]) end += 1;
  return end;
}

/** Where lines with the same mark as the one at `last` begin. */
function beginOf(lines: readonly HunkLine[], last: number): number {
  let start = last + 1;
  while (start > 0 && lines[start - 1]?.[0] === lines[last]?.[0]) start -= 1;
  return start;
}

function saySame(lines: readonly HunkLine[], others: readonly HunkLine[]): boolean {
  return (
    lines.length === others.length &&
    lines.every(([, text], line) => text.trim() === others[line]?.[1].trim())
  );
}

/**
 * Are the lines that a placed hunk adds already around its context? Where they go between context lines, the old
 * side would not be there any more; where they go before or after all of them it still is, and inserting again
 * would double them.
 */
export function isInserted(index: LineIndex, { lines }: Hunk, placing: Placing): boolean {
  const marks = lines.map(([mark]) => mark);
  const first = marks.indexOf(' ');
  const end = marks.lastIndexOf(' ') + 1;
  if (marks.includes('-') || marks.slice(first, end).includes('+')) return false;
  const texts = lines.map(([, text]) => text);
  const [above, below] = [texts.slice(0, first), texts.slice(end)];
  return (
    [...above, ...below].some(saysAnything) &&
    standsAt(index, above, (placing[0] ?? MISSING) - above.length) &&
    standsAt(index, below, placing[end] ?? 0)
  );
}

/** The lines that isInserted() has found around the context. */
export function insertedAt({ lines }: Hunk, placing: Placing): readonly number[] {
  const first = lines.findIndex(([mark]) => mark !== '+');
  const end = lines.findLastIndex(([mark]) => mark !== '+') + 1;
  return lines.flatMap(([mark], line) => {
    if (mark !== '+') return [];
    return [(placing[line] ?? MISSING) + line - (line < first ? first : end)];
  });
}

/**
 * Does the hunk's line number say that it is not applied, though the lines that it adds stand where they go? Had they been
 * added above its context, that would stand further down by now than where the number says, at `position`.
 */
export function isDenied({ lines, lineHint, movedHint }: Hunk, position: number): boolean {
  return lines[0]?.[0] === '+' && (lineHint === position + 1 || movedHint === position + 1);
}

export function standsAt(index: LineIndex, block: readonly string[], position: number): boolean {
  return (
    position >= 0 &&
    position + block.length <= index.lines.count &&
    block.every((line, offset) => lineAt(index, position + offset) === line)
  );
}

/** Brackets and other signs stand beside their like all the time. */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

export function hasWord(line: string): boolean {
  return /[\p{L}\p{N}_]{3}/u.test(line);
}
