/**
 * A patch that was escaped once too often: one line, with `\n` for every line break. null: it was not, or not as a whole.
 * Only what has the marks of a patch format is taken for one; a file may well hold such text.
 */
export function unescapedText(text: string): string | null {
  if (text.includes('\n') || !text.includes('\\n') || !MARKS.test(text)) return null;
  const inner = /^\s*"/.test(text) ? text.trim().slice(1, -1) : text;
  // A quote that is not escaped shows that only line breaks are, so that all other escapes may stand as they are meant.
  if (/(?:^|[^\\])(?:\\\\)*"/.test(inner) && /\\[^n]/.test(inner)) return null;
  return inner.replace(/\\(.)/g, (escape, letter: string) => ESCAPES[letter] ?? escape);
}

const MARKS = /\*\*\* Begin Patch\\n|(?:<{5,9}|-{5,9}) ?SEARCH\\n|(?:^|"|\\n)(?:@@ -\d|diff --git |--- \S)/;

const ESCAPES: { readonly [letter: string]: string } = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};
