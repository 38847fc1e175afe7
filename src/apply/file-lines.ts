/** A text that is cut into lines without being copied. Positions of lines count from 0. */
export type FileLines = {
  readonly text: string;
  readonly count: number;
  /** Offset of each line; behind the last one, where the next would begin if the text went on. */
  readonly starts: Int32Array;
};

/** A text that is cut into lines when somebody first asks for them, and only once. */
export type Uncut = { readonly text: string; readonly lines: () => FileLines };

export function uncut(text: string): Uncut {
  let known: FileLines | undefined;
  const lines = () => {
    known ??= cutLines(text);
    return known;
  };
  return { text, lines };
}

/** Lines end with `\n`; a break at the very end does not begin another line. */
export function cutLines(text: string): FileLines {
  let starts = new Int32Array(FIRST_LINES);
  let count = 0;
  let start = 0;
  while (start < text.length) {
    if (count + 2 > starts.length) starts = grown(starts);
    const end = text.indexOf('\n', start);
    start = end === -1 ? text.length + 1 : end + 1;
    count += 1;
    starts[count] = start;
  }
  return { text, count, starts };
}

/** A line without its end; empty where there is none. */
export function lineText({ text, starts, count }: FileLines, position: number): string {
  if (position < 0 || position >= count) return '';
  return text.slice(starts[position], (starts[position + 1] ?? 1) - 1);
}

/** Is this the line at a position? */
export function standsAtLine({ text, starts, count }: FileLines, line: string, position: number): boolean {
  if (position < 0 || position >= count) return false;
  const start = starts[position] ?? 0;
  return start + line.length + 1 === starts[position + 1] && text.startsWith(line, start);
}

/** How many line breaks stand in a part of a text. */
export function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Room for so many lines is made at first; it doubles when they are more. */
const FIRST_LINES = 1024;

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
