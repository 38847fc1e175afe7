import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Outcome, TestReport } from '../../src/record/outcome.ts';
import { lacksApproval, mayComeBack, proofOf } from '../../src/record/proof.ts';
import type { PatchRecord, Plan, Proof } from '../../src/record/record.ts';
import { outcome as anyOutcome } from './arbitrary.ts';

const HEAD = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const DIGEST = '1'.repeat(64);
const NEWER = '2'.repeat(64);
const AT = '2026-01-01T00:00:00Z';
const PLAN: Plan = { changes: [], notes: [], labels: [], reviewers: [], draft: false };
const PULL_REQUEST = { number: 1, url: 'https://example.com/1' };
const PASSED: TestReport = {
  verdict: 'passed',
  sha: HEAD,
  command: 'npm test',
  seconds: 1,
  failingLines: [],
  tail: '',
  outputBytes: 0,
};
const PROOF: Proof = { sha: HEAD, tests: 'passed', digest: DIGEST, sender: 'gpt' };
const REFUSED: Outcome = { kind: 'refused', refusals: [] };

describe('what a record says of its head', () => {
  test.each<[tests: Proof['tests'], outcome: Outcome]>([
    ['passed', { kind: 'opened', pullRequest: PULL_REQUEST, tests: PASSED }],
    ['passed', { kind: 'updated', pullRequest: PULL_REQUEST, tests: PASSED }],
    ['failed', { kind: 'opened', pullRequest: PULL_REQUEST, tests: { ...PASSED, verdict: 'not_started' } }],
    ['failed', { kind: 'tests_failed', tests: { ...PASSED, verdict: 'failed' } }],
    ['none', { kind: 'timed_out', tests: { ...PASSED, verdict: 'timed_out' } }],
    ['none', { kind: 'conflict', reason: 'pull_request_closed', paths: [] }],
    ['none', { kind: 'no_change' }],
    ['none', REFUSED],
  ])('is %s where the attempt that made it ended as %j', (tests, outcome) => {
    expect(proofOf(record({ plan: PLAN, outcome }))).toEqual({ ...PROOF, tests });
  });

  test.each<Outcome>([
    REFUSED,
    { kind: 'no_change' },
    { kind: 'halted', state: 'locked', reason: 'leak' },
    { kind: 'conflict', reason: 'pull_request_closed', paths: [] },
    { kind: 'canceled' },
  ])('is what an earlier attempt left where the last one came to no commit: %j', (outcome) => {
    const of = { digest: NEWER, sender: 'mallory', outcome };
    expect(proofOf(record({ ...of, proof: PROOF }))).toEqual(PROOF);
    expect(proofOf(record({ ...of, proof: { ...PROOF, sha: OTHER } }))).toBeNull();
    expect(proofOf(record(of))).toBeNull();
  });

  test('is nothing where there is none', () => {
    const { head: _, ...rest } = record({ plan: PLAN, outcome: { kind: 'canceled' } });
    expect(proofOf(rest)).toBeNull();
  });

  test('is a pass only by an outcome with tests that passed, or by what was proven of this very commit', () => {
    fc.assert(
      fc.property(anyOutcome, fc.boolean(), (outcome, planned) => {
        const proof = proofOf(record({ outcome, ...(planned ? { plan: PLAN } : {}) }));
        const proposed = outcome.kind === 'opened' || outcome.kind === 'updated';
        expect(proof?.tests === 'passed').toBe(
          (proposed || outcome.kind === 'tests_failed') && outcome.tests.verdict === 'passed',
        );
      }),
    );
  });
});

describe('an approval', () => {
  const approval = { required: true, by: 'rob', at: AT, digest: DIGEST, sha: HEAD } as const;

  test('goes on for the commit that it was given for, whatever was delivered after it', () => {
    const later = record({ digest: NEWER, outcome: REFUSED, proof: { ...PROOF, approval } });
    expect(lacksApproval(later, HEAD)).toBe(false);
    expect(lacksApproval(later, OTHER)).toBe(true);
  });

  test('that nobody gave is not forgotten by a delivery that came to nothing', () => {
    const proof: Proof = { ...PROOF, approval: { required: true } };
    expect(lacksApproval(record({ digest: NEWER, outcome: REFUSED, proof }), HEAD)).toBe(true);
  });
});

test('a pull request may come back that was closed or superseded, and none that is merged or open', () => {
  const conflict = { kind: 'conflict', paths: [] } as const;
  const kinds: readonly [boolean, Outcome][] = [
    [true, { kind: 'closed', pullRequest: PULL_REQUEST }],
    [true, { kind: 'superseded', by: 'two' }],
    [true, { ...conflict, reason: 'pull_request_closed' }],
    [false, { ...conflict, reason: 'branch_edited' }],
    [false, { kind: 'merged', pullRequest: PULL_REQUEST, sha: OTHER }],
    [false, REFUSED],
  ];
  for (const [expected, outcome] of kinds) {
    expect(mayComeBack(record({ outcome, pullRequest: PULL_REQUEST }))).toBe(expected);
    expect(mayComeBack(record({ outcome }))).toBe(false);
  }
});

function record(more: Partial<PatchRecord>): PatchRecord {
  return {
    version: 1,
    id: 'one',
    digest: DIGEST,
    title: 'One',
    sender: 'gpt',
    state: 'done',
    receivedAt: AT,
    attempt: 1,
    run: { id: 1, attempt: 1, url: '' },
    startedAt: AT,
    deadline: AT,
    head: HEAD,
    steps: [],
    warnings: [],
    ...more,
  };
}
