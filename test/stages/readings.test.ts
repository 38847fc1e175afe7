import { describe, expect, test } from '@jest/globals';
import { readingsOf } from '../../src/stages/readings.ts';

describe('what a text reads as without its escapes', () => {
  test('is the text itself, where it has none', () => {
    expect(readingsOf('a [0] = b[i] + 10%\n').map(({ text }) => text)).toEqual(['a [0] = b[i] + 10%\n']);
  });

  test.each([
    ['a line break', '\\nWORD'],
    ['a byte', '\\x3dWORD'],
    ['an octal number', '\\012WORD'],
    ['four digits', '\\u000aWORD'],
    ['digits in braces', '\\u{a}WORD'],
    ['eight digits of Python', '\\U0000000aWORD'],
    ['a byte of an address', 'token%3DWORD'],
    ['an equals sign of a mail', 'token=3DWORD'],
    ['a colour', '\u001B[1;31mWORD'],
    ['a colour with the sign for its first character', '\u241B[31mWORD'],
    ['a colour as an escape', '\\x1b[1;31mWORD'],
    ['a colour as an escape in capitals', '\\x1B[38:5:1mWORD'],
    ['a colour as an octal number', '\\033[31mWORD'],
    ['a colour as an escape of a shell', '\\e[mWORD'],
    ['a colour as four digits', '\\u001b[31mWORD'],
    ['a colour as digits in braces', '\\u{1b}[31mWORD'],
    ['a colour as eight digits', '\\U0000001b[31mWORD'],
    ['a colour as a byte of an address', '%1B[31mWORD'],
    ['a colour as a reference of HTML', '&#x1b;[31mWORD'],
    ['a colour as pagers show it', '^[[31mWORD'],
    ['a colour that has lost its first character', '[0;31mWORD'],
    ['the clearing of a line', '\u001B[31m\u001B[KWORD'],
    ['another set of characters', '\u001B(B\u001B[mWORD'],
  ])('has a word begin behind %s, at the same place', (_, text) => {
    const [, { text: blank, placeOf } = { text: '', placeOf: Number }] = readingsOf(text);
    const at = text.indexOf('WORD');
    expect(blank).toMatch(/(?<=\s|^|[^\w])WORD$/);
    expect(blank).toHaveLength(text.length);
    expect(placeOf(at)).toBe(at);
  });

  test('has the parts of a word together that a terminal shows together, and knows where they stand', () => {
    const text = 'a \u001B[31mWO\u001B[0mRD\u001B[m b\\x1b[KWORD';
    const shown = readingsOf(text).at(-1);
    expect(shown?.text).toBe('a WORD bWORD');
    expect(Array.from('a WORD bWORD', (_, at) => text.charAt(shown?.placeOf(at) ?? -1)).join('')).toBe(
      'a WORD bWORD',
    );
  });

  test('takes no longer for a text that is made of them', () => {
    const started = process.cpuUsage();
    for (const piece of [
      '\u001B[m',
      '\u001B[',
      '[0;',
      '[1',
      '\\x1b[0',
      '\\',
      '%',
      '^[[0',
      '&#x1b;',
      '\\u{0',
    ]) {
      const text = piece.repeat(5_000_000 / piece.length);
      for (const { placeOf } of readingsOf(text)) placeOf(text.length / 2);
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(15);
  });
});
