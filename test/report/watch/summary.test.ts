import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { WatchReport } from '../../../src/report/watch/report.ts';
import { describeWatch, formatWatchSummary } from '../../../src/report/watch/summary.ts';
import { LIVE_ON_GITHUB, renderPage } from '../github-page.ts';
import { hostileText } from '../hostile.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const QUIET: WatchReport = {
  now: NOW,
  records: 3,
  unreadable: [],
  found: [],
  unseen: 0,
  alerted: [],
  open: [],
  cleared: [],
};
const ISSUE = { number: 7, url: 'https://github.example/octo/shop/issues/7' };

describe("the summary of the watch's run", () => {
  test('of a pass that found nothing is a line', () => {
    expect(formatWatchSummary(QUIET)).toBe('# ✅ Watch: nothing to put right\n\n3 records.\n');
    expect(describeWatch(QUIET)).toBe('nothing to put right. 3 records.');
    expect(formatWatchSummary({ ...QUIET, records: 0 })).toContain('No patch was handled here yet.');
  });

  test('shows each patch with its age, what was found, and whether it is put right', () => {
    const moved = '2026-11-21T10:00:00.000Z';
    const summary = formatWatchSummary({
      ...QUIET,
      found: [
        { name: 'lost', moved, sentence: 'Its run was cancelled', done: 'settled' },
        { name: 'busy', moved, sentence: 'Somebody else moved it', done: 'raced' },
        { name: 'inbox', sentence: 'GitHub had a bad day', done: 'failed' },
      ],
      unseen: 4,
      canary: { arrivedAt: moved, seconds: 95, late: false },
    });
    expect(summary).toMatchInlineSnapshot(`
"# 🚨 Watch: 1 put right, 2 left

3 records. 4 more were left for the next pass. The last canary arrived 2 h ago, after 95 s.

| patch | had moved | found | now |
|---|---|---|---|
| lost | 2 h ago | Its run was cancelled | ✅ put right |
| busy | 2 h ago | Somebody else moved it | ⏳ not yet; the next pass looks again |
| inbox | at an unknown time | GitHub had a bad day | 💥 not put right; the next pass tries again |
"
`);
  });

  test('shows incidents with their age and issue', () => {
    const incident = { key: 'control', since: '2026-11-21T09:00:00.000Z', sentence: 'It is gone.' } as const;
    const summary = formatWatchSummary({
      ...QUIET,
      alerted: [{ ...incident, issue: ISSUE }],
      cleared: [{ ...incident, key: 'canary', sentence: 'It was late.' }],
    });
    expect(summary).toContain('# 🚨 Watch: nothing to put right, 1 incident open');
    expect(summary).toContain('| It is gone. | 3 h ago | [alerted now, ');
    expect(summary).toContain('| It was late. | 3 h ago | over |');
  });

  test('of a pass that came second says until when another may be at work', () => {
    const summary = formatWatchSummary({ ...QUIET, busyUntil: '2026-11-21T12:15:00.000Z' });
    expect(summary).toContain('⏳ Watch: another pass is at work');
    expect(summary).toContain('until 2026-11-21 12:15 UTC, so this one changed nothing');
  });

  test('that no canary has arrived yet is shown as that', () => {
    expect(formatWatchSummary({ ...QUIET, canary: null })).toMatch(/canary/i);
  });

  test('fits what GitHub takes, however much there is', () => {
    const found = Array.from({ length: 5000 }, (_, index) => ({
      name: `patch-${index}`,
      sentence: 'x'.repeat(5000),
      done: 'settled' as const,
    }));
    const summary = formatWatchSummary({ ...QUIET, found });
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/… and \d+ more\./);
  });

  test('lets nothing live, whatever a patch is called and a failure says', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const found = [{ name: text, sentence: text, done: 'failed' as const }];
        const page = renderPage(formatWatchSummary({ ...QUIET, found }));
        expect(page.addresses).toEqual([]);
        expect(page.prose).not.toMatch(LIVE_ON_GITHUB.mention);
        expect([...page.elements].toSorted()).toEqual(
          expect.arrayContaining(['h1', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr']),
        );
        expect(page.elements.has('img') || page.elements.has('script')).toBe(false);
      }),
    );
  });
});
