import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { createFeed, type Feed } from '../../src/app/feed.ts';
import type { Follower } from '../../src/app/follow.ts';
import { LONGEST_WAIT, readStatus } from '../../src/app/http/asking.ts';
import { createLooks } from '../../src/app/http/looks.ts';
import type { Variables } from '../../src/app/http/parts.ts';
import { answerProblem, RequestProblem } from '../../src/app/http/problem.ts';
import { createWaiters } from '../../src/app/http/waiters.ts';
import { makeToken } from '../../src/app/sender-token.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import type { PatchStatus } from '../../src/stages/intake/status.ts';
import type { Store } from '../../src/stages/intake/store.ts';

let store: Store;
let feed: Feed;
beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  feed = await createFeed(store);
});
afterAll(async () => {
  await feed.close();
  await store.close();
});

const STATUS: PatchStatus = {
  repository: 'acme/shop',
  id: 'mine',
  digest: 'a'.repeat(64),
  title: 'Mine',
  stage: 'sent',
  finished: false,
  headline: '',
  detail: '',
  warnings: [],
  receivedAt: '2026-05-04T10:00:00Z',
};

/** Something becomes of a patch. */
async function happen(repository: string, id: string): Promise<void> {
  const patch = { repository, id, digest: 'a'.repeat(64), title: id, sender: 'shop-gpt' };
  await store.board.adopt({ ...patch, receivedAt: '2026-05-04T10:00:00Z' });
  feed.wake();
}

/** The address, over what is seen of patches. */
function asking(look: Follower['look'], longestMs?: number) {
  const parts = {
    context: { store, clock: { now: () => new Date() }, target: async () => null },
    follower: { look, sweep: async () => undefined },
    feed,
    draining: new AbortController().signal,
  };
  const { token } = makeToken(
    { sender: 'gpt', repositories: ['acme/shop'], perMinute: 9, perDay: 9 },
    new Date(),
  );
  const app = new Hono<Variables>();
  app.onError((error, context) => {
    if (error instanceof RequestProblem) return answerProblem(context, error.problem);
    throw error;
  });
  app.get('/:id', async (context) => {
    context.set('token', token);
    const limits = { waiters: createWaiters(), looks: createLooks(() => performance.now()) };
    return await readStatus(context, parts, {
      ...limits,
      ...(longestMs === undefined ? {} : { longestMs }),
    });
  });
  return app;
}

test('who waits for the end of a patch uses up looks for what becomes of it, and not of the patches of others', async () => {
  let looks = 0;
  const look = async () => {
    looks += 1;
    return { ...STATUS, finished: looks === 2 };
  };
  const app = asking(look);
  const answer = app.request('/mine?wait=40');
  for (let index = 0; index < 20; index++) {
    await happen(index % 2 === 0 ? 'acme/shop' : 'other/shop', `theirs-${index}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(looks).toBe(1);
  await happen('acme/shop', 'mine');
  expect(await (await answer).json()).toMatchObject({ id: 'mine', finished: true });
  expect(looks).toBe(2);
});

test('a look that takes longer than somebody waits is answered with what was known before it', async () => {
  let looks = 0;
  const never = new Promise<never>(() => {});
  const app = asking(async () => {
    looks += 1;
    return looks === 1 ? STATUS : await never;
  });
  const began = performance.now();
  const answer = app.request('/slow?wait=1');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await happen('acme/shop', 'slow');
  expect(await (await answer).json()).toEqual(STATUS);
  expect(looks).toBe(2);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('where GitHub takes longer for the first look than a GPT waits, who asks hears when to come again', async () => {
  const app = asking(async () => await new Promise<never>(() => {}), 300);
  const answer = await app.request('/mine');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '15']);
  expect(await answer.json()).toMatchObject({
    code: 'github_unreachable',
    detail: expect.stringContaining('ask again a little later'),
  });
});

test('the longest wait leaves a GPT some of its 45 seconds for the way', () => {
  expect(LONGEST_WAIT).toBeLessThanOrEqual(40);
});
