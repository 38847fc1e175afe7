import { describe, expect, test } from '@jest/globals';
import { MAX_CLASHES } from '../../src/apply/merge/clash.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import { formatRecord, parseRecord } from '../../src/record/text.ts';
import { patchRecord } from '../report/views.ts';

describe('record/fit', () => {
  const side = Array.from({ length: 20 }, () => 'x'.repeat(200));
  const clashes = Array.from({ length: MAX_CLASHES }, (_, index) => ({
    kind: 'lines' as const,
    path: `src/${index}.ts`,
    line: 1,
    was: side,
    wanted: side,
    now: side,
    cut: true as const,
  }));

  test('a conflict of many long places keeps the first of them, and all paths', () => {
    const paths = clashes.map(({ path }) => path);
    const kept = outcomeOf({ kind: 'conflict', reason: 'base_moved', paths, clashes });
    expect(kept).toEqual({ kind: 'conflict', reason: 'base_moved', paths, clashes: clashes.slice(0, 3) });
  });

  test('a conflict whose paths are themselves too long keeps the beginnings of a few', () => {
    const paths = Array.from({ length: 100 }, (_, index) => `${index}/${'y'.repeat(1000)}`);
    const kept = outcomeOf({ kind: 'conflict', reason: 'base_moved', paths, clashes });
    expect(kept).toMatchObject({ reason: 'base_moved', clashes: [] });
    expect(JSON.stringify(kept).length).toBeLessThan(10_000);
  });

  test('the output of tests goes first, also where no more can go and it is still too long', () => {
    const outcome = {
      kind: 'tests_failed' as const,
      tests: {
        ...TESTS,
        tail: 'y'.repeat(90_000),
        failingLines: Array.from({ length: 20 }, () => 'x'.repeat(500)),
      },
    };
    const changes = Array.from({ length: 100 }, (_, index) => ({
      path: `${index}${'z'.repeat(600)}`,
      action: 'create' as const,
      added: 1,
      removed: 0,
    }));
    const plan = { changes, notes: [], labels: [], reviewers: [], draft: false };
    const record = patchRecord({ state: 'done', outcome, plan });
    expect(formatRecord(record, { headline: '', detail: '' }).length).toBeLessThan(90_000);
  });
});

const TESTS = {
  verdict: 'failed' as const,
  sha: 'a'.repeat(40),
  command: 'npm test',
  exitCode: 1,
  seconds: 1,
  outputBytes: 90_000,
};

/** What of an outcome comes back from a record that had to fit. */
function outcomeOf(outcome: Outcome): Outcome | undefined {
  const message = formatRecord(patchRecord({ state: 'done', outcome }), { headline: '', detail: '' });
  expect(message.length).toBeLessThan(62_000);
  const parsed = parseRecord(message);
  return parsed.ok ? parsed.record.outcome : undefined;
}
