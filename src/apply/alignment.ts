import { similarity } from './similarity.ts';

export type Alignment = {
  /** 0 to 1: how much of `expected` the found lines account for. */
  readonly score: number;
  /** Position, within `found`, of the first line that was matched. */
  readonly first: number;
  /** `expected` as a diff to the found lines: ' ' both have it, '-' expected only, '+' found only. */
  readonly diff: readonly string[];
};

/** The best way to lay two short lists of lines side by side, in order. Cost: the product of their lengths. */
export function align(expected: readonly string[], found: readonly string[]): Alignment {
  const alike = expected.map((line) => found.map((other) => likeness(line, other)));
  const best = bestSums(alike, found.length);
  const total = expected.reduce((sum, line) => sum + weightOf(line), 0);
  const matches = traceBack(alike, best);
  return {
    score: total === 0 ? 0 : Math.round((100 * (best[0]?.[0] ?? 0)) / total) / 100,
    first: matches[0]?.[1] ?? 0,
    diff: diffOf({ expected, found }, matches),
  };
}

function likeness(line: string, other: string): number {
  const alike = similarity(line, other);
  return alike >= LEAST_LIKENESS ? alike * weightOf(line) : 0;
}

/** Below this, two lines have characters in common as any two lines of code do. */
const LEAST_LIKENESS = 0.4;

/** A blank line says little about a place. */
function weightOf(line: string): number {
  return line.trim() === '' ? 0.2 : 1;
}

/** `sums[i][j]`: the most likeness that the rests of both lists, from i and j on, can reach. */
function bestSums(alike: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const sums = Array.from({ length: alike.length + 1 }, () => Array.from({ length: width + 1 }, () => 0));
  for (let i = alike.length - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const both = (alike[i]?.[j] ?? 0) + (sums[i + 1]?.[j + 1] ?? 0);
      (sums[i] ?? [])[j] = Math.max(both, sums[i + 1]?.[j] ?? 0, sums[i]?.[j + 1] ?? 0);
    }
  }
  return sums;
}

type Match = readonly [expected: number, found: number];

function traceBack(
  alike: readonly (readonly number[])[],
  sums: readonly (readonly number[])[],
): readonly Match[] {
  const matches: Match[] = [];
  let i = 0;
  let j = 0;
  while ((sums[i]?.[j] ?? 0) > 0) {
    const here = sums[i]?.[j];
    if (here === sums[i + 1]?.[j]) i += 1;
    else if (here === sums[i]?.[j + 1]) j += 1;
    else {
      if ((alike[i]?.[j] ?? 0) > 0) matches.push([i, j]);
      i += 1;
      j += 1;
    }
  }
  return matches;
}

function diffOf(
  lists: { expected: readonly string[]; found: readonly string[] },
  matches: readonly Match[],
): readonly string[] {
  const diff: string[] = [];
  const last = matches.at(-1)?.[1] ?? -1;
  let i = 0;
  let j = matches[0]?.[1] ?? 0;
  for (const [nextExpected, nextFound] of [...matches, [lists.expected.length, last + 1] as const]) {
    for (; i < nextExpected; i += 1) diff.push(shown('-', lists.expected[i]));
    for (; j < nextFound; j += 1) diff.push(shown('+', lists.found[j]));
    if (nextFound > last) continue;
    const same = lists.expected[i] === lists.found[j];
    if (same) diff.push(shown(' ', lists.found[j]));
    else diff.push(shown('-', lists.expected[i]), shown('+', lists.found[j]));
    i += 1;
    j += 1;
  }
  return diff;
}

function shown(mark: ' ' | '-' | '+', line = ''): string {
  return mark + (line.length <= SHOWN_CHARACTERS ? line : `${line.slice(0, SHOWN_CHARACTERS)}…`);
}

/** Characters of one line of a diff. */
const SHOWN_CHARACTERS = 200;
