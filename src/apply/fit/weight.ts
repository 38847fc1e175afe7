/** How much a line tells about its place, from almost nothing for a blank one to 2 for a long one. */
export function weightOf(line: string): number {
  let letters = 0;
  for (let at = 0; at < line.length && letters < MOST_LETTERS; at += 1)
    if (isLetter(line.charCodeAt(at))) letters += 1;
  if (letters === 0) return line.trim() === '' ? BLANK_WEIGHT : BRACKET_WEIGHT;
  return BRACKET_WEIGHT + (MOST_WEIGHT - BRACKET_WEIGHT) * (letters / MOST_LETTERS);
}

const BLANK_WEIGHT = 0.1;

/** A line such as `});`. */
const BRACKET_WEIGHT = 0.25;

const MOST_WEIGHT = 2;

/** Letters and digits beyond these add nothing. */
const MOST_LETTERS = 30;

/** Letters and digits of ASCII, and everything that is not ASCII. */
function isLetter(code: number): boolean {
  return code >= 0x80 || (code >= 0x30 && code <= 0x39) || isAsciiLetter(code | LOWER_CASE);
}

const LOWER_CASE = 0x20;

function isAsciiLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
