import type { Refusal } from '../refusal.ts';
import { blockMarker } from './block-markers.ts';
import { closes, isShellFence } from './fences.ts';
import { fullPath } from './path-line.ts';
import { type Lines, lineAt, malformedAt, numberOf } from './reading.ts';
import type { Part } from './text-parts.ts';

/** A file as it shall be, found in a text. */
export type FoundFile = {
  readonly path: string;
  readonly content: string;
  readonly found: 'fenced' | 'bare';
  readonly linesBefore: number;
  readonly sureLines?: number;
};

export type WholeFiles = { readonly files: readonly FoundFile[]; readonly notDone: readonly string[] };

type Source = { readonly lines: Lines; readonly parts: readonly Part[]; readonly text: string };

/** The files that a text without edits holds: each fence that names its file, or what the given path is for. */
export function wholeFiles({ lines, parts, text }: Source): WholeFiles | Refusal {
  if (text.trim() === '') return nothing(lines);
  const mark = strayMark(lines) ?? brokenJson(lines, text);
  if (mark !== null) return mark;
  if (parts.length === 0) return bareFile(lines, text);
  const broken = parts.find(({ isOpen, hasMarks }) => isOpen === true || hasMarks === true);
  if (broken !== undefined) return brokenFence(lines, broken);
  const isShell = ({ fence }: Part) => fence !== undefined && isShellFence(fence);
  const isScript = lines.path !== undefined && /\.(?:sh|bash|zsh|ps1|bat|cmd)$/.test(lines.path);
  const others = isScript ? parts : parts.filter((part) => !isShell(part) || part.path !== undefined);
  const notDone = others.length < parts.length ? [notRun(lines, parts.find(isShell))] : [];
  const files = fencedFiles(lines, others);
  return 'code' in files ? files : { files, notDone };
}

function nothing(lines: Lines): Refusal {
  const message = 'The text is empty. Send the changes, or leave it out.';
  return { ...malformedAt({ line: 1, path: lines.path }, message), code: 'no_changes' };
}

function notRun(lines: Lines, shell: Part | undefined): string {
  return `The commands in the code block at line ${numberOf(lines, (shell?.start ?? 1) - 1)} were not run`;
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
  const at = text.search(JSON_EDIT);
  if (at === -1) return null;
  const line = numberOf(lines, text.slice(0, at).split('\n').length - 1);
  const message = `The text looks like an edit in JSON, at line ${line}, but it can't be read. Send it as valid JSON, or send a write change with the whole file.`;
  return malformedAt({ line, path: lines.path }, message);
}

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
  return { files: [{ path, content: text, found: 'bare', linesBefore: 0 }], notDone: [] };
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

function fencedFiles(lines: Lines, parts: readonly Part[]): readonly FoundFile[] | Refusal {
  // What a sentence names in passing does not stand against a path that was given.
  const isNamed = ({ path, isTitled }: Part) =>
    path !== undefined && (isTitled === true || lines.path === undefined);
  const named = parts.filter(isNamed);
  const [only, second] = named.length > 0 ? named : parts;
  if (only === undefined || (named.length === 0 && (second !== undefined || lines.path === undefined)))
    return unnamed(lines, parts);
  const other = named.length > 0 ? parts.find((part) => !isNamed(part)) : undefined;
  if (other !== undefined) return longFile(lines, named, other) ?? unpaired(lines, other);
  const files =
    named.length > 0 ? named.map((part) => fileIn(lines, part, part.path)) : [fileIn(lines, only)];
  const paths = new Set<string>();
  const twice = files.find(({ path }) => paths.size === paths.add(path).size);
  if (twice === undefined) return files;
  const message = `Two code blocks are for ${twice.path}, so nobody can tell which one is the file. Send one of them.`;
  return malformedAt({ line: twice.linesBefore, path: twice.path }, message);
}

function unnamed(lines: Lines, [first]: readonly Part[]): Refusal {
  const line = numberOf(lines, (first?.start ?? 1) - 1);
  const message = `The code block at line ${line} does not say which file it is, and holds no edit. Put the file's path on the line above it, or send a write change.`;
  return malformedAt({ line, path: lines.path }, message);
}

/**
 * One file that holds code blocks of its own, up to the fence that ends the text; null: it does not look so.
 * Only the file that it replaces can tell whether what follows the first end is part of it.
 */
function longFile(lines: Lines, [only, second]: readonly Part[], other: Part): readonly FoundFile[] | null {
  const last = lines.lines.findLastIndex((line) => line.trim() !== '');
  if (only?.fence === undefined || second !== undefined || other.start < only.end) return null;
  if (!closes(lineAt(lines, last) ?? '', only.fence)) return null;
  return [{ ...fileIn(lines, { ...only, end: last }, only.path), sureLines: only.end - only.start }];
}

/** A file that holds a fence of its own seems to end there: what follows would be lost. */
function unpaired(lines: Lines, { start }: Part): Refusal {
  const line = numberOf(lines, start - 1);
  const message = `The code block at line ${line} names no file, so it may be part of the file before it. Put four backquotes around a file that holds code blocks, or send a write change.`;
  return malformedAt({ line }, message);
}

/** The file that a fence holds, without the fence's own indentation. */
export function fileIn(lines: Lines, { start, end, fence }: Part, path?: string): FoundFile {
  const indent = ' '.repeat(fence?.indent ?? 0);
  const own = lines.lines
    .slice(start, end)
    .map((line) => (indent !== '' && line.startsWith(indent) ? line.slice(indent.length) : line));
  return {
    path: path === undefined ? (lines.path ?? '') : fullPath(path, lines.path),
    content: own.length === 0 ? '' : `${own.join('\n')}\n`,
    found: 'fenced',
    linesBefore: start,
  };
}
