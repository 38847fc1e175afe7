import { applyPatch } from '../apply/apply.ts';
import { applyPinned } from '../apply/merge/apply-pinned.ts';
import { MAX_CLASHES } from '../apply/merge/clash.ts';
import type { HunkReport } from '../apply/report.ts';
import type { FileChange } from '../apply/tree.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import type { Config } from '../policy/config.ts';
import type { Outcome } from '../record/outcome.ts';
import { shortSha } from '../report/view.ts';
import type { BaseState, Oid, Snapshot, TreeEntry } from './ports.ts';
import { FOLDER, sourceEntries } from './source-entries.ts';

/** A patch on its base branch as it is now, or why it can't be put there. */
export type Placed =
  | {
      readonly ok: true;
      readonly base: BaseState;
      readonly changes: readonly FileChange[];
      readonly hunks: readonly HunkReport[];
      readonly drift: Drift | null;
    }
  | { readonly ok: false; readonly outcome: Outcome; readonly hunks: readonly HunkReport[] };

/** Files of the patch that the branch changed since the commit that the patch names; what it wanted was merged. */
export type Drift = { readonly since: Oid; readonly paths: readonly string[] };

/**
 * Puts the patch onto the branch's head. Where it names the commit that it was written for and its files have
 * changed since, it is applied there and merged with what happened, so that what was written for one text is
 * never put into another.
 */
export function placePatch(patch: Patch, config: Config, snapshot: Snapshot): Placed {
  const chosen = chooseBase(patch, config, snapshot);
  if (!chosen.ok) return refuse([chosen.refusal]);
  const { base, pinned } = chosen;
  const now = sourceEntries(base);
  const options = { pathPrefixes: config['path-prefixes'] };
  const moved = pinned === null ? [] : changedPaths(pinned, base);
  if (pinned === null || moved.length === 0) {
    const applied = applyPatch(patch, now, options);
    return applied.ok ? { ...applied, base, drift: null } : refuse(applied.refusals, applied.hunks);
  }
  const merged = applyPinned(patch, { was: sourceEntries(pinned), now }, options);
  if (merged.ok) return { ...merged, base, drift: { since: pinned.sha, paths: moved } };
  const { hunks } = merged;
  if ('refusals' in merged) return refuse(merged.refusals.map(spokenOf(pinned.sha)), hunks);
  const paths = [...new Set(merged.clashes.map(({ path }) => path))].toSorted();
  const clashes = merged.clashes.slice(0, MAX_CLASHES);
  return { ok: false, outcome: { kind: 'conflict', reason: 'base_moved', paths, clashes }, hunks };
}

type ChosenBase =
  /** `pinned` is the commit that the patch names, where that is another one. */
  | { readonly ok: true; readonly base: BaseState; readonly pinned: BaseState | null }
  | { readonly ok: false; readonly refusal: Refusal };

function chooseBase(patch: Patch, config: Config, { base, pinned, defaultBranch }: Snapshot): ChosenBase {
  const branch = patch.base?.branch ?? defaultBranch;
  const allowed = config['base-branches'] ?? [defaultBranch];
  if (!allowed.includes(branch)) {
    const refusal: Refusal = {
      code: 'unknown_base',
      message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(' or ')}.`,
      pointer: '/base/branch',
      data: { allowed },
    };
    return { ok: false, refusal };
  }
  if (base === null) {
    const refusal: Refusal = {
      code: 'unknown_base',
      message: `There is no branch ${branch} in this repository; send the patch for ${defaultBranch}.`,
      pointer: '/base/branch',
    };
    return { ok: false, refusal };
  }
  if (pinned === null) {
    const refusal: Refusal = {
      code: 'base_not_found',
      message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
      pointer: '/base/sha',
    };
    return { ok: false, refusal };
  }
  return { ok: true, base, pinned: pinned === undefined || pinned.sha === base.sha ? null : pinned };
}

function refuse(refusals: readonly Refusal[], hunks: readonly HunkReport[] = []): Placed {
  return { ok: false, outcome: { kind: 'refused', refusals }, hunks };
}

/** Lines and numbers in a refusal are those of the commit that the patch names, not of the branch as it is now. */
function spokenOf(sha: Oid): (refusal: Refusal) => Refusal {
  return (refusal) => ({
    ...refusal,
    message: `${refusal.message} (This speaks of the commit ${shortSha(sha)}, which base.sha names; leave base.sha out if the patch was written for the branch as it is now.)`,
  });
}

/** Requested files that differ between two commits. Folders are left out: what lies beside a file may change. */
function changedPaths(from: BaseState, to: BaseState): readonly string[] {
  const paths = new Set([...from.entries.keys(), ...to.entries.keys()]);
  return [...paths]
    .filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path)))
    .toSorted();
}

function identity(entry: TreeEntry | undefined): string {
  return entry === undefined ? 'absent' : entry.mode === FOLDER ? FOLDER : `${entry.mode} ${entry.oid}`;
}
