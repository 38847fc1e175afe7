import { describe, expect, test } from '@jest/globals';
import { structuredPatch } from 'diff';
import * as fc from 'fast-check';
import { readApplyPatch } from '../../../src/patch/formats/apply-patch.ts';
import { readBlocks } from '../../../src/patch/formats/blocks.ts';
import { readText } from '../../../src/patch/formats/text.ts';
import { readUnifiedDiff } from '../../../src/patch/formats/unified.ts';

const line = fc.constantFrom('', 'a', '  b', '-- c', '++ d', '\te', '}', '@ f', '```');
const file = fc.array(line, { maxLength: 12 });

describe('patch/formats, under damage', () => {
  test('a diff reads the same whatever its headers count, as long as its lines are whole', () => {
    fc.assert(
      fc.property(file, file, fc.integer({ min: 0, max: 9 }), fc.boolean(), (before, after, off, isBare) => {
        fc.pre(before.join('\n') !== after.join('\n'));
        const { diff, damaged } = diffsOf(before, after, { off, isBare });
        const read = hunkLines(diff);
        // Lines that a damaged header can't tell from a file's name lines are not part of this.
        fc.pre(!/^--- .*\n\+\+\+ /m.test(diff.slice(diff.indexOf('@@'))));
        expect(hunkLines(damaged)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'a diff',
      '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n@@\n\\ No newline\ndiff --git a/x b/x\nrename from x\n',
    ],
    [
      'a patch',
      '*** Begin Patch\n*** Update File: x\n@@ a\n-a\n+b\n*** Move to: y\n*** End of File\n*** End Patch\n',
    ],
    ['blocks', 'x.ts\n<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n:start_line:3\n-------\n```ts\n'],
    ['a text', '```diff\n{"path": "x"\n"a\\nb"\n}\nFile: x.ts\n\u0000\ud800\r\n'],
  ])('pieces of %s in any order are read or refused, and nothing throws', (_what, pieces) => {
    const lines = fc.array(fc.oneof(fc.constantFrom(...pieces.split('\n')), fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.option(fc.constant('src/x.ts'), { nil: undefined }), (parts, path) => {
        const text = parts.join('\n');
        const context = { path };
        for (const reading of [
          readText(text, path),
          readUnifiedDiff(text, context),
          readApplyPatch(text, context),
          readBlocks(text, context),
        ])
          expect(reading.ok || reading.refusals.every(({ message }) => message !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['hunks', '--- a/x\n+++ b/x\n' + '@@ -1 +1 @@\n-a\n+b\n'.repeat(6000)],
    ['lines', '\n'.repeat(200_000)],
  ])('a text with too many %s is too large', (_what, text) => {
    for (const reading of [readText(text), readUnifiedDiff(text)].slice(text.startsWith('\n') ? 0 : 1))
      expect(reading).toMatchObject({ ok: false, refusals: [{ code: 'too_large' }] });
  });

  test.each([
    ['one long line', `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${'a'.repeat(10_000_000)}\n+b\n`],
    ['a long name', `--- a/${'a'.repeat(10_000_000)}\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n`],
    ['marks alone', '<'.repeat(10_000_000)],
    ['spaces alone', ' '.repeat(10_000_000)],
    ['fences alone', '```a\n'.repeat(90_000)],
    ['markers alone', '<<<<<<< SEARCH\n'.repeat(60_000)],
    ['wrong counts', `--- a/x\n+++ b/x\n${'@@ -1,999999 +1,999999 @@\n-a\n+b\n'.repeat(4000)}`],
  ])('%s take time in proportion to their length', (_what, text) => {
    const start = process.cpuUsage();
    for (const read of [readText, readBlocks, readApplyPatch, readUnifiedDiff]) read(text);
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(MOST_MILLISECONDS);
  });
});

/** A quadratic reader needs minutes for these. */
const MOST_MILLISECONDS = 5000;

function diffsOf(
  before: readonly string[],
  after: readonly string[],
  { off, isBare }: { off: number; isBare: boolean },
) {
  const { hunks } = structuredPatch('x', 'x', textOf(before), textOf(after), '', '', { context: 2 });
  const head = '--- a/x\n+++ b/x\n';
  const print = (header: (hunk: (typeof hunks)[number]) => string) =>
    head + hunks.map((hunk) => `${header(hunk)}\n${hunk.lines.join('\n')}\n`).join('');
  return {
    diff: print((hunk) => `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    damaged: print((hunk) =>
      isBare
        ? '@@'
        : `@@ -${hunk.oldStart + off},${hunk.oldLines + off} +${hunk.newStart},${hunk.newLines + 2 * off} @@`,
    ),
  };
}

function textOf(lines: readonly string[]): string {
  return lines.map((text) => `${text}\n`).join('');
}

function hunkLines(diff: string) {
  const reading = readUnifiedDiff(diff);
  if (!reading.ok) return reading.refusals;
  return reading.operations.map((operation) =>
    'hunks' in operation ? operation.hunks.map(({ lines }) => lines) : operation.action,
  );
}
