import type { Oid } from '../../stages/ports.ts';
import type { Git } from './command.ts';
import { findMissing } from './objects.ts';
import type { Refs } from './refs.ts';

/** Brings objects from `origin` into a partial, shallow repository: only what is asked for, and only what is missing. */
export type Fetcher = Pick<Refs, 'fetchCommits' | 'fetchBlobs'> & {
  /** All ancestors of these commits, as bare commits without trees. */
  fetchHistory(oids: readonly Oid[]): Promise<void>;
};

/** Fetches take turns: git locks the list of shallow commits and does not wait for that lock. */
export function createFetcher(git: Git): Fetcher {
  let last: Promise<unknown> = Promise.resolve();
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return await turn;
  }
  return {
    fetchCommits: async (oids) => await inTurn(async () => await fetchCommits(git, oids)),
    fetchBlobs: async (oids) => await inTurn(async () => await fetchBlobs(git, oids)),
    fetchHistory: async (oids) => await inTurn(async () => await fetchHistory(git, oids)),
  };
}

/** A commit counts as present with its tree: history that was fetched to compare commits has none. */
async function fetchCommits(git: Git, oids: readonly (Oid | null)[]): Promise<readonly Oid[]> {
  const wanted = [...new Set(oids.filter((oid) => oid !== null))];
  const missing = await findMissing(
    git,
    wanted.map((oid) => `${oid}${TREE}`),
  );
  const absent = await fetchThoseThatExist(
    git,
    missing.map((name) => name.slice(0, -TREE.length)),
  );
  return wanted.filter((oid) => !absent.includes(oid));
}

/** The remote refuses a whole fetch for one id that it does not have, and names it. Answers with all such ids. */
async function fetchThoseThatExist(git: Git, oids: readonly Oid[]): Promise<readonly Oid[]> {
  if (oids.length === 0) return [];
  // The refs are our own: they keep the commits, and let later fetches build on them.
  const refspecs = oids.map((oid) => `+${oid}:refs/seen/${oid}`);
  try {
    await git.text([...FETCH, '--depth=1', '--filter=blob:none', 'origin', ...refspecs]);
    return [];
  } catch (error) {
    const absent = NOT_THERE.exec(String(error))?.[1];
    if (absent === undefined || !oids.includes(absent)) throw error;
    return [
      absent,
      ...(await fetchThoseThatExist(
        git,
        oids.filter((oid) => oid !== absent),
      )),
    ];
  }
}

async function fetchBlobs(git: Git, oids: readonly Oid[]): Promise<void> {
  const missing = await findMissing(git, oids);
  if (missing.length > 0) await git.text([...WITHOUT_HAVING, ...FETCH, 'origin', ...missing]);
}

async function fetchHistory(git: Git, oids: readonly Oid[]): Promise<void> {
  if (oids.length > 0)
    await git.text([...FETCH, `--depth=${WHOLE_HISTORY}`, '--filter=tree:0', 'origin', ...oids]);
}

const TREE = '^{tree}';

/**
 * Only while it fetches or pushes does git know that the remote may be asked for objects that are missing here. All
 * other commands shall just call them missing, not go and fetch them one by one, or fail because they may not.
 */
export const PARTIAL = [
  '-c',
  'remote.origin.promisor=true',
  '-c',
  'remote.origin.partialCloneFilter=blob:none',
] as const;

/** `--progress` is for simple-git, which waits a while longer for commands that print nothing. */
const FETCH = [
  ...PARTIAL,
  'fetch',
  '--progress',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
] as const;

/** Told which commits we have, the remote would take it that we have their blobs too, and send none. */
const WITHOUT_HAVING = ['-c', 'fetch.negotiationAlgorithm=noop'] as const;

const NOT_THERE = /not our ref ([0-9a-f]{40})/;

/** The depth that git takes for "all of it". */
const WHOLE_HISTORY = 2_147_483_647;
