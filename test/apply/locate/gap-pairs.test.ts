import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const MARK = '    // ... existing code ...';
const body = (word: string) => [`    let ${word} = 0;`, `    for (const item of items) ${word} += item;`];
const fn = (name: string, lines: readonly string[], last: readonly string[] = []) => [
  `  ${name}() {`,
  ...lines,
  ...last,
  '  }',
];

const RETURNS = { total: ['    return sum;'], clear: ['    return this;'] };
const TOTAL = fn('total', body('sum'), RETURNS.total);
const CLEAR = fn('clear', body('open'), RETURNS.clear);
const CART = text(['export class Cart {', ...TOTAL, '', ...CLEAR, '}']);

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

type Way = (find: readonly string[], replace: readonly string[]) => string | object;

const WAYS: readonly (readonly [name: string, way: Way])[] = [
  [
    'a block',
    (find, replace) => `c.js\n<<<<<<< SEARCH\n${text(find)}=======\n${text(replace)}>>>>>>> REPLACE\n`,
  ],
  [
    'an edit',
    (find, replace) => ({
      version: 1,
      changes: [{ kind: 'edit', path: 'c.js', find: text(find), replace: text(replace) }],
    }),
  ],
  [
    'edits in a row',
    (find, replace) => ({
      version: 1,
      changes: [
        { kind: 'edit', path: 'c.js', find: 'export class', replace: 'export default class' },
        { kind: 'edit', path: 'c.js', find: text(find), replace: text(replace) },
      ],
    }),
  ],
];

const SWAPS = [
  [fn('total', [MARK], RETURNS.total), fn('clear', [MARK], RETURNS.clear)],
  [fn('total', [MARK]), fn('clear', [MARK])],
] as const;

test('a thousand equal marks cost little', () => {
  const functions = Array.from({ length: 1_000 }, (_, at) => [
    at,
    [`  f${at}() {`, `    ${'a b '.repeat(40)}`, '    body();', '  }'],
  ]) as readonly (readonly [number, readonly string[]])[];
  const shown = (tail: string) =>
    functions.flatMap(([at]) => [`  f${at}() {`, MARK, `  }${at === 999 ? tail : ''}`]);
  const block = `c.js\n<<<<<<< SEARCH\n${text(shown(''))}=======\n${text(shown(';'))}>>>>>>> REPLACE\n`;
  const started = performance.now();
  apply({ files: { 'c.js': text(functions.flatMap(([, lines]) => lines)) }, patch: block });
  expect(performance.now() - started).toBeLessThan(3_000);
});

describe.each(WAYS)('in %s', (_, way) => {
  test('two functions that change their order with the same mark for both bodies are refused', () => {
    for (const [total, clear] of SWAPS) {
      for (const now of [
        [...clear, '', ...total],
        [...fn('async clear', clear.slice(1, -1)), '', ...total],
      ]) {
        const result = apply({ files: { 'c.js': CART }, patch: way([...total, '', ...clear], now) });
        const codes = result.ok ? ['applied'] : result.refusals.map(({ code }) => code);
        expect(['elided_edit', 'not_found']).toContain(codes[0]);
      }
    }
    const [[total, clear]] = SWAPS;
    const patch = way([...total, '', ...clear], [...clear, '', ...total]);
    expect(apply({ files: { 'c.js': CART }, patch })).toMatchObject({
      refusals: [
        {
          code: 'elided_edit',
          message: expect.stringMatching(/Send these lines as they stand in the file\.$/),
        },
      ],
    });
  });

  test('a mark that is copied into a new function is refused', () => {
    const total = fn('total', [MARK], RETURNS.total);
    const patch = way(total, [...total, '', ...fn('copy', [MARK], RETURNS.total)]);
    expect(apply({ files: { 'c.js': CART }, patch })).toMatchObject({ refusals: [{ code: 'elided_edit' }] });
  });

  test.each([
    ['stay as they are', ['total', 'clear']],
    ['are altered', ['async total', 'async clear']],
    ['are altered in part', ['total', 'empty']],
  ] as const)(
    'the same mark in two functions whose heads %s means what it did',
    (_heads, [first, second]) => {
      const find = [...fn('total', [MARK], RETURNS.total), '', ...fn('clear', [MARK], RETURNS.clear)];
      const replace = [
        ...fn(first, [MARK], ['    return sum + 1;']),
        '',
        ...fn(second, [MARK], ['    return this.cart;']),
      ];
      const result = apply({ files: { 'c.js': CART }, patch: way(find, replace) });
      const expected = text([
        ...fn(first, body('sum'), ['    return sum + 1;']),
        '',
        ...fn(second, body('open'), ['    return this.cart;']),
      ]);
      expect(result).toMatchObject({ ok: true, files: { 'c.js': expect.stringContaining(expected) } });
    },
  );

  test('marks that the file has may change their places', () => {
    const [total, clear] = SWAPS[0];
    const files = { 'c.js': text(['export class Cart {', ...total, '', ...clear, '}']) };
    const result = apply({ files, patch: way([...total, '', ...clear], [...clear, '', ...total]) });
    expect(result).toMatchObject({
      ok: true,
      files: { 'c.js': expect.stringContaining(text([...clear, '', ...total])) },
    });
  });
});
