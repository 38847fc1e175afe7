import { isElision } from '../elision/elision.ts';
import { type Hunk, type HunkLine, markOf } from '../hunk.ts';
import { type HunkHeader, isHunkHeader, lineHintOf } from './hunk-header.ts';
import { isNumbered, withoutNumbersOnBothSides } from './line-numbers.ts';
import { isNoNewline } from './no-newline.ts';

export type HunkBody = {
  readonly number: number;
  /** From outside in. */
  readonly headers: readonly HunkHeader[];
  /** Lines as they stand, with carriage returns. */
  readonly lines: readonly string[];
  readonly endOfFile?: boolean;
};

export type BodyReading =
  | { readonly ok: true; readonly hunk: Hunk; readonly repairs: readonly string[] }
  /** `problem` is a predicate: "removes and adds nothing. Mark …". */
  | { readonly ok: false; readonly problem: string; readonly idle: boolean };

/** Makes a hunk of the lines below its header: every line says by its mark what it is, as far as it has one. */
export function readBody(body: HunkBody): BodyReading {
  const sides = readSides(body.lines);
  if (sides.endsDiffer) return { ok: true, ...hunkOf(body, sides) };
  if (!sides.marked) return { ok: false, problem: UNMARKED, idle: false };
  if (sameLines(sides.rawOld, sides.rawNew)) return { ok: false, problem: SAME, idle: true };
  if (sameButReturns(sides.rawOld, sides.rawNew)) return { ok: false, problem: ENDINGS_ONLY, idle: false };
  return { ok: true, ...hunkOf(body, sides) };
}

const UNMARKED = 'removes and adds nothing. Mark the lines to change with - and +.';

const SAME = 'removes and adds nothing: both sides are the same. Send the lines as they shall be.';

const ENDINGS_ONLY =
  'changes line endings only, and those are kept as the file has them. Send a write change to replace them.';

/** Where text behind a hunk begins that nobody marked, such as an explanation; the number of lines where there is none. */
export function endOfMarked(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.startsWith('+') || line.startsWith('-'));
  const blank = lines.findIndex((line, index) => index > last && line.trim() === '' && !line.startsWith(' '));
  if (last === -1 || blank === -1) return lines.length;
  const rest = lines.slice(blank).filter((line) => line.trim() !== '');
  if (rest.length === 0 || rest.some((line) => markOf(line) !== null || isElision(line))) return lines.length;
  const kept = lines.slice(0, blank);
  const hasOld = kept.some((line) => line.startsWith('-') || (line.startsWith(' ') && line.trim() !== ''));
  return hasOld && !kept.some((line) => isUnmarked(line) && !isHunkHeader(line)) ? blank : lines.length;
}

type Sides = {
  readonly lines: HunkLine[];
  /** Both sides with their carriage returns. */
  readonly rawOld: readonly string[];
  readonly rawNew: readonly string[];
  /** Some line is to be removed or added. */
  readonly marked: boolean;
  readonly oldEnded: boolean;
  readonly newEnded: boolean;
  readonly endsDiffer: boolean;
  /** A side went on behind its last line, so what was said of the last line is not true. */
  readonly wentOn: boolean;
  readonly lost: boolean;
};

function readSides(body: readonly string[]): Sides {
  const lines: HunkLine[] = [];
  const rawOld: string[] = [];
  const rawNew: string[] = [];
  const ended = { old: false, now: false, wentOn: false };
  let lost = false;
  for (const raw of body) {
    const line = withoutReturn(raw);
    if (line.startsWith('\\ ')) {
      if (!isNoNewline(line)) continue;
      // It speaks of the line before it, and so of one side or of both.
      const mark = lines.at(-1)?.[0];
      ended.old ||= mark !== '+';
      ended.now ||= mark !== '-';
      continue;
    }
    const read = hunkLine(line);
    lost ||= isUnmarked(line);
    lines.push(read);
    const text = markOf(raw) === null ? raw : raw.slice(1);
    if (read[0] !== '+') rawOld.push(text);
    if (read[0] !== '-') rawNew.push(text);
    ended.wentOn ||= (ended.old && read[0] !== '+') || (ended.now && read[0] !== '-');
  }
  const [oldEnded, newEnded] = ended.wentOn ? [false, false] : [ended.old, ended.now];
  const marked = lines.some(([mark]) => mark !== ' ');
  const known = { lines, rawOld, rawNew, marked, oldEnded, newEnded, wentOn: ended.wentOn, lost };
  return { ...known, endsDiffer: oldEnded !== newEnded };
}

function hunkLine(line: string): HunkLine {
  if (line === '' || line === ' ') return BLANK;
  const mark = markOf(line);
  return mark === null ? [' ', line, 'unmarked'] : [mark, line.slice(1)];
}

/** One for all: a text of nothing but line breaks must not become a heap of pairs. */
const BLANK: HunkLine = [' ', ''];

function isUnmarked(line: string): boolean {
  return markOf(line) === null && line.trim() !== '' && !line.startsWith('\\ ') && !isElision(line);
}

function sameButReturns(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && sameLines(left.map(withoutReturn), right.map(withoutReturn));
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

function hunkOf(body: HunkBody, sides: Sides): { hunk: Hunk; repairs: readonly string[] } {
  const repairs: string[] = [];
  if (sides.lost) repairs.push('lines of a hunk without a mark were read as unchanged lines');
  if (sides.wentOn)
    repairs.push('a note about the missing last line break was left out, because lines follow it');
  const suspect = sides.lost ? sides.lines.map(asSuspect) : sides.lines;
  const bare = withoutNumbers(suspect);
  if (bare !== null)
    repairs.push('line numbers before the lines of a hunk were left out, unless the file has them');
  const header = body.headers.findLast(({ oldStart }) => oldStart !== undefined);
  const { oldEnded, newEnded, endsDiffer } = sides;
  const hinted = (lines: readonly HunkLine[], lineHint: number | undefined) => ({
    lines: endsDiffer ? sharedLastLine(lines) : lines,
    ...(lineHint === undefined ? {} : { lineHint }),
  });
  const lineHint = header === undefined ? undefined : lineHintOf(header);
  const hunk = {
    number: body.number,
    ...hinted(bare?.lines ?? suspect, lineHint ?? bare?.first),
    ...(bare === null ? {} : { numbered: hinted(suspect, lineHint) }),
    anchors: body.headers.flatMap(({ anchor }) => anchor ?? []),
    ...(oldEnded || newEnded || body.endOfFile === true ? { endOfFile: true } : {}),
    ...(endsDiffer ? { finalNewline: oldEnded } : {}),
  };
  return { hunk, repairs };
}

/** Where one line lost its mark, a line that begins with a space may have lost its too, and begin with its own. */
function asSuspect(line: HunkLine): HunkLine {
  return line[0] === ' ' && line[1] !== '' ? [' ', line[1], 'unmarked'] : line;
}

function withoutNumbers(lines: readonly HunkLine[]): { lines: HunkLine[]; first: number } | null {
  const first = lines.find(([mark]) => mark !== '+')?.[1];
  if (first === undefined || !isNumbered(first)) return null;
  const old = lines.filter(([mark]) => mark !== '+').map(([, text]) => text);
  if (old.length < LEAST_NUMBERED) return null;
  const now = lines.filter(([mark]) => mark === '+').map(([, text]) => text);
  const bare = withoutNumbersOnBothSides({ old, now });
  if (bare === null) return null;
  const rest = { '+': bare.now.values(), '-': bare.old.values() };
  const others = lines.map(
    ([mark, text]): HunkLine => [mark, rest[mark === '+' ? '+' : '-'].next().value ?? text],
  );
  return changesSomething(others) ? { first: bare.first, lines: others } : null;
}

/** Where nothing but numbers differs, they are what changes. */
function changesSomething(lines: readonly HunkLine[]): boolean {
  const side = (without: HunkLine[0]) => lines.flatMap(([mark, text]) => (mark === without ? [] : [text]));
  return !sameLines(side('+'), side('-'));
}

/** One line alone that begins with a number may well be such a line. */
const LEAST_NUMBERED = 2;

/** Where only the line break of the last line changes, diff writes that line twice; it is context all the same. */
function sharedLastLine(lines: readonly HunkLine[]): readonly HunkLine[] {
  const old = lines.findLastIndex(([mark]) => mark !== '+');
  const [, text] = lines[old] ?? [' ', ''];
  if (lines[old]?.[0] !== '-' || lines.at(-1)?.[1] !== text || old === lines.length - 1) return lines;
  return [...lines.slice(0, old), ...lines.slice(old + 1, -1), [' ', text]];
}
