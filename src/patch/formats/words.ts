/**
 * Is a text without spaces words rather than a path? Some languages put no spaces between them, and a heading may be one
 * word. What stands in quotes or behind `File:` is a name all the same.
 */
export function readsLikeWords(text: string): boolean {
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (text.endsWith('.') || /[`*]/.test(text) || MARKS.test(text)) return true;
  if (LETTER.test(text)) return JOINED.test(text) || !EXTENSION.test(last);
  return CAPITALISED.test(text);
}

/** Letters of languages without spaces between words. */
const LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const LETTER = new RegExp(`[${LETTERS}]`, 'u');

/** Such a letter directly before a path of others, or behind its extension. */
const JOINED = new RegExp(
  `^[^/]*[${LETTERS}][A-Za-z_@][\\w.-]*(?:/|\\.[A-Za-z]\\w{0,9}$)|\\.[A-Za-z]\\w{0,9}[${LETTERS}]`,
  'u',
);

const EXTENSION = /[^.]\.[A-Za-z]\w{0,9}$/;

/** Full stops, commas, brackets and their like that only sentences of such languages have. */
const MARKS = /[\u3001\u3002\u3008-\u3011\u2026\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]/;

/** `Important`, and `Before/After`. No letter can be read in two ways, of which many names would make a great many. */
const CAPITALISED = /^\p{Lu}\p{Ll}+(?:\/\p{Lu}?\p{Ll}+)*$/u;

/** Would people take a line that is not indented for a sentence rather than for code? */
export function isSentence(line: string): boolean {
  if (MARKS.test(line)) return true;
  const text = line
    .trimEnd()
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/`[^`]*`/g, 'x')
    .replace(/^[*_"'(]{1,3}/, '');
  if (/[;{}=<>[\]$\\]/.test(text)) return false;
  if (/^\p{Lu}\p{Ll}*[^.]*[.!?]$/u.test(text)) return true;
  if (text.split(/\s+/).length < LEAST_WORDS) return false;
  return /^\p{Lu}[\p{Ll}'’]*,?\s/u.test(text) || (/^\p{Ll}/u.test(text) && /[.!?]$/.test(text));
}

/** Code of so few words may look like one. */
const LEAST_WORDS = 3;
const MOST_CHARACTERS = 1024;
