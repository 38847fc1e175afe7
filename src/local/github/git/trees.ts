import type { Entry, TreeMode } from './format.ts';
import { readTree, showName, writeTree } from './objects.ts';
import type { GitStore } from './store.ts';

export type TreeEdit = {
  readonly path: string;
  readonly put: { readonly mode: TreeMode; readonly oid: string } | null;
};

export type TreeProblem = {
  readonly kind: 'bad_path' | 'nothing_to_delete' | 'no_base';
  readonly path: string;
};

/**
 * Makes a new tree out of an old one (null: out of nothing). Only the folders that are touched are read and
 * written. Edits are taken in order; a folder that ends up empty disappears.
 */
export async function editTree(
  store: GitStore,
  base: string | null,
  edits: readonly TreeEdit[],
): Promise<{ readonly oid: string } | TreeProblem> {
  const bad = edits.find(({ path }) => !isTreePath(path));
  if (bad !== undefined) {
    return { kind: 'bad_path', path: bad.path };
  }
  const result = await editFolder(
    store,
    base,
    edits.map(({ path, put }) => ({ parts: path.split('/'), path, put })),
  );
  if ('kind' in result) {
    return result;
  }
  return { oid: result.oid ?? (await writeTree(store, [])) };
}

type DeepEdit = TreeEdit & { readonly parts: readonly string[] };

async function editFolder(
  store: GitStore,
  base: string | null,
  edits: readonly DeepEdit[],
): Promise<{ readonly oid: string | null } | TreeProblem> {
  const before = base === null ? [] : await readTree(store, base);
  if (before === null) {
    return { kind: 'no_base', path: base ?? '' };
  }
  const entries = new Map(before.map((entry) => [entry.name, entry]));
  for (const [name, group] of groupByName(edits)) {
    const problem = await editEntry(store, entries, name, group);
    if (problem !== null) {
      return problem;
    }
  }
  return { oid: entries.size === 0 ? null : await writeTree(store, [...entries.values()]) };
}

function groupByName(edits: readonly DeepEdit[]): Map<string, DeepEdit[]> {
  return Map.groupBy(edits, (edit) => edit.parts[0] ?? '');
}

async function editEntry(
  store: GitStore,
  entries: Map<string, Entry>,
  name: string,
  group: readonly DeepEdit[],
): Promise<TreeProblem | null> {
  const [inside, direct] = [group.filter(isInside), group.filter((edit) => !isInside(edit))];
  for (const edit of direct) {
    if (edit.put?.mode === '040000') {
      entries.set(name, { name, ...edit.put });
    } else if (edit.put === null && !entries.delete(name)) {
      return { kind: 'nothing_to_delete', path: edit.path };
    }
  }
  const problem = await editInside(store, entries, name, inside);
  // Files come last, so that one patch can empty a folder and put a file in its place.
  const file = direct.findLast(({ put }) => put !== null && put.mode !== '040000');
  if (problem === null && file?.put) {
    entries.set(name, { name, ...file.put });
  }
  return problem;
}

function isInside(edit: DeepEdit): boolean {
  return edit.parts.length > 1;
}

async function editInside(
  store: GitStore,
  entries: Map<string, Entry>,
  name: string,
  inside: readonly DeepEdit[],
): Promise<TreeProblem | null> {
  if (inside.length === 0) {
    return null;
  }
  const before = entries.get(name);
  const deeper = inside.map((edit) => ({ ...edit, parts: edit.parts.slice(1) }));
  const result = await editFolder(store, before?.mode === '040000' ? before.oid : null, deeper);
  if ('kind' in result) {
    return result;
  }
  if (result.oid === null) {
    entries.delete(name);
  } else {
    entries.set(name, { name, mode: '040000', oid: result.oid });
  }
  return null;
}

/** The entry at a path below a tree; null: there is none. Costs one tree for each folder on the way. */
export async function findEntry(store: GitStore, tree: string, path: string): Promise<Entry | null> {
  let folder = tree;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const entry = (await readTree(store, folder))?.find(({ name }) => name === part);
    if (entry === undefined) {
      return null;
    }
    if (index === parts.length - 1) {
      return entry;
    }
    if (entry.mode !== '040000') {
      return null;
    }
    folder = entry.oid;
  }
  return null;
}

/** All entries below a tree with their full paths, folders before what is in them; null: no such tree. */
export async function listTree(store: GitStore, tree: string, prefix = ''): Promise<readonly Entry[] | null> {
  const entries = await readTree(store, tree);
  if (entries === null) {
    return null;
  }
  const all: Entry[] = [];
  for (const entry of entries) {
    const name = `${prefix}${showName(entry.name)}`;
    all.push({ ...entry, name });
    if (entry.mode === '040000') {
      all.push(...((await listTree(store, entry.oid, `${name}/`)) ?? []));
    }
  }
  return all;
}

function isTreePath(path: string): boolean {
  return path
    .split('/')
    .every(
      (part) =>
        part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git' && !part.includes('\0'),
    );
}
