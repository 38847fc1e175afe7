import type { Octokit } from '@octokit/rest';
import { isGuard, judgeMoves, type RefPositions, type ResolvedMove, ZERO_OID } from '../ref-moves.ts';
import { graphqlFailures, messageOf, statusOf } from './failure.ts';
import { ask } from './graphql.ts';
import { readRefs } from './read.ts';
import { backoff, delay } from './retry.ts';
import { type Place, refsQuery } from './snapshot-query.ts';

/**
 * Moves all refs or none with one `updateRefs`, in which GitHub compares every ref, guards too, before it moves any.
 * Answers with the names of refs that were elsewhere; none means done. Throws what GitHub said when the refs stand as
 * they stood and it still would not.
 *
 * That a ref must not exist and shall not be made is the one guard that GitHub has no words for: zeros on both sides
 * would be the deletion of a ref that is not there. Such refs are read right before and right after instead, and when
 * one came in between, the moves are taken back (only from where they were made to) and count as never made. What
 * remains is that others may have seen the refs for that moment, and that a process that dies in it takes nothing back.
 */
export async function updateRefs(octokit: Octokit, update: Update): Promise<readonly string[]> {
  const absences = update.moves.filter(({ before, after }) => before === null && after === null);
  const stated = { ...update, moves: update.moves.filter((move) => !absences.includes(move)) };
  const present = await findPresent(octokit, update.place, absences);
  if (present.length > 0) return present;
  const moved = await moveRefs(octokit, stated);
  if (moved.length > 0) return moved;
  const come = await findPresent(octokit, update.place, absences);
  if (come.length > 0) await takeBack(octokit, stated, come);
  return come;
}

type Update = {
  readonly place: Place;
  readonly repositoryId: string;
  readonly moves: readonly ResolvedMove[];
  /** Milliseconds to wait; replaced in tests. */
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
};

/** Those of these refs that exist. */
async function findPresent(
  octokit: Octokit,
  place: Place,
  moves: readonly ResolvedMove[],
): Promise<readonly string[]> {
  if (moves.length === 0) return [];
  const positions = await readPositions(octokit, place, moves);
  return moves.map(({ ref }) => ref).filter((ref) => positions.get(ref) !== null);
}

/** Undoes moves that were made, comparing every ref with what they made of it. Throws when that is not possible any more. */
async function takeBack(octokit: Octokit, update: Update, come: readonly string[]): Promise<void> {
  const moves = update.moves
    .filter((move) => !isGuard(move))
    .map(({ ref, before, after }) => ({ ref, before: after, after: before, force: true }));
  const moved = await moveRefs(octokit, { ...update, moves }).catch((cause: unknown) => {
    throw new Error(describeStuck(come, messageOf(cause)), { cause });
  });
  if (moved.length > 0) throw new Error(describeStuck(come, `${moved.join(', ')} moved on`));
}

function describeStuck(come: readonly string[], reason: string): string {
  return `${come.join(', ')} was made while refs moved, and the moves could not be taken back (${reason}). Check the refs by hand.`;
}

/**
 * An error does not say that nothing happened, nor which ref was in the way, so after one the refs are read back; only
 * then, and only when there was no proper answer, it is tried again.
 */
async function moveRefs(
  octokit: Octokit,
  { place, repositoryId, moves, sleep = delay }: Update,
): Promise<readonly string[]> {
  if (moves.length === 0) return [];
  for (let tries = 1; ; tries += 1) {
    try {
      await sendUpdate(octokit, repositoryId, moves);
      return [];
    } catch (error) {
      const judgement = judgeMoves(moves, await readPositions(octokit, place, moves));
      if (judgement.kind === 'done') return [];
      if (judgement.kind === 'moved') return judgement.refs;
      if (tries >= MOST_TRIES || isAnswer(error)) throw error;
      await sleep(backoff(tries - 1));
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
