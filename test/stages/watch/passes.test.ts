import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../../src/control/control.ts';
import { formatWatchEntry, WATCH_REF } from '../../../src/record/watch-entry.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import { watchInTurn } from '../../../src/stages/watch/watch-in-turn.ts';
import { seedRecords } from './seed.ts';
import { openWorld, runState, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

describe('passes', () => {
  test('a repository where nothing was ever handled is left as it is', async () => {
    const world = await openWorld(servers);
    await expectNothingToDo(world);
    expect(await world.entry()).toBeNull();
  });

  test('two at once settle everything once', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('one'), 'cancelled');
    world.endRun(await world.apply('two'), 'failure');
    const other = { ...world.context, run: { id: 2, attempt: 1, url: 'https://example.com/2' } };
    const reports = await Promise.all([world.watch(), world.watch(undefined, other)]);
    expect(reports.filter(({ busyUntil }) => busyUntil !== undefined)).toHaveLength(1);
    expect(reports.flatMap(({ found }) => found)).toHaveLength(2);
    expect(world.messages()).toHaveLength(2);
    await expectNothingToDo(world);
  });

  test('one that died is waited for no longer than it could have run', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('left'), 'failure');
    const dying = { ...world.context, run: { id: 2, attempt: 1, url: 'https://example.com/2' } };
    const { repository } = dying;
    const death = Promise.withResolvers<void>();
    let writes = 0;
    const killed: WatchContext = {
      ...dying,
      repository: {
        read: async (request) => await repository.read(request),
        write: async (transaction) => {
          writes += 1;
          if (writes > 1) {
            death.resolve();
            return await new Promise<never>(() => {});
          }
          return await repository.write(transaction);
        },
      },
    };
    void world.watch(undefined, killed);
    await death.promise;
    expect(await world.watch()).toMatchObject({ found: [], busyUntil: expect.any(String) });
    const waiting = { ...world.context, wait: async () => servers.pass(0.3) };
    expect(await watchInTurn(waiting, { event: 'schedule' })).not.toHaveProperty('busyUntil');
    expect((await world.record('left')).outcome).toMatchObject({ kind: 'crashed' });
  });

  test('one that says it works for longer than any could is not waited for', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('left'), 'failure');
    const far = { run: 'https://example.com/2', until: '2999-01-01T00:00:00.000Z' };
    const message = formatWatchEntry({ version: 1, incidents: [], lease: far });
    const tree = await world.git('rev-parse', 'main^{tree}');
    await world.context.repository.write({
      commits: { watch: { tree, parents: [], message: () => message } },
      refs: [{ ref: WATCH_REF, before: null, after: { commit: 'watch' } }],
    });
    await world.watch();
    expect((await world.record('left')).outcome).toMatchObject({ kind: 'crashed' });
    expect(await world.entry()).toEqual({ version: 1, incidents: [] });
  });

  test('what can not be put right keeps nothing else from it, is alerted once, and cleared once', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('bad'), 'cancelled');
    world.endRun(await world.apply('fine'), 'cancelled');
    const { repository } = world.context;
    const broken: WatchContext = {
      ...world.context,
      repository: {
        write: async (transaction) => await repository.write(transaction),
        read: async (request) => {
          if (request.refs?.includes('refs/ghost/patches/bad') === true) {
            throw new Error('GitHub had a bad day');
          }
          return await repository.read(request);
        },
      },
    };
    const first = await world.watch(undefined, broken);
    expect(first.found.find(({ name }) => name === 'bad')).toMatchObject({
      sentence: 'GitHub had a bad day',
      done: 'failed',
    });
    expect(first.alerted).toMatchObject([{ key: 'unsettled', issue: { number: expect.any(Number) } }]);
    expect((await world.record('fine')).outcome).toMatchObject({ kind: 'canceled' });
    const second = await world.watch(undefined, broken);
    expect(second).toMatchObject({ alerted: [], open: [{ key: 'unsettled' }] });
    const third = await world.watch();
    expect(third.cleared).toMatchObject([{ key: 'unsettled' }]);
    expect((await world.snapshot()).issues).toMatchObject([{ state: 'closed', labels: ['ghost:alert'] }]);
    expect(world.messages().filter((text) => text.includes('Alert:'))).toHaveLength(1);
    expect(world.messages().filter((text) => text.includes('All clear:'))).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('what can not be looked at hides nothing else, and is alerted once, and cleared once', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('fine'), 'cancelled');
    await world.open('dark');
    const { head } = await world.record('dark');
    const { conversation } = world.context;
    const blind: WatchContext = {
      ...world.context,
      conversation: {
        ...conversation,
        checks: async (sha) =>
          sha === head ? await Promise.reject(new Error('no such commit')) : await conversation.checks(sha),
      },
    };
    const { found, alerted } = await world.watch(undefined, blind);
    expect(found).toMatchObject([
      { name: 'dark', sentence: 'It could not be looked at: no such commit', done: 'failed' },
      { name: 'fine', done: 'settled' },
    ]);
    expect(alerted).toMatchObject([{ key: 'unsettled', sentence: expect.stringContaining('dark') }]);
    const before = await world.everything();
    expect((await world.watch(undefined, blind)).open).toMatchObject([{ key: 'unsettled' }]);
    expect(await world.everything()).toEqual(before);
    expect((await world.watch()).cleared).toMatchObject([{ key: 'unsettled' }]);
    await expectNothingToDo(world);
  });

  test('a record and a switch that hold rubbish are alerted, and the other patches are looked after', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('fine'), 'cancelled');
    const rubbish = await world.git('rev-parse', 'main');
    await world.git('update-ref', 'refs/ghost/patches/rubbish', rubbish);
    await world.git('update-ref', 'refs/ghost/control', rubbish);
    const report = await world.watch();
    expect(report.unreadable).toEqual(['rubbish']);
    expect(report.alerted.map(({ key }) => key).toSorted()).toEqual(['control', 'records']);
    expect((await world.record('fine')).outcome).toMatchObject({ kind: 'canceled' });
    await expectNothingToDo(world);
  });

  test('a memory that holds rubbish is begun anew', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('fine'), 'cancelled');
    await world.git('update-ref', 'refs/ghost/watch', await world.git('rev-parse', 'main'));
    await world.watch();
    expect(await world.entry()).toEqual({ version: 1, incidents: [] });
  });
});

describe('a pause', () => {
  test('that ran out sends on what was held, in the order in which it came', async () => {
    const world = await openWorld(servers);
    await world.open('first');
    await pause(world, 2);
    for (const id of ['c', 'a', 'b']) {
      expect((await world.apply(id)).view.record.state).toBe('held');
      servers.pass(0.1);
    }
    await world.watch();
    expect(world.dispatched).toEqual([]);
    servers.pass(2);
    world.desk.take = async (payload) => await world.take(payload);
    await world.watch();
    expect(world.dispatched.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect((await world.record('b')).state).toBe('applied');
    await expectNothingToDo(world);
  });

  test.each(['failure', 'cancelled'])(
    'has what is held behind three whose runs end by %s sent on with the next pass',
    async (conclusion) => {
      const world = await openWorld(servers);
      await world.open('first');
      await pause(world, 1);
      for (const id of ['bad-1', 'bad-2', 'bad-3', 'good']) {
        await world.apply(id);
        servers.pass(0.1);
      }
      servers.pass(1);
      const ended: RunState[] = [];
      const list: WatchContext['runs']['list'] = async ({ status }) => (status === 'completed' ? ended : []);
      const within = { ...world.context, runs: { ...world.context.runs, list } };
      world.desk.take = async (payload) => {
        const id = String(payload['id']);
        if (id === 'good') {
          return await world.take(payload);
        }
        const run = runState(1000 + ended.length, '', servers.time.now);
        return ended.push({ ...run, title: `Ghost patch ${id}`, status: 'completed', conclusion });
      };
      await world.watch({ event: 'schedule' }, within);
      expect(world.dispatched.map(({ id }) => id)).toEqual(['bad-1', 'bad-2', 'bad-3']);
      servers.pass(0.3);
      await world.watch({ event: 'schedule' }, within);
      expect(world.dispatched[3]).toMatchObject({ id: 'good' });
      expect((await world.record('good')).state).toBe('applied');
    },
  );

  test('that ended while no machine was free has what was held sent on once, however many passes come', async () => {
    const world = await openWorld(servers);
    await world.open('first');
    await pause(world, 1);
    expect((await world.apply('one')).view.record.state).toBe('held');
    servers.pass(2);
    const queued: RunState[] = [];
    const runs = { ...world.context.runs, list: async () => queued };
    const within = { ...world.context, runs };
    world.desk.take = async () => {
      queued.push({ ...runState(1000, '', servers.time.now), title: 'Ghost patch one', status: 'waiting' });
    };
    for (let pass = 0; pass < 3; pass += 1) {
      await world.watch({ event: 'schedule' }, within);
      servers.pass(0.3);
    }
    expect(world.dispatched.map(({ id }) => id)).toEqual(['one']);
    // Its machine was lost: nobody works on it, and it is sent once more.
    queued.length = 0;
    await world.watch({ event: 'schedule' }, within);
    expect(world.dispatched).toHaveLength(2);
  });

  test('leaves in the inbox what is sent on from where it is held, however long its run waits', async () => {
    const world = await openWorld(servers);
    await world.open('first');
    await pause(world, 31 * 24);
    expect((await world.apply('fix')).view.record.state).toBe('held');
    const ref = `refs/ghost/inbox/${'a'.repeat(64)}`;
    const tree = await world.git('rev-parse', 'refs/ghost/patches/fix^{tree}');
    await world.context.repository.write({
      commits: { kept: { tree, parents: [], message: () => 'patch' } },
      refs: [{ ref, before: null, after: { commit: 'kept' } }],
    });
    servers.pass(30 * 24);
    await world.watch();
    expect(Object.keys((await world.snapshot()).refs)).toContain(ref);
  });

  async function pause(world: World, hours: number): Promise<void> {
    const at = servers.time.now.toISOString();
    const until = new Date(servers.time.now.getTime() + hours * 3_600_000).toISOString();
    const message = formatControl({
      version: 1,
      switches: [{ state: 'paused', scope: { kind: 'repository' }, reason: 'lunch', by: 'ada', at, until }],
      act: { verb: 'pause', surface: 'form', by: 'ada', at },
    });
    await world.context.repository.write({
      commits: {
        control: {
          tree: await world.git('rev-parse', 'main^{tree}'),
          parents: [],
          message: () => message,
        },
      },
      refs: [
        {
          ref: 'refs/ghost/control',
          before: await world.git('rev-parse', 'refs/ghost/control'),
          after: { commit: 'control' },
          force: true,
        },
      ],
    });
  }
});

describe('housekeeping', () => {
  test('removes the branch of a settled patch past its retention, and no other', async () => {
    const world = await openWorld(servers, {
      config: 'watch:\n  retention-days: 3\ntest:\n  command: npm test\n',
    });
    for (const id of ['merged', 'edited']) {
      await world
        .person('ada')
        .merge(await world.open(id, {}, [{ kind: 'write', path: `${id}.txt`, content: id }]));
    }
    await world.open('open', {}, [{ kind: 'write', path: 'open.txt', content: 'open' }]);
    await world.watch();
    await world.person('ada').push('ghost/edited', { 'src/b.txt': 'b\n' });
    servers.pass(4 * 24);
    await world.watch();
    const branches = Object.keys((await world.snapshot()).branches);
    expect(branches.toSorted()).toEqual(['ghost/edited', 'ghost/open', 'main']);
    expect((await world.record('merged')).outcome).toMatchObject({ kind: 'merged' });
    await expectNothingToDo(world);
  });

  test('removes what nobody fetched from the inbox after four days, also where its clock is wrong', async () => {
    const world = await openWorld(servers);
    const tree = await world.git('rev-parse', 'main^{tree}');
    await world.context.repository.write({
      commits: { kept: { tree, parents: [], message: () => 'patch' } },
      refs: [{ ref: `refs/ghost/inbox/${'a'.repeat(64)}`, before: null, after: { commit: 'kept' } }],
    });
    await expectNothingToDo(world);
    // So long a run that left no record is looked for, and started again.
    servers.pass(73);
    await expectNothingToDo(world);
    servers.pass(24);
    await world.watch();
    expect(Object.keys((await world.snapshot()).refs)).not.toContain(`refs/ghost/inbox/${'a'.repeat(64)}`);
    await expectNothingToDo(world);
  });
});

describe('requests', () => {
  test('a thousand settled patches cost no more than thirteen', async () => {
    const world = await openWorld(servers);
    await world.person('ada').merge(await world.open('one'));
    await world.watch();
    const record = await world.record('one');
    await seedRecords(world, { record, ref: 'refs/ghost/patches/one', count: 999 });
    servers.pass(60 * 24);
    await world.watch();
    servers.github.clearRequests();
    const { records, found } = await world.watch();
    expect([records, found]).toEqual([1000, []]);
    // Ten of the records, one of all else that stands in the repository, one of the branches, one of failed runs.
    expect(servers.github.requests.length).toBeLessThanOrEqual(13);
  });
});

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  const report = await world.watch();
  expect(report.found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
