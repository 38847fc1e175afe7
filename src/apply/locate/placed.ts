import type { Hunk } from '../../patch/hunk.ts';
import { withStepsOf } from '../indent/indent-step.ts';
import { type IndentPair, indentOf, learnIndentation, type Reindent } from '../indent/indentation.ts';
import { isLoneTrimmed, reindentBesideLone } from '../indent/lone-line.ts';
import { lacksNothingAdded, type Marks, marksOf, type PlacedAt } from '../indent/own-marks.ts';
import { isFirstTrimmed, reindentBesideTrimmed } from '../indent/trimmed-line.ts';
import type { LineEdit } from '../line-edit.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import { retyped } from './retyped.ts';

/**
 * Where each line of a hunk belongs in a file, from 0: a line's own position, or MISSING where the file has no
 * such line; for an added line the position of the line that it goes before.
 */
export type Placing = readonly number[];

export const MISSING = -1;

/** The old side stands one line below the other, from `start` on. */
export function placingAt({ lines }: Hunk, start: number): Placing {
  let next = start;
  return lines.map(([mark]) => {
    if (mark === '+') return next;
    next += 1;
    return next - 1;
  });
}

/** Are all lines that the hunk is about blank ones that it removes and the file lacks? Nothing would be done then. */
export function losesChange({ lines }: Hunk, placing: Placing): boolean {
  const marked = lines.flatMap(([mark], line) => (mark === ' ' ? [] : [placing[line] ?? MISSING]));
  return marked.length > 0 && marked.every((position) => position === MISSING);
}

/** What a placed hunk does to the file's lines, in order. `added` are its lines as they are to be written. */
export function editsOf(
  { lines: { starts } }: LineIndex,
  {
    hunk,
    placing,
    added,
  }: { readonly hunk: Hunk; readonly placing: Placing; readonly added: readonly string[] },
): readonly LineEdit[] {
  const edits: { line: number; remove: number; insert: string[] }[] = [];
  let open: (typeof edits)[number] | undefined;
  for (const [order, [mark]] of hunk.lines.entries()) {
    const position = placing[order] ?? MISSING;
    if (mark === ' ' || position === MISSING) {
      open = undefined;
      continue;
    }
    if (open === undefined || open.line + open.remove !== position) {
      open = { line: position, remove: 0, insert: [] };
      edits.push(open);
    }
    if (mark === '+') open.insert.push(added[order] ?? '');
    else open.remove += 1;
  }
  return edits.map((edit) => {
    const span = { start: starts[edit.line] ?? 0, end: starts[edit.line + edit.remove] ?? 0 };
    return { ...edit, span };
  });
}

/** Did lines of context that are one space less deep than the file's lose the space that marks them? */
export function marksAt(index: LineIndex, hunk: Hunk, placing: Placing): Marks {
  const pairs = pairsOf({ index, hunk, placing });
  return marksOf(placedAt({ index, hunk, placing }, pairs), pairs);
}

/**
 * The lines of a hunk, the added ones indented as the file is, and typed as plainly; null: its lines are not indented after one rule, or nothing tells how.
 */
export function writtenLines(index: LineIndex, hunk: Hunk, placing: Placing): readonly string[] | null {
  const { lines } = hunk;
  const placed: Placed = { index, hunk, placing };
  const reindent = reindentAt(placed, pairsOf(placed));
  if (reindent === null) return null;
  const texts = retyped(lines, (line) => lineAt(index, placing[line] ?? MISSING));
  const written: string[] = [];
  for (const [line, text] of texts.entries()) {
    const own = indentOf(text);
    const indent = lines[line]?.[0] === '+' && text !== '' ? reindent(own, line) : own;
    if (indent === null && text.trim() !== '') return null;
    written.push((indent ?? own) + text.slice(own.length));
  }
  return written;
}

function pairsOf({ index, hunk, placing }: Placed): readonly IndentPair[] {
  const pairs: IndentPair[] = [];
  for (const [line, [mark, text]] of hunk.lines.entries()) {
    const position = placing[line] ?? MISSING;
    if (mark === '+' || position === MISSING || text.trim() === '') continue;
    const file = indentOf(lineAt(index, position));
    const isContext = mark === ' ';
    const mayLackMark = isContext && hunk.noMarkLost !== true;
    pairs.push({ line, patch: indentOf(text), file, isContext, mayLackMark });
  }
  return pairs;
}

type Placed = { readonly index: LineIndex; readonly hunk: Hunk; readonly placing: Placing };

function reindentAt(placed: Placed, pairs: readonly IndentPair[]): Reindent | null {
  const [first] = pairs;
  if (first !== undefined && isFirstTrimmed(pairs)) return reindentBesideTrimmed(placed.hunk.lines, first);
  const learnt = learnIndentation(pairs) ?? reindentBesideSlips(placed, pairs);
  const moved = learnt && withStepsOf(placed, pairs, learnt);
  if (first === undefined || !isLoneTrimmed(pairs)) return moved;
  const above = indentOf(lineAt(placed.index, (placed.placing[first.line] ?? 0) - 1));
  const isBelowDeeper = above.length > first.file.length;
  return reindentBesideLone(placed.hunk.lines, first, { moved, isBelowDeeper });
}

function reindentBesideSlips(placed: Placed, pairs: readonly IndentPair[]): Reindent | null {
  return lacksNothingAdded(placedAt(placed, pairs), pairs) ? (indent) => indent : null;
}

function placedAt({ index, hunk, placing }: Placed, [first]: readonly IndentPair[]): PlacedAt {
  return { index, hunk, position: placing[first?.line ?? 0] ?? 0 };
}
