import type { Effort } from '../effort.ts';
import { type FileLines, lineText } from '../file-lines.ts';
import { BLANK, fingerprint, fingerprints, OTHER } from './fingerprint.ts';

/** Where the lines that some hunks ask for stand in a file; made in one pass over it. */
export type LineIndex = {
  readonly lines: FileLines;
  /** OTHER for lines that are surely none of those. */
  readonly prints: Int32Array;
  /** Positions of the lines that were asked for, ascending, by fingerprint; none for blank lines. */
  readonly positions: ReadonlyMap<number, readonly number[]>;
};

/** `wanted`: all lines whose positions may be asked for. */
export function indexLines(lines: FileLines, wanted: readonly string[]): LineIndex {
  const prints = fingerprints(lines, wanted);
  const positions = new Map<number, number[]>();
  for (const line of wanted) positions.set(fingerprint(line), []);
  positions.delete(BLANK);
  for (let line = 0; line < prints.length; line += 1) {
    const print = prints[line] ?? OTHER;
    if (print !== OTHER && print !== BLANK) positions.get(print)?.push(line);
  }
  return { lines, prints, positions };
}

/** The same lines, some of which count as none of those that are asked for. */
export function withoutLines(index: LineIndex, hidden: ReadonlySet<number>): LineIndex {
  const prints = index.prints.slice();
  for (const line of hidden) prints[line] = OTHER;
  const positions = new Map<number, readonly number[]>();
  for (const [print, known] of index.positions)
    positions.set(
      print,
      known.filter((line) => !hidden.has(line)),
    );
  return { ...index, prints, positions };
}

export function lineAt({ lines }: LineIndex, position: number): string {
  return lineText(lines, position);
}

export function positionsOf({ positions }: LineIndex, print: number): readonly number[] {
  return positions.get(print) ?? NOWHERE;
}

/**
 * All positions, ascending, where lines with these fingerprints stand one below the other; found from the one
 * that is rarest in the file. null: the effort is spent.
 */
export function findPrints(
  index: LineIndex,
  wanted: readonly number[],
  effort: Effort,
): readonly number[] | null {
  const rarest = rarestOf(index, wanted);
  if (rarest === null) return wanted.length === 0 ? [] : findBlanks(index, wanted.length, effort);
  const found: number[] = [];
  for (const position of rarest.positions) {
    const start = position - rarest.offset;
    const compared = equalPrints(index.prints, wanted, start);
    effort.comparisons -= compared + 1;
    if (effort.comparisons < 0) return null;
    if (compared === wanted.length) found.push(start);
  }
  return found;
}

/** Places of blank lines are many, and keeping one costs some comparisons. */
const BLANK_EFFORT = 8;

const NOWHERE: readonly number[] = [];

/** null: there are blank lines only. */
function rarestOf(
  index: LineIndex,
  wanted: readonly number[],
): { readonly offset: number; readonly positions: readonly number[] } | null {
  let rarest: { offset: number; positions: readonly number[] } | null = null;
  for (const [offset, print] of wanted.entries()) {
    if (print === BLANK) continue;
    const positions = positionsOf(index, print);
    if (rarest === null || positions.length < rarest.positions.length) rarest = { offset, positions };
  }
  return rarest;
}

/** How many lines stand at `start` as they are wanted, from the first one on. */
function equalPrints(prints: Int32Array, wanted: readonly number[], start: number): number {
  if (start < 0 || start + wanted.length > prints.length) return 0;
  let equal = 0;
  while (equal < wanted.length && prints[start + equal] === wanted[equal]) equal += 1;
  return equal;
}

/** Places of so many blank lines in a row. */
function findBlanks({ prints }: LineIndex, count: number, effort: Effort): readonly number[] | null {
  effort.comparisons -= BLANK_EFFORT * prints.length;
  if (effort.comparisons < 0) return null;
  const found: number[] = [];
  let blanks = 0;
  for (let line = 0; line < prints.length; line += 1) {
    blanks = prints[line] === BLANK ? blanks + 1 : 0;
    if (blanks >= count) found.push(line - count + 1);
  }
  return found;
}
