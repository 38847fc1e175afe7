import type { FileChange } from '../apply/tree.ts';
import { fileSystemName } from '../patch/file-system-name.ts';

/** Two paths that are different to git, and one to some file system. */
export type Collision = { readonly path: string; readonly other: string };

/**
 * New paths that meet another one, or a folder on the way to one, in another spelling. Each is named once.
 * `existing` are files and folders of the base; those that the patch takes away are in nobody's way.
 */
export function findCollisions(
  changes: readonly Pick<FileChange, 'path' | 'from' | 'action'>[],
  existing: readonly string[],
): readonly Collision[] {
  const gone = new Set(changes.flatMap(({ path, from, action }) => (action === 'delete' ? [path] : [from])));
  const root: Folder = new Map();
  for (const path of existing) {
    if (!gone.has(path)) keepSpelling(root, path);
  }
  return changes
    .filter(({ action }) => action === 'create' || action === 'rename')
    .flatMap(({ path }) => {
      const other = otherSpelling(root, path);
      keepSpelling(root, path);
      return other === null ? [] : [{ path, other }];
    });
}

/** What is known in a folder, by the one name that all spellings of a name have. */
type Folder = Map<string, { readonly spellings: Set<string>; readonly below: Folder }>;

function otherSpelling(root: Folder, path: string): string | null {
  const segments = path.split('/');
  let folder = root;
  for (const [depth, segment] of segments.entries()) {
    const known = folder.get(fileSystemName(segment));
    if (known === undefined) return null;
    if (!known.spellings.has(segment))
      return [...segments.slice(0, depth), ...known.spellings].slice(0, depth + 1).join('/');
    folder = known.below;
  }
  return null;
}

function keepSpelling(root: Folder, path: string): void {
  let folder = root;
  for (const segment of path.split('/')) {
    const key = fileSystemName(segment);
    const known = folder.get(key) ?? { spellings: new Set(), below: new Map() };
    known.spellings.add(segment);
    folder.set(key, known);
    folder = known.below;
  }
}
