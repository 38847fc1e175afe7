import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { createPlaces } from '../../../src/app/slack/place.ts';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import type { Store } from '../../../src/stages/intake/store.ts';

const HOUR_MS = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openSqliteStore(':memory:');
});
afterAll(() => store.close());

let now = 0;
afterEach(() => {
  jest.restoreAllMocks();
});

/** An account with so many repositories, of which none is told of anywhere. */
function createScene(repositories: number, { unreadable = '', listed = true } = {}) {
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const github = { asked: 0, lists: 0 };
  const target = async (name: string) => {
    github.asked += 1;
    if (name === unreadable) throw new Error('its config is too large');
    return null;
  };
  const installed = async () => {
    github.lists += 1;
    if (!listed) throw new Error('no list');
    return Array.from({ length: repositories }, (_, index) => `acme/shop-${index}`);
  };
  const places = createPlaces({
    context: { store, target, clock: { now: () => new Date() } },
    targets: { installed },
  });
  return { github, places };
}

test('the more repositories there are, the rarer all of them are looked at to find the one that is meant', async () => {
  const { github, places } = createScene(200);
  for (const end = now + HOUR_MS; now < end; now += 30_000) {
    expect(await places.usual({ user: 'U1', channel: 'C1' })).toMatchObject({ ok: false });
  }
  expect(github.asked).toBeLessThan(1_000);
});

test('a repository that can not be read keeps no other from being found, and all are not looked at again for it', async () => {
  const { github, places } = createScene(201, { unreadable: 'acme/shop-200' });
  for (let index = 0; index < 100; index++) {
    expect(await places.usual({ user: 'U1', channel: 'C1' })).toMatchObject({ ok: false });
  }
  expect(github.asked).toBe(201);
});

test('a list that GitHub does not give is not asked for again at each question', async () => {
  const { github, places } = createScene(1, { listed: false });
  for (let index = 0; index < 50; index++) {
    await expect(places.usual({ user: 'U3', channel: 'C1' })).rejects.toThrow('no list');
  }
  expect(github.lists).toBe(1);
  now += 15_000;
  await expect(places.usual({ user: 'U3', channel: 'C1' })).rejects.toThrow('no list');
  expect(github.lists).toBe(2);
});

test('a member who asks all the time has GitHub asked only so often, and others have their own', async () => {
  const { github, places } = createScene(1);
  for (let index = 0; index < 300; index++) {
    await places.named(`acme/guess-${index}`, { user: 'U1', channel: 'C1' });
  }
  expect(github.asked).toBe(100);
  const message = { channel: 'C1', ts: '1.1' };
  const press = { visitor: { user: 'U1', channel: 'C1' }, message };
  expect(await places.ofButton({ repository: 'acme/shop-0', id: 'fix' }, press)).toMatchObject({
    problem: expect.stringMatching(/ask again after 10 seconds\.$/),
  });
  await places.named('acme/shop-0', { user: 'U2', channel: 'C1' });
  expect(github.asked).toBe(101);
});
