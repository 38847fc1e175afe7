import { mayBeElision, remarkWords, wordsOf } from '../patch/elision/elision.ts';
import { restWords } from '../patch/elision/rest-words.ts';
import { type ChangedSpan, compareLines, lineNumbering } from './merge/line-diff.ts';

/** A remark on lines of its own that stands where several lines were. */
export type RestRemark = {
  /** Its first line that has words. */
  readonly line: string;
  /** How many lines go for it, blank ones aside. */
  readonly gone: number;
  /** It says that they stay, or that they are the rest; else it has words of that, among others. */
  readonly isSaid: boolean;
};

export type RemarkOptions = {
  /** The file is a document, in which only comments are remarks. */
  readonly isProse: boolean;
  /** Are what may be marks for lines left out (`mayBeElision`) remarks too? */
  readonly withMarks?: boolean;
};

/**
 * The remarks among new lines that take the place of several old ones and speak of a rest, of what stays, or of what is the
 * same.
 */
export function restRemarks(
  old: readonly string[],
  now: readonly string[],
  { isProse, withMarks = false }: RemarkOptions,
): readonly RestRemark[] {
  const isMark = (line: string) => withMarks && mayBeElision(line, { isProse });
  const known = new Set(old.map((line) => line.trim()));
  const remarks = remarksIn(now, (line) => (known.has(line.trim()) ? null : wordsAt(line, isProse))).filter(
    ({ words, line }) => restWords(words, NO_NAMES) !== null || isMark(line),
  );
  return remarks.length === 0
    ? []
    : spansWith(remarks, changedSpans(old, now)).flatMap(([span, within]) =>
        remarksFor({ old, now, span, remarks: within, isMark }),
      );
}

function changedSpans(old: readonly string[], now: readonly string[]): readonly ChangedSpan[] {
  const numbered = lineNumbering();
  const [before = [], after = []] = [old, now].map((lines) => numbered(lines.map((line) => line.trim())));
  return compareLines(before, after).spans;
}

/** Both are in their order. */
function spansWith(
  remarks: readonly Remark[],
  spans: readonly ChangedSpan[],
): readonly (readonly [ChangedSpan, readonly Remark[]])[] {
  let next = 0;
  return spans.map((span) => {
    const within: Remark[] = [];
    for (; next < remarks.length; next += 1) {
      const remark = remarks[next];
      if (remark === undefined || remark.start >= span.newEnd) break;
      if (remark.start >= span.newStart) within.push(remark);
    }
    return [span, within] as const;
  });
}

type SpanRemarks = {
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly span: ChangedSpan;
  readonly remarks: readonly Remark[];
  readonly isMark: (line: string) => boolean;
};

function remarksFor({ old, now, span, remarks, isMark }: SpanRemarks): readonly RestRemark[] {
  if (remarks.length === 0) return [];
  const gone = old.slice(span.start, span.end).filter(isFilled);
  const put = now.slice(span.newStart, span.newEnd).filter(isFilled).length;
  const names = new Set(gone.flatMap((line) => wordsOf(line).split(' ')));
  let last = span.newEnd - 1;
  while (!isFilled(now[last] ?? '')) last -= 1;
  return remarks.flatMap(({ words, line, start, end }) => {
    const others = put - (end - start);
    if (gone.length - others < FEWEST) return [];
    const said = restWords(words, names);
    const isSaid = said === 'stays' || (said === 'named' && last < end) || isMark(line);
    return isSaid || said === 'named' || (said !== null && others === 0)
      ? [{ line, gone: gone.length, isSaid }]
      : [];
  });
}

/** A remark in the place of one line may explain what is left of it. */
const FEWEST = 2;

const NO_NAMES: ReadonlySet<string> = new Set();

type Remark = {
  /** The lines from `start` up to `end`, from 0. */
  readonly start: number;
  readonly end: number;
  readonly line: string;
  readonly words: string;
};

/** Remarks of up to three lines; longer ones say more than that. */
function remarksIn(lines: readonly string[], wordsOn: (line: string) => string | null): readonly Remark[] {
  const found: Remark[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    const said: string[] = [];
    let [end, first] = [start, -1];
    for (; end < lines.length; end += 1) {
      const words = wordsOn(lines[end] ?? '');
      if (words === null) break;
      if (words !== '' && first === -1) first = end;
      if (words !== '' && said.length <= MOST_LINES) said.push(words);
    }
    if (said.length > 0 && said.length <= MOST_LINES)
      found.push({ start, end, line: lines[first] ?? '', words: said.join(' ') });
    start = Math.max(start, end - 1);
  }
  return found;
}

const MOST_LINES = 3;

/** The headings and lists of documents have marks of comments, and what a docstring says, it says of the code. */
function wordsAt(line: string, isProse: boolean): string | null {
  const text = line.trim();
  return text.startsWith('"""') || (isProse && !text.startsWith('<!--')) ? null : remarkWords(text);
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}
