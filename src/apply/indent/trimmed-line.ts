import type { HunkLine } from '../../patch/hunk.ts';
import { opensBlock } from './block-mark.ts';
import { type IndentPair, indentOf, type Reindent } from './indentation.ts';

/**
 * Did the first of several matched lines lose its indentation, and no other one? That becomes of a text which is copied
 * from the middle of a line on, or trimmed as a whole.
 */
export function isFirstTrimmed(pairs: readonly IndentPair[]): boolean {
  const [first, ...others] = pairs;
  if (first === undefined || others.length === 0) return false;
  return first.patch === '' && first.file !== '' && others.every(({ patch, file }) => patch === file);
}

/**
 * How the added lines of a hunk are indented whose first matched line is trimmed. What takes the place of that line is
 * as deep as it is in the file. All else is as deep as it was sent, as the other lines are; but what stands right beside
 * the trimmed line and is no deeper may be trimmed too, and then nothing tells its depth.
 */
export function reindentBesideTrimmed(lines: readonly HunkLine[], trimmed: IndentPair): Reindent {
  const beside = new Map<number, string | null>();
  let above: Above | null = null;
  let isParted = false;
  for (const [line, [mark, text]] of lines.slice(0, endOfBeside(lines, trimmed.line)).entries()) {
    if (mark === '-') continue;
    if (isBlank(text)) {
      isParted = true;
      continue;
    }
    const indent: string | null =
      mark === ' ' ? trimmed.file : indentBeside(indentOf(text), { line, lines, trimmed, above, isParted });
    beside.set(line, indent);
    // It was sent as deep as the file's line is, and so were those below it.
    if (above === null && mark === '+' && indentOf(text) === indent) break;
    above = { text, indent };
    isParted = false;
  }
  return (indent, line) => (beside.has(line) ? (beside.get(line) ?? null) : indent);
}

/** A line of the new side, and how it is to be indented. */
type Above = { readonly text: string; readonly indent: string | null };

type Beside = {
  readonly line: number;
  readonly lines: readonly HunkLine[];
  readonly trimmed: IndentPair;
  /** The line of the new side before it; null: it is the first one. */
  readonly above: Above | null;
  /** By blank lines, from that one. */
  readonly isParted: boolean;
};

function indentBeside(sent: string, { line, lines, trimmed, above, isParted }: Beside): string | null {
  const { patch, file } = trimmed;
  if (above === null && sent !== patch) return sent.startsWith(file) ? sent : null;
  const isAboveKept = line < trimmed.line && lines[trimmed.line]?.[0] === ' ';
  if (above === null || isAboveKept) return sent === patch ? file : null;
  if (sent === patch) return isParted ? sent : null;
  const isBelowOpener = above.indent === file && opensBlock(above.text);
  return isBelowOpener && sent.length <= file.length ? null : sent;
}

/** Where another line that the file has comes, or takes over in the place of the trimmed one. */
function endOfBeside(lines: readonly HunkLine[], trimmed: number): number {
  const end = lines.findIndex(([mark, text], line) => line > trimmed && mark === ' ' && !isBlank(text));
  const own = end === -1 ? lines : lines.slice(0, end);
  if (lines[trimmed]?.[0] === ' ') {
    const next = own.findIndex(([mark, text], line) => line > trimmed && mark === '-' && !isBlank(text));
    return next === -1 ? own.length : next;
  }
  const added = own.flatMap(([mark, text], line) => (mark === '+' && !isBlank(text) ? [line] : []));
  const removed = own.flatMap(([mark, text], line) => (mark === '-' && !isBlank(text) ? [line] : []));
  const [first, second] = [added[0] ?? own.length, removed[1] ?? own.length];
  // Where each of several removed lines gives way to one, that of the trimmed one is the first.
  return removed.length > 1 && added.length === removed.length
    ? first + 1
    : second > first
      ? second
      : own.length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
