import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { newEffort } from '../../../src/apply/effort.ts';
import { uncut } from '../../../src/apply/file-lines.ts';
import { editLines } from '../../../src/apply/line-edit.ts';
import { locateExactly } from '../../../src/apply/locate/exact.ts';
import { linesIn } from '../../../src/apply/text-file.ts';
import { type Hunk, type HunkLine, newSide, oldSide } from '../../../src/patch/hunk.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'ab', 'abc', ''), { minLength: 1, maxLength: 14 });
const marks = fc.array(
  fc.tuple(fc.constantFrom<HunkLine[0]>(' ', '-', '+'), fc.constantFrom('a', 'b', 'ab', 'abc')),
  { minLength: 1, maxLength: 4 },
);

function placesOf(file: readonly string[], block: readonly string[]): readonly number[] {
  return file.flatMap((_, start) =>
    block.every((line, offset) => file[start + offset] === line) ? [start] : [],
  );
}

function toLine(mark: string): HunkLine {
  return [mark === '+' ? '+' : ' ', 'a'];
}

/** May its new side, which is longer, hold its old one, at `position`? */
function isMadeAround(file: readonly string[], hunk: Hunk, position: number): boolean {
  const made = newSide(hunk);
  const grown = made.length - oldSide(hunk).length;
  return placesOf(file, made).some((start) => start <= position && start + grown >= position);
}

/** May lines that it adds above or below its old side, at `position`, stand there? */
function isPartlyThere(file: readonly string[], hunk: Hunk, position: number): boolean {
  const [old, made] = [oldSide(hunk), newSide(hunk)];
  const holds = (from: number, part: readonly string[]) => part.every((line, at) => file[from + at] === line);
  return made.some((line, at) => {
    const [above, below] = [made.slice(0, at), made.slice(at + 1)];
    const isAbove = line === old[0] && at > 0 && holds(position - at, above);
    return isAbove || (line === old.at(-1) && below.length > 0 && holds(position + old.length, below));
  });
}

describe('apply/exact', () => {
  test('what it places stands there as it is and nowhere else, and becomes what the hunk says', () => {
    fc.assert(
      fc.property(lines, marks, fc.boolean(), (file, body, isEnded) => {
        const text = file.join('\n') + (isEnded ? '\n' : '');
        const hunk: Hunk = { number: 1, lines: body, anchors: [] };
        const before = linesIn(text);
        const [place] = locateExactly(uncut(text), [hunk], newEffort()) ?? [];
        const places = placesOf(before, oldSide(hunk));
        if (place === undefined) {
          const [only = 0, second] = places;
          const isLeft =
            second !== undefined || isMadeAround(before, hunk, only) || isPartlyThere(before, hunk, only);
          expect(places.length === 0 || oldSide(hunk).length === 0 || isLeft).toBe(true);
          return;
        }
        expect(places).toEqual([place.position]);
        const isAdding = body.every(([mark]) => mark !== '-') && body.some(([mark]) => mark === '+');
        expect(isAdding && isMadeAround(before, hunk, place.position)).toBe(false);
        if (!isEnded) return;
        const edited = editLines({ hasBom: false, text, endings: '\n' }, place.edits);
        expect(linesIn(edited.text)).toEqual(
          before.toSpliced(place.position, oldSide(hunk).length, ...newSide(hunk)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('many hunks are taken at the lines that they name, if all of them stand there', () => {
    const text = 'a\nb\n'.repeat(20);
    const hunk = (lineHint: number): Hunk => ({ number: 1, lines: [['-', 'b']], lineHint, anchors: [] });
    const even = [2, 8, 12, 30].map(hunk);
    expect(locateExactly(uncut(text), even, newEffort())?.map(({ position }) => position)).toEqual([
      1, 7, 11, 29,
    ]);
    expect(locateExactly(uncut(text), [...even, hunk(3)], newEffort())).toBeNull();
    expect(locateExactly(uncut(text), [...even, hunk(41)], newEffort())).toBeNull();
  });

  test('so are many that add more of equal lines', () => {
    const adding = [2, 8, 12, 30].map(
      (lineHint): Hunk => ({ number: 1, lines: [' ', '+', ' '].map(toLine), lineHint, anchors: [] }),
    );
    const places = locateExactly(uncut('a\n'.repeat(40)), adding, newEffort());
    expect(places?.map(({ position }) => position)).toEqual([1, 7, 11, 29]);
  });

  test('what is there twice, or at a file’s end only, is left to a closer look', () => {
    const hunk: Hunk = { number: 1, lines: [['-', 'a']], anchors: [] };
    expect(locateExactly(uncut('a\na\n'), [hunk], newEffort())).toBeNull();
    expect(locateExactly(uncut('a\n'), [{ ...hunk, endOfFile: true }], newEffort())).toBeNull();
    expect(locateExactly(uncut('ab\n'.repeat(5000)), [hunk], newEffort())).toBeNull();
  });
});
