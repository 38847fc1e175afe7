/** Some lines of a file, each with a depth, from which the next one that is no deeper than another is found fast. */
export type Borders = {
  readonly count: number;
  /** Ascending, from 0. */
  readonly positions: readonly number[];
  readonly depths: readonly number[];
  /** For each of them the next one that is less deep; as many as there are: none. */
  readonly shallower: readonly number[];
};

/** `depthOf`: null where a line is no border. */
export function bordersFrom(count: number, depthOf: (position: number) => number | null): Borders {
  const positions: number[] = [];
  const depths: number[] = [];
  for (let position = 0; position < count; position += 1) {
    const depth = depthOf(position);
    if (depth === null) continue;
    positions.push(position);
    depths.push(depth);
  }
  return { count, positions, depths, shallower: shallowerOf(depths) };
}

/** The first border below `start` that is no deeper than `depth`; the number of lines where there is none. */
export function nextUpTo(
  { count, positions, depths, shallower }: Borders,
  { start, depth }: { readonly start: number; readonly depth: number },
): number {
  let border = firstBelow(positions, start);
  while (border < depths.length && (depths[border] ?? 0) > depth) border = shallower[border] ?? depths.length;
  return positions[border] ?? count;
}

function shallowerOf(depths: readonly number[]): readonly number[] {
  const next = depths.map(() => depths.length);
  for (let border = depths.length - 1; border >= 0; border -= 1) {
    let other = border + 1;
    while (other < depths.length && (depths[other] ?? 0) >= (depths[border] ?? 0))
      other = next[other] ?? depths.length;
    next[border] = other;
  }
  return next;
}

/** The first of ascending positions that is greater than another. */
function firstBelow(positions: readonly number[], start: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
