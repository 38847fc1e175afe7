import { describe, expect, test } from '@jest/globals';
import { together } from '../../../src/io/store/together.ts';

describe('work that is done together', () => {
  test('begins with what was asked for at once, then takes what came meanwhile, in order', async () => {
    const batches: (readonly number[])[] = [];
    const double = together(async (numbers: readonly number[]) => {
      batches.push(numbers);
      await new Promise((resolve) => setImmediate(resolve));
      return numbers.map((number) => number * 2);
    }, 3);
    const [early] = await Promise.all([double(1), double(2), double(3), double(4), double(5)]);
    expect(early).toBe(2);
    expect(await double(6)).toBe(12);
    expect(batches).toEqual([[1, 2, 3], [4, 5], [6]]);
  });

  test('fails for those of one batch, and goes on with the next', async () => {
    const check = together(async (numbers: readonly number[]) => {
      if (numbers.includes(1)) {
        throw new Error('one is not taken');
      }
      return numbers;
    }, 2);
    const answers = await Promise.allSettled([check(1), check(2), check(3)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  test('that forgets an answer fails where it is missing', async () => {
    const lose = together(async (numbers: readonly number[]) => numbers.slice(1), 2);
    await expect(Promise.all([lose(1), lose(2)])).rejects.toThrow('a batch was answered in part');
  });
});
