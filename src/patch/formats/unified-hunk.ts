import type { Hunk } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { isBoundary, isNameAlone, isNameBehindCount, isSameFile } from './file-lines.ts';
import { endOfMarked, readBody } from './hunk-body.ts';
import { countsOn, type HunkHeader, isHunkHeader, parseHunkHeader } from './hunk-header.ts';
import { isRemark } from './no-newline.ts';
import { addRepair, type Lines, lineAt, malformedAt, numberOf, passOver } from './reading.ts';

export type HunkResult =
  | { readonly ok: true; readonly hunk: Hunk }
  /** `idle`: both sides of the hunk are the same, so nothing is lost without it. */
  | { readonly ok: false; readonly refusal: Refusal; readonly idle: boolean };

/**
 * Reads one hunk of a unified diff. Where the counts in its header fit the lines below and what follows them,
 * they say where it ends; everywhere else it goes on up to the next hunk or file.
 */
export function readHunk(reader: Lines, path: string): HunkResult {
  reader.hunks += 1;
  const start = reader.at;
  const place = { line: numberOf(reader), path, hunk: reader.hunks };
  if (lineAt(reader)?.startsWith('@@@') === true) return failed(place, COMBINED);
  const headers = readHeaders(reader);
  const header = headers.at(-1) ?? {};
  const counted = countedEnd(reader, header);
  const end = counted ?? boundaryFrom(reader, reader.at);
  const lines = reader.lines.slice(reader.at, counted ?? trimmedEnd(reader, { header, end }));
  for (const [index, line] of lines.entries()) if (isRemark(line)) passOver(reader, reader.at + index);
  reader.at = end;
  const result = readBody({ number: reader.hunks, headers, lines });
  if (!result.ok) return failed(place, result.problem, result.idle);
  if (counted === null && header.oldCount !== undefined)
    addRepair(reader.repairs, 'a hunk header that counts its lines wrongly was not relied on', place.line);
  if (counted === null && header.oldCount === undefined && isHunkHeader(lineAt(reader, start)))
    addRepair(reader.repairs, 'a hunk header without line ranges was read', place.line);
  for (const repair of result.repairs) addRepair(reader.repairs, repair, place.line);
  return { ok: true, hunk: result.hunk };
}

const COMBINED =
  'is part of a combined diff of a merge, which has several old sides. Send a diff against one of them.';

/** The hunk's header lines; several in a row name one place, from the outside in. A hunk that lost its header has none. */
function readHeaders(reader: Lines): readonly HunkHeader[] {
  const headers: HunkHeader[] = [];
  for (let line = lineAt(reader); line !== undefined && isHunkHeader(line); line = lineAt(reader)) {
    const last = headers.at(-1);
    if (last !== undefined && last.anchor === undefined) break;
    headers.push(parseHunkHeader(line));
    reader.at += 1;
  }
  return headers;
}

/** Where the hunk ends by its own count; null where the count does not fit. */
function countedEnd(reader: Lines, header: HunkHeader): number | null {
  const at = countedLines(reader, header, reader.at);
  return at !== null && !takesName(reader, header, at) && isEnd(reader, at) ? at : null;
}

/** Behind the lines from `from` on that a hunk's header counts; null where they are not as many, or not marked. */
export function countedLines(text: Lines, { oldCount, newCount }: HunkHeader, from: number): number | null {
  if (oldCount === undefined || newCount === undefined) return null;
  let [old, now, at] = [oldCount, newCount, from];
  for (; old > 0 || now > 0; at += 1) {
    const mark = (lineAt(text, at) ?? '?').charAt(0);
    if (mark === '\\') continue;
    if (mark !== '' && mark !== ' ' && mark !== '-' && mark !== '+') return null;
    if (mark !== '+') old -= 1;
    if (mark !== '-') now -= 1;
    if (old < 0 || now < 0) return null;
  }
  while (lineAt(text, at)?.startsWith('\\') === true) at += 1;
  return at;
}

/** Counts that are one too large take the next file's name lines for a removed and an added line, or one of them. */
function takesName(reader: Lines, header: HunkHeader, at: number): boolean {
  const next = lineAt(reader, at) ?? '';
  if (!isHunkHeader(next)) return false;
  if (at - 2 >= reader.at && isSameFile(reader, at - 2)) {
    if (lineAt(reader, at - 2)?.startsWith('--- ') && lineAt(reader, at - 1)?.startsWith('+++ ')) return true;
  }
  let last = at - 1;
  while (last > reader.at && lineAt(reader, last)?.trim() === '') last -= 1;
  // A diff that a program made has numbers that go on, and may well add a line that looks like a name.
  return last >= reader.at && isNameAlone(reader, last) && !countsOn(header, parseHunkHeader(next));
}

/** Nothing that might belong to the hunk follows. */
function isEnd(reader: Lines, at: number): boolean {
  let next = at;
  while (lineAt(reader, next)?.trim() === '') next += 1;
  if (isBoundary(reader, next) || isNameBehindCount(reader, next)) return true;
  // Where the counts are right, a list behind a blank line is none of the hunk's lines.
  const isMarked = (line: string) => /^[+-]/.test(line) && !(next > at && isListItem(line));
  const first = lineAt(reader, next) ?? '';
  if (first.startsWith(' ') || isMarked(first)) return false;
  return !reader.lines.slice(next, boundaryFrom(reader, next)).some(isMarked);
}

/** An item of a list that explains, or the removal of a line that is indented by one space. */
export function isListItem(line: string): boolean {
  return /^- \S/.test(line);
}

function boundaryFrom(reader: Lines, from: number): number {
  let at = from;
  while (!isBoundary(reader, at)) at += 1;
  return at;
}

/** Blank lines at the end part hunks for the eye, unless the header counts them; text without marks explains. */
function trimmedEnd(reader: Lines, { header, end }: { header: HunkHeader; end: number }): number {
  const lines = reader.lines.slice(reader.at, end);
  const marked = reader.at + endOfMarked(lines);
  for (let at = marked; at < end; at += 1) passOver(reader, at);
  let last = marked;
  while (last > reader.at && lineAt(reader, last - 1) === '') last -= 1;
  let old = reader.lines.slice(reader.at, last).filter((line) => !/^[+\\]/.test(line)).length;
  for (; last < marked && old < (header.oldCount ?? 0); old += 1) last += 1;
  return last;
}

function failed(
  place: { line: number; path: string; hunk: number },
  problem: string,
  idle = false,
): HunkResult {
  const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${problem}`;
  return { ok: false, refusal: malformedAt(place, message), idle };
}
