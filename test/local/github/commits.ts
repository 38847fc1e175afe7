import { readCommit, writeCommit } from '../../../src/local/github/git/objects.ts';
import { updateRefs } from '../../../src/local/github/git/refs.ts';
import type { LocalGitHub } from '../../../src/local/github/server.ts';

/**
 * Commits of a repository on the local GitHub, through the process that it has for its objects anyway: tests ask for
 * them so often that a git for each takes longer than what they are about.
 */
export type Place = { readonly github: Pick<LocalGitHub, 'repository'>; readonly repository: string };

/** The commit that a revision names, as git understands it. Throws where there is none. */
export async function commitAt({ github, repository }: Place, revision: string) {
  const commit = await readCommit(github.repository(repository).store, revision);
  if (commit === null) {
    throw new Error(`${repository} has no commit ${revision}`);
  }
  return commit;
}

export async function messageAt(place: Place, revision: string): Promise<string> {
  return (await commitAt(place, revision)).message;
}

/** Puts a commit at a ref, whatever stood there, and tells nobody of it. `like`: a revision that has its tree. */
export async function putCommit(
  place: Place,
  ref: string,
  commit: { readonly like: string; readonly message: string; readonly parents?: readonly string[] },
): Promise<void> {
  const { like, message, parents = [] } = commit;
  const { store } = place.github.repository(place.repository);
  const person = { name: 't', email: 't@example.com', date: new Date() };
  const after = await writeCommit(store, {
    tree: (await commitAt(place, like)).tree,
    parents: await Promise.all(parents.map(async (parent) => (await commitAt(place, parent)).oid)),
    author: person,
    committer: person,
    message: message.endsWith('\n') ? message : `${message}\n`,
  });
  const moved = await updateRefs(store, [{ ref, after, force: true }]);
  if (!moved.ok) {
    throw new Error(`${ref} could not be put: ${JSON.stringify(moved.problem)}`);
  }
}
