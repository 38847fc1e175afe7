import { type MixedEndings, type Replacement, replaceText, type TextFile } from './text-file.ts';

/** `remove` lines from `line` on (from 0) give way to `insert`. */
export type LineEdit = {
  readonly line: number;
  readonly remove: number;
  readonly insert: readonly string[];
  /** Offsets of the removed lines with their ends, where they are known. */
  readonly span?: { readonly start: number; readonly end: number };
};

/**
 * The file with all line edits made; they must be sorted and apart from each other. Whether the file ends
 * with a line break stays as it was, unless `finalNewline` says otherwise; a file that was empty gets one.
 */
export function editLines(file: TextFile, edits: readonly LineEdit[], finalNewline?: boolean): TextFile {
  const endsWithBreak = finalNewline ?? (file.text === '' || file.text.endsWith('\n'));
  const closed = file.text === '' || file.text.endsWith('\n') ? file : withLastBreak(file);
  const starts = edits.every(({ span }) => span !== undefined) ? [] : lineStarts(closed.text);
  const edited = replaceText(
    closed,
    edits.map((edit) => replacementOf(edit, starts)),
  );
  return endsWithBreak ? edited : withoutLastBreak(edited);
}

function withLastBreak(file: TextFile): TextFile {
  const { hasBom, text, endings } = file;
  const closed = typeof endings === 'string' ? endings : withLastEnding(endings);
  return { hasBom, text: `${text}\n`, endings: closed };
}

function withLastEnding(endings: MixedEndings): MixedEndings {
  const closed = new Uint8Array(endings.length + 1);
  closed.set(endings);
  closed[endings.length] = endings.at(-1) ?? 0;
  return closed;
}

function withoutLastBreak(file: TextFile): TextFile {
  const { hasBom, text, endings } = file;
  if (text === '') return file;
  return {
    hasBom,
    text: text.slice(0, -1),
    endings: typeof endings === 'string' ? endings : endings.subarray(0, -1),
  };
}

/** Offsets of all lines, and the text's length behind the last one. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function replacementOf({ line, remove, insert, span }: LineEdit, starts: readonly number[]): Replacement {
  const start = span?.start ?? starts[line];
  const end = span?.end ?? starts[line + remove];
  if (start === undefined || end === undefined)
    throw new RangeError(`lines ${line} to ${line + remove} are not in the file`);
  return { start, end, text: insert.map((text) => `${text}\n`).join('') };
}
