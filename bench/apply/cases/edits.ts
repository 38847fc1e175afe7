import type { Random } from '../random.ts';
import { nameFrom } from './languages.ts';
import type { LineEdit } from './line-edit.ts';

/** Edits as people make them, sorted and apart; `from` and `to` (not included) bound where they may be. */
export function randomEdits(
  random: Random,
  lines: readonly string[],
  { count, from = 0, to = lines.length }: { count: number; from?: number; to?: number },
): readonly LineEdit[] {
  const parts = Math.max(1, Math.min(count, Math.floor((to - from) / LEAST_PART)));
  const part = Math.floor((to - from) / parts);
  const edits = Array.from({ length: parts }, (_, index) => {
    const least = from + index * part;
    return randomEdit(random, lines, random.int(least, Math.max(least, least + part - LARGEST_EDIT - 1)));
  });
  // Where a file has many bare lines in a row, an edit may have slid into the next one's part.
  return edits.filter(({ at }, index) =>
    edits.slice(0, index).every((before) => before.at + before.remove < at),
  );
}

/** Lines that one edit needs for itself, with some between it and the next. */
const LEAST_PART = 12;

const LARGEST_EDIT = 4;

function randomEdit(random: Random, lines: readonly string[], near: number): LineEdit {
  const at = nextInked(lines, near);
  const line = lines[at] ?? '';
  const remove = random.int(1, Math.min(LARGEST_EDIT, Math.max(1, lines.length - at)));
  const added = () => likeLine(random, line);
  return random.pick<() => LineEdit>([
    () => ({ at, remove: 1, insert: [changedLine(random, line)] }),
    () => ({ at, remove: 1, insert: [changedLine(random, line)] }),
    () => ({ at, remove: 1, insert: [changedLine(random, line), added()] }),
    () => ({ at, remove: 0, insert: [added()] }),
    () => ({ at: at + 1, remove: 0, insert: [added(), added()] }),
    () => ({ at, remove, insert: [] }),
    () => ({ at, remove, insert: [added(), added(), added()] }),
  ])();
}

function nextInked(lines: readonly string[], near: number): number {
  const found = lines.findIndex((line, index) => index >= near && line.trim().length > LEAST_INK);
  return found === -1 ? near : found;
}

/** Lines with less on them, such as a bracket, are not what a change is about. */
const LEAST_INK = 3;

/** The line with another word or number in it; never the same line. */
export function changedLine(random: Random, line: string): string {
  const words = [...line.matchAll(/[A-Za-z]{3,}|\d+/g)];
  if (words.length === 0) return `${line} // ${nameFrom(random)}`;
  const word = random.pick(words);
  const now = /^\d/.test(word[0]) ? `${Number(word[0].slice(0, 6)) + random.int(1, 9)}` : nameFrom(random);
  return line.slice(0, word.index) + now + line.slice(word.index + word[0].length);
}

/** A new line that stands as deep as another one. */
function likeLine(random: Random, line: string): string {
  const depth = /^\s*/.exec(line)?.[0] ?? '';
  return `${depth}${nameFrom(random)}(${random.int(100, 999)}); // ${nameFrom(random)}`;
}
