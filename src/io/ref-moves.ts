import type { Oid, RefMove } from '../stages/ports.ts';

/** A move whose commit has been made, so that both ends are known. */
export type ResolvedMove = {
  readonly ref: string;
  readonly before: Oid | null;
  readonly after: Oid | null;
  readonly force: boolean;
};

/** Where refs stand; a ref that does not exist is null or absent. */
export type RefPositions = ReadonlyMap<string, Oid | null>;

/** How git and GitHub write "no such ref" where an object id is wanted. */
export const ZERO_OID = '0'.repeat(40);

/** Puts the oids of the commits that were made into the moves. Throws on a name that is no full ref. */
export function resolveMoves(
  moves: readonly RefMove[],
  commits: { readonly [name: string]: { readonly oid: Oid } },
): readonly ResolvedMove[] {
  return moves.map(({ ref, before, after, force = false }) => {
    if (!isFullRef(ref)) throw new TypeError(`${JSON.stringify(ref)} is not the full name of a ref.`);
    return { ref, before, after: resolveTarget(after, commits), force };
  });
}

/** True of `refs/…` names that hold nothing which refspecs, patterns or line protocols could read as more than a name. */
export function isFullRef(name: string): boolean {
  return FULL_REF.test(name);
}

/** True of a move that only compares. */
export function isGuard(move: ResolvedMove): boolean {
  return move.before === move.after;
}

/**
 * What became of a transaction, judged by where its refs stand after it was tried:
 * `done` when all are where it wanted them, `moved` when one is not where it expected them either, and
 * `unchanged` when all are still where they were. A transaction of one's own that is found `done` after an
 * error did happen: commits name their author's run, so nobody else makes the same ones.
 */
export function judgeMoves(
  moves: readonly ResolvedMove[],
  now: RefPositions,
): { readonly kind: 'done' | 'unchanged' } | { readonly kind: 'moved'; readonly refs: readonly string[] } {
  if (moves.every((move) => (now.get(move.ref) ?? null) === move.after)) return { kind: 'done' };
  const refs = moves.filter((move) => (now.get(move.ref) ?? null) !== move.before).map((move) => move.ref);
  return refs.length > 0 ? { kind: 'moved', refs } : { kind: 'unchanged' };
}

function resolveTarget(
  after: RefMove['after'],
  commits: { readonly [name: string]: { readonly oid: Oid } },
): Oid | null {
  if (after === null || typeof after === 'string') return after;
  const commit = commits[after.commit];
  if (commit === undefined)
    throw new TypeError(`The transaction makes no commit named ${JSON.stringify(after.commit)}.`);
  // No id at all would be the deletion of the ref.
  if (!OID.test(commit.oid)) throw new TypeError(`${JSON.stringify(commit.oid)} is not the id of a commit.`);
  return commit.oid;
}

const OID = /^[0-9a-f]{40}$/;

const FULL_REF = /^refs\/(?!.*\.\.)[^\0-\x20\x7f~^:?*[\\]+$/;
