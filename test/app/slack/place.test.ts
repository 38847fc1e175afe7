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
function createScene(repositories: number) {
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const github = { asked: 0 };
  const target = async () => {
    github.asked += 1;
    return null;
  };
  const installed = async () => Array.from({ length: repositories }, (_, index) => `acme/shop-${index}`);
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
