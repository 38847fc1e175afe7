import { expect, test } from '@jest/globals';
import { isNoOther, isStillShown } from '../../src/control/shown-state.ts';
import type { PatchRecord } from '../../src/record/record.ts';

const RUN = { id: 7, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/7' };
const AT = '2026-03-01T12:00:00.000Z';
const RECORD: PatchRecord = {
  version: 1,
  id: 'one',
  digest: 'a'.repeat(64),
  title: 'One',
  sender: 'gpt',
  receivedAt: AT,
  attempt: 2,
  run: RUN,
  startedAt: AT,
  deadline: AT,
  steps: [],
  warnings: [],
  state: 'publishing',
  head: 'c'.repeat(40),
};

test('what was shown without a commit has changed when it has one, and is no other for that', () => {
  const shown = { digest: RECORD.digest, attempt: RECORD.attempt, sha: null };
  expect(isStillShown(RECORD, shown)).toBe(false);
  expect(isNoOther(RECORD, shown)).toBe(true);
});

test.each([{ digest: 'b'.repeat(64) }, { attempt: 1 }, { sha: 'd'.repeat(40) }])(
  'what was shown as %j is another one',
  (shown) => {
    expect([isStillShown(RECORD, shown), isNoOther(RECORD, shown)]).toEqual([false, false]);
  },
);

test('who says nothing of what was shown means whatever stands there', () => {
  expect([isStillShown(RECORD), isNoOther(RECORD)]).toEqual([true, true]);
});
