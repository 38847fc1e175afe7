import type { Hunk } from '../patch/hunk.ts';
import type { ChangeOf } from '../patch/schema.ts';
import type { Effort } from './effort.ts';
import { type FileLines, lineText, type Uncut } from './file-lines.ts';
import type { Operation } from './wanted.ts';

/**
 * The hunks as they are meant for a text: what seems to be an editor's line numbers belongs to the lines where the text
 * has one of them with its number, as a table may.
 */
export function meantHunks(text: Uncut, hunks: readonly Hunk[], effort: Effort): readonly Hunk[] {
  const numbered = hunks.flatMap((hunk) => hunk.numbered?.lines ?? []);
  if (numbered.length === 0) return hunks;
  const seen = linesThere(text, new Set(numbered.map(([, line]) => line)), effort);
  return hunks.map(({ numbered: sent, ...bare }) => {
    if (sent === undefined || !(seen === null || sent.lines.some(([, line]) => seen.has(line)))) return bare;
    const { lineHint: _, ...rest } = bare;
    return { ...rest, ...sent };
  });
}

/** The same for an edit, which may find and make parts of lines. */
export function meantEdit(
  text: Uncut,
  { edit, numbered }: Extract<Operation, { action: 'edit' }>,
  effort: Effort,
): ChangeOf<'edit'> {
  if (numbered === undefined) return edit;
  const sent = new Set([...numbered.find.split('\n'), ...numbered.replace.split('\n')]);
  const seen = linesThere(text, sent, effort);
  const isThere = seen === null || seen.size > 0 || text.text.includes(numbered.find);
  return isThere ? { ...edit, ...numbered } : edit;
}

/** Those of some lines that a text has; null: the effort is spent. */
function linesThere(text: Uncut, wanted: ReadonlySet<string>, effort: Effort): ReadonlySet<string> | null {
  effort.searching -= text.text.length;
  if (effort.searching < 0) return null;
  const lines: FileLines = text.lines();
  const seen = new Set<string>();
  for (let at = 0; at < lines.count; at += 1) {
    const line = lineText(lines, at);
    if (wanted.has(line)) seen.add(line);
  }
  return seen;
}
