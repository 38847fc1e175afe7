/** A text as somebody else reads it, and where in the text itself one of its characters stands. */
export type Reading = { readonly text: string; readonly placeOf: (offset: number) => number };

/** The text itself, and what it is where escapes are no letters of it: each time that differs from those before. */
export function readingsOf(text: string): readonly Reading[] {
  const blank = { text: withBlanks(text), placeOf: sameOffset };
  return [
    { text, placeOf: sameOffset },
    ...(blank.text === text ? [] : [blank]),
    ...(WITHIN_WORD.test(text) ? [joined(text)] : []),
  ];
}

function sameOffset(offset: number): number {
  return offset;
}

/**
 * The same length, with spaces for escapes: their letters would hide where a word begins, as in `\nghp_…`,
 * `key%3Dghp_…` and `\x1b[31mghp_…`.
 */
function withBlanks(text: string): string {
  return text.replaceAll(ESCAPE, (escape) => ' '.repeat(escape.length));
}

/** Without what may stand within a word: a terminal shows a part of it in a colour of its own, and JSON escapes a slash. */
function joined(text: string): Reading {
  const starts = [0];
  const removed = [0];
  let sum = 0;
  const shown = text.replaceAll(ALL_WITHIN_WORDS, (escape, at: number) => {
    starts.push(at - sum);
    sum += escape.length;
    removed.push(sum);
    return '';
  });
  return { text: shown, placeOf: (offset) => offset + (removed[lastAtMost(starts, offset)] ?? 0) };
}

/** The index of the last one of ascending numbers that is not above a limit; the first one is not. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** Characters of the parameters of one escape of a terminal; programs write a dozen. */
const MAX_PARAMETERS = 40;

/** What follows ESC: a colour, or what clears a line or moves the cursor, or the choice of a set of characters. */
const CONTROL = String.raw`\[[\d;:?]{0,${MAX_PARAMETERS}}[A-Za-z]|[\(\)][AB0-2]`;

/** The character itself, and how source texts, addresses and pages write it. */
const ESC = String.raw`[\x1b\u241b]|\\(?:x1[Bb]|0?33|[eE]|u001[Bb]|u\{0{0,4}1[Bb]\}|U0000001[Bb])|%1[Bb]|&#(?:27|[xX]1[Bb]);|\^\[`;

/** A colour whose ESC a log has lost is known by its numbers. */
const TERMINAL = String.raw`(?:${ESC})(?:${CONTROL})|\[\d[\d;]{0,${MAX_PARAMETERS}}m`;

const HEX = String.raw`[\dA-Fa-f]`;
const CODED = String.raw`\\(?:x${HEX}{2}|u${HEX}{4}|u\{${HEX}{1,6}\}|U${HEX}{8}|[0-7]{1,3}|[A-Za-z])|%${HEX}{2}|=3[Dd]`;

/** Any of these, as the source of an expression. */
export const ESCAPE_SOURCE = `${TERMINAL}|${CODED}`;

/** Backslashes before one slash, of a text that was escaped several times; a bound keeps a row of them cheap. */
const MAX_ESCAPED = 8;
const WITHIN = String.raw`${TERMINAL}|\\{1,${MAX_ESCAPED}}(?=/)`;

const WITHIN_WORD = new RegExp(WITHIN);
const ALL_WITHIN_WORDS = new RegExp(WITHIN, 'g');
const ESCAPE = new RegExp(ESCAPE_SOURCE, 'g');
