import type { Ledger, LedgerCommit, ListedRef } from '../../stages/control/ports.ts';
import type { Oid } from '../../stages/ports.ts';
import { commitTime } from '../commit-time.ts';
import { isFullRef } from '../ref-moves.ts';
import { createGit, type Git } from './command.ts';
import { GitError } from './errors.ts';
import { type GitObject, parseCommit, readObjects } from './objects.ts';

/** Refs and their histories as they are in a clone; what its remote has beyond that is unknown. Rejects with GitError. */
export function createGitLedger({ directory }: { readonly directory: string }): Ledger {
  const git = createGit({ directory });
  const list = async (prefix: string) =>
    await attempt(`list the refs under ${prefix}`, async () => await listRefs(git, prefix));
  return {
    list,
    each: async (prefix, take) => {
      (await list(prefix)).forEach((listed) => take(listed));
    },
    history: async (ref, limit) => {
      return await attempt(`read the history of ${ref}`, async () => await readHistory(git, ref, limit));
    },
    commit: async (oid) => {
      return await attempt(`read the commit ${oid}`, async () => await readCommit(git, oid));
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

async function listRefs(git: Git, prefix: string): Promise<readonly ListedRef[]> {
  const positions = [...(await findRefs(git, prefix))].filter(([ref]) => ref.startsWith(prefix));
  const oids = positions.map(([, oid]) => oid);
  const objects = await readObjects(git, oids);
  return positions.flatMap(([ref, oid]) => listedRef(ref, objects.get(oid)));
}

/** The refs of this name, or below it. */
async function findRefs(git: Git, name: string): Promise<ReadonlyMap<string, Oid>> {
  const listed = await git.text(['for-each-ref', '--format=%(objectname) %(refname)', name]);
  return new Map(listed.split('\n').filter(Boolean).map(parseLine));
}

function parseLine(line: string): [string, Oid] {
  const space = line.indexOf(' ');
  return [line.slice(space + 1), line.slice(0, space)];
}

/** None where the ref is on no commit. */
function listedRef(ref: string, object: GitObject | null | undefined): readonly ListedRef[] {
  const commit = parseCommit(object);
  if (commit === null || !object) return [];
  const seconds = /^committer .* (\d+) [+-]\d{4}$/m.exec(object.bytes.toString('utf8'))?.[1];
  if (seconds === undefined) throw new Error(`The commit ${commit.oid} has no date.`);
  return [{ ref, ...commit, committedAt: commitTime(Number(seconds) * 1000) }];
}

async function readHistory(git: Git, ref: string, limit: number): Promise<readonly ListedRef[]> {
  const oid = isFullRef(ref) ? (await findRefs(git, ref)).get(ref) : undefined;
  if (oid === undefined) return [];
  const line = await git.text(['rev-list', '--first-parent', `--max-count=${limit}`, oid]);
  const oids = line.split('\n').filter(Boolean);
  const objects = await readObjects(git, oids);
  return oids.flatMap((each) => listedRef(ref, objects.get(each)));
}

async function readCommit(git: Git, oid: Oid): Promise<LedgerCommit | null> {
  if (!OID.test(oid)) return null;
  const object = (await readObjects(git, [oid])).get(oid);
  const commit = parseCommit(object);
  if (commit === null || !object) return null;
  const [header = ''] = object.bytes.toString('utf8').split('\n\n', 1);
  const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) => parent ?? []);
  return { ...commit, parents };
}

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
