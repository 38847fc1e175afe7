import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { countLines } from '../../src/report/diffstat.ts';

describe('lines added and removed', () => {
  test.each([
    { what: 'a new file', before: null, after: 'a\nb\n', added: 2, removed: 0 },
    { what: 'a deleted file', before: 'a\nb\n', after: null, added: 0, removed: 2 },
    { what: 'a changed line', before: 'a\nb\nc\n', after: 'a\nx\nc\n', added: 1, removed: 1 },
    { what: 'lines that swap places', before: 'a\nb\n', after: 'b\na\n', added: 1, removed: 1 },
    { what: 'a newline at the end that goes', before: 'a\nb\n', after: 'a\nb', added: 1, removed: 1 },
    { what: 'other line ends', before: 'a\r\n', after: 'a\n', added: 1, removed: 1 },
    { what: 'an empty file', before: null, after: '', added: 0, removed: 0 },
    { what: 'nothing', before: 'a\n', after: 'a\n', added: 0, removed: 0 },
  ])('$what is counted as git counts it', ({ before, after, added, removed }) => {
    expect(countLines(bytes(before), bytes(after))).toEqual({ added, removed });
  });

  test('a binary file has no lines', () => {
    expect(countLines(new Uint8Array([1, 0, 2]), bytes('a'))).toEqual({ added: null, removed: null });
  });

  test('the counts are those of the longest common subsequence', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n'), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kept = longestCommonSubsequence(before, after);
        expect(countLines(bytes(before.join('')), bytes(after.join('')))).toEqual({
          added: after.length - kept,
          removed: before.length - kept,
        });
      }),
    );
  });

  test('lines of a large file that change places are counted', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `${index}\n`);
    const [before, after] = [lines.join(''), lines.toReversed().join('')];
    const { added, removed } = countLines(bytes(before), bytes(after));
    expect(added).toBe(removed);
    expect(added).toBeGreaterThan(2900);
    const half = [...lines.slice(1500), ...lines.slice(0, 1500)].join('');
    expect(countLines(bytes(before), bytes(half))).toEqual({ added: 1500, removed: 1500 });
  });

  test('two large files that have nothing in common are counted at once', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `a${index}\n`).join('');
    const after = Array.from({ length: 100_000 }, (_, index) => `b${index}\n`).join('');
    expect(countLines(bytes(before), bytes(after))).toEqual({ added: 100_000, removed: 100_000 });
  });
});

function bytes(text: string | null): Uint8Array | null {
  return text === null ? null : new TextEncoder().encode(text);
}

/** The textbook's table. */
function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
