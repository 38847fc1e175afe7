/**
 * For each of the words, the lines (from 0, ascending) that hold it, in one pass over the text. A word that
 * stands on more than MAX_PLACES lines tells no place and is left out.
 */
export function linesWithWords(
  text: string,
  words: Iterable<string>,
): ReadonlyMap<string, readonly number[]> {
  const hashes = new Map(Array.from(words, (word) => [word, hashOf(word)] as const));
  const wanted = new Map(Array.from(hashes.values(), (hash): [number, number[]] => [hash, []]));
  const filter = new Uint8Array(FILTER_SIZE);
  for (const hash of wanted.keys()) filter[hash & (FILTER_SIZE - 1)] = 1;
  let line = 0;
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ASCII ? ASCII_WORD[code] === 1 : isWordCode(code)) {
      hash = Math.imul(hash ^ code, PRIME);
      continue;
    }
    if (filter[hash & (FILTER_SIZE - 1)] === 1) addPlace(wanted.get(hash), line);
    if (code === LINE_FEED) line += 1;
    hash = SEED;
  }
  addPlace(wanted.get(hash), line);
  const found = Array.from(hashes, ([word, hash]) => [word, wanted.get(hash) ?? []] as const);
  return new Map(found.filter(([, places]) => places.length > 0 && places.length <= MAX_PLACES));
}

/** The different words of one line, as far as they are looked at. */
export function wordsOf(line: string): readonly string[] {
  const words = new Set<string>();
  const end = Math.min(line.length, MAX_CHARACTERS);
  let start = 0;
  for (let at = 0; at <= end; at += 1) {
    if (at < end && isWordCode(line.charCodeAt(at))) continue;
    if (at - start >= LEAST_WORD) words.add(line.slice(start, at));
    start = at + 1;
  }
  return [...words];
}

/**
 * The lines (from 0) that share most pairs of neighbouring characters with `line`, best first, in one pass over
 * the text: for lines of which every word is misspelt.
 */
export function linesLike(text: string, line: string, limit: number): readonly number[] {
  const wanted = line.trim().slice(0, MAX_CHARACTERS);
  const pairs = new Uint8Array(FILTER_SIZE);
  for (let at = 1; at < wanted.length; at += 1)
    pairs[pairOf(wanted.charCodeAt(at - 1), wanted.charCodeAt(at))] = 1;
  const best: { position: number; score: number }[] = [];
  let [position, common, length, before] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : LINE_FEED;
    if (code !== LINE_FEED) {
      if (code > SPACE) length += 1;
      if (pairs[pairOf(before, code)] === 1) common += 1;
      before = code;
      continue;
    }
    const score = (2 * common) / (length + wanted.length);
    if (score >= LEAST_SCORE) keepBest(best, { position, score }, limit);
    position += 1;
    [common, length, before] = [0, 0, 0];
  }
  return best.map(({ position }) => position);
}

/** Lines that share less are not alike. */
const LEAST_SCORE = 0.5;

/** Lines on which a word may stand and still tell a place. */
const MAX_PLACES = 50;

/** Characters of a line that are looked at. */
const MAX_CHARACTERS = 400;

/** Shorter words are everywhere. */
const LEAST_WORD = 2;

/** A power of two, so that an index is the last bits of a hash. */
const FILTER_SIZE = 65_536;

/** The constants of the FNV-1a hash. */
const SEED = 0x81_1c_9d_c5 | 0;
const PRIME = 0x01_00_01_93;

const LINE_FEED = 10;
const SPACE = 32;

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

function addPlace(places: number[] | undefined, line: number): void {
  if (places !== undefined && places.length <= MAX_PLACES && places.at(-1) !== line) places.push(line);
}

/** Letters, digits and underscores; beyond ASCII all that is not punctuation or space, as a rough rule. */
function isWordCode(code: number): boolean {
  if (code < ASCII) return ASCII_WORD[code] === 1;
  return code >= 0xc0 && (code < 0x20_00 || code > 0x20_6f) && code !== 0x30_00 && code !== 0xfe_ff;
}

const ASCII = 128;
const ASCII_WORD = Uint8Array.from({ length: ASCII }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

function pairOf(left: number, right: number): number {
  return ((left << 7) ^ right) & (FILTER_SIZE - 1);
}

function keepBest(
  best: { position: number; score: number }[],
  entry: { position: number; score: number },
  limit: number,
): void {
  if (best.length === limit && entry.score <= (best.at(-1)?.score ?? 0)) return;
  const at = best.findIndex(({ score }) => score < entry.score);
  best.splice(at === -1 ? best.length : at, 0, entry);
  if (best.length > limit) best.pop();
}
