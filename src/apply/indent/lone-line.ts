import type { HunkLine } from '../../patch/hunk.ts';
import { opensBlock, opensText } from './block-mark.ts';
import { type IndentPair, indentOf, type Reindent } from './indentation.ts';
import { reindentBesideTrimmed } from './trimmed-line.ts';

/** Is one line all that is matched of a hunk, and sent without the indentation that it has? */
export function isLoneTrimmed(pairs: readonly IndentPair[]): boolean {
  const [only, second] = pairs;
  return only !== undefined && second === undefined && only.patch === '' && only.file !== '';
}

/**
 * How the added lines of a hunk are indented of which only one line is matched, and sent at the margin. Either all of
 * the hunk was moved there, which `moved` undoes, or that line alone lost its indentation, and the others have theirs.
 * It was that line alone where another one is as deep as the file's, and nothing above opens a block for it. null:
 * nothing tells which.
 */
export function reindentBesideLone(
  lines: readonly HunkLine[],
  lone: IndentPair,
  { moved, isBelowDeeper }: { readonly moved: Reindent | null; readonly isBelowDeeper: boolean },
): Reindent | null {
  const news = lines.flatMap(([mark, text]) => (mark === '-' || text.trim() === '' ? [] : [{ text }]));
  const isDeep = (text: string) => indentOf(text).startsWith(lone.file);
  const [first] = news;
  if (first === undefined || !news.some(({ text }) => isDeep(text))) return moved;
  const only = news.length === 1 && first.text.trim() === lines[lone.line]?.[1].trim();
  if (only || news.some(({ text }) => opensText(text))) return moved;
  if (isDeep(first.text)) {
    const isOpen = lone.isContext ? isBelowDeeper : indentOf(first.text) !== lone.file;
    return isOpen ? null : reindentBesideTrimmed(lines, lone);
  }
  const belowMargin = news.flatMap(({ text }, order) => {
    const above = news[order - 1]?.text;
    return above !== undefined && indentOf(above) === '' && isDeep(text) ? [{ above, text }] : [];
  });
  const isOwn = belowMargin.some(({ above, text }) => !mayGoDeeper(above, text));
  if (isOwn || !isNested(news.map(({ text }) => indentOf(text)))) return reindentBesideTrimmed(lines, lone);
  // One depth below the file's line, or two of the hunk's own below its first one.
  const isEither = belowMargin.some(({ above, text }) => /[:{]$/.test(above) && indentOf(text) !== lone.file);
  return isEither ? null : moved;
}

/** May a line be deeper than the one above it, in whatever language? */
function mayGoDeeper(above: string, line: string): boolean {
  const text = above.trim();
  return (
    opensBlock(above) ||
    GOES_ON.test(text.slice(-1)) ||
    BEGINS_BLOCK.test(text) ||
    /^[\w.#%-]+$/.test(text) ||
    BEGINS_AMID.test(line.trimStart())
  );
}

const GOES_ON = /[-+*/%=<>&|^,.?\\([{:]/;

/** An item of a list, a tag, or a word with which blocks begin without a mark at the end of the line. */
const BEGINS_BLOCK =
  /^(?:[-*+] |\d+[.)] |<|(?:if|elif|elsif|unless|while|until|for|foreach|each|def|defp|class|module|function|sub|proc|fn|case|when|with|match|switch|let|loop|where|select|from|type|interface|struct|enum|do|begin)\b)/i;

/** With what a line goes on that is a part of the one above it. */
const BEGINS_AMID = /^(?:[.?:+*/%=<>&|^,)\]}]|-[^-\w]|(?:and|or|not|in|is)\b)/;

/** Does each line that is less deep come back to a depth that was there before it? */
function isNested(indents: readonly string[]): boolean {
  const open: string[] = [];
  for (const indent of indents) {
    let left = false;
    while ((open.at(-1)?.length ?? 0) > indent.length) {
      open.pop();
      left = true;
    }
    if (left && open.at(-1) !== indent) return false;
    if (open.at(-1) !== indent) open.push(indent);
  }
  return true;
}
