/** What stands at a path before the patch. */
export type SourceEntry =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly executable: boolean }
  /** A file that is too large to be read, alone or together with all others of the patch. `size` in bytes. */
  | { readonly kind: 'unread'; readonly oid: string; readonly size: number; readonly executable: boolean }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'directory' }
  | { readonly kind: 'submodule' };

/** What the patch makes of one path. */
export type FileChange = {
  readonly path: string;
  readonly action: 'create' | 'modify' | 'delete' | 'rename';
  /** For a rename: the path that is gone. */
  readonly from?: string;
  /** The new content; null for a delete. */
  readonly bytes: Uint8Array | null;
  readonly executable: boolean;
};

/** The folders above a path, outermost first; the root itself is not among them. `a/b/c` gives `a`, `a/b`. */
export function parentsOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Bytes of all these paths together, in UTF-8. */
export function pathBytes(paths: readonly string[]): number {
  return new TextEncoder().encode(paths.join('')).length;
}

/** Texts as they are stored: the same to the last byte. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}
