import { type Hunk, oldSide } from '../patch/hunk.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Effort } from './effort.ts';
import { editLines, type LineEdit } from './line-edit.ts';
import { indexLines } from './line-index.ts';
import { candidateData, candidateText } from './lines-found.ts';
import { type Location, locateHunks } from './locate.ts';
import { type Explainer, explainerFor } from './not-found.ts';
import type { HunkReport } from './report.ts';
import { linesIn, type TextFile } from './text-file.ts';

export type HunksResult =
  | { readonly ok: true; readonly file: TextFile; readonly reports: readonly HunkReport[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly reports: readonly HunkReport[] };

export type HunksRequest = {
  readonly file: TextFile;
  readonly path: string;
  readonly hunks: readonly Hunk[];
  /** Index of the change that the hunks are part of. */
  readonly change: number;
  readonly effort: Effort;
};

/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
export function applyHunks({ file, path, hunks, change, effort }: HunksRequest): HunksResult {
  const lines = linesIn(file.text);
  const locations = locateHunks(indexLines(lines), hunks, effort);
  const overlaps = overlapsOf(locations);
  const explain = explainerFor(() => lines, effort);
  const refusals = locations.flatMap((location) => refusalOf(location, { path, explain, overlaps }) ?? []);
  const reports = locations.map((location) => reportOf(location, { path, change, overlaps }));
  if (refusals.length > 0) return { ok: false, refusals, reports };
  const edits = locations
    .flatMap(editsOf)
    .sort((left, right) => left.line - right.line || left.remove - right.remove);
  const finalNewline = hunks.find((hunk) => hunk.finalNewline !== undefined)?.finalNewline;
  return { ok: true, file: editLines(file, edits, finalNewline), reports };
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
  if (location.status !== 'placed') return [];
  const edits: { line: number; remove: number; insert: string[] }[] = [];
  let line = location.position;
  let open: (typeof edits)[number] | undefined;
  for (const [mark, text] of location.hunk.lines) {
    if (mark === ' ') {
      open = undefined;
      line += 1;
      continue;
    }
    if (open === undefined) {
      open = { line, remove: 0, insert: [] };
      edits.push(open);
    }
    if (mark === '+') {
      open.insert.push(text);
    } else {
      open.remove += 1;
      line += 1;
    }
  }
  return edits;
}

type RefusalContext = {
  readonly path: string;
  readonly explain: Explainer;
  readonly overlaps: ReadonlyMap<Hunk, Hunk>;
};

function refusalOf(location: Location, { path, explain, overlaps }: RefusalContext): Refusal | null {
  const { hunk } = location;
  const place = { path, hunk: hunk.number };
  const name = `Hunk ${hunk.number}, for ${path},`;
  switch (location.status) {
    case 'already_applied':
      return null;
    case 'placed': {
      const other = overlaps.get(hunk);
      if (other === undefined) return null;
      const message = `${name} changes the same lines as hunk ${other.number}. Make one hunk of the two.`;
      return {
        code: 'overlap',
        message,
        ...place,
        data: { line: location.position + 1, other: other.number },
      };
    }
    case 'ambiguous': {
      const message = `${name} fits at ${candidateText(location.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`;
      return { code: 'ambiguous', message, ...place, data: candidateData(location.positions) };
    }
    case 'no_context':
      return {
        code: 'ambiguous',
        message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
        ...place,
      };
    case 'too_repetitive':
      return {
        code: 'too_large',
        message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`,
        ...place,
      };
    case 'not_found': {
      const { sentence, data } = explain(oldSide(hunk));
      return {
        code: 'not_found',
        message: `${name} expects lines that are not there. ${sentence}`,
        ...place,
        data,
      };
    }
  }
}

type ReportContext = {
  readonly path: string;
  readonly change: number;
  readonly overlaps: ReadonlyMap<Hunk, Hunk>;
};

function reportOf(location: Location, { path, change, overlaps }: ReportContext): HunkReport {
  const base = { change, path, hunk: location.hunk.number };
  if (location.status !== 'placed' && location.status !== 'already_applied') {
    return { ...base, at: null, rung: 'exact', status: 'refused' };
  }
  const applied = location.status === 'placed' ? 'applied' : 'already_applied';
  const status = overlaps.has(location.hunk) ? 'refused' : applied;
  return { ...base, at: location.position + 1, rung: location.rung, status };
}
