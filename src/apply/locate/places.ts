import type { Effort } from '../effort.ts';
import { findPrints, type LineIndex, lineAt } from './line-index.ts';
import { EXACT, LOOSENESS, type Looseness, looseness, NO_MATCH } from './line-match.ts';
import { type Pattern, printsOf } from './pattern.ts';

/** Where a block of lines may stand, one line below the other; positions from 0, ascending. */
export type Candidates = {
  /** How much looser than exact the comparison had to be; an index into LOOSENESS. */
  readonly level: number;
  readonly positions: readonly number[];
};

export const NOWHERE: Candidates = { level: EXACT, positions: [] };

/**
 * The places where the pattern's lines stand together, at the strictest level at which there are any: a looser
 * one is of no interest then. null: the effort is spent.
 */
export function findPlaces(index: LineIndex, pattern: Pattern, effort: Effort): Candidates | null {
  const starts = findPrints(index, printsOf(pattern), effort);
  if (starts === null) return null;
  let level = NO_MATCH - 1;
  let positions: number[] = [];
  for (const start of starts) {
    effort.comparisons -= TEXT_EFFORT * pattern.lines.length;
    if (effort.comparisons < 0) return null;
    const reached = levelAt(index, pattern, { start, worst: level });
    if (reached > level) continue;
    if (reached < level) positions = [];
    level = reached;
    positions.push(start);
  }
  return positions.length === 0 ? NOWHERE : { level, positions };
}

/** Comparing two texts takes as long as so many comparisons of fingerprints. */
const TEXT_EFFORT = 4;

/**
 * The tolerances that the lines of a pattern need where they lie, strictest first; none where all are exact.
 * `positions` are the file's lines for them, from 0, and below 0 where it has none.
 */
export function loosenessOf(
  index: LineIndex,
  pattern: Pattern,
  positions: readonly number[],
): readonly Looseness[] {
  const needed = new Set<number>();
  for (const [row, { text, mayLackMark }] of pattern.lines.entries()) {
    const position = positions[row] ?? -1;
    if (position >= 0) needed.add(looseness(text, lineAt(index, position), mayLackMark));
  }
  return LOOSENESS.filter((_, level) => level > EXACT && needed.has(level));
}

/** The loosest level that a line needs; given up beyond `worst`. */
function levelAt(
  index: LineIndex,
  { lines }: Pattern,
  { start, worst }: { readonly start: number; readonly worst: number },
): number {
  let level = EXACT;
  for (const [offset, { text, mayLackMark }] of lines.entries()) {
    level = Math.max(level, looseness(text, lineAt(index, start + offset), mayLackMark));
    if (level > worst) return level;
  }
  return level;
}
