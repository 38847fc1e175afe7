import { readApplyPatch } from '../patch/formats/apply-patch.ts';
import { readBlocks } from '../patch/formats/blocks.ts';
import type { Reading } from '../patch/formats/reading.ts';
import { readUnifiedDiff } from '../patch/formats/unified.ts';
import type { FileOperation } from '../patch/hunk.ts';
import { MAX_FILES, MAX_HUNKS } from '../patch/limits.ts';
import { checkPath } from '../patch/path.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Change, ChangeOf, Patch } from '../patch/schema.ts';

/** One thing to do to one file, and which change of the patch asks for it. */
export type Step = {
  /** Index into `changes`. */
  readonly change: number;
  /** Where in the patch the operation was read from. */
  readonly pointer: string;
  /** The fields that hold its paths, where they have fields of their own. */
  readonly fields: PathFields;
  readonly operation: Operation;
};

export type Operation =
  | FileOperation
  | { readonly action: 'edit'; readonly path: string; readonly edit: ChangeOf<'edit'> }
  | { readonly action: 'regex'; readonly path: string; readonly regex: ChangeOf<'regex'> }
  | { readonly action: 'write'; readonly path: string; readonly write: ChangeOf<'write'> };

export type PlanResult =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

type PathFields = ReadonlyMap<string, 'path' | 'from' | 'to'>;

/** Everything that a patch asks for, in order, with every path checked; no file is needed for it. */
export function planPatch(patch: Patch): PlanResult {
  const steps: Step[] = [];
  const refusals: Refusal[] = [];
  for (const [change, wanted] of patch.changes.entries()) {
    const { reading, pointer, fields } = readChange(wanted, change);
    if (!reading.ok) for (const refusal of reading.refusals) refusals.push({ ...refusal, pointer });
    else for (const operation of reading.operations) steps.push({ change, pointer, fields, operation });
  }
  refusals.push(...pathRefusals(steps), ...countRefusals(steps));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, steps };
}

/** A refusal of this step with its pointer into the patch; one that it has is taken as relative to the change. */
export function refusalAt({ pointer, fields }: Step, refusal: Refusal): Refusal {
  const field = fields.get(refusal.path ?? '');
  const within = refusal.pointer ?? (field === undefined ? '' : `/${field}`);
  return { ...refusal, pointer: `${pointer}${within}` };
}

/** The paths that an operation reads or writes. */
export function pathsOf(operation: Operation): readonly string[] {
  return 'from' in operation ? [operation.from, operation.path] : [operation.path];
}

type ChangeReading = {
  readonly reading:
    | { readonly ok: true; readonly operations: readonly Operation[] }
    | Extract<Reading, { ok: false }>;
  readonly pointer: string;
  readonly fields: PathFields;
};

function readChange(change: Change, index: number): ChangeReading {
  const pointer = `/changes/${index}`;
  switch (change.kind) {
    case 'diff':
      return { reading: readUnifiedDiff(change.diff), pointer: `${pointer}/diff`, fields: new Map() };
    case 'apply_patch':
      return { reading: readApplyPatch(change.patch), pointer: `${pointer}/patch`, fields: new Map() };
    case 'blocks':
      return { reading: readBlocks(change.text), pointer: `${pointer}/text`, fields: new Map() };
    case 'edit':
      return single({ action: 'edit', path: change.path, edit: change }, pointer);
    case 'regex':
      return single({ action: 'regex', path: change.path, regex: change }, pointer);
    case 'write':
      return single({ action: 'write', path: change.path, write: change }, pointer);
    case 'delete':
      return single({ action: 'delete', path: change.path, hunks: [] }, pointer);
    case 'move':
      return single({ action: 'rename', from: change.from, path: change.to, hunks: [] }, pointer);
  }
}

function single(operation: Operation, pointer: string): ChangeReading {
  const fields: PathFields = new Map(
    'from' in operation
      ? [
          [operation.from, 'from'],
          [operation.path, 'to'],
        ]
      : [[operation.path, 'path']],
  );
  return { reading: { ok: true, operations: [operation] }, pointer, fields };
}

function pathRefusals(steps: readonly Step[]): readonly Refusal[] {
  return steps.flatMap((step) =>
    pathsOf(step.operation).flatMap((path) => {
      const refusal = checkPath(path);
      return refusal === null ? [] : [refusalAt(step, refusal)];
    }),
  );
}

function countRefusals(steps: readonly Step[]): readonly Refusal[] {
  const files = new Set(steps.flatMap(({ operation }) => pathsOf(operation))).size;
  const hunks = steps.reduce(
    (sum, { operation }) => sum + ('hunks' in operation ? operation.hunks.length : 1),
    0,
  );
  const counts = [
    { count: files, limit: MAX_FILES, what: 'touches', unit: 'files' },
    { count: hunks, limit: MAX_HUNKS, what: 'holds', unit: 'hunks' },
  ];
  return counts
    .filter(({ count, limit }) => count > limit)
    .map(({ count, limit, what, unit }) => ({
      code: 'too_large' as const,
      message: `The patch ${what} ${count} ${unit}, and ${limit} are allowed. Split it into several patches.`,
      pointer: '/changes',
      data: { [unit]: count, limit },
    }));
}
