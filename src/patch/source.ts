/** What a patch is read from. */
export type PatchSource = { readonly text: string } | { readonly value: unknown };

/** What an inline delivery holds: text where it was sent as text. */
export function sourceOf({ patch }: { readonly patch: unknown }): PatchSource {
  return typeof patch === 'string' ? { text: patch } : { value: patch };
}
