/** The folders that a path lies in, outermost first; the root itself is not among them. `a/b/c` gives `a`, `a/b`. */
export function parentFolders(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Each path once, with all the folders that they lie in. */
export function withParentFolders(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => [...parentFolders(path), path]))];
}
