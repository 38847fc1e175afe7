import { diffArrays } from 'diff';
import type { Hunk, HunkLine } from '../../patch/hunk.ts';

/**
 * The hunk with every line that it removes and adds again as context: the file keeps its own copy of such a
 * line, and it may differ a little.
 */
export function sharpen(hunk: Hunk): Hunk {
  const { lines } = hunk;
  const sharp: HunkLine[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = endOfChange(lines, start);
    if (end === start) {
      const line = lines[start];
      if (line !== undefined) sharp.push(line);
      start += 1;
      continue;
    }
    for (const line of sharpened(lines.slice(start, end))) sharp.push(line);
    start = end;
  }
  return sharp.length === lines.length ? hunk : { ...hunk, lines: sharp };
}

/** What turns some lines into others, as lines of a hunk. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly HunkLine[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return slidDown([
    ...marked(' ', before.slice(0, head)),
    ...between(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...marked(' ', before.slice(before.length - tail)),
  ]);
}

/**
 * Of the places that say the same, lines that are only added or only removed stand at the last one, as git puts
 * them: which of two blank lines goes matters where the file's are not quite blank.
 */
function slidDown(lines: readonly HunkLine[]): readonly HunkLine[] {
  const slid = [...lines];
  for (let start = slid.length - 1; start >= 0; start -= 1) {
    const mark = slid[start]?.[0];
    if (mark === ' ' || mark === undefined || (slid[start - 1]?.[0] ?? ' ') !== ' ') continue;
    let end = start;
    while (slid[end]?.[0] === mark) end += 1;
    for (let first = start; slid[end]?.[0] === ' ' && slid[first]?.[1] === slid[end]?.[1]; first += 1) {
      slid[end] = [mark, slid[end]?.[1] ?? ''];
      slid[first] = [' ', slid[first]?.[1] ?? ''];
      end += 1;
    }
  }
  return slid;
}

function endOfChange(lines: readonly HunkLine[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]?.[0] !== ' ') end += 1;
  return end;
}

/** Lines of one change; those that only add or only remove stay as they are. */
function sharpened(change: readonly HunkLine[]): readonly HunkLine[] {
  const before = change.flatMap(([mark, text]) => (mark === '-' ? [text] : []));
  const added = new Set(change.flatMap(([mark, text]) => (mark === '+' ? [text] : [])));
  if (!before.some((text) => added.has(text))) return change;
  return changedLines(
    before,
    change.flatMap(([mark, text]) => (mark === '+' ? [text] : [])),
  );
}

function between(before: readonly string[], after: readonly string[]): readonly HunkLine[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH });
  if (parts === undefined) return [...marked('-', before), ...marked('+', after)];
  return parts.flatMap(({ value, added, removed }) => marked(added ? '+' : removed ? '-' : ' ', value));
}

/** Lines that differ more than this are replaced as a whole: comparing them costs its square. */
const MAX_EDIT_LENGTH = 1000;

function marked(mark: HunkLine[0], texts: readonly string[]): readonly HunkLine[] {
  return texts.map((text): HunkLine => [mark, text]);
}
