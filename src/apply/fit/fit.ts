import type { Hunk } from '../../patch/hunk.ts';
import type { Effort } from '../effort.ts';
import type { Extent } from '../locate/extent.ts';
import type { LineIndex } from '../locate/line-index.ts';
import type { Looseness } from '../locate/line-match.ts';
import { isBlank, type Pattern } from '../locate/pattern.ts';
import { loosenessOf } from '../locate/places.ts';
import type { SectionIndex } from '../locate/sections.ts';
import { type Chart, chartOf, TELLING_WEIGHT } from './chart.ts';
import { contextShare, extentOf, type Laid, laidOut, MISSING } from './laid.ts';
import { isOutOfPlace } from './out-of-place.ts';
import { cheapestPath, type Path, type Span } from './path.ts';
import { type ChangeGroup, changesOf, regionsFor } from './regions.ts';
import { settle } from './settle.ts';

export type FitResult =
  | {
      readonly status: 'fits';
      /** The best place, and others that are about as good. */
      readonly fits: readonly [Fit, ...Fit[]];
    }
  | { readonly status: 'misfit' };

export type Fit = {
  /** Where the first line of the old side stands, or would stand; from 0. */
  readonly start: number;
  /**
   * For each line of the hunk its place, as settle() gives them; null: an addition has no sure place there, or a line whose
   * mark may be lost has none.
   */
  readonly at: readonly number[] | null;
  readonly tolerances: readonly (Looseness | FitTolerance)[];
  readonly extent: Extent;
  /** Is the hunk laid in one piece, so that it has one place? */
  readonly isWhole: boolean;
  /** Would it do if it were the best? */
  readonly isSound: () => boolean;
};

/** What differs between a hunk and the file where it fits. */
export type FitTolerance =
  /** Lines of context are like the file's, but not the same. */
  | 'similar_context'
  /** The file lacks lines of context, or has others between them. */
  | 'partial_context'
  /** The patch leaves lines out and says so. */
  | 'elision'
  /** Parts of the hunk belong to different places. */
  | 'split';

/**
 * Lays a hunk whose context is not quite the file's where it fits best. Lines to be removed must all be there,
 * and every addition needs a neighbour that is. `isReindented`: lines may be indented otherwise than the file's.
 */
export function fitHunk(
  { index, sections, effort }: Sectioned & { readonly effort: Effort },
  fitted: Fitted,
): FitResult {
  const { pattern } = fitted;
  const columns = regionsFor(index, pattern);
  const chart = columns === null ? null : chartOf(index, { ...fitted, columns }, effort);
  const path = chart === null ? null : cheapestPath(chart, {}, effort);
  if (chart === null || path === null) return MISFIT;
  const file: Sectioned = { index, sections };
  if (!isSound(file, chart, path)) return MISFIT;
  const pieces = piecesOf(chart, laidOut(chart, path), path);
  const rivals = pieces.flatMap((piece) => rivalsOf(chart, { path, piece }, effort));
  if (effort.comparisons < 0) return MISFIT;
  const [best, ...others] = [path, ...rivals].map((one) => fitOf(file, { fitted, chart, path: one }));
  return best?.at == null ? MISFIT : { status: 'fits', fits: [best, ...others] };
}

type Sectioned = { readonly index: LineIndex; readonly sections: SectionIndex };

export type Fitted = { readonly hunk: Hunk; readonly pattern: Pattern; readonly isReindented: boolean };

const MISFIT: FitResult = { status: 'misfit' };

/** Is enough of the hunk there, and nothing of it elsewhere? */
function isSound(file: Sectioned, chart: Chart, path: Path): boolean {
  const laid = laidOut(chart, path);
  const evidence = evidenceOf(chart, laid, piecesOf(chart, laid, path));
  if (scoreOf(chart, path) < LEAST_SCORE || contextShare(chart, evidence) < leastContext(chart)) return false;
  return !hasLostTwin(chart, laid) && !isOutOfPlace(file, chart, laid);
}

/** Of 1, which is a hunk as the file has it. */
const LEAST_SCORE = 0.62;

/** Share of the context that must be there: where no removed line tells the place, nothing else does. */
function leastContext({ isTold }: Chart): number {
  return isTold ? LEAST_CONTEXT_IF_TOLD : LEAST_CONTEXT;
}

const LEAST_CONTEXT_IF_TOLD = 0.5;

const LEAST_CONTEXT = 0.7;

/**
 * What tells the place: context that was found elsewhere, with nothing changed beside it, does so only if lines
 * that the file has once stand beside every change.
 */
function evidenceOf(chart: Chart, laid: Laid, pieces: readonly Piece[]): Laid {
  const { pattern, isTold } = chart;
  if (isTold || pattern.gaps.size > 0 || pieces.length === 1) return laid;
  const isIdle = (piece: Piece) => changesIn(pattern, piece).length === 0;
  if (pieces.every((piece) => isIdle(piece) || isToldByItself(chart, laid, piece))) return laid;
  const positions = [...laid.positions];
  for (const { start, end } of pieces.filter(isIdle)) positions.fill(MISSING, start, end);
  return { ...laid, positions };
}

function isToldByItself({ weights, unique }: Chart, { positions }: Laid, { start, end }: Piece): boolean {
  let told = 0;
  for (let row = start; row < end; row += 1)
    if (unique[row] === true && positions[row] !== MISSING) told += weights[row] ?? 0;
  return told >= TELLING_WEIGHT;
}

/** Does the file lack a line of context that reads like a removed one? Then what looks like that may be the other. */
function hasLostTwin({ pattern: { lines } }: Chart, { positions, same }: Laid): boolean {
  const removed = new Set(lines.flatMap(({ print, isContext }) => (isContext ? [] : [print])));
  return lines.some(
    (line, row) =>
      line.isContext &&
      !isBlank(line) &&
      removed.has(line.print) &&
      (positions[row] === MISSING || same[row] === false),
  );
}

function changesIn(pattern: Pattern, piece: Piece): readonly ChangeGroup[] {
  return changesOf(pattern).filter(({ start }) => start >= piece.start && start <= piece.end);
}

function scoreOf({ weights }: Chart, { cost }: Path): number {
  return 1 - cost / weights.reduce((sum, weight) => sum + weight, 0);
}

/** Rows from `start` up to `end` that lie close together, and the columns that they lie on. */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly columns: Span;
};

/** The parts of a pattern that are laid apart from each other. */
function piecesOf({ pattern, passing }: Chart, { positions }: Laid, { columns }: Path): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let last = -1;
  for (const [row, position] of positions.entries()) {
    if (position === MISSING) continue;
    if (last !== -1 && isApart({ pattern, passing, columns }, last, row)) {
      pieces.push(pieceOf({ start, end: last + 1 }, columns));
      start = last + 1;
    }
    last = row;
  }
  pieces.push(pieceOf({ start, end: positions.length }, columns));
  return pieces;
}

function isApart(
  { pattern, passing, columns }: Pick<Chart, 'pattern' | 'passing'> & Pick<Path, 'columns'>,
  above: number,
  below: number,
): boolean {
  const [from, to] = [(columns[above] ?? 0) + 1, columns[below] ?? 0];
  for (let row = above + 1; row <= below; row += 1) if (pattern.gaps.has(row)) return true;
  let passed = 0;
  for (let column = from; column < to; column += 1) passed += passing[column] ?? 0;
  return passed > FAR;
}

/** Passing over more than this is a jump to another place. */
const FAR = 3;

function pieceOf({ start, end }: { start: number; end: number }, columns: Int32Array): Piece {
  const own = columns.subarray(start, end).filter((column) => column >= 0);
  return { start, end, columns: { start: own[0] ?? 0, end: (own.at(-1) ?? -1) + 1 } };
}

/** Ways to lay a hunk that put one of its pieces elsewhere and are about as good. */
function rivalsOf(
  chart: Chart,
  { path, piece }: { readonly path: Path; readonly piece: Piece },
  effort: Effort,
): readonly Path[] {
  const { pattern, weights } = chart;
  const changes = changesIn(pattern, piece);
  if (changes.length === 0) return [];
  const near = changes.slice(0, CHECKED_CHANGES).flatMap((change) => {
    const required = keyOf(chart, path, change);
    const column = path.columns[required] ?? 0;
    const other = cheapestPath(chart, { banned: [{ start: column, end: column + 1 }], required }, effort);
    return other === null || other.cost - path.cost >= NEAR_MARGIN ? [] : [other];
  });
  const weight = weights.slice(piece.start, piece.end).reduce((sum, own) => sum + own, 0);
  return [...elsewhere(chart, { path, piece, margin: MARGIN * weight }, effort), ...near];
}

type Elsewhere = { readonly path: Path; readonly piece: Piece; readonly margin: number };

/** The next best places for a piece, none of which shares a line with another. */
function elsewhere(chart: Chart, { path, piece, margin }: Elsewhere, effort: Effort): readonly Path[] {
  const found: Path[] = [];
  const banned: Span[] = [piece.columns];
  while (found.length < MAX_RIVALS) {
    const other = cheapestPath(chart, { banned }, effort);
    if (other === null || other.cost - path.cost >= margin) return found;
    found.push(other);
    banned.push(pieceOf(piece, other.columns).columns);
  }
  return found;
}

/** Places that are looked at to find the one that a line number means. */
const MAX_RIVALS = 6;

/** Another place must be worse than the best one by this share of the weight of what lies there. */
const MARGIN = 0.12;

/** A line that a change hangs on must lie better where it does than on an equal line nearby, by this much. */
const NEAR_MARGIN = 0.4;

/** Changes of one piece for which that is asked. */
const CHECKED_CHANGES = 8;

/** The line of the pattern that tells where a change goes. */
function keyOf(
  { pattern }: Chart,
  { columns }: Path,
  { start, end }: { start: number; end: number },
): number {
  for (let row = start; row < end; row += 1) if (!isBlankRow(pattern, row)) return row;
  for (let away = 0; away < pattern.lines.length; away += 1)
    for (const row of [start - 1 - away, start + away])
      if ((columns[row] ?? -1) >= 0 && !isBlankRow(pattern, row)) return row;
  return start;
}

function isBlankRow({ lines }: Pattern, row: number): boolean {
  const line = lines[row];
  return line === undefined || isBlank(line);
}

type Laying = { readonly fitted: Fitted; readonly chart: Chart; readonly path: Path };

function fitOf(file: Sectioned, { fitted, chart, path }: Laying): Fit {
  const laid = laidOut(chart, path);
  const pieces = piecesOf(chart, laid, path).length;
  const extent = extentOf(chart.pattern, laid);
  return {
    start: extent.start,
    at: dropsUnmarked(chart, laid) ? null : settle(file.index, fitted, laid),
    tolerances: [
      ...loosenessOf(file.index, chart.pattern, laid.positions),
      ...tolerancesOf(chart, laid, pieces),
    ],
    extent,
    isWhole: pieces === 1,
    isSound: () => isSound(file, chart, path),
  };
}

/** Does the file lack a line there whose mark may be lost? It may be one to add, or words that ask for something. */
function dropsUnmarked({ pattern: { lines } }: Chart, { same }: Laid): boolean {
  return lines.some((line, row) => line.isUnmarked && !isBlank(line) && same[row] !== true);
}

function tolerancesOf(
  { pattern }: Chart,
  { positions, same }: Laid,
  pieces: number,
): readonly FitTolerance[] {
  const isSimilar = positions.some((position, row) => position !== MISSING && same[row] === false);
  const isWhole = positions.every(
    (position, row) =>
      position !== MISSING &&
      (row === 0 || pattern.gaps.has(row) || pieces > 1 || position === (positions[row - 1] ?? 0) + 1),
  );
  const isSplit = pieces > 1 + pattern.gaps.size;
  return [
    ...(isSimilar ? (['similar_context'] as const) : []),
    ...(isWhole ? [] : (['partial_context'] as const)),
    ...(pattern.gaps.size > 0 ? (['elision'] as const) : []),
    ...(isSplit ? (['split'] as const) : []),
  ];
}
