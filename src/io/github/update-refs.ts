import type { Octokit } from '@octokit/rest';
import { judgeMoves, type RefPositions, type ResolvedMove, ZERO_OID } from '../ref-moves.ts';
import { graphqlFailures, statusOf } from './failure.ts';
import { ask } from './graphql.ts';
import { readRefs } from './read.ts';
import { backoff, delay } from './retry.ts';
import { type Place, refsQuery } from './snapshot-query.ts';

/**
 * Moves all refs or none with one `updateRefs`, in which GitHub compares every ref, guards too, before it moves any.
 * Answers with the names of refs that were elsewhere; none means done. Throws what GitHub said when the refs stand as
 * they stood and it still would not.
 *
 * An error does not say that nothing happened, nor which ref was in the way, so after one the refs are read back; only
 * then, and only when there was no proper answer, it is tried again.
 */
export async function updateRefs(
  octokit: Octokit,
  {
    place,
    repositoryId,
    moves,
  }: { readonly place: Place; readonly repositoryId: string; readonly moves: readonly ResolvedMove[] },
): Promise<readonly string[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      await sendUpdate(octokit, repositoryId, moves);
      return [];
    } catch (error) {
      const judgement = judgeMoves(moves, await readPositions(octokit, place, moves));
      if (judgement.kind === 'done') return [];
      if (judgement.kind === 'moved') return judgement.refs;
      if (tries >= MOST_TRIES || isAnswer(error)) throw error;
      await delay(backoff(tries - 1));
    }
  }
}

async function sendUpdate(
  octokit: Octokit,
  repositoryId: string,
  moves: readonly ResolvedMove[],
): Promise<void> {
  const refUpdates = moves.map(({ ref, before, after, force }) => {
    return { name: ref, beforeOid: before ?? ZERO_OID, afterOid: after ?? ZERO_OID, force };
  });
  await octokit.graphql(UPDATE_REFS, { repositoryId, refUpdates, request: { ambiguous: 'throw' } });
}

async function readPositions(
  octokit: Octokit,
  place: Place,
  moves: readonly ResolvedMove[],
): Promise<RefPositions> {
  const names = moves.map(({ ref }) => ref);
  const { repository } = await ask(octokit, refsQuery(place, names));
  return new Map([...readRefs(repository, names)].map(([ref, commit]) => [ref, commit?.oid ?? null]));
}

/** GitHub understood and refused. */
function isAnswer(error: unknown): boolean {
  const status = statusOf(error);
  return (status !== null && status < 500) || graphqlFailures(error).length > 0;
}

const UPDATE_REFS = `mutation UpdateRefs($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`;

/** Of one transaction, when GitHub gives no proper answer. */
const MOST_TRIES = 3;
