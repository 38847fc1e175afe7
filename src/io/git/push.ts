import { isGuard, type ResolvedMove } from '../ref-moves.ts';
import type { Git } from './command.ts';
import { type Fetcher, PARTIAL } from './fetch.ts';

/** Moves all refs of `origin` or none, each under a lease on where it was. */
export async function push(git: Git, moves: readonly ResolvedMove[]): Promise<void> {
  const pushed = moves.filter(({ before, after }) => before !== null || after !== null);
  if (pushed.every(isGuard)) return;
  const leases = pushed.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ''}`);
  const refspecs = pushed.map(({ ref, after }) => `${after ?? ''}:${ref}`);
  // A thin pack would be smaller by differences to old blobs, which would have to be fetched for it.
  const options = ['--porcelain', '--atomic', '--no-verify', '--no-thin'];
  await git.text([...PARTIAL, ...NEGOTIATED, 'push', ...options, ...leases, 'origin', ...refspecs]);
}

/** Undoes a push under leases on what it made. Always throws; a TakeBackError when it could not be undone. */
export async function takeBack(
  git: Git,
  fetcher: Fetcher,
  { moves, guards }: { readonly moves: readonly ResolvedMove[]; readonly guards: readonly string[] },
): Promise<never> {
  const made = moves.filter((move) => !isGuard(move));
  try {
    // What a ref was on may belong to no ref any more.
    await fetcher.fetchHistory(made.flatMap(({ before }) => before ?? []));
    await push(
      git,
      made.map(({ ref, before, after }) => ({ ref, before: after, after: before, force: true })),
    );
  } catch (cause) {
    throw new TakeBackError(guards, cause);
  }
  throw new Error(`${guards.join(', ')} moved during the push, which was taken back.`);
}

/** A push that has to be undone could not be; what the refs say now is not to be trusted. */
export class TakeBackError extends Error {
  constructor(guards: readonly string[], cause: unknown) {
    super(
      `${guards.join(', ')} moved during the push, and the push could not be taken back. Check the refs by hand.`,
      { cause },
    );
    this.name = 'TakeBackError';
  }
}

/**
 * By itself, git takes it that the remote has what its refs are on, and our shallow history does not tell that an older
 * commit belongs to it: all of that commit would be sent again, after fetching the files that are missing here.
 */
const NEGOTIATED = ['-c', 'push.negotiate=true'] as const;
