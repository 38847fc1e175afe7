import type { TestReport } from './outcome.ts';
import type { PatchRecord } from './record.ts';

/**
 * The record from when somebody begins to make its pull request, with the tests that whoever finishes it for a process
 * that died needs to know. However late that is, from now on it has a deadline of its own.
 */
export function claimed(record: Omit<PatchRecord, 'state'>, tests: TestReport, now: Date): PatchRecord {
  return {
    ...record,
    state: 'publishing',
    tests,
    deadline: new Date(now.getTime() + CLAIM_MINUTES * 60_000).toISOString(),
  };
}

/** Longer than the job that publishes may take, and the pass of the watch that finishes what others left: ten and fifteen. */
const CLAIM_MINUTES = 20;
