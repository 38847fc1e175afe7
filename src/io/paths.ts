import { parentsOf } from '../apply/tree.ts';

/** Each path once, with all the folders that they lie in. */
export function withParentFolders(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => [...parentsOf(path), path]))];
}
