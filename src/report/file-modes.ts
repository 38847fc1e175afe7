/** Git's modes of a file before and after, such as `100755`; null where it does not exist. */
export type FileModes = { readonly before: string | null; readonly after: string | null };

/** What is to be known of the mode that a file gets; null: nothing that its lines don't tell. */
export function describeModes({ before, after }: FileModes): string | null {
  if (after === null || before === after) return null;
  const now = KINDS[after] ?? `mode ${after}`;
  if (before === null) return after === PLAIN ? null : now;
  return after === PLAIN ? `no longer ${KINDS[before] ?? `mode ${before}`}` : `becomes ${now}`;
}

const PLAIN = '100644';

const KINDS: { readonly [mode: string]: string } = {
  '100755': 'executable',
  '120000': 'a symlink',
  '160000': 'a submodule',
};
