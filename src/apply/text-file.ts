/**
 * A text file whose line endings, byte order mark and final line break are set aside, so that patches see
 * lines only, and put back when it is written.
 */
export type TextFile = {
  readonly hasBom: boolean;
  /** With `\n` for every line end. */
  readonly text: string;
  /** The style of all line ends, or of each one where they are mixed. */
  readonly endings: Ending | MixedEndings;
  /** Where it comes from, while each of the bytes is one character: what is not replaced need not be encoded again. */
  readonly source?: { readonly bytes: Uint8Array; readonly replacements: readonly Replacement[] };
};

/** For each line end 1 where it is `\r\n`, and 0 where it is `\n`: a byte each, for a file may have millions. */
export type MixedEndings = Uint8Array;

/** A lone carriage return ends lines only where nothing else does. */
export type Ending = '\n' | '\r\n' | '\r';

/** null: the bytes are not UTF-8 text. */
export function decodeText(bytes: Uint8Array): TextFile | null {
  const raw = decodeUtf8(bytes);
  if (raw === null || raw.includes('\0')) return null;
  const hasBom = raw.startsWith(BOM);
  const text = hasBom ? raw.slice(1) : raw;
  if (text.includes('\r') && !text.includes('\n'))
    return { hasBom, text: text.replaceAll('\r', '\n'), endings: '\r' };
  if (!text.includes('\r\n')) {
    const file = { hasBom, text, endings: '\n' } as const;
    return text.length === bytes.length ? { ...file, source: { bytes, replacements: [] } } : file;
  }
  return { hasBom, text: text.replaceAll('\r\n', '\n'), endings: endingsOf(text) };
}

function endingsOf(text: string): Ending | MixedEndings {
  const endings = new Uint8Array(countBreaks(text, 0, text.length));
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    endings[line] = text[at - 1] === '\r' ? 1 : 0;
    line += 1;
  }
  return endings.includes(0) ? endings : '\r\n';
}

export function encodeText({ hasBom, text, endings, source }: TextFile): Uint8Array {
  if (source !== undefined) return spliced(source);
  const raw = typeof endings === 'string' ? withEnding(text, endings) : withEndings(text, endings);
  return ENCODER.encode(hasBom ? BOM + raw : raw);
}

/** Bytes of what encodeText gives, counted without making them; of text without halves of surrogate pairs. */
export function encodedSize({ hasBom, text, endings, source }: TextFile): number {
  if (source !== undefined) return splicedSize(source);
  const plain = (hasBom ? BOM_BYTES : 0) + utf8Size(text, endings === '\r\n' ? 2 : 1);
  return typeof endings === 'string' ? plain : endings.reduce((sum, isTwo) => sum + isTwo, plain);
}

/** No file has more bytes than this for each character of its text, a byte order mark counted as one. */
export const MOST_BYTES_PER_CHARACTER = 3;

/** Lines without their ends; none for an empty text. */
export function linesIn(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** One piece of text to put in the place of another. Offsets are into TextFile.text. */
export type Replacement = { readonly start: number; readonly end: number; readonly text: string };

/**
 * The file with all replacements made; they must be sorted and apart from each other. New lines get the
 * line end of the place where they begin.
 */
export function replaceText(file: TextFile, replacements: readonly Replacement[]): TextFile {
  const { hasBom, source } = file;
  let text = '';
  let done = 0;
  for (const replacement of replacements) {
    text += file.text.slice(done, replacement.start) + replacement.text;
    done = replacement.end;
  }
  text += file.text.slice(done);
  const replaced = { hasBom, text, endings: endingsAfter(file, replacements) };
  const isFirst = source !== undefined && source.replacements.length === 0;
  return isFirst ? { ...replaced, source: { bytes: source.bytes, replacements } } : replaced;
}

/** The bytes with all replacements made. */
function spliced({ bytes, replacements }: NonNullable<TextFile['source']>): Uint8Array {
  if (replacements.length === 0) return bytes;
  const texts = replacements.map(({ text }) => ENCODER.encode(text));
  const growth = texts.reduce((sum, { length }) => sum + length, 0);
  const shrinkage = replacements.reduce((sum, { start, end }) => sum + end - start, 0);
  const result = new Uint8Array(bytes.length + growth - shrinkage);
  let [read, written] = [0, 0];
  for (const [order, { start, end }] of replacements.entries()) {
    result.set(bytes.subarray(read, start), written);
    written += start - read;
    const text = texts[order] ?? new Uint8Array();
    result.set(text, written);
    written += text.length;
    read = end;
  }
  result.set(bytes.subarray(read), written);
  return result;
}

function splicedSize({ bytes, replacements }: NonNullable<TextFile['source']>): number {
  return replacements.reduce(
    (size, { start, end, text }) => size + utf8Size(text, 1) - (end - start),
    bytes.length,
  );
}

/** One pass however many characters and line breaks there are: engines take far longer to look for each break. */
function utf8Size(text: string, bytesOfBreak: 1 | 2): number {
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED) size += bytesOfBreak;
    else if (unit < FIRST_OF_TWO_BYTES) size += 1;
    // Each half of a pair has half of its four bytes.
    else if (unit < FIRST_OF_THREE_BYTES || isHalf(unit)) size += 2;
    else size += 3;
  }
  return size;
}

function isHalf(unit: number): boolean {
  return unit >= FIRST_HALF && unit <= LAST_HALF;
}

const LINE_FEED = 0x0a;
const FIRST_OF_TWO_BYTES = 0x80;
const FIRST_OF_THREE_BYTES = 0x800;
const FIRST_HALF = 0xd800;
const LAST_HALF = 0xdfff;

export const BOM = '\ufeff';
const BOM_BYTES = 3;

/** Made once: making them takes longer than decoding a small file. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const ENCODER = new TextEncoder();

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

function withEnding(text: string, ending: Ending): string {
  return ending === '\n' ? text : text.replaceAll('\n', ending);
}

function withEndings(text: string, endings: MixedEndings): string {
  let index = 0;
  return text.replaceAll('\n', () => (endings[index++] === 1 ? '\r\n' : '\n'));
}

function endingsAfter(
  { text, endings }: TextFile,
  replacements: readonly Replacement[],
): Ending | MixedEndings {
  if (typeof endings === 'string') return endings;
  const added = replacements.map(({ text: now }) => countBreaks(now, 0, now.length));
  const removed = replacements.map(({ start, end }) => countBreaks(text, start, end));
  const result = new Uint8Array(endings.length + sumOf(added) - sumOf(removed));
  let [read, written, done] = [0, 0, 0];
  for (const [order, { start, end }] of replacements.entries()) {
    const kept = countBreaks(text, done, start);
    result.set(endings.subarray(read, read + kept), written);
    read += kept;
    written += kept;
    const style = endings[read] ?? endings[read - 1] ?? 0;
    result.fill(style, written, written + (added[order] ?? 0));
    read += removed[order] ?? 0;
    written += added[order] ?? 0;
    done = end;
  }
  result.set(endings.subarray(read), written);
  return result;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
