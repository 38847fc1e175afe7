import { Buffer } from 'node:buffer';
import { cappedRefusals } from '../../patch/capped.ts';
import { MAX_FILE_BYTES, MAX_FILES, MAX_FOLDERS, MAX_PATHS_BYTES } from '../../patch/limits.ts';
import { checkPath } from '../../patch/path.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { type FileChange, parentsOf, pathBytes, type SourceEntry } from '../tree.ts';
import {
  bytesOf,
  changesOf,
  checkRemovable,
  findPlace,
  newWorkspace,
  putFile,
  removeFile,
  type Workspace,
} from '../workspace.ts';
import { type Effect, type EffectFile, linesOf } from './effect.ts';

export type EffectPaths =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * The paths that an effect touches, each checked as those of a patch are. `earlier` are those that the patch's record
 * names already: both together have the limits of one patch.
 */
export function pathsOfEffect(effect: Effect, earlier: readonly string[] = []): EffectPaths {
  const paths = namesOfEffect(effect);
  if (paths === null) {
    return refuse([tooMuch('tooLarge' in effect ? effect.tooLarge.files : effect.files.length)]);
  }
  const refusals = paths.map(checkPath).filter((refusal) => refusal !== null);
  const all = refusals.length > 0 ? refusals : countRefusals(paths, earlier);
  return all.length > 0 ? refuse(all) : { ok: true, paths };
}

/** The names of an effect's files, in no way checked; null: they are too many or too long together to be looked at. */
export function namesOfEffect(effect: Effect): readonly string[] | null {
  if ('tooLarge' in effect) return null;
  const names = effect.files.map(({ path }) => path);
  const isFew = names.length <= MAX_FILES && new Set(names).size === names.length;
  return isFew && pathBytes(names) <= MAX_PATHS_BYTES ? names : null;
}

/** The bytes of a file that the patch and its commands both change count twice, for their record names it twice. */
function countRefusals(paths: readonly string[], earlier: readonly string[]): readonly Refusal[] {
  const named = [...earlier, ...paths];
  const counts = [
    { count: new Set(named).size, limit: MAX_FILES, what: 'change', unit: 'files' },
    {
      count: new Set(named.flatMap(parentsOf)).size,
      limit: MAX_FOLDERS,
      what: 'change files in',
      unit: 'folders',
    },
    { count: pathBytes(named), limit: MAX_PATHS_BYTES, what: 'name their files with', unit: 'bytes' },
  ];
  return counts
    .filter(({ count, limit }) => count > limit)
    .map(({ count, limit, what, unit }) => ({
      code: 'too_large' as const,
      message: `The patch and its commands together ${what} ${count} ${unit}, and ${limit} are allowed. Narrow the commands down in the config, or send the patch in parts.`,
      data: { [unit]: count, limit },
    }));
}

export type AppliedEffect =
  | { readonly ok: true; readonly changes: readonly FileChange[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Puts an effect onto the files of its commit, exactly where it says: nothing is looked for. `files` holds what stands
 * at its paths and in the folders above them, `earlier` is that of pathsOfEffect.
 */
export function applyEffect(
  effect: Effect,
  {
    files,
    earlier = [],
  }: { readonly files: ReadonlyMap<string, SourceEntry>; readonly earlier?: readonly string[] },
): AppliedEffect {
  const checked = pathsOfEffect(effect, earlier);
  if (!checked.ok || 'tooLarge' in effect) return checked.ok ? refuse([]) : checked;
  const workspace = newWorkspace(files);
  // What is gone first, for a file may have become a folder.
  const inOrder = effect.files.toSorted(
    (left, right) => Number(left.mode !== null) - Number(right.mode !== null),
  );
  const refusals = inOrder.map((file) => applyFile(workspace, file)).filter((refusal) => refusal !== null);
  const end = changesOf(workspace);
  const all = [...refusals, ...end.refusals];
  return all.length > 0 ? refuse(all) : { ok: true, changes: end.changes };
}

function refuse(refusals: readonly Refusal[]): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: cappedRefusals(refusals) };
}

function tooMuch(files: number): Refusal {
  return {
    code: 'too_large',
    message: `The commands changed ${files} files, which are too many or too large to be handed on, or have names that are too long together; a patch may change ${MAX_FILES} files. Narrow the commands down in the config, or send what they make as patches of their own.`,
    data: { files, limit: MAX_FILES },
  };
}

/** null: it is done. */
function applyFile(workspace: Workspace, { path, mode, edits }: EffectFile): Refusal | null {
  if (mode === '120000' || mode === '160000') return notAFile(path, mode);
  if (mode === null) {
    const refusal = checkRemovable(workspace, path);
    if (refusal === null) removeFile(workspace, path);
    return refusal;
  }
  const place = findPlace(workspace, path);
  if (!place.ok) return place.refusal;
  const before = place.value && bytesOf(place.value.content);
  const after = (before?.length ?? 0) > MAX_FILE_BYTES ? null : edited(linesOf(before), edits);
  if (after === null) return unfit(path);
  putFile(workspace, path, {
    content: after,
    executable: mode === '100755',
    origin: place.value?.origin ?? null,
  });
  return null;
}

/** null: the edits are not about these lines. */
function edited(lines: readonly string[], edits: EffectFile['edits']): Uint8Array | null {
  const parts: string[] = [];
  let line = 0;
  for (const [start, removed, text] of edits) {
    if (start < line || start + removed > lines.length) return null;
    for (; line < start; line += 1) parts.push(lines[line] ?? '');
    parts.push(text);
    line += removed;
  }
  for (; line < lines.length; line += 1) parts.push(lines[line] ?? '');
  return Buffer.from(parts.join(''), 'latin1');
}

function notAFile(path: string, mode: '120000' | '160000'): Refusal {
  const kind = mode === '120000' ? 'symlink' : 'submodule';
  const name = mode === '120000' ? 'a symbolic link' : 'a submodule';
  return {
    code: 'not_a_text_file',
    message: `The commands made ${path} ${name}, and only files are taken. Keep the commands from it.`,
    path,
    data: { kind },
  };
}

function unfit(path: string): Refusal {
  return {
    code: 'malformed',
    message: `What the commands made of ${path} does not fit the file that was committed. Run the workflow again, and look at what else changes files in the test job.`,
    path,
  };
}
