import { MAX_PATH_BYTES } from '../limits.ts';

/** The name behind `--- ` or `+++ `, and the text as git prints it: quoted where unusual, ended by a tab or not. */
export function headerName(text: string): string | null {
  if (text.startsWith('"')) return unquote(text)?.name ?? null;
  const [name = ''] = text.split('\t');
  return name.trimEnd() === '' ? null : name;
}

/**
 * Both names of a `diff --git` line, without the words before them. git puts no mark between two names with
 * spaces, so an unquoted pair is read only where it is the same name twice; null: it can't be told.
 */
export function headerPair(text: string): readonly [string, string] | null {
  if (text.startsWith('"')) {
    const left = unquote(text);
    const right = left === null ? null : headerName(text.slice(left.length + 1));
    return left === null || right === null ? null : [left.name, right];
  }
  if (text.endsWith('"')) {
    const start = text.indexOf(' "');
    const right = start === -1 ? null : unquote(text.slice(start + 1));
    return right === null ? null : [text.slice(0, start), right.name];
  }
  const middle = (text.length - 1) / 2;
  const halves = [text.slice(0, middle), text.slice(middle + 1)] as const;
  if (text.charAt(middle) === ' ' && samePath(...halves)) return halves;
  const words = text.split(' ');
  return words.length === 2 ? [words[0] ?? '', words[1] ?? ''] : null;
}

/** One name of `rename from` and its like, which has no prefix. */
export function plainName(text: string): string {
  return (text.startsWith('"') ? unquote(text)?.name : undefined) ?? text;
}

/** Do the two names have git's prefixes? Both must: a folder of the repository may be called `a` or `b` too. */
export function hasPrefixes(oldName: string, newName: string): boolean {
  return oldName.startsWith('a/') && newName.startsWith('b/');
}

function samePath(left: string, right: string): boolean {
  return left === right || (hasPrefixes(left, right) && left.slice(2) === right.slice(2));
}

/** Reads a C-quoted name at the beginning of `text`; the bytes of its octal escapes are UTF-8. */
function unquote(text: string): { name: string; length: number } | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(0, MAX_QUOTED_CHARACTERS));
  if (quoted === null) return null;
  const bytes: number[] = [];
  for (const [part] of (quoted[1] ?? '').matchAll(/\\[0-7]{3}|\\.|[^\\]+/g)) {
    if (/^\\[0-7]{3}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 8) & 0xff);
    else if (part.startsWith('\\')) bytes.push((C_ESCAPES[part.charAt(1)] ?? part.charAt(1)).charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(part));
  }
  try {
    return {
      name: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes)),
      length: quoted[0].length,
    };
  } catch {
    return null;
  }
}

/** A path of the longest kind with every byte escaped, and its quotes. */
const MAX_QUOTED_CHARACTERS = 4 * MAX_PATH_BYTES + 2;

const C_ESCAPES: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
