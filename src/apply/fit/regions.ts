import { type LineIndex, positionsOf } from '../locate/line-index.ts';
import { isBlank, type Pattern } from '../locate/pattern.ts';

/**
 * The parts of a file where a pattern can lie, as positions of lines in order, with a BORDER between parts.
 * Every place that holds the lines to be removed is among them. null: there is no such place, or there are too
 * many to look at.
 */
export function regionsFor(index: LineIndex, pattern: Pattern): Int32Array | null {
  const ranges: Range[] = [];
  const groups = changesOf(pattern);
  for (const [order, group] of groups.entries()) {
    const from = Math.max(groups[order - 1]?.end ?? 0, group.start - SEED_DISTANCE);
    const to = Math.min(groups[order + 1]?.start ?? pattern.lines.length, group.end + SEED_DISTANCE);
    const seeds = seedsOf(index, pattern, { ...group, from, to });
    if (seeds === null) return null;
    for (const { line, position } of seeds) {
      const start = Math.max(0, position - line - SLACK_LINES);
      const end = Math.min(index.lines.count, position - line + pattern.lines.length + SLACK_LINES);
      ranges.push({ start, end });
    }
    if (ranges.length > MAX_RANGES) return null;
  }
  return columnsOf(ranges);
}

/** Places of all changes of one pattern together; sorting so many takes a tenth of a second. */
const MAX_RANGES = 200_000;

/** Stands between two parts that are not next to each other. */
export const BORDER = -1;

/** Lines above and below where a pattern would lie if the file had all of its lines and no others. */
const SLACK_LINES = 12;

type Range = { readonly start: number; readonly end: number };

/** Lines of a pattern from `start` up to `end` that are changed together; nothing where lines are only added. */
export type ChangeGroup = { readonly start: number; readonly end: number };

/** The pattern's changes, each with as many removed lines as stand together. */
export function changesOf({ lines, additions }: Pattern): readonly ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  let start = -1;
  for (let line = 0; line <= lines.length; line += 1) {
    const removed = lines[line]?.isContext === false;
    if (start === -1 && (removed || additions.has(line))) start = line;
    if (start !== -1 && !removed) {
      groups.push({ start, end: line });
      start = -1;
    }
  }
  return groups;
}

type Seed = { readonly line: number; readonly position: number };

/** A change with the lines around it, from `from` up to `to`, up to the changes before and after it. */
type Surrounded = ChangeGroup & { readonly from: number; readonly to: number };

/** Places from which the surroundings of a change are found. */
function seedsOf(
  index: LineIndex,
  { lines }: Pattern,
  { start, end, from, to }: Surrounded,
): readonly Seed[] | null {
  const seen = (line: number): readonly number[] => positionsOf(index, lines[line]?.print ?? 0);
  const telling = (first: number, last: number): number[] =>
    lines.slice(first, last).flatMap((line, at) => (isBlank(line) ? [] : [first + at]));
  const byRarity = (left: number, right: number): number => seen(left).length - seen(right).length;
  const [removed] = telling(start, end).sort(byRarity);
  if (removed !== undefined && seen(removed).length <= MAX_REMOVED_SEEDS)
    return seen(removed).length === 0 ? null : seedsFor(removed, seen(removed));
  const near = telling(from, to).filter((line) => seen(line).length > 0);
  const rare = near.sort(byRarity).filter((line) => seen(line).length <= MAX_CONTEXT_SEEDS);
  return rare.length === 0 ? null : rare.slice(0, SEED_LINES).flatMap((line) => seedsFor(line, seen(line)));
}

function seedsFor(line: number, positions: readonly number[]): readonly Seed[] {
  return positions.map((position) => ({ line, position }));
}

/** A removed line must be there, so all its places are looked at, and none where there are more. */
const MAX_REMOVED_SEEDS = 200;

/** A line of context at more places than this tells none. */
const MAX_CONTEXT_SEEDS = 40;

/** So many of the rarest lines around an addition are looked for: some of them may differ from the file's. */
const SEED_LINES = 5;

/** Lines between an addition and one that tells its place. */
const SEED_DISTANCE = 12;

function columnsOf(ranges: readonly Range[]): Int32Array | null {
  const columns: number[] = [];
  let reached = -1;
  for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
    if (columns.length > 0 && start > reached) columns.push(BORDER);
    for (let line = Math.max(start, reached); line < end; line += 1) columns.push(line);
    reached = Math.max(reached, end);
    if (columns.length > MAX_COLUMNS) return null;
  }
  return columns.length === 0 ? null : Int32Array.from(columns);
}

/** Lines of a file that one pattern is compared with. */
const MAX_COLUMNS = 20_000;
