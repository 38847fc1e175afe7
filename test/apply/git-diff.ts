import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which git compares texts; remove it when done. */
export type GitDiff = {
  /** What `git diff` writes for a file `f` that was `before` and is `after`. */
  readonly diff: (before: string, after: string, context: number) => string;
  readonly remove: () => void;
};

export function createGitDiff(): GitDiff {
  const folder = mkdtempSync(join(tmpdir(), 'git-diff-'));
  return {
    diff: (before, after, context) => {
      writeFileSync(join(folder, 'before'), before);
      writeFileSync(join(folder, 'after'), after);
      const args = ['diff', '--no-index', '--no-color', '--text', `-U${context}`, 'before', 'after'];
      // It exits with 1 when there is a difference.
      return spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
        .stdout.replace(/^diff --git .*\n/, 'diff --git a/f b/f\n')
        .replace('\n--- a/before\n+++ b/after\n', '\n--- a/f\n+++ b/f\n');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
