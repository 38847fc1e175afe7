/**
 * A text file whose line endings, byte order mark and final line break are set aside, so that patches see
 * lines only, and put back when it is written.
 */
export type TextFile = {
  readonly hasBom: boolean;
  /** With `\n` for every line end. */
  readonly text: string;
  /** The style of all line ends, or of each one where they are mixed. */
  readonly endings: Ending | readonly Ending[];
};

export type Ending = '\n' | '\r\n';

/** null: the bytes are not UTF-8 text. */
export function decodeText(bytes: Uint8Array): TextFile | null {
  if (bytes.includes(0)) return null;
  const raw = decodeUtf8(bytes);
  if (raw === null) return null;
  const hasBom = raw.startsWith(BOM);
  const text = hasBom ? raw.slice(1) : raw;
  if (!text.includes('\r\n')) return { hasBom, text, endings: '\n' };
  const endings = Array.from(
    text.matchAll(/\r?\n/g),
    ([ending]): Ending => (ending === '\n' ? ending : '\r\n'),
  );
  const mixed = endings.includes('\n');
  return { hasBom, text: text.replaceAll('\r\n', '\n'), endings: mixed ? endings : '\r\n' };
}

export function encodeText({ hasBom, text, endings }: TextFile): Uint8Array {
  const raw = typeof endings === 'string' ? withEnding(text, endings) : withEndings(text, endings);
  return new TextEncoder().encode(hasBom ? BOM + raw : raw);
}

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
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of replacements) {
    parts.push(file.text.slice(done, start), text);
    done = end;
  }
  parts.push(file.text.slice(done));
  return { ...file, text: parts.join(''), endings: endingsAfter(file, replacements) };
}

const BOM = '\ufeff';

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withEnding(text: string, ending: Ending): string {
  return ending === '\n' ? text : text.replaceAll('\n', ending);
}

function withEndings(text: string, endings: readonly Ending[]): string {
  let index = 0;
  return text.replaceAll('\n', () => endings[index++] ?? '\n');
}

function endingsAfter(
  { text, endings }: TextFile,
  replacements: readonly Replacement[],
): Ending | readonly Ending[] {
  if (typeof endings === 'string') return endings;
  const result: Ending[] = [];
  let done = 0;
  let line = 0;
  for (const replacement of replacements) {
    line = copyEndings(result, endings, { from: line, count: countBreaks(text, done, replacement.start) });
    const style = endings[line] ?? endings[line - 1] ?? '\n';
    for (let added = countBreaks(replacement.text, 0, replacement.text.length); added > 0; added -= 1)
      result.push(style);
    line += countBreaks(text, replacement.start, replacement.end);
    done = replacement.end;
  }
  copyEndings(result, endings, { from: line, count: endings.length - line });
  return result;
}

function copyEndings(
  result: Ending[],
  endings: readonly Ending[],
  { from, count }: { from: number; count: number },
): number {
  for (let index = from; index < from + count; index += 1) result.push(endings[index] ?? '\n');
  return from + count;
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
