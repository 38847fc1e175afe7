/** A line, prepared for being compared with many others. */
export type Profile = {
  readonly line: string;
  /** Without the white space at its ends, and with single spaces within. */
  readonly words: string;
  /** Pairs of neighbouring characters, ascending. */
  readonly pairs: Uint32Array;
};

export function profileOf(line: string): Profile {
  const words = line.slice(0, MAX_CHARACTERS).trim().replaceAll(/\s+/g, ' ');
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < pairs.length; at += 1)
    pairs[at] = words.charCodeAt(at) * 65_536 + words.charCodeAt(at + 1);
  return { line, words, pairs: pairs.sort() };
}

/** How alike two lines are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
export function likeness(left: Profile, right: Profile): number {
  if (left.line === right.line) return 1;
  if (left.words === right.words && isWhole(left) && isWhole(right)) return SAME_BUT_SPACE;
  const all = left.pairs.length + right.pairs.length;
  return all === 0 ? 0 : Math.min(SLIP, (2 * commonPairs(left.pairs, right.pairs)) / all);
}

/** Lines that differ in white space only are almost the same. */
export const SAME_BUT_SPACE = 0.97;

/** What two lines at most are that say different things, however few of their letters differ. */
const SLIP = 0.96;

/** What a line says about a place: a blank one hardly anything, a lone bracket little. */
export function weightOf({ words }: Profile): number {
  if (words === '') return 0.1;
  return /[\p{L}\p{N}_]/u.test(words) ? 1 : 0.3;
}

/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const MAX_CHARACTERS = 240;

function isWhole({ line }: Profile): boolean {
  return line.length <= MAX_CHARACTERS;
}

function commonPairs(left: Uint32Array, right: Uint32Array): number {
  let [common, i, j] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const difference = (left[i] ?? 0) - (right[j] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common;
}
