import { z } from 'zod';
import { type Change, patchSchema } from './schema.ts';

/**
 * The kinds of changes that models are told of: each finds its place by its own text, and none needs counting. All
 * other kinds are read too; a shorter list makes better patches.
 */
export const OFFERED_KINDS = [
  'edit',
  'diff',
  'write',
  'delete',
  'move',
] as const satisfies readonly Change['kind'][];

/** One shape for all kinds, because function calling and GPT Actions know little of alternatives. */
const offeredChange = z
  .object({
    kind: z
      .enum(OFFERED_KINDS)
      .describe(
        'edit: path, find, replace. diff: diff. write: path, content. delete: path. move: from, to. Give no other fields',
      ),
    path: z.string().describe("The file, from the repository's root; for edit, write and delete"),
    find: z
      .string()
      .describe(
        'edit: the text to replace, exactly as it stands in the file, long enough to stand there once',
      ),
    replace: z.string().describe('edit: the text to put in its place'),
    count: z
      .union([z.literal('all'), z.int().min(1)])
      .describe('edit: how often the text occurs, or "all"; once where absent'),
    diff: z
      .string()
      .describe('diff: a unified diff of any number of files; line numbers and counts may be wrong'),
    content: z.string().describe('write: the whole content of the file'),
    executable: z.boolean().describe('write: the executable bit; kept as it is where absent'),
    from: z.string().describe('move: the file'),
    to: z.string().describe('move: its new place'),
  })
  .partial()
  .required({ kind: true });

/**
 * A patch as its schema is shown to models. Never used to judge what they send: whatever they write instead is read
 * by `readPatch`, which knows more and says better what is wrong.
 */
export const offeredPatchSchema = z
  .object({
    ...patchSchema.pick({ version: true, title: true, description: true, base: true }).shape,
    changes: z.array(offeredChange).min(1).describe('Applied in order, all or none'),
  })
  .required({ title: true })
  .describe('A patch');

/** JSON Schema of the same. */
export function offeredPatchJsonSchema(): { readonly [key: string]: unknown } {
  const { $schema: _version, ...rest } = z.toJSONSchema(offeredPatchSchema, { io: 'input' });
  return rest;
}
