import type { ParsedConfig } from './config.ts';
import type { ConfigPath, Position } from './config-text.ts';
import { type PathRule, pathRules } from './path-decision.ts';
import type { PolicyOutcome } from './rules.ts';

/** What becomes of a patch that changes a path, and by which rules, the one that decides first. */
export type PathExplanation = {
  readonly path: string;
  readonly outcome: PolicyOutcome;
  /** Empty: no rule has a say, so it may be changed. */
  readonly rules: readonly ExplainedRule[];
};

export type ExplainedRule = {
  readonly rule: string;
  readonly outcome: PolicyOutcome;
  readonly pattern: string | null;
  /** Where the config says so; `default`: it leaves it as it is; `fixed`: no config changes it. */
  readonly source: Position | 'default' | 'fixed';
};

export function explainPath(
  { config, locate }: Extract<ParsedConfig, { readonly ok: true }>,
  path: string,
): PathExplanation {
  const rules = pathRules(config.policy)(path).map((rule) => explainRule(rule, locate));
  return { path, outcome: rules[0]?.outcome ?? 'allow', rules };
}

function explainRule(
  { rule, outcome, pattern, pointer }: PathRule,
  locate: (path: ConfigPath) => Position | null,
): ExplainedRule {
  const source = pointer === null ? 'fixed' : (locate(pointer) ?? 'default');
  return { rule, outcome, pattern, source };
}
