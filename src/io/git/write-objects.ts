import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitPlan, Oid, Transaction } from '../../stages/ports.ts';
import { objectId } from '../object-id.ts';
import { withParentFolders } from '../paths.ts';
import type { Git } from './command.ts';
import { listEntries } from './listing.ts';
import { readObjects } from './objects.ts';
import { rebuildTree } from './tree.ts';

/** Who git says wrote the commits. */
export type Identity = { readonly name: string; readonly email: string };

export type MadeCommits = { readonly [name: string]: { readonly oid: Oid; readonly tree: Oid } };

/**
 * Makes a transaction's blobs, trees and commits, with no index and no working tree: of the old trees, only folders
 * that changes lie in are read, and only those are written again.
 */
export async function writeObjects(
  git: Git,
  plans: Transaction['commits'],
  signature: { readonly identity: Identity; readonly at: Date },
): Promise<MadeCommits> {
  const folders = await readFolders(git, Object.values(plans));
  const made: NewObjects = { blob: new Map(), tree: new Map(), commit: new Map() };
  const trees = mapValues(plans, (plan) => planTree(made, plan, folders));
  const commits = mapValues(plans, (plan, name) => {
    const tree = trees[name] ?? '';
    return {
      oid: add(made, 'commit', formatCommit(plan, tree, { ...signature, message: plan.message(trees) })),
      tree,
    };
  });
  await store(git, made);
  return commits;
}

type Type = 'blob' | 'tree' | 'commit';
type NewObjects = { readonly [type in Type]: Map<Oid, Uint8Array> };
/** Raw tree objects by folder, for each commit that changes an old tree. */
type Folders = ReadonlyMap<CommitPlan, ReadonlyMap<string, Uint8Array>>;

/** Reads the folders that will change; throws where a tree or parent that the plans name does not exist. */
async function readFolders(git: Git, plans: readonly CommitPlan[]): Promise<Folders> {
  const listed = await Promise.all(
    plans.map(async (plan) => ({ plan, folders: await listFolders(git, plan) })),
  );
  const named = plans.flatMap((plan) => [...baseTree(plan).map(asTree), ...plan.parents.map(asCommit)]);
  const objects = await readObjects(git, [
    ...named,
    ...listed.flatMap(({ folders }) => [...folders.values()]),
  ]);
  const missing = named.filter((name) => objects.get(name) == null);
  if (missing.length > 0) throw new Error(`The repository does not hold ${missing.join(', ')}.`);
  const bytes = (name: string) => objects.get(name)?.bytes ?? Buffer.alloc(0);
  return new Map(
    listed.map(({ plan, folders }) => [
      plan,
      new Map([...folders].map(([path, name]) => [path, bytes(name)])),
    ]),
  );
}

/** The tree that a plan starts from or takes as it is; none where it starts from nothing. */
function baseTree({ tree }: CommitPlan): readonly Oid[] {
  if (typeof tree === 'string') return [tree];
  return tree.base === null ? [] : [tree.base];
}

/** The folders that changes lie in, by path, as names to read them by; the root's path is ''. */
async function listFolders(git: Git, { tree }: CommitPlan): Promise<ReadonlyMap<string, string>> {
  if (typeof tree === 'string' || tree.base === null) return new Map();
  const files = new Set(tree.changes.map((change) => change.path));
  const parents = withParentFolders([...files]).filter((path) => !files.has(path));
  const entries = await listEntries(git, tree.base, parents);
  const folders = [...entries].filter(([, entry]) => entry.mode === '040000');
  return new Map([
    ['', asTree(tree.base)],
    ...folders.map(([path, { oid }]): [string, string] => [path, oid]),
  ]);
}

function asTree(oid: Oid): string {
  return `${oid}^{tree}`;
}

function asCommit(oid: Oid): string {
  return `${oid}^{commit}`;
}

function planTree(made: NewObjects, plan: CommitPlan, folders: Folders): Oid {
  if (typeof plan.tree === 'string') return plan.tree;
  const changes = plan.tree.changes.map(({ path, mode, bytes }) => {
    return { path, mode, blob: bytes === null ? null : add(made, 'blob', bytes) };
  });
  const rebuilt = rebuildTree(folders.get(plan) ?? new Map(), changes);
  for (const bytes of rebuilt.objects) add(made, 'tree', bytes);
  return rebuilt.root;
}

function formatCommit(
  plan: CommitPlan,
  tree: Oid,
  { identity, at, message }: { readonly identity: Identity; readonly at: Date; readonly message: string },
): Buffer {
  if (message.includes('\0')) throw new TypeError('A commit message can not hold a NUL character.');
  const who = `${identity.name} <${identity.email}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const head = [
    `tree ${tree}`,
    ...plan.parents.map((oid) => `parent ${oid}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return Buffer.from(`${head.join('\n')}\n\n${message.endsWith('\n') ? message : `${message}\n`}`);
}

function add(made: NewObjects, type: Type, bytes: Uint8Array): Oid {
  const oid = objectId(type, bytes);
  made[type].set(oid, bytes);
  return oid;
}

/** All types at once, since ids are known before objects exist; no ref points to any of it yet. */
async function store(git: Git, made: NewObjects): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ghost-runner-objects-'));
  try {
    await Promise.all(
      (['blob', 'tree', 'commit'] as const).map(
        async (type) => await storeType(git, type, { directory, objects: made[type] }),
      ),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function storeType(
  git: Git,
  type: Type,
  { directory, objects }: { readonly directory: string; readonly objects: ReadonlyMap<Oid, Uint8Array> },
): Promise<void> {
  if (objects.size === 0) return;
  const files = [...objects].map(([oid, bytes]) => ({ oid, bytes, path: join(directory, oid) }));
  await Promise.all(files.map(async ({ path, bytes }) => await writeFile(path, bytes)));
  const list = files.map(({ path }) => `${path}\n`).join('');
  const stored = await git.text(['hash-object', '-w', '-t', type, '--no-filters', '--stdin-paths'], list);
  const wanted = files.map(({ oid }) => `${oid}\n`).join('');
  if (stored !== wanted)
    throw new Error(`git stored ${type}s under other ids than theirs; the repository may not use SHA-1.`);
}

function mapValues<From, To>(
  record: { readonly [name: string]: From },
  change: (value: From, name: string) => To,
): { [name: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
