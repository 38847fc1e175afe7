import { unescaped } from './unescape.ts';

type Texts = { readonly find: string; readonly replace: string };

/** An edit as it reads where the text to find was escaped. */
export type UnescapedEdit = Texts & {
  /** The new text can't be meant otherwise. That the text to find is meant so is for the file to show. */
  readonly isClear: boolean;
};

/** null: the text to find has no escapes, or what replaces it has real line breaks. */
export function unescapedEdit(sent: Texts): UnescapedEdit | null {
  const find = readEscapes(sent.find);
  if (find === null || sent.replace.includes('\n')) return null;
  const replace = readEscapes(sent.replace);
  return replace === null
    ? { find, replace: sent.replace, isClear: !/\\[nrt"'/\\]/.test(sent.replace) }
    : { find, replace, isClear: escapesAll(sent) || hasClearLines(sent) };
}

/** With the line ends that decoded text has. */
function readEscapes(text: string): string | null {
  return unescaped(text)?.replaceAll('\r\n', '\n') ?? null;
}

/** Does the text to find show that backslashes are escaped too? Then each one in the new text begins an escape. */
function escapesAll({ find, replace }: Texts): boolean {
  return pairsOf(find).includes('\\\\') && !hasBareQuote(find + replace);
}

function pairsOf(text: string): readonly string[] {
  return text.match(/\\./g) ?? [];
}

function hasBareQuote(text: string): boolean {
  return text.replaceAll(/\\./g, '').includes('"');
}

/**
 * Where that is not shown, `\n` may be two characters of a string, and `\t` a part of a path. Lines that the text to
 * find has are none of these; new ones have tabs at their beginning only, and end where nothing is open.
 */
function hasClearLines({ find, replace }: Texts): boolean {
  const known = new Set(find.split(BREAK).slice(0, -1));
  const read = quoteReader({ find, replace });
  const lastOf = new Map(MARKS.map((mark) => [mark, replace.lastIndexOf(mark)]));
  const lines = replace.split(BREAK);
  let end = -BREAK_LENGTH;
  return lines.every((line, index) => {
    end += BREAK_LENGTH + line.length;
    const next = lines[index + 1];
    if (known.has(line) && next !== undefined) return true;
    const text = read(withoutEdges(line));
    if (text === null || next === undefined) return text !== null;
    const open = openMark(text);
    return (open === null || (lastOf.get(open) ?? 0) < end) && !looksCut(text, next);
  });
}

/** As it is written, and not the end of an escaped backslash with a letter. */
const BREAK = /\\n(?<=(?<!\\)(?:\\\\)*\\n)/;
const BREAK_LENGTH = 2;

/** Without tabs at the beginning, and what is left of a line end of Windows. */
function withoutEdges(line: string): string {
  return line.replace(/^(?:\s|\\t)+/, '').replace(/\\r$/, '');
}

/**
 * Reads quotes within a line, and leaves out what a string of it escapes; null: something may be meant as it stands.
 * Where every double quote is escaped, and there is one, a text was written into a string as a whole.
 */
function quoteReader({ find, replace }: Texts): (line: string) => string | null {
  const both = find + replace;
  const isWhole = both.includes('\\"') && !hasBareQuote(both);
  const shown = new Set(pairsOf(find));
  const isRead = (pair: string) =>
    isWhole ? /^\\["/\\]$/.test(pair) : /^\\['/]$/.test(pair) && shown.has(pair);
  return (line) => {
    if (!pairsOf(line).every(isRead)) return null;
    return line.replaceAll(/\\\\(?:\\.|.)?|\\(.)/g, (_, char: string | undefined) => char ?? '');
  };
}

/** What strings and regular expressions begin and end with. */
const MARKS: readonly string[] = ['"', "'", '`', '/'];

/** Of a string or a regular expression that begins in a line and does not end there; null: there is none. */
function openMark(line: string): string | null {
  let open: string | null = null;
  for (const { 0: mark, index } of line.replaceAll(TRIPLE, '').matchAll(/["'`/]/g)) {
    if (mark === open) open = null;
    else if (open === null && canOpen(line, index)) open = mark;
  }
  return open;
}

/** Strings that go on over lines. */
const TRIPLE = /"""|'''|```/g;

/** No apostrophe within a word does, and no slash that divides, or begins a comment. */
function canOpen(line: string, at: number): boolean {
  const [before, after] = [line.slice(Math.max(0, at - LOOK_BACK), at), line.slice(at + 1, at + 2)];
  if (line.charAt(at) === "'") return !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
  return line.charAt(at) !== '/' || (/(?:[(,=~!|&?[]|\breturn)\s*$/.test(before) && !/[/*>]/.test(after));
}

/** Characters before a slash that tell what it is. */
const LOOK_BACK = 20;

/** A `\n` between two blanks is a word of a sentence, and one behind the letter of a drive a part of a path. */
function looksCut(line: string, next: string): boolean {
  return (/\S $/.test(line) && /^ \S/.test(next)) || (/\b[A-Za-z]:$/.test(line) && /^\w/.test(next));
}
