import { describe, expect, test } from '@jest/globals';
import { differenceAt } from '../../../src/apply/diagnosis/difference.ts';
import { likeness, profileOf } from '../../../src/apply/diagnosis/likeness.ts';
import { nearestPlaces, type Wanted } from '../../../src/apply/diagnosis/nearest.ts';
import { type Scene, sceneOf } from '../../../src/apply/diagnosis/scene.ts';
import { newEffort } from '../../../src/apply/effort.ts';
import { cutLines } from '../../../src/apply/file-lines.ts';

describe('apply/diagnosis/nearest', () => {
  test('the place that differs in one line is found, with what differs', () => {
    const unrelated = Array.from({ length: 500 }, (_, index) => `unrelated ${index}`);
    const scene = sceneWith(...unrelated, 'start(server)', '  timeout = 30', 'stop(server)');
    expect(find(scene, { lines: ['start(server)', '  timeout = 20', 'stop(server)'] })).toMatchObject([
      { line: 501, diff: [' start(server)', '-  timeout = 20', '+  timeout = 30', ' stop(server)'] },
    ]);
  });

  test('lines that the file has more, or fewer, do not hide a place', () => {
    const scene = sceneWith('alpha one', 'an extra line', 'beta two', 'gamma three');
    expect(find(scene, { lines: ['alpha one', 'beta two', 'delta', 'gamma three'] })).toMatchObject([
      { line: 1, diff: [' alpha one', '+an extra line', ' beta two', '-delta', ' gamma three'] },
    ]);
  });

  test('a line of which every word is misspelt is found by its characters', () => {
    const scene = sceneWith('const first = open();', 'returnValue(collected);', 'close();');
    expect(find(scene, { lines: ['retrunValue(colected);'] })).toMatchObject([{ line: 2 }]);
  });

  test('at most three places are told, best first, and no place twice', () => {
    const scene = sceneWith(
      'call(a, first)',
      '',
      'call(b, second)',
      '',
      'call(a, second)',
      '',
      'call(c, third)',
    );
    const places = find(scene, { lines: ['call(a, second)'] });
    expect(places.map(({ line }) => line)).toEqual([5, 3, 1]);
    expect(places[0]?.score).toBe(1);
  });

  test('of equal places the one that the patch names comes first', () => {
    const scene = sceneWith('run(one)', '', '', '', 'run(one)', '', '', '', 'run(one)');
    expect(find(scene, { lines: ['run(two)'], hint: 4 }).map(({ line }) => line)[0]).toBe(5);
  });

  test('where the patch thinks that a place is does not hide a better one', () => {
    const scene = sceneWith(
      'function alpha() {',
      '  return one;',
      '}',
      '',
      'function beta() {',
      '  return 2;',
      '}',
    );
    const lines = ['function beta() {', '  return two;', '}'];
    expect(find(scene, { lines, hint: 0 }).map(({ line }) => line)).toEqual([5, 1]);
  });

  test('a place that is known to be near and is sure spares reading the file, and another does not', () => {
    const scene = sceneWith('start(server)', 'stop(server)', 'run(one)', 'begin(all)', 'stop(server)');
    const near = () => [0];
    expect(find(scene, { lines: ['start(server)', 'stop(server)'], near }).map(({ line }) => line)).toEqual([
      1,
    ]);
    expect(find(scene, { lines: ['begin(all)', 'stop(server)'], near }).map(({ line }) => line)).toEqual([
      4, 2,
    ]);
  });

  test('a place in a section is one of which most lies in it', () => {
    const scene = sceneWith(
      'function one() {',
      '  return first;',
      '}',
      '',
      'function two() {',
      '  return second;',
      '}',
    );
    const lines = ['', 'function two() {', '  return third;', '}'];
    const linesWithin = (start: number, end: number) =>
      find(scene, { lines, within: { start, end, name: '' } }).map(({ line }) => line);
    expect(linesWithin(4, 7)).toContain(4);
    expect(linesWithin(0, 4)).not.toContain(4);
  });

  test('where nothing is alike, nothing is told', () => {
    expect(find(sceneWith('one', 'two'), { lines: ['three'] })).toEqual([]);
    expect(find(sceneWith(), { lines: ['x'] })).toEqual([]);
    expect(find(sceneWith('a'), { lines: [] })).toEqual([]);
    expect(find(sceneWith('{', ';'), { lines: ['', '}'] })).toEqual([]);
  });

  test('long lines are cut, and equal lines far from what differs are counted only', () => {
    const [long] = find(sceneWith(`word ${'x'.repeat(5000)}`), { lines: [`word ${'y'.repeat(5000)}`] });
    expect(long?.diff.every((line) => line.length <= 202) ?? true).toBe(true);
    const lines = Array.from({ length: 30 }, (_, index) => `line number ${index}`);
    const [place] = find(sceneWith(...lines), { lines: lines.with(15, 'line numbr 15') });
    expect(place?.diff).toEqual([
      '@@ 12 equal lines @@',
      ...[12, 13, 14].map((index) => ` line number ${index}`),
      '-line numbr 15',
      '+line number 15',
      ...[16, 17, 18].map((index) => ` line number ${index}`),
      '@@ 11 equal lines @@',
    ]);
  });

  test('words beyond ASCII, lone surrogates and line separators do no harm', () => {
    const scene = sceneWith('größe = breite * höhe', '価格 = 数量 * 単価', '\ud800\u2028x');
    expect(find(scene, { lines: ['価格 = 数量 + 単価'] })).toMatchObject([{ line: 2 }]);
    expect(find(scene, { lines: ['größe = breite + höhe'] })).toMatchObject([{ line: 1 }]);
  });
});

describe('apply/diagnosis/likeness', () => {
  test.each([
    ['same', 'same', 1],
    ['  same   line', 'same line\t', 0.97],
    ['', '', 1],
    ['', 'x', 0],
    ['abcd', 'abxd', 1 / 3],
    ['aaaa', 'aa', 0.5],
    ['ab', 'ba', 0],
  ])('%j and %j are alike by %d', (left, right, expected) => {
    expect(likeness(profileOf(left), profileOf(right))).toBeCloseTo(expected);
    expect(likeness(profileOf(right), profileOf(left))).toBeCloseTo(expected);
  });

  test('lines that begin alike are not the same, however long they are', () => {
    const long = 'x'.repeat(400);
    expect(likeness(profileOf(`${long}1`), profileOf(`${long}2`))).toBeLessThan(1);
  });
});

function sceneWith(...lines: readonly string[]): Scene {
  const text = lines.map((line) => `${line}\n`).join('');
  return sceneOf({ path: 'a', lines: () => cutLines(text), effort: newEffort() });
}

/** Places as a refusal tells them. */
function find(scene: Scene, wanted: Wanted): { line: number; score: number; diff: readonly string[] }[] {
  const [places = []] = nearestPlaces(scene, [wanted]);
  return places.map((place) => {
    const { diff } = differenceAt(scene, wanted.lines, place);
    return { line: place.position + 1, score: place.score, diff };
  });
}
