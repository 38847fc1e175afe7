import { parseConfig } from '../../src/policy/config.ts';
import type { JudgedChange } from '../../src/policy/judge.ts';
import type { Policy } from '../../src/policy/schema.ts';

/** The policy of a config whose part `policy` is this YAML; without one, what holds by default. */
export function policyOf(yaml = '{}'): Policy {
  const parsed = parseConfig(`test: {command: x}\npolicy: ${yaml}\n`);
  if (!parsed.ok) {
    throw new Error(parsed.refusals.map(({ message }) => message).join('\n'));
  }
  return parsed.config.policy;
}

/** A small file of text that is written at a path, unless told otherwise. */
export function changeOf(path: string, over: Partial<JudgedChange> = {}): JudgedChange {
  return {
    path,
    action: 'modify',
    executable: false,
    wasExecutable: false,
    bytes: 10,
    changedLines: 1,
    ...over,
  };
}
