import { describe, expect, test } from '@jest/globals';
import { createRation } from '../../src/app/dashboard/ration.ts';

describe('app/dashboard/ration', () => {
  test('who looks a hundred times at what takes seconds has it made once or twice', async () => {
    const clock = { milliseconds: 0 };
    const ration = createRation(() => clock.milliseconds);
    const look = async (owner: string) =>
      ration.give(owner, async () => {
        clock.milliseconds += 8000;
        return 'made';
      });
    const looks = await Promise.all(Array.from({ length: 100 }, async () => look('acme/shop')));
    expect(looks.filter((made) => made !== null)).toHaveLength(1);
    expect(await look('acme/other')).toBe('made');
    clock.milliseconds += 60_000;
    expect(await look('acme/shop')).toBe('made');
    expect(await look('acme/shop')).toBeNull();
  });

  test('what is made fast is made for everybody, also after something that failed', async () => {
    const ration = createRation(() => 0);
    const failing = ration.give('acme/shop', async () => {
      throw new Error('GitHub is away');
    });
    await expect(failing).rejects.toThrow('GitHub is away');
    const looks = Array.from({ length: 100 }, async () => ration.give('acme/shop', async () => 'made'));
    expect(new Set(await Promise.all(looks))).toEqual(new Set(['made']));
  });
});
