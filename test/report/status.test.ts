import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { exitCode, succeeded } from '../../src/report/exit-code.ts';
import { formatStatus } from '../../src/report/status.ts';
import { hostileText } from './hostile.ts';
import { doneView, OUTCOMES, patchRecord, patchView } from './views.ts';

describe('the commit status', () => {
  test('it is pending while the patch is under way', () => {
    expect(formatStatus(patchView())).toEqual({
      context: 'ghost-runner',
      state: 'pending',
      description:
        'The patch fits; its tests are under way. The branch holds the change, and the test job runs next.',
      targetUrl: 'https://github.example/octo/shop/actions/runs/7',
    });
    expect(formatStatus(patchView({ record: patchRecord({ state: 'publishing' }) })).state).toBe('pending');
  });

  test('a record that is done without an outcome is an error, not a success', () => {
    expect(formatStatus(patchView({ record: patchRecord({ state: 'done' }) })).state).toBe('error');
  });

  test('a pull request whose tests are not known to have passed is no success', () => {
    expect(formatStatus(doneView(OUTCOMES.untested)).state).toBe('failure');
  });

  test('it is a success exactly where the exit code is, but for what another run still works on', () => {
    for (const outcome of Object.values(OUTCOMES)) {
      const { state } = formatStatus(doneView(outcome));
      expect(state === 'success').toBe(succeeded(outcome) && outcome !== OUTCOMES.duplicateUnderWay);
    }
  });

  test('without a workflow run it points to the pull request, or nowhere', () => {
    const run = { id: 0, attempt: 1, url: '' };
    const { outcome } = doneView(OUTCOMES.opened).record;
    const record = patchRecord({
      run,
      ...(outcome === undefined ? {} : { outcome, pullRequest: OUTCOMES.opened.pullRequest }),
    });
    expect(formatStatus(patchView({ record })).targetUrl).toBe('https://github.example/octo/shop/pull/12');
    expect(formatStatus(patchView({ record: patchRecord({ run }) }))).not.toHaveProperty('targetUrl');
  });

  test('GitHub takes its description whatever it quotes', () => {
    fc.assert(
      fc.property(hostileText, (message) => {
        const { description } = formatStatus(
          doneView({ kind: 'refused', refusals: [{ code: 'malformed', message }] }),
        );
        expect(description.length).toBeLessThanOrEqual(140);
        expect(description.isWellFormed()).toBe(true);
        expect(description).not.toMatch(/\n/);
      }),
    );
    const long = formatStatus(
      doneView({ kind: 'crashed', stage: 'apply', reason: '😀'.repeat(200) }),
    ).description;
    expect(long).toMatch(/😀…$/u);
  });
});

describe('exit codes', () => {
  test('each failure has its own', () => {
    const codes = Object.fromEntries(
      Object.entries(OUTCOMES).map(([name, outcome]) => [name, exitCode(outcome)]),
    );
    expect(codes).toEqual({
      opened: 0,
      updated: 0,
      untested: 5,
      duplicate: 0,
      duplicateUnderWay: 0,
      noChange: 3,
      refused: 2,
      refusedTwice: 2,
      notConfigured: 2,
      baseMoved: 4,
      branchEdited: 4,
      pullRequestClosed: 4,
      closedForAnother: 4,
      revised: 4,
      tookBack: 4,
      testsFailed: 5,
      timedOut: 6,
      held: 9,
      heldForAWhile: 9,
      locked: 7,
      canceled: 8,
      canceledByHand: 8,
      crashed: 1,
      merged: 0,
      mergedBySomebody: 0,
      closed: 10,
      rejected: 10,
      reverted: 11,
      superseded: 12,
      supersededEarly: 12,
    });
  });
});
