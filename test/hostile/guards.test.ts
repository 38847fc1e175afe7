import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { HARMLESS_GROUPS, PATCH_GROUPS } from './catalog.ts';
import { GUARDS } from './guards.ts';

const root = join(import.meta.dirname, '../..');

test.each(GUARDS)('the guard against $against stands where it can be broken', ({ file, from }) => {
  expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2);
});

test('there are many cases of each kind, and no two of a kind have one name', () => {
  for (const { title, cases } of PATCH_GROUPS) {
    expect({ title, names: new Set(cases.map(({ name }) => name)).size }).toEqual({
      title,
      names: cases.length,
    });
  }
  const count = [...PATCH_GROUPS, ...HARMLESS_GROUPS].reduce((sum, { cases }) => sum + cases.length, 0);
  expect(count).toBeGreaterThanOrEqual(400);
});
