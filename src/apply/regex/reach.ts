/**
 * How far an expression may look ahead in search of one match: little further than the match itself, to the
 * end of the line that the match ends on, or to the end of the text. The engine is linear in what it looks at, so this is
 * what tells a cheap replacement of thousands of matches from one that reads a large file thousands of times.
 */
export type Reach = 'match' | 'line' | 'text';

export function reachOf(pattern: string, flags: string): Reach {
  if (!/[*+]|,\}/.test(pattern)) return 'match';
  return staysOnLine(pattern, flags) ? 'line' : 'text';
}

/**
 * Characters that were looked at for a match that ends at `end`, or for none. `size` is the number of the
 * expression's instructions: one without loops passes each of them once, so it sees no more characters than
 * that past the match.
 */
export function lookedAt(
  text: string,
  { reach, size }: { readonly reach: Reach; readonly size: number },
  { from, end }: { readonly from: number; readonly end: number | null },
): number {
  if (end === null || reach === 'text') return text.length - from;
  if (reach === 'match') return Math.min(end + size, text.length) - from;
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
