import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { apply, textsOf } from './sources.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lines that repeat, that look like parts of a diff, and that git takes for headings. */
const line = fc.constantFrom(
  '',
  'a',
  'b',
  '  a',
  '}',
  'foo(',
  'class A {',
  '-- a',
  '++ b',
  '-- ',
  '@@ -1 +1 @@',
  '\\ x',
  'é🎉',
  ' ',
  'diff --git a/x b/x',
);
const lines = fc.array(line, { maxLength: 25 });
const text = fc
  .tuple(lines, fc.boolean())
  .map(([all, ends]) => all.join('\n') + (ends && all.length > 0 ? '\n' : ''));

describe('apply, round trip through real git', () => {
  test.each([1, 3])('a diff of two texts with %i lines of context gives the second one', (context) => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(
          textsOf(apply({ f: before }, { kind: 'diff', diff: gitDiff(before, after, context) })),
        ).toEqual({ f: after });
      }),
      { numRuns: 100 },
    );
  });

  test('it does with carriage returns in the file, and leaves them there', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before.includes('\n'));
        const diff = gitDiff(before, after, 3);
        expect(textsOf(apply({ f: withReturns(before) }, { kind: 'diff', diff }))).toEqual({
          f: withReturns(after),
        });
      }),
      { numRuns: 40 },
    );
  });

  test('on a file that grew above, a diff of lines that do not repeat gives both changes', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(
        distinct,
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.boolean()),
        (numbers, grown, coin) => {
          const before = numbers.map((number) => `line ${number}\n`);
          const after = before.map((content) => (coin.next().value === true ? content : `new ${content}`));
          fc.pre(before.join('') !== after.join(''));
          const above = Array.from({ length: grown }, (_, index) => `above ${index}\n`).join('');
          const diff = gitDiff(before.join(''), after.join(''), 3);
          expect(textsOf(apply({ f: above + before.join('') }, { kind: 'diff', diff }))).toEqual({
            f: above + after.join(''),
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('applied twice, a diff of lines that do not repeat is no change or refused', () => {
    const distinct = fc.subarray(Array.from({ length: 20 }, (_, index) => `line ${index}`));
    const distinctText = fc
      .tuple(distinct, fc.constantFrom('', '\n'))
      .map(([all, end]) => all.join('\n') + end);
    fc.assert(
      fc.property(distinctText, distinctText, (before, after) => {
        fc.pre(before !== after);
        const again = apply({ f: after }, { kind: 'diff', diff: gitDiff(before, after, 3) });
        expect(again.ok ? again.changes : []).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('applied twice, a diff that adds a function between others like it is no change or refused', () => {
    const headOf = (order: number) => `function number${order}() {\n  const sum = ${order};\n`;
    const body = fc.constantFrom('  return sum;\n}\n\n', '  log(sum);\n  return sum;\n}\n\n', '}\n\n');
    const bodies = fc.array(body, { minLength: 3, maxLength: 8 });
    const context = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(bodies, fc.nat(), context, fc.boolean(), (all, place, shown, isNumbered) => {
        const functions = all.map((text, order) => `${headOf(order)}${text}`);
        const after = functions.join('');
        const before = functions.toSpliced(1 + (place % (all.length - 2)), 1).join('');
        const numbered = gitDiff(before, after, shown);
        const diff = isNumbered ? numbered : numbered.replace(/^@@ .*$/gm, '@@');
        if (isNumbered) expect(textsOf(apply({ f: before }, { kind: 'diff', diff }))).toEqual({ f: after });
        const again = apply({ f: after }, { kind: 'diff', diff });
        expect(again.ok ? again.changes : []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function withReturns(content: string): string {
  return content.replaceAll('\n', '\r\n');
}

function gitDiff(before: string, after: string, context: number): string {
  writeFileSync(join(folder, 'before'), before);
  writeFileSync(join(folder, 'after'), after);
  const diff = runDiff(['diff', '--no-index', '--text', `-U${context}`, 'before', 'after']);
  return diff
    .replace(/^diff --git .*\n/, 'diff --git a/f b/f\n')
    .replace('\n--- a/before\n+++ b/after\n', '\n--- a/f\n+++ b/f\n');
}

/** `git diff --no-index` exits with 1 when there is a difference. */
function runDiff(args: readonly string[]): string {
  const { stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  return stdout;
}
