import type { Octokit } from '@octokit/rest';
import type { Repository, Transaction, WriteResult } from '../../stages/ports.ts';
import { resolveMoves } from '../ref-moves.ts';
import { attempt } from './errors.ts';
import { ask } from './graphql.ts';
import { readSnapshot } from './read.ts';
import { type Place, refsQuery } from './snapshot-query.ts';
import { updateRefs } from './update-refs.ts';
import { writeObjects } from './write.ts';

/**
 * The repository port over GitHub's API. A read is one request for up to 100 paths; a write is one request per tree and
 * commit and one for all refs, three deep (four with files that are no text). Rejects with GitHubError.
 */
export function createApiRepository({
  octokit,
  owner,
  name,
  sleep,
}: {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
  /** Milliseconds to wait; replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}): Repository {
  const place = { owner, name };
  let repositoryId: string | undefined;
  return {
    read: async (request) => {
      return await attempt(`read ${owner}/${name}`, async () => {
        const answer = await readSnapshot(octokit, place, request);
        ({ repositoryId } = answer);
        return answer.snapshot;
      });
    },
    write: async (transaction) => {
      return await attempt(`write to ${owner}/${name}`, async () => {
        return await write(octokit, { place, transaction, knownId: repositoryId, sleep });
      });
    },
  };
}

async function write(
  octokit: Octokit,
  {
    place,
    transaction,
    knownId,
    sleep,
  }: {
    readonly place: Place;
    readonly transaction: Transaction;
    readonly knownId: string | undefined;
    readonly sleep: ((milliseconds: number) => Promise<void>) | undefined;
  },
): Promise<WriteResult> {
  const [commits, repositoryId] = await Promise.all([
    writeObjects(octokit, place, transaction.commits),
    knownId ?? findRepositoryId(octokit, place),
  ]);
  const moves = resolveMoves(transaction.refs, commits);
  const moved = await updateRefs(octokit, { place, repositoryId, moves, sleep });
  return moved.length === 0 ? { ok: true, commits } : { ok: false, moved };
}

async function findRepositoryId(octokit: Octokit, place: Place): Promise<string> {
  return (await ask(octokit, refsQuery(place, []))).repository.id;
}
