import { diffArrays } from 'diff';

/** Lines `start` to `end` of the one text stand as `newStart` to `newEnd` in the other; from 0, ends not included. */
export type ChangedSpan = {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
};

/** Gives equal lines of all texts equal numbers, so that comparing two costs the same however long they are. */
export function lineNumbering(): (lines: readonly string[]) => readonly number[] {
  const numbers = new Map<string, number>();
  const numberOf = (line: string) => {
    const known = numbers.get(line);
    if (known === undefined) numbers.set(line, numbers.size);
    return known ?? numbers.size - 1;
  };
  return (lines) => lines.map(numberOf);
}

/** Two texts whose equal lines have equal numbers, and where they differ: in order, and never touching. */
export type Difference = {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly spans: readonly ChangedSpan[];
};

/**
 * Compares two texts by lines.
 *
 * The spans are the smallest while the texts are much alike. Beyond that they are larger than they need be,
 * so that the time stays in proportion to the lines: whoever merges with them sees more conflicts, never a
 * wrong line.
 */
export function compareLines(before: readonly number[], after: readonly number[]): Difference {
  return { before, after, spans: changedSpans(before, after) };
}

function changedSpans(before: readonly number[], after: readonly number[]): readonly ChangedSpan[] {
  const gap = trimmed(before, after, { start: 0, end: before.length, newStart: 0, newEnd: after.length });
  if (gap === null) return [];
  const lines = gap.end - gap.start + gap.newEnd - gap.newStart;
  const whole = smallestSpans(before, after, gap, Math.min(MAX_EDITS, Math.ceil(MAX_STEPS / lines)));
  return joinTouching(whole ?? spansBetweenAnchors(before, after, gap));
}

/**
 * The same spans, moved up or down over equal lines as far as they go, or as wide as all of that: of three equal
 * lines nobody can say which one was removed, or beside which one another was added.
 */
export function slideSpans({ before, after, spans }: Difference, slide: Slide): readonly ChangedSpan[] {
  return joinTouching(
    spans.map((span, index) => {
      const floor = spans[index - 1]?.end ?? 0;
      const ceiling = spans[index + 1]?.start ?? before.length;
      return slid({ before, after, span, floor, ceiling }, slide);
    }),
  );
}

export type Slide = 'up' | 'down' | 'wide';

/** Lines added and removed up to which the smallest difference is looked for at once. */
const MAX_EDITS = 1000;

/** Comparisons of lines that one search may make: a good half second. */
const MAX_STEPS = 20_000_000;

/** Lines added and removed up to which the smallest difference is looked for between two anchors. */
const MAX_EDITS_BETWEEN = 200;

/** null: nothing is left. */
function trimmed(before: readonly number[], after: readonly number[], gap: ChangedSpan): ChangedSpan | null {
  let { start, end, newStart, newEnd } = gap;
  while (start < end && newStart < newEnd && before[start] === after[newStart]) {
    start += 1;
    newStart += 1;
  }
  while (start < end && newStart < newEnd && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
  }
  return start === end && newStart === newEnd ? null : { start, end, newStart, newEnd };
}

/** null: the texts differ in more than `limit` lines. */
function smallestSpans(
  before: readonly number[],
  after: readonly number[],
  gap: ChangedSpan,
  limit: number,
): readonly ChangedSpan[] | null {
  if (gap.start === gap.end || gap.newStart === gap.newEnd) return [gap];
  const parts = diffArrays(before.slice(gap.start, gap.end), after.slice(gap.newStart, gap.newEnd), {
    maxEditLength: limit,
  });
  if (parts === undefined) return null;
  const spans: ChangedSpan[] = [];
  let { start, newStart } = gap;
  for (const { added, removed, count } of parts) {
    const end = added ? start : start + count;
    const newEnd = removed ? newStart : newStart + count;
    if (added || removed) spans.push({ start, end, newStart, newEnd });
    start = end;
    newStart = newEnd;
  }
  return spans;
}

/** Lines that both texts hold exactly once hold them together; what lies between is compared by itself. */
function spansBetweenAnchors(
  before: readonly number[],
  after: readonly number[],
  gap: ChangedSpan,
): readonly ChangedSpan[] {
  const spans: ChangedSpan[] = [];
  let steps = MAX_STEPS;
  let { start, newStart } = gap;
  for (const [end, newEnd] of [...anchorsIn(before, after, gap), [gap.end, gap.newEnd] as const]) {
    const between = trimmed(before, after, { start, end, newStart, newEnd });
    if (between !== null) {
      const limit = Math.min(MAX_EDITS_BETWEEN, Math.floor(Math.sqrt(steps)));
      const found = smallestSpans(before, after, between, limit);
      steps -= limit * Math.min(limit, between.end - between.start + between.newEnd - between.newStart);
      for (const span of found ?? [between]) spans.push(span);
    }
    start = end + 1;
    newStart = newEnd + 1;
  }
  return spans;
}

type Pair = readonly [line: number, newLine: number];

/** The longest row of lines that are there once in each text and stand in the same order in both. */
function anchorsIn(before: readonly number[], after: readonly number[], gap: ChangedSpan): readonly Pair[] {
  const lines = onceOnly(before, gap.start, gap.end);
  const newLines = onceOnly(after, gap.newStart, gap.newEnd);
  const pairs = [...lines].flatMap(([id, line]): Pair[] => {
    const newLine = newLines.get(id);
    return newLine === undefined ? [] : [[line, newLine]];
  });
  return longestAscent(pairs);
}

/** The lines that are there once, by their number, in order. */
function onceOnly(lines: readonly number[], start: number, end: number): ReadonlyMap<number, number> {
  const once = new Map<number, number>();
  const seen = new Set<number>();
  for (let line = start; line < end; line += 1) {
    const id = lines[line] ?? 0;
    if (seen.has(id)) once.delete(id);
    else once.set(id, line);
    seen.add(id);
  }
  return once;
}

/** The longest choice of pairs whose second members ascend as the first ones do, by patience sorting. */
function longestAscent(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = [];
  const previous: number[] = [];
  for (const [index, [, newLine]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < newLine) low = middle + 1;
      else high = middle;
    }
    previous[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  }
  const ascent: Pair[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) ascent.push(pair);
  }
  return ascent.toReversed();
}

type Slidable = Omit<Difference, 'spans'> & {
  readonly span: ChangedSpan;
  /** Lines of `before` that the span may slide over: up to its neighbours. */
  readonly floor: number;
  readonly ceiling: number;
};

/** Only what adds lines, or only removes them, can slide. */
function slid({ before, after, span, floor, ceiling }: Slidable, slide: Slide): ChangedSpan {
  const { start, end, newStart, newEnd } = span;
  if (start < end && newStart < newEnd) return span;
  const [lines, from, to] = start < end ? [before, start, end] : [after, newStart, newEnd];
  let up = 0;
  while (up < start - floor && lines[from - up - 1] === lines[to - up - 1]) up += 1;
  let down = 0;
  while (down < ceiling - end && lines[from + down] === lines[to + down]) down += 1;
  const first = slide === 'down' ? down : -up;
  const last = slide === 'up' ? -up : down;
  return { start: start + first, end: end + last, newStart: newStart + first, newEnd: newEnd + last };
}

function joinTouching(spans: readonly ChangedSpan[]): readonly ChangedSpan[] {
  const joined: ChangedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.end >= span.start) {
      joined[joined.length - 1] = { ...last, end: span.end, newEnd: span.newEnd };
    } else {
      joined.push(span);
    }
  }
  return joined;
}
