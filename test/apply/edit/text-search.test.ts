import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { chunkText, findPlaces } from '../../../src/apply/edit/chunked-text.ts';
import { firstPlaceIn, placesIn } from '../../../src/apply/edit/text-search.ts';
import { newEffort } from '../../../src/apply/effort.ts';

describe('apply/text-search', () => {
  test('finds every place, also those that overlap, whatever the two texts are made of', () => {
    const piece = fc.constantFrom('a', 'b', 'a'.repeat(30), `${'a'.repeat(31)}b`, 'ab'.repeat(20));
    const pieces = (maxLength: number) => fc.array(piece, { maxLength }).map((some) => some.join(''));
    fc.assert(
      fc.property(pieces(12), pieces(4), fc.nat(20), (text, more, from) => {
        const find = `a${more}`;
        const expected = Array.from(text, (_, at) => at).filter((at) => text.startsWith(find, at));
        expect([...placesIn(text, find)]).toEqual(expected);
        expect([...placesIn(text, find, from)]).toEqual(expected.filter((at) => at >= from));
        expect(firstPlaceIn(text, find)).toBe(expected[0] ?? null);
      }),
    );
  });

  test('takes no longer for a long text of one letter, which engines search for minutes', () => {
    const text = 'a'.repeat(200_000);
    const started = process.cpuUsage();
    expect(firstPlaceIn(text, `${'a'.repeat(50_000)}b${'a'.repeat(50_000)}`)).toBeNull();
    expect([...placesIn(text, 'a'.repeat(150_000))]).toHaveLength(50_001);
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(1500);
  });

  test('finds in chunks what is longer than they are', () => {
    const chunked = chunkText(`${'x'.repeat(20_000)}y${'x'.repeat(20_000)}y`);
    const found = findPlaces(chunked, `${'x'.repeat(5000)}y`, newEffort());
    expect(found).toEqual([
      { chunk: 0, offset: 15_000 },
      { chunk: 2, offset: 35_001 - 2 * chunked.chunkSize },
    ]);
  });
});
