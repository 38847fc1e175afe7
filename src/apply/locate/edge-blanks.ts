import type { Hunk, HunkLine } from '../../patch/hunk.ts';

/**
 * The hunk without the one blank line that its old side begins or ends with: models add them, and the file need
 * not have them. null: there is none, or nothing else that it finds or changes.
 */
export function withoutEdgeBlanks(hunk: Hunk): Hunk | null {
  const old = hunk.lines.flatMap(([mark, text], order) =>
    mark === '+' ? [] : [{ order, isBlank: isBlank(text) }],
  );
  const first = old.find(({ isBlank: blank }) => !blank)?.order;
  const last = old.findLast(({ isBlank: blank }) => !blank)?.order;
  if (first === undefined || last === undefined) return null;
  const edges = old.filter(({ order }) => order < first || order > last);
  if (edges.length === 0 || (edges.length > 1 && !isOneEach(edges, first))) return null;
  const lines = hunk.lines.flatMap((line, order): readonly HunkLine[] => {
    const [mark, text] = line;
    if (mark === '+' || (order >= first && order <= last)) return [line];
    if (mark === '-' || !isBesideAddition(hunk, order, order < first ? -1 : 1)) return [];
    return [['+', text]];
  });
  return lines.every(([mark]) => mark === ' ') ? null : { ...hunk, lines };
}

/** One blank line at the beginning and one at the end. */
function isOneEach(edges: readonly { readonly order: number }[], first: number): boolean {
  return edges.length === 2 && edges.filter(({ order }) => order < first).length === 1;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** A blank line between added lines and the others belongs to what is added. */
function isBesideAddition({ lines }: Hunk, order: number, away: 1 | -1): boolean {
  for (let at = order + away; at >= 0 && at < lines.length; at += away)
    if (lines[at]?.[0] === '+') return true;
  return false;
}
