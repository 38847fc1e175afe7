import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { createFeed, type Feed } from '../../src/app/feed.ts';
import { createFollower } from '../../src/app/follow.ts';
import { createIndexer } from '../../src/app/indexer.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { recordRef } from '../../src/record/record.ts';
import type { Target } from '../../src/stages/intake/context.ts';
import type { Store } from '../../src/stages/intake/store.ts';
import { openWorld } from '../stages/control/world.ts';

const HOUR_MS = 3_600_000;
const SWEEP_MS = 30_000;
const BEGINNING = Date.parse('2026-05-04T10:00:00Z');

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

afterEach(() => {
  jest.restoreAllMocks();
});

/** A patch of which no run tells. */
async function adopt(repository: string, id: string, receivedAt: Date): Promise<void> {
  const patch = { repository, id, digest: 'a'.repeat(64), title: id, sender: 'shop-gpt' };
  await store.board.adopt({ ...patch, receivedAt: receivedAt.toISOString() });
}

test('many patches that stay open use up only so much of what GitHub allows, and hide no other account', async () => {
  let now = BEGINNING;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const asked: string[] = [];
  const target = async (repository: string) => {
    asked.push(repository);
    throw new Error('GitHub need not answer to be asked');
  };
  const follower = createFollower({ store, target, clock: { now: () => new Date(now) } }, feed);
  await Promise.all(
    Array.from({ length: 150 }, (_, index) => adopt('acme/shop', `open-${index}`, new Date(now))),
  );
  now += 1;
  await adopt('other/shop', 'mine', new Date(now));
  let sweeps = 0;
  for (const end = now + HOUR_MS; now < end; now += SWEEP_MS) {
    await follower.sweep();
    sweeps += 1;
  }
  expect(asked.filter((name) => name === 'acme/shop').length).toBeLessThan(1_500);
  expect(asked.filter((name) => name === 'other/shop')).toHaveLength(sweeps);
});

test('what happens in many repositories of an account uses up only so much of it either, and none is left out', async () => {
  let now = BEGINNING;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const names = Array.from({ length: 20 }, (_, index) => `acme/shop-${index}`);
  const asked = new Map<string, number>();
  const target = async (repository: string) => {
    asked.set(repository, (asked.get(repository) ?? 0) + 1);
    return null;
  };
  const context = { store, target, clock: { now: () => new Date(now) } };
  const follower = createFollower(context, feed);
  const indexer = createIndexer(context, { targets: { installed: async () => names }, follower, feed });
  for (const end = now + HOUR_MS; now < end; now += 1_000) {
    for (const name of [...names, 'other/shop']) {
      indexer.want(name);
    }
    await indexer.indexWanted();
  }
  const counts = names.map((name) => asked.get(name) ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(1_500);
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(asked.get('other/shop')).toBeGreaterThan(700);
});

test('the look through all repositories of an account uses up only so much of it too, and none is left out', async () => {
  let now = BEGINNING;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const names = Array.from({ length: 400 }, (_, index) => `acme/shop-${index}`);
  const asked = new Map<string, number>();
  const target = async (repository: string) => {
    asked.set(repository, (asked.get(repository) ?? 0) + 1);
    return null;
  };
  const context = { store, target, clock: { now: () => new Date(now) } };
  const follower = createFollower(context, feed);
  const installed = async () => [...names, 'other/shop'];
  const indexer = createIndexer(context, { targets: { installed }, follower, feed });
  for (let minute = 0; minute < 60; minute++) {
    if (minute % 10 === 0) {
      await indexer.indexAll();
    }
    for (let second = 0; second < 60; second += 4) {
      await indexer.indexWanted();
      now += 4_000;
    }
  }
  const counts = names.map((name) => asked.get(name) ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(1_500);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(asked.get('other/shop')).toBe(6);
});

test('what has moved since a look of a moment ago is looked at anew where somebody saw it move', async () => {
  const world = await openWorld();
  const { context: control } = world;
  const target = async (): Promise<Target> => ({
    login: 'ghost-runner[bot]',
    context: control,
    control,
    dispatch: async () => ({ ok: true }),
  });
  const follower = createFollower({ store, target, clock: control.clock }, feed);
  await world.deliver('moves');
  const patch = { repository: 'acme/shop', id: 'moves' };
  expect(await follower.look(patch)).toMatchObject({ outcome: 'opened' });
  await world.command('ada', 'reject moves');
  expect(await follower.look(patch)).toMatchObject({ outcome: 'opened' });
  const moved = await world.git('rev-parse', recordRef('moves'));
  expect(await follower.look(patch, moved)).toMatchObject({ outcome: 'closed' });
  await world.close();
});
