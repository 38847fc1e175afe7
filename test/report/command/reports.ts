import type { Switch } from '../../../src/control/switches.ts';
import type { CommandReport, Observation } from '../../../src/report/command/report.ts';
import { describeStatus, type StatusReport } from '../../../src/report/command/status.ts';
import { OUTCOMES, patchRecord } from '../views.ts';

export const NOW = '2026-11-21T12:00:00.000Z';
const PULL_REQUEST = { number: 12, url: 'https://github.example/octo/shop/pull/12' };

export const PAUSE: Switch = {
  state: 'paused',
  scope: { kind: 'repository' },
  reason: 'release day',
  by: 'octocat',
  at: '2026-11-21T11:00:00.000Z',
};

export const LOCK_OF_MAIN: Switch = {
  ...PAUSE,
  state: 'locked',
  scope: { kind: 'branch', branch: 'main' },
  until: '2026-11-21T14:30:00.000Z',
};

export const RUN: Observation = {
  kind: 'run',
  name: 'run 7',
  state: 'completed: cancelled',
  url: 'https://github.example/octo/shop/actions/runs/7',
  at: '2026-11-21T11:59:00.000Z',
};

export function commandReport(over: Partial<CommandReport> = {}): CommandReport {
  return {
    verb: 'cancel',
    done: 'done',
    sentence: 'The run of fix has ended. Write "retry fix" to have it worked on again.',
    surface: 'comment',
    by: 'octocat',
    role: 'reviewer',
    patch: 'fix',
    observed: [RUN],
    requestedAt: '2026-11-21T11:58:30.000Z',
    confirmedAt: NOW,
    ...over,
  };
}

/** One patch of each kind of standing. */
export const STATUS: StatusReport = {
  now: NOW,
  control: PAUSE,
  switches: [PAUSE, LOCK_OF_MAIN],
  patches: [
    {
      ok: true,
      recordedAt: '2026-11-21T11:50:00.000Z',
      record: patchRecord({ id: 'waits', state: 'held', outcome: OUTCOMES.held }),
    },
    {
      ok: true,
      recordedAt: '2026-11-21T10:00:02.000Z',
      record: patchRecord({ id: 'lost' }),
    },
    {
      ok: true,
      recordedAt: '2026-11-20T10:00:00.000Z',
      record: patchRecord({
        id: 'reviewed',
        state: 'done',
        outcome: OUTCOMES.opened,
        pullRequest: PULL_REQUEST,
        head: 'a'.repeat(40),
        ci: { sha: 'a'.repeat(40), state: 'success', checks: [], at: '2026-11-21T09:00:00.000Z' },
      }),
    },
    {
      ok: true,
      recordedAt: '2026-11-18T10:00:00.000Z',
      record: patchRecord({
        id: 'moved-on',
        state: 'done',
        outcome: OUTCOMES.updated,
        pullRequest: PULL_REQUEST,
        head: 'c'.repeat(40),
        ci: { sha: 'a'.repeat(40), state: 'success', checks: [], at: '2026-11-21T09:00:00.000Z' },
      }),
    },
    { ok: false, id: 'scribbled', problem: 'no Ghost-Record line', recordedAt: 'never' },
  ],
  total: 7,
  canary: { arrivedAt: '2026-11-20T03:00:00.000Z', seconds: 95, late: true },
};

export function statusReport(status: StatusReport): CommandReport {
  const { patch: _, ...report } = commandReport({
    verb: 'status',
    sentence: describeStatus(status),
    observed: [],
    status,
  });
  return report;
}
