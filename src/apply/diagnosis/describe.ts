import { type Changed, type Difference, shownLine } from './difference.ts';
import type { Place } from './nearest.ts';

/** One sentence: where the nearest place is, and what differs there. */
export function describeNearest(place: Place, difference: Difference | undefined): string {
  const nearest = `The nearest place is line ${place.position + 1}`;
  const { changed = [], missing = 0, extra = 0 } = difference ?? {};
  const [only] = changed;
  if (missing + extra === 0 && only !== undefined) {
    if (changed.every(({ onlySpace }) => onlySpace))
      return `${nearest}, where ${countOf(changed.length, 'line')} ${changed.length === 1 ? 'differs' : 'differ'} in white space only.`;
    if (changed.length === 1) return `${nearest}${describeOnly(only, place)}.`;
  }
  const parts = [
    ...(changed.length > 0
      ? [`${countOf(changed.length, 'line')} ${changed.length === 1 ? 'reads' : 'read'} differently`]
      : []),
    ...(missing > 0
      ? [`${countOf(missing, 'line')} of the patch ${missing === 1 ? 'is' : 'are'} missing`]
      : []),
    ...(extra > 0 ? [`the file has ${countOf(extra, 'line')} more in between`] : []),
  ];
  return parts.length === 0 ? `${nearest}.` : `${nearest}, where ${joinParts(parts)}.`;
}

/** "3 lines", "1 line". */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function describeOnly({ position, found, expected }: Changed, place: Place): string {
  const reads = `reads ${quoted(found)} and not ${quoted(expected)}`;
  return position === place.position ? `, which ${reads}` : `; there, line ${position + 1} ${reads}`;
}

function joinParts(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Characters of a line that a sentence repeats. */
const QUOTED_CHARACTERS = 80;

export function quoted(line: string): string {
  const text = shownLine(line.trim());
  const shown =
    text.length <= QUOTED_CHARACTERS ? text : `${text.slice(0, QUOTED_CHARACTERS).toWellFormed()}…`;
  return `"${shown}"`;
}
