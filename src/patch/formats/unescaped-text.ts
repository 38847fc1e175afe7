/**
 * A patch that was escaped once too often: one line, with `\n` for every line break. null: it was not. Only
 * what has the marks of a patch format is taken for one; a file may well hold such text.
 */
export function unescapedText(text: string): string | null {
  if (text.includes('\n') || !text.includes('\\n') || !MARKS.test(text)) return null;
  const inner = /^\s*"/.test(text) ? text.trim().slice(1, -1) : text;
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
