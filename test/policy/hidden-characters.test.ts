import { describe, expect, test } from '@jest/globals';
import { hiddenLine } from '../../src/policy/hidden-characters.ts';
import { judgeChanges } from '../../src/policy/judge.ts';
import { changeOf, policyOf } from './policies.ts';

describe('characters that hide something', () => {
  test.each([
    ['an override', 'a\n\u202Eb\n', 2],
    ['an isolate', '\u2066', 1],
    ['a tag', 'a\u{E0061}', 1],
    ['a filler of Hangul', 'const \u3164 = 1;', 1],
    ['two variation selectors', 'a\nb\nx\uFE0F\uFE0E', 3],
    ['two of the supplement', 'x\u{E0100}\u{E01EF}', 1],
    ['a mark of direction', 'a\n// \u200Fb', 2],
    ['a space without a width', 'if (role === "admin\u200B") {', 1],
    ['a hyphen that is not shown', 'a\u00ADb', 1],
    ['a joiner in a name', 'const is\u200DAdmin = true;', 1],
    ['a joiner behind a name', 'const admin\u200C = true;', 1],
    ['a selector in a name', 'const isAdmin\uFE0F = true;', 1],
    ['one of the supplement behind a letter', 'x\u{E0100}', 1],
    ['a selector behind a sign of ASCII', "text.replace('<\uFE00', '&lt;')", 1],
    ['bytes behind emoji', '\u{1F600}\u{E0101}', 1],
    ['a selector in an empty text', "if (key !== '\uFE00') {", 1],
    ['a joiner in an empty text', "if (key !== '\u200D') {", 1],
    ['a joiner in a name of a script that needs none', 'const \u53D8\u200D\u91CF = 1;', 1],
    ['a joiner behind an emoji that joins nothing', "'\u{1F468}\u200D'", 1],
    ['joiners that spell bytes', '\u0627\u200C\u200D\u200C', 1],
    ['a flag of no region', '\u{1F3F4}\u{E0069}\u{E0067}\u{E006E}\u{E007F}', 1],
    ['a page break behind blanks, where Python counts anew', 'if a:\n    b\n    \fc()', 3],
    ['an end of line that readers do not see', 'a\n// b\u2028c()', 2],
    ['a return within a line', '# a\rb()\n', 1],
    ['a colour of a terminal', '/*\u001B[8m*/ b() /*\u001B[0m*/', 1],
    ['a byte order mark within a file', 'a\n\uFEFFb', 2],
    ['a flag that goes on in tags', `\u{1F3F4}${'\u{E0061}'.repeat(9)}\u{E007F}`, 1],
  ])('the first new line that hides something is found: %s', (_, text, line) => {
    expect(hiddenLine(null, text)).toBe(line);
    expect(hiddenLine('c\n', text)).toBe(line);
    expect(hiddenLine(text, text)).toBeNull();
  });

  test.each([
    ['a flag of a region', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a family', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}'],
    ['an emoji with its selector', '\u26A0\uFE0F'],
    ['a shape of a sign of mathematics', '\u2229\uFE00'],
    ['a key', '1\uFE0F\u20E3'],
    ['a heart on fire', '\u2764\uFE0F\u200D\u{1F525}'],
    ['a person with a colour and a trade', '\u{1F469}\u{1F3FD}\u200D\u{1F4BB}'],
    ['a name as its bearer writes it', '\u845B\u{E0100}'],
    ['a joiner at the end of a word of Hindi', '\u0915\u094D\u200D '],
    ['letters from right to left', '\u05E9\u05DC\u05D5\u05DD, \u0633\u0644\u0627\u0645'],
    ['a joiner that Persian needs', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
    ['a byte order mark', '\uFEFFa'],
    ['an end of line of Windows', 'a\r\nb\r\n'],
    ['a page break', 'a\n\fb\tc\n'],
    ['a page break at an end of line', 'a\f\nb\f\r\nc\f'],
  ])('%s hides nothing', (_, text) => {
    expect(hiddenLine(null, text)).toBeNull();
  });

  test('a great deal of them is looked through before long', () => {
    const started = process.cpuUsage();
    for (const piece of [
      '\u{1F3F4}',
      '\u{1F3F4}\u{E0061}',
      '\uFE0F',
      '\u202E\n',
      'a\u200C ',
      '\u200D',
      '\r\n',
      ' \f',
      '\u{1F468}\u200D',
      '\u0627\u200C',
    ]) {
      hiddenLine('', piece.repeat(500_000));
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });

  test.each([
    ['review', { refusals: [], reviews: [expect.stringContaining('line 3 of a.js')] }],
    ['refuse', { refusals: [{ code: 'protected_path', path: 'a.js' }], reviews: [] }],
    ['allow', { refusals: [], reviews: [] }],
  ])('the config says what becomes of them: %s', (outcome, expected) => {
    const change = changeOf('a.js', { hiddenLine: 3 });
    expect(judgeChanges(policyOf(`{rules: {hidden-characters: ${outcome}}}`), [change])).toMatchObject(
      expected,
    );
  });
});
