import type { Effort } from '../effort.ts';
import { indentOf } from '../indent/indentation.ts';
import { BLANK } from '../locate/fingerprint.ts';
import { type LineIndex, lineAt, positionsOf } from '../locate/line-index.ts';
import { EXACT, looseness, NO_MATCH } from '../locate/line-match.ts';
import { isBlank, type Pattern, type WantedLine } from '../locate/pattern.ts';
import { similarityTo } from './likeness.ts';
import { BORDER } from './regions.ts';
import { isSlip } from './slip.ts';
import { weightOf } from './weight.ts';

/** What it costs to lay each line of a pattern on each line of some parts of a file. */
export type Chart = {
  readonly pattern: Pattern;
  /** Positions in the file, or BORDER. */
  readonly columns: Int32Array;
  readonly weights: readonly number[];
  /** Which lines of the pattern the file has once. */
  readonly unique: readonly boolean[];
  /** Cost of line `i` on column `c`, at `i * columns.length + c`; infinite where it can't lie there. */
  readonly costs: Float32Array;
  /** Do the removed lines tell the place, so that lines of context may have other words? */
  readonly isTold: boolean;
  /** What it costs to pass over a column between two lines of the pattern. */
  readonly passing: Float32Array;
};

/** A pattern, where it may lie, and whether a line may be indented otherwise than the file's. */
export type Charted = {
  readonly pattern: Pattern;
  readonly columns: Int32Array;
  readonly isReindented: boolean;
};

/** null: it would be too large. */
export function chartOf(index: LineIndex, charted: Charted, effort: Effort): Chart | null {
  const { pattern, columns, isReindented } = charted;
  const cells = pattern.lines.length * columns.length;
  effort.comparisons -= cells;
  if (cells > MAX_CELLS || effort.comparisons < 0) return null;
  const weights = pattern.lines.map(({ text }) => weightOf(text));
  const unique = pattern.lines.map((line) => !isBlank(line) && positionsOf(index, line.print).length === 1);
  const chart: Chart = {
    pattern,
    columns,
    weights,
    unique,
    isTold: isToldByRemoved(pattern, weights, unique),
    costs: new Float32Array(cells).fill(Number.POSITIVE_INFINITY),
    passing: Float32Array.from(columns, (position) => passingCost(index, position)),
  };
  for (const [row, line] of pattern.lines.entries())
    fillRow(chart, { index, row, line, effort, isReindented });
  return effort.comparisons < 0 ? null : chart;
}

/** Cells of one chart; each takes some nanoseconds and bytes. */
const MAX_CELLS = 2_000_000;

function passingCost({ prints }: LineIndex, position: number): number {
  if (position === BORDER) return PASSING_BORDER;
  return prints[position] === BLANK ? PASSING_BLANK : PASSING_LINE;
}

/** A line of the file that the patch does not have, of the same unit as weights. */
const PASSING_LINE = 0.45;

const PASSING_BLANK = 0.15;

/** From one part of the file to another it takes a jump. */
const PASSING_BORDER = 1000;

type Row = {
  readonly index: LineIndex;
  readonly row: number;
  readonly line: WantedLine;
  readonly effort: Effort;
  readonly isReindented: boolean;
};

/** A line that stands somewhere as it is lies there only; another line of context also on those that are like it. */
function fillRow({ columns, costs, weights, isTold }: Chart, filled: Row): void {
  const { index, row, line, effort } = filled;
  const weight = weights[row] ?? 0;
  const offset = row * columns.length;
  let isThere = false;
  for (let column = 0; column < columns.length; column += 1) {
    const position = columns[column] ?? BORDER;
    if (position === BORDER || index.prints[position] !== line.print) continue;
    const found = lineAt(index, position);
    const level = looseness(line.text, found, line.mayLackMark);
    if ((level === NO_MATCH && !line.isContext) || !mayBeIndented(filled, found)) continue;
    isThere = true;
    costs[offset + column] = level === EXACT ? 0 : weight * (level === NO_MATCH ? JOINED : SPACED);
  }
  if (isThere || !line.isContext || isBlank(line)) return;
  const similarity = similarityTo(line.text);
  for (let column = 0; column < columns.length; column += 1) {
    const position = columns[column] ?? BORDER;
    if (position === BORDER || index.prints[position] === BLANK) continue;
    const found = lineAt(index, position);
    effort.comparisons -= SIMILARITY_EFFORT;
    const alike = similarity(found);
    if (alike >= LEAST_SIMILARITY && mayBeIndented(filled, found) && (isTold || isSlip(line.text, found)))
      costs[offset + column] = Math.max(LEAST_UNLIKE, UNLIKE * (1 - alike)) * weight;
  }
}

/** Removed lines that the file has once, and that say enough: without them, another word in the context may mean another place. */
function isToldByRemoved(
  { lines }: Pattern,
  weights: readonly number[],
  unique: readonly boolean[],
): boolean {
  let told = 0;
  for (const [row, { isContext }] of lines.entries())
    if (!isContext && unique[row] === true) told += weights[row] ?? 0;
  return told >= TELLING_WEIGHT;
}

/** A line of some dozen letters. */
export const TELLING_WEIGHT = 1;

/** Where lines keep their indentation, a first line may yet lack its own, and a context line the space that marks it. */
function mayBeIndented({ row, line, isReindented }: Row, found: string): boolean {
  if (isReindented || isBlank(line)) return true;
  const [wanted, own] = [indentOf(line.text), indentOf(found)];
  return wanted === own || (line.mayLackMark && own === ` ${wanted}`) || (row === 0 && wanted === '');
}

/** Share of its weight that a line costs whose white space or typography differs. */
const SPACED = 0.04;

/** The same for one whose words are joined or parted by white space. */
const JOINED = 0.2;

/** A line of context that is less like a line of the file is another line. */
export const LEAST_SIMILARITY = 0.7;

/** Share of its weight that a line costs that is not like the file's at all. */
const UNLIKE = 1.6;

/** Another line, however like, costs more than one that says the same: two long ones may differ in a name only. */
const LEAST_UNLIKE = 0.05;

/** Comparisons of lines that a comparison of their characters stands for. */
const SIMILARITY_EFFORT = 10;

/** Does a match of this cost lie on a line that says the same? */
export function isSame({ weights }: Chart, row: number, cost: number): boolean {
  return cost <= (weights[row] ?? 0) * SPACED * ROUNDING;
}

/** From 1 for a match without cost to 0 for the costliest. */
export function nearness({ weights }: Chart, row: number, cost: number): number {
  const most = UNLIKE * (1 - LEAST_SIMILARITY) * (weights[row] ?? 0);
  return most === 0 ? 1 : Math.max(0, 1 - cost / most);
}

/** Costs are kept with seven digits. */
const ROUNDING = 1.001;
