import { MAX_PATH_BYTES } from './limits.ts';
import type { Refusal } from './refusal.ts';

/** null: `path` names a place inside the repository that git, and every common file system, can hold. */
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
  if (new TextEncoder().encode(path).length > MAX_PATH_BYTES)
    return `is longer than ${MAX_PATH_BYTES} bytes.`;
  if (CONTROL_CHARACTER.test(path)) return 'holds a control character.';
  if (path.includes('\\')) return 'holds a backslash.';
  if (path.startsWith('/')) return 'is absolute.';
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive letter.';
  for (const segment of path.split('/')) {
    if (segment === '') return 'has an empty segment.';
    if (segment === '.' || segment === '..') return `has a ${segment} segment.`;
    if (isGitFolder(segment)) return "leads into git's own folder.";
  }
  return null;
}

const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * git's own list of names that some file system takes for `.git`: any case, NTFS streams, trailing dots and
 * spaces, 8.3 names, and code points that HFS+ leaves out when it compares.
 */
function isGitFolder(segment: string): boolean {
  const name = segment.replace(HFS_IGNORED, '').toLowerCase();
  return /^(?:\.git|git~\d+)[. ]*(?::.*)?$/.test(name);
}

const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
