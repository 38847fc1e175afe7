import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../src/control/command.ts';
import { parseConfig } from '../../../src/policy/config.ts';
import { WATCH_REF } from '../../../src/record/watch-entry.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { canaryStatus } from '../../../src/stages/watch/canary.ts';
import { openWorld, type Servers, startServers, type World } from './world.ts';

const CONFIG =
  'watch:\n  canary:\n    path: .canary.txt\n    late-after-hours: 26\ntest:\n  command: npm test\n';
const SCHEDULE = { event: 'schedule' };

const servers: Servers = await startServers();
let world: World;
beforeEach(async () => {
  servers.time.now = new Date('2026-03-01T00:07:00Z');
  world = await openWorld(servers, { config: CONFIG });
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

describe('the canary', () => {
  test('is sent by the first schedule of a day, and by nothing else', async () => {
    await world.watch({ event: 'workflow_run' });
    expect(world.dispatched).toEqual([]);
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01']);
    servers.pass(24);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01', 'canary-2026-03-02']);
  });

  test('is also sent when somebody asks, and not while another one flies', async () => {
    world.desk.take = async (payload) => await world.take(payload);
    await world.watch({ event: 'workflow_dispatch', canary: true });
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01-0007']);
    servers.pass(0.1);
    await world.watch({ event: 'workflow_dispatch', canary: true });
    expect(world.dispatched).toHaveLength(1);
  });

  test('is sent once a day under another name where somebody has taken its own', async () => {
    await world.open('canary-2026-03-01');
    await world.open('canary-2026-03-02');
    await world.watch(SCHEDULE);
    servers.pass(0.25);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01-0007']);
    servers.pass(24);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual([
      'canary-2026-03-01-0007',
      'canary-2026-03-02-0022',
    ]);
  });

  test('that somebody takes over while it is tested has neither arrived nor failed, and is sent once more', async () => {
    await world.watch(SCHEDULE);
    await world.take(world.dispatched[0] ?? {});
    await world.open('canary-2026-03-01');
    for (const verdict of ['passed', 'failed'] as const) {
      const theirs = await world.apply('canary-2026-03-01', {}, [
        { kind: 'write', path: 'mine.md', content: verdict },
      ]);
      await world.publish(theirs, { verdict });
      const { alerted, canary } = await world.watch({ event: 'workflow_run' });
      expect([alerted, canary]).toEqual([[], null]);
    }
    servers.pass(0.25);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01', 'canary-2026-03-01-0022']);
    await world.publish(await world.take(world.dispatched[1] ?? {}));
    expect((await world.watch()).canary).toMatchObject({ late: false });
    servers.pass(0.25);
    await world.watch(SCHEDULE);
    expect(world.dispatched).toHaveLength(2);
  });

  test('that GitHub did not take is sent by the next schedule', async () => {
    world.desk.take = async () => await Promise.reject(new Error('GitHub took no dispatch'));
    const { found } = await world.watch(SCHEDULE);
    expect(found).toMatchObject([{ name: 'canary-2026-03-01', done: 'failed' }]);
    delete world.desk.take;
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    expect(world.dispatched.map(({ id }) => id)).toEqual(['canary-2026-03-01', 'canary-2026-03-01']);
  });

  test('that arrives is closed, leaves no branch, and its time is kept and shown', async () => {
    await arrive(world, 90);
    const { found, canary } = await world.watch();
    expect(found).toMatchObject([{ name: 'canary-2026-03-01', done: 'settled' }]);
    expect(canary).toEqual({ arrivedAt: '2026-03-01T00:08:30.000Z', seconds: 90, late: false });
    const { pullRequests, branches, issues } = await world.snapshot();
    expect(pullRequests).toMatchObject([{ state: 'closed' }]);
    expect(Object.keys(branches)).toEqual(['main']);
    expect(issues).toEqual([]);
    expect((await world.record('canary-2026-03-01')).outcome).toMatchObject({
      kind: 'closed',
      by: 'ghost-runner',
    });
    await expectNothingToDo(world);
    const message = await world.git('log', '-1', '--format=%B', WATCH_REF);
    const parsed = parseConfig(CONFIG);
    expect(
      canaryStatus(message, parsed.ok ? parsed.config : null, { now: servers.time.now, stoppedUntil: null }),
    ).toEqual(canary);
  });

  test('that does not arrive raises one alert and one issue, and the next that does clears both once', async () => {
    await world.watch(SCHEDULE);
    servers.pass(24);
    await world.watch(SCHEDULE);
    expect(alerts(world)).toEqual([]);
    servers.pass(3);
    const { alerted } = await world.watch(SCHEDULE);
    expect(alerted).toMatchObject([{ key: 'canary', sentence: expect.stringContaining('26 hours') }]);
    await world.watch(SCHEDULE);
    servers.pass(1);
    await world.watch(SCHEDULE);
    expect(alerts(world)).toEqual([expect.stringContaining('🚨 Alert: the canary did not arrive')]);
    expect((await world.snapshot()).issues).toMatchObject([{ state: 'open', labels: ['ghost:alert'] }]);
    servers.pass(24);
    await arrive(world, 60);
    await world.watch();
    await expectNothingToDo(world);
    expect(alerts(world)).toHaveLength(2);
    expect(alerts(world)[1]).toContain('✅ All clear');
    expect((await world.snapshot()).issues).toMatchObject([
      { state: 'closed', comments: [{ body: expect.stringContaining('Over since') }] },
    ]);
  });

  test('that fails raises the alert at once', async () => {
    await world.watch(SCHEDULE);
    const report = await world.take(world.dispatched[0] ?? {});
    await world.publish(report, { verdict: 'failed' });
    const { alerted } = await world.watch();
    expect(alerted).toMatchObject([{ key: 'canary', sentence: expect.stringContaining('Tests failed') }]);
    await world.watch();
    expect(alerts(world)).toHaveLength(1);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'closed' }]);
  });

  test('is not sent and not missed while Ghost Runner is stopped', async () => {
    await world.open('first');
    await world.git('update-ref', 'refs/ghost/control', 'main');
    await world.watch(SCHEDULE);
    servers.pass(100);
    const { alerted, open } = await world.watch(SCHEDULE);
    expect(world.dispatched).toEqual([]);
    expect([...alerted, ...open].map(({ key }) => key)).toEqual(['control']);
  });

  test.each([
    ['pause', ['pause looking into it'], 'resume'],
    ['lock', ['lock looking into it'], 'unlock'],
    ['pause that ends by itself', ['pause looking into it for 71h'], null],
    ['pause of its branch', ['pause a release on branch main'], 'resume on branch main'],
    ['pause that goes on when a lock is lifted', ['pause for 71h', 'lock looking into it'], 'unlock'],
  ])('is waited for anew after a %s of days, and is late only after that', async (_stop, begin, end) => {
    await arrive(world, 60);
    await world.watch();
    for (const line of begin) {
      await command(world, line);
    }
    servers.pass(70);
    expect((await world.watch(SCHEDULE)).canary).toMatchObject({ late: false });
    if (end !== null) {
      await command(world, end);
    }
    servers.pass(2);
    expect(await world.watch({ event: 'workflow_run' })).toMatchObject({
      alerted: [],
      canary: { late: false },
    });
    await command(world, 'pause too many from @rita');
    servers.pass(23);
    expect((await world.watch({ event: 'workflow_run' })).alerted).toEqual([]);
    servers.pass(3);
    expect(await world.watch({ event: 'workflow_run' })).toMatchObject({
      alerted: [{ key: 'canary', sentence: expect.stringContaining('26 hours') }],
      canary: { late: true },
    });
  });

  test.each(['lock leaked', 'kill all confirm'])(
    'that %s ended has not failed, and one that fails after that has',
    async (line) => {
      await world.open('first');
      await world.watch(SCHEDULE);
      if (line.startsWith('kill')) {
        world.endRun(await world.take(world.dispatched[0] ?? {}), 'cancelled');
      }
      await command(world, line);
      if (line.startsWith('lock')) {
        expect(await world.take(world.dispatched[0] ?? {})).toMatchObject({ outcome: { kind: 'halted' } });
      }
      servers.pass(1);
      await command(world, 'unlock confirm');
      servers.pass(1);
      expect((await world.watch(SCHEDULE)).alerted).toEqual([]);
      servers.pass(24);
      await world.watch(SCHEDULE);
      world.endRun(await world.take(world.dispatched[1] ?? {}), 'cancelled');
      await world.watch(SCHEDULE);
      expect((await world.watch(SCHEDULE)).alerted).toMatchObject([
        { key: 'canary', sentence: expect.stringContaining('Canceled') },
      ]);
    },
  );

  test('is not said to be late where nobody can tell whether there was a stop', async () => {
    await arrive(world, 60);
    await world.watch();
    servers.pass(27);
    const { ledger } = world.context;
    const history = async () => await Promise.reject(new Error('GitHub is away'));
    const blind = { ...world.context, ledger: { ...ledger, history } };
    const { alerted } = await world.watch({ event: 'workflow_run' }, blind);
    expect(alerted.map(({ key }) => key)).not.toContain('canary');
    expect((await world.watch({ event: 'workflow_run' })).alerted).toMatchObject([{ key: 'canary' }]);
  });

  test("is not what somebody else's patch becomes by its name", async () => {
    await world.open('canary-2026-02-28');
    await expectNothingToDo(world);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }]);
  });
});

/** Sends the day's canary and brings it all the way, so many seconds later. */
async function arrive(on: World, seconds: number): Promise<void> {
  on.dispatched.length = 0;
  await on.watch(SCHEDULE);
  const report = await on.take(on.dispatched[0] ?? {});
  servers.pass(seconds / 3600);
  await on.publish(report);
}

async function command(on: World, line: string): Promise<void> {
  const parsed = parseCommand(line);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  servers.github.setRole(on.repository, 'bea', 'maintain');
  await execute(on.context, { command: parsed.command, surface: 'form', actor: 'bea', confirm: true });
}

function alerts(on: World): readonly string[] {
  return on.messages().filter((text) => text.includes('Alert') || text.includes('All clear'));
}

async function expectNothingToDo(on: World): Promise<void> {
  const before = await on.everything();
  const report = await on.watch();
  expect(report.found).toEqual([]);
  expect(await on.everything()).toEqual(before);
}
