import { expect, test } from '@jest/globals';
import { commitTime } from '../../src/io/commit-time.ts';

test.each([
  ['2026-01-01T12:00:00+02:00', '2026-01-01T10:00:00.000Z'],
  [1_767_261_600_000, '2026-01-01T10:00:00.000Z'],
])('a commit was made when it says: %s', (said, time) => {
  expect(commitTime(said)).toBe(time);
});

test.each([Number.MAX_SAFE_INTEGER, 1e300, -1, 'soon', '+099999-01-01T00:00:00Z'])(
  'a commit that says %s was made long ago, and keeps nobody from reading the others',
  (said) => {
    expect(commitTime(said)).toBe('1970-01-01T00:00:00.000Z');
  },
);
