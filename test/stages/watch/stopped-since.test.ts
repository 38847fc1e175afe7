import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../src/control/command.ts';
import { formatControl } from '../../../src/control/control.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import type { RunState, RunsRequest } from '../../../src/stages/control/ports.ts';
import { wasStoppedSince } from '../../../src/stages/watch/stopped-since.ts';
import { openWorld, runState, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
let world: World;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});
beforeEach(async () => {
  world = await openWorld(servers);
  await world.open('first');
  servers.pass(0.1);
});

describe('a run that died before it left a record, and that was stopped,', () => {
  test.each([
    ['by "kill all" after it was sent', ['kill all confirm', 'unlock confirm']],
    ['by a lock after it was sent', ['lock a leak', 'unlock confirm']],
    [
      'by a lock of its branch, as far as anybody can tell',
      ['lock on branch main', 'unlock on branch main confirm'],
    ],
    ['by a lock that ran out by itself', ['lock a leak for 5m']],
  ])('does not come back %s', async (_, commands) => {
    const dead = runOf(servers.time.now);
    for (const line of commands) {
      servers.pass(0.1);
      await command(line);
    }
    servers.pass(0.3);
    const { rerun, alerted } = await pass([dead]);
    expect(rerun).toEqual([]);
    expect(alerted).toMatchObject([
      {
        key: 'run 7000',
        sentence: expect.stringMatching(/"kill all".*Where the patch is still wanted, send it once more/),
      },
    ]);
    expect((await pass([dead])).alerted).toEqual([]);
  });

  test('does not come back where it was sent while everything was locked', async () => {
    await command('lock a leak');
    servers.pass(0.1);
    const dead = runOf(servers.time.now);
    servers.pass(0.3);
    expect(await pass([dead])).toMatchObject({ rerun: [], alerted: [] });
    await command('unlock confirm');
    expect(await pass([dead])).toMatchObject({ rerun: [], alerted: [{ key: 'run 7000' }] });
  });

  test('does not come back where it was ended while the pass was at work', async () => {
    const dead = runOf(servers.time.now);
    servers.pass(0.3);
    const { rerun, found } = await pass([dead], async () => {
      await command('kill all confirm');
      await command('unlock confirm');
    });
    expect(rerun).toEqual([]);
    expect(found).toMatchObject([
      { name: 'mute', done: 'raced', sentence: expect.stringContaining('was ended') },
    ]);
  });

  test('is run again where that was over before it was sent, or was a pause', async () => {
    await command('kill all confirm');
    await command('unlock confirm');
    servers.pass(0.1);
    const dead = runOf(servers.time.now);
    servers.pass(0.1);
    await command('pause a look');
    await command('resume');
    servers.pass(0.3);
    expect(await pass([dead])).toMatchObject({ rerun: [dead.id], alerted: [] });
  });

  test('is run again while a stop stands that may be of others, which asks it when it is applied', async () => {
    await command('lock from @mallory');
    const dead = runOf(servers.time.now);
    servers.pass(0.3);
    expect(await pass([dead])).toMatchObject({ rerun: [dead.id], alerted: [] });
  });

  test.each(['cancel mute', 'kill mute'])(
    'does not come back after "%s", though no record knows of it',
    async (line) => {
      const dead = runOf(servers.time.now);
      servers.pass(0.1);
      expect(await ended(line, [])).toMatchObject({ done: 'refused' });
      expect(await ended(line, [dead])).toMatchObject({
        done: 'done',
        sentence: expect.stringMatching(/none that failed is started again.*send it again/),
        observed: [{ kind: 'run', name: '7000', state: 'completed: failure' }],
      });
      servers.pass(0.3);
      expect(await pass([dead])).toMatchObject({ rerun: [], alerted: [{ key: 'run 7000' }] });
    },
  );

  test('is told to end while it is still under way', async () => {
    const active = { ...runOf(servers.time.now), status: 'running', conclusion: null } as const;
    expect(await ended('cancel mute', [active])).toMatchObject({
      done: 'done',
      observed: [{ kind: 'run', name: '7000', state: 'unknown to GitHub' }],
    });
  });

  test('is ended by its own id, and where the log is too long to be read', () => {
    const run = { id: 'mute', run: runOf(servers.time.now) };
    const at = servers.time.now.toISOString();
    const entryOf = (patch: string) => ({
      committedAt: at,
      message: formatControl({
        version: 1,
        switches: [],
        act: { verb: 'cancel', surface: 'slack', by: 'ada', at, patch },
      }),
    });
    const asked = (patch: string) => wasStoppedSince([entryOf(patch)], run, servers.time.now);
    expect([asked('mute'), asked('other'), wasStoppedSince(null, run, servers.time.now)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

async function command(line: string): Promise<void> {
  const parsed = parseCommand(line);
  expect(parsed).toMatchObject({ ok: true });
  if (parsed.ok) {
    const report = await execute(world.context, { ...parsed, surface: 'form', actor: 'acme' });
    expect(report).toMatchObject({ done: 'done' });
  }
}

/** What is said of a command, where GitHub lists these runs. */
async function ended(line: string, listed: readonly RunState[]) {
  const parsed = parseCommand(line);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  const list = async ({ status }: RunsRequest) =>
    listed.filter((run) => (status === 'failure') === (run.conclusion === 'failure'));
  const runs = { ...world.context.runs, list };
  return await execute({ ...world.context, runs }, { ...parsed, surface: 'form', actor: 'acme' });
}

/** One pass of the schedule, with the ids of the runs that it starts again. `meanwhile` comes after it has looked. */
async function pass(failed: readonly RunState[], meanwhile: () => Promise<void> = async () => {}) {
  const rerun: number[] = [];
  let asked = 0;
  const runs = {
    ...world.context.runs,
    list: async ({ event, status }: RunsRequest) => {
      if (event === undefined) {
        return [];
      }
      if (status !== 'failure' && (asked += 1) === 2) {
        await meanwhile();
      }
      return failed;
    },
    rerun: async ({ id }: Pick<RunState, 'id'>) => void rerun.push(id),
  };
  const { found, alerted } = await world.watch({ event: 'schedule' }, { ...world.context, runs });
  return { rerun, found, alerted };
}

function runOf(at: Date): RunState {
  const ended = { status: 'completed', conclusion: 'failure', createdAt: at.toISOString() } as const;
  return {
    ...runState(7_000, 'https://github.example/acme/shop/actions/runs/7000', at),
    ...ended,
    title: 'Ghost patch Mute',
  };
}
