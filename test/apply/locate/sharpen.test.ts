import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { unescaped } from '../../../src/apply/edit/unescape.ts';
import { learnIndentation } from '../../../src/apply/indent/indentation.ts';
import { withoutEdgeBlanks } from '../../../src/apply/locate/edge-blanks.ts';
import { changedLines, sharpen } from '../../../src/apply/locate/sharpen.ts';
import { type Hunk, type HunkLine, newSide, oldSide } from '../../../src/patch/hunk.ts';

const texts = fc.array(fc.constantFrom('a', 'b', '', '}'), { maxLength: 12 });

function hunkOf(...lines: readonly HunkLine[]): Hunk {
  return { number: 1, lines, anchors: [] };
}

describe('apply/sharpen', () => {
  test('lines that change into others say both sides', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const hunk = hunkOf(...changedLines(before, after));
        expect(oldSide(hunk)).toEqual(before);
        expect(newSide(hunk)).toEqual(after);
      }),
    );
  });

  test('a hunk keeps both of its sides, and removes nothing that it adds again in its place', () => {
    const marks = fc.array(
      fc.tuple(fc.constantFrom<HunkLine[0]>(' ', '-', '+'), fc.constantFrom('a', 'b', '')),
    );
    fc.assert(
      fc.property(marks, (lines) => {
        const hunk = hunkOf(...lines);
        const sharp = sharpen(hunk);
        expect(oldSide(sharp)).toEqual(oldSide(hunk));
        expect(newSide(sharp)).toEqual(newSide(hunk));
      }),
    );
    expect(sharpen(hunkOf(['-', 'a'], ['-', 'b'], ['+', 'a'], ['+', 'c'])).lines).toEqual([
      [' ', 'a'],
      ['-', 'b'],
      ['+', 'c'],
    ]);
  });

  test('of equal lines the last one is removed, as git has it', () => {
    expect(changedLines(['x', '', 'y', '', 'z'], ['x', '', 'z'])).toEqual([
      [' ', 'x'],
      [' ', ''],
      ['-', 'y'],
      ['-', ''],
      [' ', 'z'],
    ]);
  });

  test('lines without end that all differ are replaced as a whole', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 3000 }, (_, index) => `a${(index * 7) % 3001}`);
    const hunk = hunkOf(...changedLines(before, after));
    expect(oldSide(hunk)).toEqual(before);
    expect(newSide(hunk)).toEqual(after);
  });
});

describe('apply/edge-blanks', () => {
  test.each<[string, HunkLine[], HunkLine[] | null]>([
    [
      'at the beginning',
      [
        [' ', ''],
        [' ', 'a'],
        ['+', 'b'],
      ],
      [
        [' ', 'a'],
        ['+', 'b'],
      ],
    ],
    [
      'at the end',
      [
        ['-', 'a'],
        ['-', ' '],
      ],
      [['-', 'a']],
    ],
    [
      'at both',
      [
        [' ', ''],
        ['-', 'a'],
        [' ', ''],
      ],
      [['-', 'a']],
    ],
    [
      'beside an addition, to which it belongs',
      [
        ['+', 'x'],
        [' ', ''],
        [' ', 'a'],
      ],
      [
        ['+', 'x'],
        ['+', ''],
        [' ', 'a'],
      ],
    ],
    [
      'twice, which is no slip',
      [
        [' ', ''],
        [' ', ''],
        [' ', 'a'],
      ],
      null,
    ],
    ['nowhere', [[' ', 'a']], null],
    ['everywhere', [[' ', '']], null],
  ])('a blank line %s', (_where, lines, expected) => {
    expect(withoutEdgeBlanks(hunkOf(...lines))?.lines ?? null).toEqual(expected);
  });
});

describe('apply/indentation', () => {
  const learnt = (own: string, ...pairs: readonly (readonly [patch: string, file: string])[]) =>
    learnIndentation(
      pairs.map(([patch, file], line) => ({ line, patch, file, isContext: false, mayLackMark: false })),
    )?.(own, 0);

  test.each<[string, [string, string][], string, string | null | undefined]>([
    ['the same', [['  ', '  ']], '    ', '    '],
    [
      'more',
      [
        ['', '  '],
        ['  ', '    '],
      ],
      '    ',
      '      ',
    ],
    [
      'less',
      [
        ['    ', '  '],
        ['      ', '    '],
      ],
      '        ',
      '      ',
    ],
    ['less than there is', [['    ', '']], '  ', null],
    [
      'spaces for tabs',
      [
        ['', ''],
        ['\t', '  '],
      ],
      '\t\t',
      '    ',
    ],
    [
      'tabs for spaces',
      [
        ['', ''],
        ['    ', '\t'],
      ],
      '        ',
      '\t\t',
    ],
    [
      'columns, where the file mixes',
      [
        ['        ', '\t'],
        ['    ', '    '],
      ],
      '        ',
      '\t',
    ],
    [
      'no rule',
      [
        ['  ', '    '],
        ['  ', '  '],
      ],
      '  ',
      undefined,
    ],
  ])('%s', (_rule, pairs, own, expected) => {
    expect(learnt(own, ...pairs)).toBe(expected);
  });

  test('context lines that lost their marks teach nothing: added lines have theirs', () => {
    const pairs = [{ line: 0, patch: ' ', file: '  ', isContext: true, mayLackMark: true }];
    expect(learnIndentation(pairs)?.('  ', 1)).toBe('  ');
  });
});

describe('apply/unescape', () => {
  test.each([
    ['a\\nb', 'a\nb'],
    ['\\tsay(\\"a\\")', '\tsay("a")'],
    ['a\\\\nb', 'a\\nb'],
    ['plain', null],
    ['a\\n\nb', null],
    ['\\d', null],
    ['end\\', null],
  ])('%j stands for %j', (text, expected) => {
    expect(unescaped(text)).toBe(expected);
  });
});
