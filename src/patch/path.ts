import { fileSystemName } from './file-system-name.ts';
import { MAX_NAME_BYTES, MAX_PATH_BYTES } from './limits.ts';
import type { Refusal } from './refusal.ts';

/**
 * null: whatever git or a common file system takes `path` for lies inside the repository, and outside of git's own folder.
 * Some file systems can't hold it all the same, as Windows can't hold `aux.c` or `a?b`.
 */
export function checkPath(path: string): Refusal | null {
  const problem = problemWith(path);
  if (problem === null) return null;
  return {
    code: 'outside_repository',
    message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
    path,
  };
}

/** Characters of a bad path that are shown: enough to recognise it. */
const SHOWN_CHARACTERS = 200;

function problemWith(path: string): string | null {
  if (path === '') return 'is empty.';
  if (!path.isWellFormed()) return 'is not valid Unicode.';
  if (bytesOf(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes.`;
  if (CONTROL_CHARACTER.test(path)) return 'holds a control character or a line separator.';
  if (path.includes('\\')) return 'holds a backslash.';
  if (path.startsWith('/')) return 'is absolute.';
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive letter.';
  for (const segment of path.split('/')) {
    if (segment === '') return 'has an empty segment.';
    if (segment === '.' || segment === '..') return `has a ${segment} segment.`;
    if (bytesOf(segment) > MAX_NAME_BYTES) return `has a name of more than ${MAX_NAME_BYTES} bytes.`;
    if (isGitFolder(segment)) return "leads into git's own folder.";
  }
  return null;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Unicode's own line breaks among them: what reads paths line by line, or by `.`, stops there. */
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Any name that some file system takes for `.git`, its 8.3 names among them. */
function isGitFolder(segment: string): boolean {
  return /^(?:\.git|git~\d+)$/.test(fileSystemName(segment));
}
