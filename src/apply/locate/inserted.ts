import type { Hunk, HunkLine } from '../../patch/hunk.ts';
import { indentOf } from '../indent/indentation.ts';
import { saysAnything } from './already.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import { isGap } from './pattern.ts';
import { MISSING, type Placing } from './placed.ts';

/** A hunk where it is placed, and its lines as they are to be written there. */
export type Placed = {
  readonly hunk: Hunk;
  readonly placing: Placing;
  readonly written: readonly string[];
};

/**
 * The lines of the file that a placed hunk would add, where they are already around its context; null: they are not. Where
 * they go before or after all of them, or beside lines that the patch leaves out, the old side is still there, and inserting
 * again would double them. Where they go between context lines, all that the hunk makes is asked for: findMadeAround().
 */
export function insertedAt(index: LineIndex, { hunk, placing, written }: Placed): readonly number[] | null {
  const { lines } = hunk;
  if (lines.some(([mark]) => mark === '-')) return null;
  const isEdge = (line: number) => isEdgeAt(index, lines[line], placing[line]);
  const inserted: number[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start]?.[0] !== '+') continue;
    const end = endOfAddition(hunk, start);
    if (isEdge(start - 1) === isEdge(end)) return null;
    const place = placing[start] ?? MISSING;
    const first = isEdge(end) ? place : place - (end - start);
    for (let line = start; line < end; line += 1) {
      const sent = lines[line]?.[1] ?? '';
      if (!standsFor(index, first + line - start, { sent, written: written[line] ?? sent })) return null;
      inserted.push(first + line - start);
    }
    start = end;
  }
  return lines.some(([mark, text]) => mark === '+' && saysAnything(text)) ? inserted : null;
}

/** Does the hunk, or a part of it, begin or end at a line? Nothing tells then what the file has there. */
export function isEdgeAt(
  index: LineIndex,
  line: HunkLine | undefined,
  position: number | undefined,
): boolean {
  return line === undefined || (line[0] === ' ' && position === MISSING && isGap(index, line[1]));
}

export function endOfAddition({ lines }: Hunk, start: number): number {
  let end = start;
  while (lines[end]?.[0] === '+') end += 1;
  return end;
}

/** Is a line of the file as it is to be written, or as it was sent, and as deep as it is to be? */
export function standsFor(
  index: LineIndex,
  position: number,
  { sent, written }: { readonly sent: string; readonly written: string },
): boolean {
  if (position < 0 || position >= index.lines.count) return false;
  const there = lineAt(index, position);
  return there === written || (there === sent && indentOf(sent) === indentOf(written));
}

/**
 * Does the hunk's line number say that it is not applied, though the lines that it adds stand where they go? Had they been
 * added above its context, that would stand further down by now than where the number says, at `position`; unless the
 * number names both, for an earlier part of the patch moved its line.
 */
export function isDenied(hunk: Hunk, position: number): boolean {
  const isNamed = (at: number) => hunk.lineHint === at + 1 || hunk.movedHint === at + 1;
  return hunk.lines[0]?.[0] === '+' && isNamed(position) && !isNamed(position - endOfAddition(hunk, 0));
}

export function standsAt(index: LineIndex, block: readonly string[], position: number): boolean {
  return (
    position >= 0 &&
    position + block.length <= index.lines.count &&
    block.every((line, offset) => lineAt(index, position + offset) === line)
  );
}
