import type { SourceEntry } from '../apply/tree.ts';
import { textOfUtf8 } from '../patch/utf8.ts';
import type { BaseState, TreeEntry } from './ports.ts';

/** What stands in a commit, as applying wants it. */
export function sourceEntries(base: Pick<BaseState, 'entries'>): ReadonlyMap<string, SourceEntry> {
  return new Map([...base.entries].map(([path, entry]) => [path, sourceEntry(entry)]));
}

function sourceEntry(entry: TreeEntry): SourceEntry {
  const { bytes = new Uint8Array(), tooLarge: size, oid } = entry;
  const executable = entry.mode === '100755';
  switch (entry.mode) {
    case FOLDER:
      return { kind: 'directory' };
    case '160000':
      return { kind: 'submodule' };
    case '120000':
      return { kind: 'symlink', target: textOfUtf8(bytes) };
    default:
      return size === undefined
        ? { kind: 'file', bytes, executable }
        : { kind: 'unread', oid, size, executable };
  }
}

/** Git's mode of one. */
export const FOLDER = '040000';
