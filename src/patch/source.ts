import { canonicalJson } from './canonical-json.ts';

/** What a patch is read from. */
export type PatchSource = { readonly text: string } | { readonly value: unknown };

/** What is handed on of it: as it came, so that whoever applies it tells the same of how it was read. */
export function asItCame(patch: unknown): string {
  return typeof patch === 'string' ? patch : canonicalJson(patch);
}

/** What an inline delivery holds: text where it was sent as text. */
export function sourceOf({ patch }: { readonly patch: unknown }): PatchSource {
  return typeof patch === 'string' ? { text: patch } : { value: patch };
}
