import type { Effort } from '../effort.ts';
import { isBlank, type Pattern } from '../locate/pattern.ts';
import type { Chart } from './chart.ts';

/** The cheapest way to lay a pattern on the columns of a chart, in order. */
export type Path = {
  readonly cost: number;
  /** For each line of the pattern its column; PASSED_OVER where it has none. */
  readonly columns: Int32Array;
};

export const PASSED_OVER = -1;

/** Columns from `start` up to `end`. */
export type Span = { readonly start: number; readonly end: number };

export type Constraint = {
  /** Columns that may not be used. */
  readonly banned?: readonly Span[];
  /** A line of the pattern that must have a column. */
  readonly required?: number;
};

/** null: the removed lines are not there in this order, or the effort is spent. */
export function cheapestPath(chart: Chart, constraint: Constraint, effort: Effort): Path | null {
  const { pattern, columns, costs } = chart;
  const [rows, width] = [pattern.lines.length, columns.length + 1];
  effort.comparisons -= rows * width;
  if (effort.comparisons < 0) return null;
  const banned = bannedColumns(constraint, columns.length);
  const table: Table = {
    width,
    lies: new Uint8Array((rows + 1) * width),
    from: new Int32Array((rows + 1) * width),
  };
  let before = new Float64Array(width);
  let here = new Float64Array(width);
  for (let column = 0; column < width; column += 1) table.from[column] = column;
  for (let row = 0; row < rows; row += 1) {
    const skip = row === constraint.required ? Number.POSITIVE_INFINITY : skipCost(chart, row);
    const offset = (row + 1) * width;
    for (let column = 0; column < width; column += 1) {
      const skipped = (before[column] ?? 0) + skip;
      const lain =
        column === 0 || banned[column - 1] === 1
          ? Number.POSITIVE_INFINITY
          : (before[column - 1] ?? 0) + (costs[row * columns.length + column - 1] ?? 0);
      here[column] = Math.min(lain, skipped);
      table.lies[offset + column] = lain <= skipped ? 1 : 0;
      table.from[offset + column] = column;
    }
    if (row + 1 < rows) passOver(chart, { row: row + 1, sums: here, from: table.from, offset });
    [before, here] = [here, before];
  }
  return trace(table, rows, before);
}

type Table = {
  readonly width: number;
  /** Does the last line lie on the column before? At `rows * width + column`, for so many lines and columns. */
  readonly lies: Uint8Array;
  /** The column at which the last line was laid or skipped, before others were passed over. */
  readonly from: Int32Array;
};

/** What it costs that the file lacks a line of the pattern. */
function skipCost({ pattern, weights }: Chart, row: number): number {
  const line = pattern.lines[row];
  if (line === undefined || (!line.isContext && !isBlank(line))) return Number.POSITIVE_INFINITY;
  return SKIPPED * (weights[row] ?? 0);
}

/** Share of its weight that a skipped line costs. */
const SKIPPED = 0.9;

/** 1 for each column that may not be used. */
function bannedColumns({ banned = [] }: Constraint, width: number): Uint8Array {
  const columns = new Uint8Array(width);
  for (const { start, end } of banned) columns.fill(1, start, end);
  return columns;
}

type Gap = {
  readonly row: number;
  readonly sums: Float64Array;
  readonly from: Int32Array;
  readonly offset: number;
};

/** Lets columns be passed over between the line before `row` and that line. */
function passOver({ pattern, passing }: Chart, { row, sums, from, offset }: Gap): void {
  const kind = gapBefore(pattern, row);
  if (kind === 'closed') return;
  const factor = kind === 'elided' ? 0 : kind === 'open' ? 1 : BESIDE_CHANGE;
  const jump = kind === 'elided' ? 0 : kind === 'open' ? JUMP : Number.POSITIVE_INFINITY;
  let best = 0;
  let lowest = sums[0] ?? 0;
  for (let column = 1; column < sums.length; column += 1) {
    const tight = sums[column] ?? 0;
    const passed = (sums[column - 1] ?? 0) + factor * (passing[column - 1] ?? 0);
    const jumped = lowest + jump;
    const cheapest = Math.min(tight, passed, jumped);
    if (cheapest < tight) {
      from[offset + column] = passed <= jumped ? (from[offset + column - 1] ?? 0) : best;
      sums[column] = cheapest;
    }
    if (tight < lowest) [lowest, best] = [tight, column];
  }
}

/** May the file have lines between two of the pattern that the patch does not have? */
function gapBefore(
  { lines, gaps, additions }: Pattern,
  row: number,
): 'closed' | 'narrow' | 'open' | 'elided' {
  if (gaps.has(row)) return 'elided';
  const above = lines[row - 1]?.isContext === true;
  const below = lines[row]?.isContext === true;
  if (!above && !below) return 'closed';
  return above && below && !additions.has(row) ? 'open' : 'narrow';
}

/** Right beside a change, passing over a line costs so many times as much. */
const BESIDE_CHANGE = 2;

/** What it costs to pass over any number of lines: the patch has lost what parts two hunks. */
const JUMP = 1.2;

function trace({ width, lies, from }: Table, rows: number, sums: Float64Array): Path | null {
  let column = 0;
  for (let next = 1; next < width; next += 1) if ((sums[next] ?? 0) < (sums[column] ?? 0)) column = next;
  const cost = sums[column] ?? Number.POSITIVE_INFINITY;
  if (cost === Number.POSITIVE_INFINITY) return null;
  const columns = new Int32Array(rows).fill(PASSED_OVER);
  for (let row = rows; row > 0; row -= 1) {
    const isLain = lies[row * width + column] === 1;
    if (isLain) columns[row - 1] = column - 1;
    column = from[(row - 1) * width + (isLain ? column - 1 : column)] ?? 0;
  }
  return { cost, columns };
}
