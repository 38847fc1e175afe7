import type { Random } from '../random.ts';

/** The text with a slip in one of its longest words: a letter left out, doubled, or two of them swapped. */
export function typo(random: Random, text: string): string {
  const words = [...text.matchAll(/[A-Za-z]{4,}/g)];
  if (words.length === 0) return `${text};`;
  const word = random.pick(words);
  const at = word.index + random.int(1, word[0].length - 2);
  const [one, two] = [text.charAt(at), text.charAt(at + 1)];
  const swapped = one === two ? one : two + one;
  const slip = random.pick(['', one + one + two, swapped]);
  return text.slice(0, at) + (slip === '' ? two : slip) + text.slice(at + 2);
}
