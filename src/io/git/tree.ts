import { Buffer } from 'node:buffer';
import type { Oid, TreeChange } from '../../stages/ports.ts';
import { objectId } from '../object-id.ts';

/** A change whose bytes have become a blob; `blob: null` removes the path. */
export type BlobChange = Pick<TreeChange, 'path' | 'mode'> & { readonly blob: Oid | null };

/** What a folder holds, by name. Names are the bytes of git's tree object, one character each, valid UTF-8 or not. */
type Folder = Map<string, { readonly mode: string; readonly oid: Oid }>;

/**
 * The tree that changes make of an old one, and the tree objects that are new on the way, innermost first.
 * `folders` holds the old raw tree objects by path (the root's is ''), at least of every folder that a change lies
 * in and that exists; whatever else they hold is kept as it is. Throws where a path to remove is not there, or where a
 * path is to be a file and a folder.
 */
export function rebuildTree(
  folders: ReadonlyMap<string, Uint8Array>,
  changes: readonly BlobChange[],
): { readonly root: Oid; readonly objects: readonly Buffer[] } {
  const objects: Buffer[] = [];
  const root = rebuildFolder({ path: '', folders, objects }, changes);
  return { root: root ?? keep(objects, new Map()), objects };
}

type Place = {
  readonly path: string;
  readonly folders: ReadonlyMap<string, Uint8Array>;
  readonly objects: Buffer[];
};

/** Null: nothing is left in it. */
function rebuildFolder(place: Place, changes: readonly BlobChange[]): Oid | null {
  const folder = parseTree(place.folders.get(place.path));
  for (const [name, below] of groupByName(place.path, changes)) {
    rebuildEntry(place, folder, { name, changes: below });
  }
  return folder.size === 0 ? null : keep(place.objects, folder);
}

function rebuildEntry(
  place: Place,
  folder: Folder,
  { name, changes }: { readonly name: string; readonly changes: readonly BlobChange[] },
): void {
  const path = place.path === '' ? name : `${place.path}/${name}`;
  const key = rawName(name);
  const own = changes.findLast((change) => change.path === path);
  const inside = changes.filter((change) => change.path !== path);
  const becomesFolder = inside.some((change) => change.blob !== null);
  if (own?.blob && becomesFolder) throw new Error(`${path} can't be a file and a folder.`);
  if (own?.blob) {
    folder.set(key, { mode: own.mode, oid: own.blob });
  } else if (own !== undefined && !becomesFolder) {
    if (!folder.delete(key)) throw new Error(`${path} is to be removed and is not there.`);
  } else {
    const oid = rebuildFolder(
      { ...place, path },
      own === undefined ? inside : inside.filter((change) => change.blob !== null),
    );
    if (oid === null) folder.delete(key);
    else folder.set(key, { mode: TREE_MODE, oid });
  }
}

/** Changes by the first segment below `path`. */
function groupByName(path: string, changes: readonly BlobChange[]): ReadonlyMap<string, BlobChange[]> {
  const start = path === '' ? 0 : path.length + 1;
  return Map.groupBy(changes, (change) => change.path.slice(start).split('/', 1)[0] ?? '');
}

function keep(objects: Buffer[], folder: Folder): Oid {
  const bytes = formatTree(folder);
  objects.push(bytes);
  return objectId('tree', bytes);
}

/** Git's tree object: `mode SP name NUL` and the id's bytes, per entry. */
function parseTree(bytes: Uint8Array | undefined): Folder {
  const folder: Folder = new Map();
  const raw = Buffer.from(bytes ?? []);
  for (let start = 0; start < raw.length; ) {
    const nameEnd = raw.indexOf(0, start);
    const [mode = '', ...name] = raw.toString('latin1', start, nameEnd).split(' ');
    start = nameEnd + 1 + OID_BYTES;
    folder.set(name.join(' '), { mode, oid: raw.toString('hex', nameEnd + 1, start) });
  }
  return folder;
}

/** Git sorts by bytes, and folders as if their names ended in a slash. */
function formatTree(folder: Folder): Buffer {
  const entries = [...folder].map(([name, { mode, oid }]) => ({
    key: mode === TREE_MODE ? `${name}/` : name,
    name,
    mode,
    oid,
  }));
  entries.sort((a, b) => (a.key < b.key ? -1 : 1));
  return Buffer.concat(
    entries.flatMap(({ name, mode, oid }) => [
      Buffer.from(`${mode} ${name}\0`, 'latin1'),
      Buffer.from(oid, 'hex'),
    ]),
  );
}

function rawName(name: string): string {
  return Buffer.from(name, 'utf8').toString('latin1');
}

/** A folder's mode as tree objects write it, without the leading zero that listings print. */
const TREE_MODE = '40000';

/** Length of an object id in a tree object. */
const OID_BYTES = 20;
