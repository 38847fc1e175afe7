/** Chance that is the same on every machine for the same seed. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number;
  /** One of `values`, which must not be empty. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly chance: (probability: number) => boolean;
  readonly shuffle: <Value>(values: readonly Value[]) => Value[];
};

export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + GOLDEN) | 0;
    return (scramble(state) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    pick: (values) => elementAt(values, int(0, values.length - 1)),
    chance: (probability) => next() < probability,
    shuffle: (values) => {
      const keyed = values.map((value) => ({ value, key: next() }));
      return keyed.sort((left, right) => left.key - right.key).map(({ value }) => value);
    },
  };
}

/** 2^32 divided by the golden ratio: steps of it visit all states, far from each other. */
const GOLDEN = 0x9e3779b9;

/** The finalizer of MurmurHash3: each bit of the state changes half of the bits of the result. */
function scramble(state: number): number {
  let hash = state;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function elementAt<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}
