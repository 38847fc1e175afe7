import { describe, expect, test } from '@jest/globals';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const python = [
  'def close(shop):',
  '    if shop.open:',
  '        shop.lock()',
  '    notify(shop)',
  '',
  'def open(shop):',
  '    pass',
  '',
].join('\n');

const yaml = 'server:\n  port: 80\nclient:\n  port: 81\n';

function block(before: readonly string[], after: readonly string[]): { kind: 'blocks'; text: string } {
  const lines = [
    'File: f',
    '```',
    '<<<<<<< SEARCH',
    ...before,
    '=======',
    ...after,
    '>>>>>>> REPLACE',
    '```',
    '',
  ];
  return { kind: 'blocks', text: lines.join('\n') };
}

function diff(before: readonly string[], after: readonly string[]): { kind: 'diff'; diff: string } {
  const lines = [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
  return { kind: 'diff', diff: `--- a/f\n+++ b/f\n@@ @@\n${lines.join('\n')}\n` };
}

describe('apply/trimmed-line', () => {
  test.each<[string, string, readonly string[], readonly string[], string]>([
    [
      'a statement of Python',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['notify(shop, "closed")', '', 'def open(shop):'],
      python.replace('notify(shop)', 'notify(shop, "closed")'),
    ],
    ['a key of YAML', yaml, ['port: 80', 'client:'], ['port: 8080', 'client:'], yaml.replace('80', '8080')],
    [
      'one of two that are replaced',
      yaml,
      ['port: 80', 'client:'],
      ['port: 8080', 'clients:'],
      yaml.replace('80', '8080').replace('client', 'clients'),
    ],
    [
      'in tabs',
      'f:\n\tone()\n\ttwo()\n',
      ['one()', '\ttwo()'],
      ['uno()', '\tdue()', '\ttwo()'],
      'f:\n\tuno()\n\tdue()\n\ttwo()\n',
    ],
    [
      'one that is sent with its depth',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['    notify(shop)', '    log()', '', 'def open(shop):'],
      python.replace('notify(shop)\n', 'notify(shop)\n    log()\n'),
    ],
    [
      'one below another that is trimmed like it',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['log()', 'notify(shop)', '', 'def open(shop):'],
      python.replace('notify(shop)', 'log()\n    notify(shop)'),
    ],
    [
      'one above others that have their depth',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['notify(shop)', '    log()', '', '@cached', 'def open(shop):'],
      python.replace('notify(shop)\n\n', 'notify(shop)\n    log()\n\n@cached\n'),
    ],
    [
      'one that begins a block',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['if shop.loud:', '        notify(shop)', '', 'def open(shop):'],
      python.replace('notify(shop)', 'if shop.loud:\n        notify(shop)'),
    ],
  ])('a first line that lost its indentation has the file’s: %s', (_, file, ...[before, after, expected]) => {
    for (const change of [block(before, after), diff(before, after)])
      expect(textsOf(apply({ f: file }, change))).toEqual({ f: expected });
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    ['that stands right below it', yaml, ['port: 80', 'client:'], ['port: 80', 'host: shop', 'client:']],
    [
      'that is one of two in its place',
      yaml,
      ['port: 80', 'client:'],
      ['port: 8080', 'host: shop', 'client:'],
    ],
    [
      'that stands between it and one with its depth',
      'f:\n  one()\n  two()\n',
      ['one()', '  two()'],
      ['one()', 'more()', '  two()'],
    ],
    [
      'of a block that begins in its place, and is no deeper',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['if shop.loud:', '    notify(shop)', '', 'def open(shop):'],
    ],
    [
      'of another depth in its place',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['  notify(shop, "closed")', '', 'def open(shop):'],
    ],
    [
      'that stands above it, with a depth',
      python,
      ['notify(shop)', '', 'def open(shop):'],
      ['if shop.loud:', '    ring()', 'notify(shop)', '', 'def open(shop):'],
    ],
  ])('a line %s is refused beside a first line that lost its indentation', (_, file, before, after) => {
    for (const change of [block(before, after), diff(before, after)])
      expect(refusalsOf(apply({ f: file }, change))).toMatchObject([{ code: 'not_found', path: 'f' }]);
  });
});
