import type { Outcome, OutcomeKind, TestReport } from '../../src/record/outcome.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import type { PatchView } from '../../src/report/view.ts';

/** A patch whose tests passed; `over` replaces what a test is about. */
export function patchView(over: Partial<PatchView> & { readonly record?: PatchRecord } = {}): PatchView {
  return {
    record: patchRecord(),
    patch: {
      title: 'Raise the login timeout',
      description: 'Users on slow lines were logged out.\nThirty seconds are enough.',
      source: { agent: 'gpt-5', url: 'https://chat.example/c/1' },
    },
    changes: [
      { path: 'src/login.ts', action: 'modify', added: 2, removed: 1 },
      { path: 'test/login.test.ts', action: 'create', added: 12, removed: 0 },
    ],
    notes: ['Hunk 1 of src/login.ts was placed at line 14, not where the patch said'],
    repository: 'octo/shop',
    serverUrl: 'https://github.example',
    ciStartsByItself: true,
    ...over,
  };
}

export function patchRecord(over: Partial<PatchRecord> = {}): PatchRecord {
  return {
    version: 1,
    id: 'login-timeout',
    digest: 'd'.repeat(64),
    title: 'Raise the login timeout',
    sender: 'octocat',
    state: 'applied',
    receivedAt: '2026-11-21T10:00:00.000Z',
    attempt: 1,
    run: { id: 7, attempt: 1, url: 'https://github.example/octo/shop/actions/runs/7' },
    startedAt: '2026-11-21T10:00:00.000Z',
    deadline: '2026-11-21T11:00:00.000Z',
    base: { branch: 'main', sha: 'b'.repeat(40) },
    steps: [{ stage: 'apply', at: '2026-11-21T10:00:00.000Z', seconds: 1.4 }],
    warnings: [],
    ...over,
  };
}

export function testReport(over: Partial<TestReport> = {}): TestReport {
  return {
    verdict: 'passed',
    sha: 'a'.repeat(40),
    command: 'npm test',
    exitCode: 0,
    seconds: 3.2,
    failingLines: [],
    tail: 'all good',
    outputBytes: 9,
    ...over,
  };
}

const PULL_REQUEST = { number: 12, url: 'https://github.example/octo/shop/pull/12' };

const FAILED = testReport({
  verdict: 'failed',
  exitCode: 1,
  failingLines: ['✕ login › waits thirty seconds', 'expected 30 to be 10'],
  tail: '1 failing',
});

/** One of each kind, and the variants that read differently. */
export const OUTCOMES = {
  opened: { kind: 'opened', pullRequest: PULL_REQUEST, tests: testReport() },
  updated: { kind: 'updated', pullRequest: PULL_REQUEST, tests: testReport() },
  untested: { kind: 'opened', pullRequest: PULL_REQUEST, tests: testReport({ verdict: 'not_started' }) },
  duplicate: { kind: 'duplicate', state: 'finished', pullRequest: PULL_REQUEST },
  duplicateUnderWay: { kind: 'duplicate', state: 'in_progress' },
  noChange: { kind: 'no_change' },
  refused: {
    kind: 'refused',
    refusals: [
      {
        code: 'not_found',
        message:
          'Hunk 1 does not fit src/login.ts. The nearest place is line 14. Send the lines as they stand there.',
        path: 'src/login.ts',
        hunk: 1,
        pointer: '/changes/0/diff',
        data: {
          nearest: [
            { line: 14, score: 0.83, diff: ['-const timeout = 5;', '+const timeout = 10;', ' start();'] },
          ],
        },
      },
    ],
  },
  refusedTwice: {
    kind: 'refused',
    refusals: [
      { code: 'malformed', message: 'The title must be text.', pointer: '/title' },
      {
        code: 'protected_path',
        message: 'Patches may not touch .github/workflows/ci.yml.',
        path: '.github/workflows/ci.yml',
      },
    ],
  },
  notConfigured: {
    kind: 'refused',
    refusals: [{ code: 'not_configured', message: 'This repository has no .github/ghost-runner.yml.' }],
  },
  baseMoved: { kind: 'conflict', reason: 'base_moved', paths: ['src/login.ts'] },
  branchEdited: { kind: 'conflict', reason: 'branch_edited', paths: [] },
  pullRequestClosed: {
    kind: 'conflict',
    reason: 'pull_request_closed',
    paths: [],
    pullRequest: PULL_REQUEST,
  },
  closedForAnother: {
    kind: 'conflict',
    reason: 'pull_request_closed',
    paths: [],
    pullRequest: PULL_REQUEST,
    supersededBy: 'login-timeout-2',
  },
  revised: { kind: 'conflict', reason: 'revised', paths: [] },
  tookBack: { kind: 'conflict', reason: 'took_back', paths: [], pullRequest: PULL_REQUEST },
  testsFailed: { kind: 'tests_failed', pullRequest: PULL_REQUEST, tests: FAILED },
  timedOut: { kind: 'timed_out', tests: testReport({ verdict: 'timed_out', seconds: 900 }) },
  held: { kind: 'held', state: 'paused', reason: 'release in progress' },
  heldForAWhile: {
    kind: 'held',
    state: 'paused',
    reason: '',
    until: '2026-11-21T14:30:00.000Z',
  },
  locked: { kind: 'halted', state: 'locked', reason: '' },
  canceled: { kind: 'canceled' },
  canceledByHand: {
    kind: 'canceled',
    run: 'https://github.example/octo/shop/actions/runs/7',
    by: 'octocat',
    reason: 'wrong branch',
  },
  crashed: { kind: 'crashed', stage: 'publish', reason: 'GitHub answered 502' },
  merged: { kind: 'merged', pullRequest: PULL_REQUEST, sha: 'c'.repeat(40), by: 'octocat' },
  mergedBySomebody: { kind: 'merged', pullRequest: PULL_REQUEST, sha: 'c'.repeat(40) },
  closed: { kind: 'closed', pullRequest: PULL_REQUEST },
  rejected: { kind: 'closed', pullRequest: PULL_REQUEST, by: 'octocat', reason: 'breaks the login' },
  reverted: {
    kind: 'reverted',
    pullRequest: PULL_REQUEST,
    revert: { number: 15, url: 'https://github.example/octo/shop/pull/15' },
  },
  superseded: { kind: 'superseded', by: 'login-timeout-2', pullRequest: PULL_REQUEST },
  supersededEarly: { kind: 'superseded', by: 'login-timeout-2' },
} as const satisfies { readonly [name: string]: Outcome };

/** Every kind has an example; tsc says which one has not. */
export type MissingKinds = Exclude<OutcomeKind, (typeof OUTCOMES)[keyof typeof OUTCOMES]['kind']>;
export const NO_KIND_IS_MISSING: [MissingKinds] extends [never] ? true : false = true;

/** A finished patch with this outcome. */
export function doneView(outcome: Outcome, over: Partial<PatchView> = {}): PatchView {
  const link =
    'pullRequest' in outcome && outcome.pullRequest !== undefined ? { pullRequest: outcome.pullRequest } : {};
  return patchView({
    record: patchRecord({
      state: outcome.kind === 'held' ? 'held' : 'done',
      outcome,
      ...link,
    }),
    ...over,
  });
}
