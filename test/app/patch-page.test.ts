import { expect, test } from '@jest/globals';
import { renderPatch } from '../../src/app/dashboard/patch-page.ts';
import type { Role } from '../../src/control/roles.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { hostileReviews, waitingRecord } from '../report/waiting.ts';

test.each(['reviewer', 'viewer'] as const)(
  'what waits for an approval stands above the buttons, for a %s too',
  async (role) => {
    const page = await show(waitingRecord(['policy.rules.executables asks for a review of run.sh.']), role);
    const at = page.indexOf('<li>policy.rules.executables asks for a review of run.sh.</li>');
    expect(at).toBeGreaterThan(0);
    expect(page.indexOf('id="actions"')).toBeGreaterThan(at);
    expect(page.includes('>Approve<')).toBe(role === 'reviewer');
  },
);

test('what waits for an approval is text, and is counted where it is too much', async () => {
  const page = await show(waitingRecord(hostileReviews(60)), 'reviewer');
  expect(page).not.toContain('<b>');
  expect(page).not.toContain('\u202E');
  expect(page).toContain('10 more reasons are not shown here.');
});

test('nothing is said to wait for an approval that was given', async () => {
  const { head = '', digest } = waitingRecord([]);
  const approval = { required: true, by: 'rita', at: AT, digest, sha: head } as const;
  const page = await show({ ...waitingRecord(['Look at run.sh.']), approval }, 'reviewer');
  expect(page).not.toContain('Look at run.sh.');
});

const AT = '2026-11-21T10:00:00.000Z';

async function show(record: PatchRecord, role: Role): Promise<string> {
  const { id, digest, title } = record;
  return String(
    await renderPatch(
      {
        now: AT,
        role,
        status: {
          repository: 'octo/shop',
          id,
          digest,
          title,
          stage: 'done',
          finished: true,
          headline: 'Tests passed; pull request #12 opened',
          detail: 'npm test passed.',
          warnings: [],
          receivedAt: AT,
        },
        record,
        delivery: null,
        timeline: [],
        changes: { known: false, why: 'Not looked at.' },
        serverUrl: 'https://github.example',
      },
      'token',
    ),
  );
}
