import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { type Call, type CallAnswer, callBack } from '../../../src/stages/callback/call-back.ts';
import type { Store } from '../../../src/stages/intake/store.ts';
import { NOW, newDelivery } from '../../io/store/store.conformance.ts';

const TOKEN = 'tk_1';
const HOUR_MS = 3_600_000;
const BROKEN: CallAnswer = { ok: false, gone: false, problem: 'the receiver answered 500.' };

let store: Store;
let now: Date;
let calls: Call[];
/** Seconds until the same news is tried again. */
let waits: number[];

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = NOW;
  calls = [];
  waits = [];
  await store.tokens.add(
    {
      id: TOKEN,
      sender: 'shop-gpt',
      hash: 'f'.repeat(64),
      repositories: ['acme/shop'],
      perMinute: 30,
      perDay: 500,
      createdAt: NOW.toISOString(),
    },
    { url: 'https://agent.example.com/hooks', secret: 'whsec_c2VjcmV0' },
  );
});
afterEach(() => store.close());

describe('what a sender is told', () => {
  test('is in the form of Standard Webhooks, with the addresses where the rest is', async () => {
    await end('fix');
    expect(await attempt({ ok: true })).toEqual({ kind: 'told' });
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      type: 'patch.opened',
      timestamp: NOW.toISOString(),
      data: {
        id: 'fix',
        repository: 'acme/shop',
        digest: 'a'.repeat(64),
        title: 'Fix',
        stage: 'done',
        outcome: 'opened',
        pullRequest: { number: 3, url: 'https://github.com/acme/shop/pull/3' },
        statusUrl: 'https://ghost.example.com/acme/shop/fix',
      },
    });
    expect(await attempt({ ok: true })).toEqual({ kind: 'none' });
  });

  test('is the same at each attempt, but for the time at which it is signed', async () => {
    await end('fix');
    await attempt(BROKEN);
    pass(HOUR_MS);
    await attempt({ ok: true });
    const [first, second] = calls;
    expect([second?.messageId, second?.body]).toEqual([first?.messageId, first?.body]);
    expect(second?.at).not.toEqual(first?.at);
  });
});

describe('a receiver that fails', () => {
  test('is tried again after waits that grow to an hour, each cut by chance to a half at most', async () => {
    await end('fix');
    for (let tries = 0; tries < 14; tries++) {
      await attempt(BROKEN, tries % 2 === 0 ? 0 : 0.999_999);
      pass((waits.at(-1) ?? 0) * 1_000);
    }
    expect(waits).toEqual([1, 4, 4, 16, 16, 64, 64, 256, 256, 1024, 1024, 3600, 1800, 3600]);
  });

  test('hears other news in between, at most once a minute', async () => {
    await end('one');
    for (let tries = 0; tries < 9; tries++) {
      pass(HOUR_MS);
      await attempt(BROKEN, 0.999_999);
    }
    await end('two');
    pass(59_000);
    expect(await attempt({ ok: true })).toEqual({ kind: 'none' });
    pass(1_000);
    expect(await attempt({ ok: true })).toEqual({ kind: 'told' });
    expect(calls.at(-1)?.body).toContain('"two"');
  });

  test('is told no more after half a day, which people can see', async () => {
    await end('fix');
    pass(12 * HOUR_MS);
    expect(await attempt(BROKEN)).toMatchObject({ kind: 'later' });
    pass(HOUR_MS);
    expect(await attempt(BROKEN)).toEqual({
      kind: 'given_up',
      token: TOKEN,
      messageId: calls[0]?.messageId,
      problem: 'the receiver answered 500.',
    });
    pass(HOUR_MS);
    expect(await attempt(BROKEN)).toEqual({ kind: 'none' });
    expect(await store.callbacks.list()).toMatchObject([{ waiting: 0, givenUp: 1 }]);
  });

  test('is left alone for good where it says that it is gone', async () => {
    await end('one');
    await end('two');
    const gone: CallAnswer = { ok: false, gone: true, problem: 'gone' };
    expect(await attempt(gone)).toMatchObject({ kind: 'disabled', token: TOKEN });
    pass(24 * HOUR_MS);
    expect(await attempt(gone)).toEqual({ kind: 'none' });
    expect(calls).toHaveLength(1);
  });
});

async function end(id: string): Promise<void> {
  const delivery = await store.deliveries.accept(newDelivery({ id, token: TOKEN }), null);
  await store.deliveries.see(delivery?.seq ?? 0, {
    oid: 'c0',
    state: 'done',
    outcome: 'opened',
    pullRequest: 3,
    at: now.toISOString(),
  });
}

function attempt(answer: CallAnswer, chance = 0) {
  return callBack({
    callbacks: {
      ...store.callbacks,
      later: (claim, why) => {
        waits.push(Math.round((why.notBefore.getTime() - now.getTime()) / 1000));
        return store.callbacks.later(claim, why);
      },
    },
    clock: { now: () => now },
    links: {
      status: ({ repository, id }) => `https://ghost.example.com/${repository}/${id}`,
      pullRequest: (repository, number) => `https://github.com/${repository}/pull/${number}`,
    },
    send: async (call) => {
      calls.push(call);
      return answer;
    },
    chance: () => chance,
  });
}

function pass(milliseconds: number): void {
  now = new Date(now.getTime() + milliseconds);
}
