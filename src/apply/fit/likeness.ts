/** A measure of how like other lines are to one, from 0 to 1: the share of pairs of neighbouring characters that both have. */
export function similarityTo(line: string): (other: string) => number {
  const own = line.trim().slice(0, COMPARED_CHARACTERS);
  const pairs = new Map<number, number>();
  for (let at = 0; at + 1 < own.length; at += 1) {
    const pair = pairAt(own, at);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return (line2) => {
    const other = line2.trim().slice(0, COMPARED_CHARACTERS);
    const all = Math.max(0, own.length - 1) + Math.max(0, other.length - 1);
    const most = Math.min(own.length, other.length) - 1;
    if (all === 0 || (2 * most) / all < WORTH_COUNTING) return 0;
    return (2 * commonPairs(pairs, other)) / all;
  };
}

/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const COMPARED_CHARACTERS = 300;

/** Lines whose lengths alone make them less alike are not compared. */
const WORTH_COUNTING = 0.6;

function commonPairs(pairs: ReadonlyMap<number, number>, other: string): number {
  const used = new Map<number, number>();
  let common = 0;
  for (let at = 0; at + 1 < other.length; at += 1) {
    const pair = pairAt(other, at);
    const available = pairs.get(pair);
    if (available === undefined) continue;
    const taken = used.get(pair) ?? 0;
    if (taken === available) continue;
    used.set(pair, taken + 1);
    common += 1;
  }
  return common;
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * CODES + text.charCodeAt(at + 1);
}

/** More than any UTF-16 code. */
const CODES = 0x10000;
