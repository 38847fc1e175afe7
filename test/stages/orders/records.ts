import { type PatchRecord, RECORD_REFS, recordRef } from '../../../src/record/record.ts';
import { parseRecord } from '../../../src/record/text.ts';
import type { MemoryGit } from './memory-git.ts';

/** What stands on record in a repository. */
export function recordsIn(git: MemoryGit) {
  const of = (id: string | null): PatchRecord | null =>
    parsed(git.messageAt(recordRef(id ?? '')) ?? '')[0] ?? null;
  return {
    of,
    ids: (): readonly string[] => git.below(RECORD_REFS),
    /** With all that stood there before, newest first. */
    historyOf: (id: string): readonly PatchRecord[] =>
      git.messagesFrom(git.at(recordRef(id)) ?? '').flatMap(parsed),
  };
}

function parsed(message: string): readonly PatchRecord[] {
  const read = parseRecord(message);
  return read.ok ? [read.record] : [];
}
