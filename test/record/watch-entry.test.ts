import { describe, expect, test } from '@jest/globals';
import {
  formatWatchEntry,
  INCIDENT_KEYS,
  lostRunKey,
  MAX_INCIDENT_TEXT,
  MOST_LOST_RUNS,
  parseWatchEntry,
  type WatchEntry,
} from '../../src/record/watch-entry.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const LOST = Array.from({ length: MOST_LOST_RUNS }, (_, index) => lostRunKey(19_000_000_000 + index));
const FULL: WatchEntry = {
  version: 1,
  lease: { run: 'https://github.example/octo/shop/actions/runs/7', until: NOW },
  incidents: [...INCIDENT_KEYS, ...LOST].map((key) => ({
    key,
    since: NOW,
    sentence: '"Ghost-Watch: {}"\n'.repeat(MAX_INCIDENT_TEXT).slice(0, MAX_INCIDENT_TEXT),
    slack: { channel: 'C0GHOST001', ts: '1.1' },
    issue: { number: 7, url: 'https://github.example/octo/shop/issues/7' },
  })),
  canary: {
    since: NOW,
    sent: { id: 'canary-2026-11-21', at: NOW },
    arrived: { id: 'canary-2026-11-20', at: NOW, seconds: 95.5 },
  },
};

describe('what the watch remembers', () => {
  test('is read back as it was written, however much it is', () => {
    expect(parseWatchEntry(formatWatchEntry(FULL))).toEqual(FULL);
    expect(parseWatchEntry(formatWatchEntry({ version: 1, incidents: [] }))).toEqual({
      version: 1,
      incidents: [],
    });
  });

  test('names the open incidents in its first line', () => {
    const [headline] = formatWatchEntry(FULL).split('\n');
    expect(headline).toContain('watch: canary, control, records, unsettled, backlog, run 19000000000, run');
  });

  test.each([
    ['no commit', null],
    ['no entry', 'Merge branch main'],
    ['no JSON', 'watch\n\nGhost-Watch: {'],
    ['another version', 'Ghost-Watch: {"version":2,"incidents":[]}'],
    ['a field too many', 'Ghost-Watch: {"version":1,"incidents":[],"more":1}'],
    [
      'an unknown incident',
      `Ghost-Watch: {"version":1,"incidents":[{"key":"x","since":"${NOW}","sentence":""}]}`,
    ],
    [
      'an incident of no run',
      `Ghost-Watch: {"version":1,"incidents":[{"key":"run 1.5","since":"${NOW}","sentence":""}]}`,
    ],
    ['a time that is none', 'Ghost-Watch: {"version":1,"incidents":[],"lease":{"run":"1","until":"soon"}}'],
    ['far too much', `Ghost-Watch: {"version":1,"incidents":[]}${' '.repeat(60_000)}`],
  ])('is nothing where there is %s', (_, message) => {
    expect(parseWatchEntry(message)).toBeNull();
  });

  test('is not written where it could not be read back', () => {
    const lease = { run: 'x'.repeat(MAX_INCIDENT_TEXT + 1), until: NOW };
    expect(() => formatWatchEntry({ version: 1, incidents: [], lease })).toThrow();
  });
});
