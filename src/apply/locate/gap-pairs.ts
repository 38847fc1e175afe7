import { isElision } from '../../patch/elision/elision.ts';
import type { Hunk, HunkLine } from '../../patch/hunk.ts';
import type { Effort } from '../effort.ts';
import type { LineIndex } from './line-index.ts';
import { isGap } from './pattern.ts';

/**
 * A mark for lines that a hunk leaves out, which stands in it several times, where one of the new side may mean what another
 * one of the old side does: equal lines are taken for each other in their order, and functions may change theirs. null: the
 * lines around each tell. Spends effort.
 */
export function mixedGap(index: LineIndex, { lines }: Hunk, effort: Effort): string | null {
  const gaps = new Set(lines.filter(([mark, text]) => mark === ' ' && isGap(index, text)));
  const names = new Set([...gaps].map(([, text]) => text.trim()));
  const copy = lines.find(([mark, text]) => mark === '+' && names.has(text.trim()) && isRemark(text));
  if (copy !== undefined) return copy[1].trim();
  const [old, now] = [marksIn(lines, '+', gaps), marksIn(lines, '-', gaps)];
  return [...names].find((name) => isMixed(old.get(name) ?? [], now.get(name) ?? [], effort)) ?? null;
}

/** Dots alone are a statement of Python. */
function isRemark(text: string): boolean {
  return isElision(text) && !/^(?:\.{3}|…)$/.test(text.trim());
}

/** The lines right above and below a mark, blank ones aside; '' where there is none. */
type Around = { readonly sides: readonly Side[] };

type Side = { readonly text: string; readonly words: ReadonlySet<string> };

/** What stands around the marks of one side, by their texts, in order. */
function marksIn(
  lines: readonly HunkLine[],
  without: '+' | '-',
  gaps: ReadonlySet<HunkLine>,
): ReadonlyMap<string, readonly Around[]> {
  const shown = lines.filter(([mark, text]) => mark !== without && text.trim() !== '');
  const found = new Map<string, Around[]>();
  for (const [at, line] of shown.entries()) {
    if (!gaps.has(line)) continue;
    const around = { sides: [sideOf(shown[at - 1]), sideOf(shown[at + 1])] };
    const name = line[1].trim();
    const marks = found.get(name);
    if (marks === undefined) found.set(name, [around]);
    else marks.push(around);
  }
  return found;
}

function sideOf(line: HunkLine | undefined): Side {
  const text = line?.[1].trim() ?? '';
  return { text, words: new Set(text.slice(0, READ_CHARACTERS).match(/[\p{L}\p{M}\p{N}_]+/gu)) };
}

/** A line tells by its beginning what it is about. */
const READ_CHARACTERS = 200;

/** Both sides have the marks that stay, in the same order. */
function isMixed(old: readonly Around[], now: readonly Around[], effort: Effort): boolean {
  if (old.length < 2) return false;
  return old.some((mark, at) => {
    const own = now[at];
    if (own === undefined) return true;
    // No other can be more like it.
    if (mark.sides.every(({ text }, side) => text === own.sides[side]?.text)) return false;
    effort.comparisons -= COMPARING * (old.length + now.length);
    if (effort.comparisons < 0) return true;
    const shared = sharedWords(mark, own);
    if (shared === 0 && !hasEqualSide(mark, own)) return true;
    return (
      now.some((other) => sharedWords(mark, other) > shared) ||
      old.some((other) => sharedWords(other, own) > shared)
    );
  });
}

/** Comparing what stands around two marks takes as long as so many comparisons. */
const COMPARING = 200;

function sharedWords(left: Around, right: Around): number {
  return left.sides.reduce((sum, { words }, side) => {
    const others = right.sides[side]?.words;
    return sum + [...words].filter((word) => others?.has(word) === true).length;
  }, 0);
}

function hasEqualSide(left: Around, right: Around): boolean {
  return left.sides.some(({ text }, side) => text === right.sides[side]?.text);
}
