import { plainGlyphs } from './glyphs.ts';

/** What may differ between a line of a patch and a line of a file, strictest first. */
export const LOOSENESS = [
  'exact',
  /** A context line that lost the space that marks it. */
  'lost_mark',
  'trailing_space',
  'glyphs',
  'indentation',
  'whitespace',
] as const;

export type Looseness = (typeof LOOSENESS)[number];

/**
 * How much looser than exact a comparison must be for the two lines to be the same, as an index into LOOSENESS;
 * NO_MATCH: they say different things. Words are never joined or parted.
 */
export function looseness(wanted: string, found: string, mayLackMark: boolean): number {
  if (wanted === found) return EXACT;
  if (mayLackMark && wanted !== '' && found.length === wanted.length + 1 && found === ` ${wanted}`)
    return LOST_MARK;
  const [a, b] = [wanted.trimEnd(), found.trimEnd()];
  if (a === b) return LOOSENESS.indexOf('trailing_space');
  const [plainA, plainB] = [plainGlyphs(a), plainGlyphs(b)];
  if (plainA.trimEnd() === plainB.trimEnd()) return LOOSENESS.indexOf('glyphs');
  if (plainA.trim() === plainB.trim()) return INDENTATION;
  return collapsed(plainA) === collapsed(plainB) ? LOOSENESS.indexOf('whitespace') : NO_MATCH;
}

export const EXACT = 0;

export const LOST_MARK = LOOSENESS.indexOf('lost_mark');

export const INDENTATION = LOOSENESS.indexOf('indentation');

export const NO_MATCH: number = LOOSENESS.length;

function collapsed(line: string): string {
  return line.trim().replaceAll(/\s+/g, ' ');
}
