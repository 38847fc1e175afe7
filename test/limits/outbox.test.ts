import { afterAll, describe, expect, test } from '@jest/globals';
import { createTarget } from '../../src/app/target.ts';
import { createGate } from '../../src/io/github/limits.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { GITHUB_CONTENT_LIMITS } from '../../src/local/github/http/content-limit.ts';
import { readPatch } from '../../src/patch/read.ts';
import { createCompute } from '../../src/stages/compute.ts';
import type { IntakeContext } from '../../src/stages/intake/context.ts';
import { handOn } from '../../src/stages/intake/hand-on.ts';
import type { Store } from '../../src/stages/intake/store.ts';
import { bound, createLimitedGitHub, TOLERANCE } from './limited-github.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

const REPOSITORY = 'acme/shop';

const stores: Store[] = [];
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
});

async function openStore(): Promise<Store> {
  const store = await openSqliteStore(':memory:');
  stores.push(store);
  return store;
}

/** A server as far as it hands patches on: its own gate, the store of all. */
function createServer(store: Store, time: VirtualTime, send: typeof fetch): IntakeContext {
  const clock = { now: () => new Date(time.now()) };
  const target = createTarget({
    compute: createCompute(createSecretScanner()),
    repository: REPOSITORY,
    token: 'ghs_1',
    login: 'ghost[bot]',
    apiUrl: 'http://127.0.0.1:9',
    serverUrl: 'http://127.0.0.1:9',
    clock,
    gate: createGate(),
    wire: { fetch: send, sleep: time.sleep },
  });
  return { store, clock, target: () => Promise.resolve(target) };
}

async function accept(store: Store, time: VirtualTime, count: number): Promise<void> {
  const text = '{"version":1,"changes":[{"kind":"delete","path":"a.txt"}]}';
  for (let index = 0; index < count; index += 1) {
    const id = `patch-${index}`;
    await store.deliveries.accept(
      {
        repository: REPOSITORY,
        id,
        name: id,
        digest: readPatch({ text }, id).digest,
        title: 'A patch',
        sender: 'gpt',
        receivedAt: new Date(time.now()).toISOString(),
        text,
      },
      null,
    );
  }
}

/** As app/background.ts does every second. */
async function handOnAll(context: IntakeContext, time: VirtualTime): Promise<void> {
  while ((await context.store.outbox.waiting()).entries > 0) {
    while ((await handOn(context)) !== 'none') {
      // Until nothing is due.
    }
    await time.sleep(1_000);
  }
}

function taken(): Response {
  return new Response(null, { status: 204 });
}

async function statesIn(store: Store): Promise<ReadonlySet<string>> {
  const listed = await store.deliveries.list({ repositories: [REPOSITORY], limit: 1_000 });
  return new Set(listed.map(({ state }) => state));
}

describe('a server that has more to hand on than GitHub takes', () => {
  test.each([
    ['one server', 1],
    ['two servers on one store', 2],
  ])('%s: all 600 are handed on within 1.2 of the limit itself, each once', async (_, servers) => {
    const time = createVirtualTime();
    const store = await openStore();
    const { counts, send } = createLimitedGitHub(time, { answer: taken });
    await accept(store, time, 600);
    const working = Array.from({ length: servers }, () => handOnAll(createServer(store, time, send), time));
    await time.run(Promise.all(working));
    expect(await statesIn(store)).toEqual(new Set(['sent']));
    expect(counts.made).toBe(600);
    expect(time.seconds()).toBeLessThanOrEqual(TOLERANCE * bound(600, GITHUB_CONTENT_LIMITS));
    // A minute or an hour is asked for once by each server, and not by every patch that waits for it.
    expect(counts.refused).toBeLessThanOrEqual(20 * servers);
  });

  test('one that waits says why, and hours of limits end nobody’s patience with an outage after them', async () => {
    const time = createVirtualTime();
    const store = await openStore();
    let answer = () =>
      new Response('{"message":"API rate limit exceeded"}', { status: 403, headers: primaryLimit(time) });
    const context = createServer(store, time, () => Promise.resolve(answer()));
    await accept(store, time, 1);
    for (let tries = 0; tries < 6; tries += 1) {
      expect(await handOn(context)).toBe('later');
      expect(await handOn(context)).toBe('none');
      await time.run(time.sleep(HALF_AN_HOUR_MS));
    }
    expect(await store.deliveries.newest({ repository: REPOSITORY, id: 'patch-0' })).toMatchObject({
      state: 'queued',
      problem: expect.stringMatching(/rate limit.*Run it again when the rate limit has reset\.$/i),
    });
    answer = () => new Response('{}', { status: 502 });
    expect(await time.run(handOn(context))).toBe('later');
    answer = taken;
    await time.run(handOnAll(context, time));
    expect(await statesIn(store)).toEqual(new Set(['sent']));
  });
});

test('a patch is not sent at a time when the lease of who sends it may be over before GitHub has answered', async () => {
  const time = createVirtualTime();
  const store = await openStore();
  const { counts, send } = createLimitedGitHub(time, { answer: taken });
  await accept(store, time, 1);
  const context = createServer(store, time, send);
  const slow: IntakeContext = {
    ...context,
    target: async (repository) => {
      await time.sleep(150_000);
      return context.target(repository);
    },
  };
  expect(await time.run(handOn(slow))).toBe('later');
  expect(counts.made).toBe(0);
  await time.run(handOnAll(context, time));
  expect([counts.made, await statesIn(store)]).toEqual([1, new Set(['sent'])]);
});

const HALF_AN_HOUR_MS = 1_800_000;

function primaryLimit(time: VirtualTime): { readonly [name: string]: string } {
  const reset = String(Math.floor(time.now() / 1000) + HALF_AN_HOUR_MS / 1000);
  return {
    'content-type': 'application/json',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': reset,
  };
}
