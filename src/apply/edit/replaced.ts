import type { Refusal } from '../../patch/refusal.ts';
import { saysAnything } from '../locate/already.ts';
import { firstPlaceIn } from './text-search.ts';

/** Whether an edit was made before; `unclear`: what it makes is there, but as a part of longer words. */
export type Replaced = 'replaced' | 'open' | 'unclear';

/**
 * Is a found text part of what would take its place, because the edit was made before? Making it again would
 * double what it adds. `text` is the file, or as much of it on both sides as `replace` is long, and BESIDE more.
 *
 * What is there as a part of longer words only is no proof. The edit is open then where it finds whole words, and would
 * have found a part of one before.
 */
export function isReplaced(
  text: string,
  { find, replace }: { readonly find: string; readonly replace: string },
  at: number,
): Replaced {
  const within = find === replace ? null : firstPlaceIn(replace, find);
  if (within === null) return 'open';
  const more = replace.slice(0, within) + replace.slice(within + find.length);
  if (!saysAnything(more)) return 'open';
  const from = Math.max(0, at - more.length);
  const near = text.slice(from, at + replace.length);
  // The last line of a file ends there, though nothing says so.
  const isCutOff = at + replace.length > text.length && !text.endsWith('\n') && replace.endsWith('\n');
  const place = firstPlaceIn(isCutOff ? `${near}\n` : near, replace);
  if (place === null) return 'open';
  const start = from + place;
  const made = around(text, start, start + replace.length);
  if (!isPartOfWords(replace, made)) return 'replaced';
  const isWhole = !isPartOfWords(find, around(text, at, at + find.length));
  return isWhole && isPartOfWords(find, made) ? 'open' : 'unclear';
}

/** The refusal of an edit of which nobody can tell whether it was made. `line` from 1: where its text was found. */
export function unclearRefusal(path: string, line: number): Refusal {
  const message = `What the edit makes stands in ${path} at line ${line} as a part of longer words, so that it may be done already. If it is, leave the edit out; if not, find and replace more of what stands around it.`;
  return { code: 'ambiguous', message, path, pointer: '/find', data: { lines: [line] } };
}

/** Characters beside a text that tell whether its words end with it; some letters have two. */
export const BESIDE = 2;

type Around = { readonly before: string; readonly after: string };

function around(text: string, start: number, end: number): Around {
  return { before: text.slice(Math.max(0, start - BESIDE), start), after: text.slice(end, end + BESIDE) };
}

/** Does the text's first or last word go on beside it? */
function isPartOfWords(text: string, { before, after }: Around): boolean {
  const [first, last] = [text.slice(0, BESIDE), text.slice(-BESIDE)];
  return (
    (ENDS_IN_WORD.test(before) && BEGINS_WORD.test(first)) ||
    (ENDS_IN_WORD.test(last) && BEGINS_WORD.test(after))
  );
}

const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}_]$/u;

const BEGINS_WORD = /^[\p{L}\p{M}\p{N}_]/u;
