import * as z from 'zod';
import type { Block } from './message.ts';

export type CheckedBlocks =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | {
      readonly ok: false;
      readonly error: 'invalid_blocks' | 'msg_blocks_too_long';
      readonly messages: readonly string[];
    };

/** Checks blocks by Block Kit's rules, as far as messages of ours use it; what it does not know it refuses. */
export function checkBlocks(blocks: unknown): CheckedBlocks {
  const parsed = blocksSchema.safeParse(blocks);
  if (!parsed.success) {
    return { ok: false, error: 'invalid_blocks', messages: parsed.error.issues.map(describeIssue) };
  }
  if (countCharacters(parsed.data) > MAX_CHARACTERS) {
    return { ok: false, error: 'msg_blocks_too_long', messages: [] };
  }
  return { ok: true, blocks: parsed.data };
}

/** In all blocks of one message; not documented, found by those who ran into it. */
const MAX_CHARACTERS = 13_200;

const blockId = z.string().max(255).exactOptional();

function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().exactOptional(),
  });
}

function anyText(max: number) {
  const mrkdwn = z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().exactOptional(),
  });
  return z.discriminatedUnion('type', [plainText(max), mrkdwn]);
}

const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
});

const confirmation = z.strictObject({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).exactOptional(),
});

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: z.string().max(255).exactOptional(),
  value: z.string().max(2000).exactOptional(),
  url: z.url().max(3000).exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  confirm: confirmation.exactOptional(),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3000).exactOptional(),
    fields: z.array(anyText(2000)).min(1).max(10).exactOptional(),
    accessory: z.discriminatedUnion('type', [button, image]).exactOptional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'missing required field: text');

const blocksSchema = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
      section,
      z.strictObject({
        type: z.literal('context'),
        block_id: blockId,
        elements: z
          .array(z.union([anyText(3000), image]))
          .min(1)
          .max(10),
      }),
      z.strictObject({
        type: z.literal('actions'),
        block_id: blockId,
        elements: z.array(button).min(1).max(25),
      }),
      z.strictObject({ type: z.literal('divider'), block_id: blockId }),
      image.extend({ block_id: blockId, title: plainText(2000).exactOptional() }),
    ]),
  )
  .max(50);

function describeIssue(issue: z.core.$ZodIssue): string {
  return `[ERROR] ${wordsOf(issue)} [json-pointer:/blocks${issue.path.map((step) => `/${String(step)}`).join('')}]`;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `must provide at least ${issue.minimum} item`
        : `must be more than ${Number(issue.minimum) - 1} characters`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'unsupported type';
    default:
      return issue.message;
  }
}

function countCharacters(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const own = 'text' in value && typeof value.text === 'string' ? value.text.length : 0;
  return Object.values(value).reduce<number>((sum, child) => sum + countCharacters(child), own);
}
