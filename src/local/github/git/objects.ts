import { isUtf8 } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Commit, Entry, Person, TreeMode } from './format.ts';
import type { ObjectType } from './reader.ts';
import type { GitStore } from './store.ts';

/** What git's own formats say, and how to put it into a repository without starting a process. */

/** Writes an object where it is not there yet, and gives its id. */
export async function writeObject(store: GitStore, type: ObjectType, body: Uint8Array): Promise<string> {
  const bytes = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  const oid = createHash('sha1').update(bytes).digest('hex');
  const folder = join(store.directory, 'objects', oid.slice(0, 2));
  const path = join(folder, oid.slice(2));
  if (await exists(path)) {
    return oid;
  }
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `tmp_obj_${randomUUID()}`);
  await writeFile(temporary, await promisify(deflate)(bytes), { mode: 0o444 });
  await rename(temporary, path);
  return oid;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Entries of a tree, or null where there is no such tree. */
export async function readTree(store: GitStore, oid: string): Promise<readonly Entry[] | null> {
  const known = store.trees.get(oid);
  if (known !== undefined) {
    return known;
  }
  const object = await store.reader.read(oid);
  if (object?.type !== 'tree') {
    return null;
  }
  const entries = parseTree(object.bytes);
  store.trees.set(oid, entries);
  return entries;
}

const OID_BYTES = 20;

function parseTree(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    entries.push({
      mode: readMode(bytes.toString('latin1', at, space)),
      name: decodeName(bytes.subarray(space + 1, end)),
      oid: bytes.toString('hex', end + 1, end + 1 + OID_BYTES),
    });
    at = end + 1 + OID_BYTES;
  }
  return entries;
}

/**
 * A name is any bytes but zero and slash. One that is no UTF-8 is kept as a zero and its bytes one by one, so
 * that it is itself again when the tree is written anew, and equals no other.
 */
function decodeName(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : `\0${bytes.toString('latin1')}`;
}

function encodeName(name: string): Buffer {
  return name.startsWith('\0') ? Buffer.from(name.slice(1), 'latin1') : Buffer.from(name);
}

/** The name as JSON can show it. */
export function showName(name: string): string {
  return name.startsWith('\0') ? encodeName(name).toString('utf8') : name;
}

/** Trees of old repositories hold modes such as 100664, which git takes for the nearest one of today. */
function readMode(text: string): TreeMode {
  switch (text) {
    case '40000':
      return '040000';
    case '100755':
    case '120000':
    case '160000':
      return text;
    default:
      return '100644';
  }
}

export async function writeTree(store: GitStore, entries: readonly Entry[]): Promise<string> {
  // git compares folders as if their name ended with a slash, byte by byte.
  const sorted = entries
    .map((entry) => ({ entry, name: encodeName(entry.name) }))
    .map(({ entry, name }) => ({
      entry,
      name,
      key: entry.mode === '040000' ? Buffer.concat([name, SLASH]) : name,
    }))
    .sort((one, other) => Buffer.compare(one.key, other.key));
  const parts = sorted.flatMap(({ entry, name }) => [
    Buffer.from(`${entry.mode.replace(/^0/, '')} `),
    name,
    ZERO,
    Buffer.from(entry.oid, 'hex'),
  ]);
  return writeObject(store, 'tree', Buffer.concat(parts));
}

const SLASH = Buffer.from('/');
const ZERO = Buffer.from([0]);

/** The commit that a full ref name or an object id names, tags followed; null: there is none. */
export async function readCommit(store: GitStore, name: string): Promise<Commit | null> {
  const known = store.commits.get(name);
  if (known !== undefined) {
    return known;
  }
  const object = await store.reader.read(name);
  if (object?.type === 'tag') {
    return readCommit(store, /^object ([0-9a-f]{40})$/m.exec(object.bytes.toString())?.[1] ?? '');
  }
  if (object?.type !== 'commit') {
    return null;
  }
  const commit = parseCommit(object.oid, object.bytes.toString());
  store.commits.set(commit.oid, commit);
  return commit;
}

function parseCommit(oid: string, text: string): Commit {
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parsePerson(values('author')[0] ?? ''),
    committer: parsePerson(values('committer')[0] ?? ''),
    message: text.slice(end + 2),
  };
}

const MILLISECONDS = 1000;

function parsePerson(line: string): Person {
  const match = /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/.exec(line);
  return {
    name: match?.[1] ?? '',
    email: match?.[2] ?? '',
    date: new Date(Number(match?.[3] ?? 0) * MILLISECONDS),
  };
}

export async function writeCommit(store: GitStore, commit: Omit<Commit, 'oid'>): Promise<string> {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatPerson(commit.author)}`,
    `committer ${formatPerson(commit.committer)}`,
  ];
  return writeObject(store, 'commit', Buffer.from(`${lines.join('\n')}\n\n${commit.message}`));
}

export function formatPerson(person: Person): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim();
  return `${clean(person.name)} <${clean(person.email)}> ${Math.floor(person.date.getTime() / MILLISECONDS)} +0000`;
}
