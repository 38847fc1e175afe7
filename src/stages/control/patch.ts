import type { Whom } from '../../control/switches.ts';
import { readKept } from '../../patch/kept.ts';
import { textOfUtf8 } from '../../patch/utf8.ts';
import { CONFIG_PATH, type Config, parseConfig } from '../../policy/config.ts';
import { PATCH_FILE, type PatchRecord, recordRef } from '../../record/record.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import { type PatchSnapshot, readPatchSnapshot } from '../patch-snapshot.ts';
import type { CommitInfo, PullRequestState, Repository, Snapshot } from '../ports.ts';
import { branchRef, readPrevious, whomOf } from '../standing.ts';
import { type PatchTexts, patchTexts } from '../view.ts';

/** One patch as it stands in the repository, read in one look, with control and config in the snapshot. */
export type PatchState = {
  readonly record: PatchRecord;
  readonly recordCommit: CommitInfo;
  /** The patch as the record keeps it: canonical JSON, or the raw text that could not be read; null: it keeps none. */
  readonly text: string | null;
  /** null: its text was refused as it came. */
  readonly texts: PatchTexts | null;
  /** Who a switch must be about to stop it: those who sent it, and the branch that it is meant for. */
  readonly whom: Required<Whom>;
  /** Where its branch stands; null: there is none. */
  readonly branch: CommitInfo | null;
  /** The pull request that is, or may be, its own. */
  readonly pullRequest: PullRequestState | null;
  readonly snapshot: PatchSnapshot;
};

export async function readPatchState(
  repository: Repository,
  id: string,
): Promise<PatchState | 'unknown' | 'unreadable'> {
  const snapshot = await readPatchSnapshot(repository, id, {
    fileAt: { ref: recordRef(id), path: PATCH_FILE },
    config: CONFIG_PATH,
  });
  const record = readPrevious(snapshot, id);
  const recordCommit = snapshot.refs.get(recordRef(id)) ?? null;
  if (record === null || recordCommit === null) {
    return 'unknown';
  }
  if (record === 'unreadable') {
    return 'unreadable';
  }
  const text = snapshot.fileAt ? textOfUtf8(snapshot.fileAt) : null;
  const kept = text === null ? null : readKept(text);
  const branch = kept === null ? record.base?.branch : (kept.patch.base?.branch ?? snapshot.defaultBranch);
  return {
    record,
    recordCommit,
    text,
    texts: kept === null ? null : patchTexts(kept),
    whom: { ...whomOf(record, snapshot.defaultBranch), ...(branch === undefined ? {} : { branch }) },
    branch: snapshot.refs.get(branchRef(id)) ?? null,
    pullRequest: snapshot.pullRequest ?? null,
    snapshot,
  };
}

/** Why a command about a patch whose state is not known is refused. */
export function whyUnread(state: 'unknown' | 'unreadable', id: string): CommandRefusal {
  return { why: state === 'unknown' ? 'unknown_patch' : 'unreadable_record', id };
}

/** null: the config can't be read, so that nothing is known of it. */
export function configOf({ config }: Snapshot): Config | null {
  const parsed = parseConfig(config);
  return parsed.ok ? parsed.config : null;
}
