import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const python = [
  'def price(item):',
  '    if item.sale:',
  '        return item.sale',
  '    return item.price',
  '',
].join('\n');

const yaml = 'services:\n    web:\n        environment:\n            PORT: 80\n';

/** By itself, and in a row of edits that are applied together. */
const rows: readonly (readonly SentChange[])[] = [
  [],
  Array.from({ length: 20 }, (_, at) => ({
    kind: 'edit',
    path: 'f',
    find: `step ${at}\n`,
    replace: `step ${at + 1}\n`,
  })),
];

function edit(find: string, replace: string): SentChange & { kind: 'edit' } {
  return { kind: 'edit', path: 'f', find, replace };
}

describe('apply/within-indent', () => {
  test.each([
    [
      'one depth less',
      python,
      '    return item.sale',
      '    log(item)\n    return item.sale',
      python.replace('        return', '        log(item)\n        return'),
    ],
    [
      'trimmed',
      python,
      'return item.price',
      'log(item)\nreturn item.price',
      python.replace('    return item.price', '    log(item)\n    return item.price'),
    ],
    [
      'whole lines in steps of two for four',
      yaml,
      '    PORT: 80\n',
      '    PORT: 80\n    HOST: shop\n',
      `${yaml}            HOST: shop\n`,
    ],
    ['a part of a line', 'f:\n\tone(a, b)\n', 'one(a', 'two(c)\none(a', 'f:\n\ttwo(c)\n\tone(a, b)\n'],
    ['one line that has its depth', 'f:\n    one()\n', 'one()', '    two()', 'f:\n    two()\n'],
    ['a part of one that has', 'f:\n    a(b)\n', 'a', '    await a', 'f:\n    await a(b)\n'],
    ['a new block', 'f:\n  one()\n', 'one()', 'if a:\n  one()', 'f:\n  if a:\n    one()\n'],
    ['a comment behind', 'f:\n  one() # 1\n', 'one()', 'two()\none()', 'f:\n  two()\n  one() # 1\n'],
    ['a method', 'f {\n    one()\n}\n', '  one()\n', '  one()\n  two()\n', 'f {\n    one()\n    two()\n}\n'],
    [
      'less deep lines, in four spaces a depth for two',
      'class A:\n  class B:\n    def g(self):\n      c()\n',
      '    c()\n',
      '    c()\n\n  def h(self):\n    d()\n',
      'class A:\n  class B:\n    def g(self):\n      c()\n\n    def h(self):\n      d()\n',
    ],
    [
      'several lines, the first of which is trimmed',
      'f:\n  one()\n  two()\n',
      'one()\n  two()',
      '  one()\n  more()\n  two()',
      'f:\n  one()\n  more()\n  two()\n',
    ],
    ['lines in the place of none', 'f:\n  one()\n', 'one()', '\none()\ntwo()', 'f:\n  \n  one()\n  two()\n'],
  ])(
    'the new lines of a text that was sent with less indentation get the file’s: %s',
    (_, file, ...[find, replace, after]) => {
      for (const others of rows) {
        const result = apply({ f: `${file}step 0\n` }, ...others, edit(find, replace));
        expect(textsOf(result)).toEqual({ f: `${after}step ${others.length}\n` });
        if (others.length === 0 && !find.includes('\n  two'))
          expect(result.hunks).toMatchObject([{ rung: 'indentation', status: 'applied' }]);
      }
    },
  );

  test.each([
    [
      'a line',
      'f:\n    g:\n        one()\n    two()\n    three()\n',
      'two()\n',
      '',
      'f:\n    g:\n        one()\n    three()\n',
    ],
    ['a part of its indentation', 'f:\n    one()\n    two()\n', '  one()\n', '', 'f:\n    two()\n'],
    ['tabs', 'f:\n\t\tone()\n\ttwo()\n', 'one()\n', '', 'f:\n\ttwo()\n'],
    ['lines', 'f:\n    one()\n    two()\nthree()\n', 'one()\n    two()\n', '', 'f:\nthree()\n'],
    ['lines for an empty one', 'f:\n    one()\n    two()\n', 'one()\n', '\n', 'f:\n\n    two()\n'],
    ['a line without its break', 'f:\n    one()\n    two()\n', 'one()', '', 'f:\n\n    two()\n'],
    ['one with blanks behind it', 'f:\n    one()  \n    two()\n', 'one()', '', 'f:\n\n    two()\n'],
    ['lines without their last break', 'f:\n    one()\n    two()\n', 'one()\n    two()', '', 'f:\n\n'],
  ])('what is taken away goes with its indentation: %s', (_, file, ...[find, replace, after]) => {
    for (const others of rows) {
      const result = apply({ f: `${file}step 0\n` }, ...others, edit(find, replace));
      expect(textsOf(result)).toEqual({ f: `${after}step ${others.length}\n` });
      expect(result.hunks.at(-1)).toMatchObject({ rung: 'indentation', status: 'applied' });
    }
  });

  test('what is taken away at several places, or at either end of a file, goes with its indentation', () => {
    const all = { ...edit('one()\n', ''), count: 'all' } as const;
    expect(textsOf(apply({ f: 'a:\n  one()\n    one()\n  b: one()\n' }, all))).toEqual({ f: 'a:\n  b: ' });
    expect(textsOf(apply({ f: '  one()\ntwo()\n' }, edit('one()\n', '')))).toEqual({ f: 'two()\n' });
    expect(textsOf(apply({ f: 'two()\n  one()' }, edit('one()', '')))).toEqual({ f: 'two()\n' });
  });

  test('such an edit is not made twice', () => {
    const file = 'f:\n    one()\nstep 0\n';
    for (const others of rows) {
      const added = edit('one()', 'one();\ntwo()');
      const once = textsOf(apply({ f: file }, added))['f'] ?? '';
      expect(apply({ f: once }, ...others, added)).toMatchObject({
        ok: true,
        hunks: [...others.map(() => ({ status: 'applied' })), { status: 'already_applied' }],
      });
    }
  });

  test.each([
    ['as deep as the file', 'f:\n    one()\n', 'one()', 'one()\n    two()', 'f:\n    one()\n    two()\n'],
    ['deeper', 'f:\n    one()\n', 'one()', 'if a:\n        one()', 'f:\n    if a:\n        one()\n'],
    [
      'a bracket that ends the block, and what follows it',
      'function a() {\n  one();\n}\n',
      'one();',
      'one();\n}\n\nfunction b() {\n  two();',
      'function a() {\n  one();\n}\n\nfunction b() {\n  two();\n}\n',
    ],
    [
      'less deep, as another line above',
      'def f():\n    if a:\n        return 1\n',
      'return 1',
      'return 1\n    return 2',
      'def f():\n    if a:\n        return 1\n    return 2\n',
    ],
    ['the same, deeper', 'f:\n    one()\n', 'one()', '    one()', 'f:\n        one()\n'],
    ['a part of one line', 'f:\n    one()\n', 'one', '  two', 'f:\n      two()\n'],
    ['within a line', 'f: one()\n', 'one()', 'two()\nthree()', 'f: two()\nthree()\n'],
    ['with all the indentation', 'f:\n  one()\n', '  one()', '  two()\nthree()', 'f:\n  two()\nthree()\n'],
    ['words that are removed', 'f:\n    not one()\n', 'not ', '', 'f:\n    one()\n'],
    ['a line and a break that are removed', 'f:\n  one()\n  two()\n', 'one()\n  ', '', 'f:\n  two()\n'],
    ['a line with its indentation', 'f:\n  one()\n  two()\n', '  one()', '', 'f:\n\n  two()\n'],
  ])('new lines that show how deep they are stay as they are: %s', (_, file, ...[find, replace, after]) => {
    for (const others of rows) {
      const result = apply({ f: `${file}step 0\n` }, ...others, edit(find, replace));
      expect(textsOf(result)).toEqual({ f: `${after}step ${others.length}\n` });
      expect(result.hunks.at(-1)).toMatchObject({ rung: 'exact', status: 'applied' });
    }
  });

  test.each([
    [
      'a new part below a blank line',
      python,
      'return item.price',
      'return item.price\n\ndef sale(item):\n    pass',
    ],
    ['one line that is deeper', python, 'return item.price', '        return 0'],
    ['a whole line that only becomes as deep', python, 'return item.price\n', '    return item.price\n'],
    ['a first line of another depth', python, 'return item.price', '  log(item)\nreturn item.price'],
    ['a text of several lines', python, 'return item.price', 'text = """\none\n"""\nreturn item.price'],
    ['a depth that no line has', python, 'return item.sale', 'return item.sale\n  return item.price'],
    ['one depth, or all of them', python, '    return item.sale', '    log(item)\n        return item.sale'],
    ['steps of four or of two', 'a:\n    b:\n        c: 1\n', '    c: 1', '    c: 1\n# done'],
    ['a line beside several', 'f:\n  one()\n  two()\n', 'one()\n  two()', 'one()\nmore()\n  two()'],
    ['a block without a mark', 'f\n  g\n    one\n', 'one', 'if a\n  one\nfi'],
  ])('new lines are refused where nothing tells how deep they are: %s', (_, file, find, replace) => {
    for (const others of rows)
      expect(refusalsOf(apply({ f: `${file}step 0\n` }, ...others, edit(find, replace)))).toMatchObject([
        {
          code: 'ambiguous',
          message: expect.stringContaining('Send both texts as whole lines'),
          pointer: `/changes/${others.length}/replace`,
        },
      ]);
  });

  test('each of several places has its own depth', () => {
    const file = 'a:\n  one()\n\tone()\nb: one()\n';
    const result = apply({ f: file }, { ...edit('one()', 'one()\ntwo()'), count: 'all' });
    expect(textsOf(result)).toEqual({ f: 'a:\n  one()\n  two()\n\tone()\n\ttwo()\nb: one()\ntwo()\n' });
  });

  test('texts and places without end are looked at before long', () => {
    const started = process.cpuUsage();
    const million = 1_000_000;
    apply({ f: `${' '.repeat(million)}a\n` }, edit('a', 'a\nb'));
    apply({ f: ' a\n'.repeat(million / 4) }, { ...edit('a', 'a\nb'), count: 'all' });
    apply({ f: ' a' }, edit('a', `a\n${' '.repeat(million)}b`));
    apply({ f: ' a' }, edit('a', `a\n${'`\n'.repeat(million / 2)}b`));
    apply({ f: `${' '.repeat(million)}a${' '.repeat(million)}\n` }, edit('a', ''));
    apply({ f: ' a\n'.repeat(million / 4) }, { ...edit('a\n', ''), count: 'all' });
    apply({ f: ` ${'a\n'.repeat(3000)}` }, edit('a\n'.repeat(3000), 'b\n'.repeat(3000)));
    const lines = Array.from({ length: 50 }, (_, at) => `line ${at}\n`).join('');
    const others = lines.replaceAll('line', 'other');
    apply({ f: ` ${lines}`.repeat(2000) }, { ...edit(lines, others), count: 'all' });
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});
