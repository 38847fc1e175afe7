import { describe, expect, test } from '@jest/globals';
import { describeView } from '../../src/report/sentence.ts';
import { OUTCOMES } from './views.ts';
import { waitingRecord } from './waiting.ts';

describe('what waits for an approval', () => {
  const waiting = waitingRecord(['Look at run.sh.']);
  const { head = '', digest, id } = waiting;

  test.each(['opened', 'updated'] as const)(
    'is said to beside tests that passed, where it was %s',
    (kind) => {
      const { headline, remedy } = describeView({ record: { ...waiting, outcome: OUTCOMES[kind] } });
      expect(headline).toMatch(/^Tests passed; pull request/);
      expect(remedy).toContain(
        `waits for an approval of somebody else than its sender: "/ghost approve ${id}"`,
      );
    },
  );

  test('is said to no more once somebody gave it, and again for another commit', () => {
    const approval = {
      required: true,
      by: 'rita',
      at: '2026-11-21T10:00:00.000Z',
      digest,
      sha: head,
    } as const;
    expect(describeView({ record: { ...waiting, approval } })).not.toHaveProperty('remedy');
    const moved = { ...waiting, approval, head: 'b'.repeat(40) };
    expect(describeView({ record: moved }).remedy).toContain('waits for an approval');
  });

  test('is said to of a dry run too, and of no patch that came to something else', () => {
    const { outcome: _, ...untold } = waiting;
    const { detail } = describeView({ record: untold, dryRun: true });
    expect(detail).toContain('would wait for an approval');
    const { remedy = '' } = describeView({ record: { ...waiting, outcome: { kind: 'no_change' } } });
    expect(remedy).not.toContain('approv');
  });
});
