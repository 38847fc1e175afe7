import { cappedRefusals } from '../patch/capped.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import { applyRun, editRuns } from './edit/edit-run.ts';
import { newEffort } from './effort.ts';
import { type PathOptions, planPatch, refusalAt } from './plan.ts';
import type { HunkReport } from './report.ts';
import type { FileChange, SourceEntry } from './tree.ts';
import { changesOf, checkGrowth, newWorkspace } from './workspace.ts';

export type { HunkReport } from './report.ts';

export type ApplyResult =
  /** No changes: the files already are as the patch wants them. */
  | {
      readonly ok: true;
      readonly changes: readonly FileChange[];
      readonly hunks: readonly HunkReport[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly hunks: readonly HunkReport[] };

/**
 * Applies a whole patch, or none of it and says everything that is in its way. Changes are made in order,
 * each one on what those before it left.
 *
 * `files` holds what stands at the touched paths and at the folders above them; what it lacks does not exist.
 */
export function applyPatch(
  patch: Patch,
  files: ReadonlyMap<string, SourceEntry>,
  options?: PathOptions,
): ApplyResult {
  const plan = planPatch(patch, options);
  if (!plan.ok) return { ok: false, refusals: cappedRefusals(plan.refusals), hunks: [] };
  const context = { workspace: newWorkspace(files), effort: newEffort() };
  const refusals: Refusal[] = [];
  const hunks: HunkReport[] = [];
  for (const run of editRuns(plan.steps)) {
    for (const { step, refusals: refused, reports } of applyRun(run, context)) {
      for (const refusal of refused) refusals.push(refusalAt(step, refusal));
      for (const report of reports) hunks.push(report);
    }
    const tooMuch = checkGrowth(context.workspace);
    if (tooMuch !== null) return { ok: false, refusals: cappedRefusals([...refusals, tooMuch]), hunks };
  }
  const end = changesOf(context.workspace);
  refusals.push(...end.refusals);
  if (refusals.length > 0) return { ok: false, refusals: cappedRefusals(refusals), hunks };
  return { ok: true, changes: end.changes, hunks };
}
