import { readApplyPatch } from '../patch/formats/apply-patch.ts';
import { readBlocks } from '../patch/formats/blocks.ts';
import { withoutNumbersOnBothSides } from '../patch/formats/line-numbers.ts';
import { refuseOtherFormats } from '../patch/formats/one-format.ts';
import { commandsBeside, proseNote } from '../patch/formats/prose.ts';
import type { Prose, ReadingContext } from '../patch/formats/reading.ts';
import { readText } from '../patch/formats/text.ts';
import type { TextOrigin } from '../patch/formats/text-reading.ts';
import { trialBeside } from '../patch/formats/trial-words.ts';
import { readUnifiedDiff } from '../patch/formats/unified.ts';
import { MAX_FILES, MAX_FOLDERS, MAX_HUNKS, MAX_PATH_BYTES, MAX_PATHS_BYTES } from '../patch/limits.ts';
import { checkPath } from '../patch/path.ts';
import { withoutPrefix } from '../patch/path-prefix.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Change, ChangeOf, Patch } from '../patch/schema.ts';
import { markNote } from './byte-order-mark.ts';
import { elidedRefusal, remarkNotes } from './elided.ts';
import { isSeries } from './series.ts';
import { parentsOf, pathBytes } from './tree.ts';
import type { Operation } from './wanted.ts';

export type { Operation } from './wanted.ts';

/** One thing to do to one file, and which change of the patch asks for it. */
export type Step = {
  /** Index into `changes`. */
  readonly change: number;
  /** Is it one of a series of commits, each of which numbers lines as the one before it left them? */
  readonly isSeries: boolean;
  /** Where in the patch the operation was read from. */
  readonly pointer: string;
  /** The fields that hold its paths, where they have fields of their own. */
  readonly fields: PathFields;
  readonly operation: Operation;
};

export type PlanResult =
  | {
      readonly ok: true;
      readonly steps: readonly Step[];
      /** What had to be put right or passed over to read the changes, in sentences. */
      readonly repairs: readonly string[];
      /** What its texts ask for besides, and what is not done, such as commands, in sentences. */
      readonly notDone: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

type PathFields = ReadonlyMap<string, 'path' | 'from' | 'to'>;

/** How paths are read; nothing of it is part of the patch. */
export type PathOptions = {
  /** Leading folders that the patch may write and the repository does not have; they are taken off every path. */
  readonly pathPrefixes?: readonly string[];
};

/** Everything that a patch asks for, in order, with every path checked; no file is needed for it. */
export function planPatch(patch: Patch, { pathPrefixes = [] }: PathOptions = {}): PlanResult {
  const steps: Step[] = [];
  const refusals: Refusal[] = [];
  const repairs: string[] = [];
  const notDone: string[] = [];
  for (const [index, change] of patch.changes.entries()) {
    const { reading, pointer } = readChange(change, index);
    if (!reading.ok) {
      for (const refusal of reading.refusals) refusals.push({ ...refusal, pointer });
      continue;
    }
    const trial = patch.dryRun ? null : trialBeside(reading.prose ?? []);
    if (trial !== null) refusals.push({ code: 'malformed', message: trial, pointer });
    const fields = new Map(
      [...fieldsOf(change)].map(([path, field]) => [withoutPrefix(path, pathPrefixes), field]),
    );
    const common = { change: index, isSeries: isSeries(change), pointer, fields };
    for (const operation of reading.operations) {
      steps.push({ ...common, operation: inRepository(operation, pathPrefixes) });
    }
    const prefix = patch.changes.length === 1 ? '' : `In change ${index + 1}: `;
    const marks = reading.operations.flatMap((operation) => markNote(operation) ?? []);
    const remarks = reading.operations.flatMap(remarkNotes);
    for (const repair of [...said(reading.prose), ...reading.repairs, ...marks, ...remarks])
      repairs.push(prefix + repair);
    for (const wish of [...commandsBeside(reading.prose ?? []), ...(reading.notDone ?? [])])
      notDone.push(prefix + wish);
  }
  refusals.push(...pathRefusals(steps), ...elidedRefusals(steps), ...countRefusals(steps));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, steps, repairs, notDone };
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

/** May its path be one that is not there yet? */
export function mayCreate({ action }: Operation): boolean {
  return CREATING.has(action);
}

const CREATING: ReadonlySet<Operation['action']> = new Set(['create', 'write', 'rename', 'copy']);

function inRepository(operation: Operation, prefixes: readonly string[]): Operation {
  const path = withoutPrefix(operation.path, prefixes);
  switch (operation.action) {
    case 'edit':
      return { ...operation, path, edit: { ...operation.edit, path } };
    case 'regex':
      return { ...operation, path, regex: { ...operation.regex, path } };
    case 'write':
      return { ...operation, path, write: { ...operation.write, path } };
    case 'rename':
    case 'copy':
      return { ...operation, path, from: withoutPrefix(operation.from, prefixes) };
    default:
      return { ...operation, path };
  }
}

/** Told first: it may be what a person has to act on. */
function said(prose: readonly Prose[] = []): readonly string[] {
  const note = proseNote(prose);
  return note === null ? [] : [note];
}

type ChangeReading =
  | {
      readonly ok: true;
      readonly operations: readonly Operation[];
      readonly repairs: readonly string[];
      readonly notDone?: readonly string[];
      readonly prose?: readonly Prose[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

function readChange(change: Change, index: number): { reading: ChangeReading; pointer: string } {
  const pointer = `/changes/${index}`;
  if (change.kind === 'text') return { reading: readWhole(change), pointer: `${pointer}/text` };
  const field = TEXT_FIELDS[change.kind];
  return { reading: readAlone(change), pointer: field === undefined ? pointer : `${pointer}/${field}` };
}

/** A text of one format must hold no other one: only a change of kind `text` may. */
function readAlone(change: Exclude<Change, { kind: 'text' }>): ChangeReading {
  const refusal = otherFormatIn(change);
  return refusal === null ? readOne(change) : { ok: false, refusals: [refusal] };
}

function otherFormatIn(change: Exclude<Change, { kind: 'text' }>): Refusal | null {
  switch (change.kind) {
    case 'diff':
      return refuseOtherFormats(change.kind, change.diff);
    case 'apply_patch':
      return refuseOtherFormats(change.kind, change.patch);
    case 'blocks':
      return refuseOtherFormats(change.kind, change.text);
    default:
      return null;
  }
}

/** The field that holds a patch text: what is read from it has no pointer of its own. */
const TEXT_FIELDS: { readonly [kind in Change['kind']]?: string } = {
  diff: 'diff',
  apply_patch: 'patch',
  blocks: 'text',
};

/** All changes that were found in one text, each read on; hunks are numbered through. */
function readWhole({ text, path }: ChangeOf<'text'>): ChangeReading {
  const found = readText(text, path);
  if (!found.ok) return found;
  const operations: Operation[] = [];
  const refusals: Refusal[] = [];
  const repairs = [...found.repairs];
  const prose = [...found.prose];
  let hunksBefore = 0;
  for (const [index, change] of found.changes.entries()) {
    const origin = found.origins[index] ?? {};
    const { linesBefore = 0, isInFull } = origin;
    const reading = readOne(change, { linesBefore, hunksBefore, isInFull }, origin);
    if (!reading.ok) {
      for (const refusal of reading.refusals) refusals.push(refusal);
      continue;
    }
    for (const operation of reading.operations) {
      operations.push(operation);
      hunksBefore = Math.max(hunksBefore, lastHunk(operation));
    }
    for (const repair of reading.repairs) repairs.push(repair);
    for (const line of reading.prose ?? []) prose.push(line);
  }
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, operations, repairs, notDone: found.notDone, prose };
}

function lastHunk(operation: Operation): number {
  if (operation.action === 'create') return operation.hunk ?? 0;
  return 'hunks' in operation ? (operation.hunks.at(-1)?.number ?? 0) : 0;
}

function readOne(
  change: Exclude<Change, { kind: 'text' }>,
  context: ReadingContext = {},
  { found, sureLines, pathFrom }: TextOrigin = {},
): ChangeReading {
  switch (change.kind) {
    case 'diff':
      return readUnifiedDiff(change.diff, { ...context, path: change.path, pathFrom });
    case 'apply_patch':
      return readApplyPatch(change.patch, { ...context, path: change.path, pathFrom });
    case 'blocks':
      return readBlocks(change.text, { ...context, path: change.path, pathFrom });
    case 'edit':
      return readEdit(change);
    case 'regex':
      return single({ action: 'regex', path: change.path, regex: change });
    case 'write':
      return single({
        action: 'write',
        path: change.path,
        write: change,
        ...(found === undefined ? {} : { found }),
        ...(sureLines === undefined ? {} : { sureLines }),
      });
    case 'delete':
      return single({ action: 'delete', path: change.path, hunks: [] });
    case 'move':
      return single({ action: 'rename', from: change.from, path: change.to, hunks: [] });
    case 'run':
      // What a command makes of the files is known when it has run.
      return { ok: true, operations: [], repairs: [] };
  }
}

/** An edit as it stands, and without the line numbers that an editor may have shown before every line. */
function readEdit(edit: ChangeOf<'edit'>): ChangeReading {
  const { path, find, replace } = edit;
  const sides = withoutNumbersOnBothSides({ old: find.split('\n'), now: replace.split('\n') });
  if (sides === null || sides.old.length === 1) return single({ action: 'edit', path, edit });
  const bare = { ...edit, find: sides.old.join('\n'), replace: sides.now.join('\n') };
  return single({ action: 'edit', path, edit: bare, numbered: { find, replace } }, [
    `The line numbers before each line of the text to find in ${path} were left out, unless the file has them`,
  ]);
}

function single(operation: Operation, repairs: readonly string[] = []): ChangeReading {
  return { ok: true, operations: [operation], repairs };
}

function fieldsOf(change: Change): PathFields {
  if (change.kind === 'move')
    return new Map([
      [change.from, 'from'],
      [change.to, 'to'],
    ]);
  return 'path' in change && change.path !== undefined && TEXT_FIELDS[change.kind] === undefined
    ? new Map([[change.path, 'path']])
    : new Map();
}

function pathRefusals(steps: readonly Step[]): readonly Refusal[] {
  return steps.flatMap((step) =>
    pathsOf(step.operation).flatMap((path) => {
      const refusal = checkPath(path);
      return refusal === null ? [] : [refusalAt(step, refusal)];
    }),
  );
}

function elidedRefusals(steps: readonly Step[]): readonly Refusal[] {
  return steps.flatMap((step) => {
    const refusal = elidedRefusal(step.operation);
    return refusal === null ? [] : [refusalAt(step, refusal)];
  });
}

function countRefusals(steps: readonly Step[]): readonly Refusal[] {
  const paths = new Set(steps.flatMap(({ operation }) => pathsOf(operation)));
  const hunks = steps.reduce(
    (sum, { operation }) => sum + ('hunks' in operation ? operation.hunks.length : 1),
    0,
  );
  const counts = [
    { count: paths.size, limit: MAX_FILES, what: 'touches', unit: 'files' },
    { count: countFolders(paths), limit: MAX_FOLDERS, what: 'touches files in', unit: 'folders' },
    { count: pathBytes([...paths]), limit: MAX_PATHS_BYTES, what: 'names its files with', unit: 'bytes' },
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

/** More files than are allowed, and longer paths, are refused for that, so that their folders need no counting. */
function countFolders(paths: ReadonlySet<string>): number {
  const areFew = paths.size <= MAX_FILES && [...paths].every(({ length }) => length <= MAX_PATH_BYTES);
  return areFew ? new Set([...paths].flatMap(parentsOf)).size : 0;
}
