import type { Effort } from './effort.ts';

/** The lines of one file, numbered by their text, so that a block is found without reading the file again. */
export type LineIndex = {
  readonly lines: readonly string[];
  /** Equal lines have equal numbers. */
  readonly numbers: Int32Array;
  readonly numberOf: ReadonlyMap<string, number>;
  /** Positions of all lines, grouped by number; a group begins at `groups[number]` and ends where the next one begins. */
  readonly positions: Int32Array;
  readonly groups: Int32Array;
};

export function indexLines(lines: readonly string[]): LineIndex {
  const numberOf = new Map<string, number>();
  const numbers = Int32Array.from(lines, (line) => {
    const known = numberOf.get(line);
    if (known !== undefined) return known;
    numberOf.set(line, numberOf.size);
    return numberOf.size - 1;
  });
  const groups = new Int32Array(numberOf.size + 1);
  for (const number of numbers) groups[number + 1] = at(groups, number + 1) + 1;
  for (let number = 0; number < numberOf.size; number += 1)
    groups[number + 1] = at(groups, number + 1) + at(groups, number);
  const positions = new Int32Array(lines.length);
  const filled = groups.slice();
  for (const [position, number] of numbers.entries()) {
    positions[at(filled, number)] = position;
    filled[number] = at(filled, number) + 1;
  }
  return { lines, numbers, numberOf, positions, groups };
}

/**
 * All positions (from 0, ascending) where `block` stands, found from the line of it that is rarest in the file.
 * An empty block stands nowhere. null: the effort is spent.
 */
export function findBlock(
  index: LineIndex,
  block: readonly string[],
  effort: Effort,
): readonly number[] | null {
  const wanted: number[] = [];
  for (const line of block) {
    const number = index.numberOf.get(line);
    if (number === undefined) return [];
    wanted.push(number);
  }
  if (wanted.length === 0) return [];
  const { offset, start, end } = rarestLine(index, wanted);
  const found: number[] = [];
  for (let next = start; next < end; next += 1) {
    const position = at(index.positions, next) - offset;
    const compared = equalLines(index.numbers, wanted, position);
    effort.comparisons -= compared + 1;
    if (effort.comparisons < 0) return null;
    if (compared === wanted.length) found.push(position);
  }
  return found;
}

function rarestLine(
  { groups }: LineIndex,
  wanted: readonly number[],
): { offset: number; start: number; end: number } {
  let rarest = { offset: 0, start: 0, end: Number.POSITIVE_INFINITY };
  for (const [offset, number] of wanted.entries()) {
    const start = at(groups, number);
    const end = at(groups, number + 1);
    if (end - start < rarest.end - rarest.start) rarest = { offset, start, end };
  }
  return rarest;
}

/** How many lines of the block stand at `position`, from its first one on. */
function equalLines(numbers: Int32Array, wanted: readonly number[], position: number): number {
  if (position < 0 || position + wanted.length > numbers.length) return 0;
  let equal = 0;
  while (equal < wanted.length && numbers[position + equal] === wanted[equal]) equal += 1;
  return equal;
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}
