import type { Hunk } from '../patch/hunk.ts';
import { hasWord } from './already.ts';
import { fingerprint } from './fingerprint.ts';
import { hasItsMarkLost, type IndentPair, indentOf, learnIndentation } from './indentation.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import { isFirstTrimmed } from './trimmed-line.ts';

/** A line of the new side that is not blank, and what stands for it in the file. */
type Standing = IndentPair & {
  /** The hunk removes a line that says the same, so that this may be that one. */
  readonly isMoved: boolean;
  /** It is one that the hunk removes, to the letter. */
  readonly isOld: boolean;
  readonly isTelling: boolean;
};

/**
 * Are the lines of a hunk's new side, which say the same as those from `start` on, as deep there as the hunk makes them?
 * All must be indented otherwise than in the file after one rule. Lines that the hunk moves in or out say the same before
 * and after, so that others must tell then that it is done: context that is indented otherwise too, or lines that are new,
 * unless those that were to be moved stand there to the letter.
 */
export function standsAsDeep(index: LineIndex, hunk: Hunk, start: number): boolean {
  const lines = standingAt(index, hunk, start);
  if (lines.every(hasItsMarkLost)) return true;
  if (isFirstTrimmed(lines)) return lines[0]?.isMoved === false;
  if (learnIndentation(lines) === null) return false;
  const moved = lines.filter((line) => line.isMoved && !hasItsMarkLost(line));
  if (moved.length === 0) return true;
  const isLeft = moved.some(({ isOld }) => isOld);
  return lines.some((line) =>
    line.isContext ? !hasItsMarkLost(line) : !line.isMoved && line.isTelling && !isLeft,
  );
}

function standingAt(index: LineIndex, { lines }: Hunk, start: number): readonly Standing[] {
  const removed = lines.flatMap(([mark, text]) => (mark === '-' ? [text] : []));
  const old = new Set(removed.map((text) => text.trimEnd()));
  const said = new Set(removed.map(fingerprint));
  const standing: Standing[] = [];
  let position = start - 1;
  for (const [line, [mark, text]] of lines.entries()) {
    if (mark === '-') continue;
    position += 1;
    if (text.trim() === '') continue;
    const there = lineAt(index, position);
    standing.push({
      line,
      patch: indentOf(text),
      file: indentOf(there),
      isContext: mark === ' ',
      isMoved: mark === '+' && said.has(fingerprint(text)),
      isOld: mark === '+' && old.has(there.trimEnd()),
      isTelling: hasWord(text),
    });
  }
  return standing;
}
