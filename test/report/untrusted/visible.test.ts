import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { oneLine, showHidden } from '../../../src/report/untrusted/visible.ts';
import { hostileText } from '../hostile.ts';

describe('hidden characters', () => {
  test.each([
    ['a right-to-left override', 'a\u202Eb', 'a[U+202E]b'],
    ['a zero-width space', 'a\u200Bb', 'a[U+200B]b'],
    ['a byte order mark', '\uFEFFa', '[U+FEFF]a'],
    ['a tag that smuggles letters', 'a\u{E0041}', 'a[U+E0041]'],
    ['a NUL', 'a\u0000', 'a[U+0000]'],
    ['a joiner between letters', 'a\u200Db', 'a[U+200D]b'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['half a surrogate pair', 'a\uD83D', 'a\uFFFD'],
  ])('%s is shown as what it is', (_, text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });

  test('what a terminal takes for a colour or a link is shown, with whatever stands in it', () => {
    expect(showHidden('\u001B[31mred\u001B[0m \u001B]8;;https://evil.example\u0007words')).toBe(
      '[U+001B][31mred[U+001B][0m [U+001B]]8;;https://evil.example[U+0007]words',
    );
    expect(showHidden('/*\u001B]*/ pay(); /*\u001B\\*/ /*\u001B[*/evil();')).toBe(
      '/*[U+001B]]*/ pay(); /*[U+001B]\\*/ /*[U+001B][*/evil();',
    );
  });

  test('an emoji keeps its joiners and selectors, and may not carry more', () => {
    expect(showHidden('👩‍👩‍👧 ⚠️ 1️⃣')).toBe('👩‍👩‍👧 ⚠️ 1️⃣');
    expect(showHidden('👧\uFE0F\uFE0F')).toBe('👧\uFE0F[U+FE0F]');
  });

  test('every line ends alike', () => {
    expect(showHidden('a\r\nb\rc\td')).toBe('a\nb\nc\td');
  });

  test('whatever comes in, one line comes out and nothing hides in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = oneLine(text);
        expect(line).toBe(line.trim());
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/u);
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});
