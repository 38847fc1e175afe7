import { createHash } from 'node:crypto';
import type { Oid } from '../stages/ports.ts';

/** The id that git gives an object: SHA-1 over its type, length and bytes. */
export function objectId(type: 'blob' | 'tree' | 'commit', bytes: Uint8Array): Oid {
  return createHash('sha1').update(`${type} ${bytes.byteLength}\0`).update(bytes).digest('hex');
}
