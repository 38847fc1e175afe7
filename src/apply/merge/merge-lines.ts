import { type ChangedSpan, compareLines, lineNumbering, type Slide, slideSpans } from './line-diff.ts';

/** The same thing three times: as it was, as one side wants it, and as it is now on the other side. */
export type Sides<Value> = { readonly was: Value; readonly wanted: Value; readonly now: Value };

/** A place that both sides changed, and differently. `line` counts in `now`, from 1. */
export type LineClash = Sides<readonly string[]> & { readonly line: number };

export type MergedLines =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly clashes: readonly LineClash[] };

/**
 * Merges two changes of one text by lines, as diff3 does and git: what one side changed is taken, what both
 * changed in the same way is taken once, and changes that meet or touch are a clash. Lines are whatever the
 * caller takes for one; their ends count where they are part of them.
 *
 * Lines added or removed among equal ones may stand in several places. Where it matters in which, every way to
 * see it that does not clash must give the same text.
 */
export function mergeLines(sides: Sides<readonly string[]>): MergedLines {
  const numbersOf = lineNumbering();
  const was = numbersOf(sides.was);
  const wanted = compareLines(was, numbersOf(sides.wanted));
  const now = compareLines(was, numbersOf(sides.now));
  const mergeAt = (mine: Slide, theirs: Slide) =>
    mergeSpans(sides, { wanted: slideSpans(wanted, mine), now: slideSpans(now, theirs) });
  const certain = mergeAt('wide', 'wide');
  if (certain.ok) return certain;
  const likely = mergeAt('down', 'down');
  if (!likely.ok) return likely;
  const others = [mergeAt('up', 'up'), mergeAt('up', 'down'), mergeAt('down', 'up')];
  return others.every((other) => !other.ok || sameLines(other.lines, likely.lines)) ? likely : certain;
}

type ChangedSpans = { readonly wanted: readonly ChangedSpan[]; readonly now: readonly ChangedSpan[] };

function mergeSpans(sides: Sides<readonly string[]>, spans: ChangedSpans): MergedLines {
  const lines: string[] = [];
  const clashes: LineClash[] = [];
  let line = 0;
  for (const region of regionsOf(spans)) {
    append(lines, sides.was, line, region.was.start);
    line = region.was.end;
    const [wanted, now] = [slice(sides.wanted, region.wanted), slice(sides.now, region.now)];
    if (region.changedBy === 'wanted') append(lines, wanted);
    else if (region.changedBy === 'now' || sameLines(wanted, now)) append(lines, now);
    else clashes.push({ line: region.now.start + 1, was: slice(sides.was, region.was), wanted, now });
  }
  append(lines, sides.was, line);
  return clashes.length > 0 ? { ok: false, clashes } : { ok: true, lines };
}

type Range = { readonly start: number; readonly end: number };

type Region = Sides<Range> & { readonly changedBy: 'wanted' | 'now' | 'both' };

/** The changed places of both sides in order, those that meet or touch as one. */
function* regionsOf(spans: ChangedSpans): Generator<Region> {
  const wanted = { spans: spans.wanted, next: 0 };
  const now = { spans: spans.now, next: 0 };
  for (;;) {
    const start = Math.min(startOf(wanted), startOf(now));
    if (start === Number.POSITIVE_INFINITY) return;
    const from = { wanted: wanted.next, now: now.next };
    let end = start;
    while (startOf(wanted) <= end || startOf(now) <= end) {
      const side = startOf(wanted) <= end ? wanted : now;
      end = Math.max(end, side.spans[side.next]?.end ?? 0);
      side.next += 1;
    }
    const region = { start, end };
    yield {
      was: region,
      wanted: rangeIn(wanted.spans, [from.wanted, wanted.next], region),
      now: rangeIn(now.spans, [from.now, now.next], region),
      changedBy: from.wanted === wanted.next ? 'now' : from.now === now.next ? 'wanted' : 'both',
    };
  }
}

type Cursor = { readonly spans: readonly ChangedSpan[]; next: number };

function startOf({ spans, next }: Cursor): number {
  return spans[next]?.start ?? Number.POSITIVE_INFINITY;
}

/** The lines of one side that stand for the region, given which of its spans lie in it. */
function rangeIn(
  spans: readonly ChangedSpan[],
  [from, to]: readonly [number, number],
  { start, end }: Range,
): Range {
  const before = spans[from - 1];
  const last = spans[to - 1];
  const shiftBefore = before === undefined ? 0 : before.newEnd - before.end;
  const shiftAfter = last === undefined ? 0 : last.newEnd - last.end;
  return { start: start + shiftBefore, end: end + shiftAfter };
}

function slice(lines: readonly string[], { start, end }: Range): readonly string[] {
  return lines.slice(start, end);
}

function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

function append(target: string[], lines: readonly string[], start = 0, end = lines.length): void {
  for (let index = start; index < end; index += 1) target.push(lines[index] ?? '');
}
