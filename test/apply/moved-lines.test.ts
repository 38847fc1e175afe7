import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../patch/patches.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const f = 'head();\na();\nb();\nsave();\nc();\nd();\nsave();\ne();\n';
const names = '--- a/f\n+++ b/f\n';
const grown = '@@ -1,2 +1,5 @@\n head();\n+n1();\n+n2();\n+n3();\n a();\n';
const stored = (line: number) => `@@ -${line} +${line} @@\n-save();\n+store();\n`;
const diffOf = (diff: string): SentChange => ({ kind: 'diff', diff });
const fenced = (...diffs: readonly string[]): SentChange => ({
  kind: 'text',
  text: diffs.map((diff) => `\`\`\`diff\n${diff}\`\`\`\n`).join('\n'),
});
const mailed = (...diffs: readonly string[]): SentChange => ({
  kind: 'diff',
  diff: diffs
    .map((diff, at) => `From 123456${at} Mon Sep 17 00:00:00 2001\nSubject: x\n\n---\n${diff}-- \n2.40\n\n`)
    .join(''),
});

const AFTER_FIRST = 'head();\nn1();\nn2();\nn3();\na();\nb();\nstore();\nc();\nd();\nsave();\ne();\n';
const AFTER_SECOND = 'head();\nn1();\nn2();\nn3();\na();\nb();\nsave();\nc();\nd();\nstore();\ne();\n';

describe('apply/moved-lines, a file that the same change has changed before', () => {
  test.each([
    ['the header twice', diffOf(names + grown + names + stored(7))],
    ['two fences', fenced(names + grown, names + stored(7))],
  ])(
    'a line number that means one line as the file was, and another as it is by now, tells nothing: %s',
    (_, change) => {
      expect(refusalsOf(apply({ f }, change))).toMatchObject([
        { code: 'ambiguous', hunk: 2, data: { lines: [7, 10] } },
      ]);
    },
  );

  test('blocks for it, with those of another file between, are not put at a line that is another by now', () => {
    const block = (path: string, line: number, [search, replace]: readonly [string, string]) =>
      `${path}\n<<<<<<< SEARCH\n:start_line:${line}\n-------\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
    const text =
      block('f.js', 1, ['head();', 'head();\nn1();\nn2();\nn3();']) +
      block('g.js', 1, ['g();', 'h();']) +
      block('f.js', 7, ['save();', 'store();']);
    expect(refusalsOf(apply({ 'f.js': f, 'g.js': 'g();\n' }, { kind: 'blocks', text }))).toMatchObject([
      { code: 'ambiguous', hunk: 3, data: { lines: [7, 10] } },
    ]);
  });

  test.each([
    ['as the file was', 4, AFTER_FIRST],
    ['as it is by now', 10, AFTER_SECOND],
  ])('a line number is right %s', (_, line, after) => {
    const result = apply({ f }, diffOf(names + grown + names + stored(line)));
    expect(textsOf(result)).toEqual({ f: after });
    expect(result.hunks).toMatchObject([{ rung: 'exact' }, { rung: 'exact' }]);
  });

  test.each([
    ['as the file was', '@@ -6 +6 @@\n-d();\n+D();\n', AFTER_SECOND],
    ['as it is by now', '@@ -9 +9 @@\n-d();\n+D();\n', AFTER_FIRST],
  ])('a hunk beside it that has one place tells that the numbers are %s', (_, beside, after) => {
    const result = apply({ f }, diffOf(names + grown + names + beside + stored(7)));
    expect(refusalsOf(result)).toEqual([]);
    expect(textsOf(result)).toEqual({ f: after.replace('\nd();', '\nD();') });
  });

  test('in the next mail of a series lines are numbered as the mail before left them', () => {
    expect(textsOf(apply({ f }, mailed(names + grown, names + stored(7))))).toEqual({ f: AFTER_FIRST });
  });

  test('another change of the patch numbers lines as those before it left them', () => {
    const changes = [diffOf(names + grown), diffOf(names + stored(7))];
    expect(textsOf(apply({ f }, ...changes))).toEqual({ f: AFTER_FIRST });
  });

  test('a line that is gone, or stands where it stood, has no other number', () => {
    const gone =
      names +
      stored(4) +
      names +
      stored(4).replaceAll(/store|save/g, (word) => (word === 'save' ? 'store' : 'keep'));
    expect(textsOf(apply({ f }, diffOf(gone)))).toEqual({ f: f.replace('save', 'keep') });
    expect(textsOf(apply({ f }, diffOf(names + stored(7) + names + stored(4))))).toEqual({
      f: f.replaceAll('save', 'store'),
    });
  });
});
