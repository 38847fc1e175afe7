/**
 * How far an expression may look ahead in search of one match: no further than the match itself, than the
 * line that the match ends on, or than the whole text. The engine is linear in what it looks at, so this is
 * what tells a cheap replacement of thousands of matches from one that reads a large file thousands of times.
 */
export type Reach = 'match' | 'line' | 'text';

export function reachOf(pattern: string, flags: string): Reach {
  if (!/[*+]|,\}/.test(pattern)) return 'match';
  return staysOnLine(pattern, flags) ? 'line' : 'text';
}

/** Characters that were looked at for a match that ends at `end`, or for none. */
export function lookedAt(
  text: string,
  reach: Reach,
  { from, end }: { from: number; end: number | null },
): number {
  if (end === null || reach === 'text') return text.length - from;
  if (reach === 'match') return end - from;
  const lineEnd = text.indexOf('\n', end);
  return (lineEnd === -1 ? text.length : lineEnd) - from;
}

/** Is there nothing in the expression that could match a line break? Says no where that takes a closer look. */
function staysOnLine(pattern: string, flags: string): boolean {
  const rest = pattern.replace(SURELY_ON_LINE, '');
  const dotIsSafe = !flags.includes('s') || !rest.includes('.');
  return dotIsSafe && !/\\|\[\^|\(\?|\p{Cc}/u.test(rest);
}

/** Escapes that match no line break, and groups that set no flags. */
const SURELY_ON_LINE = /\\[wdbBS.*+?^$|()[\]{}/"'`<>=,:;!@#%&~_-]|\(\?:|\(\?P?<[A-Za-z_]\w*>/g;
