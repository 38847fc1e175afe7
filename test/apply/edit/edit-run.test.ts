import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type ChunkedText,
  chunkText,
  findPlaces,
  joinText,
  linesOfPlaces,
  replaceAt,
} from '../../../src/apply/edit/chunked-text.ts';
import { newEffort } from '../../../src/apply/effort.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', '\n', 'abcabc'), maxLength: 40 });

/** Takes some characters of the text as it is then, and puts others in their place. */
const cuts = fc.array(
  fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 14 }), replace: text }),
  { maxLength: 12 },
);

/** All offsets of `find` in the whole text, as the chunks must tell them. */
function offsetsIn(whole: string, find: string): readonly number[] {
  return Array.from(whole, (_, at) => at).filter((at) => whole.startsWith(find, at));
}

function textBefore(chunked: ChunkedText, chunk: number): string {
  return joinText({ ...chunked, chunks: chunked.chunks.slice(0, chunk) });
}

describe('apply/chunked-text', () => {
  test('chunks of any size find and replace what the whole text would', () => {
    fc.assert(
      fc.property(text, cuts, fc.integer({ min: 1, max: 12 }), (start, all, size) => {
        let whole = start;
        const chunked = chunkText(whole, size);
        for (const { from, length, replace } of all) {
          const find = whole.slice(from % (whole.length + 1)).slice(0, length);
          if (find === '') continue;
          const places = findPlaces(chunked, find, newEffort()) ?? [];
          const offsets = offsetsIn(whole, find);
          expect(places.map(({ chunk, offset }) => textBefore(chunked, chunk).length + offset)).toEqual(
            offsets,
          );
          expect(linesOfPlaces(chunked, places)).toEqual(
            offsets.map((at) => whole.slice(0, at).split('\n').length - 1),
          );
          const [place] = places;
          const [at] = offsets;
          if (place === undefined || at === undefined) throw new Error('what was cut from the text is in it');
          replaceAt(chunked, place, { length: find.length, text: replace });
          whole = whole.slice(0, at) + replace + whole.slice(at + find.length);
          expect(joinText(chunked)).toBe(whole);
          expect(chunked.length).toBe(whole.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what reaches from an untouched chunk into an edited one is found', () => {
    const chunked = chunkText('abcdefghijklmnop', 8);
    replaceAt(chunked, { chunk: 1, offset: 0 }, { length: 2, text: 'XY' });
    expect(findPlaces(chunked, 'efghXYkl', newEffort())).toEqual([{ chunk: 0, offset: 4 }]);
  });

  test('a text that is everywhere is given up on, not counted for ever', () => {
    expect(findPlaces(chunkText('x'.repeat(1000)), 'x', { ...newEffort(), comparisons: 999 })).toBeNull();
  });
});

describe('apply/edit-run', () => {
  const lines = Array.from({ length: 4000 }, (_, index) => `value ${index} = compute(${index % 7});`);
  const file = `${lines.join('\n')}\n`;
  const edit = (find: string, replace: string): SentChange => ({ kind: 'edit', path: 'f', find, replace });

  test('many edits in a row do what they do one by one', () => {
    const numbers = fc.array(fc.nat(60), { minLength: 16, maxLength: 40 });
    fc.assert(
      fc.property(numbers, (picked) => {
        const changes = picked.map((number, index) =>
          edit(`value ${number * 60} =`, `value ${index % 3 === 0 ? number * 60 : `${index}\n`} =`),
        );
        const together = apply({ f: file }, ...changes);
        // A change of another file between two edits parts them.
        const apart = apply(
          { f: file },
          ...changes.flatMap((change, index) => [
            change,
            { kind: 'write', path: `other${index}`, content: '' } as const,
          ]),
        );
        expect(refusalsOf(together).map(({ code, data }) => [code, data])).toEqual(
          refusalsOf(apart).map(({ code, data }) => [code, data]),
        );
        expect(together.hunks.map(({ at, status }) => [at, status])).toEqual(
          apart.hunks.map(({ at, status }) => [at, status]),
        );
        if (together.ok) expect(textsOf(together)['f'] ?? file).toBe(textsOf(apart)['f'] ?? file);
      }),
      { numRuns: 10 },
    );
  });

  test('edits see what the ones before them wrote, and carriage returns stay', () => {
    const changes = Array.from({ length: 20 }, (_, index) => edit(`step ${index}\n`, `step ${index + 1}\n`));
    expect(textsOf(apply({ f: 'a\r\nstep 0\r\nb\r\n' }, ...changes))).toEqual({ f: 'a\r\nstep 20\r\nb\r\n' });
    expect(textsOf(apply({ f: 'a\nstep 0\r\nb\r\n' }, ...changes))).toEqual({ f: 'a\nstep 20\r\nb\r\n' });
  });

  test('what does not fit is refused by its own change', () => {
    const changes = Array.from({ length: 20 }, (_, index) =>
      edit(index === 7 ? 'value 9999 =' : index === 9 ? 'compute(3)' : `value ${index} =`, 'x'),
    );
    expect(refusalsOf(apply({ f: file }, ...changes))).toMatchObject([
      { code: 'not_found', pointer: '/changes/7/find', data: { nearest: expect.any(Array) } },
      { code: 'ambiguous', pointer: '/changes/9/find' },
    ]);
    expect(refusalsOf(apply({}, ...changes))).toHaveLength(20);
  });

  test('a file does not grow beyond the limit', () => {
    const changes = Array.from({ length: 20 }, (_, index) => edit(`value ${index} =`, 'x'.repeat(300_000)));
    expect(refusalsOf(apply({ f: file }, ...changes))).toContainEqual(
      expect.objectContaining({ code: 'too_large', pointer: '/changes/17/replace' }),
    );
  });
});
