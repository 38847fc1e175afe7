import { describe, expect, test } from '@jest/globals';
import { type ControlEntry, formatControl, parseControl, readControl } from '../../src/control/control.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const ENTRY: ControlEntry = {
  version: 1,
  state: 'paused',
  reason: 'release day',
  by: 'octocat',
  at: '2026-01-01T11:00:00.000Z',
};

describe('control', () => {
  test('a formatted entry reads back, and its first line is the audit log', () => {
    const message = formatControl({ ...ENTRY, reason: 'two\nlines' });
    expect(message.split('\n', 1)[0]).toBe('paused by octocat: two lines');
    expect(parseControl(message)).toEqual({ ...ENTRY, reason: 'two\nlines' });
  });

  test('a pause and a lock hold, with their reason', () => {
    expect(readControl(formatControl(ENTRY), NOW)).toEqual({ state: 'paused', reason: 'release day' });
    expect(readControl(formatControl({ ...ENTRY, state: 'locked' }), NOW)).toEqual({
      state: 'locked',
      reason: 'release day',
    });
  });

  test('a pause ends by itself at its time, and not before', () => {
    expect(readControl(formatControl({ ...ENTRY, until: '2026-01-01T12:00:00.000Z' }), NOW)).toEqual({
      state: 'running',
    });
    expect(readControl(formatControl({ ...ENTRY, until: '2026-01-01T12:00:01.000Z' }), NOW)).toMatchObject({
      state: 'paused',
    });
  });

  test.each([
    ['a ref that is gone', null],
    ['no entry', 'go on'],
    ['not JSON', 'Ghost-Control: {'],
    ['an unknown state', formatControl(ENTRY).replace('"paused"', '"go"')],
    ['an unknown field', formatControl(ENTRY).replace('"version"', '"extra":1,"version"')],
    ['a date that is none', formatControl(ENTRY).replace('2026-01-01T11', 'yesterday')],
  ])('%s means paused', (_, message) => {
    expect(readControl(message, NOW)).toMatchObject({ state: 'paused' });
  });
});
