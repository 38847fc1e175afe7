import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

/** The tree that merging two commits gives; null: they conflict. */
export async function mergeTrees(store: GitStore, ours: string, theirs: string): Promise<string | null> {
  const { exitCode, stdout } = await runGit(store.directory, ['merge-tree', '--write-tree', ours, theirs], {
    accept: [1],
  });
  return exitCode === 0 ? stdout.toString().trim() : null;
}
