import { isCrowded, jsonIn } from './json-text.ts';
import { type Patch, patchSchema } from './schema.ts';
import { titleOf } from './title.ts';

/**
 * The patch in a text as records keep it, which is canonical JSON. null: it is kept as it came, because it was refused. Costs
 * no more than reading JSON, whatever stands in it: a record is read each time that somebody looks, and what was sent is
 * understood once.
 */
export function readKept(text: string): { readonly title: string; readonly patch: Patch } | null {
  const checked = isCrowded(text) ? null : patchSchema.safeParse(jsonIn(text));
  return checked?.success === true ? { title: titleOf(checked.data), patch: checked.data } : null;
}
