import type { DueComments } from '../stages/intake/kept-comments.ts';
import { accountOf } from './account.ts';

/** A comment that is being answered here. */
export type Turn = {
  readonly repository: string;
  readonly stops: boolean;
  /** It has done what it can do for now, such as to send a patch, and waits for what comes of it. */
  readonly waits: boolean;
  /** It waits no longer, so that its place is as good as free. */
  readonly gaveWay: boolean;
};

/**
 * Which comment is answered next; null: none is due, or none has a place. A stop goes before everything else, then whose
 * account, and whose repository, has the fewest under way. Where all places are taken, one that only waits gives way:
 * to every stop, and to whoever has fewer places than its own account or repository. `underWay` is in the order in which
 * they began.
 */
export function nextTurn<T extends Turn>(
  due: readonly DueComments[],
  underWay: readonly T[],
): { readonly due: DueComments; readonly inPlaceOf: T | null } | null {
  const taken = underWay.filter(({ gaveWay }) => !gaveWay);
  const load = loadOf(taken);
  const [first] = due.toSorted(
    (one, other) =>
      Number(other.kind === 'stop') - Number(one.kind === 'stop') ||
      compareLoad(load(one), load(other)) ||
      Date.parse(one.since) - Date.parse(other.since),
  );
  if (first === undefined || underWay.length >= MOST_WITH_LEAVING) {
    return null;
  }
  const isStop = first.kind === 'stop';
  if (taken.length < (isStop ? MOST_AT_ONCE : MOST_AT_ONCE - KEPT_FOR_STOPS)) {
    return { due: first, inPlaceOf: null };
  }
  const [leaving] = taken
    .filter((turn) => turn.waits && (isStop || (!turn.stops && hasMore(load(turn), load(first)))))
    .toSorted((one, other) => Number(one.stops) - Number(other.stops) || compareLoad(load(other), load(one)));
  return leaving === undefined ? null : { due: first, inPlaceOf: leaving };
}

/** Comments that one server answers at the same time, and how many of these places are for stops alone. */
const MOST_AT_ONCE = 100;
const KEPT_FOR_STOPS = 20;

/** The same with those that have given way and are about to end. */
const MOST_WITH_LEAVING = 200;

/** Places that the account has, and the repository. */
type Load = { readonly account: number; readonly repository: number };

function loadOf(taken: readonly Turn[]): (of: { readonly repository: string }) => Load {
  const counts = new Map<string, number>();
  for (const { repository } of taken) {
    for (const name of [accountOf(repository), repository]) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return ({ repository }) => ({
    account: counts.get(accountOf(repository)) ?? 0,
    repository: counts.get(repository) ?? 0,
  });
}

function compareLoad(one: Load, other: Load): number {
  return one.account - other.account || one.repository - other.repository;
}

/** One place more would not do: they would take it from each other for ever. */
function hasMore(taken: Load, due: Load): boolean {
  return (
    taken.account > due.account + 1 ||
    (taken.account === due.account && taken.repository > due.repository + 1)
  );
}
