import { MAX_JSON_VALUES, MAX_NESTING } from './limits.ts';
import type { Refusal } from './refusal.ts';

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  /** `line` and `column` from 1: the first character that can't be part of JSON. */
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly reason: string;
      /** It was not read at all, because it may hold more than MAX_JSON_VALUES. */
      readonly crowded?: true;
    };

/** JSON.parse that says where the text stops being JSON. */
export function parseJson(text: string): JsonResult {
  if (isCrowded(text)) {
    return {
      ok: false,
      line: 1,
      column: 1,
      reason: `it holds more than ${MAX_JSON_VALUES} values`,
      crowded: true,
    };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const { at, reason } = firstProblem(text);
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    return { ok: false, line, column: at - before.lastIndexOf('\n'), reason };
  }
}

/**
 * Does it hold more than MAX_JSON_VALUES, if it is JSON? Found out without reading it: what is read takes many times
 * the memory of its text.
 */
export function isCrowded(text: string): boolean {
  let values = 1;
  // Each value but the first one takes two characters at least.
  for (let at = 0; at < text.length && text.length > MAX_JSON_VALUES; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = closingQuote(text, at);
    } else if (char === COMMA || char === BRACKET || char === BRACE) {
      values += 1;
      if (values > MAX_JSON_VALUES) return true;
    }
  }
  return false;
}

const [QUOTE, COMMA, BRACKET, BRACE] = [0x22, 0x2c, 0x5b, 0x7b];

function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

const BACKSLASH = 0x5c;

/** For what nobody has to correct: the value, or undefined where the text is not JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The refusal for text that is not JSON. */
export function notJson(problem: Extract<JsonResult, { ok: false }>): Refusal {
  if (problem.crowded === true) {
    return {
      code: 'too_large',
      message: `The patch holds more than ${MAX_JSON_VALUES} values. Split it into several ones.`,
      pointer: '',
      data: { limit: MAX_JSON_VALUES },
    };
  }
  return {
    code: 'malformed',
    message: `The patch is not JSON: at line ${problem.line}, column ${problem.column}, ${problem.reason}. Send one JSON object.`,
    pointer: '',
    data: { line: problem.line, column: problem.column },
  };
}

/** Is anything nested deeper than MAX_NESTING? Looks no further than that, whatever it is given. */
export function isTooDeep(value: unknown, levels = MAX_NESTING): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}

type Problem = { readonly at: number; readonly reason: string };

type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma';

/** Walks text that JSON.parse refused, with a stack of open brackets, up to where it goes wrong. */
function firstProblem(text: string): Problem {
  const open: ('[' | '{')[] = [];
  let expected: Expectation = 'value';
  let at = 0;
  for (;;) {
    at = endOf(SPACE, text, at);
    if (at >= text.length) {
      return { at, reason: open.length === 0 ? 'there is nothing to read' : 'the text ends too early' };
    }
    const char = text.charAt(at);
    const closing = char === ']' || char === '}' ? char : null;
    if (closing !== null && closes(closing, open.at(-1), expected)) {
      open.pop();
      expected = 'comma';
      at += 1;
    } else if (expected === 'comma' && char === ',' && open.length > 0) {
      expected = open.at(-1) === '[' ? 'value' : 'key';
      at += 1;
    } else if (expected === 'colon' && char === ':') {
      expected = 'value';
      at += 1;
    } else if (expected.startsWith('value') && (char === '[' || char === '{')) {
      open.push(char);
      expected = char === '[' ? 'value or ]' : 'key or }';
      at += 1;
    } else if (expected.startsWith('value') || (expected.startsWith('key') && char === '"')) {
      const token = scanToken(text, at);
      if (typeof token !== 'number') return token;
      at = token;
      expected = expected.startsWith('key') ? 'colon' : 'comma';
    } else {
      const wanted = expected === 'comma' && open.length === 0 ? 'the end of the text' : WANTED[expected];
      return { at, reason: `${JSON.stringify(char)} stands where ${wanted} must be` };
    }
  }
}

const SPACE = /[ \t\r\n]*/y;

const WANTED: { readonly [expected in Expectation]: string } = {
  value: 'a value',
  'value or ]': 'a value',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes',
  colon: 'a colon',
  comma: 'a comma or a closing bracket',
};

function closes(closing: ']' | '}', open: '[' | '{' | undefined, expected: Expectation): boolean {
  if (closing === ']') return open === '[' && (expected === 'comma' || expected === 'value or ]');
  return open === '{' && (expected === 'comma' || expected === 'key or }');
}

/** The offset behind a string, number or word, or what is wrong with it. */
function scanToken(text: string, at: number): number | Problem {
  if (text.charAt(at) === '"') return scanString(text, at);
  const end = endOf(SCALAR, text, at);
  if (end > at) return end;
  return { at, reason: `${JSON.stringify(text.charAt(at))} begins no value` };
}

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function scanString(text: string, start: number): number | Problem {
  let at = start + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < ' ')
      return {
        at,
        reason: 'a line break or control character stands inside a string; write it as \\n or \\u00XX',
      };
    if (char === '\\') {
      const end = endOf(ESCAPE, text, at);
      if (end === at) return { at, reason: `${JSON.stringify(text.slice(at, at + 2))} is no escape of JSON` };
      at = end;
    } else {
      at += 1;
    }
  }
  return { at: start, reason: 'this string is not closed' };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a sticky expression's match at `at` ends; `at` itself when there is none. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
