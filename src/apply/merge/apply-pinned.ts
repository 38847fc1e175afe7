import type { Refusal } from '../../patch/refusal.ts';
import type { Patch } from '../../patch/schema.ts';
import { type ApplyResult, applyPatch } from '../apply.ts';
import { type Operation, type PathOptions, pathsOf, planPatch } from '../plan.ts';
import type { HunkReport } from '../report.ts';
import type { FileChange } from '../tree.ts';
import type { Clash } from './clash.ts';
import { afterChanges, type Files, mergeChanges, sameEntry } from './merge-changes.ts';
import { whereTheyDiffer } from './two-places.ts';

export type PinnedResult =
  /** No changes: what is there now is what the patch wants. Hunks are placed in the files as they were. */
  | { readonly ok: true; readonly changes: readonly FileChange[]; readonly hunks: readonly HunkReport[] }
  /** The patch does not fit the very files that it says it was written for. */
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly hunks: readonly HunkReport[] }
  | { readonly ok: false; readonly clashes: readonly Clash[]; readonly hunks: readonly HunkReport[] };

/**
 * Applies a patch to the files that it was written for (`was`), and merges the result with the files as they are
 * now. Where the patch also fits the files as they are now, both ways must give the same bytes. A merge that
 * clashes is not saved by lines that can be found all the same: something happened beside them that the patch
 * does not know of.
 */
export function applyPinned(
  patch: Patch,
  { was, now }: { was: Files; now: Files },
  options?: PathOptions,
): PinnedResult {
  const applied = applyPatch(patch, was, options);
  if (!applied.ok) return applied;
  const { hunks } = applied;
  const merged = mergeChanges(applied.changes, { was, now, unsaidModes: unsaidModes(patch, options) });
  const clashes = merged.ok
    ? contradictions(merged.changes, {
        now,
        placed: applyPatch(patch, now, options),
        written: writtenPaths(patch, options),
      })
    : merged.clashes;
  if (merged.ok && clashes.length === 0) return { ok: true, changes: merged.changes, hunks };
  return { ok: false, clashes, hunks };
}

/** Files in which placing the patch anew gives something else than merging did. */
function contradictions(
  merged: readonly FileChange[],
  { now, placed, written }: { now: Files; placed: ApplyResult; written: ReadonlySet<string> },
): readonly Clash[] {
  if (!placed.ok) return [];
  const [left, right] = [afterChanges(merged), afterChanges(placed.changes)];
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((path) => {
    const one = left.has(path) ? left.get(path) : now.get(path);
    const other = right.has(path) ? right.get(path) : now.get(path);
    return written.has(path) || sameEntry(one, other) ? [] : whereTheyDiffer(path, one, other);
  });
}

/** A whole file has no place that could be found anew: putting it there again would undo what others did to it. */
function writtenPaths(patch: Patch, options?: PathOptions): ReadonlySet<string> {
  const plan = planPatch(patch, options);
  const steps = plan.ok ? plan.steps : [];
  return new Set(steps.flatMap(({ operation }) => (operation.action === 'write' ? pathsOf(operation) : [])));
}

/** Where nothing that the patch does says a mode; a file that is moved or copied has one of its own. */
function unsaidModes(patch: Patch, options?: PathOptions): ReadonlySet<string> {
  const plan = planPatch(patch, options);
  const operations = plan.ok ? plan.steps.map(({ operation }) => operation) : [];
  const said = new Set(operations.flatMap((operation) => (saysMode(operation) ? [operation.path] : [])));
  return new Set(operations.flatMap(({ path }) => (said.has(path) ? [] : [path])));
}

function saysMode(operation: Operation): boolean {
  if (operation.action === 'rename' || operation.action === 'copy') return true;
  if (operation.action === 'write') return operation.write.executable !== undefined;
  return 'executable' in operation && operation.executable !== undefined;
}
