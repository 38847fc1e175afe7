import { type Hunk, oldSide } from '../../patch/hunk.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import type { Located } from './location.ts';

/**
 * The lines that hunks which are done have added for sure. None of the other hunks can mean these, for all of a patch are
 * written for the file before it, unless it writes down all of what another one adds. Of lines that may as well be the like
 * ones above or below them nobody knows.
 */
export function madeLines(
  index: LineIndex,
  hunks: readonly Hunk[],
  done: readonly (Located | null)[],
): ReadonlySet<number> {
  const written = new Set(hunks.flatMap(oldSide));
  const made = new Set<number>();
  for (const location of done) {
    for (const block of blocksOf(location?.made ?? [])) {
      const { start, end } = withoutSlack(index, block);
      const lines = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
      if (lines.some((line) => !written.has(lineAt(index, line)))) for (const line of lines) made.add(line);
    }
  }
  return made;
}

type Block = { readonly start: number; readonly end: number };

/** Lines one below the other; the halves among `changed` are places between two lines. */
function blocksOf(changed: readonly number[]): readonly Block[] {
  const blocks: { start: number; end: number }[] = [];
  for (const line of changed.filter(Number.isInteger)) {
    const last = blocks.at(-1);
    if (last?.end === line) last.end += 1;
    else blocks.push({ start: line, end: line + 1 });
  }
  return blocks;
}

/** Without the lines with which it could begin further up, or end further down, and be the same addition. */
function withoutSlack(index: LineIndex, { start, end }: Block): Block {
  const { count } = index.lines;
  let [up, down] = [0, 0];
  while (up < start && lineAt(index, start - 1 - up) === lineAt(index, end - 1 - up)) up += 1;
  while (end + down < count && lineAt(index, end + down) === lineAt(index, start + down)) down += 1;
  return { start: start + down, end: end - up };
}
