import type { Hunk, HunkLine } from '../../patch/hunk.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { type Effort, LINE_EFFORT } from '../effort.ts';
import { countBreaks, cutLines } from '../file-lines.ts';
import { indexLines } from '../locate/line-index.ts';
import { placingAt, writtenLines } from '../locate/placed.ts';
import { changedLines } from '../locate/sharpen.ts';
import type { Replacement } from '../text-file.ts';
import { closesBlock, opensBlock, opensText } from './block-mark.ts';
import { clearedLines, takesWordsAway } from './cleared-line.ts';
import { type IndentPair, indentOf } from './indentation.ts';
import { reindentBesideTrimmed } from './trimmed-line.ts';

type Texts = { readonly find: string; readonly replace: string };

/** What takes the place of a found text, and of the indentation before it; `unclear`: nothing tells how deep its lines are to be. */
export type Replacing =
  | { readonly status: 'clear'; readonly replacement: Replacement }
  | { readonly status: 'unclear' }
  | { readonly status: 'too_repetitive' };

/**
 * What takes the place of a text that stands at `start` as it was sent. Where it begins within the indentation of a line,
 * it was sent with less of that, and so may the other new lines be. `text` is the file, or as much of it on both sides
 * of that place as NEAR says, and one character more.
 */
export function replacementAt(text: string, sought: Texts, start: number, effort: Effort): Replacing {
  const sent = sentAs(sought, start);
  const cleared = takesWordsAway(sought) ? clearedLines(text, sought, { start, near: NEAR }) : null;
  if (cleared !== null) return { status: 'clear', replacement: cleared };
  if (!mayBeWithinIndent(sought)) return { status: 'clear', replacement: sent };
  const begun = begunLine(text, sought, start);
  if (begun === null) return { status: 'clear', replacement: sent };
  if (!isAffordable(begun, effort)) return { status: 'too_repetitive' };
  const lines = deepLines(begun);
  const replaced = lines && withoutEdges(lines, begun, sought);
  return replaced === null
    ? { status: 'unclear' }
    : { status: 'clear', replacement: { ...sent, text: replaced } };
}

/** Exactly the found text gives way to exactly what was sent. */
export function sentAs({ find, replace }: Texts, start: number): Replacement {
  return { start, end: start + find.length, text: replace };
}

/** Is it so? */
export function isSent({ start, end, text }: Replacement, sought: Texts, at: number): boolean {
  const sent = sentAs(sought, at);
  return start === sent.start && end === sent.end && text === sent.text;
}

/** The refusal of an edit of which nobody can tell how deep its new lines are to be. `line` from 1: where it begins. */
export function depthRefusal(path: string, line: number): Refusal {
  const message = `The text to replace begins in ${path} within the indentation of line ${line}, and nothing tells how deep the new lines are to be. Send both texts as whole lines, each with all the indentation that it has, or is to have, in the file.`;
  return { code: 'ambiguous', message, path, pointer: '/replace', data: { lines: [line] } };
}

/** Is there more than a part of one line, for which the indentation of that line would matter? */
export function mayBeWithinIndent(sought: Texts): boolean {
  if (takesWordsAway(sought)) return true;
  const { find, replace } = sought;
  const end = find.indexOf('\n');
  const isMore = end !== -1 || replace.includes('\n') || isDeeper(sought);
  return isMore && (end === -1 ? find : find.slice(0, end)).trim() !== '';
}

/** Does new text of other words begin deeper than the text to find does? */
function isDeeper({ find, replace }: Texts): boolean {
  return indentOf(replace).length > indentOf(find).length && find.trim() !== replace.trim();
}

/** Characters on both sides of a place that show how the lines around it are indented. */
export const NEAR = 2048;

/** A found text that begins within the indentation of a line, as whole lines. */
type Begun = {
  /** The file around it, and where the text begins in that. */
  readonly near: string;
  readonly offset: number;
  /** The indentation that it lacks. */
  readonly lacks: string;
  /** What follows it in its last line; null: it is whole lines. */
  readonly rest: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** null: it begins elsewhere. */
function begunLine(text: string, { find, replace }: Texts, start: number): Begun | null {
  const from = Math.max(0, start - NEAR);
  const near = text.slice(from, start + find.length + NEAR);
  const offset = start - from;
  let begin = offset;
  while (begin > 0 && (near[begin - 1] === ' ' || near[begin - 1] === '\t')) begin -= 1;
  const isBegin = begin === 0 ? from === 0 : near[begin - 1] === '\n';
  if (begin === offset || !isBegin) return null;
  const lacks = near.slice(begin, offset);
  if (find.endsWith('\n') && (replace === '' || replace.endsWith('\n'))) {
    const [before, after] = [find, replace].map((side) => side.split('\n').slice(0, -1));
    return { near, offset, lacks, rest: null, before: before ?? [], after: after ?? [] };
  }
  const end = near.indexOf('\n', offset + find.length);
  const rest = near.slice(offset + find.length, end === -1 ? near.length : end);
  const [before, after] = [find, replace].map((side) => `${side}${rest}`.split('\n'));
  return { near, offset, lacks, rest, before: before ?? [], after: after ?? [] };
}

function isAffordable({ near, before, after }: Begun, effort: Effort): boolean {
  const most = Math.min(MOST_DIFFERENT, before.length + after.length);
  const least = Math.min(MOST_DIFFERENT, before.length, after.length);
  effort.comparisons -= DIFFERENCE_EFFORT * most * least;
  effort.reading -= near.length + LINE_EFFORT * countBreaks(near, 0, near.length);
  return effort.comparisons >= 0 && effort.reading >= 0;
}

/** Lines that differ more are not compared one by one. */
const MOST_DIFFERENT = 1000;

/** A step of comparing lines that all differ takes as long as so many comparisons. */
const DIFFERENCE_EFFORT = 10;

/** The new lines as they are to stand in the file; null: nothing tells. */
function deepLines(begun: Begun): readonly string[] | null {
  const { before, after, lacks } = begun;
  const lines = changedLines(before, after);
  const patch = indentOf(before[0] ?? '');
  const line = lines.findIndex(([mark]) => mark !== '+');
  const pair: IndentPair = {
    line,
    patch,
    file: lacks + patch,
    isContext: lines[line]?.[0] === ' ',
    mayLackMark: false,
  };
  if (begun.rest !== null && before.length === 1 && after.length === 1) return asOneLine(begun, pair);
  if (before.filter(isFilled).length > 1) return besideOthers(lines, pair);
  switch (readingOf(begun, pair)) {
    case 'sent':
      return newLines(lines, pair, (text, order) => {
        const isFirst = !after.slice(0, order).some(isFilled);
        return isFirst && indentOf(text) === patch ? lacks + text : text;
      });
    case 'shifted':
      return asHunk(begun, lines, pair);
    case 'unclear':
      return null;
  }
}

/** Part of one line for part of another: with the depth of the file, with more, or with none that was meant for it. */
function asOneLine({ after, lacks }: Begun, { patch, file }: IndentPair): readonly string[] | null {
  const [text = ''] = after;
  const indent = indentOf(text);
  if (indent === patch || !indent.startsWith(file)) return [lacks + text];
  return indent === file ? [text] : null;
}

function besideOthers(lines: readonly HunkLine[], pair: IndentPair): readonly string[] | null {
  const reindent = reindentBesideTrimmed(lines, pair);
  return newLines(lines, pair, (text, _, line) => {
    const own = indentOf(text);
    const indent = reindent(own, line);
    return indent === null ? null : indent + text.slice(own.length);
  });
}

/** The new side with its added lines written anew; null: one of them can't be. */
function newLines(
  lines: readonly HunkLine[],
  { line: first, patch, file }: IndentPair,
  write: (text: string, order: number, line: number) => string | null,
): readonly string[] | null {
  const written: string[] = [];
  for (const [line, [mark, text]] of lines.entries()) {
    if (mark === '-') continue;
    const isAdded = mark === '+' && isFilled(text);
    const own = line === first ? file + text.slice(patch.length) : text;
    const deep = isAdded ? write(text, written.length, line) : own;
    if (deep === null) return null;
    written.push(deep);
  }
  return written;
}

/** As deep as a hunk of the same lines would make them. */
function asHunk(
  { near, offset }: Begun,
  lines: readonly HunkLine[],
  pair: IndentPair,
): readonly string[] | null {
  const hunk: Hunk = { number: 1, lines, anchors: [], noMarkLost: true };
  const index = indexLines(cutLines(near), []);
  const position = countBreaks(near, 0, offset);
  const written = writtenLines(index, hunk, placingAt(hunk, position));
  return written && newLines(lines, pair, (_text, _order, line) => written[line] ?? null);
}

/**
 * How the lines below the first new one are indented, where one line was to be found: as in the file, `sent`, or as far
 * from the first one as they are to be, `shifted`.
 */
function readingOf(
  { near, offset, before, after }: Begun,
  { patch, file }: IndentPair,
): 'sent' | 'shifted' | 'unclear' {
  const [first, second, ...others] = after.flatMap((text, order) =>
    isFilled(text) ? [{ text, order, indent: indentOf(text) }] : [],
  );
  if (first !== undefined && first.indent !== patch) {
    const isSame = second === undefined && first.text.trim() === before.find(isFilled)?.trim();
    return first.indent === file && !isSame ? 'sent' : 'unclear';
  }
  if (first === undefined || second === undefined) return 'sent';
  const opens = opensBlock(first.text);
  const shifted = after.slice(0, -1).some(opensText) ? 'unclear' : 'shifted';
  if (patch !== '')
    return second.indent.startsWith(file) && !(opens && second.indent === file) ? 'unclear' : shifted;
  if (second.indent === '') {
    if (closesBlock(second.text) && !opens) return 'sent';
    return second.order > first.order + 1 ? 'unclear' : shifted;
  }
  if (second.indent.startsWith(file)) return opens && second.indent === file ? shifted : 'sent';
  if (opens) return shifted;
  if (closesBlock(second.text)) return 'sent';
  if (others.some(({ indent }) => indent === '')) return 'unclear';
  const above = near.slice(0, offset).split('\n');
  return above.some((text) => isFilled(text) && indentOf(text) === second.indent) ? 'sent' : 'unclear';
}

/** The text of new lines, without what the file has before and behind the one that they replace. null: it has less before it. */
function withoutEdges(lines: readonly string[], { lacks, rest }: Begun, { replace }: Texts): string | null {
  const texts = [...lines];
  const sent = replace.split('\n');
  const [first = '', last = ''] = [sent[0], sent.at(-1)];
  if (rest !== null) {
    const end = texts.at(-1) ?? '';
    texts[texts.length - 1] = isFilled(last) ? end.slice(0, end.length - rest.length) : last;
  }
  if (isFilled(first)) {
    const begin = texts[0] ?? '';
    if (!begin.startsWith(lacks)) return null;
    texts[0] = begin.slice(lacks.length);
  } else if (texts.length > 0) texts[0] = first;
  return texts.join('\n') + (rest === null && replace !== '' ? '\n' : '');
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
