import { indentOf } from './indentation.ts';

/** By how many characters of one kind a line is deeper than the one that it belongs to. */
export type Steps = {
  readonly char: ' ' | '\t';
  readonly width: number;
  /** How many of all increases of depth are as wide; less than 1 where texts within the code have steps of their own. */
  readonly share: number;
};

/** The steps of lines that are indented with one kind of white space; null: no line is deeper than the one above it. */
export function stepsOf(lines: Iterable<string>, char: Steps['char']): Steps | null {
  const { width, share } = char === '\t' ? TABS : commonestIncrease(lines);
  return width === null ? null : { char, width, share };
}

const TABS: Increase = { width: 1, share: 1 };

/** May lines be indented in such steps? */
export function isStep({ char, width }: Pick<Steps, 'char' | 'width'>): boolean {
  return Number.isInteger(width) && width >= (char === '\t' ? 1 : LEAST_WIDTH);
}

/** What a line is indented with; null: with nothing, or with both kinds. */
export function indentChar(indent: string): Steps['char'] | null {
  if (/^ +$/.test(indent)) return ' ';
  return /^\t+$/.test(indent) ? '\t' : null;
}

type Increase = { readonly width: number | null; readonly share: number };

/** By how many spaces a line is mostly deeper than the one above it; the least of those that are as common. */
function commonestIncrease(lines: Iterable<string>): Increase {
  const counts = new Map<number, number>();
  let above: number | null = null;
  for (const line of lines) {
    const indent = indentOf(line);
    if (line.trim() === '' || indent.includes('\t')) continue;
    const more = indent.length - (above ?? indent.length);
    if (more >= LEAST_WIDTH) counts.set(more, (counts.get(more) ?? 0) + 1);
    above = indent.length;
  }
  const [commonest] = [...counts].sort(([width, count], [other, times]) => times - count || width - other);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return commonest === undefined
    ? { width: null, share: 0 }
    : { width: commonest[0], share: commonest[1] / all };
}

/** One space more has the second line of a comment, and hardly any block. */
const LEAST_WIDTH = 2;
