import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cutLines, lineText } from '../../../src/apply/file-lines.ts';
import { isSlip } from '../../../src/apply/fit/slip.ts';
import { BLANK, fingerprint, fingerprints, OTHER } from '../../../src/apply/locate/fingerprint.ts';
import { plainGlyphs } from '../../../src/apply/locate/glyphs.ts';
import { LOOSENESS, looseness, NO_MATCH } from '../../../src/apply/locate/line-match.ts';
import { linesIn } from '../../../src/apply/text-file.ts';

const line = fc.string({
  unit: fc.constantFrom('a', 'bc', ' ', '\t', '\u00a0', '“', '"', '–', '-', '…', '.', 'é', '\u200b', ';'),
  maxLength: 12,
});

describe('apply/line-match', () => {
  test.each([
    ['a', 'a', 'exact'],
    ['a', ' a', 'lost_mark'],
    ['a', 'a ', 'trailing_space'],
    ['a\t', 'a', 'trailing_space'],
    ['', '  ', 'trailing_space'],
    ['"a" - b', '“a”\u00a0– b ', 'glyphs'],
    ['a...', 'a…', 'glyphs'],
    ['  a', 'a', 'indentation'],
    ['\ta', '    “a”', undefined],
    ['a b', 'a   b', 'whitespace'],
    ['ab', 'a b', undefined],
    ['a', 'b', undefined],
    ['a', 'A', undefined],
  ])('%j and %j are the same when loosened to %s', (wanted, found, level) => {
    expect(LOOSENESS[looseness(wanted, found, true)]).toBe(level);
  });

  test('a removed line has its mark: one space more is other indentation', () => {
    expect(LOOSENESS[looseness('a', ' a', false)]).toBe('indentation');
  });

  test('lines that are the same at any level have the same fingerprint', () => {
    fc.assert(
      fc.property(line, line, (left, right) => {
        if (looseness(left, right, true) !== NO_MATCH) expect(fingerprint(left)).toBe(fingerprint(right));
      }),
      { numRuns: 2000 },
    );
  });

  test('a line and its plain form have the same fingerprint, and blank ones the blank one', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(fingerprint(plainGlyphs(text))).toBe(fingerprint(text));
        if (plainGlyphs(text).trim() === '') expect(fingerprint(text)).toBe(BLANK);
      }),
    );
  });

  test('a text cut into lines has the lines that it has in pieces', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b“', '\n', ' '), maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        const lines = cutLines(text);
        const pieces = linesIn(text);
        expect(Array.from({ length: lines.count }, (_, position) => lineText(lines, position))).toEqual(
          pieces,
        );
        expect([...fingerprints(lines, pieces)]).toEqual(pieces.map(fingerprint));
      }),
    );
  });

  /** The same for fingerprints, in other characters. */
  function joined(text: string): string {
    return plainGlyphs(text).replaceAll(' ', '');
  }

  test('lines that say the same as a wanted one have its fingerprint, and others have their own or none', () => {
    const unit = fc.constantFrom('a', 'b', '.', '…', '“', '"', 'é', ' ', '\u00a0', '\u200b');
    const many = fc.array(fc.string({ unit, maxLength: 14 }), { maxLength: 12 });
    fc.assert(
      fc.property(many, many, (left, right) => {
        const file = [...left, ...right.map(joined)];
        const wanted = [...right, ...left.slice(0, 3).map(joined)];
        const sought = new Set(wanted.map(fingerprint));
        const prints = fingerprints(cutLines(file.map((text) => `${text}\n`).join('')), wanted);
        for (const [position, text] of file.entries()) {
          const print = fingerprint(text);
          expect(sought.has(print) ? [print] : [print, OTHER]).toContain(prints[position]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('lines that end otherwise than all wanted ones are not read to their beginning', () => {
    const lines = cutLines('a long line\nanother long lime\n“quoted line”\nlime\n');
    expect([...fingerprints(lines, ['one more long lime'])]).toEqual([
      OTHER,
      fingerprint('another long lime'),
      fingerprint('“quoted line”'),
      fingerprint('lime'),
    ]);
  });

  test('more lines than there is room for at first are cut too', () => {
    expect(cutLines('x\n'.repeat(5000)).count).toBe(5000);
  });
});

describe('apply/fit/slip', () => {
  test.each([
    ['const total = count(list);', 'const totl = count(list);'],
    ['const total = count(list);', 'const totall = count(list);'],
    ['const total = count(list);', 'const toatl = count(list);'],
    ['const total = count(list);', 'cosnt total = cuont(list);'],
    ['const total = count(list);', 'const total = count(list)'],
  ])('%j may be meant by %j', (found, wanted) => {
    expect(isSlip(wanted, found)).toBe(true);
  });

  test.each([
    ['addUser(name)', 'removeUser(name)'],
    ['const item1 = 1;', 'const item2 = 1;'],
    ['set(name)', 'get(name)'],
    ['maxBytes', 'minBytes'],
    ['a b c', 'a b'],
    ['cosnt toatl = cuont(list);', 'const total = count(list);'],
    ['});', '})'],
  ])('%j is another line than %j', (found, wanted) => {
    expect(isSlip(wanted, found)).toBe(false);
  });
});
