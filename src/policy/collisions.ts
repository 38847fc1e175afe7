import type { FileChange } from '../apply/tree.ts';
import { fileSystemName } from '../patch/file-system-name.ts';
import { isShortName, mayBeShortNameOf } from './short-name.ts';

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
    const others = known === undefined ? longNamesOf(segment, folder) : known.spellings;
    if (!others.has(segment) && others.size > 0)
      return [...segments.slice(0, depth), ...others].slice(0, depth + 1).join('/');
    if (known === undefined) return null;
    folder = known.below;
  }
  return null;
}

/** Names in a folder that Windows may find by this one. */
function longNamesOf(segment: string, folder: Folder): ReadonlySet<string> {
  if (!isShortName(segment)) return NO_NAMES;
  const spellings = [...folder.values()].flatMap(({ spellings: names }) => [...names]);
  return new Set(spellings.filter((name) => mayBeShortNameOf(segment, name)));
}

const NO_NAMES: ReadonlySet<string> = new Set();

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
