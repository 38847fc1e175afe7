import { parse } from 'yaml';
import * as z from 'zod';

export type ActionFile = z.output<typeof actionSchema>;

/** action.yml with everything that we want it to say; throws with all problems at once. */
export function readAction(text: string): ActionFile {
  return actionSchema.parse(parse(text));
}

/** Names of the inputs that the code reads. */
export function inputsRead(source: string): readonly string[] {
  return [...source.matchAll(/\bgetInput\('([^']+)'/g)].map(([, name = '']) => name).toSorted();
}

/** Names of the outputs that the code sets. */
export function outputsSet(sources: readonly string[]): readonly string[] {
  const calls = sources.flatMap((source) =>
    [...source.matchAll(/\bsetOutputs\(\{(.*?)\}\)/gs)].map(([, body = '']) => body),
  );
  const names = calls.flatMap((body) =>
    [...body.matchAll(/(?:^|[,{]|\n)\s*'?([a-z][\w-]*)'?:/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
}

const described = z.string().trim().min(20).regex(/\.$/, 'must end as a sentence');

const actionSchema = z.strictObject({
  name: z.string(),
  description: described,
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string().regex(/^[a-z][a-z-]*$/),
    z.strictObject({ description: described, required: z.boolean(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.strictObject({ description: described })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.literal('dist/index.js') }),
});
