import { ESCAPE_SOURCE } from './readings.ts';

/**
 * Shows a text without the secrets that were found elsewhere, and without pieces of them: a text may show one cut off, in
 * colours, or with other signs between its letters.
 */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const parts = [...new Set(secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)))].filter(
    (part) => part.length >= MIN_PART,
  );
  const pieces = parts.length > MAX_PARTS ? null : piecesOf(secrets);
  if (pieces === null) {
    return () => MASK;
  }
  // A secret within another one must not leave the rest of it standing.
  const longestFirst = parts.toSorted((left, right) => right.length - left.length);
  return (text) =>
    withoutPieces(
      longestFirst.reduce((masked, part) => masked.replaceAll(part, MASK), text),
      pieces,
    );
}

export const MASK = '****';

/** Characters of a line or a piece of a secret; shorter ones give nothing away, and are found in any text. */
const MIN_PART = 8;

/** Looking for more would take too long, so that nothing is shown at all. */
const MAX_PARTS = 500;

/** All runs of MIN_PART letters; null: they are too many to look for. */
function piecesOf(secrets: readonly string[]): ReadonlySet<string> | null {
  const pieces = new Set<string>();
  for (const secret of new Set(secrets)) {
    const { letters } = lettersOf(secret);
    for (let at = 0; at + MIN_PART <= letters.length; at += 1) pieces.add(letters.slice(at, at + MIN_PART));
    if (pieces.size > MAX_PIECES) return null;
  }
  return pieces;
}

const MAX_PIECES = 100_000;

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  const { letters, starts, ends } = lettersOf(text);
  let shown = '';
  let shownTo = 0;
  let hiddenTo = 0;
  for (let at = 0; at + MIN_PART <= letters.length; at += 1) {
    if (!pieces.has(letters.slice(at, at + MIN_PART))) continue;
    if (at >= hiddenTo) shown += text.slice(shownTo, starts[at]) + MASK;
    hiddenTo = at + MIN_PART;
    shownTo = ends[hiddenTo - 1] ?? text.length;
  }
  return shown + text.slice(shownTo);
}

/** The letters and digits of a text, and where in it each one begins and ends. */
type Letters = {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

function lettersOf(text: string): Letters {
  const starts: number[] = [];
  const ends: number[] = [];
  const letters = Array.from(text.matchAll(LETTERS), ({ 0: found, groups, index }) => {
    const letter = groups?.['letter'] ?? '';
    for (let unit = 0; unit < letter.length; unit += 1) {
      starts.push(index);
      ends.push(index + found.length);
    }
    return letter;
  }).join('');
  return { letters, starts, ends };
}

/** A letter, or what has some and is none: an escape, also a terminal's without its first character, or one of a JSON pointer. */
const LETTERS = new RegExp(
  String.raw`${ESCAPE_SOURCE}|\[[\d;:?]{0,40}[A-Za-z]|~[01]|(?<letter>[\p{L}\p{N}])`,
  'gu',
);
