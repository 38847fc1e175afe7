import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const path = 'db.js';

function diffOf(header: string, lines: readonly string[]): SentChange {
  return { kind: 'diff', diff: `--- a/${path}\n+++ b/${path}\n${[header, ...lines].join('\n')}\n` };
}

function patchOf(anchor: string, lines: readonly string[]): SentChange {
  const body = [`@@ ${anchor}`, ...lines].join('\n');
  return { kind: 'apply_patch', patch: `*** Begin Patch\n*** Update File: ${path}\n${body}\n*** End Patch` };
}

describe('apply, where a hunk shows the function that it names, and lines came into that since', () => {
  const open = 'export function open(db) {';
  const functions = `import { bonus } from '../bonus.js';

${open}
  const started = Date.now();
  let limit = 10;
  limit += bonus(db);
  return db.query(limit);
}

export function close(db) {
  let limit = 10;
  limit += bonus(db);
  return db.query(limit);
}
`;
  const lines = [
    ' ',
    ` ${open}`,
    '-  let limit = 10;',
    '+  let limit = 1000;',
    '   limit += bonus(db);',
    '   return db.query(limit);',
  ];

  const tests = `describe('a', () => {
  it('opens', () => {
    setup();
    run();
    expect(x).toBe(1);
  });

  it('closes', () => {
    run();
    expect(x).toBe(1);
  });
});
`;
  const opens = "it('opens', () => {";
  const inTests = [
    " describe('a', () => {",
    `   ${opens}`,
    '-    run();',
    '+    run(now);',
    '     expect(x).toBe(1);',
  ];

  test.each([
    ['behind @@', diffOf(`@@ ${open}`, lines)],
    ['behind dots', diffOf(`@@ ... @@ ${open}`, lines)],
    ['behind a number that is wrong', diffOf(`@@ -40,5 +40,5 @@ ${open}`, lines)],
    ['behind a number that is right', diffOf(`@@ -2,5 +2,5 @@ ${open}`, lines)],
    ['as an anchor', patchOf(open, lines)],
  ])('that one is changed, and not the next, which begins alike: named %s', (_, change) => {
    const changed = functions.replace('limit = 10;', 'limit = 1000;');
    expect(textsOf(apply({ [path]: functions }, change))[path]).toBe(changed);
  });

  test.each([
    ['behind @@', diffOf(`@@ ${opens}`, inTests)],
    ['behind a number that is wrong', diffOf(`@@ -12,4 +12,4 @@ ${opens}`, inTests)],
    ['as an anchor', patchOf(opens, inTests)],
  ])('that test is changed, and not the next: named %s', (_, change) => {
    expect(textsOf(apply({ [path]: tests }, change))[path]).toBe(tests.replace('run()', 'run(now)'));
  });

  test('a line number does not give it a place that it would not have if that were the only one', () => {
    const result = apply({ [path]: functions }, diffOf('@@ -9,5 +9,5 @@', lines));
    expect(refusalsOf(result)).toMatchObject([{ code: 'ambiguous' }]);
  });

  test('nothing is changed where only the lines of the next one are left', () => {
    const reworded = functions.replace('let limit = 10;', 'let limit = most(db);');
    for (const change of [diffOf(`@@ ${open}`, lines), patchOf(open, lines)])
      expect(refusalsOf(apply({ [path]: reworded }, change))).toMatchObject([{ code: 'not_found' }]);
  });
});

test('a hunk that begins in the section that it names changes no line of the next one', () => {
  const common = 'const session = await sessionOf(request);';
  const stop = [
    '## stop',
    '',
    'log(order);',
    common,
    'await audit.note(session, id);',
    'check(order);',
    'gone();',
  ];
  const write = ['## write', '', common, 'check(order);', 'check(order);', 'return db.query(limit);', ''];
  const hunk = [
    ` ${common}`,
    ' await audit.note(session, id);',
    ' check(order);',
    '-return db.query(limit);',
  ];
  const text = [...stop, '', ...write].join('\n');
  for (const header of ['@@ ## stop', '@@ -4,4 +4,3 @@ ## stop', '@@ -40,4 +40,3 @@ ## stop'])
    expect(refusalsOf(apply({ [path]: text }, diffOf(header, hunk)))).toMatchObject([{ code: 'not_found' }]);
});

const statement: fc.Arbitrary<string> = fc.constantFrom(
  '  let limit = 10;',
  '  limit += bonus(db);',
  '  const session = await sessionOf(request);',
  '  check(order);',
  '  return db.query(limit);',
);

const named = fc.record({
  lines: fc.array(statement, { minLength: 2, maxLength: 5 }),
  at: fc.nat(),
  came: fc.nat(),
  cameInto: fc.nat(2),
  own: fc.nat(2),
  above: fc.nat(4),
  below: fc.nat(4),
  kind: fc.constantFrom('replace', 'remove', 'add'),
  header: fc.constantFrom('@@ ', '@@ ... @@ ', '@@ -90,3 +90,3 @@ ', '*** '),
});

test('no function is changed but the one that a hunk names, wherever the hunk begins', () => {
  fc.assert(
    fc.property(named, ({ lines, at, came, cameInto, own, above, below, kind, header }) => {
      const heads = ['open', 'read', 'close'].map((name) => `export function ${name}(db) {`);
      const before = heads.flatMap((head) => ['', head, ...lines, '}']);
      const now = heads.map((head, order) => {
        const body = order === cameInto ? lines.toSpliced(came % (lines.length + 1), 0, '  came();') : lines;
        return ['', head, ...body, '}', ''].join('\n');
      });
      const first = own * (lines.length + 3) + 2 + (at % lines.length);
      const next = kind === 'add' ? first : first + 1;
      const hunk = [
        ...before.slice(Math.max(0, first - above), first).map((line) => ` ${line}`),
        ...before.slice(first, next).map((line) => `-${line}`),
        ...(kind === 'remove' ? [] : ['+  added();']),
        ...before.slice(next, next + below).map((line) => ` ${line}`),
      ];
      const name = heads[own] ?? '';
      const change = header === '*** ' ? patchOf(name, hunk) : diffOf(header + name, hunk);
      const result = apply({ [path]: now.join('') }, change);
      const text = result.ok ? (textsOf(result)[path] ?? now.join('')) : now.join('');
      for (const [order, kept] of now.entries()) if (order !== own) expect(text).toContain(kept);
    }),
    { numRuns: 1000 },
  );
});
