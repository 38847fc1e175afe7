import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

/** Writes the files of a commit into a directory, without any git data. */
export async function exportTree(store: GitStore, commit: string, directory: string): Promise<void> {
  const index = join(tmpdir(), `local-github-index-${randomUUID()}`);
  try {
    await runGit(
      store.directory,
      ['-c', 'core.bare=false', `--work-tree=${directory}`, 'read-tree', '--reset', '-u', commit],
      { env: { GIT_INDEX_FILE: index } },
    );
  } finally {
    await rm(index, { force: true });
  }
}
