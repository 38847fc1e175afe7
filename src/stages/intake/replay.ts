import type { HunkReport } from '../../apply/report.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { FileVersions } from '../../report/unified-diff.ts';
import { placePatch } from '../base.ts';
import type { BaseState, Repository, Snapshot } from '../ports.ts';
import { receive, underPrefixes } from '../receive.ts';
import { versions } from '../versions.ts';
import { type GeneratedFiles, readGeneratedFiles } from './generated-files.ts';

/** What a patch did, or would have done, file by file. */
export type Replay = {
  /** Where it was put: the commit on record, or else the branch as it is now. */
  readonly base: { readonly branch: string; readonly sha: string; readonly onRecord: boolean } | null;
  /** Empty where it does not fit. */
  readonly files: readonly FileVersions[];
  readonly hunks: readonly HunkReport[];
  /** What named commands made of it; null: nothing, or none ran. */
  readonly generated: GeneratedFiles | null;
};

/**
 * Applies the patch of a record once more, to the commit that it was applied to, because a record keeps the patch and
 * not its diff. Nothing is written. null: the text is no patch, or the repository's config can't be read.
 */
export async function replay(
  repository: Repository,
  { record, text }: { readonly record: PatchRecord; readonly text: string },
): Promise<Replay | null> {
  const read = await receive(repository, { patch: text });
  const parsed = parseConfig((await repository.read({ config: CONFIG_PATH })).config);
  const received = parsed.ok ? underPrefixes(read, parsed.config['path-prefixes']) : null;
  if (!parsed.ok || received?.ok !== true) {
    return null;
  }
  const { patch, paths } = received;
  const branch = record.base?.branch ?? patch.base?.branch;
  const at = async (sha: string | undefined) =>
    repository.read({
      base: { ...(branch === undefined ? {} : { branch }), ...(sha === undefined ? {} : { sha }) },
      files: paths,
    });
  const [then, written, generated] = await Promise.all([
    at(record.base?.sha),
    patch.base?.sha === undefined || patch.base.sha === record.base?.sha ? null : at(patch.base.sha),
    readGeneratedFiles(repository, record),
  ]);
  const base = then.pinned ?? then.base;
  const placed = placePatch(patch, parsed.config, stoodAt(then, base, written));
  return {
    base:
      base === null ? null : { branch: base.branch, sha: base.sha, onRecord: base.sha === record.base?.sha },
    files: placed.ok ? placed.changes.map((change) => versions(change, placed.base)) : [],
    hunks: placed.hunks,
    generated,
  };
}

/** The repository as it was: its branch at that commit, beside the commit that the patch itself names. */
function stoodAt(snapshot: Snapshot, base: BaseState | null, written: Snapshot | null): Snapshot {
  const { defaultBranch, refs, config, anyRefUnder, labelIds, reviewerIds } = snapshot;
  return {
    defaultBranch,
    refs,
    config,
    anyRefUnder,
    labelIds,
    reviewerIds,
    base,
    ...(written?.pinned === undefined ? {} : { pinned: written.pinned }),
  };
}
