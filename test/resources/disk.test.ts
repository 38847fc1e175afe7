import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { StoreError } from '../../src/io/store/store-error.ts';
import type { NewDelivery, Store } from '../../src/stages/intake/store.ts';
import { createTightDisk } from './tight-disk.ts';

/** Only the system's administrator may mount a disk; elsewhere these are skipped, and say so. */
const disk = createTightDisk();
const onDisk = disk === null ? test.skip : test;
afterAll(() => disk?.remove());

function delivery(index: number): NewDelivery {
  return {
    repository: 'acme/shop',
    id: `patch-${index}`,
    name: `patch-${index}`,
    digest: String(index),
    title: 'A patch',
    sender: 'gpt',
    receivedAt: '2026-01-01T12:00:00.000Z',
    text: 'x'.repeat(10_000),
  };
}

async function idsIn(store: Store): Promise<ReadonlySet<string>> {
  const listed = await store.deliveries.list({ repositories: ['acme/shop'], limit: 10_000 });
  return new Set(listed.map(({ id }) => id));
}

describe('the store', () => {
  onDisk(
    'on a full disk takes nothing more, says so, and goes on when there is room, with all that it took',
    async () => {
      const path = join(disk?.directory ?? '', 'full.sqlite');
      const store = await openSqliteStore(path);
      const acknowledged: string[] = [];
      const acceptAll = async (from: number, to: number) => {
        for (let index = from; index < to; index += 1) {
          await store.deliveries.accept(delivery(index), null);
          acknowledged.push(`patch-${index}`);
        }
      };
      await acceptAll(0, 5);
      disk?.fill();
      const refused = acceptAll(5, 500);
      await expect(refused).rejects.toThrow(StoreError);
      await expect(refused).rejects.toThrow(
        /^the store can't be used: .*full; make room on its disk, and it goes on by itself$/,
      );
      const kept = await idsIn(store);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      disk?.empty();
      await store.check();
      await acceptAll(600, 605);
      await store.close();
      const again = await openSqliteStore(path);
      const there = await idsIn(again);
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
      await again.close();
    },
  );

  onDisk('that is read-only is named with what to do, and has all that it took when it is not', async () => {
    const path = join(disk?.directory ?? '', 'read-only.sqlite');
    const store = await openSqliteStore(path);
    await store.deliveries.accept(delivery(1), null);
    await store.close();
    disk?.setReadOnly(true);
    await expect(openSqliteStore(path)).rejects.toThrow(
      /^the store at .*read-only\.sqlite can't be used: .*; see that its folder is there, and that the user of the server may write to both$/,
    );
    disk?.setReadOnly(false);
    const again = await openSqliteStore(path);
    expect(await idsIn(again)).toEqual(new Set(['patch-1']));
    await again.close();
  });
});
