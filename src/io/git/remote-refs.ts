import type { Oid } from '../../stages/ports.ts';
import { isFullRef, isGuard, judgeMoves, type RefPositions, type ResolvedMove } from '../ref-moves.ts';
import { type Parents, requireFastForwards, uncertainMoves } from './ancestry.ts';
import type { Git } from './command.ts';
import { createFetcher, type Fetcher } from './fetch.ts';
import { push, takeBack } from './push.ts';
import type { Refs, RefsView } from './refs.ts';
import { listRemote } from './remote-listing.ts';

/**
 * The refs of a remote, through a bare repository of our own that knows it as `origin`.
 *
 * Moves are one `git push --atomic` with an explicit lease for every ref. Git compares the leases with what the remote
 * advertised, and the remote compares each ref that moves once more while it holds their locks. A guard does not move,
 * so git does not send it and the remote does not compare it a second time: it is looked at again after the push, and
 * when it moved in between, the push is taken back (with leases) and counts as never made. What remains is that others
 * may have seen the refs for that moment.
 */
export function createRemoteRefs(git: Git): Refs {
  const fetcher = createFetcher(git);
  return {
    ...fetcher,
    look: async (request) => await look(git, request),
    move: async (moves, parents) => {
      const guards = moves.filter(isGuard);
      const advertised = (await listRemote(git, [])).positions;
      const movedBefore = findMoved(guards, advertised);
      if (movedBefore.length > 0) throw new Error(`${movedBefore.join(', ')} moved.`);
      await fetchNeeded(fetcher, { moves, parents, advertised });
      await requireFastForwards(git, moves, parents);
      await push(git, moves);
      const movedSince = findMoved(guards, await positionsOf(git, guards));
      if (movedSince.length > 0) await takeBack(git, fetcher, { moves, guards: movedSince });
    },
  };
}

async function look(git: Git, request: Parameters<Refs['look']>[0]): Promise<RefsView> {
  const names = request.refs.filter(isFullRef);
  const prefix = request.anyUnder;
  const { positions, head } = await listRemote(git, [
    'HEAD',
    ...names,
    ...(prefix === undefined ? [] : [`${prefix}*`]),
  ]);
  const headOid = positions.get('HEAD');
  if (head === undefined || headOid === undefined) {
    throw new Error('The remote has no default branch: push a first commit to it.');
  }
  return {
    defaultBranch: head.slice('refs/heads/'.length),
    positions: new Map([...positions, [head, headOid]]),
    anyUnder: prefix !== undefined && [...positions.keys()].some((ref) => ref.startsWith(prefix)),
  };
}

function findMoved(guards: readonly ResolvedMove[], positions: RefPositions): readonly string[] {
  const judgement = judgeMoves(guards, positions);
  return judgement.kind === 'moved' ? judgement.refs : [];
}

async function positionsOf(git: Git, moves: readonly ResolvedMove[]): Promise<RefPositions> {
  if (moves.length === 0) return new Map();
  return (
    await listRemote(
      git,
      moves.map(({ ref }) => ref),
    )
  ).positions;
}

/**
 * Git pushes only what it has, even where the remote has it already. History is needed where it decides whether a move
 * loses commits, and for commits that no ref is on: the remote refuses those from a shallow repository, and refuses
 * them alone, `--atomic` or not.
 */
async function fetchNeeded(
  fetcher: Fetcher,
  {
    moves,
    parents,
    advertised,
  }: {
    readonly moves: readonly ResolvedMove[];
    readonly parents: Parents;
    readonly advertised: RefPositions;
  },
): Promise<void> {
  await fetcher.fetchCommits(
    moves.flatMap(({ before, after }) => [before, after]).filter((oid) => oid === null || !parents.has(oid)),
  );
  const existing = (oid: Oid) => parents.get(oid) ?? [oid];
  const tips = new Set(advertised.values());
  const unadvertised = moves
    .flatMap(({ after }) => (after === null ? [] : existing(after)))
    .filter((oid) => !tips.has(oid));
  const doubtful = uncertainMoves(moves, parents).flatMap(({ before, after }) => [
    before,
    ...existing(after),
  ]);
  await fetcher.fetchHistory([...new Set([...unadvertised, ...doubtful])]);
}
