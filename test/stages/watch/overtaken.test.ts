import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/stages/apply.ts';
import type { RunState, RunsRequest } from '../../../src/stages/control/ports.ts';
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

/** Its run died before it left a record, and is due to be started again. */
let dead: RunState;
beforeEach(async () => {
  world = await openWorld(servers);
  dead = runOf(7_000, 'failure');
  servers.pass(0.2);
});

describe('a run that died before it left a record, and whose patch was sent again since,', () => {
  test.each([
    ['waits for its turn', null],
    ['was cancelled before it had it', 'cancelled'],
    ['died too', 'failure'],
  ])('is left as it is where the later one %s', async (_, conclusion) => {
    const before = await world.everything();
    const { found, rerun } = await pass({ all: [runOf(7_001, conclusion), dead] });
    expect([found, rerun]).toEqual([[], []]);
    expect(await world.everything()).toEqual(before);
  });

  test('is left where the newest one died just now, and is not due itself', async () => {
    expect(await pass({ failed: [runOf(7_001, 'failure'), dead], all: [] })).toMatchObject({ rerun: [] });
  });

  test('is left where that came while the pass was at work', async () => {
    let asked = 0;
    const list = async () => ((asked += 1) === 1 ? [dead] : [runOf(7_001, null), dead]);
    expect(await pass({ list })).toMatchObject({
      rerun: [],
      found: [{ name: 'mute', sentence: expect.stringContaining('was sent again since'), done: 'raced' }],
    });
  });

  test('is left where what came has ended by then, and is on record', async () => {
    let asked = 0;
    const list = async () => {
      if ((asked += 1) === 2) {
        await world.open('mute');
      }
      return [dead];
    };
    expect(await pass({ list })).toMatchObject({ rerun: [], found: [{ done: 'raced' }] });
  });

  test('takes no place of the later one where its run is started again all the same', async () => {
    await world.open('mute');
    const before = await world.record('mute');
    const changes = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: '2' }];
    const payload = { id: 'mute', patch: { version: 1, title: 'Older', changes } };
    const run = { id: before.run.id - 1, attempt: 2, url: dead.url };
    const report = await apply({ ...world.context, run }, { payload, sender: 'ada', dryRun: false });
    expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'conflict', reason: 'revised' } });
    expect(await world.record('mute')).toEqual(before);
  });

  test('is run again where that was a dry run, or of another patch', async () => {
    const others = [runOf(7_002, 'success'), { ...runOf(7_001, null), title: 'Ghost patch other' }];
    expect(await pass({ all: [...others, dead] })).toMatchObject({ rerun: [dead.id] });
  });
});

/** One pass of the schedule: what it finds, and the ids of the runs that it starts again. */
async function pass({
  all = [],
  failed = [dead],
  list = async () => all,
}: {
  readonly all?: readonly RunState[];
  readonly failed?: readonly RunState[];
  readonly list?: () => Promise<readonly RunState[]>;
}) {
  const rerun: number[] = [];
  const runs = {
    ...world.context.runs,
    list: async ({ status }: RunsRequest) => (status === 'failure' ? failed : await list()),
    rerun: async ({ id }: Pick<RunState, 'id'>) => void rerun.push(id),
  };
  const { found } = await world.watch({ event: 'schedule' }, { ...world.context, runs });
  return { found, rerun };
}

function runOf(id: number, conclusion: string | null): RunState {
  const at = servers.time.now;
  const url = `https://github.example/acme/shop/actions/runs/${id}`;
  const status = conclusion === null ? 'waiting' : 'completed';
  return {
    ...runState(id, url, at),
    createdAt: at.toISOString(),
    title: 'Ghost patch Mute',
    status,
    conclusion,
  };
}
