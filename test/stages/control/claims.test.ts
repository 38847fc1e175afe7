import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watch } from '../../../src/stages/watch/watch.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const LATE_MS = 26 * 3_600_000;

test('a pause is not confirmed while a pull request is made of what waited for a day before it was published', async () => {
  const making = holdPullRequests();
  world.pipeline.tests = 'hang';
  await world.send('late');
  await world.until('late', ({ state }) => state === 'applied');
  world.clock.ahead = LATE_MS;
  world.pipeline.release();
  await making.reached;
  expect(await world.command('ada', 'pause')).toMatchObject({
    done: 'unconfirmed',
    observed: [{ kind: 'control' }, { name: 'late', state: 'publishing' }],
  });
  // Nor is a revision worked on, which would be shown as tested by what ends now.
  await world.command('bob', 'resume');
  await world.send('late', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }]);
  await world.until('late', () => world.pipeline.run(2)?.status === 'completed');
  making.goOn();
  const done = await world.until('late', ({ state }) => state === 'done');
  expect(done).toMatchObject({ attempt: 1, outcome: { kind: 'opened' } });
  world.clock.ahead = LATE_MS + 3_600_000;
  expect(await world.command('ada', 'pause')).toMatchObject({ done: 'done' });
});

test('kill all is not confirmed while a pass makes the pull request of a run that had failed, and waits for it', async () => {
  await leaveClaim('dead');
  const making = holdPullRequests();
  const pass = watch({ ...world.context, history: null }, { now: new Date() });
  await making.reached;
  const asked = world.command('ada', 'kill all confirm');
  await world.until('dead', () => world.github.requests.some(({ path }) => path.includes('cancel')));
  making.goOn();
  await pass;
  expect(await asked).toMatchObject({ done: 'done' });
  expect(await world.record('dead')).toMatchObject({ outcome: { kind: 'opened' } });
});

test('kill all names the claim that it waited for in vain, which is canceled', async () => {
  await leaveClaim('dead');
  const report = await world.command('ada', 'kill all confirm');
  expect(report).toMatchObject({
    done: 'unconfirmed',
    sentence: expect.stringContaining('dead began to be published before'),
    observed: [{ kind: 'control' }, { state: 'completed: failure' }, { name: 'dead', state: 'canceled' }],
  });
  expect(await world.refs('refs/heads/ghost/')).toEqual([]);
  expect(await world.command('ada', 'kill all confirm')).toMatchObject({ done: 'unchanged' });
});

test('a patch that is canceled while a pass makes its pull request is no trouble of that pass', async () => {
  await leaveClaim('dead');
  const making = holdPullRequests();
  const pass = watch({ ...world.context, history: null }, { now: new Date() });
  await making.reached;
  expect(await world.command('ada', 'cancel dead')).toMatchObject({ done: 'done' });
  making.goOn();
  expect(await pass).toMatchObject({ found: [{ name: 'dead', done: 'raced' }], alerted: [] });
  expect(await world.record('dead')).toMatchObject({ outcome: { kind: 'canceled' } });
});

/** The run of a patch fails while its pull request is made, and nobody knows whether there is one. */
async function leaveClaim(id: string): Promise<void> {
  const { forge } = world.context;
  const lost = Object.assign(new Error('socket hang up'), { unclear: true });
  Object.assign(world.context, {
    forge: { ...forge, openPullRequest: async () => await Promise.reject(lost) },
  });
  await world.deliver(id);
  expect(await world.record(id)).toMatchObject({ state: 'publishing' });
  Object.assign(world.context, { forge });
}

/** Whoever makes a pull request gets as far as asking for it, and waits there. */
function holdPullRequests() {
  const { forge } = world.context;
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  Object.assign(world.context, {
    forge: {
      ...forge,
      openPullRequest: async (request: Parameters<typeof forge.openPullRequest>[0]) => {
        reached.resolve();
        await held.promise;
        return await forge.openPullRequest(request);
      },
    },
  });
  return { reached: reached.promise, goOn: () => held.resolve() };
}
