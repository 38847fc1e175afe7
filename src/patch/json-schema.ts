import { z } from 'zod';
import { patchSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of a patch as it is sent, for editors, GPT actions and tools. */
export function patchJsonSchema(): { readonly [key: string]: unknown } {
  const { $schema, ...rest } = z.toJSONSchema(patchSchema, { io: 'input' });
  return { $schema, title: 'Ghost Runner patch', ...rest };
}
