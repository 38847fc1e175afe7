import { likeness, type Profile, SAME_BUT_SPACE, weightOf } from './likeness.ts';

/** How lines that a patch expects lie beside the lines of a file. Positions are indices into both lists. */
export type Comparison = {
  /** 0 to 1: how much of `expected` the found lines account for. */
  readonly score: number;
  /** Lines that belong together, ascending on both sides; they need not be equal. */
  readonly pairs: readonly Pair[];
};

export type Pair = {
  readonly expected: number;
  readonly found: number;
  readonly difference: 'none' | 'space' | 'text';
  /** 0 to 1. */
  readonly likeness: number;
};

/**
 * The best way to lay expected lines beside found ones, in order. Line `i` of the one is compared with the lines
 * from `i` to `i + reach` of the other, so the cost is the number of expected lines times `reach`.
 */
export function compareLines(
  expected: readonly Profile[],
  found: readonly Profile[],
  reach: number,
): Comparison {
  const alike = expected.map((line, i) =>
    likenessWithin(line, found.slice(i, i + reach + 1), expected.length),
  );
  const weights = expected.map(weightOf);
  const sums = bestSums(alike, weights, reach);
  const pairs = trace({ alike, weights, sums, reach }).map(({ i, k }): Pair => {
    const value = alike[i]?.[k] ?? 0;
    const difference = value === 1 ? 'none' : value === SAME_BUT_SPACE ? 'space' : 'text';
    return { expected: i, found: i + k, difference, likeness: value };
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const reached = pairs.reduce((sum, pair) => sum + pair.likeness * (weights[pair.expected] ?? 0), 0);
  return { score: total === 0 ? 0 : Math.round((100 * reached) / total) / 100, pairs };
}

function likenessWithin(line: Profile, others: readonly Profile[], count: number): readonly number[] {
  const least = count === 1 ? LEAST_OF_ONE : LEAST_LIKENESS;
  return others.map((other) => {
    const value = likeness(line, other);
    return value >= least ? value : 0;
  });
}

/** Below this, two lines have characters in common as any two lines of code do. */
const LEAST_LIKENESS = 0.5;

/** The text of a single line may be a part of the line that is meant. */
const LEAST_OF_ONE = 0.3;

/** What it costs to pass over a found line: just enough to keep equally good pairs together. */
const PASSING = 0.001;

/** `sums[i][k]`: the most that the rests of both lists, from `i` and from `i + k` on, can reach. */
function bestSums(
  alike: readonly (readonly number[])[],
  weights: readonly number[],
  reach: number,
): readonly Float64Array[] {
  const sums = Array.from({ length: alike.length + 1 }, () => new Float64Array(reach + 1));
  for (let i = alike.length - 1; i >= 0; i -= 1) {
    const next = sums[i + 1];
    let afterFound = 0;
    for (let k = reach; k >= 0; k -= 1) {
      const both = (alike[i]?.[k] ?? 0) * (weights[i] ?? 0) + (next?.[k] ?? 0);
      afterFound = Math.max(both, next?.[k - 1] ?? 0, afterFound - PASSING);
      sums[i]?.fill(afterFound, k, k + 1);
    }
  }
  return sums;
}

type Table = {
  readonly alike: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly sums: readonly Float64Array[];
  readonly reach: number;
};

/** The pairs of the best sum, as index and distance. */
function trace({ alike, weights, sums, reach }: Table): readonly { i: number; k: number }[] {
  const pairs: { i: number; k: number }[] = [];
  let [i, k] = [0, 0];
  while (i < alike.length) {
    const here = sums[i]?.[k] ?? 0;
    const value = alike[i]?.[k] ?? 0;
    if (value * (weights[i] ?? 0) + (sums[i + 1]?.[k] ?? 0) === here) {
      if (value > 0) pairs.push({ i, k });
      i += 1;
    } else if (k > 0 && sums[i + 1]?.[k - 1] === here) {
      i += 1;
      k -= 1;
    } else if (k < reach) k += 1;
    else i += 1;
  }
  return pairs;
}
