import { isElision, isWordedElision, mayBeElision, saysAsItWas } from './elision.ts';

/** How sure it is that lines were left out: `said` by dots and words, or only `likely`. */
export type InlineElision = 'said' | 'likely';

export type InlineFacts = {
  /** The file is a document. */
  readonly isProse: boolean;
  /** Three dots between braces are code, as in Python and Perl. */
  readonly hasDots: boolean;
  /** The line that follows, where one does. */
  readonly next: string | undefined;
};

/**
 * Does what stands behind code on one line, such as `total() { /* ... existing code ... *\/ }`, stand for lines that were left
 * out? null: it does not. Of words and dots that code and remarks have for other reasons too, the place must tell: they fill
 * what the line opens.
 */
export function inlineElision(line: string, facts: InlineFacts): InlineElision | null {
  const text = line.trim();
  if (text.length > MAX_CHARACTERS || COMMENT.test(text)) return null;
  const marks = [...blockComments(text), ...lineComments(text, closesBelow(line, facts.next))];
  const judged = [
    ...marks.map((mark) => judgeComment(mark, facts)),
    ...bareDots(text, closesBelow(line, facts.next)).map((mark) => judgeDots(mark, facts)),
  ];
  return judged.find((one) => one === 'said') ?? judged.find((one) => one !== null) ?? null;
}

/** A line of code that has a remark behind it has hardly more. */
const MAX_CHARACTERS = 400;

/** The line is a remark as a whole; `#cart {` and `* {` are code. */
const COMMENT = /^(?:\/\/|\/\*|<!--|"""|'''|\{\/\*|[#*%;]\s|--\s)/;

type Mark = {
  readonly code: string;
  readonly text: string;
  /** It is all that stands in what the code opens. */
  readonly fills: boolean;
};

/** Remarks with an end, behind which nothing but brackets and closing tags stand. */
function blockComments(line: string): readonly Mark[] {
  return BLOCKS.flatMap(([open, close]) => {
    const end = line.lastIndexOf(close);
    const start = end === -1 ? -1 : line.lastIndexOf(open, end - open.length);
    const after = line.slice(end + close.length);
    if (start < 1 || tailOf(after) !== after) return [];
    const code = line.slice(0, start);
    const text = `/* ${line.slice(start + open.length, end)} */`;
    return isInString(code, text) ? [] : [{ code, text, fills: opens(code) && after.trim() !== '' }];
  });
}

const BLOCKS = [
  ['/*', '*/'],
  ['<!--', '-->'],
  ['{#', '#}'],
  ['--[[', ']]'],
  ['(*', '*)'],
  ['{-', '-}'],
  ['@*', '*@'],
  ['<%#', '%>'],
  ['<%--', '--%>'],
] as const;

/** Remarks up to the end of the line. */
function lineComments(line: string, closes: boolean): readonly Mark[] {
  return LINE_OPENERS.flatMap((open) => {
    const start = line.lastIndexOf(open);
    if (start < 1) return [];
    const [code, remark] = [line.slice(0, start), line.slice(start + open.length)];
    const text = `// ${remark}`;
    // Else it is a part of an address, an operator or an expression.
    const isRemark = BEFORE.includes(code.slice(-1)) && /^(?:\s|\.{3}|…)/.test(remark);
    if (!isRemark || (open === '//' && code.endsWith(':')) || isInString(code, text)) return [];
    return [{ code, text, fills: endsInDots(code) || (opens(code) && closes) }];
  });
}

const BEFORE = ' \t{}()[]:;,';

const LINE_OPENERS = ['//', '#', '--', ';', '%'] as const;

/** Dots without a remark around them, with words behind them or none, right behind what opens something. */
function bareDots(line: string, closes: boolean): readonly Mark[] {
  const tail = tailOf(line);
  const inner = line.slice(0, line.length - tail.length);
  return [...inner.matchAll(/(?<![.…])(?:\.{3}|…)/g)].flatMap(({ index }) => {
    const [code, text] = [inner.slice(0, index), inner.slice(index)];
    return opens(code) && WORDS.test(text) ? [{ code, text, fills: tail !== '' || closes }] : [];
  });
}

const WORDS = /^[\p{L}\p{M}\p{N}\s.…'’-]+$/u;

/** A remark behind a whole statement may go on from the one above, with dots. */
function judgeComment({ code, text, fills }: Mark, { isProse }: InlineFacts): InlineElision | null {
  const isSaid = DOTS.test(text) && isWordedElision(text);
  const isKnown = mayBeElision(text, { isProse });
  if (isSaid && (isKnown || (!isProse && (opens(code) || saysAsItWas(text))))) return 'said';
  return !isProse && fills && (isElision(text) || isKnown) ? 'likely' : null;
}

const DOTS = /\.{3}|…/;

/** `{ ...rest }` is code, and `...` that fills anything but braces may be. */
function judgeDots({ code, text, fills }: Mark, { isProse, hasDots }: InlineFacts): InlineElision | null {
  if (isProse) return null;
  if (saysAsItWas(text)) return 'said';
  if (!fills || !code.trimEnd().endsWith('{')) return null;
  if (/^(?:\.{3}|…)$/.test(text.trim())) return hasDots ? null : 'likely';
  return isWordedElision(text.trim()) && /(?:\.{3}|…)\s*$/.test(text) ? 'likely' : null;
}

function opens(code: string): boolean {
  const end = code.trimEnd().slice(-MAX_OPENING);
  return /(?:[{([:>=]|\b(?:do|then|begin))$/.test(end);
}

/** The longest word that opens a block, and what stands before it. */
const MAX_OPENING = 6;

/** A body of Python that does nothing. */
function endsInDots(code: string): boolean {
  return /:\s*\.{3}$/.test(code.trimEnd());
}

/** Does a quote that the code leaves open end in the remark? */
function isInString(code: string, remark: string): boolean {
  return ['"', "'", '`'].some((quote) => code.split(quote).length % 2 === 0 && remark.includes(quote));
}

/** Is nothing in what the line opens? */
function closesBelow(line: string, next: string | undefined): boolean {
  return next !== undefined && depthOf(next) <= depthOf(line);
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** What closes, at the end of the line, what it opened. */
function tailOf(line: string): string {
  let start = line.length;
  for (let length = 1; length > 0; start -= length) length = closing(line, start);
  return line.slice(start);
}

/** How many characters before `end` close something: a bracket, a tag or a word; 0: none. */
function closing(line: string, end: number): number {
  const last = line.charAt(end - 1);
  if (last === '>') {
    const start = line.lastIndexOf('<', end - 1);
    return start !== -1 && /^<\/[\w:.-]*>$/.test(line.slice(start, end)) ? end - start : 0;
  }
  if (last !== '' && CLOSERS.includes(last)) return 1;
  return CLOSING.exec(line.slice(Math.max(0, end - MAX_CLOSING), end))?.[0].length ?? 0;
}

const CLOSERS = ' \t)}];,';

const CLOSING = /(?<![\w.])(?:end|fi|done)$/;

/** The longest of these words, with what stands before it. */
const MAX_CLOSING = 5;
