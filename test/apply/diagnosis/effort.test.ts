import { describe, expect, test } from '@jest/globals';
import { diagnoseHunks, type HunkFailure } from '../../../src/apply/diagnosis/diagnose.ts';
import { diagnoseEdit } from '../../../src/apply/diagnosis/diagnose-edit.ts';
import { sceneOf } from '../../../src/apply/diagnosis/scene.ts';
import { newEffort } from '../../../src/apply/effort.ts';
import { cutLines } from '../../../src/apply/file-lines.ts';
import type { Hunk, HunkLine } from '../../../src/patch/hunk.ts';

/** Of the processor, which a busy machine does not stretch; outside the test runner it takes a tenth of this. */
const MAX_MILLISECONDS = 2500;

const LINES = 100_000;

describe('explaining failures is bounded', () => {
  test('500 hunks that are nowhere in 100,000 lines', () => {
    const text = linesOf((index) => `  const value${index} = compute(input${index % 977});`);
    const failures = hunks(500, (index) => [
      [' ', `  const value${index * 190} = compute(input);`],
      ['-', `  const vlaue${index * 190 + 1} = compute(inptu);`],
    ]).map((hunk): HunkFailure => ({ hunk, status: 'not_found' }));
    const refusals = within(() => diagnose(failures, text));
    expect(refusals).toHaveLength(500);
    expect(refusals[0]).toMatchObject({ code: 'not_found', data: { nearest: [{ line: 1 }] } });
    expect(refusals.at(-1)?.message).toContain('Send the lines as they stand in the file.');
  });

  test('500 hunks that stand everywhere in 100,000 equal lines', () => {
    const positions = Array.from({ length: LINES }, (_, index) => index);
    const failures = hunks(500, () => [['-', 'the same line']]).map(
      (hunk): HunkFailure => ({ hunk, status: 'ambiguous', positions }),
    );
    const refusals = within(() =>
      diagnose(
        failures,
        linesOf(() => 'the same line'),
      ),
    );
    expect(refusals[0]).toMatchObject({ code: 'ambiguous', data: { total: LINES } });
  });

  test.each([
    ['a single line of 5 MB', 'abc '.repeat(1_250_000), 'abd '.repeat(300_000)],
    ['lines that are all but equal', linesOf((index) => `a b c ${index % 7}`), 'a b c 8\n'.repeat(5000)],
    ['blank lines', '\n'.repeat(1_000_000), '\n \n'.repeat(1000)],
    ['text without words', '({[]})\n'.repeat(500_000), '({[[]})\n'.repeat(1000)],
  ])('%s', (_, text, find) => {
    const scene = () => sceneOf({ path: 'a', lines: () => cutLines(text), effort: newEffort() });
    const refusal = within(() => diagnoseEdit({ status: 'not_found', find, replace: 'x' }, scene()));
    expect(refusal.code).toBe('not_found');
    expect(JSON.stringify(refusal).length).toBeLessThan(60_000);
  });
});

function diagnose(failures: readonly HunkFailure[], text: string) {
  return diagnoseHunks(failures, sceneOf({ path: 'a', lines: () => cutLines(text), effort: newEffort() }));
}

function within<Result>(work: () => Result): Result {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(MAX_MILLISECONDS);
  return result;
}

function linesOf(line: (index: number) => string): string {
  return Array.from({ length: LINES }, (_, index) => `${line(index)}\n`).join('');
}

function hunks(count: number, lines: (index: number) => readonly HunkLine[]): readonly Hunk[] {
  return Array.from({ length: count }, (_, index) => {
    return { number: index + 1, anchors: [], lines: lines(index) };
  });
}
