import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const python = [
  'class A:',
  '    def b(self):',
  '        if self.x:',
  '            self.one()',
  '        return 2',
  '',
].join('\n');

const narrow = 'def f(x):\n if x:\n  return 1\n y = 2\n return y\n';

const list = '1. Install:\n   - run install\n   - run test\n2. Done\n';

const yaml = 'a:\n b: 1\n c: 2\nd: 3\n';

const comment = '/**\n * Adds.\n * @param {number} a\n */\nconst f = 1;\n';

function sidesOf(lines: readonly string[]): { find: string; replace: string } {
  const side = (without: string) =>
    lines.flatMap((line) => (line.startsWith(without) ? [] : [`${line.slice(1)}\n`])).join('');
  return { find: side('+'), replace: side('-') };
}

function markless(lines: readonly string[]): readonly SentChange[] {
  const { find, replace } = sidesOf(lines);
  const text = `File: f\n<<<<<<< SEARCH\n${find}=======\n${replace}>>>>>>> REPLACE\n`;
  return [
    { kind: 'blocks', text },
    { kind: 'edit', path: 'f', find, replace },
  ];
}

function marked(lines: readonly string[]): readonly SentChange[] {
  const body = lines.map((line) => `${line}\n`).join('');
  return [
    { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@\n${body}` },
    { kind: 'apply_patch', patch: `*** Begin Patch\n*** Update File: f\n@@\n${body}*** End Patch\n` },
  ];
}

type Case = readonly [what: string, file: string, lines: readonly string[], after: string];

const ONE_SPACE_OFF: readonly Case[] = [
  [
    'Python in four spaces',
    python,
    ['        if self.x:', '            self.one()', '+           self.log()', '        return 2'],
    python.replace('self.one()\n', 'self.one()\n            self.log()\n'),
  ],
  [
    'one line of it',
    python,
    ['+       self.log()', '        return 2'],
    python.replace('return 2', 'self.log()\n        return 2'),
  ],
  [
    'a method behind it',
    python,
    ['        return 2', '+', '+   def c(self):', '+       pass'],
    `${python}\n    def c(self):\n        pass\n`,
  ],
  [
    'a list below a numbered item',
    list,
    ['   - run install', '+  - run audit', '   - run test'],
    list.replace('install\n', 'install\n   - run audit\n'),
  ],
  [
    'a comment',
    comment,
    [' * Adds.', ' * @param {number} a', '+* @param {number} b'],
    comment.replace('a\n */', 'a\n * @param {number} b\n */'),
  ],
];

const OF_ONE_SPACE: readonly Case[] = [
  ['YAML', yaml, [' b: 1', '+x: 5', ' c: 2'], yaml.replace(' c', ' x: 5\n c')],
  ['Python', narrow, [' y = 2', '+y += 1', ' return y'], narrow.replace(' return y', ' y += 1\n return y')],
];

describe('apply/own-marks', () => {
  test.each([...ONE_SPACE_OFF, ...OF_ONE_SPACE])(
    'one space is an indentation in a format without marks: %s',
    (_, file, lines, after) => {
      for (const sent of markless(lines)) {
        const result = apply({ f: file }, sent);
        expect(textsOf(result)).toEqual({ f: after });
        expect(result.hunks).toMatchObject([{ rung: 'indentation', status: 'applied' }]);
      }
    },
  );

  test.each(ONE_SPACE_OFF)(
    'what is added one space too shallow as well shows that no mark is lost: %s',
    (_, file, lines, after) => {
      for (const sent of marked(lines)) {
        const result = apply({ f: file }, sent);
        expect(textsOf(result)).toEqual({ f: after });
        expect(result.hunks).toMatchObject([{ rung: 'indentation', status: 'applied' }]);
        expect(apply({ f: after }, sent)).toMatchObject({
          changes: [],
          hunks: [{ status: 'already_applied' }],
        });
      }
    },
  );

  test.each<Case>([
    [
      'at the depth of the file',
      python,
      ['        if self.x:', '            self.one()', '+            self.log()'],
      python.replace('self.one()\n', 'self.one()\n            self.log()\n'),
    ],
    [
      'one step deeper',
      python,
      ['        if self.x:', '+            self.log()'],
      python.replace('self.x:\n', 'self.x:\n            self.log()\n'),
    ],
    [
      'as far behind its line as it likes',
      python,
      ['        return 2', '+                 # done'],
      `${python}                 # done\n`,
    ],
    [
      'a line of a comment',
      comment,
      [' * Adds.', ' * @param {number} a', '+ * @param {number} b'],
      comment.replace('a\n */', 'a\n * @param {number} b\n */'),
    ],
    [
      'code below a comment',
      comment,
      [' * @param {number} a', ' */', '+const g = 2;'],
      comment.replace('*/\n', '*/\nconst g = 2;\n'),
    ],
    ['beside a line without a mark', yaml, [' c: 2', 'd: 3', '+e: 4'], `${yaml}e: 4\n`],
  ])('what is added beside lost marks keeps its depth: %s', (_, file, lines, after) => {
    for (const sent of marked(lines)) {
      const result = apply({ f: file }, sent);
      expect(textsOf(result)).toEqual({ f: after });
      expect(result.hunks).toMatchObject([{ rung: 'lost_mark', status: 'applied' }]);
    }
  });

  test.each<[string, string, readonly string[]]>([
    ['where the file has both depths', yaml, [' b: 1', ' c: 2', '+x: 3']],
    [
      'as deep as one line that lacks a space, where others have theirs',
      python,
      [' class A:', '     def b(self):', '        if self.x:', '+       self.log()'],
    ],
  ])('a line is refused of which nothing tells whether marks are lost beside it: %s', (_, file, lines) => {
    for (const sent of marked(lines))
      expect(refusalsOf(apply({ f: file }, sent))).toMatchObject([{ code: 'not_found', path: 'f' }]);
  });

  test('a line that stays and lacks a space beside others that do not moves nothing, in any format', () => {
    const rest = ['             self.one()', '+            self.log()', '         return 2'];
    for (const sent of markless(['        if self.x:', ...rest])) {
      const { f } = textsOf(apply({ f: python }, sent));
      expect(f).toBe(python.replace('self.one()\n', 'self.one()\n            self.log()\n'));
      expect(apply({ f: f ?? '' }, sent)).toMatchObject({
        changes: [],
        hunks: [{ status: 'already_applied' }],
      });
    }
  });

  test('a line that is added and lacks a space as one that stays does is refused beside others, in any format', () => {
    const rest = ['             self.one()', '         return 2'];
    for (const sent of markless(['        if self.x:', '+       self.log()', ...rest]))
      expect(refusalsOf(apply({ f: python }, sent))).toMatchObject([{ path: 'f' }]);
  });
});
