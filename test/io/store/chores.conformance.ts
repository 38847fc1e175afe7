import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/stages/intake/store.ts';
import { after, NOW } from './store.conformance.ts';

/** What servers that share a store rely on for doing a chore once. `open` gives another handle on the same data. */
export function choresConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(`${name}, for what one process does for all`, () => {
    let world: Awaited<ReturnType<typeof setUp>>;
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      world = await setUp();
      store = await world.open();
      other = await world.open();
    });

    afterEach(async () => {
      await store.close();
      await other.close();
      await world.tearDown();
    });

    /** So many seconds from now, for ten seconds, unless it was done since then. */
    function begin(by: Store, seconds: number, unlessSince = 0) {
      const until = after(seconds + 10);
      return by.chores.begin({ name: 'sweep', now: after(seconds), until, unlessSince: after(unlessSince) });
    }

    test('of all who ask at once, one has it', async () => {
      const turns = await Promise.all([store, other, store, other].map((by) => begin(by, 0)));
      expect(turns.filter((turn) => turn !== null)).toEqual([{ name: 'sweep', fence: 1, doneSince: null }]);
      expect(await begin(other, 9)).toBeNull();
      const more = { name: 'index', now: NOW, until: after(10), unlessSince: NOW };
      expect(await other.chores.begin(more)).toEqual({ name: 'index', fence: 1, doneSince: null });
    });

    test('what was done is not done again before it is due, counted from its beginning', async () => {
      const turn = (await begin(store, 5)) ?? never();
      expect(await store.chores.end(turn)).toBe(true);
      expect(await begin(other, 100, 4)).toBeNull();
      const next = await begin(other, 100, 5);
      expect(next).toEqual({ name: 'sweep', fence: 2, doneSince: after(5) });
    });

    test('of one who died at it, another takes it over when the lease ends, and is not disturbed', async () => {
      const dead = (await begin(store, 0)) ?? never();
      expect(await store.chores.renew(dead, after(20))).toBe(true);
      expect(await begin(other, 19)).toBeNull();
      const turn = await begin(other, 20);
      expect(turn).toEqual({ name: 'sweep', fence: 2, doneSince: null });
      expect(await store.chores.renew(dead, after(99))).toBe(false);
      expect(await store.chores.end(dead)).toBe(false);
      expect(await begin(store, 29)).toBeNull();
    });
  });
}

function never(): never {
  throw new Error('nobody has the chore, and it was not to be had');
}
