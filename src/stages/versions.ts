import type { FileChange } from '../apply/tree.ts';
import type { ChangeSummary } from '../record/record.ts';
import { countLines, type LineCounts } from '../report/diffstat.ts';
import type { FileVersions } from '../report/file-diff.ts';
import type { BaseState, TreeEntry } from './ports.ts';

/** A changed file as it was and as it will be. */
export function versions(change: FileChange, base: BaseState): FileVersions {
  const { path, from, bytes, executable } = change;
  const { bytes: before = null, tooLarge: unread, mode = null } = entryBefore(change, base) ?? {};
  return {
    path,
    ...(from === undefined ? {} : { from }),
    modes: { before: mode, after: bytes === null ? null : executable ? '100755' : '100644' },
    before,
    ...(unread === undefined ? {} : { unread }),
    after: bytes,
  };
}

/** Lines added and removed; of a file that was too large to be read, nobody has counted them. */
export function lineCounts(change: FileChange, base: BaseState): LineCounts {
  const { before, after, unread } = versions(change, base);
  return unread === undefined ? countLines(before, after) : { added: null, removed: null };
}

/** Lines as they are counted everywhere. */
export function summarizeChange(change: FileChange, base: BaseState): ChangeSummary {
  const { path, from } = change;
  const { added, removed } = lineCounts(change, base);
  return { path, action: change.action, ...(from === undefined ? {} : { from }), added, removed };
}

function entryBefore({ action, from, path }: FileChange, base: BaseState): TreeEntry | undefined {
  return action === 'create' ? undefined : base.entries.get(from ?? path);
}
