import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AdoptedPatch } from '../../../src/stages/intake/board.ts';
import type { SeenRecord, Store } from '../../../src/stages/intake/store.ts';
import { NOW, newDelivery } from './store.conformance.ts';

/** What people who look at many patches rely on, whatever the store runs on. */
export function boardConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(`the board: ${name}`, () => {
    let world: Awaited<ReturnType<typeof setUp>>;
    let store: Store;

    beforeEach(async () => {
      world = await setUp();
      store = await world.open();
    });

    afterEach(async () => {
      await store.close();
      await world.tearDown();
    });

    test('shows each patch once, as its newest delivery, by where it stands', async () => {
      const first = await accept({ id: 'one' });
      await store.deliveries.accept(newDelivery({ id: 'one', digest: 'b'.repeat(64) }), first);
      const two = await accept({ id: 'two' });
      await accept({ id: 'three', repository: 'acme/other' });
      await store.deliveries.see(two, OPENED);
      const ids = async (query: object = {}) =>
        (await store.board.list({ repository: 'acme/shop', limit: 9, ...query })).map(
          ({ id, standing }) => `${id} ${standing}`,
        );
      expect(await ids()).toEqual(['two in_review', 'one under_way']);
      expect(await ids({ standing: 'in_review' })).toEqual(['two in_review']);
      expect(await ids({ before: two })).toEqual(['one under_way']);
      expect(await store.board.standings('acme/shop')).toMatchObject({ in_review: 1, under_way: 1 });
      expect((await store.board.busyRepositories()).has('acme/shop')).toBe(true);
    });

    test('a patch that was taken for failed stands where its record says, once there is one', async () => {
      const seq = await accept({ id: 'one' });
      const entry = await store.outbox.claim({ now: NOW, leaseSeconds: 30 });
      if (entry === null) {
        throw new Error('there is nothing in the outbox');
      }
      await store.outbox.fail(entry, { at: NOW, problem: 'suspended', unclear: true });
      expect(await store.board.standings('acme/shop')).toEqual({ failed: 1 });
      await store.deliveries.see(seq, { oid: 'c0', state: 'applied', at: AT });
      expect(await store.board.standings('acme/shop')).toEqual({ under_way: 1 });
      await store.deliveries.see(seq, OPENED);
      expect(await store.board.standings('acme/shop')).toEqual({ in_review: 1 });
      const [entryOfIt] = await store.board.list({
        repository: 'acme/shop',
        standing: 'in_review',
        limit: 9,
      });
      expect(entryOfIt).toMatchObject({ id: 'one', standing: 'in_review' });
    });

    test('names every repository of which there is a delivery or a token', async () => {
      await accept({ repository: 'acme/shop' });
      await accept({ repository: 'acme/other' });
      await store.tokens.add({
        id: 'tk-1',
        sender: 'gpt',
        hash: 'f'.repeat(64),
        repositories: ['acme/new', 'acme/shop'],
        perMinute: 1,
        perDay: 1,
        createdAt: NOW.toISOString(),
      });
      expect(await store.board.repositories()).toEqual(['acme/new', 'acme/other', 'acme/shop']);
      expect((await store.board.busyRepositories()).has('acme/new')).toBe(false);
    });

    test('counts what was taken, refused, opened and merged, and how long it took', async () => {
      for (const [id, record] of [
        ['one', OPENED],
        ['two', { ...OPENED, oid: 'c2', outcome: 'merged', secondsToPullRequest: 30.5 }],
        ['three', { oid: 'c3', state: 'done', outcome: 'refused', reason: 'not_found', at: AT }],
      ] as const) {
        await store.deliveries.see(await accept({ id }), record);
      }
      await store.board.countRefusal({ repository: 'acme/shop', reason: 'not_found', at: NOW });
      await store.board.countRefusal({ repository: 'acme/shop', reason: 'not_found', at: NOW });
      await store.board.countRefusal({ repository: 'acme/shop', reason: 'malformed', at: NOW });
      expect(await store.board.figures({ repositories: ['acme/shop'], since: NOW })).toEqual({
        accepted: 3,
        refused: { not_found: 3, malformed: 1 },
        opened: 2,
        merged: 1,
        reverted: 0,
        secondsToPullRequest: { p50: 12.25, p95: 30.5, of: 2 },
      });
    });

    test('takes in what it did not know, once, and tells of it', async () => {
      expect(await store.board.adopt(ADOPTED)).toBe(true);
      expect(await store.board.adopt(ADOPTED)).toBe(false);
      expect(await store.board.list({ repository: 'acme/shop', limit: 9 })).toMatchObject([
        { id: 'from-elsewhere', state: 'sent', standing: 'in_review', record: OPENED },
      ]);
      expect((await store.events.since(0, { limit: 9 })).map(({ kind }) => kind)).toEqual(['changed']);
      expect(await store.outbox.claim({ now: NOW, leaseSeconds: 30 })).toBeNull();
    });

    test('takes in nothing that was decided before somebody took in another one', async () => {
      expect(await store.board.adopt({ ...ADOPTED, after: 0 })).toBe(true);
      const late = { ...ADOPTED, digest: 'd'.repeat(64) };
      expect(await store.board.adopt({ ...late, after: 0 })).toBe(false);
      const newest = await store.deliveries.newest(ADOPTED);
      expect(newest).toMatchObject({ digest: ADOPTED.digest });
      expect(await store.board.adopt({ ...late, after: newest?.seq ?? 0 })).toBe(true);
    });

    test('takes in what no run has told of, and not under an id that it knows', async () => {
      const { record: _, ...untold } = { ...ADOPTED, id: 'untold' };
      expect(await store.board.adopt(untold)).toBe(true);
      expect(await store.board.adopt({ ...untold, digest: 'e'.repeat(64), sender: 'another' })).toBe(false);
      const newest = await store.deliveries.newest(untold);
      expect(newest).toMatchObject({ state: 'sent', sender: untold.sender });
      expect(newest).not.toHaveProperty('record');
      const { repository } = untold;
      expect(await store.deliveries.open({ repository, since: new Date(0), limit: 9 })).toHaveLength(1);
      expect((await store.events.since(0, { limit: 9 })).map(({ kind }) => kind)).toEqual(['sent']);
      expect(await store.outbox.claim({ now: NOW, leaseSeconds: 30 })).toBeNull();
    });

    async function accept(more: Parameters<typeof newDelivery>[0]): Promise<number> {
      const accepted = await store.deliveries.accept(newDelivery(more), null);
      if (accepted === null) {
        throw new Error('it was not accepted');
      }
      return accepted.seq;
    }
  });
}

const AT = NOW.toISOString();

const OPENED: SeenRecord = {
  oid: 'c1',
  state: 'done',
  outcome: 'opened',
  pullRequest: 7,
  secondsToPullRequest: 12.25,
  at: AT,
};

const ADOPTED: AdoptedPatch = {
  repository: 'acme/shop',
  id: 'from-elsewhere',
  digest: 'e'.repeat(64),
  title: 'From elsewhere',
  sender: 'ada',
  receivedAt: AT,
  record: OPENED,
};
