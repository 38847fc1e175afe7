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

/** The paths that an effect touches, each checked as those of a patch are. */
export function pathsOfEffect(effect: Effect): EffectPaths {
  if ('tooLarge' in effect) return refuse([tooMuch(effect.tooLarge.files)]);
  const paths = [...new Set(effect.files.map(({ path }) => path))];
  if (paths.length > MAX_FILES || paths.length < effect.files.length) {
    return refuse([tooMuch(effect.files.length)]);
  }
  const folders = new Set(paths.flatMap(parentsOf));
  const isTooMuch = folders.size > MAX_FOLDERS || pathBytes(paths) > MAX_PATHS_BYTES;
  if (isTooMuch) return refuse([tooMuch(paths.length)]);
  const refusals = paths.map(checkPath).filter((refusal) => refusal !== null);
  return refusals.length > 0 ? refuse(refusals) : { ok: true, paths };
}

export type AppliedEffect =
  | { readonly ok: true; readonly changes: readonly FileChange[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Puts an effect onto the files of its commit, exactly where it says: nothing is looked for. `files` holds what stands
 * at its paths and in the folders above them.
 */
export function applyEffect(effect: Effect, files: ReadonlyMap<string, SourceEntry>): AppliedEffect {
  const checked = pathsOfEffect(effect);
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
    message: `The commands changed ${files} files or more than can be handed on, and a patch may change ${MAX_FILES}. Narrow the commands down in the config, or send what they make as patches of their own.`,
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
