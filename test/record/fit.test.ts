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

  test('notes of long paths are cut, and those beyond a total are counted', () => {
    const path = '"'.repeat(1000);
    const sentences = Array.from({ length: 40 }, (_, index) => `${index} is about ${path}`);
    const changes = Array.from({ length: 15 }, (_, index) => ({
      path: `${index}${path}`,
      action: 'create' as const,
      added: 1,
      removed: 0,
    }));
    const plan = {
      changes,
      notes: sentences,
      notDone: sentences,
      labels: [],
      reviewers: [],
      draft: false,
      reviews: sentences.slice(0, 6),
    };
    const whole = patchRecord({ state: 'applied', plan });
    const message = formatRecord(whole, { headline: '', detail: '' });
    expect(message.length).toBeLessThan(62_000);
    const parsed = parseRecord(message);
    const kept = parsed.ok ? parsed.record.plan : undefined;
    expect(kept?.changes).toEqual(changes);
    expect(kept?.notes).toHaveLength(8);
    expect(kept?.notes[0]).toMatch(/^0 is about "+…$/);
    expect(kept?.notes.at(-1)).toBe("And 33 more, too many to keep; the run's summary has more of them.");
    expect(kept?.notDone).toHaveLength(4);
    expect(kept?.reviews?.at(-1)).toBe("And 3 more, too many to keep; the run's summary has more of them.");
    const later = patchRecord({ plan: kept ?? plan, warnings: ['y'.repeat(30_000)] });
    expect(parseRecord(formatRecord(later, { headline: '', detail: '' }))).toEqual({
      ok: true,
      record: later,
    });
    const few = sentences.slice(0, 20);
    const short = patchRecord({
      plan: { ...plan, changes: [], notes: few, notDone: few.slice(0, 1), reviews: [] },
    });
    expect(parseRecord(formatRecord(short, { headline: '', detail: '' }))).toEqual({
      ok: true,
      record: short,
    });
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
