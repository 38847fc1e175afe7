import type { Hunk } from '../../patch/hunk.ts';
import { type LineIndex, lineAt } from '../locate/line-index.ts';
import { hasItsMarkLost, type IndentPair, indentOf, lacksSpacesOnly } from './indentation.ts';
import { stepsOf } from './step-width.ts';

/**
 * Lines of context that are one space less deep than the file's: did they lose the space that marks them, `lost`, or have
 * they a mark of their own and another indentation, `kept`? What is added has its mark in any case, and so its depth tells:
 * beside lost marks it is a depth of the file, and elsewhere one of the context. `unclear`: it may be either, or both.
 */
export type Marks = 'lost' | 'kept' | 'unclear';

export function marksOf(placed: PlacedAt, pairs: readonly IndentPair[]): Marks {
  const off = pairs.filter(({ patch, file }) => patch !== file);
  // A line that is removed has its mark.
  if (placed.hunk.noMarkLost === true || !off.every(hasItsMarkLost)) return 'kept';
  if (placed.hunk.lines.some(isWithoutMark)) return 'lost';
  if (off.length < pairs.length) return isAddedBeside(placed, off) ? 'unclear' : 'lost';
  const told = toldByAdded(placed, off).flatMap(({ marks }) => marks ?? []);
  return told.find((marks) => marks !== 'unclear') ?? told[0] ?? 'lost';
}

/**
 * Do all lines have the depth of the file, but for some that stay and lack a space, and nothing is added beside them that
 * lacks it too? Then what is added is as deep as it was sent, in whatever format.
 */
export function lacksNothingAdded(placed: PlacedAt, pairs: readonly IndentPair[]): boolean {
  const off = pairs.filter(({ patch, file }) => patch !== file);
  return lacksSpacesOnly(pairs) && !isAddedBeside(placed, off);
}

/** A hunk, and where its first matched line stands in the file. */
export type PlacedAt = { readonly index: LineIndex; readonly hunk: Hunk; readonly position: number };

/** Is a line added that is as deep as some which lack a space, and has no depth of the file? */
function isAddedBeside(placed: PlacedAt, off: readonly IndentPair[]): boolean {
  return toldByAdded(placed, off).some(({ text, marks }) => marks === 'kept' && isAsDeep(text, off));
}

function toldByAdded(
  { index, hunk, position }: PlacedAt,
  off: readonly IndentPair[],
): readonly { readonly text: string; readonly marks: Marks | null }[] {
  const isStarred = off.every(({ line }) => beginsWithStar(hunk.lines[line]?.[1] ?? ''));
  const known: Known = { off, isStarred, ...depthsAround(index, position) };
  return hunk.lines.flatMap(([mark, text]) =>
    mark === '+' && text.trim() !== '' ? [{ text, marks: toldBy(text, known) }] : [],
  );
}

function isWithoutMark([, text, note]: Hunk['lines'][number]): boolean {
  return note === 'unmarked' && text.trim() !== '';
}

type Known = {
  /** The pairs that differ by a space. */
  readonly off: readonly IndentPair[];
  /** Are all of them lines of a comment that begin with a star, one space below its first line? */
  readonly isStarred: boolean;
  /** How lines of the file around them are indented, and by how much its blocks are deeper. */
  readonly depths: ReadonlySet<string>;
  readonly width: number | null;
};

function depthsAround(index: LineIndex, position: number): Pick<Known, 'depths' | 'width'> {
  const lines: string[] = [];
  for (let at = Math.max(0, position - FAR); at < Math.min(index.lines.count, position + FAR); at += 1)
    lines.push(lineAt(index, at));
  const depths = new Set(lines.flatMap((line) => (line.trim() === '' ? [] : [indentOf(line)])));
  return { depths, width: stepsOf(lines, ' ')?.width ?? null };
}

/** Lines above and below that are looked at. */
const FAR = 200;

/** What one added line tells; null: nothing, as it has a depth of its own. */
function toldBy(text: string, { off, isStarred, depths, width }: Known): Marks | null {
  const indent = indentOf(text);
  const isStepBelow = (other: string) => width !== null && indent === other + ' '.repeat(width);
  const isOfFile = depths.has(indent) || off.some(({ file }) => isStepBelow(file));
  const isShallower = off.some(({ patch }) => indent.length < patch.length);
  const isOfContext =
    isAsDeep(text, off) ||
    off.some(({ patch }) => isStepBelow(patch)) ||
    (isShallower && depths.has(` ${indent}`));
  if (isOfFile && isOfContext && isStarred) return beginsWithStar(text) ? 'kept' : 'lost';
  if (isOfFile && isOfContext) return 'unclear';
  if (isOfFile) return 'lost';
  return isOfContext ? 'kept' : null;
}

function beginsWithStar(text: string): boolean {
  return text.trimStart().startsWith('*');
}

/** As deep as a line of context was sent. */
function isAsDeep(text: string, off: readonly IndentPair[]): boolean {
  const indent = indentOf(text);
  return off.some(({ patch }) => patch === indent);
}
