import type { Hunk } from '../../patch/hunk.ts';
import { hasWord } from '../locate/already.ts';
import { fingerprint } from '../locate/fingerprint.ts';
import { type LineIndex, lineAt } from '../locate/line-index.ts';
import {
  hasItsMarkLost,
  type IndentPair,
  indentOf,
  lacksSpacesOnly,
  learnIndentation,
} from './indentation.ts';
import { isFirstTrimmed } from './trimmed-line.ts';

/** A line of the new side that is not blank, and what stands for it in the file. */
type Standing = IndentPair & {
  /** How the line is indented that says the same and that the hunk removes, so that this may be that one; null: there is none. */
  readonly before: string | null;
  readonly isTelling: boolean;
};

/**
 * Are the lines of a hunk's new side, which say the same as those from `start` on, as deep there as the hunk makes them?
 * All must be indented otherwise than in the file after one rule. Lines that the hunk moves in or out say the same before
 * and after, so that others must tell then that it is done: context beside which they would not be as deep as they were,
 * or lines that are new, unless those that were to be moved stand there to the letter.
 */
export function standsAsDeep(index: LineIndex, hunk: Hunk, start: number): boolean {
  const lines = standingAt(index, hunk, start);
  if (lines.every(hasItsMarkLost) || lacksSpacesOnly(lines)) return true;
  if (isFirstTrimmed(lines)) return lines[0]?.before === null;
  if (learnIndentation(lines) === null) return false;
  const moved = lines.filter((line) => line.before !== null && !hasItsMarkLost(line));
  if (moved.length === 0 || !mayBeAsBefore(lines)) return true;
  if (moved.some(({ before, file }) => before === file)) return false;
  return lines.some(({ before, isContext, isTelling }) => !isContext && before === null && isTelling);
}

/** Would all lines but the new ones be indented after one rule too if those that are moved still stood as they were? */
function mayBeAsBefore(lines: readonly Standing[]): boolean {
  const old = lines.flatMap(({ before, isContext, patch, ...line }) =>
    isContext || before !== null ? [{ ...line, isContext, patch: before ?? patch }] : [],
  );
  return learnIndentation(old) !== null;
}

function standingAt(index: LineIndex, { lines, noMarkLost }: Hunk, start: number): readonly Standing[] {
  const removed = removedIndents(lines);
  const standing: Standing[] = [];
  let position = start - 1;
  for (const [line, [mark, text]] of lines.entries()) {
    if (mark === '-') continue;
    position += 1;
    if (text.trim() === '') continue;
    standing.push({
      line,
      patch: indentOf(text),
      file: indentOf(lineAt(index, position)),
      isContext: mark === ' ',
      mayLackMark: mark === ' ' && noMarkLost !== true,
      before: (mark === '+' ? removed.get(fingerprint(text))?.next().value : undefined) ?? null,
      isTelling: hasWord(text),
    });
  }
  return standing;
}

/** How the lines that a hunk removes are indented, in their order, by what they say. */
function removedIndents(lines: Hunk['lines']): ReadonlyMap<number, Iterator<string>> {
  const indents = new Map<number, string[]>();
  for (const [mark, text] of lines) {
    if (mark !== '-') continue;
    const print = fingerprint(text);
    const known = indents.get(print);
    if (known === undefined) indents.set(print, [indentOf(text)]);
    else known.push(indentOf(text));
  }
  return new Map([...indents].map(([print, own]) => [print, own.values()]));
}
