import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Patch } from './schema.ts';

/** sha256, hex, over all that alters a patch's result: who sent it under which name, and how to report it, do not. */
export function digestOf(patch: Patch): string {
  const { id: _id, dryRun: _dryRun, source: _source, callback: _callback, ...content } = patch;
  return sha256(canonicalJson(content));
}

/** sha256 in hex, of bytes or of a text's UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
