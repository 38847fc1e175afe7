import { type Hunk, type HunkLine, markOf } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { type DiffLines, isFileHeader, isSignature, lineAt } from './diff-lines.ts';
import { malformedAt } from './reading.ts';

export type HunkResult =
  | { readonly ok: true; readonly hunk: Hunk }
  | { readonly ok: false; readonly refusal: Refusal };

export function isHunkHeader(diff: DiffLines): boolean {
  return lineAt(diff)?.startsWith('@@') === true;
}

/** Reads one hunk of a unified diff. Its body must have as many lines as its header says. */
export function readHunk(diff: DiffLines, path: string): HunkResult {
  diff.hunks += 1;
  const place: Place = { line: diff.at + 1, path, hunk: diff.hunks };
  const range = RANGE.exec(lineAt(diff) ?? '');
  diff.at += 1;
  if (range === null) return failed(place, 'has no line ranges in its header. Write it as @@ -1,3 +1,4 @@.');
  const header: Header = {
    oldStart: Number(range[1]),
    oldCount: Number(range[2] ?? 1),
    newCount: Number(range[3] ?? 1),
    heading: (range[4] ?? '').trim(),
  };
  const body = readBody(diff, header);
  if (body.afterEnd)
    return failed(place, 'goes on after "\\ No newline at end of file". Put that line last.');
  if (body.oldCount !== header.oldCount || body.newCount !== header.newCount)
    return failed(place, countProblem(header, body));
  if (changesNothing(body))
    return failed(place, 'removes and adds nothing. Mark the lines to change with - and +.');
  if (changesLineEndsOnly(body))
    return failed(
      place,
      'changes line endings only, and those are kept as the file has them. Send a write change to replace them.',
    );
  return { ok: true, hunk: hunkOf(place.hunk, header, body) };
}

const RANGE = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@(.*)$/;

type Place = { readonly line: number; readonly path: string; readonly hunk: number };

type Header = {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newCount: number;
  readonly heading: string;
};

type Body = {
  readonly lines: HunkLine[];
  /** Both sides with their carriage returns. */
  readonly rawOld: string[];
  readonly rawNew: string[];
  oldCount: number;
  newCount: number;
  /** A side whose last line has no line break. */
  oldEnded: boolean;
  newEnded: boolean;
  /** A side went on after it ended. */
  afterEnd: boolean;
};

/** Reads as many lines as the header counts, and then whatever else looks like part of the hunk, so that a wrong count is seen. */
function readBody(diff: DiffLines, header: Header): Body {
  const body = emptyBody();
  for (let line = lineAt(diff); line !== undefined; line = lineAt(diff)) {
    const oldLeft = header.oldCount - body.oldCount;
    const newLeft = header.newCount - body.newCount;
    const wanted = oldLeft > 0 || newLeft > 0;
    if (line.startsWith('\\')) endSides(body);
    else if (wanted ? isNextFile(diff, { oldLeft, newLeft }) : isFileHeader(diff) || isSignature(diff)) break;
    else if (markOf(line) !== null) addLine(body, diff, line);
    // A blank line that is counted is a blank context line whose space was lost on the way.
    else if (line === '' && wanted) addLine(body, diff, ' ');
    else break;
    diff.at += 1;
  }
  return body;
}

function emptyBody(): Body {
  const ends = { oldEnded: false, newEnded: false, afterEnd: false };
  return { lines: [], rawOld: [], rawNew: [], oldCount: 0, newCount: 0, ...ends };
}

/**
 * `--- x` and `+++ y` are a removed and an added line where the header still counts exactly those two. Where
 * it counts more, a hunk of another file right behind them says that the count is wrong.
 */
function isNextFile(diff: DiffLines, { oldLeft, newLeft }: { oldLeft: number; newLeft: number }): boolean {
  const isPair = oldLeft === 1 && newLeft === 1;
  return !isPair && isFileHeader(diff) && lineAt(diff, diff.at + 2)?.startsWith('@@ -') === true;
}

function addLine(body: Body, diff: DiffLines, line: string): void {
  const mark = markOf(line) ?? ' ';
  const raw = (diff.lines[diff.at] ?? '').slice(1);
  body.lines.push([mark, line.slice(1)]);
  if (mark !== '+') {
    body.oldCount += 1;
    body.rawOld.push(raw);
    body.afterEnd ||= body.oldEnded;
  }
  if (mark !== '-') {
    body.newCount += 1;
    body.rawNew.push(raw);
    body.afterEnd ||= body.newEnded;
  }
}

/** `\ No newline at end of file` speaks of the line before it, and so of one side or of both. */
function endSides(body: Body): void {
  const mark = body.lines.at(-1)?.[0];
  body.oldEnded ||= mark !== '+';
  body.newEnded ||= mark !== '-';
}

function countProblem(header: Header, body: Body): string {
  const says = `says ${header.oldCount} old and ${header.newCount} new lines in its header`;
  return `${says}, but holds ${body.oldCount} and ${body.newCount}. Correct the header, or send an edit instead.`;
}

function changesNothing({ rawOld, rawNew, oldEnded, newEnded }: Body): boolean {
  return oldEnded === newEnded && sameLines(rawOld, rawNew);
}

function changesLineEndsOnly(body: Body): boolean {
  return (
    body.oldEnded === body.newEnded && sameLines(withoutReturns(body.rawOld), withoutReturns(body.rawNew))
  );
}

function withoutReturns(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/\r$/, ''));
}

function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

function hunkOf(number: number, header: Header, { lines, oldEnded, newEnded }: Body): Hunk {
  // A range without lines, such as -5,0, names the line before it.
  const lineHint = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart;
  return {
    number,
    lines: oldEnded === newEnded ? lines : sharedLastLine(lines),
    ...(lineHint > 0 ? { lineHint } : {}),
    anchors: header.heading === '' ? [] : [header.heading],
    ...(oldEnded || newEnded ? { endOfFile: true } : {}),
    ...(oldEnded === newEnded ? {} : { finalNewline: oldEnded }),
  };
}

/** Where only the line break of the last line changes, diff writes that line twice; it is context all the same. */
function sharedLastLine(lines: readonly HunkLine[]): readonly HunkLine[] {
  const old = lines.findLastIndex(([mark]) => mark !== '+');
  const [, text] = lines[old] ?? [' ', ''];
  if (lines[old]?.[0] !== '-' || lines.at(-1)?.[1] !== text || old === lines.length - 1) return lines;
  return [...lines.slice(0, old), ...lines.slice(old + 1, -1), [' ', text]];
}

function failed(place: Place, predicate: string): HunkResult {
  const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${predicate}`;
  return { ok: false, refusal: malformedAt(place, message) };
}
