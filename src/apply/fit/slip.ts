/**
 * Could one line be the other with a slip of the pen: the same words but for a letter or two, or other
 * punctuation? A line with another word, or another number, says something else.
 */
export function isSlip(line: string, other: string): boolean {
  const [words, others] = [wordsOf(line), wordsOf(other)];
  if (words.length === 0 || words.length !== others.length) return false;
  let slips = 0;
  for (const [index, word] of words.entries()) {
    const found = others[index] ?? '';
    if (word === found) continue;
    slips += 1;
    if (slips > MAX_SLIPS || !isMisspelt(word, found)) return false;
  }
  return true;
}

/** Words of one line that may be misspelt. */
const MAX_SLIPS = 2;

/** Shorter words are others with one letter changed. */
const LEAST_LETTERS = 4;

/** Characters of a line in which words are compared. */
const COMPARED_CHARACTERS = 1000;

function wordsOf(line: string): readonly string[] {
  return line.slice(0, COMPARED_CHARACTERS).match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** One letter more, less, doubled or wrong, or two that changed places; never a digit. */
function isMisspelt(word: string, other: string): boolean {
  if (Math.max(word.length, other.length) < LEAST_LETTERS) return false;
  let start = 0;
  while (start < word.length && start < other.length && word[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(word.length, other.length) - start;
  while (end < most && word.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
  if (/\p{N}/u.test(left + right)) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
