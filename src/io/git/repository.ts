import type { Oid, Repository, Transaction, WriteResult } from '../../stages/ports.ts';
import { judgeMoves, type ResolvedMove, resolveMoves } from '../ref-moves.ts';
import { createGit, type Git } from './command.ts';
import { GitError } from './errors.ts';
import { createLocalRefs } from './local-refs.ts';
import { TakeBackError } from './push.ts';
import { readSnapshot } from './read.ts';
import type { Refs } from './refs.ts';
import { createRemoteRefs } from './remote-refs.ts';
import { prepareRemoteStore } from './remote-store.ts';
import { type Identity, type MadeCommits, writeObjects } from './write-objects.ts';

export type GitRepositoryOptions = {
  /**
   * Without `remote`, the clone to work on, whose index, working tree and configuration stay as they are.
   * With it, a folder of ours for fetched objects: empty, absent or from an earlier use.
   */
  readonly directory: string;
  /** URL of the repository to work on, as git takes it. */
  readonly remote?: string;
  /** For http remotes; git's own credentials are used where absent. */
  readonly token?: string;
  /** Author and committer of the commits. */
  readonly identity?: Identity;
  /** The clone's default branch, where it is neither `origin`'s nor the one checked out. */
  readonly defaultBranch?: string;
  readonly now?: () => Date;
};

/**
 * The repository port over real git. Everything it needs is read by a handful of processes, whose number does not grow
 * with the files; writes touch neither index nor working tree. Pull requests, labels and users are unknown to git:
 * `pullRequest` is undefined and the id maps are empty.
 * Expects SHA-1 repositories. Rejects with GitError.
 */
export function createGitRepository(options: GitRepositoryOptions): Repository {
  const { directory, remote, identity = GHOST_RUNNER, now = () => new Date() } = options;
  const git = createGit({ directory, token: options.token, fetches: remote !== undefined });
  const refs = remote === undefined ? createLocalRefs(git, options) : createRemoteRefs(git);
  // A ref may move to a commit of an earlier transaction, which no remote knows yet.
  const parents = new Map<Oid, readonly Oid[]>();
  let prepared: Promise<void> | undefined;
  const prepare = async () => {
    if (remote !== undefined) await (prepared ??= prepareRemoteStore(git, directory, remote));
  };
  return {
    read: async (request) => {
      return await attempt('read the repository', async () => {
        await prepare();
        return await readSnapshot(git, refs, request);
      });
    },
    write: async (transaction) => {
      return await attempt('write to the repository', async () => {
        await prepare();
        const parts = { git, refs, parents, signature: { identity, at: now() } };
        return await write(parts, transaction);
      });
    },
  };
}

async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new GitError(what, cause);
  }
}

async function write(
  {
    git,
    refs,
    parents,
    signature,
  }: {
    readonly git: Git;
    readonly refs: Refs;
    /** Of all commits that were made here so far; those of this transaction are added. */
    readonly parents: Map<Oid, readonly Oid[]>;
    readonly signature: { identity: Identity; at: Date };
  },
  transaction: Transaction,
): Promise<WriteResult> {
  await refs.fetchCommits(Object.values(transaction.commits).flatMap(({ parents }) => parents));
  const commits = await writeObjects(git, transaction.commits, signature);
  const moves = resolveMoves(transaction.refs, commits);
  for (const [name, { oid }] of Object.entries(commits)) {
    parents.set(oid, transaction.commits[name]?.parents ?? []);
  }
  if (moves.length === 0) return { ok: true, commits };
  try {
    await refs.move(moves, parents);
    return { ok: true, commits };
  } catch (error) {
    return await settle(refs, { moves, commits, error });
  }
}

/** Git's words for a refusal differ between versions and servers; where the refs are now does not. */
async function settle(
  refs: Refs,
  {
    moves,
    commits,
    error,
  }: { readonly moves: readonly ResolvedMove[]; readonly commits: MadeCommits; readonly error: unknown },
): Promise<WriteResult> {
  if (error instanceof TakeBackError) throw error;
  const { positions } = await refs.look({ refs: moves.map(({ ref }) => ref) });
  const judgement = judgeMoves(moves, positions);
  if (judgement.kind === 'done') return { ok: true, commits };
  if (judgement.kind === 'moved') return { ok: false, moved: judgement.refs };
  throw error;
}

const GHOST_RUNNER: Identity = { name: 'ghost-runner', email: 'ghost-runner@localhost' };
