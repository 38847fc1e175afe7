import { marginOf, type SectionHeader, sectionHeader } from './apply-patch-header.ts';
import { isFileHeader } from './file-lines.ts';
import { isHunkHeader } from './hunk-header.ts';
import { type Lines, lineAt } from './reading.ts';

/**
 * The lines of an apply_patch text with its first and last lines at the margin, where they are indented. What looks like
 * such a line within a patch that is not indented is a line of the file, which has one space more: a document may show one.
 */
export function withMarksAtMargin(text: Lines): readonly string[] {
  const lines = [...text.lines];
  let margin: string | null = null;
  /** The last line of the open patch that is one but for its indentation. */
  let doubtful = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lineAt(text, at) ?? '';
    const header: SectionHeader | null = sectionHeader(line, margin ?? marginOf(line));
    const kind = header?.kind;
    if (kind === undefined || kind === 'move') {
      // Hunks may show them too, also those of a diff, or of a file that is known from elsewhere.
      if (isHunkHeader(line) || isFileHeader(text, at)) margin ??= '';
      doubtful = doubtfulAt(line, { at, known: doubtful });
      continue;
    }
    if (kind === 'begin' && doubtful !== -1) lines[doubtful] = LAST;
    doubtful = -1;
    lines[at] = line.trimStart();
    if (kind === 'begin') margin = marginOf(line);
    else margin = kind === 'end' ? null : (margin ?? '');
  }
  if (doubtful !== -1) lines[doubtful] = LAST;
  return lines;
}

const LAST = '*** End Patch';

/** Lines of an edit below it say that it is one of them; where only words follow, it ends the patch. */
function doubtfulAt(line: string, { at, known }: { readonly at: number; readonly known: number }): number {
  if (sectionHeader(line.trimStart())?.kind === 'end') return at;
  return /^(?:[ +-]|@@|\*\*\*)/.test(line) ? -1 : known;
}
