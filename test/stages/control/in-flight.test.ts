import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.deliver('first');
});
afterEach(() => world.close());

const PATCHES = Array.from({ length: 20 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);

/** A file of its own for each, so that all of them fit. */
const changeOf = (id: string) => [{ kind: 'write', path: `${id}.txt`, content: `${id}\n` }];

const openedOf = async () => (await world.github.snapshot('acme/shop')).pullRequests.length;

test('a pause while 20 patches are in flight: nothing is pushed after it, and afterwards each is done in order, once', async () => {
  world.pipeline.tests = 'hang';
  for (const id of PATCHES.slice(0, 10)) {
    await world.send(id, {}, changeOf(id));
  }
  // Ten are under way in whatever state, ten more come while the switch moves.
  const coming = (async () => {
    for (const id of PATCHES.slice(10)) {
      await world.send(id, {}, changeOf(id));
    }
  })();
  await delay(150);
  world.pipeline.release();
  const paused = await world.command('ada', 'pause');
  const requestedAt = Date.parse(paused.requestedAt);
  const opened = await openedOf();
  await coming;
  world.pipeline.release();
  world.pipeline.tests = 'passed';
  await allSettled();
  expect(paused).toMatchObject({ done: 'done' });
  // What was pushed was pushed before the switch had moved.
  const [pause] = (await world.git('log', '-1', '--format=%ct', 'refs/ghost/control')).split('\n');
  for (const branch of await world.refs('refs/heads/ghost/')) {
    const pushed = Number(await world.git('log', '-1', '--format=%ct', branch));
    expect(pushed).toBeLessThanOrEqual(Number(pause));
  }
  expect(Math.floor(requestedAt / 1000)).toBeLessThanOrEqual(Number(pause));
  expect(await openedOf()).toBe(opened);

  const held = (await Promise.all(PATCHES.map((id) => world.record(id))))
    .filter(({ state }) => state === 'held')
    .toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
    .map(({ id }) => id);
  expect(held.length).toBeGreaterThan(9);
  const resumed = await world.command('bob', 'resume');
  expect(resumed.observed.slice(1).map(({ name }) => name)).toEqual(held);
  await world.pipeline.idle();
  const records = await Promise.all(PATCHES.map((id) => world.record(id)));
  expect(records.map(({ outcome }) => outcome?.kind)).toEqual(PATCHES.map(() => 'opened'));
  const numbers = await Promise.all(
    held.map(async (id) => (await world.record(id)).pullRequest?.number ?? 0),
  );
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  // One pull request each, and the first one's.
  expect(await openedOf()).toBe(PATCHES.length + 1);
}, 60_000);

async function allSettled(): Promise<void> {
  for (const id of PATCHES) {
    await world.until(id, ({ state }) => state === 'done' || state === 'held');
  }
}
