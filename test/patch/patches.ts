import type { Change, Patch } from '../../src/patch/schema.ts';
import { patchSchema } from '../../src/patch/schema.ts';

/** A change as it is sent: fields with defaults may be left out. */
export type SentChange = { readonly kind: Change['kind']; readonly [field: string]: unknown };

/** A patch of these changes, as reading it gives. */
export function patchOf(...changes: readonly SentChange[]): Patch {
  return patchSchema.parse({ version: 1, changes });
}
