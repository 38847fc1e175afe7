import type { Hunk } from '../../patch/hunk.ts';
import type { Effort } from '../effort.ts';
import { uncut } from '../file-lines.ts';
import { mayStandBeside } from '../locate/beside.ts';
import { locateHunks } from '../locate/locate.ts';
import type { Location } from '../locate/location.ts';
import { changedLines } from '../locate/sharpen.ts';

/** Looks for a text that is not in a file as it is: by whole lines, with the same tolerance as hunks have. */
export function locateLoosely(
  text: string,
  { find, replace }: { readonly find: string; readonly replace: string },
  effort: Effort,
): Location {
  const [before, after] = wholeLines(find, replace);
  const hunk: Hunk = { number: 1, lines: changedLines(before, after), anchors: [], noMarkLost: true };
  if (effort.reading < text.length) return { hunk, status: 'not_found' };
  const [location] = locateHunks(uncut(text), [hunk], effort);
  return location ?? { hunk, status: 'not_found' };
}

/** May lines that an edit adds above or below the whole lines at `start` that it finds stand there already? */
export function mayBePartlyThere(
  text: string,
  { find, replace }: { readonly find: string; readonly replace: string },
  start: number,
): boolean {
  const [before, after] = wholeLines(find, replace);
  const end = start + find.length - (find.endsWith('\n') && replace.endsWith('\n') ? 1 : 0);
  const isWhole = (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
  return isWhole && mayStandBeside(text, { before, after }, { start, end });
}

/** Both as lines; a line break at the very end of both begins no line. */
function wholeLines(find: string, replace: string): [before: readonly string[], after: readonly string[]] {
  if (find.endsWith('\n') && replace === '') return [find.slice(0, -1).split('\n'), []];
  if (!find.endsWith('\n') || !replace.endsWith('\n')) return [find.split('\n'), replace.split('\n')];
  return [find.slice(0, -1).split('\n'), replace.slice(0, -1).split('\n')];
}
