import { isFileName } from './file-title.ts';
import { isKnownName, looksLikePath, withoutPlace } from './path-line.ts';
import { attributeIn, namesFile, pathInAttribute, pathInWord } from './path-word.ts';

/** The file that the line which opens a fence names. */
export type NamedInInfo = {
  readonly path: string;
  /** It says nothing else that may matter: what stands in the fence is all of the file. */
  readonly isAlone: boolean;
  /** There are other words, be they only about how it is shown. */
  readonly hasMore: boolean;
};

/** Of ` ```ts src/a.ts `, ` ```ts:src/a.ts `, ` ```ts title="src/a.ts" `; null: it names none. */
export function fileInInfo(info: string): NamedInInfo | null {
  const words = wordsIn(info);
  const names = words.flatMap((word) => pathInAttribute(word) ?? []).filter(isNamed);
  const titles = words.filter((word) => names.includes(pathInAttribute(word) ?? ''));
  const named = names.find((name) => titles.every((word) => isIdle(word, name))) ?? names[0];
  if (named === undefined) return bareName(info);
  const path = withoutPlace(named);
  const isAlone = path === named && words.every((word, at) => isLanguage(word, at) || isIdle(word, path));
  const hasMore =
    path !== named || words.some((word, at) => !isLanguage(word, at) && pathInAttribute(word) !== named);
  return { path, isAlone, hasMore };
}

/** Does it say anything besides the language and how the block is shown, such as `{1,3}` or `showLineNumbers`? */
export function saysMore(info: string): boolean {
  return wordsIn(info).some(
    (word, at) => /[\p{L}\p{N}]/u.test(word) && !isLanguage(word, at) && !isShown(word),
  );
}

function bareName(info: string): NamedInInfo | null {
  const words = info.split(/[\s:]/).filter((word) => word !== '');
  const last = words.at(-1);
  const first = words.length === 2 ? words[0] : undefined;
  if (last === undefined || words.length > 2) return null;
  const named = attributeIn(last) === null ? pathInWord(last) : null;
  // `js,src/a.ts`, and two files of which neither is a language.
  if (named === null || (first === undefined ? /^[^/]*,/.test(named) : isFileInFolder(first))) return null;
  const path = withoutPlace(named);
  const isBare = named === last;
  const isName = first === undefined ? isFileInFolder(path) : isBare ? isPath(path) : isNamed(path);
  return isName ? { path, isAlone: path === named, hasMore: path !== named } : null;
}

/** In marks, or as a title, there are numbers of versions as well. */
function isNamed(name: string): boolean {
  return isFileName(withoutPlace(name)) || (name.includes('/') && isPath(name));
}

function isFileInFolder(word: string): boolean {
  return word.includes('/') && isFileName(word);
}

function isPath(name: string): boolean {
  return looksLikePath(name) || isKnownName(name);
}

/** Parted at spaces, and at commas before a name, but for those in quotes; braces around all of them are left out. */
function wordsIn(info: string): readonly string[] {
  const text = info.replace(MARKED, withoutSpaces);
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isBetween =
      character === ' ' || character === '\t' || (character === ',' && /^\p{L}/u.test(text.charAt(at + 1)));
    if (quote === '' && isBetween) {
      words.push(word);
      word = '';
      continue;
    }
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    word += character;
  }
  return [...words, word].map(withoutBraces).filter((part) => part !== '');
}

const MARKED = /\{[\d\s,-]{1,200}\}/g;

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function withoutBraces(word: string): string {
  if (/^\{[\d,-]+\}$/.test(word)) return word;
  const opened = word.startsWith('{') ? word.slice(1) : word;
  return opened.endsWith('}') && !opened.includes('{') ? opened.slice(0, -1) : opened;
}

function isLanguage(word: string, at: number): boolean {
  return at === 0 && /^\.?[\w+#.:/-]+$/.test(word) && !/^\d+-\d+$/.test(word);
}

/** It tells how the block is shown, or names that file once more. */
function isIdle(word: string, path: string): boolean {
  if (isShown(word)) return true;
  const attribute = attributeIn(word);
  if (attribute === null || !namesFile(attribute)) return false;
  return attribute.value === path || attribute.value === path.slice(path.lastIndexOf('/') + 1);
}

/** A single stretch in braces may be the lines of the file that are shown, and so may a number to count from. */
function isShown(word: string): boolean {
  if (/^\{\d+(?:(?:,\d+(?:-\d+)?)*|-\d+(?:,\d+(?:-\d+)?)+)\}$/.test(word)) return true;
  const attribute = attributeIn(word);
  if (attribute === null) return FLAG.test(word);
  return MARKING.test(attribute.name) || (COUNTING.test(attribute.name) && NOT_COUNTED.test(attribute.value));
}

const FLAG = /^\.?(?:(?:show|no)?-?line-?numbers|numberlines|linenums|linenos|(?:no)?copy|(?:no)?wrap)$/i;
const MARKING = /^(?:hl|hl_?lines|highlight|emphasize-lines|theme|lang|language|frame|copy|wrap)$/;
const COUNTING = /^(?:linenos|linenums|line-?numbers|showlinenumbers|numberlines)$/;
const NOT_COUNTED = /^(?:true|false|table|inline|1|)$/i;
