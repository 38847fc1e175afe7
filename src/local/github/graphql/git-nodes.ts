import { isUtf8 } from 'node:buffer';
import { listHistory } from '../git/diff.ts';
import type { Commit, Entry } from '../git/format.ts';
import { readCommit, readTree, showName } from '../git/objects.ts';
import type { GitObject } from '../git/reader.ts';
import { isRefName, type Ref, readRef } from '../git/refs.ts';
import { findEntry } from '../git/trees.ts';
import type { Repository } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import { resolveCommit } from '../operations/resolve.ts';
import { entryType } from '../views/git.ts';
import { connection, type Slice } from './connection.ts';

/** Git's objects as GraphQL shows them. Everything that costs a look into the repository is a method. */

/** The ref of this full or short name; null: there is none. */
export async function findRefNode(repository: Repository, name: string) {
  for (const candidate of [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`].filter(
    isRefName,
  )) {
    const ref = await readRef(repository.store, candidate);
    if (ref !== null) {
      return refNode(repository, ref);
    }
  }
  return null;
}

export function refNode(repository: Repository, ref: Ref, prefix = folderOf(ref.name)) {
  return {
    __typename: 'Ref',
    id: formatNodeId('REF', `${repository.id}:${ref.name}`),
    name: ref.name.slice(prefix.length),
    prefix,
    target: () => objectNode(repository, ref.oid),
  };
}

/** `refs/heads/` of `refs/heads/a/b`. */
function folderOf(name: string): string {
  return `${name.split('/', 2).join('/')}/`;
}

/** Of an object id; null: it is not in the repository. */
export async function objectNode(repository: Repository, oid: string) {
  const info = /^[0-9a-f]{40}$/.test(oid) ? await repository.store.reader.info(oid) : null;
  switch (info?.type) {
    case 'commit':
      return commitNode(repository, await readCommit(repository.store, oid));
    case 'tree':
      return treeNode(repository, oid);
    case 'blob':
      return blobNode(repository, oid, info.size);
    case 'tag':
      return tagNode(repository, oid);
    case undefined:
      return null;
  }
}

/** Of `<commit>` or `<commit>:<path>`. */
export async function expressionNode(repository: Repository, expression: string) {
  const [name = '', ...path] = expression.split(':');
  const commit = await resolveCommit(repository, name);
  if (commit === null || path.length === 0) {
    return commit === null ? null : commitNode(repository, commit);
  }
  if (path.join(':') === '') {
    return treeNode(repository, commit.tree);
  }
  const entry = await findEntry(repository.store, commit.tree, path.join(':'));
  return entry === null ? null : objectNode(repository, entry.oid);
}

function commitNode(repository: Repository, commit: Commit | null) {
  if (commit === null) {
    return null;
  }
  return {
    __typename: 'Commit',
    ...gitObjectFields('C', repository, commit.oid),
    message: commit.message,
    messageHeadline: commit.message.split('\n', 1)[0],
    authoredDate: commit.author.date.toISOString(),
    committedDate: commit.committer.date.toISOString(),
    tree: () => treeNode(repository, commit.tree),
    async parents(slice: Slice): Promise<unknown> {
      const nodes = commit.parents.map(async (oid) =>
        commitNode(repository, await readCommit(repository.store, oid)),
      );
      return connection('parents', await Promise.all(nodes), slice);
    },
    history: (slice: Slice): Promise<unknown> => historyOf(repository, commit.oid, slice),
    async file({ path }: { path: string }) {
      const entry = await findEntry(repository.store, commit.tree, path);
      return entry === null ? null : treeEntryNode(repository, entry, path);
    },
  };
}

/** Only the commits of the page are read. */
async function historyOf(repository: Repository, oid: string, slice: Slice) {
  const page = connection('history', await listHistory(repository.store, oid), slice);
  const nodes = await Promise.all(
    page.nodes.map(async (each) => commitNode(repository, await readCommit(repository.store, each))),
  );
  return { ...page, nodes, edges: page.edges.map((edge, index) => ({ ...edge, node: nodes[index] })) };
}

function treeNode(repository: Repository, oid: string) {
  return {
    __typename: 'Tree',
    ...gitObjectFields('T', repository, oid),
    entries: async () =>
      ((await readTree(repository.store, oid)) ?? []).map((entry) =>
        treeEntryNode(repository, entry, entry.name),
      ),
  };
}

function treeEntryNode(repository: Repository, entry: Entry, path: string) {
  const type = entryType(entry);
  return {
    name: showName(entry.name),
    path: showName(path),
    // The schema wants a number, and GitHub gives the octal mode in decimal.
    mode: Number.parseInt(entry.mode, 8),
    type,
    oid: entry.oid,
    size: async () => (type === 'blob' ? ((await repository.store.reader.info(entry.oid))?.size ?? 0) : 0),
    object: () => (type === 'commit' ? null : objectNode(repository, entry.oid)),
  };
}

/** GitHub shows no more of a blob than this. Bytes. */
const LONGEST_TEXT = 512_000;
/** git looks this far for a zero byte to tell binary from text. */
const SNIFFED_BYTES = 8000;

function blobNode(repository: Repository, oid: string, size: number) {
  let blob: Promise<GitObject | null> | undefined;
  const bytes = async () => {
    blob ??= repository.store.reader.read(oid);
    return (await blob)?.bytes ?? Buffer.alloc(0);
  };
  return {
    __typename: 'Blob',
    ...gitObjectFields('B', repository, oid),
    byteSize: size,
    isTruncated: size > LONGEST_TEXT,
    isBinary: async () => isBinary(await bytes()),
    text: async () =>
      isBinary(await bytes()) ? null : decodeText((await bytes()).subarray(0, LONGEST_TEXT)),
  };
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, SNIFFED_BYTES).includes(0);
}

/** Text that is not UTF-8 is guessed to be in a western encoding and translated, so it no longer hashes to its id. */
function decodeText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
}

async function tagNode(repository: Repository, oid: string) {
  const text = (await repository.store.reader.read(oid))?.bytes.toString() ?? '';
  const header = (key: string) => new RegExp(`^${key} (.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    __typename: 'Tag',
    ...gitObjectFields('T', repository, oid),
    name: header('tag'),
    message: text.slice(text.indexOf('\n\n') + 2),
    target: () => objectNode(repository, header('object')),
  };
}

const ABBREVIATION = 7;

function gitObjectFields(kind: 'C' | 'T' | 'B', repository: Repository, oid: string) {
  return {
    id: formatNodeId(kind, `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, ABBREVIATION),
  };
}
