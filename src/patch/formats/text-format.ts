import { marginOf, sectionHeader } from './apply-patch-header.ts';
import { blockMarker } from './block-markers.ts';
import { isFileStart } from './file-lines.ts';
import { isHunkHeader } from './hunk-header.ts';
import { type Lines, lineAt } from './reading.ts';

/** What a piece of a text is an edit in. */
export type Format = 'diff' | 'apply_patch' | 'blocks';

/** What format begins at a line, if any. */
export function formatAt(text: Lines, at: number): Format | null {
  const line = lineAt(text, at) ?? '';
  switch (line.trimStart().charAt(0)) {
    case '*': {
      const kind = sectionHeader(line, marginOf(line))?.kind;
      return kind === 'begin' || kind === 'file' ? 'apply_patch' : null;
    }
    case '<':
      return blockMarker(line)?.role === 'search' ? 'blocks' : null;
    case '-':
      if (blockMarker(line)?.role === 'search') return 'blocks';
      return isFileStart(text, at) ? 'diff' : null;
    case 'd':
    case 'r':
    case '+':
      return isFileStart(text, at) ? 'diff' : null;
    case '@':
      return isHunkHeader(line) && /^@@(?: ?-\d|\s*$| ?\.\.\.| .*@@\s*$)/.test(line) ? 'diff' : null;
    default:
      return null;
  }
}
