import * as z from 'zod';
import type { Locate } from './config-text.ts';
import { type Limits, limitsSchema } from './limits.ts';
import { isLooser, POLICY_OUTCOMES, type PolicyOutcome, RULE_NAMES } from './rules.ts';
import { type Policy, policySchema } from './schema.ts';

/** What an organisation says that no repository of it can undo. */
export type Enforced = z.output<typeof enforcedSchema>;

const { 'protected-paths': protectedPaths, limits: policyLimits } = policySchema.shape;

export const enforcedSchema = z
  .strictObject({
    approval: z
      .literal('required')
      .optional()
      .describe('Every pull request stays a draft until a reviewer approves it.'),
    limits: limitsSchema,
    policy: z
      .strictObject({
        'protected-paths': protectedPaths,
        rules: z
          .partialRecord(z.enum(RULE_NAMES), z.enum(POLICY_OUTCOMES))
          .default({})
          .describe('What at least becomes of a patch that does one of these.'),
        limits: policyLimits,
      })
      .prefault({}),
  })
  .prefault({});

/** The part of a config that can be enforced. */
type Enforceable = {
  readonly approval: 'required' | 'none';
  readonly limits: Limits;
  readonly policy: Policy;
};

/** The config with the stricter of both wherever something is enforced. */
export function enforce<Config extends Enforceable>(config: Config, enforced: Enforced): Config {
  const { policy, limits, approval } = config;
  return {
    ...config,
    approval: enforced.approval ?? approval,
    limits: { ...limits, ...smallerLimits(limits, enforced.limits) },
    policy: {
      ...policy,
      'protected-paths': [...policy['protected-paths'], ...enforced.policy['protected-paths']],
      rules: { ...policy.rules, ...stricterRules(policy.rules, enforced.policy.rules) },
      limits: { ...policy.limits, ...tighterLimits(policy.limits, enforced.policy.limits) },
    },
  };
}

/** Where a value of the enforced config stands: in what is enforced, where that decided, else wherever it stood before. */
export function locateAmong({
  policy,
  enforced,
  locate,
  locateEnforced,
}: {
  /** Before it was enforced. */
  readonly policy: Policy;
  readonly enforced: Enforced;
  readonly locate: Locate;
  readonly locateEnforced: Locate;
}): Locate {
  const own = policy['protected-paths'].length;
  const stricter = stricterRules(policy.rules, enforced.policy.rules);
  return (path) => {
    const [, list, item, ...rest] = path;
    if (path[0] === 'policy' && list === 'protected-paths' && typeof item === 'number' && item >= own) {
      return locateEnforced(['policy', list, item - own, ...rest]);
    }
    if (path[0] === 'policy' && list === 'rules' && typeof item === 'string' && item in stricter) {
      return locateEnforced(path);
    }
    return locate(path);
  };
}

type Named<Value> = { readonly [name: string]: Value };

function stricterRules(own: Named<PolicyOutcome>, enforced: Named<PolicyOutcome>): Named<PolicyOutcome> {
  return Object.fromEntries(
    Object.entries(enforced).filter(([name, outcome]) => isLooser(own[name] ?? 'allow', outcome)),
  );
}

function smallerLimits(own: Named<number | undefined>, enforced: Named<number | undefined>): Named<number> {
  return Object.fromEntries(
    Object.entries(enforced).flatMap(([name, most]) =>
      most === undefined ? [] : [[name, Math.min(most, own[name] ?? most)]],
    ),
  );
}

type Limit = { readonly 'at-most': number; readonly otherwise: 'review' | 'refuse' };

/** Of two limits the smaller number, with the stricter outcome. */
function tighterLimits(
  own: Named<Limit | undefined>,
  enforced: Named<Limit | undefined>,
): { [name: string]: Limit } {
  return Object.fromEntries(
    Object.entries(enforced).flatMap(([name, limit]) => {
      const before = own[name] ?? limit;
      if (limit === undefined || before === undefined) return [];
      const otherwise = isLooser(before.otherwise, limit.otherwise) ? limit.otherwise : before.otherwise;
      return [[name, { 'at-most': Math.min(before['at-most'], limit['at-most']), otherwise }]];
    }),
  );
}
