import type { Hunk, HunkLine } from '../../patch/hunk.ts';

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

/** Brackets and other signs stand beside their like all the time. */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

export function hasWord(line: string): boolean {
  return /[\p{L}\p{N}_]{3}/u.test(line);
}
