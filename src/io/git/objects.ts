import type { Buffer } from 'node:buffer';
import type { CommitInfo, Oid } from '../../stages/ports.ts';
import { objectId } from '../object-id.ts';
import type { Git } from './command.ts';

export type GitObject = { readonly oid: Oid; readonly type: string; readonly bytes: Buffer };

/**
 * Objects by name, all in one process; null: there is no such object here.
 * Names are whatever `git rev-parse` takes, without line breaks. Blobs are checked against their ids.
 */
export async function readObjects(
  git: Git,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, GitObject | null>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const output = await git.catFile(['--batch'], lines(wanted));
  let position = 0;
  return new Map(
    wanted.map((name) => {
      const headerEnd = output.indexOf('\n', position);
      const header = output.toString('utf8', position, headerEnd);
      const [oid = '', type = '', size = ''] = header.split(' ');
      position = headerEnd + 1;
      if (header === `${name} missing`) return [name, null];
      const bytes = output.subarray(position, position + Number(size));
      position += bytes.byteLength + 1;
      return [name, checked({ oid, type, bytes })];
    }),
  );
}

/** How many bytes each of these objects has; those that are not here are left out. */
export async function readSizes(git: Git, oids: Iterable<Oid>): Promise<ReadonlyMap<Oid, number>> {
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return new Map();
  const answers = await git.text(['cat-file', '--batch-check'], lines(wanted));
  return new Map(
    answers.split('\n').flatMap((answer) => {
      const [oid = '', , size] = answer.split(' ');
      return size === undefined ? [] : [[oid, Number(size)] as const];
    }),
  );
}

/** Those of the names that no object here answers to. */
export async function findMissing(git: Git, names: Iterable<string>): Promise<readonly string[]> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [];
  const answers = (await git.text(['cat-file', '--batch-check'], lines(wanted))).split('\n');
  return wanted.filter((name, index) => answers[index] === `${name} missing`);
}

/** The commit in this object; null where it is absent or no commit. Line breaks at the end of the message don't count. */
export function parseCommit(object: GitObject | null | undefined): CommitInfo | null {
  if (object?.type !== 'commit') return null;
  const text = object.bytes.toString('utf8');
  const headEnd = text.indexOf('\n\n');
  const tree = /^tree ([0-9a-f]+)$/m.exec(text)?.[1];
  if (tree === undefined) throw new Error(`The commit ${object.oid} names no tree.`);
  return { oid: object.oid, tree, message: text.slice(headEnd + 2).replace(/\n+$/, '') };
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('');
}

function checked(object: GitObject): GitObject {
  if (object.type === 'blob' && objectId('blob', object.bytes) !== object.oid) {
    throw new Error(`The bytes of blob ${object.oid} do not hash to its id.`);
  }
  return object;
}
