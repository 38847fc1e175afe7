import { describe, expect, test } from '@jest/globals';
import { type Incident, lostRunKey, MOST_LOST_RUNS } from '../../../src/record/watch-entry.ts';
import { lostRuns } from '../../../src/stages/watch/lost-run.ts';
import { runState } from './world.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const EARLIER = new Date('2026-03-01T11:00:00Z');

/** `told`: ids of runs that are told; all that failed have jobs of others, but for `ours`. */
function lostOf(facts: {
  readonly failed: readonly number[] | null;
  readonly told?: readonly number[];
  readonly ours?: readonly number[];
  readonly control?: string;
}) {
  const { failed, told = [], ours = [], control = null } = facts;
  const incidents = told.map(
    (id): Incident => ({ key: lostRunKey(id), since: NOW.toISOString(), sentence: 'As it began.' }),
  );
  return lostRuns(
    {
      now: NOW,
      control,
      defaultBranch: 'main',
      records: [],
      watch: { commit: null, entry: { version: 1, incidents } },
      failed: failed === null ? null : failed.map(failedRun),
      startAgain: new Map(failed?.map((id) => [id, ours.includes(id) ? 'yes' : 'other_jobs'])),
    },
    incidents,
  ).map(([key]) => key);
}

function failedRun(id: number) {
  const ended = { status: 'completed', conclusion: 'failure', title: `Ghost patch p${id}` } as const;
  return { ...runState(id, '', EARLIER), ...ended };
}

describe('runs that only people can start again', () => {
  test('are told beside those that are told already, and those of ours are not', () => {
    expect(lostOf({ failed: [1, 2, 3], told: [1], ours: [2] })).toEqual(['run 1', 'run 3']);
  });

  test('stay told where nobody has looked, and while new ones are not told', () => {
    expect(lostOf({ failed: null, told: [1] })).toEqual(['run 1']);
    expect(lostOf({ failed: [1, 2], told: [1], control: 'unreadable' })).toEqual(['run 1']);
    expect(lostOf({ failed: [2], told: [1] })).toEqual(['run 2']);
  });

  test('are never more than can be remembered, those among them that are just over', () => {
    const failed = Array.from({ length: 30 }, (_, index) => index + 1);
    expect(lostOf({ failed })).toHaveLength(MOST_LOST_RUNS);
    expect(lostOf({ failed, told: [1, 100, 101] })).toHaveLength(MOST_LOST_RUNS - 2);
  });
});
