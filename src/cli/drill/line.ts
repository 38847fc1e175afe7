import type { Surface } from '../../control/verbs.ts';

/** One line of `demo --control --json`: what was asked for, and what the local GitHub showed afterwards. */
export type DrillLine = {
  /** A verb of the grammar, or the effect that is looked at, such as `held`. */
  readonly verb: string;
  /** Where it was asked for. `schedule`: nobody asked, its time had come. */
  readonly surface: DrillSurface;
  /** Everything that was looked at was seen as it should be. */
  readonly confirmed: boolean;
  /** From the request until all of it was seen, or until it was given up. */
  readonly seconds: number;
  /** By its name on GitHub: a ref, a pull request, a run. */
  readonly observed: { readonly [thing: string]: string };
};

export type DrillSurface = Surface | 'schedule';

/** One thing as it was seen, and whether that is how it should be. */
export type Fact = { readonly thing: string; readonly state: string; readonly wanted: boolean };

export function observedOf(facts: readonly Fact[]): DrillLine['observed'] {
  return Object.fromEntries(facts.map(({ thing, state }) => [thing, state]));
}

/** Nothing seen is nothing confirmed. */
export function isConfirmed(facts: readonly Fact[]): boolean {
  return facts.length > 0 && facts.every(({ wanted }) => wanted);
}
