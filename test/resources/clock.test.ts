import { createHmac } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeToken } from '../../src/app/sender-token.ts';
import { isFromSlack } from '../../src/app/slack/signature.ts';
import { createOctokit } from '../../src/io/github/client.ts';
import { createGate } from '../../src/io/github/limits.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import type { Dispatched, IntakeContext, Target } from '../../src/stages/intake/context.ts';
import { handOn } from '../../src/stages/intake/hand-on.ts';
import type { Store } from '../../src/stages/intake/store.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 0, 1, 12);

const stores: Store[] = [];
let store: Store;
let now: number;
beforeEach(async () => {
  now = NOON;
  store = await openSqliteStore(':memory:');
  stores.push(store);
});
afterAll(async () => {
  await Promise.all(stores.map((one) => one.close()));
});

async function accept(): Promise<void> {
  const name = {
    repository: 'acme/shop',
    id: 'patch',
    name: 'patch',
    digest: 'd',
    title: 'A patch',
    sender: 'gpt',
  };
  await store.deliveries.accept({ ...name, receivedAt: new Date(now).toISOString(), text: '{}' }, null);
}

function server(answer: () => Dispatched): IntakeContext {
  const unused = (): never => {
    throw new Error('handing on needs nothing but the dispatch');
  };
  const target: Target = {
    login: 'ghost[bot]',
    get context() {
      return unused();
    },
    get control() {
      return unused();
    },
    dispatch: () => Promise.resolve(answer()),
  };
  return { store, clock: { now: () => new Date(now) }, target: () => Promise.resolve(target) };
}

const TAKEN: Dispatched = { ok: true };
const DOWN: Dispatched = { ok: false, final: false, problem: 'GitHub is not answering.' };

describe('a clock that is put back by half a day', () => {
  test('keeps no patch from being handed on, though it was put off until what is now far ahead', async () => {
    await accept();
    expect(await handOn(server(() => DOWN))).toBe('later');
    now -= 12 * HOUR;
    expect(await handOn(server(() => TAKEN))).toBe('sent');
  });

  test('takes the lease of a server that died from it, too', async () => {
    await accept();
    await store.outbox.claim({ now: new Date(now), leaseSeconds: 300 });
    expect(await handOn(server(() => TAKEN))).toBe('none');
    now -= 12 * HOUR;
    expect(await handOn(server(() => TAKEN))).toBe('sent');
  });

  test('locks no sender out, though what it spent was spent in what is now the future', async () => {
    const plan = { sender: 'gpt', repositories: ['acme/shop'], perMinute: 1, perDay: 1 };
    const { token } = makeToken(plan, new Date(now));
    await store.tokens.add(token);
    expect(await store.tokens.spend(token, new Date(now))).toEqual({ ok: true });
    expect(await store.tokens.spend(token, new Date(now))).toMatchObject({ ok: false, window: 'day' });
    now -= 24 * HOUR;
    expect(await store.tokens.spend(token, new Date(now))).toEqual({ ok: true });
  });

  test('does not keep GitHub from being asked, though its limit was to end at what is now far ahead', async () => {
    const gate = createGate();
    gate.opensAt = now + HOUR;
    const octokit = createOctokit({
      token: 'ghs_1',
      apiUrl: 'http://127.0.0.1:9',
      gate,
      now: () => now,
      fetch: () => Promise.resolve(Response.json({ ok: true })),
    });
    await expect(octokit.request('GET /meta')).rejects.toThrow(/rate limit holds until/);
    now -= 12 * HOUR;
    expect((await octokit.request('GET /meta')).data).toEqual({ ok: true });
  });
});

describe('a clock that is put forward by half a day', () => {
  test('ends nobody’s patience with a patch: it is tried as often as any other', async () => {
    await accept();
    expect(await handOn(server(() => DOWN))).toBe('later');
    now += 12 * HOUR;
    expect(await handOn(server(() => DOWN))).toBe('later');
    now += 60_000;
    expect(await handOn(server(() => TAKEN))).toBe('sent');
  });

  test('refuses what Slack signs, as one that is put back does, until it is right again', () => {
    const body = 'text=status';
    const timestamp = String(NOON / 1000);
    const digest = createHmac('sha256', 'secret').update(`v0:${timestamp}:${body}`).digest('hex');
    const signed = { body: new TextEncoder().encode(body), timestamp, signature: `v0=${digest}` };
    const heard = [-301, -299, 0, 299, 301].map((seconds) =>
      isFromSlack(signed, 'secret', new Date(NOON + seconds * 1000)),
    );
    expect(heard).toEqual([false, true, true, true, false]);
  });
});
