import { listCommits } from '../git/diff.ts';
import type { Commit } from '../git/format.ts';
import { readCommit } from '../git/objects.ts';
import { isAncestor, type RefChange, ZERO_OID } from '../git/refs.ts';
import type { Cause, Repository } from '../model.ts';
import type { Platform } from '../platform.ts';
import { repositoryPage } from '../views/repository.ts';
import { userEmail } from '../world.ts';

/** Only branches and tags are pushes to the world; other refs move in silence. */
export async function publishPush(
  platform: Platform,
  repository: Repository,
  change: RefChange,
  cause: Cause,
): Promise<void> {
  const { ref, before, after } = change;
  if (!/^refs\/(heads|tags)\//.test(ref)) {
    return;
  }
  const deleted = after === ZERO_OID;
  const commits = deleted ? [] : await readPushedCommits(repository, change);
  const page = repositoryPage(platform.world, repository);
  platform.events.publish({
    name: 'push',
    repository,
    payload: {
      ref,
      before,
      after,
      created: before === ZERO_OID,
      deleted,
      forced: await isForced(repository, change),
      base_ref: null,
      compare: `${page}/compare/${before}...${after}`,
      commits: commits.map((commit) => pushedCommit(page, commit)),
      head_commit: commits.map((commit) => pushedCommit(page, commit)).at(-1) ?? null,
      pusher: { name: cause.user.login, email: userEmail(cause.user) },
    },
    cause,
    ...(deleted ? {} : { workflows: { ref, sha: after } }),
  });
}

/** A push event names at most this many commits. */
const LISTED_COMMITS = 2048;

async function readPushedCommits(
  repository: Repository,
  { before, after }: RefChange,
): Promise<readonly Commit[]> {
  const head = await readCommit(repository.store, after);
  if (head === null) {
    return [];
  }
  if (before === ZERO_OID || head.parents.includes(before)) {
    return [head];
  }
  const oids = (await listCommits(repository.store, before, after)).slice(-LISTED_COMMITS);
  const commits = await Promise.all(oids.map((oid) => readCommit(repository.store, oid)));
  return commits.filter((commit) => commit !== null);
}

async function isForced(repository: Repository, { before, after }: RefChange): Promise<boolean> {
  return before !== ZERO_OID && after !== ZERO_OID && !(await isAncestor(repository.store, before, after));
}

function pushedCommit(page: string, commit: Commit) {
  return {
    id: commit.oid,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date.toISOString(),
    url: `${page}/commit/${commit.oid}`,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}
