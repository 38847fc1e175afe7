import { afterEach, beforeEach, expect, test } from '@jest/globals';
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
