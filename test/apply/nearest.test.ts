import { describe, expect, test } from '@jest/globals';
import { align } from '../../src/apply/alignment.ts';
import { indexWords, nearestPlaces } from '../../src/apply/nearest.ts';
import { similarity } from '../../src/apply/similarity.ts';

describe('apply/nearest', () => {
  test('the place that differs in one line is found, with what differs', () => {
    const file = [
      ...Array.from({ length: 500 }, (_, index) => `unrelated ${index}`),
      'start(server)',
      '  timeout = 30',
      'stop(server)',
    ];
    const [best] = nearestPlaces(indexWords(file), ['start(server)', '  timeout = 20', 'stop(server)']);
    expect(best).toEqual({
      line: 501,
      score: 0.94,
      diff: [' start(server)', '-  timeout = 20', '+  timeout = 30', ' stop(server)'],
    });
  });

  test('lines that the file has more, or fewer, do not hide a place', () => {
    const file = ['alpha one', 'an extra line', 'beta two', 'gamma three'];
    expect(nearestPlaces(indexWords(file), ['alpha one', 'beta two', 'delta', 'gamma three'])).toMatchObject([
      { line: 1, diff: [' alpha one', '+an extra line', ' beta two', '-delta', ' gamma three'] },
    ]);
  });

  test('at most three places are told, best first, and no place twice', () => {
    const file = ['call(a, first)', '', 'call(b, second)', '', 'call(a, second)', '', 'call(c, third)'];
    const places = nearestPlaces(indexWords(file), ['call(a, second)']);
    expect(places.map(({ line }) => line)).toEqual([5, 3, 1]);
    expect(places[0]?.score).toBe(1);
  });

  test('where nothing is alike, nothing is told', () => {
    expect(nearestPlaces(indexWords(['one', 'two']), ['three'])).toEqual([]);
    expect(nearestPlaces(indexWords([]), ['x'])).toEqual([]);
    expect(nearestPlaces(indexWords(['}', '']), ['', '}'])).toEqual([]);
  });

  test('long lines are cut', () => {
    const [best] = nearestPlaces(indexWords([`word ${'x'.repeat(5000)}`]), [`word ${'y'.repeat(5000)}`]);
    expect(best?.diff.every((line) => line.length <= 202) ?? true).toBe(true);
  });
});

describe('apply/alignment', () => {
  test('nothing in common scores nothing', () => {
    expect(align(['abc'], ['xyz'])).toMatchObject({ score: 0 });
    expect(align([], [])).toEqual({ score: 0, first: 0, diff: [] });
  });

  test('a blank line counts less than a written one', () => {
    expect(align(['a b c', ''], ['a b c']).score).toBeGreaterThan(align(['a b c', 'd e f'], ['a b c']).score);
  });
});

describe('apply/similarity', () => {
  test.each([
    ['same', 'same', 1],
    ['  same', 'same\t', 0.95],
    ['', '', 1],
    ['', 'x', 0],
    ['abcd', 'abxd', 1 / 3],
    ['aaaa', 'aa', 0.5],
  ])('%j and %j are alike by %d', (left, right, expected) => {
    expect(similarity(left, right)).toBeCloseTo(expected);
    expect(similarity(right, left)).toBeCloseTo(expected);
  });
});
