import type { Hunk } from '../../patch/hunk.ts';
import type { LineEdit } from '../line-edit.ts';
import { saysAnything } from './already.ts';
import { lineAt } from './line-index.ts';
import type { Search } from './search.ts';

/**
 * Where lines that are to be added between others stand near that place already, as they do where an earlier revision has
 * added them and a line beside them was changed since; null: nowhere. Only a hunk whose lines don't stand together in the
 * file may have its place so, for all that is like them there is told by those. One line alone may be wanted once more.
 */
export function standsNear(
  { index, removed }: Search,
  hunk: Hunk,
  edits: readonly LineEdit[],
): number | null {
  const context = new Set(hunk.lines.flatMap(([mark, text]) => (mark === ' ' ? [text] : [])));
  for (const { line, remove, insert } of edits) {
    const block = withoutBlankEdges(insert);
    const own = block.filter((text) => saysAnything(text) && !context.has(text) && !removed.has(text));
    if (remove > 0 || own.length < FEWEST) continue;
    const from = Math.max(0, line - block.length - hunk.lines.length);
    const to = Math.min(index.lines.count - block.length, line + hunk.lines.length);
    for (let at = from; at <= to; at += 1)
      if (block.every((text, offset) => lineAt(index, at + offset) === text)) return at;
  }
  return null;
}

/** Lines that say something and that the patch neither shows as unchanged nor moves; fewer may stand there by chance. */
const FEWEST = 2;

function withoutBlankEdges(lines: readonly string[]): readonly string[] {
  const isWord = (text: string) => text.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isWord)), lines.findLastIndex(isWord) + 1);
}
