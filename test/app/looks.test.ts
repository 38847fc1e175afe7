import { expect, test } from '@jest/globals';
import { createLooks } from '../../src/app/http/looks.ts';

let now = 0;
const looks = createLooks(() => now);

function takeAll(token: string): number {
  let count = 0;
  while (looks.take(token)) {
    count += 1;
  }
  return count;
}

test('a token has many looks at once, and one every two seconds after that, whatever others do', () => {
  expect(takeAll('one')).toBe(600);
  now += 1_999;
  expect(looks.take('one')).toBe(false);
  now += 1;
  expect([looks.take('one'), looks.take('one')]).toEqual([true, false]);
  expect(takeAll('other')).toBe(600);
  now += 3_600_000;
  expect([takeAll('one'), takeAll('third'), takeAll('other')]).toEqual([600, 600, 600]);
});
