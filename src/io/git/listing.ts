import type { Oid, TreeEntry } from '../../stages/ports.ts';
import { parseMode } from '../file-mode.ts';
import type { Git } from './command.ts';

export type ListedEntry = { readonly mode: TreeEntry['mode']; readonly oid: Oid };

/** Those of the paths that exist in a commit or tree, with their modes and ids. Reads no blob. */
export async function listEntries(
  git: Git,
  treeish: Oid,
  paths: readonly string[],
): Promise<ReadonlyMap<string, ListedEntry>> {
  const wanted = new Set(paths.filter(isTreePath));
  if (wanted.size === 0) return new Map();
  const output = await git.text(['ls-tree', '-z', '-t', '--full-tree', treeish, '--', ...wanted]);
  // Asked for a folder and for something in it, git lists the rest of that folder too.
  return new Map(
    output
      .split('\0')
      .filter(Boolean)
      .map(parseLine)
      .filter(([path]) => wanted.has(path)),
  );
}

/** Paths of everything in the root and in those of `folders` that are there. */
export async function listFolders(
  git: Git,
  treeish: Oid,
  folders: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(folders.filter(isTreePath));
  const command = ['ls-tree', '-z', '--name-only', '--full-tree'];
  const [inRoot, below] = await Promise.all([
    git.text([...command, treeish]),
    wanted.size === 0
      ? ''
      : git.text([...command, '-t', treeish, '--', ...[...wanted].map((folder) => `${folder}/`)]),
  ]);
  // The folders on the way to a wanted one are listed too, whether anybody wants what lies beside them or not.
  const inFolders = below.split('\0').filter((path) => wanted.has(folderOf(path)));
  return [...inRoot.split('\0').filter(Boolean), ...inFolders];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `ls-tree` reads "" and a path with a slash at its end as a whole folder's content; no entry has such a name. */
function isTreePath(path: string): boolean {
  return path !== '' && !path.endsWith('/') && !path.includes('\0');
}

function parseLine(line: string): [string, ListedEntry] {
  const tab = line.indexOf('\t');
  const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
  return [line.slice(tab + 1), { mode: parseMode(mode), oid }];
}
