import { type FileOperation, type Hunk, type HunkLine, linesOf, markOf } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { malformedAt, type Reading, readingOf } from './reading.ts';

/**
 * The apply_patch format: between `*** Begin Patch` and `*** End Patch` any number of
 * `*** Add File:`, `*** Delete File:` and `*** Update File:` sections. An update may be followed by
 * `*** Move to:`; its hunks are parted by `@@` lines, whose text names lines that stand above the hunk, and
 * may end with `*** End of File`.
 */
export function readApplyPatch(patch: string): Reading {
  const lines = linesOf(patch);
  const body = bodyOf(lines);
  if (!body.ok) return { ok: false, refusals: [body.refusal] };
  const reader: Reader = { lines, end: body.end, at: body.start, hunks: 0, operations: [], refusals: [] };
  while (reader.at < reader.end) readSection(reader);
  if (reader.operations.length === 0 && reader.refusals.length === 0) {
    reader.refusals.push(malformedAt({ line: body.start }, `The patch names no file. ${SECTIONS}`));
  }
  return readingOf(reader.operations, reader.refusals);
}

type Reader = {
  readonly lines: readonly string[];
  readonly end: number;
  at: number;
  hunks: number;
  readonly operations: FileOperation[];
  readonly refusals: Refusal[];
};

const SECTIONS = 'Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.';

function bodyOf(
  lines: readonly string[],
): { ok: true; start: number; end: number } | { ok: false; refusal: Refusal } {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trimEnd() !== '*** Begin Patch') {
    return {
      ok: false,
      refusal: malformedAt(
        { line: first + 1 },
        'The patch does not begin with *** Begin Patch. Put that line first.',
      ),
    };
  }
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (lines[last]?.trimEnd() !== '*** End Patch') {
    return {
      ok: false,
      refusal: malformedAt(
        { line: last + 1 },
        'The patch does not end with *** End Patch. Put that line last.',
      ),
    };
  }
  return { ok: true, start: first + 1, end: last };
}

function readSection(reader: Reader): void {
  const line = reader.lines[reader.at] ?? '';
  const header = /^\*\*\* (Add|Update|Delete) File: (.+)$/.exec(line);
  const at = reader.at;
  reader.at += 1;
  if (header === null) {
    if (line.trim() === '') return;
    reader.refusals.push(malformedAt({ line: at + 1 }, `Line ${at + 1} belongs to no file. ${SECTIONS}`));
    reader.at = nextHeader(reader);
    return;
  }
  const path = (header[2] ?? '').trim();
  if (header[1] === 'Delete') reader.operations.push({ action: 'delete', path, hunks: [] });
  else if (header[1] === 'Add') readAdded(reader, path);
  else readUpdated(reader, path);
}

function nextHeader({ lines, at, end }: Reader): number {
  const next = lines.findIndex((line, index) => index >= at && FILE_HEADER.test(line));
  return next === -1 ? end : next;
}

const FILE_HEADER = /^\*\*\* (?:Add|Update|Delete) File: /;

function readAdded(reader: Reader, path: string): void {
  const start = reader.at;
  reader.at = nextHeader(reader);
  const body = trimBlankEnd(reader.lines.slice(start, reader.at));
  const wrong = body.findIndex((line) => !line.startsWith('+'));
  reader.hunks += 1;
  if (wrong !== -1) {
    reader.refusals.push(
      malformedAt(
        { line: start + wrong + 1, path, hunk: reader.hunks },
        `Line ${start + wrong + 1}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`,
      ),
    );
    return;
  }
  const lines = body.map((line) => line.slice(1));
  reader.operations.push({
    action: 'create',
    path,
    lines,
    finalNewline: true,
    executable: false,
    hunk: reader.hunks,
  });
}

function readUpdated(reader: Reader, path: string): void {
  const move = /^\*\*\* Move to: (.+)$/.exec(reader.lines[reader.at] ?? '');
  if (move !== null) reader.at += 1;
  const start = reader.at;
  reader.at = nextHeader(reader);
  const body = trimBlankEnd(reader.lines.slice(start, reader.at));
  const result = readHunks(body, { path, firstLine: start + 1, firstHunk: reader.hunks + 1 });
  reader.hunks += result.hunks.length;
  reader.refusals.push(...result.refusals);
  if (result.refusals.length > 0) return;
  if (move !== null) {
    reader.operations.push({
      action: 'rename',
      from: path,
      path: (move[1] ?? '').trim(),
      hunks: result.hunks,
    });
  } else if (result.hunks.length > 0) {
    reader.operations.push({ action: 'modify', path, hunks: result.hunks });
  } else {
    reader.refusals.push(
      malformedAt(
        { line: start, path },
        `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`,
      ),
    );
  }
}

/** Blank lines between sections are for the reader's eye. */
function trimBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

type Draft = {
  readonly number: number;
  readonly firstLine: number;
  readonly lines: HunkLine[];
  readonly anchors: string[];
  endOfFile: boolean;
};

type HunksPlace = { readonly path: string; readonly firstLine: number; readonly firstHunk: number };

function readHunks(
  body: readonly string[],
  place: HunksPlace,
): { hunks: readonly Hunk[]; refusals: readonly Refusal[] } {
  const { drafts, refusals } = readDrafts(body, place);
  if (refusals.length > 0) return { hunks: [], refusals };
  const idle = drafts.filter(({ lines }) => lines.every(([mark]) => mark === ' '));
  return { hunks: drafts.map(hunkOf), refusals: idle.map((draft) => changesNothing(draft, place.path)) };
}

function readDrafts(
  body: readonly string[],
  place: HunksPlace,
): { drafts: readonly Draft[]; refusals: Refusal[] } {
  const drafts: Draft[] = [];
  const refusals: Refusal[] = [];
  for (const [index, line] of body.entries()) {
    const firstLine = place.firstLine + index;
    const open = drafts.at(-1);
    if (/^@@(?: |$)/.test(line)) {
      // Anchors that follow each other without lines between them name one place, from the outside in.
      const draft = open?.lines.length === 0 ? open : startDraft(drafts, { ...place, firstLine });
      if (line.length > 2) draft.anchors.push(line.slice(2).trim());
      continue;
    }
    const draft = open === undefined || open.endOfFile ? startDraft(drafts, { ...place, firstLine }) : open;
    const mark = line === '' ? ' ' : markOf(line);
    if (line.trimEnd() === '*** End of File') draft.endOfFile = true;
    else if (mark !== null) draft.lines.push([mark, line.slice(1)]);
    else refusals.push(unmarked(draft, { path: place.path, line: firstLine }));
  }
  return { drafts, refusals };
}

function startDraft(drafts: Draft[], { firstHunk, firstLine }: HunksPlace): Draft {
  const draft: Draft = {
    number: firstHunk + drafts.length,
    firstLine,
    lines: [],
    anchors: [],
    endOfFile: false,
  };
  drafts.push(draft);
  return draft;
}

function hunkOf({ number, lines, anchors, endOfFile }: Draft): Hunk {
  return { number, lines, anchors, ...(endOfFile ? { endOfFile } : {}) };
}

function unmarked({ number }: Draft, { path, line }: { path: string; line: number }): Refusal {
  const message = `Line ${line}, in hunk ${number} of ${path}, begins with neither a space, - nor +. Begin unchanged lines with a space.`;
  return malformedAt({ line, path, hunk: number }, message);
}

function changesNothing({ number, firstLine }: Draft, path: string): Refusal {
  const message = `Hunk ${number}, in ${path}, removes and adds nothing. Mark the lines to change with - and +.`;
  return malformedAt({ line: firstLine, path, hunk: number }, message);
}
