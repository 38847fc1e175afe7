import { MAX_PATH_BYTES } from '../limits.ts';
import { pathInAttribute } from './path-word.ts';
import { readsLikeWords } from './words.ts';

/**
 * The path that a line over an edit or a fence names, as models write it: bare, in bold, in backquotes, as a
 * heading, behind `File:`, or in a tag. null: the line is prose, or empty.
 */
export function pathOn(line: string): string | null {
  const path = nameOn(line);
  return path === null ? null : withoutPlace(path);
}

function nameOn(line: string): string | null {
  if (line.length > MAX_PATH_BYTES) return null;
  const tagged = taggedPath(line);
  if (tagged !== null) return tagged;
  const label = labelOn(line);
  const { text: bare, quote } = stripped(label === null ? line : line.trim().slice(label.length));
  if (bare.includes('://') || !mayBeginPath(bare)) return quotedPath(line);
  if (quote === '' && label === null && isWords(bare)) return quotedPath(line);
  if (!/\s/.test(bare)) return bare.endsWith(':') || /^[-.,!?]+$/.test(bare) ? null : wordOn(bare);
  return quotedPath(line) ?? (isSpacedPath(bare, label !== null) ? bare : null);
}

/** `file=src/a.ts` names src/a.ts; `name=value` may be anything. */
function wordOn(word: string): string {
  const named = pathInAttribute(word);
  return named !== null && looksLikePath(named) ? named : word;
}

/** A name without the lines in the file that stand behind it: `src/a.ts:7`, `src/a.ts#L7-L18`, `src/a.ts (lines 7-18)`. */
export function withoutPlace(name: string): string {
  const at = name.slice(-MOST_OF_PLACE).search(PLACE);
  return at === -1 ? name : name.slice(0, Math.max(0, name.length - MOST_OF_PLACE) + at);
}

const MOST_OF_PLACE = 60;

/** Behind a name with an extension or a folder. */
const PLACE =
  /(?<=[\w.)\]])(?::\d{1,7}(?:[:-]\d{1,7})?|#L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?| ?[([](?:lines?|L) ?\d{1,7}(?: ?(?:-|–|to) ?L?\d{1,7})?[)\]])$/i;

/** Is a line without spaces words all the same, where no quotes and no label say that it is a name? */
export function isWords(text: string): boolean {
  return !/\s/.test(text) && !isKnownName(text.slice(text.lastIndexOf('/') + 1)) && readsLikeWords(text);
}

/** As tools that are called with XML name their file. */
export function taggedPath(line: string): string | null {
  const path = TAGGED.exec(line.trim())?.[2]?.trim() ?? '';
  return path === '' ? null : path;
}

const TAGGED = /^<(path|file|file_?path|file_?name|target_?file)>([^<>]+)<\/\1>$/i;

/** A line with one tag and nothing else, such as what tools put around a patch. */
export function isTagLine(line: string): boolean {
  return /^<\/?[a-z_]{1,40}>$/i.test(line.trim());
}

/** Would nobody take the text for anything but a path? */
export function looksLikePath(text: string): boolean {
  return /[./]/.test(text) && !text.endsWith('.') && !/^\w+:\/\//.test(text);
}

/**
 * A name as the repository has it: without `./`, and with the folders of the given path where the name is its
 * end, because models leave out what they were told.
 */
export function fullPath(name: string, given: string | undefined): string {
  // What is cut here is too long to be a path all the same, and is refused for it.
  const path = (name.startsWith('./') ? name.slice(2) : name).slice(0, MAX_PATH_BYTES + 1);
  return given?.endsWith(`/${path}`) === true ? given : path;
}

/** May both be names of one file, of which one leaves out folders? */
export function mayBeOneFile(one: string, other: string): boolean {
  return `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}

/** The name without a first folder that means a side of the diff, as git and people call them. */
export function withoutSide(name: string): string {
  return name.replace(/^(?:[abciow]|old|new|orig|original|modified)\//, '');
}

/** Files without folder and extension that nobody takes for a word. */
export function isKnownName(name: string): boolean {
  return /^(?:(?!Profile$)[A-Z][a-z]+file|LICENSE|README|CHANGELOG|CODEOWNERS)$/.test(name);
}

/** Not every mark stands at the beginning of a path; no text does not either. */
export function mayBeginPath(text: string): boolean {
  return /^[\p{L}\p{N}._/\\@(["'`-]/u.test(text);
}

/** What a line begins with where it says that a path follows: `File: `. */
export function labelOn(line: string): string | null {
  return LABEL.exec(line.trim())?.[0] ?? null;
}

const LABEL = /^[#>*\s]{0,8}(?:file(?: ?(?:name|path))?|path|in|edit|update|modify|create)\s?:\*{0,2}\s/i;

/** Without the marks that Markdown, comments and sentences put around a name; `quote` is the innermost, if any. */
export function stripped(line: string): { readonly text: string; readonly quote: string } {
  let text = line.trim().replace(LIST_MARKS, '').trim();
  text = text.replace(/\s\((?:new(?: file)?|modified|updated|edited|created)\)$/i, '').trim();
  let quote = '';
  for (let [before, round] = ['', 0]; before !== text && round < MOST_MARKS; round += 1) {
    before = text;
    if (text.endsWith(':')) text = text.slice(0, -1);
    for (const mark of ['**', '`', '"', "'"])
      if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)) {
        text = text.slice(mark.length, -mark.length);
        if (mark.length === 1) quote = mark;
      }
  }
  return { text: text.trim(), quote };
}

/** Marks in marks, such as code in bold; a line of nothing but quotes is none. */
const MOST_MARKS = 6;

/** Of a heading, a comment, a list, or one in the other: `### 1. `. */
const LIST_MARKS = /^(?:(?:#{1,6}|\/\/|[-*]|\d{1,3}[.)])\s+){0,3}/;

/** The one path-like name in backquotes: "In `src/a.ts`, change this:". */
export function quotedPath(line: string): string | null {
  const names = line
    .split('`')
    .filter((part, index) => index % 2 === 1 && !/\s/.test(part) && looksLikePath(part));
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** A name with spaces looks like prose; it must have a folder or an extension at its end, and no more than a few words. */
function isSpacedPath(text: string, labelled: boolean): boolean {
  const words = text.split(/\s+/).length;
  const named = /[^\s.]\.\w{1,8}$/.test(text) || text.includes('/');
  return named && (labelled || words <= MAX_WORDS) && !/[,;!?]|:\s|\.\s/.test(text);
}

/** Words of a file's name before it is taken for a sentence. */
const MAX_WORDS = 3;
