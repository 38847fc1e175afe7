import { Buffer, isUtf8 } from 'node:buffer';
import type { Octokit } from '@octokit/rest';
import { parentsOf } from '../../apply/tree.ts';
import type { CommitPlan, Oid, Transaction, TreeChange } from '../../stages/ports.ts';
import { objectId } from '../object-id.ts';
import type { Place } from './snapshot-query.ts';

export type MadeCommits = { readonly [name: string]: { readonly oid: Oid; readonly tree: Oid } };

/**
 * Makes a transaction's objects: blobs that are no text, then all trees, then all commits, each kind side by side.
 * Author and committer are left to GitHub, which signs such commits where it can. No ref points to any of it yet, so
 * doing it twice does no harm.
 */
export async function writeObjects(
  octokit: Octokit,
  place: Place,
  plans: Transaction['commits'],
): Promise<MadeCommits> {
  const entries = Object.entries(plans);
  await Promise.all(
    blobsOf(Object.values(plans)).map(async (bytes) => await createBlob(octokit, place, bytes)),
  );
  const trees = Object.fromEntries(
    await Promise.all(
      entries.map(async ([name, plan]) => [name, await createTree(octokit, place, plan)] as const),
    ),
  );
  const commits = entries.map(async ([name, plan]) => {
    const tree = trees[name] ?? '';
    return [
      name,
      { oid: await createCommit(octokit, place, { plan, tree, message: plan.message(trees) }), tree },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(commits));
}

/** Those that can't travel inside the request for their tree, each once. */
function blobsOf(plans: readonly CommitPlan[]): readonly Uint8Array[] {
  const changes = plans.flatMap(({ tree }) => (typeof tree === 'string' ? [] : tree.changes));
  const bodies = changes.flatMap(({ bytes }) => (bytes === null || fitsInline(bytes) ? [] : [bytes]));
  return [...new Map(bodies.map((bytes) => [objectId('blob', bytes), bytes])).values()];
}

function fitsInline(bytes: Uint8Array): boolean {
  return bytes.byteLength <= LONGEST_INLINE && isUtf8(bytes) && !bytes.includes(0);
}

async function createBlob(octokit: Octokit, { owner, name }: Place, bytes: Uint8Array): Promise<void> {
  const content = Buffer.from(bytes).toString('base64');
  const { data } = await octokit.rest.git.createBlob({ owner, repo: name, content, encoding: 'base64' });
  if (data.sha !== objectId('blob', bytes))
    throw new Error(`GitHub stored a blob as ${data.sha}, which is not its id.`);
}

async function createTree(octokit: Octokit, { owner, name }: Place, { tree }: CommitPlan): Promise<Oid> {
  if (typeof tree === 'string') return tree;
  if (tree.base !== null && tree.changes.length === 0) return tree.base;
  const { data } = await octokit.rest.git.createTree({
    owner,
    repo: name,
    tree: withoutImpliedRemovals(tree.changes).map(treeItem),
    ...(tree.base === null ? {} : { base_tree: tree.base }),
  });
  return data.sha;
}

/**
 * What a path becomes says what becomes of everything in its way: a new folder replaces the file of its name, and a new
 * file the folder. Saying both would make the answer depend on the order in which GitHub takes them.
 */
function withoutImpliedRemovals(changes: readonly TreeChange[]): readonly TreeChange[] {
  const written = changes.filter(({ bytes }) => bytes !== null).map(({ path }) => path);
  const files = new Set(written);
  const folders = new Set(written.flatMap(parentsOf));
  return changes.filter(({ path, bytes }) => {
    return bytes !== null || (!folders.has(path) && !parentsOf(path).some((folder) => files.has(folder)));
  });
}

function treeItem({ path, mode, bytes }: TreeChange) {
  const place = { path, mode, type: 'blob' } as const;
  if (bytes === null) return { ...place, sha: null };
  return fitsInline(bytes)
    ? { ...place, content: Buffer.from(bytes).toString('utf8') }
    : { ...place, sha: objectId('blob', bytes) };
}

async function createCommit(
  octokit: Octokit,
  { owner, name }: Place,
  { plan, tree, message }: { readonly plan: CommitPlan; readonly tree: Oid; readonly message: string },
): Promise<Oid> {
  const { data } = await octokit.rest.git.createCommit({
    owner,
    repo: name,
    message,
    tree,
    parents: [...plan.parents],
  });
  return data.sha;
}

/** Bytes. Longer files travel alone, so that no request for a tree grows beyond what GitHub takes. */
const LONGEST_INLINE = 1_000_000;
