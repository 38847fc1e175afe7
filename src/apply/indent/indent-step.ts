import type { Hunk } from '../../patch/hunk.ts';
import { type LineIndex, lineAt } from '../locate/line-index.ts';
import { hasItsMarkLost, type IndentPair, indentOf, type Reindent } from './indentation.ts';
import { withShallower } from './shallower.ts';

/** The first line that a hunk adds right below a matched one, and deeper, and what the file has below that one. */
type Below = { readonly line: number; readonly added: string; readonly there: string };

/**
 * Where all matched lines have one depth, they tell by how much the file is indented more, and not whether its steps are
 * as wide as those of the hunk. `learnt`: the first of both. What goes below a matched line must be as deep as what the
 * file has there already, or it would be taken into that, or that into it; what is less deep must leave as many blocks
 * as in the hunk. null: it would not be so.
 */
export function withStepsOf(
  {
    index,
    hunk,
    placing,
  }: { readonly index: LineIndex; readonly hunk: Hunk; readonly placing: readonly number[] },
  pairs: readonly IndentPair[],
  learnt: Reindent,
): Reindent | null {
  const [first] = pairs;
  if (first === undefined || !isOfOneDepth(pairs, first)) return learnt;
  const told = withShallower({ index, hunk, pair: first, position: placing[first.line] ?? 0 }, learnt);
  const below = firstBelow(index, hunk, { placing, first });
  if (below === null || told?.(below.added, below.line) === below.there) return told;
  if (told !== learnt) return null;
  const ratio = first.file.length / first.patch.length;
  const isSpaced = [first.file, below.added, below.there].every((indent) => SPACES.test(indent));
  if (!isSpaced || below.added.length * ratio !== below.there.length) return null;
  return (indent) => {
    const width = indent.length * ratio;
    return SPACES.test(indent) && Number.isInteger(width) ? ' '.repeat(width) : null;
  };
}

const SPACES = /^ *$/;

/** All the same, and not as the file has it; a space less may be a mark that was lost. */
function isOfOneDepth(pairs: readonly IndentPair[], first: IndentPair): boolean {
  if (hasItsMarkLost(first)) return false;
  const { patch, file } = first;
  return pairs.every((pair) => pair.patch === patch && pair.file === file);
}

/** null: there is no such line, or the file has nothing deeper there. */
function firstBelow(
  index: LineIndex,
  { lines }: Hunk,
  { placing, first }: { readonly placing: readonly number[]; readonly first: IndentPair },
): Below | null {
  let above: number | undefined;
  for (const [line, [mark, text]] of lines.entries()) {
    if (mark !== '+') {
      if (text.trim() !== '') above = placing[line];
      continue;
    }
    const added = indentOf(text);
    if (text.trim() === '' || added.length <= first.patch.length || above === undefined || above < 0)
      continue;
    const there = indentOf(filledBelow(index, above));
    return there.length > first.file.length ? { line, added, there } : null;
  }
  return null;
}

function filledBelow(index: LineIndex, position: number): string {
  for (let at = position + 1; at <= position + MAX_BLANKS; at += 1) {
    const line = lineAt(index, at);
    if (line.trim() !== '') return line;
  }
  return '';
}

/** Blank lines that part two lines of one place. */
const MAX_BLANKS = 20;
