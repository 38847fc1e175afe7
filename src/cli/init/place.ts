import { join } from 'node:path';
import { createGit, type Git } from '../../io/git/command.ts';
import { LARGEST_COMPARED, readFound } from './compare.ts';

export type Place = {
  /** The root of the working tree. */
  readonly root: string;
  /** `owner/name` as the remote `origin` has it; null: there is none. */
  readonly repository: string | null;
  /** The branch that is checked out; null: none. */
  readonly branch: string | null;
};

/** Where `directory` is. Throws where that is in no repository. */
export async function findPlace(directory: string): Promise<Place> {
  const git = createGit({ directory });
  const root = await ask(git, ['rev-parse', '--show-toplevel']);
  if (root === null) {
    throw new Error(
      `${directory} is in no git repository; clone yours, or run git init, and try again there`,
    );
  }
  const own = ['rev-parse', '--absolute-git-dir'];
  if ((await ask(git, own)) !== (await ask(createGit({ directory: root }), own))) {
    throw new Error(
      `the working tree of ${directory} is said to be ${root}, which is none of this repository; take core.worktree out of its configuration and try again`,
    );
  }
  return {
    root,
    repository: await findOrigin(directory),
    branch: await ask(git, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
  };
}

/** `owner/name` as the remote `origin` of a repository has it; null: there is none. */
export async function findOrigin(directory: string): Promise<string | null> {
  const address = await ask(createGit({ directory }), ['config', '--get', 'remote.origin.url']);
  return address === null ? null : repositoryOf(address);
}

/**
 * Whether files, named from the root, are not in the newest commit as they are. `git status` knows too, and runs the
 * programs that the clone's configuration calls filters.
 */
export async function differsFromHead(root: string, paths: readonly string[]): Promise<boolean> {
  const git = createGit({ directory: root });
  const same = await Promise.all(
    paths.map(async (path) => {
      const committed = await readCommitted(git, path);
      const found = readFound(join(root, path));
      return committed !== null && found !== null && withUnixEnds(committed) === withUnixEnds(found);
    }),
  );
  return same.includes(false);
}

/** null: it is not there, or is larger than any file that is compared; then it is another one anyway. */
async function readCommitted(git: Git, path: string): Promise<string | null> {
  const size = await ask(git, ['cat-file', '-s', `HEAD:${path}`]);
  return size === null || Number(size) > LARGEST_COMPARED
    ? null
    : await ask(git, ['cat-file', 'blob', `HEAD:${path}`]);
}

function withUnixEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** `owner/name` of an address of git's, such as `git@github.com:acme/shop.git`; null: it is another one's. */
export function repositoryOf(address: string): string | null {
  const [, path = ''] =
    /^[a-z+]+:\/\/[^/\s]+\/(\S+)$/.exec(address) ??
    /^(?:[^@/\s]+@)?[^:/\s]+:(?!\/)(\S+)$/.exec(address) ??
    [];
  const name = path.replace(/\/$/, '').replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(name) ? name : null;
}

async function ask(git: Git, args: readonly string[]): Promise<string | null> {
  try {
    return (await git.text(args)).trim() || null;
  } catch {
    // git says "no" with its exit code.
    return null;
  }
}
