import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Delivery, NewDelivery, Store, Token } from '../../../src/stages/intake/store.ts';

/** What the intake relies on, whatever the store runs on. `open` gives another handle on the same data. */
export function storeConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(name, () => {
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

    describe('tokens', () => {
      test('a token is found by its hash, by any process, until nobody knows it', async () => {
        await store.tokens.add(TOKEN);
        expect(await other.tokens.find(TOKEN.hash)).toEqual(TOKEN);
        expect(await other.tokens.find('0'.repeat(64))).toBeNull();
      });

      test('a token is revoked once, and says since when', async () => {
        await store.tokens.add(TOKEN);
        expect(await store.tokens.revoke(TOKEN.id, NOW)).toBe(true);
        expect(await store.tokens.revoke(TOKEN.id, NOW)).toBe(false);
        expect(await store.tokens.revoke('nobody', NOW)).toBe(false);
        expect(await other.tokens.list()).toEqual([{ ...TOKEN, revokedAt: NOW.toISOString() }]);
      });

      test('what is beyond a minute is refused until the next one begins, and not counted', async () => {
        const token = { ...TOKEN, perMinute: 2, perDay: 3 };
        await store.tokens.add(token);
        expect(await store.tokens.spend(token, NOW)).toEqual({ ok: true });
        expect(await other.tokens.spend(token, after(59))).toEqual({ ok: true });
        expect(await store.tokens.spend(token, after(59))).toEqual({
          ok: false,
          window: 'minute',
          retryAfterSeconds: 1,
        });
        expect(await store.tokens.spend(token, after(60))).toEqual({ ok: true });
      });

      test('what is beyond a day is refused until the next one begins', async () => {
        const token = { ...TOKEN, perMinute: 2, perDay: 3 };
        await store.tokens.add(token);
        for (const seconds of [0, 60, 120]) {
          expect(await store.tokens.spend(token, after(seconds))).toEqual({ ok: true });
        }
        expect(await store.tokens.spend(token, after(180))).toEqual({
          ok: false,
          window: 'day',
          retryAfterSeconds: 43_020,
        });
        expect(await store.tokens.spend(token, after(43_200))).toEqual({ ok: true });
      });

      test.each([
        ['a minute', after(60), { perMinute: 4, perDay: 1000 }, 60],
        ['a day', after(43_200), { perMinute: 1000, perDay: 4 }, 86_400],
      ])(
        'at the border of %s two processes whose clocks differ spend no more than the old and the new one have',
        async (_, border, limits, wait) => {
          const token = { ...TOKEN, ...limits };
          await store.tokens.add(token);
          const ahead = new Date(border.getTime() + 100);
          const behind = new Date(border.getTime() - 200);
          const spent = [await other.tokens.spend(token, behind)];
          for (let turn = 0; turn < 10; turn++) {
            spent.push(await store.tokens.spend(token, ahead), await other.tokens.spend(token, behind));
          }
          expect(spent.filter(({ ok }) => ok)).toHaveLength(5);
          // Told by both until when the new one lasts.
          expect(spent.slice(-2)).toMatchObject([
            { retryAfterSeconds: wait },
            { retryAfterSeconds: wait + 1 },
          ]);
          expect(await other.tokens.spend(token, new Date(border.getTime() + wait * 1000))).toEqual({
            ok: true,
          });
        },
      );

      test('a clock that was put back by hours costs nobody their requests until then', async () => {
        const token = { ...TOKEN, perMinute: 1, perDay: 2 };
        await store.tokens.add(token);
        expect(await store.tokens.spend(token, after(5 * 86_400))).toEqual({ ok: true });
        expect(await store.tokens.spend(token, NOW)).toEqual({ ok: true });
        expect(await store.tokens.spend(token, NOW)).toMatchObject({ ok: false, window: 'minute' });
      });

      test('two processes never spend more than there is', async () => {
        const token = { ...TOKEN, perMinute: 5 };
        await store.tokens.add(token);
        const spent = await Promise.all(
          Array.from({ length: 12 }, (_, index) => (index % 2 ? store : other).tokens.spend(token, NOW)),
        );
        expect(spent.filter(({ ok }) => ok)).toHaveLength(5);
      });
    });

    describe('deliveries', () => {
      test('an accepted delivery is the newest of its patch, in any process', async () => {
        const accepted = await accept(store, newDelivery());
        expect(accepted).toMatchObject({ id: 'fix', digest: DIGEST, state: 'queued', sender: 'shop-gpt' });
        expect(await other.deliveries.newest(accepted)).toEqual(accepted);
        expect(await other.deliveries.newest({ repository: 'acme/other', id: 'fix' })).toBeNull();
      });

      test('the newest one names the person for whom the token speaks that it came through', async () => {
        await store.tokens.add(TOKEN);
        const sent = await accept(store, newDelivery({ token: TOKEN.id }));
        expect(await other.deliveries.newest(sent)).toEqual({ ...sent, login: 'ada' });
        const nobodys = await accept(store, newDelivery({ id: 'other', token: 'tk-gone' }));
        expect(await other.deliveries.newest(nobodys)).toEqual(nobodys);
      });

      test('the first one of a patch stays the first, whatever comes under its id since then', async () => {
        const first = await accept(store, newDelivery());
        const { repository, id } = first;
        expect(await other.deliveries.first(first)).toEqual(first);
        const record = { oid: 'c1', state: 'done', outcome: 'refused', at: NOW.toISOString() } as const;
        const foreign = { repository, id, title: 'Theirs', sender: 'mallory', receivedAt: NOW.toISOString() };
        expect(await store.board.adopt({ ...foreign, digest: 'f'.repeat(64), record })).toBe(true);
        expect(await other.deliveries.newest(first)).toMatchObject({ sender: 'mallory' });
        expect(await other.deliveries.first(first)).toMatchObject({ seq: first.seq, sender: 'shop-gpt' });
        expect(await other.deliveries.first({ repository: 'acme/other', id })).toBeNull();
        expect(await other.deliveries.first(first, { but: 'shop-gpt' })).toMatchObject({ sender: 'mallory' });
        const nameless = { ...foreign, id: 'nameless', sender: '', digest: 'f'.repeat(64), record };
        expect(await store.board.adopt(nameless)).toBe(true);
        expect(await other.deliveries.newest(nameless)).toMatchObject({ sender: '' });
      });

      test('of one patch are told apart by their bytes', async () => {
        const one = await accept(store, newDelivery());
        const revision = newDelivery({ digest: 'e'.repeat(64) });
        const other = await store.deliveries.accept(revision, one.seq);
        expect(await store.deliveries.newest(one)).toMatchObject({ seq: other?.seq });
        expect(await store.deliveries.newest(one, one.digest)).toMatchObject({ seq: one.seq });
        expect(await store.deliveries.newest(one, 'f'.repeat(64))).toBeNull();
      });

      test('are kept to the character, whatever is in their texts', async () => {
        const hostile = [
          'a\u00000\u00001',
          '\uE0000\uE0001\uE000\u0000',
          '\u001B[0m',
          "'); DROP TABLE tokens; --",
          '\uFFFD😀',
        ];
        for (const [index, text] of hostile.entries()) {
          const accepted = await accept(
            store,
            newDelivery({ id: `fix-${index}`, title: text, text, name: text }),
          );
          expect(accepted.title).toBe(text);
          expect(await other.deliveries.newest(accepted)).toEqual(accepted);
          expect(await claim(other)).toMatchObject({ text, name: text, delivery: { title: text } });
        }
      });

      test('of deliveries that follow the same one, exactly one is kept', async () => {
        const first = await accept(store, newDelivery());
        const raced = await Promise.all(
          [store, other, store, other].map((one) => one.deliveries.accept(newDelivery(), first.seq)),
        );
        expect(raced.filter((one) => one !== null)).toHaveLength(1);
        expect(await store.deliveries.accept(newDelivery(), null)).toBeNull();
        expect(await store.deliveries.list({ repositories: ['acme/shop'], limit: 9 })).toHaveLength(2);
        expect(
          (await store.events.since(0, { limit: 9 })).filter(({ kind }) => kind === 'queued'),
        ).toHaveLength(2);
      });

      test('a revision takes the place of one that still waits, so that it is not overtaken', async () => {
        const first = await accept(store, newDelivery());
        const second = await accept(store, newDelivery({ digest: 'b'.repeat(64), text: 'newer' }), first);
        expect(await claim(store)).toMatchObject({ text: 'newer', delivery: { seq: second.seq } });
        expect(await claim(store)).toBeNull();
        const [, older] = await store.deliveries.list({ repositories: ['acme/shop'], limit: 9 });
        expect(older).toMatchObject({ seq: first.seq, state: 'failed', withdrawn: 'revised' });
      });

      test('a revision waits while an older one is being handed on, by whatever process, and says so', async () => {
        const first = await accept(store, newDelivery());
        const handing = await need(claim(store));
        const second = await accept(other, newDelivery({ digest: 'b'.repeat(64) }), first);
        expect(second.problem).toContain('follows when that has ended');
        expect(await claim(other)).toBeNull();
        expect(await other.outbox.claim({ now: NOW, leaseSeconds: 30, delivery: second.seq })).toBeNull();
        expect(await store.outbox.done(handing, NOW)).toBe(true);
        expect(await claim(other)).toMatchObject({ delivery: { seq: second.seq } });
        const [, older] = await store.deliveries.list({ repositories: ['acme/shop'], limit: 9 });
        expect(older).toMatchObject({ seq: first.seq, state: 'sent' });
        expect((await store.events.since(0, { limit: 9 })).map(({ kind }) => kind)).toEqual([
          'queued',
          'queued',
          'sent',
        ]);
      });

      test('a revision takes the place of an older one that GitHub did not take, which is not tried again', async () => {
        const first = await accept(store, newDelivery());
        const handing = await need(claim(store));
        const second = await accept(store, newDelivery({ digest: 'b'.repeat(64) }), first);
        await store.outbox.later(handing, { notBefore: after(2), problem: 'GitHub is out' });
        expect(await other.outbox.claim({ now: after(2), leaseSeconds: 30, delivery: first.seq })).toBeNull();
        expect(await claim(other, 2)).toMatchObject({ delivery: { seq: second.seq } });
        expect(await claim(other, 40)).toMatchObject({ delivery: { seq: second.seq } });
        const [, older] = await store.deliveries.list({ repositories: ['acme/shop'], limit: 9 });
        expect(older).toMatchObject({ state: 'failed', withdrawn: 'revised' });
        expect(older?.problem).toContain('before GitHub confirmed');
        expect(await store.outbox.waiting()).toMatchObject({ entries: 1 });
      });

      test('a revision waits no longer than the lease of who died while handing on an older one', async () => {
        const first = await accept(store, newDelivery());
        const died = await need(claim(store));
        const second = await accept(other, newDelivery({ digest: 'b'.repeat(64) }), first);
        expect(await claim(other, 29)).toBeNull();
        expect(await claim(other, 30)).toMatchObject({ delivery: { seq: second.seq } });
        expect(await store.outbox.done(died, after(31))).toBe(false);
        expect(await store.outbox.later(died, { notBefore: after(31), problem: 'late' })).toBe(false);
        expect(await claim(store, 59)).toBeNull();
      });

      test('other patches do not wait for one that is being handed on', async () => {
        await accept(store, newDelivery({ id: 'one' }));
        await need(claim(store));
        await accept(store, newDelivery({ id: 'two' }));
        await accept(store, newDelivery({ id: 'one', repository: 'acme/other' }));
        expect((await claim(store))?.delivery.id).toBe('two');
        expect((await claim(store))?.delivery.repository).toBe('acme/other');
      });

      test('are listed newest first, by repository, state and page', async () => {
        const one = await accept(store, newDelivery({ id: 'one' }));
        const two = await accept(store, newDelivery({ id: 'two' }));
        await accept(store, newDelivery({ id: 'three', repository: 'acme/other' }));
        await store.deliveries.see(one.seq, { oid: 'c0', state: 'done', outcome: 'opened', at: LATER });
        const list = async (query: object) =>
          (await other.deliveries.list({ repositories: ['acme/shop'], limit: 9, ...query })).map(
            ({ id }) => id,
          );
        expect(await list({})).toEqual(['two', 'one']);
        expect(await list({ repositories: ['acme/shop', 'acme/other'], limit: 2 })).toEqual(['three', 'two']);
        expect(await list({ before: two.seq })).toEqual(['one']);
        expect(await list({ state: 'done' })).toEqual(['one']);
        expect(await list({ state: 'open' })).toEqual(['two']);
        expect(await list({ state: 'failed' })).toEqual([]);
      });

      test('those whose end is not known are open, as long as they are not too old', async () => {
        const one = await accept(store, newDelivery({ id: 'one' }));
        await accept(store, newDelivery({ id: 'two' }));
        const open = async (query: object = {}) =>
          (await store.deliveries.open({ since: new Date(0), limit: 9, ...query })).map(({ id }) => id);
        expect(await open()).toEqual(['two', 'one']);
        await store.deliveries.see(one.seq, { oid: 'c0', state: 'applied', at: LATER });
        expect(await open()).toEqual(['two', 'one']);
        await store.deliveries.see(one.seq, { oid: 'c1', state: 'done', outcome: 'opened', at: LATER });
        expect(await open()).toEqual(['two']);
        expect(await open({ repository: 'acme/other' })).toEqual([]);
        expect(await open({ since: after(1) })).toEqual([]);
      });

      test('what a later one has taken the place of on record is not open, and what is worked on beside it is', async () => {
        const first = await accept(store, newDelivery({ id: 'one' }));
        await store.outbox.done(await need(claim(store)), NOW);
        const second = await accept(store, newDelivery({ id: 'one', digest: 'b'.repeat(64) }), first);
        const list = async (query: object = {}) =>
          (await store.deliveries.list({ repositories: ['acme/shop'], limit: 9, ...query })).map(
            ({ seq, overtaken = false }) => [seq, overtaken],
          );
        expect(await list({ state: 'open' })).toEqual([
          [second.seq, false],
          [first.seq, false],
        ]);
        await store.deliveries.see(second.seq, { oid: 'c1', state: 'applied', at: LATER });
        expect(await list({ state: 'open' })).toEqual([[second.seq, false]]);
        expect(await list()).toEqual([
          [second.seq, false],
          [first.seq, true],
        ]);
        await store.deliveries.see(first.seq, { oid: 'c1', state: 'applied', at: LATER });
        expect(await list({ state: 'open' })).toHaveLength(2);
        await store.deliveries.see(first.seq, { oid: 'c2', state: 'done', outcome: 'opened', at: LATER });
        await store.deliveries.see(second.seq, { oid: 'c3', state: 'done', outcome: 'refused', at: LATER });
        expect(await list({ state: 'done' })).toEqual([
          [second.seq, false],
          [first.seq, false],
        ]);
      });

      test('those of one repository hide none of another, and what a pause holds comes last', async () => {
        for (const id of ['one', 'two', 'three']) {
          const { seq } = await accept(store, newDelivery({ id, repository: 'acme/paused' }));
          await store.deliveries.see(seq, { oid: `c-${id}`, state: 'held', at: LATER });
        }
        await accept(store, newDelivery({ id: 'four', repository: 'acme/paused' }));
        await accept(store, newDelivery({ id: 'five', repository: 'acme/shop' }));
        const open = async (query: object) =>
          (await store.deliveries.open({ since: new Date(0), limit: 9, ...query })).map(({ id }) => id);
        expect((await open({ limit: 2 })).toSorted()).toEqual(['five', 'four']);
        expect(await open({ repository: 'acme/paused' })).toEqual(['four', 'three', 'two', 'one']);
        expect(await open({})).toHaveLength(5);
      });

      test('what the record says makes one event, however often it is seen', async () => {
        const { seq } = await accept(store, newDelivery());
        const seen = { oid: 'c0', state: 'done', outcome: 'opened', at: LATER } as const;
        expect(await store.deliveries.see(seq, seen)).toBe(true);
        expect(await other.deliveries.see(seq, seen)).toBe(false);
        expect(
          (await store.events.since(1, { limit: 9 })).map(({ kind, outcome }) => [kind, outcome]),
        ).toEqual([['changed', 'opened']]);
        expect((await store.deliveries.newest(newDelivery()))?.record).toEqual(seen);
      });

      test('what the record says is noted only after the step that it is said to follow', async () => {
        const { seq } = await accept(store, newDelivery());
        const step = (oid: string) => ({ oid, state: 'done', outcome: 'opened', at: LATER }) as const;
        expect(await store.deliveries.see(seq, step('c0'), { after: 'c9' })).toBe(false);
        expect(await store.deliveries.see(seq, step('c1'), { after: null })).toBe(true);
        for (const after of [null, 'c0']) {
          expect(await other.deliveries.see(seq, step('c0'), { after })).toBe(false);
        }
        const both = await Promise.all(
          [store, other].map((one, index) => one.deliveries.see(seq, step(`d${index}`), { after: 'c1' })),
        );
        expect(both.filter(Boolean)).toHaveLength(1);
        const { oid } = (await store.deliveries.newest(newDelivery()))?.record ?? {};
        expect(oid).toBe(`d${both.indexOf(true)}`);
      });
    });

    describe('the outbox', () => {
      test('an entry is claimed by one process only, while its lease lasts', async () => {
        const { seq } = await accept(store, newDelivery());
        const claims = await Promise.all([store, other, store].map((one) => claim(one)));
        expect(claims.filter((one) => one !== null)).toEqual([
          expect.objectContaining({ entry: seq, attempts: 1, text: '{"title":"Fix"}', name: 'Fix' }),
        ]);
        expect(await claim(store, 29)).toBeNull();
        expect(await claim(other, 30)).toMatchObject({ entry: seq, attempts: 2 });
      });

      test('the late word of an older claim does not count', async () => {
        await accept(store, newDelivery());
        const older = await need(claim(store));
        const newer = await need(claim(other, 30));
        expect(await store.outbox.done(older, NOW)).toBe(false);
        expect(await store.outbox.fail(older, { at: NOW, problem: 'late' })).toBe(false);
        expect(await store.outbox.later(older, { notBefore: NOW, problem: 'late' })).toBe(false);
        expect((await store.deliveries.newest(newDelivery()))?.state).toBe('queued');
        expect(await other.outbox.done(newer, NOW)).toBe(true);
        expect(await other.deliveries.newest(newDelivery())).toMatchObject({
          state: 'sent',
          sentAt: NOW.toISOString(),
        });
        expect(await claim(store, 99)).toBeNull();
      });

      test('what could not be handed on is due again later, and says why', async () => {
        await accept(store, newDelivery());
        const first = await need(claim(store));
        expect(await store.outbox.later(first, { notBefore: after(5), problem: 'GitHub is out' })).toBe(true);
        expect(await store.deliveries.newest(newDelivery())).toMatchObject({
          state: 'queued',
          problem: 'GitHub is out',
        });
        expect(await claim(store, 4)).toBeNull();
        expect(await claim(store, 5)).toMatchObject({ attempts: 2 });
      });

      test('what will never be taken ends as failed, with an event', async () => {
        await accept(store, newDelivery());
        const first = await need(claim(store));
        expect(await store.outbox.fail(first, { at: NOW, problem: 'no right' })).toBe(true);
        expect(await store.deliveries.newest(newDelivery())).toMatchObject({
          state: 'failed',
          problem: 'no right',
        });
        expect((await store.events.since(0, { limit: 9 })).map(({ kind }) => kind)).toEqual([
          'queued',
          'failed',
        ]);
      });

      test.each([
        ['not where it was refused each time', [], false, false],
        ['where its last attempt had no clear end', [], true, true],
        ['where one before the last had none', [true], false, true],
        ['where its server died over one', [null], false, true],
      ])('what failed may have arrived %s', async (_, before, unclear, arrived) => {
        const { seq } = await accept(store, newDelivery());
        for (const one of before) {
          const claimed = await need(claim(store));
          if (one !== null) {
            await store.outbox.later(claimed, { notBefore: NOW, problem: 'GitHub is out', unclear: one });
          }
        }
        const last = await need(claim(store, 60));
        expect(await store.outbox.fail(last, { at: NOW, problem: 'suspended', unclear })).toBe(true);
        const { mayHaveArrived = false } = await need(other.deliveries.newest(newDelivery()));
        expect(mayHaveArrived).toBe(arrived);
        const list = async (state: 'open' | 'done' | 'failed') =>
          (await other.deliveries.list({ repositories: ['acme/shop'], state, limit: 9 })).length;
        expect([await list('failed'), await list('open')]).toEqual([1, 0]);
        // It is looked for, because nobody may ask.
        for (const query of [{}, { repository: 'acme/shop' }]) {
          const followed = await other.deliveries.open({ ...query, since: new Date(0), limit: 9 });
          expect(followed).toHaveLength(arrived ? 1 : 0);
        }
        await store.deliveries.see(seq, { oid: 'c0', state: 'applied', at: LATER });
        expect([await list('failed'), await list('open'), await list('done')]).toEqual([0, 1, 0]);
        await store.deliveries.see(seq, { oid: 'c1', state: 'done', outcome: 'opened', at: LATER });
        expect([await list('failed'), await list('open'), await list('done')]).toEqual([0, 0, 1]);
      });

      test('what may have arrived is not looked for once a newer one of its patch is there', async () => {
        const first = await accept(store, newDelivery());
        await store.outbox.fail(await need(claim(store)), { at: NOW, problem: 'suspended', unclear: true });
        const second = await accept(store, newDelivery({ digest: 'b'.repeat(64) }), first);
        const followed = await store.deliveries.open({ since: new Date(0), limit: 9 });
        expect(followed.map(({ seq }) => seq)).toEqual([second.seq]);
      });

      test('tells how many wait, and since when, whoever has claimed them', async () => {
        expect(await store.outbox.waiting()).toEqual({ entries: 0, oldest: null });
        await accept(store, newDelivery({ id: 'newer', receivedAt: after(9).toISOString() }));
        await accept(store, newDelivery({ id: 'older', receivedAt: after(2).toISOString() }));
        const claimed = await need(claim(store, 9));
        expect(await other.outbox.waiting()).toEqual({ entries: 2, oldest: after(2).toISOString() });
        await store.outbox.done(claimed, after(10));
        expect(await other.outbox.waiting()).toMatchObject({ entries: 1 });
      });

      test('what waits is canceled by whom it says, by its name, its digest or all of a repository', async () => {
        const one = await accept(store, newDelivery({ id: 'one' }));
        await accept(store, newDelivery({ id: 'two' }));
        await accept(store, newDelivery({ id: 'three' }));
        await accept(store, newDelivery({ repository: 'acme/other' }));
        const cancel = async (which: object) => {
          const { canceled } = await other.outbox.cancel({
            repository: 'acme/shop',
            by: 'ada',
            at: NOW,
            ...which,
          });
          return canceled.map(({ id }) => id);
        };
        expect(await cancel({ id: 'one', digest: 'b'.repeat(64) })).toEqual([]);
        expect(await cancel({ id: 'one', digest: one.digest })).toEqual(['one']);
        expect(await cancel({ id: 'one' })).toEqual([]);
        expect((await cancel({})).toSorted()).toEqual(['three', 'two']);
        expect(await store.deliveries.newest(one)).toMatchObject({
          state: 'failed',
          withdrawn: 'canceled',
          problem: 'ada canceled it before it was handed to GitHub.',
        });
        expect((await claim(store))?.delivery.repository).toBe('acme/other');
        expect(await claim(store)).toBeNull();
        const events = await store.events.since(0, { limit: 9 });
        expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(3);
      });

      test('what is being handed on is not canceled, as long as its lease lasts', async () => {
        const { seq } = await accept(store, newDelivery());
        const handing = await need(claim(store));
        const cancel = (seconds: number) =>
          other.outbox.cancel({ repository: 'acme/shop', by: 'ada', at: after(seconds) });
        const stays = { canceled: [], mayHaveArrived: [], handing: [{ repository: 'acme/shop', id: 'fix' }] };
        expect(await cancel(29)).toEqual(stays);
        await store.outbox.later(handing, { notBefore: after(31), problem: 'GitHub is out' });
        expect(await cancel(30)).toMatchObject({
          canceled: [{ seq, problem: 'ada canceled it before GitHub confirmed that it took this one.' }],
          handing: [],
        });
      });

      test.each([
        ['not where nobody has tried it', [], []],
        ['not where it was refused', [false], []],
        ['where an attempt had no clear end', [true], ['fix']],
        ['where one before the last had none', [true, false], ['fix']],
        ['where its server died over it', [false, null], ['fix']],
        ['where the server before the last died over it', [null, false], ['fix']],
      ])('what is canceled may have arrived %s', async (_, unclear, arrived) => {
        await accept(store, newDelivery());
        for (const [index, one] of unclear.entries()) {
          const claimed = await need(claim(store, index * 60));
          if (one !== null) {
            const notBefore = after(index * 60 + 2);
            await store.outbox.later(claimed, { notBefore, problem: 'GitHub is out', unclear: one });
          }
        }
        const { canceled, mayHaveArrived } = await other.outbox.cancel({
          repository: 'acme/shop',
          by: 'ada',
          at: after(600),
        });
        expect(canceled.map(({ id }) => id)).toEqual(['fix']);
        expect(mayHaveArrived.map(({ id }) => id)).toEqual(arrived);
      });

      test('the entry of one delivery can be asked for', async () => {
        await accept(store, newDelivery({ id: 'one' }));
        const two = await accept(store, newDelivery({ id: 'two' }));
        const claimed = await store.outbox.claim({ now: NOW, leaseSeconds: 30, delivery: two.seq });
        expect(claimed?.delivery.id).toBe('two');
        expect((await claim(store))?.delivery.id).toBe('one');
      });
    });

    describe('events', () => {
      test('are read on from any point, by repository, in order', async () => {
        await accept(store, newDelivery({ id: 'one' }));
        await accept(store, newDelivery({ id: 'two', repository: 'acme/other' }));
        await accept(store, newDelivery({ id: 'three' }));
        const ids = async (seq: number, query: object = {}) =>
          (await other.events.since(seq, { limit: 9, ...query })).map(({ id }) => id);
        expect(await ids(0)).toEqual(['one', 'two', 'three']);
        expect(await ids(1)).toEqual(['two', 'three']);
        expect(await ids(0, { repositories: ['acme/shop'] })).toEqual(['one', 'three']);
        expect(await ids(0, { limit: 1 })).toEqual(['one']);
        expect(await other.events.newest()).toBe(3);
      });
    });

    test('what is told twice is heard once, by whatever process, until it is forgotten', async () => {
      const times = { now: NOW, until: after(60) };
      const answers = await Promise.all([
        store.heard.first('a', times),
        other.heard.first('a', times),
        other.heard.first('b', times),
      ]);
      expect(answers.filter(Boolean)).toHaveLength(2);
      expect(answers[2]).toBe(true);
      expect(await other.heard.first('a', { now: after(59), until: after(120) })).toBe(false);
      expect(await other.heard.first('a', { now: after(60), until: after(120) })).toBe(true);
      expect(await store.heard.first('a', { now: after(60), until: after(120) })).toBe(false);
      await store.heard.keep('a', after(180));
      expect(await other.heard.first('a', { now: after(179), until: after(240) })).toBe(false);
      await store.heard.keep('a', after(170));
      expect(await other.heard.first('a', { now: after(179), until: after(240) })).toBe(true);
    });

    test('what was accepted is there after everything was closed and opened again', async () => {
      await accept(store, newDelivery());
      await store.close();
      store = await world.open();
      expect(await claim(store)).toMatchObject({ delivery: { id: 'fix' } });
    });
  });
}

export const NOW = new Date('2026-01-01T12:00:00.000Z');
const LATER = '2026-01-01T12:05:00.000Z';
const DIGEST = 'a'.repeat(64);

const TOKEN: Token = {
  id: 'tk-1',
  sender: 'shop-gpt',
  login: 'ada',
  hash: 'f'.repeat(64),
  repositories: ['acme/shop'],
  perMinute: 30,
  perDay: 500,
  createdAt: NOW.toISOString(),
};

export function newDelivery(more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    repository: 'acme/shop',
    id: 'fix',
    name: 'Fix',
    digest: DIGEST,
    title: 'Fix',
    sender: 'shop-gpt',
    receivedAt: NOW.toISOString(),
    text: '{"title":"Fix"}',
    ...more,
  };
}

export function after(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

function accept(store: Store, delivery: NewDelivery, previous?: Delivery): Promise<Delivery> {
  return need(store.deliveries.accept(delivery, previous?.seq ?? null));
}

function claim(store: Store, seconds = 0) {
  return store.outbox.claim({ now: after(seconds), leaseSeconds: 30 });
}

async function need<Value>(promise: Promise<Value | null>): Promise<Value> {
  const value = await promise;
  if (value === null) {
    throw new Error('there is none');
  }
  return value;
}
