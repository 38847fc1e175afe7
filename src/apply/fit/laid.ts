import { BETWEEN, type Extent } from '../locate/extent.ts';
import { isBlank, type Pattern } from '../locate/pattern.ts';
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

/** What the pattern lies on; lines that only look like the file's are not shown. */
export function extentOf(pattern: Pattern, laid: Laid): Extent {
  const { positions, same } = laid;
  const first = positions.findIndex((position) => position !== MISSING);
  const start = (positions[first] ?? 0) - first;
  const shown = positions.filter((position, row) => position !== MISSING && same[row] === true);
  const changed = changedAt(pattern, laid).map(({ position }) => position);
  return {
    start,
    end: Math.max(start, ...positions) + 1,
    shown: shown.map((line) => ({ start: line, end: line + 1 })),
    changed: changed.length === 0 ? [start] : changed,
  };
}

/** A line of a hunk on one of the file; halves stand for what is added between two. */
export type Point = { readonly row: number; readonly position: number };

/** What the pattern changes, in order. */
export function changedAt({ lines, additions }: Pattern, { positions }: Laid): readonly Point[] {
  const changes: Point[] = [];
  for (let row = 0; row <= lines.length; row += 1) {
    const added = additions.has(row) ? addedAt(positions, row) : null;
    if (added !== null) changes.push({ row: row - BETWEEN, position: added });
    const position = positions[row] ?? MISSING;
    if (lines[row]?.isContext === false && position !== MISSING) changes.push({ row, position });
  }
  return changes;
}

/** Right below the line above, where the file has one. */
function addedAt(positions: readonly number[], row: number): number | null {
  const above = positions.findLast((position, at) => at < row && position !== MISSING);
  if (above !== undefined) return above + BETWEEN;
  const below = positions.find((position, at) => at >= row && position !== MISSING);
  return below === undefined ? null : below - BETWEEN;
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
