import type { HunkLine } from '../../patch/hunk.ts';
import { opensBlock, opensText } from './block-mark.ts';
import { goesOn, isFinished } from './finished-line.ts';
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
  const news = newTexts(lines);
  const isDeep = (text: string) => indentOf(text).startsWith(lone.file);
  const [first] = news;
  if (first === undefined) return moved;
  const isText = news.some(({ text }) => opensText(text));
  if (!isText && belowMarginOf(news).some(({ above, text }) => isFinished(above, text)))
    return reindentBesideTrimmed(lines, lone);
  if (!news.some(({ text }) => isDeep(text))) return moved;
  const only = news.length === 1 && first.text.trim() === lines[lone.line]?.[1].trim();
  if (only || isText) return moved;
  if (isDeep(first.text)) {
    const isOpen = lone.isContext ? isBelowDeeper : indentOf(first.text) !== lone.file;
    return isOpen ? null : reindentBesideTrimmed(lines, lone);
  }
  const below = belowMarginOf(news);
  const belowMargin = below.filter(({ text }) => isDeep(text));
  const isOwn =
    belowMargin.some(({ above, text }) => !mayGoDeeper(above, text) || isItemTooDeep(above, text)) ||
    below.some(({ above, text, isParted }) => isParted && !mayGoDeeper(above, text));
  if (isOwn || !isNested(news.map(({ text }) => indentOf(text)))) return reindentBesideTrimmed(lines, lone);
  // One depth below the file's line, or two of the hunk's own below its first one.
  const isEither = belowMargin.some(({ above, text }) => /[:{]$/.test(above) && indentOf(text) !== lone.file);
  // A line that is no head may yet have a part below it, or what the file's own blocks have further out.
  const isUnclear = below.some(({ above, text }) => !mayGoDeeper(above, text));
  return isEither || isUnclear || isBesideItem(news, lone) || isHeadAlone(below, lone) ? null : moved;
}

/** A line of the new side that is not blank. */
type New = { readonly text: string; readonly isParted: boolean };

function newTexts(lines: readonly HunkLine[]): readonly New[] {
  const news: New[] = [];
  let isParted = false;
  for (const [mark, text] of lines) {
    if (mark === '-') continue;
    if (text.trim() !== '') news.push({ text, isParted });
    isParted = text.trim() === '';
  }
  return news;
}

/** `isClosed`: another line at the margin follows. */
type Below = New & { readonly above: string; readonly isClosed: boolean };

/** Lines that are deeper than the one above them, which is at the margin. */
function belowMarginOf(news: readonly New[]): readonly Below[] {
  const last = news.findLastIndex(({ text }) => indentOf(text) === '');
  return news.flatMap((line, order) => {
    const above = news[order - 1]?.text;
    return above !== undefined && indentOf(above) === '' && indentOf(line.text) !== ''
      ? [{ ...line, above, isClosed: last > order }]
      : [];
  });
}

/** Is an item of a list so much deeper than the item above it that it can be none of a list within that? */
function isItemTooDeep(above: string, text: string): boolean {
  return ITEM.test(above) && ITEM.test(text.trimStart()) && indentOf(text).length > DEEPEST_ITEM;
}

const ITEM = /^(?:[-*+]|\d{1,9}[.)]) /;

/** Where an item begins that stands in another one: behind its mark, and three spaces more at most. */
const DEEPEST_ITEM = 5;

/** Is the first line like the head of a block that has no mark at its end, and nothing behind that ends the block at the margin? */
function isHeadAlone(below: readonly Below[], lone: IndentPair): boolean {
  const [first, second] = below;
  if (first === undefined || second !== undefined || first.isClosed) return false;
  const { above, text } = first;
  return indentOf(text) === lone.file && BEGINS_BLOCK.test(above) && !ITEM.test(above) && !opensBlock(above);
}

/** Is an item of a list as deep as the file's line, which may be one of the same list, or of one in the item at the margin? */
function isBesideItem(news: readonly New[], lone: IndentPair): boolean {
  const isItem = ({ text }: New) => ITEM.test(text.trimStart());
  return (
    news.some((line) => isItem(line) && indentOf(line.text) === '') &&
    news.some((line) => isItem(line) && indentOf(line.text) === lone.file)
  );
}

/** May a line be deeper than the one above it, in whatever language? */
function mayGoDeeper(above: string, line: string): boolean {
  const text = above.trim();
  return (
    opensBlock(above) ||
    goesOn(text) ||
    BEGINS_BLOCK.test(text) ||
    /^[\w.#%-]+$/.test(text) ||
    BEGINS_AMID.test(line.trimStart())
  );
}

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
