import { describe, expect, test } from '@jest/globals';
import { MERGE_MARKS_SEARCH } from '../../src/record/merge-marks.ts';
import { formatPullRequest } from '../../src/report/pull-request.ts';
import { describeOutcome } from '../../src/report/sentence.ts';
import { formatStatus } from '../../src/report/status.ts';
import { patchRecord, patchView, testReport } from './views.ts';

const PULL_REQUEST = { number: 3, url: 'https://github.example/octo/shop/pull/3' };

describe('a repository without a test command', () => {
  const tests = testReport({ command: MERGE_MARKS_SEARCH });

  test('is told that nothing was tested, and where to write what tests it', () => {
    const { body } = formatPullRequest(patchView({ tests }));
    expect(body).toContain('The search for left-over merge marks, which stands in for tests, passed in');
    expect(body).toContain('No tests were run, because none are set up: write what runs them into');
  });

  test('has no status that speaks of tests that passed', () => {
    const outcome = { kind: 'opened', pullRequest: PULL_REQUEST, tests } as const;
    const { description } = formatStatus(patchView({ record: patchRecord({ outcome }) }));
    expect(description).toMatch(/^No tests are set up; pull request #3 opened\./);
    expect(description).not.toContain('Tests passed');
  });

  test('hears of merge marks where they were found', () => {
    const failed = testReport({ command: MERGE_MARKS_SEARCH, verdict: 'failed', exitCode: 1 });
    const outcome = { kind: 'tests_failed', pullRequest: PULL_REQUEST, tests: failed } as const;
    expect(describeOutcome(outcome).headline).toBe('Left-over merge marks; see pull request #3');
  });
});

test('a repository with tests is told nothing of the kind', () => {
  expect(formatPullRequest(patchView({ tests: testReport() })).body).not.toContain('No tests were run');
});
