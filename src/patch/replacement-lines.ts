import { diffArrays } from 'diff';
import type { HunkLine } from './hunk.ts';

/**
 * Old lines and the lines to put in their place, as lines of a hunk: what both have in common is context, so
 * that the file's own copy of it is kept. Where the two differ very much, only their common ends are.
 */
export function replacementLines(old: readonly string[], now: readonly string[]): readonly HunkLine[] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = { old: old.slice(head, old.length - tail), now: now.slice(head, now.length - tail) };
  return [
    ...marked(' ', old.slice(0, head)),
    ...middleLines(middle),
    ...marked(' ', old.slice(old.length - tail)),
  ];
}

function middleLines({ old, now }: { old: string[]; now: string[] }): readonly HunkLine[] {
  if (old.length === 0 || now.length === 0) return [...marked('-', old), ...marked('+', now)];
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return [...marked('-', old), ...marked('+', now)];
  return parts.flatMap(({ added, removed, value }) => marked(added ? '+' : removed ? '-' : ' ', value));
}

/** Lines added and removed up to which common lines are looked for: the time is this times the lines. */
const MAX_EDITS = 200;

function marked(mark: HunkLine[0], lines: readonly string[]): readonly HunkLine[] {
  return lines.map((text): HunkLine => [mark, text]);
}
