import type { HunkReport } from '../../apply/report.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import type { Outcome } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { FileDiff } from '../../report/file-diff.ts';
import type { ApplyContext } from '../context.ts';
import type { BaseState, Snapshot } from '../ports.ts';
import { receive, underPrefixes } from '../receive.ts';
import { type GeneratedFiles, readGeneratedFiles } from './generated-files.ts';

/** What a patch did, or would have done, file by file. */
export type Replay = {
  /** Where it was put: the commit on record, or else the branch as it is now. */
  readonly base: { readonly branch: string; readonly sha: string; readonly onRecord: boolean } | null;
  /** Empty where it does not fit. */
  readonly files: readonly FileDiff[];
  /** Why it does not; null: it fits. */
  readonly misfit: Outcome | null;
  readonly hunks: readonly HunkReport[];
  /** What named commands made of it; null: nothing, or none ran. */
  readonly generated: GeneratedDiffs | null;
};

export type GeneratedDiffs = Omit<GeneratedFiles, 'files'> & { readonly files: readonly FileDiff[] | null };

/**
 * Applies the patch of a record once more, to the commit that it was applied to, because a record keeps the patch and
 * not its diff. Nothing is written. null: the text is no patch, or the repository's config can't be read.
 */
export async function replay(context: Replaying, kept: KeptPatch): Promise<Replay | null> {
  return context.compute.inTurn(() => repeat(context, kept));
}

type Replaying = Pick<ApplyContext, 'repository' | 'compute'>;
type KeptPatch = { readonly record: PatchRecord; readonly text: string };

async function repeat(
  { repository, compute }: Replaying,
  { record, text }: KeptPatch,
): Promise<Replay | null> {
  const read = await receive({ repository, compute }, { patch: text });
  const parsed = parseConfig((await repository.read({ config: CONFIG_PATH })).config);
  const received = parsed.ok ? await underPrefixes({ compute }, read, parsed.config['path-prefixes']) : null;
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
  const shown = await compute.show({
    patch,
    config: parsed.config,
    snapshot: stoodAt(then, base, written),
    judged: false,
  });
  return {
    base:
      base === null ? null : { branch: base.branch, sha: base.sha, onRecord: base.sha === record.base?.sha },
    files: shown.ok ? shown.files : [],
    misfit: shown.ok ? null : shown.outcome,
    hunks: shown.hunks,
    generated: generated && {
      ...generated,
      files: generated.files && (await compute.diff(generated.files)),
    },
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
