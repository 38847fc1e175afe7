import type { Effort } from './effort.ts';
import { findBlock, type LineIndex } from './line-index.ts';

/**
 * Tolerances, strictest first. A later rung is asked only when all before it found nothing, and every report
 * names the rung that was needed.
 */
const RUNGS = [{ name: 'exact', find: findBlock }] as const;

export type Rung = (typeof RUNGS)[number]['name'];

/** Where a block of lines may stand; positions from 0, ascending. */
export type Candidates = { readonly rung: Rung; readonly positions: readonly number[] };

/** null: the effort is spent. */
export function candidatePlaces(
  index: LineIndex,
  block: readonly string[],
  effort: Effort,
): Candidates | null {
  for (const { name, find } of RUNGS) {
    const positions = find(index, block, effort);
    if (positions === null) return null;
    if (positions.length > 0) return { rung: name, positions };
  }
  return { rung: RUNGS[0].name, positions: [] };
}
