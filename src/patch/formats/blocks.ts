import type { FileOperation, Hunk } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { replacementLines } from '../replacement-lines.ts';
import { type Block, readBlock } from './block.ts';
import { type BlockMarker, blockMarker } from './block-markers.ts';
import { type Fence, fenceOn, pathInInfo } from './fences.ts';
import { isTitleLine, readsLikeSentence } from './file-title.ts';
import { withoutNumbersOnBothSides } from './line-numbers.ts';
import { otherPathIn } from './path-in-words.ts';
import { fullPath, isKnownName, looksLikePath, mayBeOneFile, pathOn } from './path-line.ts';
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

/**
 * SEARCH/REPLACE blocks: a line with the path, then
 *
 *     <<<<<<< SEARCH
 *     lines as they are
 *     =======
 *     lines as they shall be
 *     >>>>>>> REPLACE
 *
 * A block without a path of its own belongs to the file of the block before, or to the path that is known from
 * elsewhere. What a sentence names in passing does not stand against a path that was given with the text. A block with
 * nothing to search creates its file. Else fences and prose around blocks mean nothing.
 */
export function readBlocks(text: string, context: ReadingContext = {}): Reading {
  const reader = linesToRead(text, context);
  if (reader === null) return tooManyLines();
  const files: Files = {
    path: reader.path,
    given: context.pathFrom === undefined ? reader.path : undefined,
    isSentence: context.pathFrom === 'sentence',
    isMentioned: false,
    titleAt: null,
    isTitled: context.pathFrom === 'line',
    otherAt: null,
    elsewhere: undefined,
    open: undefined,
    first: reader.hunks,
  };
  while (hasMore(reader)) {
    const line = lineAt(reader) ?? '';
    const marker = blockMarker(line);
    if (marker?.role === 'search') takeBlock(reader, files, marker);
    else if (marker !== null) refuseStray(reader, files.path);
    else noteLine(reader, files, line);
    if (marker?.role !== 'search') reader.at += 1;
  }
  passOverUnused(reader, files);
  if (reader.refusals.length === 0) refuseElsewhere(reader, files);
  if (reader.hunks === files.first && reader.refusals.length === 0) reader.refusals.push(noBlock(reader));
  return readingOf(reader);
}

type Files = {
  path: string | undefined;
  /** That was given with the text. */
  readonly given: string | undefined;
  /** The path may as well be a sentence. */
  isSentence: boolean;
  /** A line above that says more than the path named it, and no block yet. */
  isMentioned: boolean;
  /** The line that says nothing but the path, until a block follows. */
  titleAt: number | null;
  /** A line says nothing but the path, and no block has followed. */
  isTitled: boolean;
  /** The line above that names another file than the block before is of, in a way that is no title. */
  otherAt: number | null;
  /** The first block that names another file than the given one behind its mark. */
  elsewhere: Place | undefined;
  /** The hunks of the last operation, while it may get more. */
  open: { readonly path: string; readonly hunks: Hunk[] } | undefined;
  readonly first: number;
};

type Place = { readonly path: string; readonly number: number; readonly line: number };

/** What only names a file is said by the block below it; any other line is prose. */
function noteLine(reader: Lines, files: Files, line: string): void {
  if (!noteName(reader, files, line)) {
    passOver(reader);
    noteOther(reader, files, line);
    return;
  }
  files.otherAt = null;
  passOverUnused(reader, files);
  files.titleAt = reader.at;
  files.isTitled = true;
}

/** Blank lines and a fence may stand between it and its block; more words mean that it is not about the block. */
function noteOther(reader: Lines, files: Files, line: string): void {
  if (line.trim() === '' || fenceOn(line) !== null) return;
  files.otherAt = null;
  if (files.path === undefined || files.given !== undefined || files.isMentioned) return;
  if (reader.hunks > files.first && otherPathIn(line, files.path) !== null) files.otherAt = reader.at;
}

/** A block below a line that names another file, and no path: it is for that one, or it is open for which. */
function takeOther(reader: Lines, files: Files, place: Omit<Place, 'path'>): void {
  if (files.otherAt === null || files.path === undefined) return;
  const other = otherPathIn(lineAt(reader, files.otherAt) ?? '', files.path);
  if (other === null) return;
  if (other.isAlone) {
    files.path = nameOf(reader, files, other.path);
    return;
  }
  const message = `Block ${place.number} stands below words that name ${other.path}, and behind a block for ${files.path}, so it is open which file is meant. Put a line with the file's path and nothing else before it.`;
  reader.refusals.push(malformedAt({ line: place.line, hunk: place.number }, message));
}

function passOverUnused(reader: Lines, files: Files): void {
  if (files.titleAt !== null) passOver(reader, files.titleAt);
  files.titleAt = null;
}

/**
 * A line names the file of the blocks below it; where one is known, only what looks like a path does. Is that all that
 * the line says?
 */
function noteName(reader: Lines, files: Files, line: string): boolean {
  if (line.trim() === '') return false;
  const fence = fenceOn(line);
  if (fence !== null) return namesInFence(reader, files, fence);
  const name = pathOn(line);
  const isTitle = isTitleLine(line);
  if (name === null || (files.path !== undefined && !looksLikePath(name) && !isKnownName(name))) {
    forgetSentence(files);
    return false;
  }
  if (files.given !== undefined && !isTitle) return false;
  files.path = nameOf(reader, files, name);
  files.isSentence = readsLikeSentence(line, name);
  files.isMentioned = !isTitle;
  return isTitle;
}

/** A name may leave out the folders of the given path, until another file is named. */
function nameOf(reader: Lines, { path, given }: Files, name: string): string {
  return path === given ? fileNamed(reader, name) : fullPath(name, undefined);
}

/** What a sentence mentions is the file of a block right below it; behind another one, it is open which file is meant. */
function forgetSentence(files: Files): void {
  if (files.isMentioned) files.path = files.given;
  files.isMentioned = false;
}

/** The line that opens a fence may name the file of what stands in it. */
function namesInFence(reader: Lines, files: Files, fence: Fence): boolean {
  const name = pathInInfo(fence);
  if (name === null) return false;
  files.path = nameOf(reader, files, name);
  files.otherAt = null;
  files.isSentence = false;
  files.isMentioned = false;
  return true;
}

function takeBlock(reader: Lines, files: Files, marker: BlockMarker): void {
  reader.hunks += 1;
  const line = numberOf(reader);
  const number = reader.hunks;
  if (looksLikePath(marker.rest) || isKnownName(marker.rest)) {
    noteNameBehindMark(reader, files, { path: nameOf(reader, files, marker.rest), number, line });
  } else {
    if (marker.rest !== '') passOver(reader);
    takeOther(reader, files, { number, line });
  }
  files.otherAt = null;
  files.isMentioned = false;
  files.titleAt = null;
  files.isTitled = false;
  const { path } = files;
  const block = readBlock(reader, marker);
  if ('problem' in block) {
    reader.refusals.push(malformedAt({ line: block.line, path, hunk: number }, block.problem));
  } else if (path === undefined) {
    const message = `Block ${number} has no path. Put a line with the file's path before it, such as File: src/a.js.`;
    reader.refusals.push(malformedAt({ line, hunk: number }, message));
  } else {
    addBlock(reader, files, { path, number, line, block });
  }
}

/** The mark and the line above it may name one file in two ways, and no other. */
function noteNameBehindMark(reader: Lines, files: Files, place: Place): void {
  const above = files.isTitled ? files.path : undefined;
  files.isSentence = false;
  if (above !== undefined && !mayBeOneFile(place.path, above)) {
    reader.refusals.push(twoNames(place, `the line above it says ${above}`));
  } else if (above === undefined || above.length <= place.path.length) {
    files.path = place.path;
    if (files.given !== undefined && !mayBeOneFile(place.path, files.given)) files.elsewhere ??= place;
  } else {
    addRepair(reader.repairs, `the name ${place.path} was read as ${above}`, place.line);
  }
}

/** Blocks that name other files behind their marks, and none that is for the file that was given. */
function refuseElsewhere(reader: Lines, { given, elsewhere }: Files): void {
  const isDone = reader.operations.some(({ path }) => path === given);
  if (elsewhere !== undefined && !isDone)
    reader.refusals.push(twoNames(elsewhere, `the path that was given with it is ${given}`));
}

function twoNames({ path, number, line }: Place, other: string): Refusal {
  const message = `Block ${number} is for ${path} by its first line, and ${other}, so it is open which file is meant. Name one of them in both places, or in one place only.`;
  return malformedAt({ line, path, hunk: number }, message);
}

type Taken = Place & { readonly block: Block };

function addBlock(reader: Lines, files: Files, { path, number, line, block }: Taken): void {
  for (const repair of block.repairs) addRepair(reader.repairs, repair, line);
  if (block.search.every((text) => text.trim() === '')) {
    files.open = undefined;
    if (files.isSentence) reader.refusals.push(unclearName({ path, number, line }));
    else reader.operations.push(newFile({ path, number, line, block }));
    return;
  }
  const { lines, first, numbered } = linesOfBlock(reader, line, block);
  if (lines.every(([mark]) => mark === ' ')) {
    const message = `Block ${number} replaces lines of ${path} by the same lines. Send them as they shall be, or leave the block out.`;
    reader.refusals.push(malformedAt({ line, path, hunk: number }, message));
    return;
  }
  const lineHint = block.startLine ?? first;
  const hunk: Hunk = {
    number,
    lines,
    ...(lineHint === undefined ? {} : { lineHint }),
    anchors: [],
    noMarkLost: true,
    ...(numbered === undefined ? {} : { numbered: withHint(numbered, block.startLine) }),
  };
  if (files.open?.path === path) {
    files.open.hunks.push(hunk);
    return;
  }
  files.open = { path, hunks: [hunk] };
  reader.operations.push({ action: 'modify', ...files.open });
}

function unclearName({ path, number, line }: Omit<Taken, 'block'>) {
  const message = `Block ${number} has nothing to search, so it makes a file, and "${path}" may be a sentence. Put a line with the file's path and nothing else before it, such as File: bin/run.`;
  return malformedAt({ line, hunk: number }, message);
}

function newFile({ path, number, block }: Taken): FileOperation {
  const lines = block.replace;
  return { action: 'create', path, lines, finalNewline: true, hunk: number };
}

function linesOfBlock(
  reader: Lines,
  line: number,
  { search, replace }: Block,
): { lines: Hunk['lines']; first?: number; numbered?: Hunk['lines'] } {
  const bare =
    search.length < LEAST_NUMBERED ? null : withoutNumbersOnBothSides({ old: search, now: replace });
  const lines = replacementLines(search, replace);
  if (bare === null) return { lines };
  const repair = 'line numbers before the lines of a block were left out, unless the file has them';
  addRepair(reader.repairs, repair, line);
  return { lines: replacementLines(bare.old, bare.now), first: bare.first, numbered: lines };
}

function withHint(lines: Hunk['lines'], lineHint: number | undefined): NonNullable<Hunk['numbered']> {
  return { lines, ...(lineHint === undefined ? {} : { lineHint }) };
}

/** One line alone that begins with a number may well be such a line. */
const LEAST_NUMBERED = 2;

function refuseStray(reader: Lines, path: string | undefined): void {
  const line = numberOf(reader);
  const message = `Line ${line} is the middle or the end of a block that did not begin. Begin blocks with <<<<<<< SEARCH; where one writes such a line, put a backslash before it.`;
  reader.refusals.push(malformedAt({ line, path }, message));
}

function noBlock(reader: Lines) {
  const message =
    'There is no block. Send the path, then <<<<<<< SEARCH, ======= and >>>>>>> REPLACE, each on a line of its own.';
  return malformedAt({ line: reader.before + 1 }, message);
}
