import type { Hunk } from '../../patch/hunk.ts';
import type { Effort } from '../effort.ts';
import type { Rung } from '../report.ts';
import { type LineIndex, positionsOf } from './line-index.ts';
import type { Pattern } from './pattern.ts';
import { type Candidates, findPlaces, loosenessOf } from './places.ts';
import type { SectionIndex } from './sections.ts';
import { mostVoted } from './votes.ts';

/** One file in which hunks are looked for by their lines. */
export type Search = {
  readonly index: LineIndex;
  readonly sections: SectionIndex;
  /** The texts of all lines that the hunks of the file remove; what they move stands there still. */
  readonly removed: ReadonlySet<string>;
  readonly effort: Effort;
};

/** Candidates that agree with what the hunk says about the file's end; null: the effort is spent. */
export function placesFor(
  { index, effort }: Search,
  { hunk, pattern }: { readonly hunk: Hunk; readonly pattern: Pattern },
): Candidates | null {
  const found = findPlaces(index, pattern, effort);
  if (found === null || hunk.endOfFile !== true) return found;
  const last = index.lines.count - pattern.lines.length;
  return { ...found, positions: found.positions.filter((position) => position === last) };
}

/** What the lines of a pattern need that stand one below the other from `start` on. */
export function tolerancesAt(index: LineIndex, pattern: Pattern, start: number): readonly Rung[] {
  return loosenessOf(
    index,
    pattern,
    pattern.lines.map((_, offset) => start + offset),
  );
}

/** Where a pattern would begin for most of its lines that the file has. */
export function startsByLines(index: LineIndex, { lines }: Pattern): readonly number[] {
  return mostVoted(
    lines.flatMap(({ print }, offset) => {
      const positions = positionsOf(index, print);
      return positions.length === 0 ? [] : [{ offset, positions }];
    }),
  );
}

export function isAtHint({ lineHint, movedHint }: Hunk, position: number): boolean {
  return lineHint === undefined || lineHint === position + 1 || movedHint === position + 1;
}
