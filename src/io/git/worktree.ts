import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from './command.ts';

/** Runs `work` in a temporary checkout of a commit, and takes the checkout away whatever comes of it. */
export async function withWorktree<Result>(
  request: { readonly repository: string; readonly sha: string },
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const git = createGit({ directory: request.repository });
  const parent = await mkdtemp(join(tmpdir(), 'ghost-runner-'));
  const directory = join(parent, 'checkout');
  try {
    await git.text(['worktree', 'add', '--detach', directory, request.sha]);
    return await work(directory);
  } finally {
    await rm(parent, { recursive: true, force: true });
    await git.text(['worktree', 'prune']);
  }
}
