import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { applyInTurn } from '../../src/stages/apply-in-turn.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { openWorld, type Servers, startServers, type World } from './watch/world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

const REVISION = {
  version: 1,
  title: 'The second',
  changes: [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }],
};

test('a revision that comes while the pull request of the one before is made waits for that, and is not lost', async () => {
  const world = await openWorld(servers);
  await world.open('one', { title: 'The first' });
  const end = await claim(world);
  let waited = 0;
  const report = await deliver(world, async (seconds) => {
    waited += seconds;
    if (waited > 5) await end();
  });
  expect(report).toMatchObject({ kind: 'applied' });
  const record = await world.record('one');
  expect(record).toMatchObject({ title: 'The second', state: 'applied' });
  expect(record.turnedAway).toBeUndefined();
});

test('one that waits longer than a job has is told to come again, on record too, and the other one goes on', async () => {
  const world = await openWorld(servers);
  await world.open('one', { title: 'The first' });
  await claim(world);
  let waited = 0;
  const report = await deliver(world, async (seconds) => {
    waited += seconds;
  });
  expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'conflict', reason: 'publishing' } });
  expect(waited).toBeGreaterThan(200);
  expect(await world.record('one')).toMatchObject({
    title: 'The first',
    state: 'publishing',
    turnedAway: [{ title: 'The second', outcome: { reason: 'publishing' } }],
  });
});

/** As the record stands while its pull request is made. */
async function claim(world: World): Promise<() => Promise<void>> {
  const { outcome } = await world.record('one');
  const deadline = new Date(servers.time.now.getTime() + 20 * 60_000).toISOString();
  await world.rewrite('one', ({ outcome: _outcome, ...record }) => ({
    ...record,
    state: 'publishing',
    deadline,
  }));
  return () => world.rewrite('one', (record) => ({ ...record, state: 'done', ...(outcome && { outcome }) }));
}

async function deliver(world: World, wait: (seconds: number) => Promise<void>) {
  const run = { id: 900, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/900' };
  return await applyInTurn(
    { ...world.context, run, compute: createCompute(createSecretScanner()), wait },
    { payload: { id: 'one', patch: REVISION }, sender: 'ada', dryRun: false },
  );
}
