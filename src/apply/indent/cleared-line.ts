import type { Replacement } from '../text-file.ts';

type Texts = { readonly find: string; readonly replace: string };

/** Would the edit take all that it finds away, and put no word there? */
export function takesWordsAway({ find, replace }: Texts): boolean {
  return replace.trim() === '' && find.trim() !== '';
}

/**
 * What is to be taken away of a text that begins within the indentation of a line and ends with a line: that indentation
 * too, which would move the line below into another block, or stay as blanks that nobody sent. Where the text to find
 * has no line break at its end, an empty line is left, as of whole lines. null: it begins or ends elsewhere.
 * `text` is the file, or as much of it on both sides as `near` says.
 */
export function clearedLines(
  text: string,
  { find, replace }: Texts,
  { start, near }: { readonly start: number; readonly near: number },
): Replacement | null {
  const [first, last] = [start - near, start + find.length + near];
  let begin = start;
  while (begin > first && isBlankAt(text, begin - 1)) begin -= 1;
  if (begin === start || !(begin === 0 || text[begin - 1] === '\n')) return null;
  let end = start + find.length;
  if (find.endsWith('\n')) return { start: begin, end, text: replace };
  while (end < last && isBlankAt(text, end)) end += 1;
  const endsLine = end === text.length || text[end] === '\n';
  return endsLine ? { start: begin, end, text: replace } : null;
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}
