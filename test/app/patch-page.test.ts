import { expect, test } from '@jest/globals';
import { renderPatch } from '../../src/app/dashboard/patch-page.ts';
import type { Role } from '../../src/control/roles.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import type { PatchStatus } from '../../src/stages/intake/status.ts';
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

test('what was read otherwise, what is not done and what went wrong stand apart, as text', async () => {
  const told = {
    notes: ['Names <b>were</b> read'],
    notDone: ['A tag was asked for'],
    warnings: ['No message'],
  };
  const page = await show(waitingRecord([]), 'viewer', told);
  for (const [id, title, text] of [
    ['warnings', 'Warnings', 'No message'],
    ['not-done', 'What was not done', 'A tag was asked for'],
    ['notes', 'Notes', 'Names &lt;b&gt;were&lt;/b&gt; read'],
  ]) {
    expect(page).toMatch(
      new RegExp(`<section id="${id}"[^>]*>\\s*<h2[^>]*>${title}</h2>\\s*<ul><li>${text}</li></ul>`),
    );
  }
  expect(await show(waitingRecord([]), 'viewer')).not.toContain('id="not-done"');
});

const AT = '2026-11-21T10:00:00.000Z';

async function show(record: PatchRecord, role: Role, told: Partial<PatchStatus> = {}): Promise<string> {
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
          ...told,
        },
        record,
        delivery: null,
        control: { known: true, control: { state: 'running' }, stops: [], defaultBranch: 'main', at: AT },
        timeline: [],
        changes: { known: false, why: 'Not looked at.' },
        serverUrl: 'https://github.example',
      },
      'token',
    ),
  );
}
