import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cutMiddle, cutText } from '../../../src/report/untrusted/cut.ts';

test('what fits is left as it is', () => {
  expect(cutText('abcd', 4)).toBe('abcd');
});

test('what does not fit ends with an ellipsis', () => {
  expect(cutText('abcde', 4)).toBe('abc…');
});

test('no character is cut in half', () => {
  expect(cutText('ab😀de', 4)).toBe('ab…');
});

test('the result never exceeds the limit and is the beginning of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const cut = cutText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});

test('a text whose end matters is cut in its middle, and no character in half', () => {
  expect(cutMiddle('abcdefgh', 8)).toBe('abcdefgh');
  expect(cutMiddle('abcdefgh', 7)).toBe('ab…efgh');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      fc.pre(!text.includes('…'));
      const cut = cutMiddle(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      if (text.length <= limit) return;
      const [front = '', end = ''] = cut.split('…');
      expect(text.startsWith(front) && text.endsWith(end)).toBe(true);
    }),
  );
});
