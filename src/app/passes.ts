import { accountOf } from './account.ts';

/** A pass of the watch that is under way. */
export type PassUnderWay = {
  readonly repository: string;
  /** For a run to take up what it has sent on. */
  readonly waits: boolean;
  /** It waits no longer, and is about to end. */
  readonly gaveWay: boolean;
  /** In milliseconds. */
  readonly began: number;
};

/**
 * Which passes begin, and which one gives way to those that are left. Few do something at the same time, and those that
 * only wait keep nobody from that; but as each holds a part of every record, one gives way where too many do. Whose
 * account has the fewest under way goes first, then what has been due for longest; whose has the most gives way.
 */
export function nextPasses<
  D extends { readonly repository: string; readonly since: number },
  P extends PassUnderWay,
>(due: readonly D[], underWay: readonly P[]): { readonly begin: readonly D[]; readonly givesWay: P | null } {
  const load = ({ repository }: { readonly repository: string }) =>
    underWay.filter((pass) => accountOf(pass.repository) === accountOf(repository)).length;
  const idle = MOST_AT_WORK - underWay.filter(({ waits }) => !waits).length;
  const room = MOST_UNDER_WAY - underWay.length;
  const begin = due
    .toSorted((one, other) => load(one) - load(other) || one.since - other.since)
    .slice(0, Math.max(0, Math.min(idle, room)));
  const isFull = room <= 0 && idle > 0 && due.length > 0;
  const [longest] = underWay
    .filter(({ waits }) => waits)
    .toSorted((one, other) => load(other) - load(one) || one.began - other.began);
  const givesWay = isFull && underWay.every(({ gaveWay }) => !gaveWay) ? (longest ?? null) : null;
  return { begin, givesWay };
}

/** Passes that do something at the same time; one that waits for GitHub must not keep all others waiting. */
const MOST_AT_WORK = 2;

/** Passes with what they hold in memory. */
const MOST_UNDER_WAY = 12;
