import { type Effort, keepsPlace } from '../effort.ts';
import { placesIn } from './text-search.ts';

/**
 * A text in chunks, for many edits in a row: finding looks only into chunks that can hold what is looked for,
 * and replacing rewrites only the chunk where it happens. It answers exactly what the whole text would.
 */
export type ChunkedText = { readonly chunkSize: number; readonly chunks: Chunk[]; length: number };

/** Where a found text begins: an offset into one chunk. Good until the next replacement. */
export type ChunkPlace = { readonly chunk: number; readonly offset: number };

type Chunk = {
  readonly text: string;
  readonly breaks: number;
  /** One bit for each hash of a gram that begins in this chunk, and of some that did. */
  readonly grams: Uint32Array;
};

export function chunkText(text: string, chunkSize = CHUNK_CHARACTERS): ChunkedText {
  const chunked: ChunkedText = { chunkSize, chunks: [], length: text.length };
  chunked.chunks.push(...chunksOf(text, '', chunkSize));
  return chunked;
}

export function joinText({ chunks }: ChunkedText): string {
  return chunks.map(({ text }) => text).join('');
}

/** All places of a text that is not empty, overlapping ones too, in order; null: there are too many, or the effort is spent. */
export function findPlaces(chunked: ChunkedText, find: string, effort: Effort): readonly ChunkPlace[] | null {
  if (find.length > LONG) return findInWhole(chunked, find, effort);
  const gram = rarestGram(chunked, find);
  const places: ChunkPlace[] = [];
  for (const [index, chunk] of chunked.chunks.entries()) {
    if (gram.hash !== null && !hasBit(chunk.grams, gram.hash)) continue;
    // Occurrences whose gram begins in this chunk: each one has exactly one such chunk.
    const before = textBefore(chunked, index, gram.offset);
    const window = before + chunk.text + textAfter(chunked, index, find.length - 1 - gram.offset);
    effort.searching -= window.length;
    if (effort.searching < 0) return null;
    for (const at of placesIn(window, find, before.length - gram.offset)) {
      if (!keepsPlace(effort, places.length)) return null;
      places.push(placeAt(chunked, index, at - before.length));
    }
  }
  return places;
}

/** Characters of a text from which on the windows around all chunks are much more than the whole. */
const LONG = 4096;

function findInWhole(chunked: ChunkedText, find: string, effort: Effort): readonly ChunkPlace[] | null {
  effort.searching -= chunked.length;
  if (effort.searching < 0) return null;
  const places: ChunkPlace[] = [];
  let [chunk, before] = [0, 0];
  for (const at of placesIn(joinText(chunked), find)) {
    if (!keepsPlace(effort, places.length)) return null;
    while (at >= before + lengthOf(chunked, chunk)) {
      before += lengthOf(chunked, chunk);
      chunk += 1;
    }
    places.push({ chunk, offset: at - before });
  }
  return places;
}

/** Behind the last chunk everything is far away. */
function lengthOf({ chunks }: ChunkedText, chunk: number): number {
  return chunks[chunk]?.text.length ?? Number.POSITIVE_INFINITY;
}

/** The lines, from 0, on which places begin that are in order. */
export function linesOfPlaces({ chunks }: ChunkedText, places: readonly ChunkPlace[]): readonly number[] {
  let line = 0;
  let [chunk, offset] = [0, 0];
  return places.map((place) => {
    for (; chunk < place.chunk; [chunk, offset] = [chunk + 1, 0]) {
      line += offset === 0 ? (chunks[chunk]?.breaks ?? 0) : countBreaks(chunks[chunk]?.text ?? '', offset);
    }
    line += countBreaks(chunks[chunk]?.text ?? '', offset, place.offset);
    offset = place.offset;
    return line;
  });
}

/** The text around a place, as far as there is so much, and the place's offset in it. */
export function textAround(
  chunked: ChunkedText,
  { chunk, offset }: ChunkPlace,
  { before, after }: { readonly before: number; readonly after: number },
): { readonly text: string; readonly offset: number } {
  const own = chunked.chunks[chunk]?.text ?? '';
  const head = textBefore(chunked, chunk, Math.max(0, before - offset));
  const tail = textAfter(chunked, chunk, Math.max(0, after - (own.length - offset)));
  return { text: head + own + tail, offset: head.length + offset };
}

/** Puts `text` in the place of the `length` characters from `place` on. */
export function replaceAt(
  chunked: ChunkedText,
  place: ChunkPlace,
  { length, text }: { length: number; text: string },
): void {
  const { chunks, chunkSize } = chunked;
  let end = place.offset + length;
  let last = place.chunk;
  for (; end > (chunks[last]?.text.length ?? end); last += 1) end -= chunks[last]?.text.length ?? 0;
  const head = chunks[place.chunk]?.text.slice(0, place.offset) ?? '';
  const edited = head + text + (chunks[last]?.text.slice(end) ?? '');
  const following = textAfter(chunked, last, GRAM - 1);
  const only = last === place.chunk && edited.length <= 2 * chunkSize ? chunks[last] : undefined;
  if (only === undefined) {
    chunks.splice(place.chunk, last - place.chunk + 1, ...chunksOf(edited, following, chunkSize));
  } else {
    // Grams that are gone stay: they cost a look in vain, and no place is missed for them.
    const around = (edited + following).slice(
      Math.max(0, head.length - GRAM + 1),
      head.length + text.length + GRAM - 1,
    );
    addGrams(only.grams, around);
    chunks[last] = { text: edited, breaks: countBreaks(edited, 0), grams: only.grams };
  }
  chunked.length += text.length - length;
  addBorderGrams(chunked, place.chunk);
}

/** Characters of a chunk: small enough to be rewritten at once, large enough for there to be few. */
const CHUNK_CHARACTERS = 16_384;

/** Characters of a gram. Shorter ones are everywhere; of longer ones fewer texts have any. */
const GRAM = 6;

/** Bits for grams in each chunk: eight for each character. */
const GRAM_BITS = 8 * CHUNK_CHARACTERS;

function chunksOf(text: string, following: string, chunkSize: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length || start === 0; start += chunkSize) {
    const end = start + chunkSize;
    const after = (text.slice(end, end + GRAM - 1) + following).slice(0, GRAM - 1);
    chunks.push(chunkOf(text.slice(start, end), after));
  }
  return chunks;
}

function chunkOf(text: string, after: string): Chunk {
  const grams = new Uint32Array(GRAM_BITS / 32);
  addGrams(grams, text + after);
  return { text, breaks: countBreaks(text, 0), grams };
}

function addGrams(grams: Uint32Array, text: string): void {
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const hash = hashOf(text, at);
    grams[hash >>> 5] = (grams[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
}

function hasBit(grams: Uint32Array, hash: number): boolean {
  return ((grams[hash >>> 5] ?? 0) & (1 << (hash & 31))) !== 0;
}

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let next = at; next < at + GRAM; next += 1) hash = imul(hash ^ text.charCodeAt(next), HASH_FACTOR);
  return (hash >>> 8) % GRAM_BITS;
}

/** Looked up once: it runs for every character. */
const { imul } = Math;

/** The prime of the FNV hash. */
const HASH_FACTOR = 0x01000193;

/** Grams that begin before an edited chunk and end in it have changed with it. */
function addBorderGrams(chunked: ChunkedText, edited: number): void {
  let missing = GRAM - 1;
  for (let index = edited - 1; index >= 0 && missing > 0; index -= 1) {
    const chunk = chunked.chunks[index];
    if (chunk === undefined) return;
    addGrams(chunk.grams, chunk.text.slice(-missing) + textAfter(chunked, index, GRAM - 1));
    missing -= chunk.text.length;
  }
}

type Gram = { readonly offset: number; readonly hash: number | null };

/** Of some grams of the text the one that the fewest chunks have; none where it is shorter than a gram. */
function rarestGram({ chunks }: ChunkedText, find: string): Gram {
  const last = find.length - GRAM;
  let rarest: Gram = { offset: 0, hash: null };
  if (last < 0) return rarest;
  let fewest = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < SAMPLED_GRAMS; sample += 1) {
    const offset = Math.round((last * sample) / (SAMPLED_GRAMS - 1));
    const hash = hashOf(find, offset);
    const count = chunks.reduce((sum, { grams }) => sum + (hasBit(grams, hash) ? 1 : 0), 0);
    if (count < fewest) [rarest, fewest] = [{ offset, hash }, count];
  }
  return rarest;
}

const SAMPLED_GRAMS = 8;

function textBefore({ chunks }: ChunkedText, index: number, length: number): string {
  let text = '';
  for (let at = index - 1; at >= 0 && text.length < length; at -= 1) text = (chunks[at]?.text ?? '') + text;
  return length === 0 ? '' : text.slice(-length);
}

function textAfter({ chunks }: ChunkedText, index: number, length: number): string {
  let text = '';
  for (let at = index + 1; at < chunks.length && text.length < length; at += 1)
    text += chunks[at]?.text ?? '';
  return text.slice(0, Math.max(0, length));
}

/** `offset` is relative to the chunk, and negative where the text begins in one before it. */
export function placeAt({ chunks }: ChunkedText, index: number, offset: number): ChunkPlace {
  let chunk = index;
  let within = offset;
  for (; within < 0; within += chunks[chunk]?.text.length ?? 0) chunk -= 1;
  return { chunk, offset: within };
}

function countBreaks(text: string, start: number, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
