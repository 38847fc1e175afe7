import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChores } from '../../src/app/chores.ts';
import { type RunningServer, startServer } from '../../src/app/server.ts';
import { openStore } from '../../src/io/store/open.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { POSTGRES, type PostgresServer, startPostgres } from '../io/store/postgres-server.ts';
import { type Said, startSweeper } from './sweepers.ts';
import { createWorld, type World } from './world.ts';

if (POSTGRES === null) {
  test.skip('servers that share one database: needs /usr/lib/postgresql; install "postgresql"', () => {});
} else {
  testOn(POSTGRES);
}

function testOn(bin: string): void {
  let database: PostgresServer;
  let world: World;
  let other: RunningServer;
  beforeAll(async () => {
    database = await startPostgres(bin);
    world = await createWorld({ store: await database.createDatabase() });
    other = await startServer({ ...world.settings, port: 0 });
  }, 60_000);
  afterAll(async () => {
    await other.stop();
    await world.close();
    await database.close();
  });

  test('what one server took, the other one knows, and GitHub is sent each patch once', async () => {
    world.github.faults.add({ match: { route: '/dispatches' }, fault: { kind: 'status', status: 502 } });
    const ids = ['one', 'two', 'three', 'four', 'five', 'six'];
    for (const id of ids) {
      expect((await submit(id)).status).toBe(202);
    }
    world.github.faults.clear();
    for (const id of ids) {
      await until(
        async () => (await world.request(`/api/patches/${id}`, { at: other.url })).body['stage'] === 'sent',
      );
    }
    expect(world.dispatches()).toBe(ids.length);
    expect(await submit('one', other.url)).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
  }, 60_000);

  test('the same patch sent to both at once is taken once', async () => {
    const before = world.dispatches();
    const answers = await Promise.all([submit('raced'), submit('raced', other.url), submit('raced')]);
    expect(answers.filter(({ body }) => body['outcome'] === 'accepted')).toHaveLength(1);
    await until(async () => (await world.request('/api/patches/raced')).body['stage'] === 'sent');
    expect(world.dispatches() - before).toBe(1);
  }, 60_000);

  test('servers that start together look once for webhooks that did not arrive', async () => {
    const looks = () =>
      world.github.requests.filter(({ route }) => route === 'GET /app/hook/deliveries').length;
    world.github.clearRequests();
    const settings = { ...world.settings, port: 0, store: await database.createDatabase() };
    const servers = await Promise.all([startServer(settings), startServer(settings)]);
    await until(async () => looks() > 0);
    await Promise.all(servers.map((server) => server.stop()));
    expect(looks()).toBe(1);
  }, 60_000);

  test('two processes do a chore in turn, each time once and never side by side', async () => {
    const place = await database.createDatabase();
    await (await openStore(place)).close();
    const sweepers = [startSweeper(place, 100, 'works'), startSweeper(place, 100, 'works')];
    await Promise.all(sweepers.map((sweeper) => sweeper.begun(1)));
    await until(async () => sweepers.flatMap((sweeper) => sweeper.said).length > 10);
    await Promise.all(sweepers.map((sweeper) => sweeper.kill()));
    const said = sweepers.flatMap((sweeper) => sweeper.said).toSorted(byTime);
    const words = said.map(({ word }) => word);
    expect(words.slice(0, 10)).toEqual(Array.from({ length: 5 }, () => ['begin', 'end']).flat());
    const begins = said.filter(({ word }) => word === 'begin').map(({ at }) => at);
    // The first turn may be printed late, by at most a turn in this sum.
    expect((begins.at(-1) ?? 0) - (begins[0] ?? 0)).toBeGreaterThan((begins.length - 2) * 100);
  }, 60_000);

  test('what a process died at is done by another one when its lease ends, and once', async () => {
    const place = await database.createDatabase();
    const store = await openStore(place);
    const sweeper = startSweeper(place, 1_000, 'hangs');
    await sweeper.begun(1);
    await sweeper.kill();
    let done = 0;
    const work = async () => {
      done += 1;
    };
    const tryAfter = (seconds: number) =>
      createChores({ store, clock: { now: () => new Date(Date.now() + seconds * 1000) } })({
        name: 'try',
        every: 60_000,
        work,
      });
    await tryAfter(5);
    expect(done).toBe(0);
    await Promise.all([tryAfter(40), tryAfter(40), tryAfter(40)]);
    await tryAfter(45);
    expect(done).toBe(1);
    await store.close();
  }, 60_000);

  test('while the database is gone nothing is promised, and afterwards everything goes on', async () => {
    await database.crash();
    const answer = await submit('outage');
    expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await world.request('/ready', { token: null })).toMatchObject({
      status: 503,
      body: { ready: false, store: { ok: false } },
    });
    await database.start();
    expect(await submit('outage')).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    await until(async () => (await world.request('/ready', { token: null })).status === 200);
  }, 60_000);

  async function submit(id: string, at?: string) {
    return await world.request('/api/patches', {
      method: 'POST',
      body: { id, patch: GOOD.patch },
      ...(at === undefined ? {} : { at }),
    });
  }
}

function byTime(one: Said, other: Said): number {
  return one.at - other.at;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
