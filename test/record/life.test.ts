import { describe, expect, test } from '@jest/globals';
import { decideDelivery, type Encounter, isLive } from '../../src/record/life.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import type { PatchRecord } from '../../src/record/record.ts';

/** As report/commit.ts ends the message of the branch's commit. */
const OURS = `Fix\n\nGhost-Patch: fix\nGhost-Digest: ${'d'.repeat(64)}\n`;
const NOW = new Date('2026-01-01T12:00:00Z');
const PULL_REQUEST = { number: 3, url: 'https://github.com/acme/shop/pull/3' };
const TESTS = {
  verdict: 'passed',
  sha: 'a'.repeat(40),
  command: 'npm test',
  seconds: 1,
  failingLines: [],
  tail: '',
  outputBytes: 0,
} as const;

describe('record/life', () => {
  test('the first delivery of a patch is worked on', () => {
    expect(decide({ record: null, branch: null })).toEqual({ kind: 'start', attempt: 1 });
  });

  test.each<Outcome>([
    { kind: 'opened', pullRequest: PULL_REQUEST, tests: TESTS },
    { kind: 'updated', pullRequest: PULL_REQUEST, tests: TESTS },
    { kind: 'tests_failed', pullRequest: PULL_REQUEST, tests: { ...TESTS, verdict: 'failed' } },
    { kind: 'merged', pullRequest: PULL_REQUEST, sha: 'c'.repeat(40) },
    { kind: 'closed', pullRequest: PULL_REQUEST },
    { kind: 'reverted', pullRequest: PULL_REQUEST, revert: { number: 4, url: '' } },
    { kind: 'superseded', by: 'other' },
  ])('the same patch after $kind is a duplicate that names the pull request', (outcome) => {
    expect(decide({ record: done(outcome) })).toEqual({
      kind: 'end',
      outcome: { kind: 'duplicate', state: 'finished', pullRequest: PULL_REQUEST },
    });
  });

  test.each<Outcome>([
    { kind: 'refused', refusals: [] },
    { kind: 'no_change' },
    { kind: 'conflict', reason: 'base_moved', paths: [] },
    { kind: 'timed_out', tests: TESTS },
    { kind: 'halted', state: 'locked', reason: '' },
    { kind: 'canceled' },
    { kind: 'crashed', stage: 'test', reason: '' },
  ])('the same patch after $kind is worked on again', (outcome) => {
    expect(decide({ record: done(outcome) })).toEqual({ kind: 'start', attempt: 2 });
  });

  test('a person who asks for another attempt gets one, also of what is finished', () => {
    const record = done({ kind: 'opened', pullRequest: PULL_REQUEST, tests: TESTS });
    expect(decide({ record, retry: true })).toEqual({ kind: 'start', attempt: 2 });
    const closed = { ...PULL_REQUEST, state: 'closed' } as const;
    expect(decide({ record, retry: true, pullRequest: closed })).toMatchObject({
      outcome: { kind: 'conflict', reason: 'pull_request_closed' },
    });
    const merged = done({ kind: 'merged', pullRequest: PULL_REQUEST, sha: 'a'.repeat(40) });
    expect(decide({ record: merged, retry: true })).toMatchObject({
      outcome: { kind: 'duplicate', state: 'finished' },
    });
    expect(decide({ record: underWay({ id: 1 }), retry: true })).toMatchObject({
      outcome: { kind: 'duplicate', state: 'in_progress' },
    });
  });

  test('what is sent once more from its record is worked on only while that is about it', () => {
    expect(decide({ record: held(), again: true })).toMatchObject({ kind: 'start' });
    expect(decide({ record: null, again: true })).toMatchObject({ kind: 'start' });
    const revision = { ...done({ kind: 'no_change' }), digest: 'e'.repeat(64) };
    expect(decide({ record: revision })).toMatchObject({ kind: 'start' });
    for (const record of [revision, { ...underWay({ id: 1 }), digest: revision.digest }]) {
      expect(decide({ record, again: true, retry: true })).toMatchObject({
        outcome: { kind: 'conflict', reason: 'revised' },
      });
    }
  });

  test('what was canceled after it was sent on, and before its run began, is not worked on unless somebody asks', () => {
    const record = done({ kind: 'canceled', by: 'ada' });
    expect(decide({ record, again: true })).toMatchObject({ outcome: { kind: 'duplicate' } });
    expect(decide({ record, again: true, retry: true })).toMatchObject({ kind: 'start' });
    expect(decide({ record })).toMatchObject({ kind: 'start' });
  });

  test('what a run carries that is started again is older than what a later run has put on record', () => {
    const revision = { ...done({ kind: 'no_change' }), digest: 'e'.repeat(64) };
    const decideFor = (id: number, attempt: number) =>
      decide({ record: { ...revision, run: { ...revision.run, id: 5 } }, run: { id, attempt, url: '' } });
    expect(decideFor(4, 2)).toMatchObject({ outcome: { kind: 'conflict', reason: 'revised' } });
    expect(decideFor(4, 1)).toMatchObject({ kind: 'start' });
    expect(decideFor(5, 2)).toMatchObject({ kind: 'start' });
    expect(decideFor(6, 2)).toMatchObject({ kind: 'start' });
  });

  test('a patch that was held keeps the attempt that it was held from, unless it was worked on before', () => {
    const plan = { changes: [], notes: [], labels: [], reviewers: [], draft: false };
    expect(decide({ record: held() })).toEqual({ kind: 'start', attempt: 1 });
    expect(decide({ record: { ...held(), plan } })).toEqual({ kind: 'start', attempt: 2 });
  });

  test('nobody works on what is held, whatever its deadline says', () => {
    const record = { ...held(), deadline: '2026-01-01T13:00:00.000Z' };
    expect(isLive(record, { run: { id: 2, attempt: 1, url: '' }, now: NOW })).toBe(false);
  });

  test('a patch that another run works on is a duplicate in progress', () => {
    expect(decide({ record: underWay({ id: 1 }) })).toEqual({
      kind: 'end',
      outcome: { kind: 'duplicate', state: 'in_progress' },
    });
  });

  test('a patch whose run is past its deadline is worked on again', () => {
    expect(decide({ record: underWay({ id: 1, deadline: '2026-01-01T11:59:59.000Z' }) })).toEqual({
      kind: 'start',
      attempt: 2,
    });
  });

  test('a re-run of the run that the record names goes on with it', () => {
    expect(decide({ record: underWay({ id: 2 }) })).toEqual({ kind: 'start', attempt: 2 });
  });

  test('another digest under the same id is a revision, also of a finished patch', () => {
    const record = done({ kind: 'opened', pullRequest: PULL_REQUEST, tests: TESTS });
    expect(decide({ record, digest: 'e'.repeat(64) })).toEqual({ kind: 'start', attempt: 2 });
  });

  test("a branch that is not where we left it is a person's, and ends it", () => {
    const record = done({ kind: 'timed_out', tests: TESTS });
    expect(decide({ record, branch: { oid: 'c'.repeat(40), tree: 'f'.repeat(40), message: OURS } })).toEqual({
      kind: 'end',
      outcome: { kind: 'conflict', reason: 'branch_edited', paths: [] },
    });
  });

  test('a branch without any record is not ours', () => {
    expect(
      decide({ record: null, branch: { oid: 'c'.repeat(40), tree: 'f'.repeat(40), message: OURS } }),
    ).toMatchObject({
      outcome: { reason: 'branch_edited' },
    });
  });

  test('before a head is recorded, the tree says whether the branch is ours', () => {
    const record = underWay({ id: 2 });
    expect(decide({ record, branch: { oid: 'c'.repeat(40), tree: 'b'.repeat(40), message: OURS } })).toEqual({
      kind: 'start',
      attempt: 2,
    });
    expect(
      decide({ record, branch: { oid: 'c'.repeat(40), tree: 'f'.repeat(40), message: OURS } }),
    ).toMatchObject({
      outcome: { reason: 'branch_edited' },
    });
  });

  test("a person's commit with the same tree is a person's all the same", () => {
    const branch = { oid: 'c'.repeat(40), tree: 'b'.repeat(40), message: 'Same tree, my message' };
    expect(decide({ record: underWay({ id: 2 }), branch })).toMatchObject({
      outcome: { reason: 'branch_edited' },
    });
  });

  test('a revision waits while the pull request of the former is being made, and no longer than its deadline', () => {
    const record: PatchRecord = { ...underWay({ id: 1 }), state: 'publishing' };
    const revision = { record, digest: 'e'.repeat(64) };
    expect(decide(revision)).toMatchObject({
      kind: 'end',
      outcome: { kind: 'conflict', reason: 'publishing' },
    });
    const dead: PatchRecord = { ...record, deadline: '2026-01-01T11:59:59.000Z' };
    expect(decide({ ...revision, record: dead })).toMatchObject({ kind: 'start' });
  });

  test('a pull request that a dead run made and a person closed stays closed, though no record names it', () => {
    const record: PatchRecord = { ...underWay({ id: 2 }), state: 'publishing' };
    expect(decide({ record, pullRequest: { ...PULL_REQUEST, state: 'closed' } })).toMatchObject({
      outcome: { reason: 'pull_request_closed' },
    });
  });

  test('what was closed for another patch stays closed for that one, whatever is delivered and however often', () => {
    const pullRequest = { ...PULL_REQUEST, state: 'closed' } as const;
    const outcome = {
      kind: 'conflict',
      reason: 'pull_request_closed',
      paths: [],
      pullRequest: PULL_REQUEST,
      supersededBy: 'newer',
    } as const;
    for (const before of [{ kind: 'superseded', by: 'newer', pullRequest: PULL_REQUEST } as const, outcome]) {
      const record = done(before);
      for (const delivery of [{ digest: 'e'.repeat(64) }, { retry: true }]) {
        expect(decide({ ...delivery, record, pullRequest })).toEqual({ kind: 'end', outcome });
      }
      const reopened = { ...PULL_REQUEST, state: 'open' } as const;
      expect(decide({ record, retry: true, pullRequest: reopened })).toMatchObject({ kind: 'start' });
    }
  });

  test('what a person closed stays closed, and what was merged may be revised', () => {
    const record = done({ kind: 'opened', pullRequest: PULL_REQUEST, tests: TESTS });
    const revision = { record, digest: 'e'.repeat(64) };
    expect(decide({ ...revision, pullRequest: { ...PULL_REQUEST, state: 'closed' } })).toEqual({
      kind: 'end',
      outcome: { kind: 'conflict', reason: 'pull_request_closed', paths: [], pullRequest: PULL_REQUEST },
    });
    expect(decide({ ...revision, pullRequest: { ...PULL_REQUEST, state: 'merged' } })).toEqual({
      kind: 'start',
      attempt: 2,
    });
  });
});

test('the same patch behind a revision that is on its way is worked on after that, unless a person has closed it', () => {
  const outcome = { kind: 'opened', pullRequest: PULL_REQUEST, tests: TESTS } as const;
  for (const record of [done(outcome), underWay({ id: 1 })]) {
    expect(decide({ record })).toMatchObject({ outcome: { kind: 'duplicate' } });
    expect(decide({ record, behind: true })).toEqual({ kind: 'start', attempt: record.attempt + 1 });
  }
  const pullRequest = { ...PULL_REQUEST, state: 'closed' } as const;
  expect(decide({ record: done(outcome), behind: true, pullRequest })).toMatchObject({
    outcome: { kind: 'conflict', reason: 'pull_request_closed' },
  });
});

test('the id of a patch that took another one back, and was merged, is that of no other patch', () => {
  const outcome = { kind: 'merged', pullRequest: PULL_REQUEST, sha: 'a'.repeat(40) } as const;
  const record: PatchRecord = { ...done(outcome), id: 'revert-broken', revertOf: 'broken' };
  const sly: PatchRecord = { ...record, id: 'sly' };
  expect(decide({ record: sly, digest: 'e'.repeat(64) })).toMatchObject({ kind: 'start' });
  expect(decide({ record, digest: 'e'.repeat(64) })).toMatchObject({
    outcome: { kind: 'conflict', reason: 'took_back' },
  });
  expect(decide({ record })).toMatchObject({ outcome: { kind: 'duplicate' } });
});

function decide(encounter: Partial<Encounter>) {
  return decideDelivery({
    digest: 'd'.repeat(64),
    run: { id: 2, attempt: 1, url: '' },
    now: NOW,
    record: null,
    branch: encounter.record ? { oid: 'a'.repeat(40), tree: 'b'.repeat(40), message: OURS } : null,
    ...encounter,
  });
}

function done(outcome: Outcome): PatchRecord {
  const { pullRequest } = { pullRequest: PULL_REQUEST };
  return { ...base(), state: 'done', outcome, head: 'a'.repeat(40), pullRequest };
}

function held(): PatchRecord {
  return {
    ...base(),
    state: 'held',
    outcome: { kind: 'held', state: 'paused', reason: 'release' },
    head: 'a'.repeat(40),
  };
}

function underWay(given: { id: number; deadline?: string }): PatchRecord {
  return {
    ...base(),
    state: 'applied',
    run: { id: given.id, attempt: 1, url: '' },
    deadline: given.deadline ?? '2026-01-01T13:00:00.000Z',
  };
}

function base(): Omit<PatchRecord, 'state'> {
  return {
    version: 1,
    id: 'fix',
    digest: 'd'.repeat(64),
    title: 'Fix',
    sender: 'gpt',
    receivedAt: '2026-01-01T11:00:00.000Z',
    attempt: 1,
    run: { id: 1, attempt: 1, url: '' },
    startedAt: '2026-01-01T11:00:00.000Z',
    deadline: '2026-01-01T13:00:00.000Z',
    tree: 'b'.repeat(40),
    steps: [],
    warnings: [],
  };
}
