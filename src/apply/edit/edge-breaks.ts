import { indentOf } from '../indent/indentation.ts';

type Texts = { readonly find: string; readonly replace: string };

/** Does a line on that side of a found text go on, to which another one would be joined? */
export type Edges = { readonly above: boolean; readonly below: boolean };

/**
 * The texts of an edit, with the line break at an edge of the text to find that the new text lost: without it the new
 * line would be joined to the one beside it. A line break that is all that differs was meant to go, and so was one
 * whose place a blank takes. Where the file ends beside it, or has an empty line, no words are joined.
 */
export function withEdgeBreaks<T extends Texts>(texts: T, { above, below }: Edges): T {
  const { find, replace } = texts;
  if (find.trim() === '' || replace.trim() === '') return texts;
  const head = above ? headLost(find, replace) : '';
  const tail = below ? tailLost(find, replace) : '';
  const whole = head + replace + tail;
  return whole === find || whole === replace ? texts : { ...texts, replace: whole };
}

/** Where it stands in a text that is the file, or begins or ends within it. */
export function edgesAt(text: string, find: string, start: number): Edges {
  const end = start + find.length;
  return {
    above: start > 0 && text[start - 1] !== '\n',
    below: end < text.length && text[end] !== '\n',
  };
}

/** What begins the line below. */
function tailLost(find: string, replace: string): string {
  if (replace !== replace.trimEnd()) return '';
  const end = find.lastIndexOf('\n');
  return end < find.trimEnd().length ? '' : find.slice(end);
}

/** New text that begins a line of its own is indented as the line is that it replaces; at the margin a word begins it. */
function headLost(find: string, replace: string): string {
  const filled = find.length - find.trimStart().length;
  const end = find.lastIndexOf('\n', filled) + 1;
  const begin = find.indexOf('\n') + 1;
  if (end === 0) return '';
  const indent = find.slice(end, filled);
  if (indentOf(replace) !== indent || (indent === '' && !/^[\p{L}\p{N}_]/u.test(replace))) return '';
  return find.slice(0, begin);
}
