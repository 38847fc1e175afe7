import { Buffer } from 'node:buffer';
import type { Octokit } from '@octokit/rest';
import type { Oid } from '../../stages/ports.ts';
import { leftUnread } from '../left-unread.ts';
import { objectId } from '../object-id.ts';
import type { EntryAnswer } from './answers.ts';
import type { Place } from './snapshot-query.ts';

/** Bytes of a blob that was left unread; null: it was read, or is none. */
export function unreadBytes(
  { type, oid, object }: EntryAnswer,
  blobs: ReadonlyMap<Oid, Uint8Array>,
): number | null {
  return type !== 'blob' || blobs.has(oid) ? null : (object?.byteSize ?? 0);
}

/**
 * The bytes of the blobs among these entries, by oid, each verified against it; what is too large, or too much together, is
 * left out.
 *
 * GraphQL gives text: none of a binary file, a part of a long one, and a translation of what is not UTF-8. Whatever
 * does not hash to its id is read again over REST.
 */
export async function readBlobs(
  octokit: Octokit,
  place: Place,
  entries: readonly EntryAnswer[],
): Promise<ReadonlyMap<Oid, Buffer>> {
  const all = entries.filter(({ type }) => type === 'blob');
  const unread = leftUnread(new Map(all.map(({ oid, object }) => [oid, object?.byteSize ?? 0])));
  const blobs = all.filter(({ oid }) => !unread.has(oid));
  const bytes = new Map(blobs.flatMap((entry) => verifiedText(entry)));
  const others = [...new Set(blobs.map(({ oid }) => oid))].filter((oid) => !bytes.has(oid));
  while (others.length > 0) {
    const some = others.splice(0, BLOBS_AT_ONCE);
    const read = await Promise.all(some.map(async (oid) => await readBlob(octokit, place, oid)));
    for (const [index, oid] of some.entries()) bytes.set(oid, read[index] ?? Buffer.alloc(0));
  }
  return bytes;
}

function verifiedText({ oid, object }: EntryAnswer): readonly (readonly [Oid, Buffer])[] {
  if (typeof object?.text !== 'string' || object.isTruncated) return [];
  const bytes = Buffer.from(object.text, 'utf8');
  return objectId('blob', bytes) === oid ? [[oid, bytes]] : [];
}

async function readBlob(octokit: Octokit, { owner, name }: Place, oid: Oid): Promise<Buffer> {
  const { data } = await octokit.rest.git.getBlob({ owner, repo: name, file_sha: oid });
  const bytes = Buffer.from(data.content, 'base64');
  if (objectId('blob', bytes) !== oid)
    throw new Error(`The bytes that GitHub gave for blob ${oid} do not hash to its id.`);
  return bytes;
}

/** Far below the hundred requests that GitHub allows at one time. */
const BLOBS_AT_ONCE = 20;
