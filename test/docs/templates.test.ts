import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root })
  .filter((path) => !path.endsWith('config.yml'))
  .toSorted();

/** As GitHub takes it; it shows no form at all that has a fault. */
const formSchema = z.strictObject({
  name: z.string(),
  description: z.string().max(200),
  labels: z.array(z.string()),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string() }) }),
        field('textarea', { render: z.string().optional() }),
        field('input', {}),
        field('dropdown', { options: z.array(z.string()).min(2) }),
      ]),
    )
    .min(1),
});

function field<Type extends string, More extends z.ZodRawShape>(type: Type, more: More) {
  return z.strictObject({
    type: z.literal(type),
    id: z.string().regex(/^[\w-]+$/),
    attributes: z.strictObject({ label: z.string(), description: z.string().optional(), ...more }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  });
}

describe('issue forms', () => {
  test.each(forms)('%s is one that GitHub takes', (path) => {
    const { body } = formSchema.parse(parse(read(path)));
    const ids = body.flatMap((part) => (part.type === 'markdown' ? [] : [part.id]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ask for the version, and lead reports of holes to where nobody else reads them', () => {
    expect(forms).toHaveLength(3);
    expect(read('.github/ISSUE_TEMPLATE/bug.yml')).toContain('id: version');
    const { contact_links: links } = z
      .object({ contact_links: z.array(z.object({ url: z.url() })) })
      .parse(parse(read('.github/ISSUE_TEMPLATE/config.yml')));
    expect(links.map(({ url }) => url)).toContainEqual(expect.stringMatching(/\/security\/advisories\/new$/));
  });
});
