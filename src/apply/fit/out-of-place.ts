import { indentOf } from '../indent/indentation.ts';
import { hasWord } from '../locate/already.ts';
import { type LineIndex, lineAt, positionsOf } from '../locate/line-index.ts';
import { isBlank, type Pattern, type WantedLine } from '../locate/pattern.ts';
import { isHeading, isLeft, type SectionIndex } from '../locate/sections.ts';
import { changedAt, type Laid, type Point } from './laid.ts';

/**
 * Does the file have a line of context elsewhere only: on the other side of a change than the hunk, or in another block
 * than the changes next to it? Then the hunk may belong there.
 */
export function isOutOfPlace(file: Sectioned, { pattern, weights }: Weighed, laid: Laid): boolean {
  const changes = changedAt(pattern, laid);
  return pattern.lines.some((line, row) => {
    const seen = positionsOf(file.index, line.print);
    if (!line.isContext || isBlank(line)) return false;
    if ((weights[row] ?? 0) < LEAST_WEIGHT && !isHead(file, line, seen)) return false;
    if (seen.length === 0 || seen.length > MOST_PLACES) return false;
    const own = laid.same[row] === true ? laid.positions[row] : undefined;
    const places = own === undefined ? seen : [own];
    return !places.some((position) => isWithin(file, pattern, { changes, at: { row, position } }));
  });
}

type Sectioned = { readonly index: LineIndex; readonly sections: SectionIndex };

type Weighed = { readonly pattern: Pattern; readonly weights: readonly number[] };

/** However short, a line that stands once and has others below it names a place. */
function isHead({ sections }: Sectioned, { text }: WantedLine, [only, second]: readonly number[]): boolean {
  return only !== undefined && second === undefined && hasWord(text) && isHeading(sections, only);
}

/** A line of some letters. */
const LEAST_WEIGHT = 0.5;

/** A line at more places than this tells none. */
const MOST_PLACES = 40;

/** Does a line stand between the same changes as in the hunk, and in one block with one of them? */
function isWithin(
  file: Sectioned,
  pattern: Pattern,
  { changes, at }: { readonly changes: readonly Point[]; readonly at: Point },
): boolean {
  const above = changes.findLast(({ row }) => row < at.row);
  const below = changes.find(({ row }) => row > at.row);
  if (above !== undefined && above.position > at.position) return false;
  if (below !== undefined && below.position < at.position) return false;
  return (
    (above !== undefined && isOneBlock(file, pattern, [above, at])) ||
    (below !== undefined && isOneBlock(file, pattern, [at, below]))
  );
}

/**
 * Does the file stay in a block from one line to another, unless the hunk itself leaves it between them? Where it says
 * that it leaves lines out, it may, but for a block of which it shows the head.
 */
function isOneBlock({ index, sections }: Sectioned, pattern: Pattern, [upper, lower]: Stretch): boolean {
  const { lines, gaps } = pattern;
  const [above, below] = [Math.floor(upper.position), Math.ceil(lower.position)];
  const isElided = [...gaps].some((row) => row > upper.row && row <= lower.row);
  if (isElided && !isHeading(sections, above)) return true;
  const first = Math.floor(upper.row);
  const deeper = indentOf(lineAt(index, above)).length - indentOf(lines[first]?.text ?? '').length;
  const between = lines.slice(first + 1, Math.ceil(lower.row)).map(({ text }) => text);
  return !isLeft(sections, { above, below, between, deeper });
}

type Stretch = readonly [upper: Point, lower: Point];
