import type { Refusal } from '../refusal.ts';
import { isObject, type Member } from './member.ts';
import { meanings, type Names } from './names.ts';
import { malformed } from './refusals.ts';

/**
 * Files that are to be deleted, moved or written beside the changes, as in `{"changes": […], "delete": ["a.js"]}`. What
 * the changes do anyway is only told there, and so are numbers of lines or files.
 */
export function askedFiles(
  members: readonly Member[],
  changes: readonly unknown[] | null,
): readonly Member[] {
  const done: Done = { delete: new Set(), move: new Set(), write: new Set() };
  for (const change of changes ?? []) note(change, done);
  return members.filter(({ name, value }) => {
    const asked = requestIn(name);
    return asked !== undefined && isAsked(asked, value) && !isDone(value, done[asked]);
  });
}

/** Is it such a request, or one that asks for nothing, such as a number of lines? */
export function isAboutFiles({ name, value }: Member): boolean {
  const asked = requestIn(name);
  return asked !== undefined && (value === false || typeof value === 'number' || isAsked(asked, value));
}

export function askedFilesRefusal({ at }: Member): Refusal {
  return malformed(
    at,
    'asks for changes of files beside the changes, where nothing is done for it. Send each as a change of its own, such as `{"kind": "delete", "path": "src/old.js"}`.',
  );
}

/** Lists of files beside the changes, by what they ask for. No form of a patch has its changes there. */
const FILE_REQUEST_NAMES = {
  delete: [
    'delete',
    'deletes',
    'deletions',
    'delete files',
    'deleted files',
    'files to delete',
    'remove',
    'removes',
    'removals',
    'removed',
    'remove files',
    'removed files',
    'files to remove',
  ],
  move: [
    'move',
    'moves',
    'moved',
    'move files',
    'moved files',
    'rename',
    'renames',
    'renamed',
    'rename files',
    'renamed files',
  ],
  write: [
    'create',
    'creates',
    'creations',
    'create files',
    'created files',
    'new files',
    'add',
    'additions',
    'add files',
    'added files',
    'inserts',
    'insertions',
    'appends',
    'copy',
    'copies',
  ],
} as const satisfies Names<string>;

type FileRequest = keyof typeof FILE_REQUEST_NAMES;

const requestIn = meanings(FILE_REQUEST_NAMES);

type Done = { readonly [asked in FileRequest]: Set<string> };

function note(change: unknown, done: Done): void {
  if (!isObject(change) || !('kind' in change)) return;
  const { kind, path, from, to } = Object.fromEntries<unknown>(Object.entries(change));
  if (kind === 'delete' && typeof path === 'string') done.delete.add(path);
  if (kind === 'write' && typeof path === 'string') done.write.add(path);
  if (kind === 'move' && typeof from === 'string' && typeof to === 'string') done.move.add(from).add(to);
}

/** A file is new or written in a list of such only; a word or a flag beside the changes says nothing of one. */
function isAsked(asked: FileRequest, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return asked !== 'write' && (value === true || (typeof value === 'string' && value !== ''));
}

function isDone(value: unknown, paths: ReadonlySet<string>): boolean {
  const named = typeof value === 'string' ? [value] : value;
  return Array.isArray(named) && named.every((path) => typeof path === 'string' && paths.has(path));
}
