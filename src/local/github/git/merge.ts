import { findMergeBase } from './diff.ts';
import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

/** The tree that merging two commits gives; null: they conflict, or have no history in common. */
export async function mergeTrees(store: GitStore, ours: string, theirs: string): Promise<string | null> {
  if ((await findMergeBase(store, ours, theirs)) === null) {
    return null;
  }
  const { exitCode, stdout } = await runGit(store.directory, ['merge-tree', '--write-tree', ours, theirs], {
    accept: [1],
  });
  return exitCode === 0 ? stdout.toString().trim() : null;
}
