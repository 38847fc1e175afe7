import { amongGlobs, matchNamedRules, protectingGlob } from './named-paths.ts';
import { type PolicyOutcome, RULES, type RuleName } from './rules.ts';
import type { Policy } from './schema.ts';

/** One rule that has a say in a path. */
export type PathRule = {
  /** As the config calls it, such as `policy.rules.lockfiles`; only its name where it is fixed, such as `own-config`. */
  readonly rule: string;
  readonly outcome: PolicyOutcome;
  /** The glob that matched; null: none of those that are allowed did. */
  readonly pattern: string | null;
  /** Where the config would say so; null: no config changes it. */
  readonly pointer: readonly (string | number)[] | null;
};

/**
 * All rules that have a say in a path, the one that decides first: the strictest, and of several the first named.
 * The globs are compiled once, so that many paths can be asked about.
 */
export function pathRules(policy: Policy): (path: string) => readonly PathRule[] {
  const opinions = [namedRules(policy), protectedPaths(policy), allowedPaths(policy)];
  return (path) =>
    opinions
      .flatMap((rulesFor) => rulesFor(path))
      .toSorted((left, right) => STRICTNESS[right.outcome] - STRICTNESS[left.outcome]);
}

const STRICTNESS: { readonly [outcome in PolicyOutcome]: number } = { allow: 0, review: 1, refuse: 2 };

type RulesFor = (path: string) => readonly PathRule[];

function namedRules({ rules }: Policy): RulesFor {
  return (path) =>
    matchNamedRules(path).map(({ rule, pattern }) =>
      isChangeable(rule)
        ? { rule: `policy.rules.${rule}`, outcome: rules[rule], pattern, pointer: ['policy', 'rules', rule] }
        : { rule, outcome: 'refuse', pattern, pointer: null },
    );
}

function isChangeable(rule: string): rule is RuleName {
  return rule in RULES;
}

function protectedPaths(policy: Policy): RulesFor {
  const entries = policy['protected-paths'].map(({ paths, outcome }, index) => ({
    rule: `policy.protected-paths[${index}]`,
    outcome,
    globFor: protectingGlob(paths),
    pointerTo: (glob: string) => ['policy', 'protected-paths', index, 'paths', paths.indexOf(glob)],
  }));
  return (path) =>
    entries.flatMap(({ rule, outcome, globFor, pointerTo }) => {
      const pattern = globFor(path);
      return pattern === undefined ? [] : [{ rule, outcome, pattern, pointer: pointerTo(pattern) }];
    });
}

function allowedPaths(policy: Policy): RulesFor {
  const allowed = policy['allowed-paths'];
  if (allowed === undefined) {
    return () => [];
  }
  const isAllowed = amongGlobs(allowed.paths);
  const elsewhere: PathRule = {
    rule: 'policy.allowed-paths',
    outcome: allowed.otherwise,
    pattern: null,
    pointer: ['policy', 'allowed-paths'],
  };
  return (path) => (isAllowed(path) ? [] : [elsewhere]);
}
