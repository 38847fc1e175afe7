import { parseJson } from './json-text.ts';

/** A patch as a delivery carries it, with its id beside it. */
export type Inline = { readonly id: string; readonly patch: unknown };

/**
 * What is sent of a patch, by the text that is kept of it. `id` is the one that it is known by, and goes beside it only
 * where it has none inside: both must be the same, and the one that names refs may be another than the patch has.
 */
export function inlineOf({ id, text }: { readonly id: string; readonly text: string }): Inline {
  const patch = patchOf(text);
  return { id: nameOf(patch) ?? id, patch };
}

/** A text that is no JSON is sent as the text that it is, and refused once more for the same reason. */
function patchOf(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

/** The id as the patch itself has it; a record only keeps its slug. */
function nameOf(patch: unknown): string | null {
  return typeof patch === 'object' && patch !== null && 'id' in patch && typeof patch.id === 'string'
    ? patch.id
    : null;
}
