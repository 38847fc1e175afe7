import { MAX_FILE_BYTES, MAX_READ_BYTES } from '../patch/limits.ts';
import type { Oid } from '../stages/ports.ts';

/**
 * Which of these blobs, given with their bytes, are not read: each that is larger than a patch may change, and the
 * largest of the others until the rest is no more than may be held at once.
 */
export function leftUnread(sizes: ReadonlyMap<Oid, number>): ReadonlySet<Oid> {
  const unread = new Set<Oid>();
  let left = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  for (const [oid, bytes] of [...sizes].toSorted(([, one], [, other]) => other - one)) {
    if (bytes <= MAX_FILE_BYTES && left <= MAX_READ_BYTES) break;
    unread.add(oid);
    left -= bytes;
  }
  return unread;
}
