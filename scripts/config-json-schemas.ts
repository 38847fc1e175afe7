import * as z from 'zod';
import { configSchema } from '../src/policy/config.ts';
import { enforcedSchema } from '../src/policy/enforced.ts';
import { isLooser, POLICY_OUTCOMES, RULES } from '../src/policy/rules.ts';
import type { JsonSchema } from './json-schema-table.ts';

/** Of a repository's config, for editors. */
export function configJsonSchema(): JsonSchema {
  return { $schema: DIALECT, title: 'Ghost Runner configuration', ...schemaOf(configSchema) };
}

/**
 * Of an organisation's: what a repository may say is a default there and never required, but for what only a repository
 * may say; and what is enforced.
 */
export function organisationJsonSchema(): JsonSchema {
  const config = asDefaults(schemaOf(configSchema));
  const {
    control: _control,
    'base-branches': _branches,
    'patch-labels': _labels,
    policy = {},
    ...rest
  } = config.properties ?? {};
  const { secrets: _secrets, rules = {}, ...policies } = policy.properties ?? {};
  return {
    $schema: DIALECT,
    title: "Ghost Runner configuration of an organisation's repository .github",
    ...config,
    properties: {
      enforce: {
        ...schemaOf(enforcedSchema),
        description: 'Holds whatever a repository says: the stricter of both wherever it speaks.',
      },
      ...rest,
      policy: { ...policy, properties: { ...policies, rules: withoutLooser(rules) } },
    },
  };
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return z.custom<JsonSchema>().parse(rest);
}

/** A repository may say the rest; an entry of a list is replaced as a whole, and must be one. */
function asDefaults({ required: _required, properties, ...rest }: JsonSchema): JsonSchema {
  return properties === undefined
    ? rest
    : {
        ...rest,
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, property]) => [name, asDefaults(property)]),
        ),
      };
}

function withoutLooser({ properties = {}, ...rest }: JsonSchema): JsonSchema {
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(RULES).map(([name, { preset }]) => [
        name,
        { ...properties[name], enum: POLICY_OUTCOMES.filter((outcome) => !isLooser(outcome, preset)) },
      ]),
    ),
  };
}
