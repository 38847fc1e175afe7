/**
 * An expression as the engine takes it. It is written as in JavaScript, but what it is for are texts whose
 * line ends are all `\n`, and of whole characters.
 */
export function enginePattern(pattern: string): string {
  return pattern.replaceAll('\r\n', '\n').replaceAll(ESCAPES, (escape) => {
    if (escape === '\\r\\n') return '\\n';
    return escape.length === SURROGATES.length ? characterOf(escape) : escape;
  });
}

/** What the engine would silently take for something else than JavaScript does; null: nothing. */
export function misreadSyntax(pattern: string): string | null {
  const refersBack =
    pattern.includes('(?<') && [...pattern.matchAll(ESCAPES)].some(([escape]) => escape === '\\k');
  return refersBack ? 'backreference \\k' : null;
}

/** Is it an expression to JavaScript? It is only read here, never run. */
export function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern).source !== '';
  } catch {
    return false;
  }
}

/** The only text that an expression matches, where it leaves no choice; null: it does. */
export function onlyMatch(pattern: string): string | null {
  const leavesChoice = SPECIAL.test(pattern.replaceAll(ESCAPED_MARK, ''));
  return leavesChoice ? null : pattern.replaceAll(ESCAPED_MARK, '$1');
}

/** Does an expression match its own text and nothing else? */
export function isPlain(pattern: string): boolean {
  return !SPECIAL.test(pattern);
}

const SURROGATES = '\\ud83d\\ude00';

/** A backslash with all that it speaks of: two escapes, where they are a line end or a character together. */
const ESCAPES = /\\(?:r\\n|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[^])/gi;

function characterOf(surrogates: string): string {
  return surrogates.replaceAll(/\\u(.{4})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/;

const ESCAPED_MARK = /\\([^\w\s])/g;
