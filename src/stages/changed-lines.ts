import type { FileChange } from '../apply/tree.ts';
import type { ChangeSummary } from '../record/record.ts';
import { isSame } from '../report/file-diff.ts';
import { isMedia } from './media.ts';
import type { BaseState } from './ports.ts';
import { lineCounts, versions } from './versions.ts';

/**
 * Lines of a change as limits count them. A file that nobody has read may be all line breaks, and one with a NUL is a
 * text to programs all the same: no limit is to be got around by either.
 */
export function changedLines(change: FileChange, base: BaseState): number {
  const { before, after, unread = 0 } = versions(change, base);
  const { added, removed } = lineCounts(change, base);
  if (added === null && !isMedia(change.path) && !isSame({ before, after }))
    return unread + linesOf(before) + linesOf(after);
  return unread + (added ?? 0) + (removed ?? 0);
}

/** Those of them that no summary of the changes has, because nobody is shown them. */
export function unshownLines({
  changes,
  base,
  summary,
}: {
  readonly changes: readonly FileChange[];
  readonly base: BaseState;
  readonly summary: readonly ChangeSummary[];
}): number {
  const unshown = new Set(summary.flatMap(({ path, added }) => (added === null ? [path] : [])));
  return changes
    .filter(({ path }) => unshown.has(path))
    .reduce((sum, change) => sum + changedLines(change, base), 0);
}

function linesOf(bytes: Uint8Array | null): number {
  let lines = 0;
  for (const byte of bytes ?? NO_BYTES) lines += byte === LINE_FEED ? 1 : 0;
  return (bytes?.at(-1) ?? LINE_FEED) === LINE_FEED ? lines : lines + 1;
}

const NO_BYTES = new Uint8Array();
const LINE_FEED = 0x0a;
