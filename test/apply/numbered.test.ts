import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../patch/patches.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const names = 'names:\nAlice\nBob\n\n';

const FORMATS: { readonly [format: string]: (old: string, now: string) => SentChange } = {
  'a diff': (old, now) => ({ kind: 'diff', diff: `--- a/f\n+++ b/f\n@@\n${bodyOf(old, now)}` }),
  'a diff with a line number': (old, now) => ({
    kind: 'diff',
    diff: `--- a/f\n+++ b/f\n@@ -6,2 +6,2 @@\n${bodyOf(old, now)}`,
  }),
  apply_patch: (old, now) => ({
    kind: 'apply_patch',
    patch: `*** Begin Patch\n*** Update File: f\n@@\n${bodyOf(old, now)}*** End Patch\n`,
  }),
  blocks: (old, now) => ({
    kind: 'blocks',
    text: `f\n<<<<<<< SEARCH\n${old}=======\n${now}>>>>>>> REPLACE\n`,
  }),
  'an edit': (old, now) => ({ kind: 'edit', path: 'f', find: old.trimEnd(), replace: now.trimEnd() }),
};

describe.each(Object.entries(FORMATS))('apply/numbered, in %s', (_, sent) => {
  test.each(['1|Alice\n2|Bob\n', '1\tAlice\n2\tBob\n', '1→Alice\n2→Bob\n'])(
    'numbers that the file has too are part of its lines: %j',
    (table) => {
      const now = table.replace('Bob', 'Bobby');
      for (const above of [names, 'table:\n\n']) {
        expect(textsOf(apply({ f: `${above}table:\n${table}` }, sent(table, now)))).toEqual({
          f: `${above}table:\n${now}`,
        });
        const again = apply({ f: `${above}table:\n${now}` }, sent(table, now));
        expect(again.ok ? again.changes : []).toEqual([]);
      }
    },
  );

  test('a table that reads otherwise is not taken for the names without numbers', () => {
    const file = `${names}table:\n1|Alice\n2|Carol\n`;
    expect(
      refusalsOf(apply({ f: file }, sent('1|Alice\n2|Bob\n', '1|Alice\n2|Bobby\n'))).map(({ code }) => code),
    ).toEqual(['not_found']);
  });

  test('numbers are all that changes in a table', () => {
    expect(
      textsOf(apply({ f: `${names}1|Alice\n2|Bob\n` }, sent('1|Alice\n2|Bob\n', '1|Alice\n3|Bob\n'))),
    ).toEqual({ f: `${names}1|Alice\n3|Bob\n` });
  });

  test('numbers that an editor shows before every line are left out', () => {
    expect(textsOf(apply({ f: names }, sent('2 | Alice\n3 | Bob\n', '2 | Alice\n3 | Bobby\n')))).toEqual({
      f: names.replace('Bob', 'Bobby'),
    });
  });
});

function bodyOf(old: string, now: string): string {
  return old.replaceAll(/^(?=.)/gm, '-') + now.replaceAll(/^(?=.)/gm, '+');
}
