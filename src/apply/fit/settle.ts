import type { Hunk } from '../../patch/hunk.ts';
import { indentOf } from '../indent/indentation.ts';
import { BLANK } from '../locate/fingerprint.ts';
import { type LineIndex, lineAt } from '../locate/line-index.ts';
import { isBlank, isGap, type Pattern } from '../locate/pattern.ts';
import { type Laid, MISSING } from './laid.ts';

/**
 * Where each line of a hunk belongs in the file, for an old side that is laid on it with lines missing on either
 * side: a line's own position, and for an added line the position of the line that it goes before. null: an
 * addition has no sure place.
 */
export function settle(
  index: LineIndex,
  { hunk, pattern }: { readonly hunk: Hunk; readonly pattern: Pattern },
  laid: Laid,
): readonly number[] | null {
  const at: number[] = [];
  let row = 0;
  for (let line = 0; line < hunk.lines.length; ) {
    const [mark, text] = hunk.lines[line] ?? [' ', ''];
    if (mark !== '+') {
      const isLeftOut = mark === ' ' && pattern.gaps.size > 0 && isGap(index, text);
      at.push(isLeftOut ? MISSING : (laid.positions[row] ?? MISSING));
      row += isLeftOut ? 0 : 1;
      line += 1;
      continue;
    }
    const end = endOfAddition(hunk, line);
    const place = placeOf(index, { hunk, pattern, laid }, { start: line, end, row });
    if (place === null) return null;
    for (; line < end; line += 1) at.push(place);
  }
  return at;
}

type Laying = { readonly hunk: Hunk; readonly pattern: Pattern; readonly laid: Laid };

/** Lines of the hunk from `start` up to `end` are added before line `row` of the pattern. */
type Addition = { readonly start: number; readonly end: number; readonly row: number };

function endOfAddition({ lines }: Hunk, start: number): number {
  let end = start;
  while (lines[end]?.[0] === '+') end += 1;
  return end;
}

/** The line before which an addition goes; null: its neighbours do not tell. */
function placeOf(index: LineIndex, laying: Laying, addition: Addition): number | null {
  const { pattern, laid } = laying;
  const { start, end, row } = addition;
  const above = isGapAt(index, laying, start - 1) ? null : neighbour(laying, row - 1, -1);
  const below = isGapAt(index, laying, end) ? null : neighbour(laying, row, 1);
  if (above?.blanks === 0 && pattern.lines[above.row]?.isContext === false) return above.position + 1;
  if (below?.blanks === 0 && pattern.lines[below.row]?.isContext === false) return below.position;
  if (above === null || below === null) return besideOne(laying, { above, below, addition });
  if (isPartOfAbove(index, laying.hunk, { above, below, start, end }))
    return above.position + 1 + above.blanks;
  if (isNextTo(laying, above, below)) return laid.positions[row] ?? null;
  if (above.position === MISSING || below.position === MISSING) return null;
  if (laid.same[above.row] !== true && laid.same[below.row] !== true) return null;
  return between(index, laying.hunk, { above, below, start, end });
}

function isGapAt(index: LineIndex, { hunk, pattern }: Laying, line: number): boolean {
  const [mark, text] = hunk.lines[line] ?? ['+', ''];
  return mark === ' ' && pattern.gaps.size > 0 && isGap(index, text);
}

/** The nearest line of the old side that is not blank, and how many blank ones stand before it. */
type Neighbour = { readonly row: number; readonly blanks: number; readonly position: number };

/** null: the hunk, or a part of it, begins or ends here. */
function neighbour({ pattern, laid }: Laying, from: number, away: 1 | -1): Neighbour | null {
  for (let blanks = 0; ; blanks += 1) {
    const row = from + away * blanks;
    const line = pattern.lines[row];
    if (line === undefined) return null;
    if (!isBlank(line)) return { row, blanks, position: laid.positions[row] ?? MISSING };
    if (pattern.gaps.has(away === 1 ? row + 1 : row)) return null;
  }
}

type Beside = {
  readonly above: Neighbour | null;
  readonly below: Neighbour | null;
  readonly addition: Addition;
};

/** An addition at the end of a hunk: the lines around it must be the file's, blank ones too. */
function besideOne({ hunk, laid }: Laying, { above, below, addition }: Beside): number | null {
  const side = above ?? below;
  if (side === null || side.position === MISSING) return null;
  const away = above === null ? 1 : -1;
  const isSame = laid.same[side.row] === true;
  const isBacked =
    laid.same[side.row + away] === true && laid.positions[side.row + away] === side.position + away;
  if (!isSame && !isBacked) return null;
  for (let blank = 1; blank <= side.blanks; blank += 1)
    if (!liesAt(laid, side.row - away * blank, side.position - away * blank)) return null;
  const place = above === null ? side.position - side.blanks : side.position + side.blanks + 1;
  return standsBeyond({ hunk, laid }, { addition, place, away }) ? place : null;
}

type Beyond = { readonly addition: Addition; readonly place: number; readonly away: 1 | -1 };

/** Blank lines between an addition and the hunk's end are there, next to it. */
function standsBeyond(
  { hunk, laid }: Pick<Laying, 'hunk' | 'laid'>,
  { addition: { start, end, row }, place, away }: Beyond,
): boolean {
  const beyond = away === 1 ? hunk.lines.slice(0, start).toReversed() : hunk.lines.slice(end);
  for (const [order, [mark, text]] of beyond.entries()) {
    if (mark === '+' || text.trim() !== '') return true;
    const [blank, position] =
      away === 1 ? [row - 1 - order, place - 1 - order] : [row + order, place + order];
    if (!liesAt(laid, blank, position)) return false;
  }
  return true;
}

/** Before the first line of a file there is none, though a line that is missing counts as one before it. */
function liesAt({ positions }: Laid, row: number, position: number): boolean {
  return position !== MISSING && positions[row] === position;
}

/** Do the lines right above and below an addition stand together in the file, one of them not blank and the same? */
function isNextTo({ laid }: Laying, above: Neighbour, below: Neighbour): boolean {
  const [upper, lower] = [above.row + above.blanks, below.row - below.blanks];
  if (laid.positions[upper] === MISSING || laid.positions[lower] !== (laid.positions[upper] ?? 0) + 1)
    return false;
  return (
    (above.blanks === 0 && laid.same[upper] === true) || (below.blanks === 0 && laid.same[lower] === true)
  );
}

type Between = {
  readonly above: Neighbour;
  readonly below: Neighbour;
  readonly start: number;
  readonly end: number;
};

/** An addition between two lines that are next to each other, but for blank ones. */
function between(
  { prints }: LineIndex,
  { lines }: Hunk,
  { above, below, start, end }: Between,
): number | null {
  const blanks = below.position - above.position - 1;
  if (blanks < 0) return null;
  for (let line = above.position + 1; line < below.position; line += 1)
    if (prints[line] !== BLANK) return null;
  if (above.blanks + below.blanks === blanks) return above.position + 1 + above.blanks;
  if (above.blanks > 0 && below.blanks === 0) return below.position;
  if (below.blanks > 0 && above.blanks === 0) return above.position + 1;
  if (above.blanks > 0) return null;
  const beginsBlank = lines[start]?.[1].trim() === '';
  const endsBlank = lines[end - 1]?.[1].trim() === '';
  if (beginsBlank === endsBlank) return null;
  return beginsBlank ? above.position + 1 : below.position;
}

/**
 * Is an addition a part of what stands above it, indented deeper than what stands below? Of the blank lines
 * between, of which the file has more than the hunk, it leaves those that part it from that.
 */
function isPartOfAbove(index: LineIndex, { lines }: Hunk, { above, below, start, end }: Between): boolean {
  const blanks = below.position - above.position - 1;
  if (above.position === MISSING || below.blanks > 0 || blanks <= above.blanks) return false;
  for (let line = above.position + 1; line < below.position; line += 1)
    if (index.prints[line] !== BLANK) return false;
  const first = lines.slice(start, end).find(([, text]) => text.trim() !== '')?.[1] ?? '';
  return indentOf(first).length > indentOf(lineAt(index, below.position)).length;
}
