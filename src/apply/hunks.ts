import type { Hunk } from '../patch/hunk.ts';
import type { Refusal } from '../patch/refusal.ts';
import { asShown, showsMarkInside, withMarkApart, withoutMarks } from './byte-order-mark.ts';
import { diagnoseHunks, type HunkFailure } from './diagnosis/diagnose.ts';
import { sceneOf } from './diagnosis/scene.ts';
import type { Effort } from './effort.ts';
import { uncut } from './file-lines.ts';
import { editLines, type LineEdit } from './line-edit.ts';
import { locateHunks } from './locate/locate.ts';
import { isPlace, type Location } from './locate/location.ts';
import { type Moves, withMovedLines } from './moved-lines.ts';
import { meantHunks } from './numbered.ts';
import { type HunkReport, inOrder, toleranceOf } from './report.ts';
import type { TextFile } from './text-file.ts';

export type HunksResult =
  | {
      readonly ok: true;
      readonly file: TextFile;
      /** What was done to the lines of the file, in their order. */
      readonly edits: readonly LineEdit[];
      readonly reports: readonly HunkReport[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly reports: readonly HunkReport[] };

export type HunksRequest = {
  readonly file: TextFile;
  readonly path: string;
  readonly hunks: readonly Hunk[];
  /** Index of the change that the hunks are part of. */
  readonly change: number;
  /** What earlier parts of that change did to the file. */
  readonly earlier?: Moves['edits'];
  readonly effort: Effort;
};

/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
export function applyHunks(request: HunksRequest): HunksResult {
  const { path, change, earlier = [], effort } = request;
  const file = asShown(request.file, request.hunks);
  const text = uncut(file.text);
  const bare = withoutMarks(file, request.hunks);
  const hunks = withMovedLines(meantHunks(text, bare, effort), earlier);
  const locations = locateHunks(text, hunks, effort, path);
  const overlaps = overlapsOf(locations);
  const failures = locations.flatMap((location) => failureOf(location, overlaps) ?? []);
  const reports = locations.map((location) =>
    reportOf(location, { path, change, overlaps, sent: bare === request.hunks ? [] : request.hunks }),
  );
  if (failures.length > 0) {
    const scene = sceneOf({ path, lines: text.lines, effort });
    return { ok: false, refusals: diagnoseHunks(failures, scene), reports };
  }
  const edits = locations
    .flatMap(editsOf)
    .sort((left, right) => left.line - right.line || left.remove - right.remove);
  const placed = locations.filter(({ status }) => status === 'placed');
  const finalNewline = placed.find(({ hunk }) => hunk.finalNewline !== undefined)?.hunk.finalNewline;
  const edited = withMarkApart(file, editLines(file, edits, finalNewline));
  return { ok: true, file: edited, edits, reports };
}

/** The hunks that can't be applied because another one changes the same lines, with that other one. */
function overlapsOf(locations: readonly Location[]): ReadonlyMap<Hunk, Hunk> {
  const spans = locations.flatMap((location) => spanOf(location) ?? []);
  const overlaps = new Map<Hunk, Hunk>();
  let before: Span | undefined;
  for (const span of spans.sort((left, right) => left.start - right.start || left.end - right.end)) {
    if (before !== undefined && meets(before, span)) overlaps.set(span.hunk, before.hunk);
    if (before === undefined || span.end >= before.end) before = span;
  }
  return overlaps;
}

/** Lines from `start` up to `end` are changed; an insertion changes none, and stands before `start`. */
type Span = { readonly hunk: Hunk; readonly start: number; readonly end: number };

function spanOf(location: Location): Span | null {
  const edits = editsOf(location);
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return null;
  return { hunk: location.hunk, start: first.line, end: last.line + last.remove };
}

function meets(left: Span, right: Span): boolean {
  const bothInsertHere = left.start === left.end && right.start === right.end && left.start === right.start;
  return bothInsertHere || right.start < left.end;
}

function editsOf(location: Location): readonly LineEdit[] {
  return location.status === 'placed' ? location.edits : [];
}

function failureOf(location: Location, overlaps: ReadonlyMap<Hunk, Hunk>): HunkFailure | null {
  if (!isPlace(location)) return location;
  const { hunk, position } = location;
  const other = overlaps.get(hunk);
  return other === undefined ? null : { hunk, status: 'overlap', position, other };
}

type ReportContext = {
  readonly path: string;
  readonly change: number;
  readonly overlaps: ReadonlyMap<Hunk, Hunk>;
  /** The hunks as they came, where byte order marks were taken off them. */
  readonly sent: readonly Hunk[];
};

function reportOf(location: Location, { path, change, overlaps, sent }: ReportContext): HunkReport {
  const base = { change, path, hunk: location.hunk.number };
  if (!isPlace(location)) return { ...base, at: null, rung: 'exact', status: 'refused' };
  const applied = location.status === 'placed' ? 'applied' : 'already_applied';
  const status = overlaps.has(location.hunk) ? 'refused' : applied;
  const { position, rungs } = location;
  const shown = sent.find(({ number }) => number === location.hunk.number);
  const isPassedOver = shown !== undefined && showsMarkInside(shown, position) && !rungs.includes('glyphs');
  const needed = isPassedOver ? inOrder([...rungs, 'glyphs']) : rungs;
  return { ...base, at: position + 1, ...toleranceOf(needed), status };
}
