import { headerName } from './file-name.ts';
import { isFileName } from './file-title.ts';
import { isHunkHeader } from './hunk-header.ts';
import { type Lines, lineAt } from './reading.ts';

/** Does a file's part of a unified diff begin here? Outside of hunks one of its two name lines is enough. */
export function isFileStart(reader: Lines, at = reader.at): boolean {
  const line = lineAt(reader, at) ?? '';
  if (isFileHeader(reader, at)) return true;
  const next = lineAt(reader, at + 1) ?? '';
  if (line.startsWith('rename from ')) return next.startsWith('rename to ');
  return (line.startsWith('--- ') || line.startsWith('+++ ')) && isHunkHeader(next);
}

/** Does a file begin here, whatever stands before? */
export function isFileHeader(reader: Lines, at = reader.at): boolean {
  const line = reader.lines[at] ?? '';
  if (line.startsWith('diff --git ')) return true;
  return line.startsWith('--- ') && (reader.lines[at + 1] ?? '').startsWith('+++ ');
}

/** Does the text of a hunk end before this line, whatever its header counts? */
export function isBoundary(reader: Lines, at: number): boolean {
  const line = lineAt(reader, at);
  if (line === undefined) return true;
  switch (line.charAt(0)) {
    case '@':
      return line.startsWith('@@');
    case '-':
      return (
        isSignature(reader, at) ||
        (line.startsWith('--- ') && (isNamePair(reader, at) || isNameAlone(reader, at)))
      );
    case '+':
      return isNameAlone(reader, at);
    case ' ':
    case '':
      return false;
    default:
      return line.startsWith('diff --git ') || isSeparator(line) || FENCE.test(line) || MAIL.test(line);
  }
}

/** In a hunk, `--- x` and `+++ y` are a removed and an added line unless they name a file and a hunk of it follows. */
function isNamePair(reader: Lines, at: number): boolean {
  if (!(lineAt(reader, at + 1) ?? '').startsWith('+++ ')) return false;
  const next = lineAt(reader, at + 2);
  return isHunkHeader(next) || isSameFile(reader, at);
}

/**
 * One of a file's two name lines alone, with a hunk below it, whose header may be lost. Files have hardly a line such as
 * `++ b/src/a.js`; one such as `-- src/a.sql` may be a comment, so that it takes git's prefix.
 */
export function isNameAlone(reader: Lines, at: number): boolean {
  const line = lineAt(reader, at) ?? '';
  const name = nameOn(line);
  if (name === null || (line.startsWith('-') && !/^(?:a\/|\/dev\/null$)/.test(name))) return false;
  let next = at + 1;
  while (lineAt(reader, next)?.trim() === '') next += 1;
  if (isHunkHeader(lineAt(reader, next))) return true;
  return line.startsWith('+') && name.startsWith('b/') && /^[ +-]/.test(lineAt(reader, next) ?? '');
}

/** Where a hunk's header says that the hunk is at its end, a name needs no prefix. */
export function isNameBehindCount(reader: Lines, at: number): boolean {
  return nameOn(lineAt(reader, at) ?? '') !== null && isFileStart(reader, at);
}

/** The file that a name line says, where nobody would take its name for anything else. */
function nameOn(line: string): string | null {
  if (!/^(?:---|\+\+\+) /.test(line)) return null;
  const name = (headerName(line.slice(4)) ?? '').trimEnd();
  if (name === '/dev/null') return name;
  const isPrefixed = /^[ab]\/[\p{L}\p{N}_.@]/u.test(name);
  if (/\s/.test(name) || !isPrefixed)
    return isFileName(name) && (isPrefixed || !/\s/.test(name)) ? name : null;
  return name.endsWith(';') ? null : name;
}

/** Do the two name lines name one file, with git's prefixes? */
export function isSameFile(reader: Lines, at: number): boolean {
  const old = (lineAt(reader, at) ?? '').slice(4).trimEnd();
  const now = (lineAt(reader, at + 1) ?? '').slice(4).trimEnd();
  if (old === '/dev/null' || now === '/dev/null') return true;
  return old.startsWith('a/') && now.startsWith('b/') && old.slice(2) === now.slice(2);
}

/** The line that ends the diff in a mail of `git format-patch`, with git's version below it. */
export function isSignature(reader: Lines, at = reader.at): boolean {
  if (!/^-- ?$/.test(lineAt(reader, at) ?? '')) return false;
  return /^\d+\.\d[\w.-]{0,40}(?: \([\w. -]{1,40}\))?$/.test(lineAt(reader, at + 1) ?? '');
}

/** Does Subversion name the file here whose header follows, and names it again? */
export function isIndexLine(reader: Lines, at = reader.at): boolean {
  const name = /^Index: (.+)$/.exec(lineAt(reader, at) ?? '')?.[1];
  const next = lineAt(reader, at + 1) ?? '';
  const header = /^={60,}$/.test(next) ? (lineAt(reader, at + 2) ?? '') : next;
  return name !== undefined && header.startsWith(`--- ${name}`);
}

/** Lines that diff, Subversion and others write between two files. */
export function isSeparator(line: string): boolean {
  return line.trim() === '' || /^(?:Index: |={60,}$|diff -|Only in )/.test(line);
}

const FENCE = /^(?:```|~~~)/;

const MAIL = /^From [0-9a-f]{40} /;
