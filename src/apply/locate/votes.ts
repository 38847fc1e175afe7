/** A line of a block, counted from its first one, and the lines of the file, from 0, that look like it. */
export type Sighting = { readonly offset: number; readonly positions: readonly number[] };

/**
 * The lines of the file, from 0, at which a block would begin for most of what was seen of it, best first. What
 * stands at few places counts most.
 */
export function mostVoted(sightings: readonly Sighting[]): readonly number[] {
  const votes = new Map<number, number>();
  let left = MAX_VOTES;
  for (const { offset, positions } of sightings.toSorted(byRarity)) {
    left -= positions.length;
    if (left < 0) break;
    for (const position of positions) {
      const start = position - offset;
      votes.set(start, (votes.get(start) ?? 0) + 1 / positions.length);
    }
  }
  return [...votes]
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST_STARTS)
    .map(([start]) => start);
}

/** Votes that are counted for one block; those of the rarest lines come first. */
const MAX_VOTES = 2000;

/** Places that are worth comparing line by line. */
export const MOST_STARTS = 8;

function byRarity(left: Sighting, right: Sighting): number {
  return left.positions.length - right.positions.length;
}
