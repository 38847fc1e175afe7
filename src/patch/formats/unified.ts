import type { FileOperation, Hunk } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { type DiffLines, diffLines, isFileHeader, isSignature, lineAt } from './diff-lines.ts';
import { malformedAt, type Reading, readingOf } from './reading.ts';
import { type FileHeader, readFileHeader } from './unified-header.ts';
import { isHunkHeader, readHunk } from './unified-hunk.ts';

/**
 * Unified diffs and the output of `git diff` or `git format-patch`, for any number of files.
 * What stands before the first file, or behind a mail's signature, is prose. Everything else must be part of
 * the diff: text that is silently passed over is a change that is silently lost.
 */
export function readUnifiedDiff(text: string): Reading {
  const diff = diffLines(text);
  const operations: FileOperation[] = [];
  const refusals: Refusal[] = [];
  skipProse(diff, refusals);
  if (lineAt(diff) === undefined && refusals.length === 0) {
    refusals.push(
      malformedAt({ line: 1 }, 'The diff names no file. Begin each file with --- a/path and +++ b/path.'),
    );
  }
  while (lineAt(diff) !== undefined) {
    const file = readFile(diff);
    if (file.ok) operations.push(file.operation);
    else for (const refusal of file.refusals) refusals.push(refusal);
    skipBetweenFiles(diff, refusals);
  }
  return readingOf(operations, refusals);
}

function skipProse(diff: DiffLines, refusals: Refusal[]): void {
  for (; lineAt(diff) !== undefined && !isFileHeader(diff); diff.at += 1) {
    if (/^@@ -\d/.test(lineAt(diff) ?? '') && refusals.length === 0) {
      refusals.push(
        malformedAt(
          { line: diff.at + 1 },
          `The hunk at line ${diff.at + 1} belongs to no file. Put --- a/path and +++ b/path before it.`,
        ),
      );
    }
  }
}

type FileResult = { ok: true; operation: FileOperation } | { ok: false; refusals: readonly Refusal[] };

function readFile(diff: DiffLines): FileResult {
  const start = diff.at;
  const header = readFileHeader(diff);
  if (!header.ok) {
    skipToFileHeader(diff);
    return { ok: false, refusals: [header.refusal] };
  }
  const { hunks, refusals } = readHunks(diff, header.header.path);
  if (refusals.length > 0) return { ok: false, refusals };
  return operationOf(header.header, hunks, start + 1);
}

function readHunks(diff: DiffLines, path: string): { hunks: readonly Hunk[]; refusals: readonly Refusal[] } {
  const hunks: Hunk[] = [];
  const refusals: Refusal[] = [];
  while (isHunkHeader(diff)) {
    const result = readHunk(diff, path);
    if (result.ok) hunks.push(result.hunk);
    else refusals.push(result.refusal);
    if (!result.ok)
      while (lineAt(diff) !== undefined && !isHunkHeader(diff) && !isFileHeader(diff)) diff.at += 1;
    else while (lineAt(diff)?.trim() === '') diff.at += 1;
  }
  return { hunks, refusals };
}

function operationOf(header: FileHeader, hunks: readonly Hunk[], line: number): FileResult {
  const { action, path, executable } = header;
  const mode = executable === undefined ? {} : { executable };
  switch (action) {
    case 'create':
      return createOf(header, hunks, line);
    case 'delete':
      return { ok: true, operation: { action, path, hunks } };
    case 'rename':
    case 'copy':
      return { ok: true, operation: { action, from: header.from, path, hunks, ...mode } };
    case 'modify':
      if (hunks.length > 0 || executable !== undefined)
        return { ok: true, operation: { action, path, hunks, ...mode } };
      return failed(
        malformedAt(
          { line, path },
          `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`,
        ),
      );
  }
}

function createOf(
  { path, executable = false }: FileHeader,
  hunks: readonly Hunk[],
  line: number,
): FileResult {
  const [hunk, second] = hunks;
  if (hunk === undefined)
    return { ok: true, operation: { action: 'create', path, lines: [], finalNewline: true, executable } };
  if (second !== undefined || hunk.lines.some(([mark]) => mark !== '+')) {
    const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
    return failed(malformedAt({ line, path, hunk: hunk.number }, message));
  }
  const lines = hunk.lines.map(([, text]) => text);
  const finalNewline = hunk.finalNewline ?? true;
  return {
    ok: true,
    operation: { action: 'create', path, lines, finalNewline, executable, hunk: hunk.number },
  };
}

function failed(refusal: Refusal): FileResult {
  return { ok: false, refusals: [refusal] };
}

function skipToFileHeader(diff: DiffLines): void {
  while (lineAt(diff) !== undefined && !isFileHeader(diff)) diff.at += 1;
}

function skipBetweenFiles(diff: DiffLines, refusals: Refusal[]): void {
  for (let line = lineAt(diff); line !== undefined && !isFileHeader(diff); line = lineAt(diff)) {
    if (isSignature(diff)) {
      skipToFileHeader(diff);
    } else if (isSeparator(line)) {
      diff.at += 1;
    } else {
      refusals.push(
        malformedAt(
          { line: diff.at + 1 },
          `Line ${diff.at + 1} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS))}. Remove it, or correct the hunk that it is part of.`,
        ),
      );
      skipToFileHeader(diff);
    }
  }
}

/** Characters of a stray line that are shown: enough to find it. */
const SHOWN_CHARACTERS = 80;

/** Lines that diff, Subversion and others write between two files. */
function isSeparator(line: string): boolean {
  return line.trim() === '' || /^(?:Index: |={3,}$|diff -|Only in )/.test(line);
}
