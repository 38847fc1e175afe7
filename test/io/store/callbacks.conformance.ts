import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallbackClaim } from '../../../src/stages/callback/callbacks.ts';
import type { SeenRecord, Store } from '../../../src/stages/intake/store.ts';
import { NOW, newDelivery } from './store.conformance.ts';

/** What telling senders relies on, whatever the store runs on. `open` gives another handle on the same data. */
export function callbacksConformance(
  name: string,
  setUp: () => Promise<{ readonly open: () => Promise<Store>; readonly tearDown: () => Promise<void> }>,
): void {
  describe(`${name}: callbacks`, () => {
    let world: Awaited<ReturnType<typeof setUp>>;
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      world = await setUp();
      store = await world.open();
      other = await world.open();
      await store.tokens.add(newToken('tk-a'), addressOf('tk-a'));
      await store.tokens.add(newToken('tk-b'), addressOf('tk-b'));
      await store.tokens.add(newToken('tk-quiet'));
    });

    afterEach(async () => {
      await store.close();
      await other.close();
      await world.tearDown();
    });

    test('what became of a patch is kept for the sender whose token it came through', async () => {
      const seq = await accept('fix', 'tk-a');
      expect(await claim(other)).toBeNull();
      await see(seq, { oid: 'c0', state: 'done', outcome: 'opened', pullRequest: 3 });
      expect(await claim(other)).toEqual({
        entry: expect.any(Number),
        fence: 1,
        token: 'tk-a',
        address: addressOf('tk-a'),
        messageId: expect.stringMatching(/^msg_[\da-f-]{36}$/),
        at: NOW.toISOString(),
        news: {
          repository: 'acme/shop',
          id: 'fix',
          digest: 'a'.repeat(64),
          title: 'Fix',
          stage: 'done',
          outcome: 'opened',
          pullRequest: 3,
        },
        attempts: 1,
        failures: 0,
      });
    });

    test('that GitHub did not take it is news too', async () => {
      await accept('fix', 'tk-a');
      const entry = await store.outbox.claim({ now: NOW, leaseSeconds: 60 });
      if (entry === null) {
        throw new Error('there is nothing in the outbox');
      }
      await store.outbox.fail(entry, { at: NOW, problem: 'It is archived.' });
      expect(await claim(store)).toMatchObject({ news: { stage: 'failed', problem: 'It is archived.' } });
    });

    test('that somebody canceled it before GitHub took it is news too', async () => {
      await accept('fix', 'tk-a');
      await store.outbox.cancel({ repository: 'acme/shop', id: 'fix', by: 'ada', at: NOW });
      expect(await claim(store)).toMatchObject({
        news: { stage: 'failed', problem: 'ada canceled it before it was handed to GitHub.' },
      });
    });

    test.each([
      ['that GitHub did not take', false],
      ['that was canceled', true],
    ])(
      'what becomes of a patch %s, as far as was known, is news where a record tells of it',
      async (_, canceled) => {
        const seq = await accept('fix', 'tk-a');
        const entry = await store.outbox.claim({ now: NOW, leaseSeconds: 60 });
        if (entry === null) {
          throw new Error('there is nothing in the outbox');
        }
        if (canceled) {
          await store.outbox.later(entry, { notBefore: NOW, problem: 'It is out.', unclear: true });
          await store.outbox.cancel({ repository: 'acme/shop', id: 'fix', by: 'ada', at: NOW });
        } else {
          await store.outbox.fail(entry, { at: NOW, problem: 'It is out.', unclear: true });
        }
        const first = await claimed(store);
        expect(first.news).toMatchObject({ stage: 'failed', mayHaveArrived: true });
        await store.callbacks.told(first);
        await see(seq, { oid: 'c0', state: 'applied', attempt: 1 });
        expect(await claim(store)).toBeNull();
        for (const outcome of ['opened', 'merged'] as const) {
          await see(seq, { oid: `c-${outcome}`, state: 'done', attempt: 1, outcome, pullRequest: 3 });
          const due = await claimed(store);
          expect(due.news).toMatchObject({ stage: 'done', outcome, pullRequest: 3 });
          await store.callbacks.told(due);
        }
        expect(await claim(store)).toBeNull();
      },
    );

    test('each outcome is told once, and again after another attempt or another outcome', async () => {
      const seq = await accept('fix', 'tk-a');
      const outcomes: string[] = [];
      const records: readonly Pick<SeenRecord, 'state' | 'attempt' | 'outcome'>[] = [
        { state: 'applied', attempt: 1 },
        { state: 'done', attempt: 1, outcome: 'opened' },
        { state: 'done', attempt: 1, outcome: 'opened' },
        { state: 'done', attempt: 2, outcome: 'opened' },
        { state: 'done', attempt: 2, outcome: 'merged' },
        { state: 'done', attempt: 2, outcome: 'merged' },
      ];
      for (const [index, record] of records.entries()) {
        await see(seq, { oid: `c${index}`, ...record });
        for (let due = await claim(store); due !== null; due = await claim(store)) {
          outcomes.push(`${index} ${due.news.outcome}`);
          await store.callbacks.told(due);
        }
      }
      expect(outcomes).toEqual(['1 opened', '3 opened', '4 merged']);
    });

    test('what is on record again, after another delivery under its id, is news for who had sent it', async () => {
      const seq = await accept('fix', 'tk-a');
      await see(seq, { oid: 'c0', state: 'done', outcome: 'opened', pullRequest: 3 });
      await store.callbacks.told(await claimed(store));
      const at = NOW.toISOString();
      const patch = { repository: 'acme/shop', id: 'fix', title: 'Fix', sender: 'mallory', receivedAt: at };
      const refused: SeenRecord = { oid: 'c1', state: 'done', outcome: 'refused', at };
      expect(await store.board.adopt({ ...patch, digest: 'f'.repeat(64), record: refused })).toBe(true);
      expect(await claim(other)).toBeNull();
      const merged: SeenRecord = { oid: 'c2', state: 'done', outcome: 'merged', at };
      const again = { ...patch, digest: 'a'.repeat(64), sender: 'ghost-runner[bot]', record: merged };
      expect(await store.board.adopt(again)).toBe(true);
      expect(await other.deliveries.newest(patch)).toMatchObject({ sender: 'shop-gpt', record: merged });
      expect(await claim(other)).toMatchObject({ token: 'tk-a', news: { outcome: 'merged' } });
    });

    test('nothing is kept for a token without an address, nor for a patch that came another way', async () => {
      for (const [id, token] of [
        ['one', 'tk-quiet'],
        ['two', undefined],
      ] as const) {
        await see(await accept(id, token), { oid: 'c0', state: 'done', outcome: 'opened' });
      }
      expect(await claim(store)).toBeNull();
    });

    test('two processes never tell the same sender at once, and one in trouble keeps no other waiting', async () => {
      for (const id of ['one', 'two', 'three']) {
        await ended(id, 'tk-a');
      }
      await ended('four', 'tk-b');
      const claims = await Promise.all([claim(store), claim(other), claim(store), claim(other)]);
      expect(claims.flatMap((due) => due?.news.id ?? []).toSorted()).toEqual(['four', 'one']);
    });

    test('whoever was told last comes last, so that four that take their time do not keep out a fifth', async () => {
      const slow = ['tk-1', 'tk-2', 'tk-3', 'tk-4'];
      for (const token of [...slow, 'tk-5']) {
        await store.tokens.add(newToken(token), addressOf(token));
      }
      for (const token of slow) {
        for (const news of ['first', 'second', 'third']) await ended(`${token}-${news}`, token);
      }
      const answered = await Promise.all([claimed(store), claimed(other), claimed(store), claimed(other)]);
      await ended('tk-5-only', 'tk-5');
      const order: string[] = [];
      // Each of four workers goes on with the next one as soon as its receiver has answered.
      for (const call of answered) {
        await store.callbacks.told(call);
        const next = await claim(other);
        if (next === null) continue;
        order.push(next.token);
        answered.push(next);
      }
      const [fifth, ...others] = order;
      expect(fifth).toBe('tk-5');
      expect(others.slice(0, 4).toSorted()).toEqual(slow);
      expect(others.slice(4).toSorted()).toEqual(slow);
    });

    test('when a lease is over another process tells the same under the same id, and the late one is not heard', async () => {
      await ended('fix', 'tk-a');
      const first = await claimed(store);
      expect(await claim(other, 59)).toBeNull();
      const second = await claimed(other, 60);
      expect([second.messageId, second.attempts]).toEqual([first.messageId, 2]);
      expect(await store.callbacks.told(first)).toBe(false);
      expect(await store.callbacks.disable(first, { at: NOW, problem: 'late' })).toBe(false);
      expect(await other.callbacks.told(second)).toBe(true);
      expect(await claim(store, 3_600)).toBeNull();
    });

    test('an address that failed rests, and then goes on with other news before it tries the same again', async () => {
      await ended('one', 'tk-a');
      await ended('two', 'tk-a');
      const first = await claimed(store);
      await store.callbacks.later(first, {
        problem: 'the receiver answered 500.',
        restUntil: after(2),
        notBefore: after(10),
      });
      expect(await claim(other, 1)).toBeNull();
      expect(await store.callbacks.list()).toMatchObject([
        { token: 'tk-a', waiting: 2, problem: 'the receiver answered 500.' },
        { token: 'tk-b', waiting: 0 },
      ]);
      const next = await claimed(other, 2);
      expect([next.news.id, next.failures]).toEqual(['two', 1]);
      await other.callbacks.told(next);
      expect(await claim(store, 9)).toBeNull();
      expect(await claim(store, 10)).toMatchObject({ news: { id: 'one' }, attempts: 2, failures: 0 });
      expect((await store.callbacks.list())[0]).toEqual({
        token: 'tk-a',
        url: addressOf('tk-a').url,
        waiting: 1,
        givenUp: 0,
      });
    });

    test('what is too old is given up and can be seen, and what is newer is still told', async () => {
      await ended('old', 'tk-a');
      await ended('new', 'tk-a', after(100));
      const due = await claimed(store, 200);
      await store.callbacks.giveUp(due, { problem: 'no', restUntil: after(201), before: after(50) });
      expect((await other.callbacks.list())[0]).toMatchObject({ waiting: 1, givenUp: 1, problem: 'no' });
      expect(await claim(other, 201)).toMatchObject({ news: { id: 'new' } });
    });

    test('a receiver that wants nothing any more is left alone for good', async () => {
      await ended('one', 'tk-a');
      await ended('two', 'tk-a');
      await store.callbacks.disable(await claimed(store), { at: after(1), problem: 'gone' });
      await ended('three', 'tk-a');
      expect(await claim(other, 86_400)).toBeNull();
      expect((await other.callbacks.list())[0]).toMatchObject({
        waiting: 0,
        givenUp: 2,
        problem: 'gone',
        disabledAt: after(1).toISOString(),
      });
    });

    test('whom nothing was told any more is told again when it is given another address', async () => {
      await ended('one', 'tk-a');
      const due = await claimed(store);
      await store.callbacks.disable(due, { at: after(1), problem: 'gone' });
      const wish = { url: 'https://other.example', secret: 'whsec_new', newSecret: false };
      expect(await other.callbacks.readdress('tk-a', wish)).toEqual({
        url: 'https://other.example',
        secret: addressOf('tk-a').secret,
      });
      expect((await other.callbacks.list())[0]).toEqual({
        token: 'tk-a',
        url: 'https://other.example',
        waiting: 0,
        givenUp: 1,
      });
      await ended('two', 'tk-a');
      const next = await claimed(store, 2);
      expect([next.news.id, next.address.url]).toEqual(['two', 'https://other.example']);
    });

    test('what comes of a call to the old address does not count', async () => {
      await ended('one', 'tk-a');
      const due = await claimed(store);
      await store.callbacks.readdress('tk-a', { secret: 'whsec_new', newSecret: true });
      expect(await store.callbacks.disable(due, { at: after(1), problem: 'gone' })).toBe(false);
      const next = await claimed(store, 1);
      expect(next.address).toEqual({ url: addressOf('tk-a').url, secret: 'whsec_new' });
    });

    test('a token without an address gets its first one, and none gets one that is not in use', async () => {
      const wish = { url: 'https://first.example', secret: 'whsec_first', newSecret: false };
      expect(await store.callbacks.readdress('tk-quiet', { ...wish, secret: 'x' })).toEqual({
        url: wish.url,
        secret: 'x',
      });
      await store.tokens.revoke('tk-b', NOW);
      expect(await store.callbacks.readdress('tk-b', wish)).toBeNull();
      expect(await store.callbacks.readdress('tk-nobody', wish)).toBeNull();
      await store.tokens.add(newToken('tk-mute'));
      expect(await store.callbacks.readdress('tk-mute', { secret: 'x', newSecret: true })).toBeNull();
    });

    test('with its token an address ends, and all that was not told', async () => {
      await ended('one', 'tk-a');
      const due = await claimed(store);
      await store.tokens.revoke('tk-a', NOW);
      await ended('two', 'tk-a');
      expect(await claim(other, 86_400)).toBeNull();
      expect(await store.callbacks.told(due)).toBe(false);
      expect((await store.callbacks.list()).map(({ token }) => token)).toEqual(['tk-b']);
    });

    async function accept(id: string, token: string | undefined): Promise<number> {
      const delivery = newDelivery({ id, ...(token === undefined ? {} : { token }) });
      const accepted = await store.deliveries.accept(delivery, null);
      if (accepted === null) {
        throw new Error(`${id} was not accepted`);
      }
      return accepted.seq;
    }

    async function see(seq: number, record: Omit<SeenRecord, 'at'>, at = NOW): Promise<void> {
      await store.deliveries.see(seq, { ...record, at: at.toISOString() });
    }

    async function ended(id: string, token: string, at = NOW): Promise<void> {
      await see(await accept(id, token), { oid: 'c0', state: 'done', outcome: 'opened' }, at);
    }

    async function claimed(by: Store, seconds = 0): Promise<CallbackClaim> {
      const due = await claim(by, seconds);
      if (due === null) {
        throw new Error('nothing is due');
      }
      return due;
    }
  });
}

function claim(store: Store, seconds = 0): Promise<CallbackClaim | null> {
  return store.callbacks.claim({ now: after(seconds), leaseSeconds: 60 });
}

function after(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

function addressOf(token: string) {
  return { url: `https://${token}.example.com/hooks`, secret: 'whsec_c2VjcmV0' };
}

function newToken(id: string) {
  return {
    id,
    sender: id,
    hash: id,
    repositories: ['acme/shop'],
    perMinute: 30,
    perDay: 500,
    createdAt: NOW.toISOString(),
  };
}
