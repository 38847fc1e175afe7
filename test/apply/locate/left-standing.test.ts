import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'src/cart.js';

/** The first revision is in: `item.cents`. */
const NOW = `export function total(items) {
  return items.reduce((sum, item) => sum + item.cents, 0);
}

export function oldTotal(items) {
  return items.map((item) => item.price);
}
`;

/** The second one changes the same line again, and takes the other function away. */
const HUNK = ` export function total(items) {
-  return items.reduce((sum, item) => sum + item.price, 0);
+  return items.reduce((sum, item) => sum + item.cents, 0);
 }
-
-export function oldTotal(items) {
-  return items.map((item) => item.price);
-}
`;

const HEAD = `--- a/${PATH}\n+++ b/${PATH}\n`;

function side(without: '+' | '-'): string {
  const kept = HUNK.split('\n').filter((line) => line !== '' && !line.startsWith(without));
  return kept.map((line) => line.slice(1)).join('\n');
}

const FORMS: readonly (readonly [form: string, patch: string | object])[] = [
  ['git diff', `${HEAD}@@ -1,7 +1,3 @@\n${HUNK}`],
  ['diff without numbers', `${HEAD}@@\n${HUNK}`],
  ['apply_patch', `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${HUNK}*** End Patch\n`],
  ['block', `${PATH}\n<<<<<<< SEARCH\n${side('+')}\n=======\n${side('-')}\n>>>>>>> REPLACE\n`],
  ['edit', { version: 1, changes: [{ kind: 'edit', path: PATH, find: side('+'), replace: side('-') }] }],
];

describe('lines that are to go at the edge of a hunk', () => {
  test.each(FORMS)('are not said to be gone while they stand there, in a %s', (_form, patch) => {
    for (const below of ['', '\nexport const more = 1;\n'])
      expect(apply({ files: { [PATH]: NOW + below }, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'not_found' }],
      });
  });

  test.each(FORMS)('are gone where the same %s was applied', (_form, patch) => {
    const done = NOW.slice(0, NOW.indexOf('\nexport function oldTotal'));
    expect(apply({ files: { [PATH]: done }, patch })).toMatchObject({
      ok: true,
      files: {},
      hunks: [{ status: 'already_applied' }],
    });
  });

  test('are not said to be gone above all others', () => {
    const file =
      "import { old } from './old.js';\nimport { a } from './a.js';\nimport { b, c } from './b.js';\n\nrun(a, b, c);\n";
    const hunk =
      "-import { old } from './old.js';\n import { a } from './a.js';\n-import { b } from './b.js';\n+import { b, c } from './b.js';\n \n";
    expect(apply({ files: { [PATH]: file }, patch: `${HEAD}@@ -1,4 +1,3 @@\n${hunk}` })).toMatchObject({
      ok: false,
      refusals: [{ code: 'not_found' }],
    });
    const done = file.slice(file.indexOf('\n') + 1);
    expect(apply({ files: { [PATH]: done }, patch: `${HEAD}@@ -1,4 +1,3 @@\n${hunk}` })).toMatchObject({
      ok: true,
      files: {},
    });
  });
});
