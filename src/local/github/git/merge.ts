import { findMergeBase } from './diff.ts';
import { readCommit } from './objects.ts';
import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

/** The tree that merging two commits gives; null: they conflict, or have no history in common. */
export async function mergeTrees(store: GitStore, ours: string, theirs: string): Promise<string | null> {
  const base = await findMergeBase(store, ours, theirs);
  if (base === null) {
    return null;
  }
  // Where one side holds the other, there is nothing to merge.
  if (base === ours || base === theirs) {
    return (await readCommit(store, base === ours ? theirs : ours))?.tree ?? null;
  }
  const { exitCode, stdout } = await runGit(store.directory, ['merge-tree', '--write-tree', ours, theirs], {
    accept: [1],
  });
  return exitCode === 0 ? stdout.toString().trim() : null;
}
