/**
 * A text whose line breaks, tabs, quotes and backslashes are written as escapes, with the characters that they
 * stand for; null: it holds none, or real line breaks too, or a backslash that begins no escape.
 */
export function unescaped(text: string): string | null {
  if (!text.includes('\\') || text.includes('\n')) return null;
  const parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', done)) {
    const char = ESCAPES.get(text.charAt(at + 1));
    if (char === undefined) return null;
    parts.push(text.slice(done, at), char);
    done = at + 2;
  }
  return parts.join('') + text.slice(done);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['\\', '\\'],
]);
