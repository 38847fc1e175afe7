import { MAX_PATH_BYTES } from '../limits.ts';
import {
  isKnownName,
  isWords,
  labelOn,
  looksLikePath,
  mayBeginPath,
  pathOn,
  quotedPath,
  stripped,
  taggedPath,
  withoutPlace,
} from './path-line.ts';
import { isPlainPath, pathInAttribute } from './path-word.ts';

/** A line that says that the code block below it is a file. */
export type FileTitle = {
  readonly path: string;
  /** It says nothing else: no sentence is around the path. */
  readonly isAlone: boolean;
};

/**
 * The file that a code block is by the line above it: the line is a path and nothing else, as in a heading, in marks
 * or behind `File:`, or it has a few words more, all of which only say that this is the file ("Here is the full
 * `src/a.ts`:").
 *
 * null: it is prose, which may speak of a file and show something else. What edits a file may be named more loosely
 * (`pathOn`), because it has to fit that file.
 */
export function fileTitle(line: string): FileTitle | null {
  if (line.length > MAX_PATH_BYTES) return null;
  const path = taggedPath(line) ?? labelled(line) ?? pathAlone(line);
  // A name with lines of the file behind it is that of a part.
  if (path !== null) return withoutPlace(path) === path ? { path, isAlone: true } : null;
  const worded = pathInWords(line);
  return worded === null ? null : { path: worded, isAlone: false };
}

/** Does a line that names a file say nothing else? */
export function isTitleLine(line: string): boolean {
  const { text } = stripped(line);
  return fileTitle(line)?.isAlone === true || (!/\s/.test(text) && pathOn(line) === text);
}

/**
 * May the path that was read from a line (`pathOn`) as well be a sentence, such as "Then add helper.js", or be none,
 * such as "and/or:"? What it edits has to fit that file; a new file would fit under any name.
 */
export function readsLikeSentence(line: string, path: string): boolean {
  if (fileTitle(line) !== null) return false;
  if (!isPlainPath(path)) return true;
  if (quotedPath(line) === path) return false;
  return /\s/.test(path) || line.trim().endsWith(':') || isBareWord(line, path);
}

/** A name of one word has to be known, or in quotes or behind `File:`. */
function isBareWord(line: string, path: string): boolean {
  const isMarked = stripped(line).quote !== '' || /file|path/i.test(labelOn(line) ?? '');
  return !/[./]/.test(path) && !isKnownName(path) && !isMarked;
}

/** Is it a file that the opening line of a fence names, and no type of content such as `text/plain`? */
export function isFileName(name: string): boolean {
  if (!isPlainPath(name)) return false;
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (isKnownName(last) || /^\.[\p{L}\p{N}_]/u.test(last)) return true;
  return !name.includes('://') && mayBeginPath(name) && EXTENSION.test(last);
}

/** What follows the last dot begins with a letter: `1.2` is a number. */
const EXTENSION = /[^.]\.\p{L}[\p{L}\p{N}_-]{0,15}$/u;

/** Behind a label that stands for files and nothing else, a name may have spaces. */
function labelled(line: string): string | null {
  const label = labelOn(line);
  if (label === null) return null;
  const { text } = stripped(line.trim().slice(label.length));
  if (!/\s/.test(text)) return isPathInQuotes(text) ? text : null;
  return /file|path/i.test(label) && isSpacedName(text) ? text : null;
}

function pathAlone(line: string): string | null {
  const { text: written, quote } = stripped(line);
  const text = pathInAttribute(written) ?? written;
  // What has spaces and stands in backquotes is a command more often than a path.
  if (/\s/.test(text)) return (quote === '"' || quote === "'") && isSpacedName(text) ? text : null;
  if (quote !== '') return isPathInQuotes(text) ? text : null;
  return isFileName(text) && !isWords(text) ? text : null;
}

/** `and/or` is a path only where marks make a name of it; `/items` is an address. */
function isPathInQuotes(text: string): boolean {
  const isInFolder = text.includes('/') && looksLikePath(text) && isPlainPath(text);
  return isFileName(text) || (isInFolder && /^[\p{L}\p{N}._]/u.test(text));
}

/** A path with spaces, and no sentence that ends with a file's name. */
function isSpacedName(text: string): boolean {
  return isFileName(text) && !/[,;!?]|:\s|\.\s/.test(text);
}

/** The path in backquotes where each word around it is one of those that only say that the block is the file. */
function pathInWords(line: string): string | null {
  const path = quotedPath(line);
  if (path === null || !isPathInQuotes(path) || withoutPlace(path) !== path) return null;
  const around = line.replace(`\`${path}\``, ' ').toLowerCase();
  const words = around.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return words.every((word) => FILE_WORDS.has(word) || /^\d{1,3}$/.test(word)) && !isPart(words)
    ? path
    : null;
}

/** As in "Add this to": what comes to a file that is there is not all of it. What is written or saved to one is. */
function isPart(words: readonly string[]): boolean {
  const hasAny = (some: readonly string[]) => some.some((word) => words.includes(word));
  return words.includes('to') && !hasAny(['new', 'write', 'save', 'create']);
}

/** "Old", "not", "in", "before", "test" and "run" are none of them, nor is any word that nobody has thought of. */
const FILE_WORDS: ReadonlySet<string> = new Set(
  [
    "a an the this is it its it's here here's heres below following be looks like now step",
    'file files path name named filename called content contents code source script module version',
    'new updated corrected fixed revised full fully complete completed entire whole final',
    'create add write save put make update modify edit change replace overwrite rewrite',
    'to for of with as and then please should must',
  ]
    .join(' ')
    .split(' '),
);
