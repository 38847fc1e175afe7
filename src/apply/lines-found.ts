import type { Json } from '../patch/refusal.ts';

/** Line numbers (from 1) of all candidates, as a refusal's data: the first ones, and how many there are. */
export function candidateData(positions: readonly number[]): { readonly [key: string]: Json } {
  return {
    lines: positions.slice(0, LISTED_CANDIDATES).map((position) => position + 1),
    total: positions.length,
  };
}

/** "lines 3, 8 and 12", or the first few of them. */
export function candidateText(positions: readonly number[]): string {
  const shown = positions.slice(0, SHOWN_CANDIDATES).map((position) => String(position + 1));
  if (positions.length > SHOWN_CANDIDATES)
    return `lines ${shown.join(', ')} and ${positions.length - SHOWN_CANDIDATES} more`;
  return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** Candidates that a refusal's data lists: enough for every file that a person wrote. */
const LISTED_CANDIDATES = 1000;

/** Candidates that its sentence names. */
const SHOWN_CANDIDATES = 8;
