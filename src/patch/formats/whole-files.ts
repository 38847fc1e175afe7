import { parseLooseJson } from '../loose-json.ts';
import type { Refusal } from '../refusal.ts';
import { isWordsFor } from './bare-words.ts';
import { blockMarker } from './block-markers.ts';
import { isEditFor } from './edit-for-file.ts';
import { fencedFiles, type WholeFiles } from './fenced-files.ts';
import { addRepair, type Lines, lineAt, malformedAt, numberOf } from './reading.ts';
import type { Part } from './text-parts.ts';

type Source = { readonly lines: Lines; readonly parts: readonly Part[]; readonly text: string };

/** The files that a text without edits holds: each fence that names its file, or what the given path is for. */
export function wholeFiles({ lines, parts, text }: Source): WholeFiles | Refusal {
  if (text.trim() === '') return nothing(lines);
  const mark = strayMark(lines) ?? brokenJson(lines, text);
  if (mark !== null) return mark;
  if (parts.length === 0) return bareFile(lines, text);
  const broken = parts.find(({ isOpen, hasMarks }) => isOpen === true || hasMarks === true);
  if (broken !== undefined) return brokenFence(lines, broken);
  const found = fencedFiles(lines, parts);
  const edit =
    'files' in found ? found.files.find(({ content, path }) => isEditFor(content, path)) : undefined;
  return edit === undefined ? found : editForFile(edit.path, numberOf(lines, edit.linesBefore - 1));
}

function nothing(lines: Lines): Refusal {
  const message = 'The text is empty. Send the changes, or leave it out.';
  return { ...malformedAt({ line: 1, path: lines.path }, message), code: 'no_changes' };
}

/** A line that only an edit has, in a text that is none: something of the edit is lost. */
function strayMark(lines: Lines): Refusal | null {
  const at = lines.lines.findIndex((_, index) => isMark(lines, index));
  if (at === -1) return null;
  const line = numberOf(lines, at);
  const message = `Line ${line} is a mark of an edit, but the edit can't be read. Send it whole, in one of the formats, or send a write change with the whole file.`;
  return malformedAt({ line, path: lines.path }, message);
}

/** JSON that was to be an edit is no file. */
function brokenJson(lines: Lines, text: string): Refusal | null {
  const at = isCutOffEdit(text) ? 0 : text.search(JSON_EDIT);
  if (at === -1) return null;
  const line = numberOf(lines, text.slice(0, at).split('\n').length - 1);
  const message = `The text looks like an edit in JSON, at line ${line}, but it can't be read. Send it as valid JSON, or send a write change with the whole file.`;
  return malformedAt({ line, path: lines.path }, message);
}

/** It begins as a patch in JSON does, and is no JSON. */
function isCutOffEdit(text: string): boolean {
  return (
    !parseLooseJson(text).ok &&
    /^\s*(?:\{|\[\s*\{)\s*"/.test(text.slice(0, LEAD)) &&
    (/"(?:changes|edits|operations|modifications|patches)" {0,4}: {0,4}\[/.test(text) ||
      (FILE_FIELD.test(text) && EDIT_FIELD.test(text)))
  );
}

/** Characters in which a text shows how it begins. */
const LEAD = 400;

const FILE_FIELD = /"(?:path|file|file_path|target_file|filename|from)" {0,4}:/;

const EDIT_FIELD =
  /"(?:find|search|replace|replacement|content|contents|diff|patch|pattern|to|kind|op)" {0,4}:/;

const JSON_EDIT = /"(?:old_str|old_string|new_str|new_string|replace_all|mutations)" {0,4}:/;

function isMark(lines: Lines, at: number): boolean {
  const line = lineAt(lines, at) ?? '';
  const role = blockMarker(line)?.role;
  if (role === 'search' || role === 'replace') return true;
  return /^(?:\*\*\* (?:Begin|End) Patch|\*\*\* End of File|@@ -\d|\+\+\+ b\/|--- a\/|<{7} |>{7} )/.test(
    line,
  );
}

function bareFile(lines: Lines, text: string): WholeFiles | Refusal {
  const { path } = lines;
  if (path === undefined) {
    const message =
      'The text holds no edit in a format that is known. Send a diff, *** Begin Patch, SEARCH/REPLACE blocks, or JSON; for a whole file, name its path.';
    return { ...malformedAt({ line: 1 }, message), code: 'mission_without_changes' };
  }
  if (isWordsFor(text, path)) return wordsForFile(path);
  if (isEditFor(text, path)) return editForFile(path, numberOf(lines, 0));
  addRepair(lines.repairs, `the text was taken for the whole of ${path}`, numberOf(lines, 0));
  return { files: [{ path, content: text, found: 'bare', linesBefore: 0 }], repairs: [], notDone: [] };
}

function wordsForFile(path: string): Refusal {
  const message = `The text for ${path} holds words, and no code and no edit. Send the edit; or, for a file that is to hold these words, a write change.`;
  return { ...malformedAt({ line: 1, path }, message), code: 'mission_without_changes' };
}

/** An edit is no file, and here it could not be read as one. */
export function editForFile(path: string, line: number): Refusal {
  const message = `The text for ${path} at line ${line} begins as an edit, but the edit can't be read. Send it with its marks at the beginning of their lines; or, for a file that is to hold these lines, a write change.`;
  return malformedAt({ line, path }, message);
}

function brokenFence(lines: Lines, { start, path, isOpen }: Part): Refusal {
  const line = numberOf(lines, start - 1);
  const what =
    isOpen === true
      ? 'is not closed, so nobody can tell where the file ends'
      : 'holds the marks of an edit behind other lines, so nobody can tell whether it is one';
  const message = `The code block at line ${line} ${what}. Send a write change with the whole file.`;
  return malformedAt({ line, path: path ?? lines.path }, message);
}
