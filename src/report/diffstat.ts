import { Buffer } from 'node:buffer';

/** Null where the file has no lines to count. */
export type LineCounts = { readonly added: number | null; readonly removed: number | null };

/** `2 files, +10 −3`; files without lines count as files. */
export function formatTotal(changes: readonly LineCounts[]): string {
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  const added = changes.reduce((sum, change) => sum + (change.added ?? 0), 0);
  const removed = changes.reduce((sum, change) => sum + (change.removed ?? 0), 0);
  return `${files}, +${added} −${removed}`;
}

/**
 * How many lines a change adds and removes; null stands for a file that does not exist on that side.
 *
 * Exact, the fewest that turn one into the other, as long as they are at most `MAX_EXACT_EDITS`. Beyond that the
 * search would cost too much, and there may be less than is counted. A file with a NUL byte has no lines.
 */
export function countLines(before: Uint8Array | null, after: Uint8Array | null): LineCounts {
  if (isBinary(before) || isBinary(after)) {
    return { added: null, removed: null };
  }
  const [a, b] = trimCommonEnds(splitLines(before), splitLines(after));
  const edits = countEdits(a, b);
  return edits === null
    ? countLeft(a, b)
    : { added: (edits + b.length - a.length) / 2, removed: (edits + a.length - b.length) / 2 };
}

/** Two files that differ in more lines than this differ, for a reader, in most of them. */
const MAX_EXACT_EDITS = 1000;

function isBinary(bytes: Uint8Array | null): boolean {
  return bytes?.includes(0) ?? false;
}

/** Each with its line end, so that a missing one at the end of the file is a difference, as it is for git. */
function splitLines(bytes: Uint8Array | null): readonly string[] {
  if (bytes === null || bytes.length === 0) {
    return [];
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .split(/(?<=\n)/);
}

function trimCommonEnds(
  a: readonly string[],
  b: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/**
 * The length of the shortest edit script, found greedily diagonal by diagonal (Myers 1986); null when it is longer
 * than the limit. `reach[k]` is how far into `a` one gets on diagonal `k` with the edits so far.
 */
function countEdits(a: readonly string[], b: readonly string[]): number | null {
  const limit = Math.min(a.length + b.length, MAX_EXACT_EDITS);
  const reach = new Int32Array(2 * limit + 3);
  const origin = limit + 1;
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reach[origin + diagonal + 1] ?? 0;
      const right = (reach[origin + diagonal - 1] ?? 0) + 1;
      let x = diagonal === -edits || (diagonal !== edits && down >= right) ? down : right;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        x += 1;
      }
      reach[origin + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) {
        return edits;
      }
    }
  }
  return null;
}

/**
 * What is left where equal lines are paired in their order of standing, and of these pairs as many as possible keep
 * it: never less than there is, so that no line that moved goes uncounted.
 */
function countLeft(a: readonly string[], b: readonly string[]): LineCounts {
  const places = new Map<string, number[]>();
  for (const [place, line] of b.entries()) {
    const known = places.get(line);
    if (known === undefined) places.set(line, [place]);
    else known.push(place);
  }
  for (const known of places.values()) known.reverse();
  const kept = longestRise(a.flatMap((line) => places.get(line)?.pop() ?? []));
  return { added: b.length - kept, removed: a.length - kept };
}

/** The length of the longest rising subsequence: `ends[n]` is the smallest number in which one of n + 1 ends. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
  }
  return ends.length;
}
