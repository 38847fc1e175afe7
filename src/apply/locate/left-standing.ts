import { type Hunk, newSide, oldSide } from '../../patch/hunk.ts';
import { saysAnything } from './already.ts';
import type { Extent } from './extent.ts';
import { type LineIndex, lineAt } from './line-index.ts';

/**
 * Do lines that a hunk takes away above or below all that it leaves still stand right there, where the rest of what it makes
 * is? Then it is not done, though all of its new side is there: an earlier revision may have made that.
 */
export function leavesStanding(index: LineIndex, hunk: Hunk, { start, end }: Extent): boolean {
  const old = trimmed(oldSide(hunk));
  const { tops, bottoms } = edgesOf(hunk, old);
  return (
    tops.some((size) => stands(index, old.slice(0, size), start - size)) ||
    bottoms.some((from) => stands(index, old.slice(from), end))
  );
}

/** How many lines may go above all that stays, and from which one on they may go below it. */
type Edges = { readonly tops: readonly number[]; readonly bottoms: readonly number[] };

function edgesOf(hunk: Hunk, old: readonly string[]): Edges {
  const { lines } = hunk;
  const above = Math.max(
    0,
    lines.findIndex(([mark]) => mark !== '-'),
  );
  const below = lines.length - 1 - lines.findLastIndex(([mark]) => mark !== '-');
  if (hunk.lineHint !== undefined) return { tops: [above], bottoms: [old.length - below] };
  // What an edit takes away is not marked line by line: what stays ends with any line that is like its last one.
  const now = trimmed(newSide(hunk));
  const [first = '', last = ''] = [now[0], now.at(-1)];
  const tops = [old.indexOf(first), old.lastIndexOf(first)].filter((size) => size > 0);
  const bottoms = [old.indexOf(last), old.lastIndexOf(last, -2)].filter((at) => at !== -1);
  return { tops: [above, ...tops], bottoms: [old.length - below, ...bottoms.map((at) => at + 1)] };
}

function stands(index: LineIndex, block: readonly string[], position: number): boolean {
  return (
    position >= 0 &&
    block.some(saysAnything) &&
    block.every((line, offset) => isLineAt(index, line, position + offset))
  );
}

function isLineAt(index: LineIndex, line: string, position: number): boolean {
  return position < index.lines.count && lineAt(index, position).trim() === line;
}

function trimmed(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim());
}
