import type { FileOperation, Hunk } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { copiesFirst } from './copies.ts';
import {
  isBoundary,
  isFileHeader,
  isFileStart,
  isIndexLine,
  isSeparator,
  isSignature,
} from './file-lines.ts';
import { isHunkHeader } from './hunk-header.ts';
import { mailMessage } from './mail.ts';
import { otherFileIn } from './other-file.ts';
import {
  addRepair,
  hasMore,
  type Lines,
  lineAt,
  linesToRead,
  malformedAt,
  numberOf,
  passOver,
  type Reading,
  type ReadingContext,
  readingOf,
  tooManyLines,
} from './reading.ts';
import { refuseGivenOtherwise } from './shell-line.ts';
import { type FileHeader, readFileHeader } from './unified-header.ts';
import { isListItem, readHunk } from './unified-hunk.ts';

/**
 * Unified diffs and the output of `git diff` or `git format-patch`, for any number of files. Line numbers and
 * counts are advice; lost headers, prefixes and marks are put up with as long as it is clear what is meant.
 *
 * What stands before the first file, or behind a mail's signature, is prose. A marked line that is part of no
 * hunk is refused: a line that is silently passed over is a change that is silently lost.
 */
export function readUnifiedDiff(text: string, context: ReadingContext = {}): Reading {
  const reader = linesToRead(text, context);
  if (reader === null) return tooManyLines();
  noteMail(reader, text);
  skipProse(reader);
  if (!hasMore(reader) && reader.refusals.length === 0) readBare(reader);
  while (hasMore(reader)) readDiff(reader);
  refuseGivenOtherwise(reader);
  return readingOf(reader);
}

function noteMail(reader: Lines, text: string): void {
  const mail = mailMessage(text);
  if (mail === null) return;
  const title = mail.title.slice(0, SHOWN_CHARACTERS);
  addRepair(
    reader.repairs,
    `a mail was read, ${JSON.stringify(title)}; who it says it is from was not used`,
    numberOf(reader),
  );
}

/** Goes to the first file, or to the first hunk where a path is known; a hunk of no file is refused. */
function skipProse(reader: Lines): void {
  for (; lineAt(reader) !== undefined && !isFileStart(reader); reader.at += 1) {
    if (!isHunkHeader(lineAt(reader))) {
      if (!isIndexLine(reader)) passOver(reader);
      continue;
    }
    if (reader.path !== undefined) return;
    if (!/^@@ ?-\d/.test(lineAt(reader) ?? '')) {
      passOver(reader);
    } else if (reader.refusals.length === 0) {
      const line = numberOf(reader);
      const message = `The hunk at line ${line} belongs to no file. Put --- a/path and +++ b/path before it.`;
      reader.refusals.push(malformedAt({ line }, message));
    }
  }
}

/** Marked lines alone, for the file that is known from elsewhere. */
function readBare(reader: Lines): void {
  const first = reader.lines.findIndex((line) => line.startsWith('+') || line.startsWith('-'));
  if (reader.path === undefined || first === -1) {
    const message = 'The diff names no file. Begin each file with --- a/path and +++ b/path.';
    reader.refusals.push(malformedAt({ line: reader.before + 1 }, message));
    return;
  }
  reader.at = 0;
  reader.passed.length = 0;
  addRepair(
    reader.repairs,
    `marked lines without any header were read as a hunk of ${reader.path}`,
    numberOf(reader),
  );
  pushFile(reader, { action: 'modify', path: reader.path }, numberOf(reader));
}

/** Files with nothing between them are of one diff; in a mail or a text, another one may follow. */
function readDiff(reader: Lines): void {
  const first = reader.operations.length;
  let goesOn = true;
  while (hasMore(reader) && goesOn) {
    readFile(reader);
    const end = reader.at;
    skipBetweenFiles(reader);
    goesOn = reader.lines.slice(end, reader.at).every((line) => line.trim() === '');
  }
  const own = reader.operations.splice(first);
  for (const operation of copiesFirst(own)) reader.operations.push(operation);
}

function readFile(reader: Lines): void {
  const line = numberOf(reader);
  const { path } = reader;
  if (isHunkHeader(lineAt(reader)) && path !== undefined) {
    addRepair(reader.repairs, `hunks without a file header were read as hunks of ${path}`, line);
    pushFile(reader, { action: 'modify', path }, line);
    return;
  }
  const header = readFileHeader(reader);
  if (header.ok) {
    pushFile(reader, header.header, line);
    return;
  }
  reader.refusals.push(header.refusal);
  skipToFile(reader);
}

function pushFile(reader: Lines, header: FileHeader, line: number): void {
  const { hunks, idle, refused } = readHunks(reader, header.path);
  if (refused) return;
  const [first] = idle;
  if (hunks.length === 0 && first !== undefined) {
    for (const refusal of idle) reader.refusals.push(refusal);
    return;
  }
  for (const refusal of idle)
    addRepair(reader.repairs, 'a hunk that changes nothing was left out', Number(refusal.data?.['line']));
  const result = operationOf(header, hunks, line);
  if ('code' in result) reader.refusals.push(result);
  else reader.operations.push(result);
}

type Hunks = { readonly hunks: Hunk[]; readonly idle: Refusal[]; refused: boolean };

function readHunks(reader: Lines, path: string): Hunks {
  const found: Hunks = { hunks: [], idle: [], refused: false };
  while (hasMore(reader) && (lineAt(reader)?.startsWith('@@') === true || isBareHunk(reader, found.hunks))) {
    const passed = reader.passed.length;
    const result = readHunk(reader, path);
    if (result.ok) found.hunks.push(result.hunk);
    else if (result.idle) found.idle.push(result.refusal);
    else {
      reader.refusals.push(result.refusal);
      found.refused = true;
      while (lineAt(reader) !== undefined && !isHunkHeader(lineAt(reader)) && !isFileHeader(reader))
        reader.at += 1;
    }
    while (lineAt(reader)?.trim() === '') reader.at += 1;
    if (refuseOtherFile(reader, path, reader.passed.slice(passed))) found.refused = true;
  }
  return found;
}

/** Words between two hunks that name another file: the hunk below them is for that one, or it is open for which. */
function refuseOtherFile(reader: Lines, path: string, passed: readonly number[]): boolean {
  if (!isHunkHeader(lineAt(reader))) return false;
  const words = passed.toSorted((left, right) => left - right).map((at) => lineAt(reader, at) ?? '');
  const other = otherFileIn(words, path);
  if (other === null) return false;
  const [line, hunk] = [numberOf(reader), reader.hunks + 1];
  const message = `Hunk ${hunk}, at line ${line} of the diff, stands below words that name ${other}, and behind a hunk for ${path}, so it is open which file is meant. Begin each file with --- a/path and +++ b/path, and leave out words between its hunks that name another one.`;
  reader.refusals.push(malformedAt({ line, path, hunk }, message));
  return true;
}

/** Marked lines right below a file's header: their own header is lost. */
function isBareHunk(reader: Lines, hunks: readonly Hunk[]): boolean {
  if (hunks.length > 0 || isBoundary(reader, reader.at)) return false;
  for (let at = reader.at; !isBoundary(reader, at); at += 1) {
    if (/^[+-]/.test(reader.lines[at] ?? '')) return true;
    // Else the rest of the text would be read again for every file.
    if (isFileStart(reader, at)) return false;
  }
  return false;
}

function operationOf(header: FileHeader, hunks: readonly Hunk[], line: number): FileOperation | Refusal {
  const { action, path, executable } = header;
  const mode = executable === undefined ? {} : { executable };
  switch (action) {
    case 'create':
      return createOf(header, hunks, line);
    case 'delete':
      return { action, path, hunks };
    case 'rename':
    case 'copy':
      return { action, from: header.from, path, hunks, ...mode };
    case 'modify':
      if (hunks.length > 0 || executable !== undefined) return { action, path, hunks, ...mode };
      return malformedAt(
        { line, path },
        `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`,
      );
  }
}

function createOf(
  { path, executable }: FileHeader,
  hunks: readonly Hunk[],
  line: number,
): FileOperation | Refusal {
  const [hunk, second] = hunks;
  const mode = executable === undefined ? {} : { executable };
  if (hunk === undefined) return { action: 'create', path, lines: [], finalNewline: true, ...mode };
  if (
    second !== undefined ||
    hunk.lines.some(([mark, text]) => mark === '-' || (mark === ' ' && text !== ''))
  ) {
    const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
    return malformedAt({ line, path, hunk: hunk.number }, message);
  }
  const lines = hunk.lines.map(([, text]) => text);
  const finalNewline = hunk.finalNewline ?? true;
  return { action: 'create', path, lines, finalNewline, ...mode, hunk: hunk.number };
}

function skipToFile(reader: Lines): void {
  while (lineAt(reader) !== undefined && !isFileStart(reader)) reader.at += 1;
}

function skipBetweenFiles(reader: Lines): void {
  for (let line = lineAt(reader); line !== undefined && !isFileStart(reader); line = lineAt(reader)) {
    if (isSignature(reader)) {
      // The signature itself, and git's version below it, say nothing.
      reader.at += 2;
      while (lineAt(reader) !== undefined && !isFileStart(reader)) {
        passOver(reader);
        reader.at += 1;
      }
    } else if (isSeparator(line)) {
      if (!isIndexLine(reader)) passOver(reader);
      reader.at += 1;
    } else if (isListItem(line) && isBehindWords(reader)) {
      passOver(reader);
      reader.at += 1;
    } else if (/^(?:[ +-]|@@)/.test(line)) {
      reader.refusals.push(
        malformedAt(
          { line: numberOf(reader) },
          `Line ${numberOf(reader)} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS))}. Remove it, or correct the hunk that it is part of.`,
        ),
      );
      skipToFile(reader);
    } else {
      passOver(reader);
      reader.at += 1;
    }
  }
}

/** Behind a blank line, or what was passed over as words. */
function isBehindWords(reader: Lines): boolean {
  const above = reader.at - 1;
  return lineAt(reader, above)?.trim() === '' || reader.passed.at(-1) === above;
}

/** Characters of a stray line that are shown: enough to find it. */
const SHOWN_CHARACTERS = 80;
