import type { HunkLine } from '../../patch/hunk.ts';
import type { Json } from '../../patch/refusal.ts';
import { correctionOf, type Rewrite } from './correction.ts';
import { shownLine } from './difference.ts';
import { rewriteAt } from './hunk-rewrite.ts';
import { placeAt } from './nearest.ts';
import type { Scene } from './scene.ts';

/** One of several places that fit: lines from `from` up to `to`, from 0; none of them where lines are only added. */
export type Candidate = {
  readonly from: number;
  readonly to: number;
  /** What the change would make there; null: not certain. */
  readonly rewrite: Rewrite | null;
};

/**
 * The first candidates as a refusal's data, with the lines around each from which to choose, and for each the
 * change that means it and no other; none where the patch has failed too often already.
 */
export function affordable(
  scene: Scene,
  candidates: () => readonly Candidate[],
): { readonly [key: string]: Json } {
  scene.effort.explanations -= 1;
  if (scene.effort.explanations < 0) return {};
  return { candidates: candidates().map((candidate) => candidateData(scene, candidate)) };
}

/** The first of the places (from 0) at which a block of lines stands, more or less. */
export function blockCandidates(
  scene: Scene,
  { lines, positions }: { readonly lines: readonly HunkLine[]; readonly positions: readonly number[] },
): readonly Candidate[] {
  const expected = lines.flatMap(([mark, text]) => (mark === '+' ? [] : [text]));
  return positions.slice(0, SHOWN_CANDIDATES).map((from) => {
    const rewrite = rewriteAt(scene, lines, placeAt(scene, expected, from));
    return { from, to: from + expected.length, rewrite };
  });
}

/** More candidates than a reader compares need no thought. */
export const SHOWN_CANDIDATES = 3;

function candidateData(scene: Scene, { from, to, rewrite }: Candidate): Json {
  const first = Math.max(0, from - LINES_AROUND);
  const end = Math.min(to, from + LINES_WITHIN);
  const lines = scene.lines(first, end + LINES_AROUND).map(shownLine);
  const correction = rewrite === null ? null : correctionOf(scene, rewrite);
  const place = { line: from + 1, last: to, from: first + 1, lines };
  return correction === null ? place : { ...place, correction };
}

/** Lines above and below a candidate: enough to see which function it is in. */
const LINES_AROUND = 4;

/** Lines of the candidate itself; the patch's author knows them. */
const LINES_WITHIN = 8;

/** Line numbers (from 1) of all candidates: the first ones, and how many there are. */
export function linesData(positions: readonly number[]): { readonly [key: string]: Json } {
  return {
    lines: positions.slice(0, LISTED_LINES).map((position) => position + 1),
    total: positions.length,
  };
}

/** "lines 3, 8 and 12", or the first few of them. */
export function linesText(positions: readonly number[]): string {
  const shown = positions.slice(0, SHOWN_LINES).map((position) => String(position + 1));
  if (positions.length === 1) return `line ${shown[0]}`;
  if (positions.length > SHOWN_LINES)
    return `lines ${shown.join(', ')} and ${positions.length - SHOWN_LINES} more`;
  return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** Line numbers in the data: enough for every file that a person wrote. */
const LISTED_LINES = 1000;

/** Line numbers in a sentence. */
const SHOWN_LINES = 8;
