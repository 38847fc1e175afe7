import type { Hunk } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { isEndOfFile, sectionHeader } from './apply-patch-header.ts';
import { blockMarker } from './block-markers.ts';
import { isFileHeader, isNameAlone } from './file-lines.ts';
import { endOfMarked, readBody } from './hunk-body.ts';
import { type HunkHeader, isHunkHeader, parseHunkHeader } from './hunk-header.ts';
import { isRemark } from './no-newline.ts';
import { addRepair, type Lines, lineAt, malformedAt, numberOf, passOver } from './reading.ts';
import { isSentence } from './words.ts';

/** A new file: every line begins with `+`, or none does and all are the file. */
export function readAdded(reader: Lines, path: string): void {
  const start = reader.at;
  const body = withoutEndOfFile(sectionBody(reader));
  if (refuseLateMove(reader, { path, start })) return;
  reader.hunks += 1;
  const first = body.findIndex((line) => line.trim() !== '' && !isHunkHeader(line));
  const added = body.slice(isHunkHeader(body[0]) ? Math.max(first, 0) : 0);
  const plain = !added.some((line) => line.startsWith('+'));
  const wrong = added.findIndex((line) => line.trim() !== '' && !line.startsWith('+'));
  if (wrong !== -1 && !plain) {
    const line = numberOf(reader, start + (body.length - added.length) + wrong);
    const message = `Line ${line}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`;
    reader.refusals.push(malformedAt({ line, path, hunk: reader.hunks }, message));
    return;
  }
  const end = start + body.length;
  if (plain && refuseWords(reader, { path, from: end - added.length, to: end })) return;
  if (plain && added.length > 0)
    addRepair(
      reader.repairs,
      `the lines of the new file ${path} were read without a + before each`,
      numberOf(reader, start),
    );
  const lines = plain ? added : added.map((line) => line.slice(1));
  const rest = { finalNewline: true, hunk: reader.hunks };
  reader.operations.push({ action: 'create', path, lines, ...rest });
}

/** Without marks and without the patch's end, a sentence below a blank line may be the file's, or be about it. */
function refuseWords(
  reader: Lines,
  { path, from, to }: { readonly path: string; readonly from: number; readonly to: number },
): boolean {
  if (lineAt(reader) !== undefined) return false;
  for (let at = from + 1; at < to; at += 1) {
    if ((lineAt(reader, at - 1) ?? '').trim() !== '' || !isSentence(lineAt(reader, at) ?? '')) continue;
    const line = numberOf(reader, at);
    const message = `Line ${line} may be of the new file ${path}, or be words behind it. Begin every line of a new file with +, and end the patch with *** End Patch.`;
    reader.refusals.push(malformedAt({ line, path, hunk: reader.hunks }, message));
    return true;
  }
  return false;
}

/** The mark says what is so of every new file. */
function withoutEndOfFile(body: readonly string[]): readonly string[] {
  return isEndOfFile(body.at(-1) ?? '') ? body.slice(0, -1) : body;
}

/**
 * A file that goes; lines below, where there are any, must be all that it holds. What says anything else would be lost.
 */
export function readRemoved(reader: Lines, path: string): void {
  const start = reader.at;
  const body = sectionBody(reader);
  const hasOld = body.some((line) => line.startsWith('-'));
  const isLast = lineAt(reader) === undefined;
  const more = hasOld
    ? -1
    : body.findIndex((line, index) => saysMore(line, isLast) || isFileHeader(reader, start + index));
  if (more === -1 && !hasOld) body.forEach((_, index) => passOver(reader, start + index));
  if (more !== -1) {
    const line = numberOf(reader, start + more);
    const message = `Line ${line}, below the deletion of ${path}, asks for more than that. Update the file, or send the rest as a section of its own.`;
    reader.refusals.push(malformedAt({ line, path }, message));
    return;
  }
  const hunks = hasOld ? readHunks(reader, { path, start, body }) : [];
  if (hunks !== null) reader.operations.push({ action: 'delete', path, hunks });
}

/** Where nothing ends the patch, words may stand behind it. */
function saysMore(line: string, isLast: boolean): boolean {
  if (line.trim() === '' || isHunkHeader(line)) return false;
  if (!isLast) return true;
  return /^[ +]/.test(line) || blockMarker(line) !== null || sectionHeader(line)?.kind === 'move';
}

/** A file that is changed, and moved where `to` or the section's first line says so. */
export function readUpdated(reader: Lines, { path, to }: { path: string; to?: string }): void {
  const line = numberOf(reader, reader.at - 1);
  const moved = to ?? movedTo(reader);
  if (moved?.includes(' -> ') === true) {
    const message = `Line ${line} moves ${path} to more than one place. Name one path behind ->.`;
    reader.refusals.push(malformedAt({ line, path }, message));
  }
  const start = reader.at;
  const body = sectionBody(reader);
  if (refuseLateMove(reader, { path, start })) return;
  const hunks = readHunks(reader, { path, start, body });
  if (hunks === null) return;
  if (moved !== undefined) {
    reader.operations.push({ action: 'rename', from: path, path: moved, hunks });
  } else if (hunks.length > 0) {
    reader.operations.push({ action: 'modify', path, hunks });
  } else {
    const message = `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`;
    reader.refusals.push(malformedAt({ line, path }, message));
  }
}

function movedTo(reader: Lines): string | undefined {
  while (lineAt(reader) === '') reader.at += 1;
  const header = sectionHeader(lineAt(reader) ?? '');
  if (header?.kind !== 'move') return undefined;
  reader.at += 1;
  return header.path;
}

/** Anywhere but right below the line that names the file, a line that moves it may be one of the file as well. */
function refuseLateMove(reader: Lines, { path, start }: Pick<Section, 'path' | 'start'>): boolean {
  for (let at = start; at < reader.at; at += 1) {
    if (sectionHeader(lineAt(reader, at) ?? '')?.kind !== 'move') continue;
    const line = numberOf(reader, at);
    const message = `Line ${line}, among the lines for ${path}, says where a file is moved. Put it right below *** Update File, or begin it with a space, + or - if it is a line of the file.`;
    reader.refusals.push(malformedAt({ line, path }, message));
    return true;
  }
  return false;
}

/** The lines up to the next section, without carriage returns, and without what stands behind the last one. */
function sectionBody(reader: Lines): readonly string[] {
  const body: string[] = [];
  for (let line = lineAt(reader); line !== undefined; line = lineAt(reader)) {
    const header = sectionHeader(line);
    if (header !== null && header.kind !== 'move') return trimBlankEnd(body);
    body.push(line);
    reader.at += 1;
  }
  const last = body.findLastIndex((line) => line.startsWith('+') || line.startsWith('-'));
  const close = body.findIndex((line, index) => index > last && CLOSING.test(line));
  addRepair(reader.repairs, 'a patch without *** End Patch was read', numberOf(reader, reader.at - 1));
  const own = close === -1 ? body : body.slice(0, close);
  const end = endOfMarked(own);
  for (let at = end; at < body.length; at += 1) passOver(reader, reader.at - body.length + at);
  return trimBlankEnd(own.slice(0, end));
}

/** What ends a shell's quoted text, or a fence. */
const CLOSING = /^(?:`{3,}|~{3,}|EOF|PATCH)\s{0,9}$/;

/** Blank lines between sections are for the reader's eye. */
function trimBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

type Section = { readonly path: string; readonly start: number; readonly body: readonly string[] };

type Draft = {
  readonly at: number;
  readonly headers: HunkHeader[];
  readonly lines: string[];
  endOfFile: boolean;
};

/** null: some hunk was refused. */
function readHunks(reader: Lines, section: Section): readonly Hunk[] | null {
  const hunks: Hunk[] = [];
  const idle: { readonly line: number; readonly refusal: Refusal }[] = [];
  let refused = false;
  for (const [index, line] of section.body.entries())
    if (isRemark(line)) passOver(reader, section.start + index);
  if (refuseName(reader, section)) return null;
  for (const { at, headers, lines, endOfFile } of draftsOf(section)) {
    reader.hunks += 1;
    if (reader.hunks > reader.maxHunks) return null;
    const line = numberOf(reader, at);
    const result = readBody({ number: reader.hunks, headers, lines: withoutBlankEnd(lines), endOfFile });
    if (result.ok) {
      hunks.push(result.hunk);
      for (const repair of result.repairs) addRepair(reader.repairs, repair, line);
      continue;
    }
    const message = `Hunk ${reader.hunks}, at line ${line} of the patch, in ${section.path}, ${result.problem}`;
    const refusal = malformedAt({ line, path: section.path, hunk: reader.hunks }, message);
    if (result.idle || (lines.every(isPlainContext) && !lines.some(isAddedWithin))) {
      idle.push({ line, refusal });
      continue;
    }
    refused = true;
    reader.refusals.push(refusal);
  }
  if (hunks.length === 0) for (const { refusal } of idle) reader.refusals.push(refusal);
  else
    for (const { line } of idle) addRepair(reader.repairs, 'a hunk that changes nothing was left out', line);
  return refused || (hunks.length === 0 && idle.length > 0) ? null : hunks;
}

/** A name line of a diff, with a hunk below it, says that the hunk is of another file, or begins the same one anew. */
function refuseName(reader: Lines, { path, start, body }: Section): boolean {
  const first = body.findIndex((line) => line.trim() !== '' && !isNameLine(line, path));
  const named = body.findIndex((_, index) => index >= first && isNameAlone(reader, start + index));
  if (first === -1 || named === -1) return false;
  const line = numberOf(reader, start + named);
  const message = `Line ${line}, among the lines for ${path}, names the file of a diff, so it is open which file the lines below it are for. Begin each file with *** Update File: path, and leave such lines out.`;
  reader.refusals.push(malformedAt({ line, path }, message));
  return true;
}

/** Is it marked as a line that stays? One without a mark may be a change whose mark is lost. */
function isPlainContext(line: string): boolean {
  return line.startsWith(' ') || line === '';
}

/** Is it a line of a diff that is indented as a whole? Left out as one that changes nothing, its change would be lost. */
function isAddedWithin(line: string): boolean {
  return /^ +\+/.test(line);
}

function draftsOf({ path, start, body }: Section): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const [index, line] of body.entries()) {
    const at = start + index;
    const open = drafts.at(-1);
    if (isHunkHeader(line)) {
      // Anchors that follow each other without lines between them name one place, from the outside in.
      const draft = open?.lines.length === 0 && !open.endOfFile ? open : startDraft(drafts, at);
      draft.headers.push(parseHunkHeader(line));
    } else if (isEndOfFile(line)) {
      const draft = open ?? startDraft(drafts, at);
      draft.endOfFile = true;
    } else if (open === undefined || open.endOfFile) {
      // Blank lines part hunks for the eye.
      if (line.trim() !== '' && !isNameLine(line, path)) startDraft(drafts, at).lines.push(line);
    } else {
      open.lines.push(line);
    }
  }
  return drafts;
}

/** A blank line without its space, before the next hunk, is for the eye too; it is kept where it is all the context. */
function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line !== '') + 1;
  const kept = lines.slice(0, end);
  return kept.some((line) => !line.startsWith('+') && line.trim() !== '') ? kept : lines;
}

function startDraft(drafts: Draft[], at: number): Draft {
  const draft: Draft = { at, headers: [], lines: [], endOfFile: false };
  drafts.push(draft);
  return draft;
}

/** Models put a diff's name lines below the section's own. */
function isNameLine(line: string, path: string): boolean {
  return (
    line === `--- a/${path}` || line === `+++ b/${path}` || line === `--- ${path}` || line === `+++ ${path}`
  );
}
