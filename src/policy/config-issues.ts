import * as z from 'zod';
import { nearestName } from '../patch/slips.ts';
import { type ConfigPath, MAX_PROBLEMS } from './config-text.ts';

/** What is wrong with one value of the config, in words. */
export type ConfigIssue = { readonly path: ConfigPath; readonly message: string };

/** One issue for each key that is not known, with the name that was probably meant, and one for each wrong value. */
export function describeIssues(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
): readonly ConfigIssue[] {
  const described = issues.slice(0, MAX_PROBLEMS).flatMap((issue): readonly ConfigIssue[] => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code !== 'unrecognized_keys') {
      return [{ path, message: issue.message }];
    }
    const known = keysAt(z.toJSONSchema(schema, { io: 'input' }), path);
    const keys = issue.keys.slice(0, MAX_PROBLEMS);
    return keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  });
  return described.slice(0, MAX_PROBLEMS);
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearestName(key, known);
  return meant === undefined
    ? `"${key}" is no option here; there are ${known.join(', ')}`
    : `"${key}" is no option here; did you mean "${meant}"?`;
}

type ObjectSchema = z.core.JSONSchema._JSONSchema;

/** The options of the object at a path. */
function keysAt(schema: ObjectSchema | undefined, path: ConfigPath): readonly string[] {
  if (typeof schema !== 'object') {
    return [];
  }
  const [key, ...rest] = path;
  if (key === undefined) {
    const { properties, propertyNames } = schema;
    const listed = typeof propertyNames === 'object' ? (propertyNames.enum ?? []) : [];
    return [...Object.keys(properties ?? {}), ...listed.map(String)];
  }
  const { items } = schema;
  return typeof key === 'number'
    ? keysAt(Array.isArray(items) ? undefined : items, rest)
    : keysAt(schema.properties?.[key], rest);
}
