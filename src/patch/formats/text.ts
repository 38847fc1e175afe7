import type { Refusal } from '../refusal.ts';
import { isEditFor } from './edit-for-file.ts';
import { refuseEditsBehind } from './edits-behind.ts';
import { fileIn, noteTaken, type WholeFiles } from './fenced-files.ts';
import { isShellFence } from './fences.ts';
import { editedNames } from './full-names.ts';
import { stretchesBeside } from './json-place.ts';
import { changeOf, originOf } from './part-change.ts';
import { fullPath } from './path-line.ts';
import { passOverBeside } from './prose.ts';
import {
  addRepair,
  fileNamed,
  type Lines,
  linesToRead,
  malformedAt,
  numberOf,
  passOver,
  proseOf,
  repairsOf,
  tooManyLines,
} from './reading.ts';
import { commandsBehind, commandsNotRun } from './shell-commands.ts';
import { isShellFile } from './shell-file.ts';
import { refuseGivenOtherwise } from './shell-line.ts';
import { isPatchInJson, notHeeded, readJsonChanges, wishesAlone } from './text-json.ts';
import { withoutMargin } from './text-margin.ts';
import { type Part, partsOf } from './text-parts.ts';
import type { PlainChange, TextOrigin, TextReading } from './text-reading.ts';
import { refuseEditsOfOthers } from './titled-edits.ts';
import { unescapedText } from './unescaped-text.ts';
import { editForFile, wholeFiles } from './whole-files.ts';

/**
 * Finds the changes in what a model wrote: JSON, `*** Begin Patch`, SEARCH/REPLACE blocks, diffs, or whole files,
 * alone, in fences or in prose. `path` is the file that is meant where the text does not name one.
 *
 * What has the marks of an edit is never taken for a file, and prose never for anything: a file is only what a line
 * above it, or `path`, says to be one.
 */
export function readText(text: string, path?: string): TextReading {
  const reading = readTextAt(text, path, 0);
  return reading.ok && !reading.changes.every(hasWholeCharacters) ? asFailed(halfCharacter()) : reading;
}

/** Behind escapes of JSON a text may hold what no file can. */
function hasWholeCharacters(change: PlainChange): boolean {
  return Object.values(change).every((field) => typeof field !== 'string' || field.isWellFormed());
}

function halfCharacter(): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const message =
    'An escape in the JSON stands for half of a character, such as \\ud800 without its other half. Send whole characters.';
  return { ok: false, refusals: [{ code: 'malformed', message }] };
}

/** JSON may hold texts, and those JSON again; `depth` says how far in this one is. */
function readTextAt(text: string, path: string | undefined, depth: number): TextReading {
  const source = text.startsWith(BOM) ? text.slice(1) : text;
  const unescaped = unescapedText(source);
  const json = depth < MAX_DEPTH ? readJson(source, path, depth) : null;
  if (json !== null) return json;
  const sent = linesToRead(unescaped ?? source, { path });
  if (sent === null) return asFailed(tooManyLines());
  const { lines, parts } = partsOf(withoutMargin(sent));
  if (unescaped !== null)
    addRepair(lines.repairs, 'line breaks that were written as \\n were read as such', 1);
  const edits = parts.filter(({ format }) => format !== 'fence');
  const others = { lines, parts, text: source, depth };
  return edits.length > 0 ? readEdits(others) : readOthers(others);
}

const BOM = '\uFEFF';

/** A JSON text in a JSON text is read; what is deeper is not. */
const MAX_DEPTH = 2;

function asFailed(reading: { readonly ok: boolean; readonly refusals?: readonly Refusal[] }): TextReading {
  return { ok: false, refusals: reading.refusals ?? [] };
}

/** null: the text is no JSON, or JSON that holds no change. */
function readJson(text: string, path: string | undefined, depth: number): TextReading | null {
  return readJsonChanges(text, {
    path,
    readText: (inner, innerPath) => readTextAt(inner, innerPath ?? path, depth + 1),
  });
}

/** The text holds edits: what else it has in fences explains them, unless it may be a file. */
function readEdits({ lines, parts, depth }: Parted): TextReading {
  refuseJsonBeside({ lines, parts, depth });
  refuseEditsOfOthers(lines, parts);
  for (const [index, { format, end }] of parts.entries())
    if (format === 'diff' || format === 'apply_patch') refuseEditsBehind(lines, end, parts[index + 1]?.start);
  const changes: PlainChange[] = [];
  const origins: TextOrigin[] = [];
  const left: Part[] = [];
  const named = editedNames(lines.lines);
  for (const part of parts) {
    const beside = part.format === 'fence' ? fileBeside(lines, part) : null;
    if (beside !== null) {
      changes.push(beside);
      origins.push({ linesBefore: part.start, found: 'beside' });
    } else if (part.format === 'fence') {
      left.push(part);
    } else {
      const change = changeOf(lines, part);
      changes.push(change);
      origins.push(originOf(lines, { part, change, named }));
    }
  }
  const notDone = [...setAside(lines, left), ...commandsBehind(lines, parts)];
  if (lines.refusals.length > 0) return { ok: false, refusals: lines.refusals };
  passOverBeside(lines, parts);
  refuseGivenOtherwise(lines);
  if (lines.refusals.length > 0) return { ok: false, refusals: lines.refusals };
  return { ok: true, changes, origins, repairs: repairsOf(lines.repairs), notDone, prose: proseOf(lines) };
}

/** JSON beside edits that is a patch too: which of the two is meant is not certain, and one would be lost. */
function refuseJsonBeside({ lines, parts, depth }: Omit<Parted, 'text'>): void {
  for (const part of parts) {
    if (part.format !== 'fence') continue;
    const json = jsonIn(lines, part, depth);
    if (json === 'unclear' || isPatchInJson(json)) lines.refusals.push(twoPatches(lines, part.start));
    else if (part.title === undefined) refuseWishes(lines, textIn(lines, part));
  }
  refuseBareJson({ lines, parts, depth });
}

function refuseBareJson({ lines, parts, depth }: Omit<Parted, 'text'>): void {
  for (const { start, text } of stretchesBeside(lines, parts)) {
    if (depth < MAX_DEPTH && isPatchInJson(readJson(text, lines.path, depth)))
      lines.refusals.push(twoPatches(lines, start));
    else refuseWishes(lines, text);
  }
}

/** JSON with nothing but wishes may be meant for what stands beside it, which can't ask for them. */
function refuseWishes(lines: Lines, text: string): void {
  const wishes = wishesAlone(text);
  if (wishes.length > 0) lines.refusals.push(notHeeded(wishes));
}

function twoPatches(lines: Lines, start: number): Refusal {
  const line = numberOf(lines, start);
  const message = `The JSON at line ${line} is a patch, and there is another edit or file beside it, so it is open what is meant. Send only one of them, or all of them as changes of one patch in JSON.`;
  return malformedAt({ line }, message);
}

/** Code blocks beside what is done. Commands are told, and other code is prose. */
function setAside(lines: Lines, blocks: readonly Part[]): readonly string[] {
  const commands: Part[] = [];
  for (const block of blocks) {
    const line = numberOf(lines, block.start - 1);
    if (block.fence !== undefined && isShellFence(block.fence)) commands.push(block);
    else if (block.hasMarks === true) lines.refusals.push(malformedAt({ line }, hiddenMarks(line)));
    else passOverBlock(lines, block);
  }
  return commandsNotRun(lines, commands);
}

function passOverBlock(lines: Lines, { start, end, titleAt }: Part): void {
  if (titleAt !== undefined) passOver(lines, titleAt);
  for (let at = start; at < end; at += 1) passOver(lines, at);
}

/**
 * A file in a fence of its own, below a line that says nothing but its path; null: the fence is something else.
 * Only where there is no such file yet is it certain that the fence holds all of it.
 */
function fileBeside(lines: Lines, part: Part): PlainChange | null {
  const { title, isTitled, isOpen, hasMarks, fence } = part;
  if (title?.isAlone !== true || isTitled !== true || isOpen === true || hasMarks === true) return null;
  const own = lines.lines.slice(part.start, part.end);
  if (fence !== undefined && isShellFence(fence) && !isShellFile(title.path, fence, own)) return null;
  const file = fileIn(lines, part, title.path);
  if (isEditFor(file.content, file.path))
    lines.refusals.push(editForFile(file.path, numberOf(lines, part.start - 1)));
  noteTaken(lines, file);
  return { kind: 'write', path: file.path, content: file.content, encoding: 'utf-8' };
}

function hiddenMarks(line: number): string {
  return `The code block at line ${line} holds the marks of an edit behind other lines. Begin the block with the edit, or send it as a change of its own.`;
}

type Parted = {
  readonly lines: Lines;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly depth: number;
};

/** The text holds no edit in a patch format: perhaps JSON in fences, or whole files. */
function readOthers({ lines, parts, text, depth }: Parted): TextReading {
  const found: FoundJson = { changes: [], origins: [], repairs: [], notDone: [], refusals: [], rest: [] };
  for (const part of parts) {
    const json = jsonIn(lines, part, depth);
    if (json === null) {
      found.rest.push(part);
      if (part.title === undefined) refuseWishes(lines, textIn(lines, part));
    } else if (json === 'unclear') {
      found.refusals.push(fileOrPatch(lines, part));
    } else if (!json.ok) {
      found.refusals.push(...json.refusals.slice(0, LEAD));
    } else {
      for (const change of json.changes) found.changes.push(change);
      for (const origin of json.origins) found.origins.push(origin);
      for (const repair of json.repairs) found.repairs.push(repair);
      for (const wish of json.notDone) found.notDone.push(wish);
    }
  }
  if (found.refusals.length > 0) return { ok: false, refusals: found.refusals };
  if (parts.length > 0) refuseBareJson({ lines, parts, depth });
  if (lines.refusals.length > 0) return { ok: false, refusals: lines.refusals };
  if (found.changes.length === 0) return filesOf(wholeFiles({ lines, parts, text }), { lines, parts });
  const file = found.rest.find(({ title }) => title !== undefined);
  if (file !== undefined) return { ok: false, refusals: [fileBesideJson(lines, file)] };
  for (const wish of setAside(lines, found.rest)) found.notDone.push(wish);
  if (lines.refusals.length > 0) return { ok: false, refusals: lines.refusals };
  const { changes, origins, notDone } = found;
  const repairs = [...repairsOf(lines.repairs), ...found.repairs];
  passOverBeside(lines, parts);
  return { ok: true, changes, origins, repairs, notDone, prose: proseOf(lines) };
}

type FoundJson = {
  readonly changes: PlainChange[];
  readonly origins: TextOrigin[];
  readonly repairs: string[];
  readonly notDone: string[];
  readonly refusals: Refusal[];
  readonly rest: Part[];
};

/** Characters or entries of something that is looked at; what is behind them is more of the same. */
const LEAD = 100;

/** What a fence holds as JSON; null: nothing. `unclear`: it is a patch, and the file as well that the line above names. */
function jsonIn(lines: Lines, part: Part, depth: number): TextReading | 'unclear' | null {
  const inner = textIn(lines, part);
  if (depth >= MAX_DEPTH || !/^\s*[[{]/.test(inner.slice(0, LEAD))) return null;
  const json = readJson(inner, jsonPath(lines, part), depth);
  if (part.title === undefined) return json;
  if (json === null) return readJson(inner, undefined, depth)?.ok === true ? 'unclear' : null;
  const file = fullPath(part.title.path, lines.given);
  const isForFile = !json.ok || json.changes.every((change) => 'path' in change && change.path === file);
  return isForFile ? json : 'unclear';
}

function textIn({ lines }: Lines, { start, end }: Part): string {
  return lines.slice(start, end).join('\n');
}

function fileOrPatch(lines: Lines, { start, title }: Part): Refusal {
  const line = numberOf(lines, start - 1);
  const message = `The code block at line ${line} is ${title?.path} by the line above it, and a patch by what it holds, so it is open what is meant. Send a write change for the file, or the JSON without a path above it for the patch.`;
  return malformedAt({ line, path: title?.path }, message);
}

function fileBesideJson(lines: Lines, { start, title }: Part): Refusal {
  const line = numberOf(lines, start - 1);
  const message = `The code block at line ${line} is ${title?.path} by the line above it, and there is a patch in JSON beside it, so it is open what is meant. Send only one of them, or add the file to the patch as a write change.`;
  return malformedAt({ line, path: title?.path }, message);
}

function jsonPath(lines: Lines, { path, start }: Part): string | undefined {
  return path === undefined ? lines.path : fileNamed(lines, path, start - 1);
}

function filesOf(
  result: WholeFiles | Refusal,
  { lines, parts }: Pick<Parted, 'lines' | 'parts'>,
): TextReading {
  if ('code' in result) return { ok: false, refusals: [result] };
  const { files, notDone } = result;
  const changes = files.map(
    ({ path, content }): PlainChange => ({ kind: 'write', path, content, encoding: 'utf-8' }),
  );
  const origins = files.map(({ path: _path, content: _content, ...origin }): TextOrigin => origin);
  if (!origins.some(({ found }) => found === 'bare')) passOverBeside(lines, parts);
  const repairs = [...repairsOf(lines.repairs), ...result.repairs];
  return { ok: true, changes, origins, repairs, notDone, prose: proseOf(lines) };
}
