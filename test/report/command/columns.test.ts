import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { layOut } from '../../../src/report/command/columns.ts';

describe('columns', () => {
  test('stand below each other, with no blanks at the end of a line', () => {
    expect(
      layOut(
        [
          ['id', 'state'],
          ['fix-cart', 'open'],
          ['b', ''],
        ],
        Number.POSITIVE_INFINITY,
      ),
    ).toEqual([['id        state'], ['fix-cart  open'], ['b']]);
  });

  test('that do not fit give way between words first, the widest one first', () => {
    expect(layOut([['fix-cart', 'waits for an approval']], 20)).toEqual([
      ['fix-cart  waits for', '          an', '          approval'],
    ]);
  });

  test('break words where there is no other way, and no character in half', () => {
    expect(layOut([['a', '💥💥💥💥💥']], 9)).toEqual([['a  💥💥💥', '   💥💥']]);
  });

  test('lose nothing, and fit wherever there is room for a few characters each', () => {
    const cell = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 22, max: 90 }),
        (cells, width) => {
          const rows = cells.map((row) => row.map((words) => words.join(' ')));
          const laidOut = layOut(rows, width);
          expect(Math.max(...laidOut.flat().map(({ length }) => length))).toBeLessThanOrEqual(width);
          const letters = (text: string) => Array.from(text.replaceAll(' ', '')).toSorted().join('');
          expect(laidOut.map((lines) => letters(lines.join('')))).toEqual(
            rows.map((row) => letters(row.join(''))),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
