import { MAX_FILE_BYTES, MAX_GROWN_BYTES, MAX_READ_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import { missingFile } from './diagnosis/missing-file.ts';
import type { Moves } from './moved-lines.ts';
import { decodeText, encodedSize, encodeText, MOST_BYTES_PER_CHARACTER, type TextFile } from './text-file.ts';
import { type FileChange, parentsOf, type SourceEntry, sameBytes } from './tree.ts';

/** The files of a patch while it is applied: what they were, and what became of them so far. */
export type Workspace = {
  readonly source: ReadonlyMap<string, SourceEntry>;
  /** null: removed by the patch. */
  readonly changed: Map<string, WorkingFile | null>;
  /** Texts that were asked for, by their bytes, so that each is decoded once, whether or not a change fits it. */
  readonly decoded: WeakMap<Uint8Array, TextFile>;
  /** Bytes of texts that had to be counted, so that each is counted once, however many changes come after it. */
  readonly sizes: WeakMap<TextFile, number>;
};

export type WorkingFile = {
  readonly kind: 'file';
  /** Text stays decoded from one change to the next. */
  readonly content: Uint8Array | TextFile;
  readonly executable: boolean;
  /** Where the file stood before the patch; null: the patch made it. */
  readonly origin: string | null;
  /** What the last change that had hunks for it did to its lines. */
  readonly moves?: Moves;
};

type Found<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export function newWorkspace(source: ReadonlyMap<string, SourceEntry>): Workspace {
  return { source, changed: new Map(), decoded: new WeakMap(), sizes: new WeakMap() };
}

/** The file at a path; refused when there is none, or something else, or one that is too large to be read. */
export function findFile(workspace: Workspace, path: string): Found<WorkingFile> {
  const entry = entryAt(workspace, path);
  if (entry?.kind === 'file') return { ok: true, value: entry };
  const refusal =
    entry?.kind === 'unread' ? unread(path, entry.size) : noFile(workspace, path, entry?.kind ?? null);
  return { ok: false, refusal };
}

/** The file that a new one takes the place of; null: the place is free. */
export function findPlace(workspace: Workspace, path: string): Found<WorkingFile | null> {
  const there = entryAt(workspace, path)?.kind;
  if (there === 'file' || there === 'unread') return findFile(workspace, path);
  const refusal = checkFree(workspace, path);
  return refusal === null ? { ok: true, value: null } : { ok: false, refusal };
}

/** Why a path can't be removed; null: a file is there, of whatever size. */
export function checkRemovable(workspace: Workspace, path: string): Refusal | null {
  const there = entryAt(workspace, path)?.kind ?? null;
  return there === 'file' || there === 'unread' ? null : noFile(workspace, path, there);
}

/** The file as text; refused when it is binary. */
export function findText(workspace: Workspace, path: string): Found<{ file: WorkingFile; text: TextFile }> {
  const found = findFile(workspace, path);
  if (!found.ok) return found;
  const file = found.value;
  if (!(file.content instanceof Uint8Array)) return { ok: true, value: { file, text: file.content } };
  if (file.content.length > MAX_FILE_BYTES)
    return { ok: false, refusal: tooLarge(path, file.content.length) };
  const text = workspace.decoded.get(file.content) ?? decodeText(file.content);
  if (text !== null) {
    workspace.decoded.set(file.content, text);
    return { ok: true, value: { file, text } };
  }
  const message = `${path} is not UTF-8 text, so its lines can't be changed. Send its whole content as a write change in base64.`;
  return { ok: false, refusal: { code: 'not_a_text_file', message, path } };
}

/** Why no file can be made at a path; null: it is free, and all folders above it are folders or free too. */
export function checkFree(workspace: Workspace, path: string): Refusal | null {
  const entry = entryAt(workspace, path);
  if (entry?.kind === 'file' || entry?.kind === 'unread') {
    return {
      code: 'already_exists',
      message: `There is a file ${path} already. Edit it, or write it as a whole.`,
      path,
    };
  }
  if (entry !== undefined) return notAFile(path, entry.kind);
  return checkParents(workspace, path) ?? checkChildren(workspace, path);
}

export function putFile(workspace: Workspace, path: string, file: Omit<WorkingFile, 'kind'>): void {
  workspace.changed.set(path, { kind: 'file', ...file });
}

export function removeFile(workspace: Workspace, path: string): void {
  workspace.changed.set(path, null);
}

/** Is the file at a path executable, or was it before the patch took it away? What is put there keeps that. */
export function isExecutable({ source, changed }: Workspace, path: string): boolean {
  const entry = changed.get(path) ?? source.get(path);
  return (entry?.kind === 'file' || entry?.kind === 'unread') && entry.executable;
}

/** The file as it was before the patch touched it, wherever it stood then; null: the patch made it, or it was not read. */
export function beforePatch(
  { source }: Workspace,
  { origin }: WorkingFile,
): Extract<SourceEntry, { kind: 'file' }> | null {
  const before = origin === null ? undefined : source.get(origin);
  return before?.kind === 'file' ? before : null;
}

/** Why all files together have grown too much by now, in bytes as they would be written; null: they have not. */
export function checkGrowth(workspace: Workspace): Refusal | null {
  // Texts are only counted where the most that they can come to would be too much.
  if (growthOf(workspace, mostBytes) <= MAX_GROWN_BYTES) return null;
  const growth = growthOf(workspace, (content) => sizeOf(workspace, content));
  if (growth <= MAX_GROWN_BYTES) return null;
  const message = `The patch makes all files together larger by more than ${MAX_GROWN_BYTES} bytes. Split it into several patches.`;
  return { code: 'too_large', message, pointer: '/changes', data: { limit: MAX_GROWN_BYTES } };
}

type Content = WorkingFile['content'];

function growthOf({ source, changed }: Workspace, bytesIn: (content: Content) => number): number {
  let growth = 0;
  for (const [path, file] of changed) {
    const before = source.get(path);
    growth -= before?.kind === 'file' ? before.bytes.length : 0;
    growth += file === null ? 0 : bytesIn(file.content);
  }
  return growth;
}

function mostBytes(content: Content): number {
  if (content instanceof Uint8Array) return content.length;
  return MOST_BYTES_PER_CHARACTER * (content.text.length + (content.hasBom ? 1 : 0));
}

function sizeOf({ sizes }: Workspace, content: Content): number {
  if (content instanceof Uint8Array) return content.length;
  const size = sizes.get(content) ?? encodedSize(content);
  sizes.set(content, size);
  return size;
}

/** What differs from the source now, by path; files that became too large are refused. */
export function changesOf(workspace: Workspace): {
  changes: readonly FileChange[];
  refusals: readonly Refusal[];
} {
  const ends = [...workspace.changed].map(
    ([path, file]): End => ({ path, file, bytes: file && bytesOf(file.content) }),
  );
  const refusals = ends.flatMap(({ path, bytes }) =>
    bytes !== null && bytes.length > MAX_FILE_BYTES ? [tooLarge(path, bytes.length)] : [],
  );
  const renamed = new Set(ends.flatMap((end) => renamedFrom(workspace, end) ?? []));
  const changes = ends.flatMap((end) => changeOf(workspace, end, renamed) ?? []);
  return { changes: changes.sort((left, right) => (left.path < right.path ? -1 : 1)), refusals };
}

function entryAt(
  { source, changed }: Workspace,
  path: string,
): WorkingFile | Exclude<SourceEntry, { kind: 'file' }> | undefined {
  const now = changed.get(path);
  if (now !== undefined) return now ?? undefined;
  const before = source.get(path);
  if (before?.kind !== 'file') return before;
  return { kind: 'file', content: before.bytes, executable: before.executable, origin: path };
}

function* livePaths({ source, changed }: Workspace): Generator<string> {
  for (const [path, file] of changed) if (file !== null) yield path;
  for (const [path, { kind }] of source)
    if ((kind === 'file' || kind === 'unread') && !changed.has(path)) yield path;
}

type OtherKind = 'symlink' | 'directory' | 'submodule';

/** `there`: what is in the place of a file; null: nothing. */
function noFile(workspace: Workspace, path: string, there: OtherKind | null): Refusal {
  return there === null ? missingFile(path, livePaths(workspace)) : notAFile(path, there);
}

function notAFile(path: string, kind: OtherKind): Refusal {
  const message = `${path} is ${KIND_NAMES[kind]}, and patches change files only. Name a file.`;
  return { code: 'not_a_text_file', message, path, data: { kind } };
}

const KIND_NAMES = { symlink: 'a symbolic link', directory: 'a folder', submodule: 'a submodule' } as const;

function checkParents(workspace: Workspace, path: string): Refusal | null {
  for (const parent of parentsOf(path)) {
    const entry = entryAt(workspace, parent);
    if (entry === undefined || entry.kind === 'directory') continue;
    if (entry.kind === 'file' || entry.kind === 'unread') {
      return {
        code: 'already_exists',
        message: `${path} can't be made, because ${parent} is a file. Choose another path.`,
        path,
        data: { parent },
      };
    }
    const message = `${path} can't be made, because ${parent} is ${KIND_NAMES[entry.kind]}, and leads elsewhere. Choose another path.`;
    return { code: 'outside_repository', message, path, data: { parent, kind: entry.kind } };
  }
  return null;
}

/** A path that the patch itself already uses as a folder. */
function checkChildren(workspace: Workspace, path: string): Refusal | null {
  for (const other of livePaths(workspace))
    if (other.startsWith(`${path}/`)) return notAFile(path, 'directory');
  return null;
}

type End = { readonly path: string; readonly file: WorkingFile | null; readonly bytes: Uint8Array | null };

export function bytesOf(content: WorkingFile['content']): Uint8Array {
  return content instanceof Uint8Array ? content : encodeText(content);
}

/** The path that a file came from, when it is gone there and the file's new place was free before. */
function renamedFrom({ source, changed }: Workspace, { path, file }: End): string | null {
  const origin = file?.origin ?? null;
  if (origin === null || origin === path || source.has(path)) return null;
  return changed.get(origin) === null ? origin : null;
}

function changeOf(workspace: Workspace, end: End, renamed: ReadonlySet<string>): FileChange | null {
  const { path, file, bytes } = end;
  const before = workspace.source.get(path);
  const was = before?.kind === 'file' || before?.kind === 'unread' ? before : undefined;
  if (file === null) {
    if (was === undefined || renamed.has(path)) return null;
    return { path, action: 'delete', bytes: null, executable: was.executable };
  }
  const now = { path, bytes, executable: file.executable };
  const from = renamedFrom(workspace, end);
  if (from !== null) return { ...now, action: 'rename', from };
  if (was === undefined) return { ...now, action: 'create' };
  const same = was.kind === 'file' && bytes !== null && sameBytes(was.bytes, bytes);
  return same && was.executable === file.executable ? null : { ...now, action: 'modify' };
}

function unread(path: string, bytes: number): Refusal {
  if (bytes > MAX_FILE_BYTES) return tooLarge(path, bytes);
  const message = `${path} has ${bytes} bytes, and the files of the patch have together more than the ${MAX_READ_BYTES} that are read. Send it in smaller parts.`;
  return { code: 'too_large', message, path, data: { bytes, limit: MAX_READ_BYTES } };
}

function tooLarge(path: string, bytes: number): Refusal {
  const message = `${path} has ${bytes} bytes, and ${MAX_FILE_BYTES} are allowed. Split the file, or leave it out.`;
  return { code: 'too_large', message, path, data: { bytes, limit: MAX_FILE_BYTES } };
}
