import type { Hunk, HunkLine } from '../patch/hunk.ts';
import { BOM, type TextFile } from './text-file.ts';
import type { Operation } from './wanted.ts';

/**
 * The file as hunks see it that show its byte order mark, as git does where it shows the first line: with the mark as a part
 * of that line. Every other hunk sees no mark.
 */
export function asShown(file: TextFile, hunks: readonly Hunk[]): TextFile {
  const isShown = (mark: string, text: string) => mark !== '+' && isFirstLine(file, text);
  const hasShown =
    file.hasBom && hunks.some(({ lines }) => lines.some(([mark, text]) => isShown(mark, text)));
  return hasShown ? withMarkShown(file) : file;
}

/** The hunks as they are meant for a file that has no mark where they show one: both speak of one line all the same. */
export function withoutMarks(file: TextFile, hunks: readonly Hunk[]): readonly Hunk[] {
  if (!hunks.some(showsMark) || file.text.includes(BOM)) return hunks;
  return hunks.map((hunk) => (showsMark(hunk) ? { ...hunk, lines: hunk.lines.map(bareLine) } : hunk));
}

/** Does a hunk at a line, from 0, show a mark before another line than the file's first one, where none can be? */
export function showsMarkInside({ lines }: Hunk, position: number): boolean {
  return lines
    .filter(([mark]) => mark !== '+')
    .some(([, text], at) => text.startsWith(BOM) && position + at > 0);
}

/** The same for a text to find, which may begin with the mark and go on anywhere in the first line. */
export function asFound(file: TextFile, find: string): TextFile {
  const isShown = file.hasBom && find.startsWith(BOM) && file.text.startsWith(bare(find));
  return isShown ? withMarkShown(file) : file;
}

/** A file that was changed, with its mark set aside again. One that had a mark, and gets another one, has one. */
export function withMarkApart(before: TextFile, after: TextFile): TextFile {
  const { text, endings, hasBom } = after;
  if (!text.startsWith(BOM) || (hasBom && before.text.startsWith(BOM))) return after;
  return { hasBom: true, text: bare(text), endings };
}

/** What is to be told of an operation that shows a mark on the old side only; null: none does. */
export function markNote(operation: Operation): string | null {
  const isTaken =
    operation.action === 'edit'
      ? operation.edit.find.startsWith(BOM) && !operation.edit.replace.startsWith(BOM)
      : 'hunks' in operation && operation.action !== 'delete' && operation.hunks.some(takesMark);
  return isTaken
    ? `A byte order mark stands only before what ${operation.path} had there, so the file loses it, if it has one`
    : null;
}

function takesMark({ lines }: Hunk): boolean {
  const count = (side: '-' | '+') =>
    lines.filter(([mark, text]) => mark === side && text.startsWith(BOM)).length;
  return count('-') > count('+');
}

function showsMark({ lines }: Hunk): boolean {
  return lines.some(([mark, text]) => mark !== '+' && text.startsWith(BOM));
}

function bareLine([mark, text, ...note]: HunkLine): HunkLine {
  return [mark, bare(text), ...note];
}

function withMarkShown({ text, endings }: TextFile): TextFile {
  return { hasBom: false, text: BOM + text, endings };
}

function isFirstLine({ text }: TextFile, line: string): boolean {
  const end = line.length - 1;
  return line.startsWith(BOM) && text.startsWith(bare(line)) && (end === text.length || text[end] === '\n');
}

function bare(text: string): string {
  return text.startsWith(BOM) ? text.slice(1) : text;
}
