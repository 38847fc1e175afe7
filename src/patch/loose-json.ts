import { isAllOfText } from './formats/json-place.ts';
import { proseNote } from './formats/prose.ts';
import type { Prose } from './formats/reading.ts';
import { trialBeside } from './formats/trial-words.ts';
import { type JsonResult, parseJson } from './json-text.ts';

export type LooseJsonResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** What was put right, in sentences; none where the text is JSON as it stands. */
      readonly repairs: readonly string[];
      /** The name of the call that the JSON is given to, as in `submit_patch({…})`; absent: none. */
      readonly called?: string;
      /** Why no more than a try of the JSON may be done, by what stands around it, in a sentence; absent: more may. */
      readonly trial?: string;
    }
  | Extract<JsonResult, { ok: false }>;

/**
 * JSON as models write it: behind a byte order mark, in one code fence, in prose, with comments, with commas before
 * closing brackets, with raw line breaks in strings. Each of these has one reading, so nothing is guessed and no
 * string's content changes; what needs more than this is refused, with the place where the text as sent breaks. So is
 * JSON that an edit or a file in the text quotes or has beside it.
 */
export function parseLooseJson(text: string): LooseJsonResult {
  const strict = parseJson(text);
  if (strict.ok) return { ...strict, repairs: [] };
  if (strict.crowded === true) return strict;
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  const marks = body === text ? [] : ['A byte order mark was left out'];
  for (const { start, end, repairs } of candidates(body)) {
    const tidied = tidy(body.slice(start, end));
    const parsed = parseJson(tidied.text);
    if (!parsed.ok) continue;
    if (repairs.length > 0 && !isAllOfText(body.slice(0, start), body.slice(end))) return strict;
    const around = repairs.length === 0 ? [] : proseAround(body, start, end);
    const note = proseNote(around);
    const prose = note === null ? [] : [note];
    const called = CALL.exec(body.slice(Math.max(0, start - MAX_CALL), start))?.[1];
    const trial = trialBeside(around);
    return {
      ...parsed,
      repairs: [...marks, ...repairs, ...prose, ...tidied.repairs],
      ...(called === undefined ? {} : { called }),
      ...(trial === null ? {} : { trial }),
    };
  }
  return strict;
}

/** Ends with a name and the bracket of its call, and what else it is given there. */
const CALL = /(?<![\w.:/-])([A-Za-z][\w.:/-]*)\([^()]*$/;

/** Characters of a call before the JSON. */
const MAX_CALL = 300;

/**
 * The lines before and behind a piece of a text, as far as the piece leaves them. Nothing else of them is kept, and so not
 * looked through for secrets, which are left out.
 */
function proseAround(text: string, start: number, end: number): readonly Prose[] {
  const [before, behind] = [text.slice(0, start).split('\n'), text.slice(end).split('\n')];
  const last = text.slice(0, end).split('\n').length;
  return [
    ...before.map((line, at) => ({ line: at + 1, text: withoutSecrets(line) })),
    ...behind.map((line, at) => ({ line: last + at, text: withoutSecrets(line) })),
  ];
}

/** Words have fewer letters; what is shorter and a secret all the same is found in what is said. */
function withoutSecrets(line: string): string {
  return line.replaceAll(/[\w+/=-]{32,}/g, '…');
}

const BYTE_ORDER_MARK = '\uFEFF';

/** From `start` up to `end` of the text; repairs where that is not all of it. */
type Candidate = { readonly start: number; readonly end: number; readonly repairs: readonly string[] };

/** Where the JSON may lie in the text: all of it, its one code fence, or from its first brace to its last. */
function candidates(text: string): readonly Candidate[] {
  const whole = { start: 0, end: text.length, repairs: [] };
  const fenced = onlyFence(text);
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}') + 1];
  return [
    whole,
    ...(fenced === null ? [] : [{ ...fenced, repairs: ['The JSON was taken out of its code fence'] }]),
    ...(start === -1 || end <= start || end - start === text.trim().length
      ? []
      : [{ start, end, repairs: ['The JSON was taken out of the text around it'] }]),
  ];
}

/** What stands in the one code fence of a text that has no second one. */
function onlyFence(text: string): { readonly start: number; readonly end: number } | null {
  const fences = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm)];
  const [open, close] = fences;
  if (fences.length !== 2 || open === undefined || close === undefined) return null;
  return { start: open.index + open[0].length, end: close.index };
}

/** Text that JSON.parse reads, if these were all that was wrong with it. One pass; strings are kept as they are. */
function tidy(text: string): { readonly text: string; readonly repairs: readonly string[] } {
  const parts: string[] = [];
  const repairs = new Set<string>();
  /** Where in `parts` the comma stands behind which nothing came yet; -1 for none. */
  let comma = -1;
  for (let at = 0; at < text.length; ) {
    const end = endOfToken(text, at);
    const token = text.slice(at, end);
    at = end;
    if (isComment(token)) {
      repairs.add('Comments were left out of the JSON');
      continue;
    }
    if (comma >= 0 && (token === ']' || token === '}')) {
      parts[comma] = '';
      repairs.add('Commas before a closing bracket were left out of the JSON');
    }
    if (token.trim() !== '') comma = token === ',' ? parts.length : -1;
    const escaped = token.startsWith('"') ? escapeControls(token) : token;
    if (escaped !== token)
      repairs.add('Raw line breaks or tabs in a string of the JSON were read as they stand');
    parts.push(escaped);
  }
  return { text: parts.join(''), repairs: [...repairs] };
}

function endOfToken(text: string, at: number): number {
  switch (text.charAt(at)) {
    case '"':
      return endOfString(text, at);
    case '/':
      return isComment(text.slice(at, at + 2)) ? endOfComment(text, at) : at + 1;
    case ',':
    case ']':
    case '}':
      return at + 1;
    default:
      PLAIN.lastIndex = at;
      return PLAIN.test(text) ? PLAIN.lastIndex : at + 1;
  }
}

const PLAIN = /[^"/,\]}]+/y;

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char === '\\') at += 1;
  }
  return text.length;
}

function isComment(token: string): boolean {
  return token.startsWith('//') || token.startsWith('/*');
}

function endOfComment(text: string, start: number): number {
  const close = text.startsWith('/*', start) ? '*/' : '\n';
  const end = text.indexOf(close, start + 2);
  if (end === -1) return text.length;
  return close === '\n' ? end : end + close.length;
}

/** A control character behind a backslash stays: JSON knows no such escape, and what was meant is not certain. */
function escapeControls(string: string): string {
  return string.replace(ESCAPE_OR_CONTROL, (match) =>
    match.startsWith('\\') ? match : `\\u${match.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// oxlint-disable-next-line no-control-regex -- these are the control characters
const ESCAPE_OR_CONTROL = /\\[\s\S]|[\u0000-\u001F]/g;
