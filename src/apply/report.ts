import type { FitTolerance } from './fit/fit.ts';
import { LOOSENESS, type Looseness } from './locate/line-match.ts';

/**
 * How a place was found, strictest first. `offset`: as it stands, but not at the line that the patch says.
 * `edge_blanks`: without blank lines at the hunk's beginning or end, or with the line break there that the new text of
 * an edit lost. `unescaped`: with escapes such as \n read
 * as the characters that they stand for. `literal`: an expression, as the text that it is. `partly_there`: without lines that
 * stand there already.
 */
export type Rung =
  | 'offset'
  | Looseness
  | 'edge_blanks'
  | FitTolerance
  | 'partly_there'
  | 'unescaped'
  | 'literal';

/** What became of one hunk of a diff, of one block, or of one edit. */
export type HunkReport = {
  /** Index into `changes`. */
  readonly change: number;
  readonly path: string;
  /** Counted from 1 within the change. */
  readonly hunk: number;
  /** The line where it belongs in the file as the change found it, from 1; null: there is no such place. */
  readonly at: number | null;
  /** The greatest tolerance that was needed to find the place. */
  readonly rung: Rung;
  /** All tolerances that were needed, where there were several. */
  readonly adjustments?: readonly Rung[];
  readonly status: 'applied' | 'refused' | 'already_applied';
};

/** How a report names the tolerances that were needed, strictest first. */
export function toleranceOf(rungs: readonly Rung[]): Pick<HunkReport, 'rung' | 'adjustments'> {
  const rung = rungs.at(-1) ?? 'exact';
  return rungs.length > 1 ? { rung, adjustments: rungs } : { rung };
}

/** Tolerances that come from several places, strictest first. */
export function inOrder(rungs: readonly Rung[]): readonly Rung[] {
  const strict = (['offset', ...LOOSENESS] as const).filter((rung) => rungs.includes(rung));
  const edge = rungs.includes('edge_blanks') ? (['edge_blanks'] as const) : [];
  const others = rungs.filter((rung) => rung !== 'edge_blanks' && !isStrict(rung));
  return [...strict, ...edge, ...others];
}

function isStrict(rung: Rung): boolean {
  return rung === 'offset' || LOOSENESS.some((one) => one === rung);
}
