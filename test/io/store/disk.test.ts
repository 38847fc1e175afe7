import { describe, expect, test } from '@jest/globals';
import { createDisk } from '../../../src/io/store/disk.ts';

/** A disk whose flushes end when they are told to. */
function slowDisk() {
  const said: string[] = [];
  const flushes: PromiseWithResolvers<void>[] = [];
  const disk = createDisk(
    () => {
      said.push('flush');
      const flush = Promise.withResolvers<void>();
      flushes.push(flush);
      return flush.promise;
    },
    async () => void said.push('rewrite'),
  );
  const turn = async (index: number) => {
    while (flushes[index] === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return flushes[index];
  };
  return { disk, said, turn };
}

describe('the disk', () => {
  test('is not asked for what was written by nobody, or is there already', async () => {
    const { disk, said, turn } = slowDisk();
    await disk.reached();
    disk.wrote();
    const reached = disk.reached();
    (await turn(0)).resolve();
    await reached;
    await disk.reached();
    expect(said).toEqual(['flush']);
  });

  test('is asked once for all who wait, and again for what was written while it was busy', async () => {
    const { disk, said, turn } = slowDisk();
    const order: string[] = [];
    const write = (name: string) => {
      disk.wrote();
      return disk.reached().then(() => order.push(name));
    };
    const first = [write('one'), write('two')];
    const busy = await turn(0);
    const late = write('three');
    busy.resolve();
    await Promise.all(first);
    expect(order).toEqual(['one', 'two']);
    (await turn(1)).resolve();
    await late;
    expect(said).toEqual(['flush', 'flush']);
  });

  test('that failed is written anew before anything counts', async () => {
    const { disk, said, turn } = slowDisk();
    disk.wrote();
    const reached = disk.reached();
    (await turn(0)).reject(new Error('EIO'));
    await expect(reached).rejects.toThrow('EIO');
    const again = disk.reached();
    (await turn(1)).resolve();
    await again;
    expect(said).toEqual(['flush', 'rewrite', 'flush']);
  });
});
