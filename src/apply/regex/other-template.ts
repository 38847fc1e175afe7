import type { Groups } from './template.ts';

/**
 * What in a replacement means a group or a line break in other languages, such as `\1` in Python and `${1}` in Perl, and
 * would be written out; null: nothing. A `\n` in quotes is what code has; elsewhere it means a line break where it does so in
 * the expression.
 */
export function otherTemplate(
  replacement: string,
  { pattern, groups }: { readonly pattern: string; readonly groups: Groups },
): string | null {
  for (const { 0: token, groups: named = {} } of replacement.matchAll(GROUP)) {
    if (isGroup(named['name'] ?? named['digit'] ?? '', groups)) return token;
  }
  const mayBeEscaped = BREAK.test(pattern) && !replacement.includes('\n');
  return mayBeEscaped && BREAK.test(replacement.replaceAll(QUOTED, '')) ? '\\n' : null;
}

const GROUP = /\\g<(?<name>\w{1,100})>|\\(?<digit>[1-9])|\$\{(?<name>\w{1,100})\}/g;

const BREAK = /\\n/;

/** What ends on its line. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

function isGroup(name: string, { count, names }: Groups): boolean {
  return /^\d+$/.test(name) ? Number(name) >= 1 && Number(name) <= count : Object.hasOwn(names, name);
}
