/** How alike two lines are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [left.trim(), right.trim()];
  if (a === b) return SAME_BUT_SPACE;
  const pairs = new Map<string, number>();
  for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(b)) {
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common += 1;
    pairs.set(pair, left - 1);
  }
  const all = pairCount(a) + pairCount(b);
  return all === 0 ? 0 : (2 * common) / all;
}

const SAME_BUT_SPACE = 0.95;

/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const COMPARED_CHARACTERS = 200;

function* pairsOf(text: string): Generator<string> {
  for (let at = 0; at < pairCount(text); at += 1) yield text.slice(at, at + 2);
}

function pairCount(text: string): number {
  return Math.max(0, Math.min(text.length, COMPARED_CHARACTERS) - 1);
}
