import type { Hunk, HunkLine } from '../../patch/hunk.ts';
import { saysAnything } from './already.ts';
import { endOfAddition, isDenied, type Placed, standsFor } from './inserted.ts';
import { type LineIndex, lineAt } from './line-index.ts';
import type { Place } from './location.ts';
import { editsOf, MISSING, type Placing } from './placed.ts';
import { isOneAddition, slidOut } from './slid.ts';

/** What is left to do of a hunk, some of whose added lines stand above or below all of its context; null: none do. */
export function restAt(index: LineIndex, placed: Placed): Pick<Place, 'status' | 'edits' | 'made'> | null {
  const position = placed.placing[placed.hunk.lines.findIndex(([mark]) => mark !== '+')] ?? MISSING;
  for (const { hunk, placing, written } of slidOut(placed)) {
    const there = insertedBeside(index, { hunk, placing, written }, isDenied(hunk, position));
    if (there.size === 0) continue;
    const open = placing.map((place, line) => (there.has(line) ? MISSING : place));
    const edits = editsOf(index, { hunk, placing: open, added: written });
    return { status: edits.length === 0 ? 'already_applied' : 'placed', edits, made: [...there.values()] };
  }
  return null;
}

/**
 * The lines that a placed hunk adds above or below all of its context, or where the file has more between two lines of that
 * than the hunk, and that stand there already, though the rest of it is still to be made: an earlier revision may have added
 * them. Each by its order in the hunk, with its position in the file. Lines that the context has too may be wanted once more.
 * `isFirstOpen`: those with which the hunk begins are still to be added.
 */
function insertedBeside(
  index: LineIndex,
  { hunk, placing, written }: Placed,
  isFirstOpen: boolean,
): ReadonlyMap<number, number> {
  const { lines } = hunk;
  const context = new Set(lines.flatMap(([mark, text]) => (mark === ' ' ? [text] : [])));
  const isOther = ([mark, text]: HunkLine) => mark === '+' && saysAnything(text) && !context.has(text);
  const isAlone = isOneAddition(hunk);
  const inserted = new Map<number, number>();
  for (let start = 0, end: number; start < lines.length; start = end) {
    end = Math.max(endOfAddition(hunk, start), start + 1);
    const added = lines.slice(start, end);
    if (!added.some(isOther) || takesPlace(hunk, start, end)) continue;
    if ((start === 0 && isFirstOpen) || (isAlone && isBetween(placing, start, end))) continue;
    const first = placeBeside(
      index,
      { hunk, placing, written },
      { start, end, place: placing[start] ?? MISSING },
    );
    if (first !== null) for (const offset of added.keys()) inserted.set(start + offset, first + offset);
  }
  return inserted;
}

/** Is an addition what comes for lines that are removed right above or below it? */
function takesPlace({ lines }: Hunk, start: number, end: number): boolean {
  return lines[start - 1]?.[0] === '-' || lines[end]?.[0] === '-';
}

/** Are the lines beside an addition one below the other in the file? */
function isBetween(placing: Placing, start: number, end: number): boolean {
  const above = placing[start - 1] ?? MISSING;
  return above !== MISSING && placing[end] === above + 1;
}

/** Lines that are added from `start` up to `end` of a hunk, before the line of the file at `place`. */
type Block = { readonly start: number; readonly end: number; readonly place: number };

/** Where they begin, if they stand beside their place; null: they don't. */
function placeBeside(index: LineIndex, placed: Placed, block: Block): number | null {
  if (standsAbove(index, placed, block)) return block.place - (block.end - block.start);
  return standsBelow(index, placed, block) ? block.place : null;
}

/**
 * Do they stand above their place? The context between them and what the hunk shows above, or its beginning, stands above
 * that once more then, for they end as it does.
 */
function standsAbove(index: LineIndex, placed: Placed, { start, end, place }: Block): boolean {
  const { hunk, placing } = placed;
  const size = end - start;
  if (!standsFrom(index, placed, { start, end, place: place - size })) return false;
  let line = start - 1;
  for (let at = place - 1; isContextAt(placed, line, at); [line, at] = [line - 1, at - 1])
    if (at < size || lineAt(index, at - size) !== lineAt(index, at)) return false;
  return hunk.lines[line]?.[0] !== '+' && (placing[line] ?? MISSING) < place - (start - 1 - line) - size;
}

/** Do they stand below it? So does the context then that they begin as. */
function standsBelow(index: LineIndex, placed: Placed, { start, end, place }: Block): boolean {
  const { hunk, placing } = placed;
  const size = end - start;
  if (!standsFrom(index, placed, { start, end, place })) return false;
  let line = end;
  for (let at = place; isContextAt(placed, line, at); [line, at] = [line + 1, at + 1])
    if (at + size >= index.lines.count || lineAt(index, at + size) !== lineAt(index, at)) return false;
  const next = placing[line] ?? MISSING;
  return hunk.lines[line]?.[0] !== '+' && (next === MISSING || next >= place + (line - end) + size);
}

function isContextAt({ hunk, placing }: Placed, line: number, position: number): boolean {
  return hunk.lines[line]?.[0] === ' ' && placing[line] === position;
}

function standsFrom(index: LineIndex, { hunk, written }: Placed, { start, end, place }: Block): boolean {
  return hunk.lines
    .slice(start, end)
    .every(([, sent], offset) =>
      standsFor(index, place + offset, { sent, written: written[start + offset] ?? sent }),
    );
}
