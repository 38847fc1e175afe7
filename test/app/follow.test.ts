import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createFeed, type Feed } from '../../src/app/feed.ts';
import { createFollower } from '../../src/app/follow.ts';
import { createIndexer } from '../../src/app/indexer.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { recordRef } from '../../src/record/record.ts';
import type { Target } from '../../src/stages/intake/context.ts';
import type { PatchName, Store } from '../../src/stages/intake/store.ts';
import type { ReadRequest } from '../../src/stages/ports.ts';
import { openWorld, type World } from '../stages/control/world.ts';

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

test.each([
  ['looked at unasked where it may have arrived', true, ['maybe/there']],
  ['left alone where it surely has not', false, []],
])('a patch that failed is %s', async (_, unclear, asked) => {
  const own = await openSqliteStore(':memory:');
  const now = new Date(BEGINNING);
  const seen: string[] = [];
  const target = async (repository: string) => {
    seen.push(repository);
    return null;
  };
  const patch = { repository: 'maybe/there', id: 'fix', name: 'fix', digest: 'a'.repeat(64), title: 'Fix' };
  const sent = { sender: 'shop-gpt', receivedAt: now.toISOString(), text: '{}' };
  await own.deliveries.accept({ ...patch, ...sent }, null);
  const claim = await own.outbox.claim({ now, leaseSeconds: 60 });
  if (claim !== null) {
    await own.outbox.fail(claim, { at: now, problem: 'suspended', unclear });
  }
  await createFollower({ store: own, target, clock: { now: () => now } }, feed).sweep();
  expect([...new Set(seen)]).toEqual(asked);
  await own.close();
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
  const { clock } = world.context;
  const follower = createFollower({ store, target: targetOf(world), clock }, feed);
  await world.deliver('moves');
  const patch = { repository: 'acme/shop', id: 'moves' };
  expect(await follower.look(patch)).toMatchObject({ outcome: 'opened' });
  await world.command('ada', 'reject moves');
  expect(await follower.look(patch)).toMatchObject({ outcome: 'opened' });
  const moved = await world.git('rev-parse', recordRef('moves'));
  expect(await follower.look(patch, moved)).toMatchObject({ outcome: 'closed' });
  await world.close();
});

describe('two servers on one store', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  /** A patch that was taken, and of which somebody has told. */
  async function deliver(id: string): Promise<PatchName> {
    await world.deliver(id);
    const { digest, title, sender, receivedAt } = await world.record(id);
    const patch = { repository: 'acme/shop', id };
    await store.board.adopt({ ...patch, digest, title, sender, receivedAt });
    return patch;
  }

  /** Another step of the record that ends as it did. */
  async function goOn(id: string): Promise<void> {
    await world.rewrite(id, { ...(await world.record(id)), warnings: ['A check was seen.'] });
  }

  async function eventsOf({ id }: PatchName): Promise<readonly string[]> {
    const events = await store.events.since(0, { limit: 10_000 });
    return events.flatMap((event) => (event.id === id ? (event.outcome ?? []) : []));
  }

  const serverOf = (more: { readonly store?: Store; readonly answered?: () => Promise<void> } = {}) =>
    createFollower(
      { store, target: targetOf(world, more.answered), clock: world.context.clock, ...more },
      feed,
    );

  test('an answer that takes its time takes nothing back that another server has noted meanwhile', async () => {
    const patch = await deliver('slow');
    const quick = serverOf();
    await quick.look(patch);
    await goOn('slow');
    const read = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const slow = serverOf({
      answered: async () => {
        read.resolve();
        await arrived.promise;
      },
    });
    const looking = slow.look(patch);
    await read.promise;
    await world.command('ada', 'reject slow');
    await quick.look(patch, await world.git('rev-parse', recordRef('slow')));
    arrived.resolve();
    expect(await looking).toMatchObject({ outcome: 'closed' });
    expect((await store.deliveries.newest(patch))?.record).toMatchObject({ outcome: 'closed' });
    expect(await eventsOf(patch)).toEqual(['opened', 'closed']);
  });

  test('nor does an answer of a moment ago that is shared', async () => {
    const patch = await deliver('shared');
    const [one, other] = [serverOf(), serverOf()];
    await one.look(patch);
    await world.command('ada', 'reject shared');
    expect(await other.look(patch)).toMatchObject({ outcome: 'closed' });
    expect(await one.look(patch)).toMatchObject({ outcome: 'closed' });
    expect(await eventsOf(patch)).toEqual(['opened', 'closed']);
  });

  test('nor does one that comes at the very moment at which another server notes a newer one', async () => {
    const patch = await deliver('close');
    const quick = serverOf();
    await quick.look(patch);
    await goOn('close');
    let turns = 0;
    const see: Store['deliveries']['see'] = async (...seen) => {
      if (turns++ === 0) {
        await world.command('ada', 'reject close');
        await quick.look(patch, await world.git('rev-parse', recordRef('close')));
      }
      return await store.deliveries.see(...seen);
    };
    const slow = serverOf({ store: { ...store, deliveries: { ...store.deliveries, see } } });
    expect(await slow.look(patch)).toMatchObject({ outcome: 'closed' });
    expect(await eventsOf(patch)).toEqual(['opened', 'closed']);
  });
});

/** `answered` is waited for when GitHub has been asked, before its answer comes. */
function targetOf(
  { context: control }: World,
  answered = async () => {},
): (repository: string) => Promise<Target> {
  const repository = {
    ...control.repository,
    read: async (request: ReadRequest) => {
      const answer = await control.repository.read(request);
      await answered();
      return answer;
    },
  };
  return async () => ({
    login: 'ghost-runner[bot]',
    context: { ...control, repository },
    control,
    dispatch: async () => ({ ok: true }),
  });
}
