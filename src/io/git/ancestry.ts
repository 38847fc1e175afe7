import type { Oid } from '../../stages/ports.ts';
import { isGuard, type ResolvedMove } from '../ref-moves.ts';
import type { Git } from './command.ts';

/** The parents of commits that were just made, by the commits' oids. */
export type Parents = ReadonlyMap<Oid, readonly Oid[]>;

/** Throws when a move that may not be forced would leave commits behind. Walks history only where parents don't tell. */
export async function requireFastForwards(
  git: Git,
  moves: readonly ResolvedMove[],
  parents: Parents,
): Promise<void> {
  const doubtful = uncertainMoves(moves, parents);
  await Promise.all(doubtful.map(async (move) => await requireFastForward(git, move)));
}

/** Moves of existing refs, not forced, whose new commit is not known to have the old one as its parent. */
export function uncertainMoves(moves: readonly ResolvedMove[], parents: Parents): readonly KnownEnds[] {
  return moves
    .filter(hasEnds)
    .filter((move) => !move.force && !isGuard(move) && !parents.get(move.after)?.includes(move.before));
}

type KnownEnds = ResolvedMove & { readonly before: Oid; readonly after: Oid };

function hasEnds(move: ResolvedMove): move is KnownEnds {
  return move.before !== null && move.after !== null;
}

async function requireFastForward(git: Git, { ref, before, after }: KnownEnds): Promise<void> {
  const lost = (await git.text(['rev-list', '--count', before, `^${after}`])).trim();
  if (lost === '0') return;
  throw new Error(
    `Moving ${ref} from ${before} to ${after} is no fast-forward: ${lost} commits would be lost.`,
  );
}
