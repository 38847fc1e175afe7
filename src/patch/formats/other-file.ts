import { fenceOn } from './fences.ts';
import { isTitleLine } from './file-title.ts';
import { otherPathIn } from './path-in-words.ts';
import { isWords, looksLikePath, mayBeOneFile, pathOn, withoutSide } from './path-line.ts';

/**
 * The other file that words between two hunks of a file say the second one is of; null: they say none. A sentence that
 * only mentions a file, such as "This matches what lib/c.js does.", says nothing about the hunk below it.
 */
export function otherFileIn(lines: readonly string[], path: string): string | null {
  for (const line of lines) {
    const title = titleOn(line);
    if (title !== null && !mayBeOneFile(withoutSide(title), path)) return title;
  }
  for (const sentence of sentencesOf(lines)) {
    const other = pointedAt(sentence.slice(0, MOST_CHARACTERS), path);
    if (other !== null) return other;
  }
  return null;
}

/** The first of the files in a sentence that it does not only mention. */
function pointedAt(sentence: string, path: string): string | null {
  const isWhole = isWholeSentence(sentence);
  let rest = sentence;
  for (let other = otherPathIn(rest, path); other !== null; other = otherPathIn(rest, path)) {
    const at = rest.indexOf(other.path);
    if (!isWhole || other.isAlone || isPointing(rest.slice(0, at))) return other.path;
    rest = rest.slice(at + other.path.length);
  }
  return null;
}

/** The path that a line says, and nothing else. */
function titleOn(line: string): string | null {
  const name = isTitleLine(line) ? pathOn(line) : null;
  if (name === null || !looksLikePath(name) || isWords(name)) return null;
  return /\p{L}/u.test(name) ? name : null;
}

/** Of each paragraph, heading and point of a list, whose lines may part a sentence. */
function sentencesOf(lines: readonly string[]): readonly string[] {
  const pieces: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line.trim() === '' || fenceOn(line) !== null) {
      open = undefined;
      continue;
    }
    if (open === undefined || BEGINS_PIECE.test(line)) {
      open = [];
      pieces.push(open);
    }
    open.push(line.trim());
  }
  return pieces.flatMap((piece) => piece.join(' ').split(/(?<=[.!?。！？]) /));
}

/** The mark of a heading, a quote or a list. */
const BEGINS_PIECE = /^\s{0,8}(?:#{1,6}|[-*>•]|\d{1,3}[.)])\s/;

/** With a full stop, and more words than a title has. */
function isWholeSentence(sentence: string): boolean {
  const text = sentence.trimEnd();
  return /[.!?。！？]["'”)*]{0,3}$/.test(text) && text.split(/\s+/).length >= LEAST_WORDS;
}

/** Is there no word before a name, or one such as "in" or "update" right before it? */
function isPointing(before: string): boolean {
  const last = before
    .toLowerCase()
    .match(/[\p{L}'’]+/gu)
    ?.at(-1);
  return last === undefined || POINTING.has(last);
}

const MOST_CHARACTERS = 1024;

/** Of fewer words a title may be made too, such as "And then src/b.js." */
const LEAST_WORDS = 4;

const POINTING: ReadonlySet<string> = new Set(
  [
    'in into inside to for of at on file path',
    'update edit change modify patch fix open adjust',
    'im für zu an auf bei datei dans pour sur à en para nel per voor em no на в для',
  ]
    .join(' ')
    .split(' '),
);
