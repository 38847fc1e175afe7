import { countChanges, findMergeBase, listCommits } from './diff.ts';
import { createMemory, type Memory } from './memory.ts';
import { mergeTrees } from './merge.ts';
import type { GitStore } from './store.ts';

/** What a pull request adds to its base, as the API counts it. */
export type PullComparison = {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changed_files: number;
  readonly mergeable: boolean;
};

/** Two commits always compare the same, so git is asked once for each pair. */
export async function comparePull(store: GitStore, base: string, head: string): Promise<PullComparison> {
  const key = `${base} ${head}`;
  const memory = comparisons.get(store) ?? createMemory<PullComparison>(REMEMBERED);
  comparisons.set(store, memory);
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  const common = await findMergeBase(store, base, head);
  const parted = common ?? base;
  const [files, commits, mergeable] = await Promise.all([
    countChanges(store, parted, head),
    listCommits(store, parted, head),
    // A branch that starts from the base's head can't conflict with it.
    common === base ? true : mergeTrees(store, base, head).then((tree) => tree !== null),
  ]);
  const comparison = {
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
    mergeable,
  };
  memory.set(key, comparison);
  return comparison;
}

const REMEMBERED = 1000;
const comparisons = new WeakMap<GitStore, Memory<PullComparison>>();
