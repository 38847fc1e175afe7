import type { Effort } from '../effort.ts';
import { type FileLines, lineText } from '../file-lines.ts';

/**
 * One file in which something failed, read by line numbers (from 0) without being cut into lines first; what
 * nobody asks for is not even put together.
 */
export type Scene = {
  readonly path: string;
  readonly effort: Effort;
  /** With `\n` for every line end. */
  readonly text: () => string;
  readonly lineCount: () => number;
  readonly line: (position: number) => string;
  /** The lines from `from` up to `to`, as far as the file has them. */
  readonly lines: (from: number, to: number) => readonly string[];
  /** Where a line begins; the text's length behind the last one. */
  readonly offsetOf: (position: number) => number;
  readonly lineAt: (offset: number) => number;
};

/** `lines` is asked once, and only if somebody asks for anything of the file. */
export function sceneOf({
  path,
  lines,
  effort,
}: {
  readonly path: string;
  readonly lines: () => FileLines;
  readonly effort: Effort;
}): Scene {
  let known: FileLines | undefined;
  const cut = () => {
    known ??= lines();
    return known;
  };
  return {
    path,
    effort,
    text: () => cut().text,
    lineCount: () => cut().count,
    line: (position) => lineText(cut(), position),
    lines: (from, to) => {
      const first = Math.max(0, from);
      const length = Math.max(0, Math.min(to, cut().count) - first);
      return Array.from({ length }, (_, index) => lineText(cut(), first + index));
    },
    offsetOf: (position) => {
      const { text, starts, count } = cut();
      return position < count ? (starts[position] ?? 0) : text.length;
    },
    lineAt: (offset) => lastAtMost(cut(), offset),
  };
}

/** The last position at which a line begins, or would begin if the text went on, that is not behind an offset. */
function lastAtMost({ starts, count }: FileLines, offset: number): number {
  let [low, high] = [0, count + 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
