import { expect, test } from '@jest/globals';
import { formatSeconds } from '../../src/report/seconds.ts';

test.each([
  [0.04, '0.0 s'],
  [3.21, '3.2 s'],
  [9.96, '10 s'],
  [119.4, '119 s'],
  [119.6, '2 min'],
  [185, '3 min 5 s'],
  [Number.NaN, 'an unknown time'],
  [-1, 'an unknown time'],
])('%d seconds read as %s', (seconds, words) => {
  expect(formatSeconds(seconds)).toBe(words);
});
