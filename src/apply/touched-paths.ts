import { cappedRefusals } from '../patch/capped.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import { mayCreate, type PathOptions, pathsOf, planPatch } from './plan.ts';

export type TouchedPaths =
  | {
      readonly ok: true;
      readonly paths: readonly string[];
      /** Those of them at which the patch may put a file where none was. */
      readonly newPaths: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** All paths that must be read to apply a patch, both ends of moves among them; each one once, sorted. */
export function touchedPaths(patch: Patch, options?: PathOptions): TouchedPaths {
  const plan = planPatch(patch, options);
  if (!plan.ok) return { ok: false, refusals: cappedRefusals(plan.refusals) };
  const operations = plan.steps.map(({ operation }) => operation);
  const paths = new Set(operations.flatMap(pathsOf));
  const newPaths = new Set(operations.filter(mayCreate).map(({ path }) => path));
  return { ok: true, paths: [...paths].sort(), newPaths: [...newPaths].sort() };
}
