import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatSummary } from '../../src/report/summary.ts';
import { renderPage } from './github-page.ts';
import { hostileText } from './hostile.ts';
import { doneView, OUTCOMES, patchView } from './views.ts';

describe('the job summary', () => {
  test('a misfit comes with its place, the reason and the nearest lines', () => {
    expect(formatSummary(doneView(OUTCOMES.refused))).toMatch(`# ⛔ Refused

**What to do:** Correct the patch and send it again under the same id.

## Why

### 1. \`not_found\` in \`src/login.ts\`, hunk 1 at \`/changes/0/diff\`

Hunk 1 does not fit src/login.ts. The nearest place is line 14. Send the lines as they stand there.

Nearest lines, from line 14, 83 % alike (- expected, + found):

\`\`\`diff
-const timeout = 5;
+const timeout = 10;
 start();
\`\`\`

## What was asked
`);
  });

  test('other facts of a refusal are shown as they are', () => {
    const outcome = {
      kind: 'refused',
      refusals: [{ code: 'too_large', message: 'Too much.', data: { limit: 9, lines: [3], nearest: [] } }],
    } as const;
    expect(formatSummary(doneView(outcome))).toContain('Too much.\n\n```json\n{\n  "limit": 9\n}\n```');
  });

  test('every one of many refusals is listed, up to a number', () => {
    const refusals = Array.from({ length: 60 }, (_, index) => ({
      code: 'malformed' as const,
      message: `Problem ${index}.`,
    }));
    const summary = formatSummary(doneView({ kind: 'refused', refusals }));
    expect(summary).toContain('# ⛔ Refused for 60 reasons');
    expect(summary).toContain('Problem 49.');
    expect(summary).toContain('… and 10 more.');
  });

  test('a dry run says that nothing was written, and shows the difference', () => {
    const summary = formatSummary(patchView({ dryRun: true, diff: '--- a/x\n+++ b/x\n' }));
    expect(summary).toContain('# 🔍 Dry run: the patch fits\n\nNothing was written, and no tests were run.');
    expect(summary).toContain('## What it would change\n\n```diff\n--- a/x\n+++ b/x\n```');
    expect(formatSummary(doneView(OUTCOMES.noChange, { dryRun: true }))).toContain(
      'This was a dry run: nothing was written.',
    );
  });

  test('a published patch links its pull request', () => {
    expect(formatSummary(doneView(OUTCOMES.opened))).toContain(
      '[Pull request 12](https://github.example/octo/shop/pull/12)',
    );
  });

  test('no text of a patch does anything in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, key) => {
        const outcome = {
          kind: 'refused',
          refusals: [
            { code: 'malformed', message: text, pointer: text, path: key, data: { [`k${key}`]: text } },
          ],
        } as const;
        const page = renderPage(formatSummary(doneView(outcome, { diff: text, notes: [text] })));
        expect(page.comments).toBe(0);
        expect(
          [...page.elements].filter((element) =>
            ['img', 'script', 'details', 'input', 'del', 'em'].includes(element),
          ),
        ).toEqual([]);
        expect(
          page.addresses.filter((address) => !address.startsWith('https://github.example/octo/shop/')),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
