import type { FileLines } from '../file-lines.ts';
import { NOTHING, plainCode, plainGlyphs, SPACE } from './glyphs.ts';

/**
 * A number for what a line says: lines that differ in white space and typography only have the same one, and
 * other lines hardly ever do. Blank lines have BLANK.
 */
export function fingerprint(text: string): number {
  return printOf(text, 0, text.length, EVERY_TAIL);
}

/**
 * The fingerprints of all lines of a file that say the same as one of the wanted lines, and of some others;
 * those of lines that end otherwise than any of them are OTHER.
 */
export function fingerprints({ text, count, starts }: FileLines, wanted: Iterable<string>): Int32Array {
  const tails = tailsOf(wanted);
  const prints = new Int32Array(count);
  let start = 0;
  for (let line = 0; line < count; line += 1) {
    const end = starts[line + 1] ?? 0;
    prints[line] = printOf(text, start, end - 1, tails);
    start = end;
  }
  return prints;
}

export const BLANK = 0;

/** Hardly any line that somebody wants has it. */
export const OTHER = 1;

/** 1 for each number that the last characters of a line may come to, so that reading the rest is worth while. */
type Tails = Uint8Array;

function tailsOf(lines: Iterable<string>): Tails {
  const tails = new Uint8Array(TAIL_SLOTS);
  for (const line of lines) tails[slotOf(tailOf(plainGlyphs(line)))] = 1;
  return tails;
}

function tailOf(plain: string): number {
  let hash = 0;
  let unread = TAIL_CHARACTERS;
  for (let at = plain.length - 1; at >= 0 && unread > 0; at -= 1) {
    const code = plain.charCodeAt(at);
    if (code <= SPACE) continue;
    hash = imul(hash ^ code, HASH_FACTOR);
    unread -= 1;
  }
  return hash;
}

/** Of lines that end alike in so many characters there are few; with more, they take longer to read. */
const TAIL_CHARACTERS = 6;

/** A power of two. */
const TAIL_SLOTS = 65_536;

const EVERY_TAIL: Tails = new Uint8Array(TAIL_SLOTS).fill(1);

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (TAIL_SLOTS - 1);
}

/** Reads backwards, because lines begin alike more often than they end alike. */
function printOf(text: string, start: number, end: number, tails: Tails): number {
  let hash = 0;
  let unread = TAIL_CHARACTERS;
  for (let at = end - 1; at >= start; at -= 1) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) continue;
    if (code < FIRST_GLYPH) hash = imul(hash ^ code, HASH_FACTOR);
    else {
      // It may stand for several characters or for none: such a line is read as a whole.
      hash = mixGlyph(hash, code);
      unread = 0;
    }
    unread -= 1;
    if (unread === 0 && tails[slotOf(hash)] === 0) return OTHER;
  }
  return hash;
}

/** Characters below are ASCII. */
const FIRST_GLYPH = 0x80;

/** Looked up once: it runs for every character. */
const { imul } = Math;

/** The prime of the FNV hash. */
const HASH_FACTOR = 0x01000193;

const ELLIPSIS = 0x2026;

const DOT = 0x2e;

function mixGlyph(hash: number, code: number): number {
  if (code === ELLIPSIS)
    return imul(imul(imul(hash ^ DOT, HASH_FACTOR) ^ DOT, HASH_FACTOR) ^ DOT, HASH_FACTOR);
  const plain = plainCode(code);
  return plain === SPACE || plain === NOTHING ? hash : imul(hash ^ plain, HASH_FACTOR);
}
