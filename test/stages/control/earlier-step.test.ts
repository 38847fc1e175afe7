import { expect, test } from '@jest/globals';
import type { PatchRecord } from '../../../src/record/record.ts';
import { asBefore } from '../../../src/stages/control/earlier-step.ts';

const at = '2026-01-01T12:00:00.000Z';
const CRASHED: PatchRecord = {
  version: 1,
  id: 'fix',
  digest: 'd'.repeat(64),
  title: 'Fix it',
  sender: 'gpt',
  state: 'done',
  receivedAt: at,
  attempt: 1,
  run: { id: 1, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/1' },
  startedAt: at,
  deadline: at,
  head: 'a'.repeat(40),
  outcome: { kind: 'crashed', stage: 'publish', reason: 'the answer was lost' },
  steps: [],
  warnings: [],
};

const known = (number: number) => ({ number, url: `https://github.com/acme/shop/pull/${number}` });

test('a step whose process died before it knew its pull request has the one that is known since', () => {
  const since: PatchRecord = {
    ...CRASHED,
    attempt: 2,
    outcome: { kind: 'no_change' },
    pullRequest: known(1),
  };
  expect(asBefore(since, { record: CRASHED, tree: 'b'.repeat(40) })).toEqual({
    ...CRASHED,
    attempt: 2,
    pullRequest: known(1),
  });
});

test('a step that knows its pull request keeps that one', () => {
  const before = { ...CRASHED, pullRequest: known(1) };
  const since = { ...CRASHED, attempt: 2, pullRequest: known(2) };
  expect(asBefore(since, { record: before, tree: 'b'.repeat(40) })).toMatchObject({ pullRequest: known(1) });
});
