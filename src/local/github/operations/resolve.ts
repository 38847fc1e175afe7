import type { Commit } from '../git/format.ts';
import { readCommit } from '../git/objects.ts';
import { isRefName, listRefs } from '../git/refs.ts';
import type { Repository } from '../model.ts';

/** The commit that a branch, tag, full ref name, object id or HEAD names; null: no such thing. */
export async function resolveCommit(repository: Repository, name: string): Promise<Commit | null> {
  if (/^[0-9a-f]{40}$/.test(name) || name === 'HEAD') {
    return readCommit(repository.store, name);
  }
  const full = name.startsWith('refs/')
    ? [name]
    : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  for (const ref of full.filter(isRefName)) {
    const commit = await readCommit(repository.store, ref);
    if (commit !== null) {
      return commit;
    }
  }
  return null;
}

/** Names of the branches that end at this commit. */
export async function branchesAt(repository: Repository, sha: string): Promise<readonly string[]> {
  const refs = await listRefs(repository.store, HEADS);
  return refs.filter(({ oid }) => oid === sha).map(({ name }) => name.slice(HEADS.length));
}

const HEADS = 'refs/heads/';
