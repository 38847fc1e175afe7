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
    ['a filler of Khitan', 'const a\u{16FE4} = 1;', 1],
    ['two variation selectors', 'a\nb\nx\uFE0F\uFE0E', 3],
    ['two of the supplement', 'x\u{E0100}\u{E01EF}', 1],
    ['a mark of direction', 'a\n// \u200Fb', 2],
    ['a space without a width', 'if (role === "admin\u200B") {', 1],
    ['a hyphen that is not shown', 'a\u00ADb', 1],
    ['a joiner in a name', 'const is\u200DAdmin = true;', 1],
    ['a joiner behind a name', 'const admin\u200C = true;', 1],
    ['a joiner at the end of a word of Hindi', 'const \u092A\u0925\u200C = 1;', 1],
    ['a joiner between letters of Hindi', 'const \u092A\u200D\u0925 = 1;', 1],
    ['a joiner behind a vowel of Hindi', '\u0915\u0940\u200C\u0915', 1],
    ['what parts no letters, at the end of Telugu', '\u0C15\u0C4D\u200C ', 1],
    ['what joins to nothing, at the end of Telugu', '\u0C15\u0C4D\u200D ', 1],
    ['a joiner before a vowel of Bengali', '\u0995\u09CD\u200D\u09BE', 1],
    ['letters of two scripts that never join', '\u0915\u094D\u200C\u0C15', 1],
    ['letters of Tamil that never join', '\u0B95\u0BCD\u200C\u0B95', 1],
    ['letters of Sinhala that are apart already', '\u0D9A\u0DCA\u200C\u0DBB', 1],
    ['letters of Burmese', '\u1000\u200C\u1000', 1],
    ['letters of Khmer', '\u1794\u200C\u1794', 1],
    ['a joiner at the end of a word of Arabic', 'const \u0633\u0644\u0627\u0645\u200C = 1;', 1],
    ['a joiner behind a letter that does not join', '\u0631\u200C\u0647', 1],
    ['a joiner behind the last letter that does not join', '\u0631\u200D ', 1],
    ['a joiner between letters that join', '\u0645\u200D\u0647', 1],
    ['a joiner between letters that join, with a mark', '\u0645\u0651\u200D\u0647', 1],
    ['a joiner before a letter that joins nothing', '\u0645\u200C\u0621', 1],
    ['a joiner behind a digit of Persian', '\u06F1\u200C\u0647', 1],
    ['a joiner before a Latin letter', '\u0645\u200Cx', 1],
    ['a selector in a name', 'const isAdmin\uFE0F = true;', 1],
    ['a selector behind Han', 'const \u5024\u{E0100} = 1;', 1],
    ['one of three behind Han', 'const \u5024\uFE00 = 1;', 1],
    ['a selector behind a sign that may stand in a name', 'const \u2139\uFE0E = 1;', 1],
    ['a joiner between such signs', 'const \u2139\u200D\u2139 = 1;', 1],
    ['one of the supplement behind a letter', 'x\u{E0100}', 1],
    ['a selector behind a sign of ASCII', "text.replace('<\uFE00', '&lt;')", 1],
    ['bytes behind emoji', '\u{1F600}\u{E0101}', 1],
    ['a selector in an empty text', "if (key !== '\uFE00') {", 1],
    ['a joiner in an empty text', "if (key !== '\u200D') {", 1],
    ['a joiner in a name of a script that needs none', 'const \u53D8\u200D\u91CF = 1;', 1],
    ['a joiner behind an emoji that joins nothing', "'\u{1F468}\u200D'", 1],
    ['a selector behind what is an emoji without it', "'\u2705\uFE0F'", 1],
    ['a selector behind a key', "'\u{1F511}\uFE0F'", 1],
    ['a selector behind a colour of skin', '\u{1F44D}\u{1F3FD}\uFE0F', 1],
    ['a second selector', '\u26A0\uFE0F\uFE0F', 1],
    ['a selector behind what may become a picture', "'\u{1F02C}\uFE0F'", 1],
    ['the other selector behind such a character', "'\u{1F02C}\uFE0E'", 1],
    ['a selector that makes no text of a key', "'\u{1F511}\uFE0E'", 1],
    ['a selector behind a digit that is no key', '1\uFE0F', 1],
    ['a selector behind an arrow that has one shape', "'\u2192\uFE00'", 1],
    ['a joiner between emoji that no sequence joins', "'\u{1F511}\u200D\u{1F512}'", 1],
    ['a joiner between a family and a key', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F511}', 1],
    ['a joiner before a family', '\u{1F511}\u200D\u{1F469}\u200D\u{1F469}\u200D\u{1F467}', 1],
    ['a selector within a family', '\u{1F469}\uFE0F\u200D\u{1F469}\u200D\u{1F467}', 1],
    ['a sequence without its selector', "'\u{1F926}\u200D\u2642'", 1],
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
    ['a thumb with a colour', '\u{1F44D}\u{1F3FD}'],
    ['a finger with a selector and a colour', '\u261D\uFE0F\u{1F3FD}'],
    ['a man who despairs', '\u{1F926}\u{1F3FD}\u200D\u2642\uFE0F'],
    ['two families', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u{1F468}\u200D\u{1F468}\u200D\u{1F466}'],
    ['a flag of pirates', '\u{1F3F4}\u200D\u2620\uFE0F'],
    ['a rainbow flag', '\u{1F3F3}\uFE0F\u200D\u{1F308}'],
    ['a flag of a country', '\u{1F1E9}\u{1F1EA}'],
    ['a key of a telephone', '#\uFE0F\u20E3'],
    ['an arrow back, as text', '\u21A9\uFE0E'],
    ['lightning, as text', '\u26A1\uFE0E'],
    ['a registered trade mark, as a picture', '\u00AE\uFE0F'],
    ['a sign of information in blue', '\u2139\uFE0F'],
    ['half a letter of Hindi', '\u0915\u094D\u200D '],
    ['letters of Hindi that are kept apart', '\u0915\u094D\u200C\u0937'],
    ['a letter with a dot that is kept apart', '\u0915\u093C\u094D\u200C\u0924'],
    ['a lash of Marathi and Nepali', '\u0917\u0930\u094D\u200D\u092F\u094B'],
    ['a final letter of Bengali', '\u09B9\u09A0\u09BE\u09A4\u09CD\u200D'],
    ['a rank of Bengali', '\u09B0\u200D\u09CD\u09AF\u09BE\u09AC'],
    ['the same as others write it', '\u09B0\u200C\u09CD\u09AF\u09BE\u09AC'],
    ['software in Telugu', '\u0C38\u0C3E\u0C2B\u0C4D\u0C1F\u0C4D\u200C\u0C35\u0C47\u0C30\u0C4D'],
    ['a rank of Kannada', '\u0CB0\u200D\u0CCD\u0CAF\u0CBE\u0C82\u0C95\u0CCD'],
    ['a final letter of Malayalam', '\u0D05\u0D35\u0D28\u0D4D\u200D'],
    ['letters of Malayalam that are kept apart', '\u0D24\u0D3E\u0D34\u0D4D\u200C\u0D35\u0D30'],
    ['an island of Sinhala', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'],
    ['letters of Sinhala that touch', '\u0D9A\u200D\u0DCA\u0D9A'],
    ['letters of Tamil that would join', '\u0B95\u0BCD\u200C\u0BB7'],
    ['a sign of Khmer above its letter', '\u1794\u200C\u17CA\u17B7'],
    ['letters from right to left', '\u05E9\u05DC\u05D5\u05DD, \u0633\u0644\u0627\u0645'],
    ['a joiner that Persian needs', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
    ['one behind a letter with a mark', '\u062E\u0627\u0646\u0647\u0654\u200C\u0627\u06CC'],
    ['the year of an era', '1445\u0647\u200D.'],
    ['a joiner of Syriac', '\u0712\u200C\u0712'],
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
      '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
      '\u{1F469}\u200D\u{1F469} ',
      '\u{1F468}',
      '\u0627\u200C',
      '\u0645\u0651\u200D',
      '\u0915\u094D\u200C',
      '\u0651',
    ]) {
      hiddenLine('', piece.repeat(500_000));
    }
    const lines = Array.from({ length: 500_000 }, (__, at) => `\u202E${at}`);
    expect(hiddenLine(lines.join('\n'), lines.toReversed().join('\n'))).toBe(1);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });

  test('a line that moves is a new one where it goes, and one beside what changes is not', () => {
    const bare = '// \u202E } \u2066';
    const was = ['/*', bare, '*/', 'a', 'b', 'c', ''].join('\n');
    expect(hiddenLine(was, ['/*', '*/', 'a', 'b', bare, 'c', ''].join('\n'))).toBe(5);
    expect(hiddenLine(was, ['/*', bare, 'new', '*/', 'A', 'c', ''].join('\n'))).toBeNull();
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
