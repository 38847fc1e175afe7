import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/stages/intake/store.ts';
import { after, NOW } from './store.conformance.ts';

const DAY = 86_400;

/** What GitHub's webhooks are acknowledged by. `open` gives another handle on the same data. */
export function inboxConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(`${name}, for webhooks`, () => {
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

    function keep(by: Store, delivery: string, seconds = 0, repository = 'acme/shop') {
      return by.inbox.keep({ name: delivery, repository, at: after(seconds) });
    }

    test('of all that tell the same at once, to whatever process, one is new', async () => {
      const kept = await Promise.all([store, store, other, other, store].map((by) => keep(by, 'd-1')));
      expect(kept.filter(Boolean)).toEqual([true]);
      expect(await keep(other, 'd-1', 60)).toBe(false);
      expect(await keep(other, 'd-2', 60)).toBe(true);
    });

    test('each of many at once has its own answer', async () => {
      await keep(store, 'd-7');
      const kept = await Promise.all(Array.from({ length: 250 }, (_, index) => keep(store, `d-${index}`)));
      expect(kept.flatMap((isNew, index) => (isNew ? [] : [index]))).toEqual([7]);
    });

    test('one that came before is known for three days', async () => {
      await keep(store, 'd-1');
      expect(await keep(other, 'd-1', 3 * DAY - 1)).toBe(false);
      expect(await keep(other, 'd-1', 3 * DAY)).toBe(true);
    });

    test('where something happened waits until somebody has looked who began later', async () => {
      await keep(store, 'd-1', 10);
      await keep(store, 'd-2', 20, 'acme/other');
      expect(await other.inbox.waiting(after(9))).toEqual([]);
      expect(await other.inbox.waiting(after(20))).toEqual(['acme/shop', 'acme/other']);
      await other.inbox.looked('acme/shop', after(9));
      await other.inbox.looked('acme/other', after(20));
      expect(await store.inbox.waiting(after(60))).toEqual(['acme/shop']);
    });

    test('one that comes again tells nothing new', async () => {
      await keep(store, 'd-1');
      await store.inbox.looked('acme/shop', NOW);
      await keep(store, 'd-1', 30);
      expect(await store.inbox.waiting(after(60))).toEqual([]);
    });

    test('what Slack says has names of its own', async () => {
      await store.heard.first('d-1', { now: NOW, until: after(60) });
      expect(await keep(store, 'd-1')).toBe(true);
    });
  });
}
