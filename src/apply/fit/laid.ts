import { isBlank } from '../pattern.ts';
import { type Chart, isSame, nearness } from './chart.ts';
import { PASSED_OVER, type Path } from './path.ts';
import { BORDER } from './regions.ts';

/** A pattern on a file: for each of its lines where it lies. */
export type Laid = {
  /** Positions in the file; MISSING where it has no such line. */
  readonly positions: readonly number[];
  /** Does the file's line say the same? */
  readonly same: readonly boolean[];
  /** From 0 to 1: how near the file's line is to saying the same. */
  readonly near: readonly number[];
};

export const MISSING = -1;

export function laidOut(chart: Chart, { columns }: Path): Laid {
  const width = chart.columns.length;
  const positions = Array.from(columns, (column) =>
    column === PASSED_OVER ? MISSING : (chart.columns[column] ?? BORDER),
  );
  const same = Array.from(
    columns,
    (column, row) =>
      column !== PASSED_OVER &&
      isSame(chart, row, chart.costs[row * width + column] ?? Number.POSITIVE_INFINITY),
  );
  const near = Array.from(columns, (column, row) =>
    column === PASSED_OVER ? 0 : nearness(chart, row, chart.costs[row * width + column] ?? 0),
  );
  return { positions, same, near };
}

/** Share of the context, by weight, that the file has as it is or nearly so. Without any context, all of it. */
export function contextShare({ pattern, weights }: Chart, { positions, near }: Laid): number {
  let [all, found] = [0, 0];
  for (const [row, line] of pattern.lines.entries()) {
    if (!line.isContext || isBlank(line)) continue;
    const weight = weights[row] ?? 0;
    all += weight;
    if (positions[row] !== MISSING) found += weight * (near[row] ?? 0);
  }
  return all === 0 ? 1 : found / all;
}
