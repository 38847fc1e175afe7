import { describe, expect, test } from '@jest/globals';
import { OFFERED_KINDS, offeredPatchJsonSchema, offeredPatchSchema } from '../../src/patch/offered.ts';
import { readPatch } from '../../src/patch/read.ts';

type Kind = (typeof OFFERED_KINDS)[number];

/** Each with all fields that are offered for its kind. */
const EXAMPLES: { readonly [kind in Kind]: { readonly [field: string]: unknown } } = {
  edit: { path: 'a.txt', find: 'one', replace: 'two', count: 'all' },
  diff: { diff: '--- a/a.txt\n+++ b/a.txt\n@@\n-one\n+two\n', path: 'a.txt' },
  write: { path: 'a.txt', content: 'one\n', executable: true },
  delete: { path: 'a.txt' },
  move: { from: 'a.txt', to: 'b.txt' },
};

describe('the patch that models are told of', () => {
  test.each(OFFERED_KINDS.map((kind) => [kind]))('a change of kind %s is taken as it is offered', (kind) => {
    const patch = {
      version: 1,
      title: 'Count',
      description: 'Why',
      base: { branch: 'main', sha: 'a'.repeat(40) },
      changes: [{ kind, ...EXAMPLES[kind] }],
    };
    expect(offeredPatchSchema.safeParse(patch)).toMatchObject({ success: true });
    expect(readPatch({ value: patch })).toMatchObject({ ok: true, repairs: [] });
  });

  test('nothing is offered that no kind has', () => {
    const fields = new Set(Object.values(EXAMPLES).flatMap((example) => Object.keys(example)));
    const { shape } = offeredPatchSchema.shape.changes.element;
    expect(Object.keys(shape).toSorted()).toEqual(['kind', ...fields].toSorted());
  });

  test('its schema has every object spelt out, because function calling wants that', () => {
    expect(offeredPatchJsonSchema()).toMatchObject({
      type: 'object',
      required: ['version', 'title', 'changes'],
      properties: { changes: { items: { required: ['kind'] } } },
    });
  });
});
