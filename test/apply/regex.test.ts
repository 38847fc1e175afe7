import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Matcher, RE2JS } from 're2js';
import type { Effort } from '../../src/apply/effort.ts';
import { lookedAt, reachOf } from '../../src/apply/regex/reach.ts';
import { findRegex } from '../../src/apply/regex/regex.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

type Fields = {
  readonly pattern: string;
  readonly replacement?: string;
  readonly flags?: string;
  readonly count?: number | 'all';
};

function regex(file: string, { replacement = 'R', ...fields }: Fields) {
  return apply({ f: file }, { kind: 'regex', path: 'f', replacement, ...fields });
}

/** The result of one change for which `matching` steps are left, and how many are left after it. */
function withEffort(text: string, fields: Fields, matching: number) {
  const effort: Effort = { comparisons: 0, searching: 1_000_000, reading: 0, matching, explanations: 0 };
  const change = { kind: 'regex', path: 'f', replacement: 'R', flags: '', count: 'all', ...fields } as const;
  return { result: findRegex(text, change, effort), left: effort.matching };
}

/** Its searches take one step for each of 2,000 instructions at nearly each character. */
const SLOW = '(?:[ab]{0,1000})\\b[d-e]';

const TOO_LARGE = { ok: false, refusal: { code: 'too_large', path: 'f', pointer: '/pattern' } };

describe('apply/regex', () => {
  test.each<[string, Fields, string]>([
    ['a1b\n', { pattern: '\\d' }, 'aRb\n'],
    ['a\nb\n', { pattern: '^b$', flags: 'm' }, 'a\nR\n'],
    ['a\r\nb\r\n', { pattern: '^a$', flags: 'm' }, 'R\r\nb\r\n'],
    ['a\r\nb\r\n', { pattern: 'a\\nb', replacement: 'x\ny\nz' }, 'x\r\ny\r\nz\r\n'],
    ['a\r\nb\r\n', { pattern: 'a\\r\\nb', replacement: 'x\r\ny' }, 'x\r\ny\r\n'],
    ['🎉\n', { pattern: '\\ud83c\\udf89' }, 'R\n'],
    ['AbC\n', { pattern: 'b', flags: 'i' }, 'ARC\n'],
    ['a\nb\n', { pattern: 'a.b', flags: 's' }, 'R\n'],
    [
      'key: value\n',
      { pattern: '(\\w+): (?<v>\\w+)', replacement: '$<v>=$1 [$&] $$1' },
      'value=key [key: value] $1\n',
    ],
    ['ab\n', { pattern: '(a)(b)', replacement: '$12' }, 'a2\n'],
    ['ab\n', { pattern: '(a)|(b)', replacement: '<$1$2>', count: 2 }, '<a><b>\n'],
    ['🎉é\n', { pattern: 'é' }, '🎉R\n'],
    ['xx\n', { pattern: 'x*?', count: 'all', replacement: '-' }, '-x-x-\n-'],
  ])('%j with %j gives %j', (file, fields, after) => {
    expect(textsOf(regex(file, fields))).toEqual({ f: after });
  });

  test.each([
    ['(?=x)', 'lookahead'],
    ['(x)\\1', 'backreference'],
    ['(?<q>x)\\k<q>', 'backreference by name'],
    ['(', 'unclosed group'],
    ['x{1001}', 'long repeat'],
    ['(x{100}){100}', 'product of repeats'],
    ['[z-a]', 'backward range'],
    ['(?:ab?c?d?){900}', 'large program'],
  ])('%s is refused as a %s', (pattern) => {
    expect(refusalsOf(regex('x\n', { pattern }))).toMatchObject([
      { code: 'bad_pattern', path: 'f', pointer: '/changes/0/pattern' },
    ]);
  });

  test.each(['$1', '$<name>', '$`', "$'"])(
    'the replacement %j is refused where JavaScript would write nonsense',
    (replacement) => {
      expect(refusalsOf(regex('x\n', { pattern: 'x', replacement }))).toMatchObject([
        { code: 'bad_pattern', pointer: '/changes/0/replacement' },
      ]);
    },
  );

  test.each([
    ['(x)', '\\1'],
    ['(x)', '\\g<1>'],
    ['(?<v>x)', '\\g<v>'],
    ['(x)', '<${1}>'],
    ['(?<v>x)', '${v}'],
    ['x\\n', 'a\\nb'],
    ['x\\n', 'log("a\\n");\\n'],
  ])(
    'for %j the replacement %j is refused, which means something in other languages',
    (pattern, replacement) => {
      expect(refusalsOf(regex('x\n', { pattern, replacement }))).toMatchObject([
        {
          code: 'bad_pattern',
          pointer: '/changes/0/replacement',
          message: expect.stringMatching(/written out; send/),
        },
      ]);
    },
  );

  test.each([
    ['x', '\\1', '\\1\n'],
    ['x', '${name}', '${name}\n'],
    ['(x)', '${x}-${0}-${2}', '${x}-${0}-${2}\n'],
    ['x', 'a\\nb', 'a\\nb\n'],
    ['x\\n', 'log("a\\n", \'b\\n\', `\\n`)', 'log("a\\n", \'b\\n\', `\\n`)'],
    ['x\\n', 'split(/\\n/);\n', 'split(/\\n/);\n'],
  ])(
    'for %j the replacement %j is written out where it means nothing else',
    (pattern, replacement, after) => {
      expect(textsOf(regex('x\n', { pattern, replacement }))).toEqual({ f: after });
    },
  );

  test('the count must be right', () => {
    expect(refusalsOf(regex('a1\nb2\n', { pattern: '\\d' }))).toMatchObject([
      { code: 'ambiguous', data: { lines: [1, 2], total: 2 } },
    ]);
    expect(refusalsOf(regex('a1\n', { pattern: '\\d', count: 2 }))).toMatchObject([
      { code: 'not_found', data: { total: 1 } },
    ]);
    expect(refusalsOf(regex('a\n', { pattern: '\\d', count: 'all' }))).toMatchObject([
      { code: 'not_found', pointer: '/changes/0/pattern' },
    ]);
  });

  describe('as a text that was not escaped', () => {
    test.each<[string, string, Fields, string]>([
      ['brackets', 'f(a+b);\n', { pattern: 'f(a+b);' }, 'R\n'],
      ['what is no expression', 'if (x) {\n', { pattern: 'if (x', replacement: 'if (y' }, 'if (y) {\n'],
      ['a question mark', 'why?\nno\n', { pattern: 'why?\n', replacement: 'so.\n' }, 'so.\nno\n'],
      ['all of them', 'a[0]\na[0]\n', { pattern: 'a[0]', count: 'all' }, 'R\nR\n'],
      ['prices', 'f(x)\n', { pattern: 'f(x', replacement: '$1 + $`' }, '$1 + $`)\n'],
      ['rows of tables', '| a | b |\n', { pattern: '| a |', replacement: '| c |' }, '| c | b |\n'],
      ['line ends', 'f(x)\r\ny\r\n', { pattern: 'f(x)\r\ny', replacement: 'a\r\nb' }, 'a\r\nb\r\n'],
    ])('%s are found, and it is said', (_, file, fields, after) => {
      const result = regex(file, fields);
      expect(textsOf(result)).toEqual({ f: after });
      expect(result.hunks).toMatchObject([{ rung: 'literal', status: 'applied' }]);
    });

    test('what matches as an expression in the same place is one', () => {
      const result = regex('a.b\n', { pattern: 'a.b', replacement: '<$&>' });
      expect(textsOf(result)).toEqual({ f: '<a.b>\n' });
      expect(result.hunks).toMatchObject([{ rung: 'exact' }]);
    });

    test.each<[string, string, Fields]>([
      ['stands in one place and matches in another', 'foo(bar)\nfoobar\n', { pattern: 'foo(bar)' }],
      ['stands in one place and matches a part of it', '(a)\n', { pattern: '(a)' }],
      ['stands in one place and matches in two', 'a.b\nacb\n', { pattern: 'a.b' }],
      ['stands in two places', 'f(x)\nf(x)\n', { pattern: 'f(x)' }],
    ])('it is ambiguous where it %s', (_, file, fields) => {
      expect(refusalsOf(regex(file, fields))).toMatchObject([
        { code: 'ambiguous', pointer: '/changes/0/pattern', data: { lines: expect.any(Array) } },
      ]);
    });

    test.each<[string, string, Fields, string]>([
      ['the replacement names a group', 'f(a)\n', { pattern: 'f(a)', replacement: '$1' }, 'not_found'],
      ['the replacement repeats the match', 'f(a)\n', { pattern: 'f(a)', replacement: '<$&>' }, 'not_found'],
      ['it is an expression elsewhere', '(?=x)\n', { pattern: '(?=x)' }, 'bad_pattern'],
      ['it refers back', '(?<q>a)\\k<q>\n', { pattern: '(?<q>a)\\k<q>' }, 'bad_pattern'],
      ['there are fewer than announced', 'f(x)\n', { pattern: 'f(x)', count: 2 }, 'not_found'],
    ])('it is none where %s', (_, file, fields, code) => {
      expect(refusalsOf(regex(file, fields))).toMatchObject([{ code }]);
    });
  });

  test('an expression without choice that matches nothing is told the nearest lines', () => {
    const file = 'const one = 1;\nconst total = sum(items);\n';
    expect(refusalsOf(regex(file, { pattern: 'const totals = sum\\(items\\);' }))).toMatchObject([
      { code: 'not_found', pointer: '/changes/0/pattern', data: { nearest: [{ line: 2 }] } },
    ]);
  });

  test('expressions that make others hang are done in time', () => {
    const file = `${'a'.repeat(50_000)}\n`;
    const start = performance.now();
    expect(refusalsOf(regex(file, { pattern: '(a+)+$x' }))).toMatchObject([{ code: 'not_found' }]);
    expect(refusalsOf(regex('x\n'.repeat(30_000), { pattern: 'x[^z]*z|x', count: 'all' }))).toMatchObject([
      { code: 'too_large' },
    ]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  describe('work', () => {
    const compile = jest.spyOn(RE2JS, 'compile');
    const find = jest.spyOn(Matcher.prototype, 'find');

    beforeEach(() => {
      jest.clearAllMocks();
    });

    afterAll(() => {
      jest.restoreAllMocks();
    });

    test('a search that could cost more than is left is not begun', () => {
      const { result, left } = withEffort('ab'.repeat(10_000), { pattern: SLOW }, 20_000_000);
      expect(result).toMatchObject(TOO_LARGE);
      expect(find).not.toHaveBeenCalled();
      expect(left).toBeGreaterThan(0);
    });

    test('what is left for a small file is used on it', () => {
      const { result } = withEffort('abd', { pattern: '(?:[ab]{0,1000})\\b[d-e]|abd' }, 20_000_000);
      expect(result).toMatchObject({ ok: true, replacements: [{ start: 0, end: 3 }] });
    });

    test('once nothing is left, expressions are not even compiled', () => {
      expect(withEffort('x', { pattern: 'x' }, 0).result).toMatchObject(TOO_LARGE);
      expect(compile).not.toHaveBeenCalled();
    });

    test.each([
      ['letters without regard to case', '[B-\u{1e940}]'.repeat(100), 'i'],
      ['properties', '\\pL'.repeat(300), 'i'],
      ['repeats', 'x{1000}'.repeat(140), ''],
    ])(
      'of a thousand expressions, few are compiled where that takes long for their %s',
      (_, pattern, flags) => {
        for (let change = 0, left = 20_000_000; change < 1000; change += 1)
          ({ left } = withEffort('x', { pattern, flags }, left));
        expect(compile.mock.calls.length).toBeLessThan(4);
      },
    );

    test('a thousand slow changes share what there is', () => {
      const results = [];
      for (let change = 0, left = 20_000_000; change < 1000; change += 1) {
        const { result, left: rest } = withEffort('ab'.repeat(1000), { pattern: SLOW, count: 1 }, left);
        results.push(result);
        left = rest;
      }
      expect(results[0]).toMatchObject({ refusal: { code: 'not_found' } });
      expect(results.at(-1)).toMatchObject(TOO_LARGE);
      expect(find.mock.calls.length).toBeLessThan(6);
    });

    test('filling in long replacements is paid for', () => {
      const fields = { pattern: 'x()', replacement: '$1'.repeat(1000) };
      expect(withEffort('x'.repeat(10_000), fields, 5_000_000).result).toMatchObject(TOO_LARGE);
      expect(find.mock.calls.length).toBeLessThan(250);
    });

    test('looking ahead is paid for where repeats are counted, too', () => {
      const { result } = withEffort('x'.repeat(3000), { pattern: 'x(?:x?){0,400}z|x' }, 20_000_000);
      expect(result).toMatchObject(TOO_LARGE);
      expect(find.mock.calls.length).toBeLessThan(20);
    });
  });

  test('what would blow the file up is stopped on the way', () => {
    const result = regex('x'.repeat(10_000), { pattern: 'x', replacement: '$&'.repeat(1000), count: 'all' });
    expect(refusalsOf(result)).toMatchObject([{ code: 'too_large', pointer: '/changes/0/replacement' }]);
  });
});

describe('apply/regex-reach', () => {
  test.each([
    ['abc', '', 'match'],
    ['a{1,5}(b|c)?', 's', 'match'],
    ['\\w+', '', 'line'],
    ['"[a-z ]*"', '', 'line'],
    ['(?:a|b)+\\.', '', 'line'],
    ['(?<x>\\d+)', '', 'line'],
    ['.*', '', 'line'],
    ['.*', 's', 'text'],
    ['(?s:.)*', '', 'text'],
    ['\\s*', '', 'text'],
    ['[^"]*', '', 'text'],
    ['\\W+', '', 'text'],
    ['a\n+', '', 'text'],
    ['\\x0a*', '', 'text'],
    ['[\\t-~]*', '', 'text'],
    ['a{2,}\\n', '', 'text'],
    ['\\\\s+', '', 'text'],
  ])('%j with flags %j looks as far as the %s', (pattern, flags, reach) => {
    expect(reachOf(pattern, flags)).toBe(reach);
  });

  test('an expression that is said to stay on its line does', () => {
    const pieces = fc.constantFrom(
      'a',
      '.',
      '\\w',
      '\\d',
      '\\s',
      '\\S',
      '[^a]',
      '[a-z]',
      '\\b',
      '(?:',
      '(',
      ')',
      '*',
      '+',
      '\\n',
      '\\.',
      '\\[',
      '|',
      '[ -~]',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        const source = `(${parts.join('')})+`;
        if (!isExpression(source) || reachOf(source, '') !== 'line') return;
        for (const [match] of 'a1\n\nab \n.[\n'.matchAll(new RegExp(source, 'g')))
          expect(match).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });

  test('what was looked at ends a little after the match, with the line or with the text', () => {
    const text = 'abc\ndef\n';
    expect(lookedAt(text, { reach: 'match', size: 3 }, { from: 0, end: 2 })).toBe(5);
    expect(lookedAt(text, { reach: 'match', size: 9 }, { from: 1, end: 2 })).toBe(7);
    expect(lookedAt(text, { reach: 'line', size: 3 }, { from: 1, end: 5 })).toBe(6);
    expect(lookedAt(text, { reach: 'line', size: 3 }, { from: 1, end: 8 })).toBe(7);
    expect(lookedAt(text, { reach: 'text', size: 3 }, { from: 1, end: 2 })).toBe(7);
    expect(lookedAt(text, { reach: 'match', size: 3 }, { from: 3, end: null })).toBe(5);
  });
});

function isExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
