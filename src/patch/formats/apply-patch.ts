import type { Refusal } from '../refusal.ts';
import { type FileSection, sectionHeader } from './apply-patch-header.ts';
import { readAdded, readRemoved, readUpdated } from './apply-patch-section.ts';
import { refuseEditsBehind } from './edits-behind.ts';
import { isFileHeader } from './file-lines.ts';
import { isHunkHeader } from './hunk-header.ts';
import { withMarksAtMargin } from './patch-margin.ts';
import {
  addRepair,
  fileNamed,
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
import { readUnifiedDiff } from './unified.ts';

/**
 * The apply_patch format: between `*** Begin Patch` and `*** End Patch` any number of
 * `*** Add File:`, `*** Delete File:` and `*** Update File:` sections. An update may be followed by
 * `*** Move to:`; its hunks are parted by `@@` lines, whose text names lines that stand above the hunk, and
 * may end with `*** End of File`. Where the first or the last line is lost, the sections alone count.
 */
export function readApplyPatch(text: string, context: ReadingContext = {}): Reading {
  const sent = linesToRead(text, context);
  if (sent === null) return tooManyLines();
  const reader = { ...sent, lines: withMarksAtMargin(sent) };
  if (isUnifiedDiff(reader)) return readUnifiedDiff(withoutMarks(reader), context);
  skipToPatch(reader);
  while (hasMore(reader)) readNext(reader);
  if (reader.operations.length === 0 && reader.refusals.length === 0) {
    reader.refusals.push(
      malformedAt(
        { line: reader.before + Math.min(1, reader.lines.length) },
        `The patch names no file. ${SECTIONS}`,
      ),
    );
  }
  refuseGivenOtherwise(reader);
  return readingOf(reader);
}

/** Models put the marks of this format around a unified diff too. */
function isUnifiedDiff(reader: Lines): boolean {
  let found = false;
  for (let at = 0; at < reader.lines.length; at += 1) {
    const kind = sectionHeader(lineAt(reader, at) ?? '')?.kind;
    if (kind === 'file' || kind === 'move') return false;
    found ||= isFileHeader(reader, at);
  }
  return found;
}

/** Blank lines take the marks' places, so that all others keep their numbers. */
function withoutMarks(reader: Lines): string {
  return reader.lines
    .map((line, at) => (sectionHeader(lineAt(reader, at) ?? '') === null ? line : ''))
    .join('\n');
}

const SECTIONS = 'Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.';

/** Goes behind the line that begins the patch, or to the first section; what stands before is prose. */
function skipToPatch(reader: Lines): void {
  for (let at = 0; at < reader.lines.length; at += 1) {
    const header = sectionHeader(lineAt(reader, at) ?? '');
    if (header === null) {
      passOver(reader, at);
      continue;
    }
    reader.at = header.kind === 'begin' ? at + 1 : at;
    if (header.kind !== 'begin')
      addRepair(reader.repairs, 'a patch without *** Begin Patch was read', numberOf(reader));
    return;
  }
  reader.passed.length = 0;
  if (reader.path === undefined) reader.at = reader.lines.length;
}

function readNext(reader: Lines): void {
  const line = lineAt(reader) ?? '';
  const header = sectionHeader(line);
  if (header === null) {
    readLoose(reader, line);
    return;
  }
  reader.at += 1;
  if (header.kind === 'end') {
    refuseEditsBehind(reader, reader.at);
    skipToNext(reader);
  } else if (header.kind === 'file') readSection(reader, header);
  else if (header.kind === 'move') refuse(reader, reader.at - 1);
}

/** Between a patch's end and the next one's beginning stands prose. */
function skipToNext(reader: Lines): void {
  for (; reader.at < reader.lines.length && sectionHeader(lineAt(reader) ?? '') === null; reader.at += 1)
    passOver(reader);
}

function readSection(reader: Lines, header: FileSection): void {
  const path = fileNamed(reader, header.path);
  if (header.action === 'delete') readRemoved(reader, path);
  else if (header.action === 'add') readAdded(reader, path);
  else readUpdated(reader, { path, ...(header.to === undefined ? {} : { to: header.to }) });
}

/** A line of no section: the first of an update, where the file is known from elsewhere. */
function readLoose(reader: Lines, line: string): void {
  if (line.trim() === '') {
    reader.at += 1;
  } else if (reader.path !== undefined && reader.operations.length === 0 && reader.refusals.length === 0) {
    if (!isHunkHeader(line) && !/^[ +-]/.test(line)) {
      passOver(reader);
      reader.at += 1;
      return;
    }
    addRepair(reader.repairs, `lines of no file were read as an update of ${reader.path}`, numberOf(reader));
    readUpdated(reader, { path: reader.path });
  } else {
    refuse(reader, reader.at);
    skipToNext(reader);
  }
}

function refuse(reader: Lines, at: number): void {
  const line = numberOf(reader, at);
  const refusal: Refusal = malformedAt({ line }, `Line ${line} belongs to no file. ${SECTIONS}`);
  reader.refusals.push(refusal);
}
