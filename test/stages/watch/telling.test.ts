import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isLeftAlone } from '../../../src/stages/watch/careful-chat.ts';
import { seedRecords } from './seed.ts';
import { openWorld, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

describe('a message', () => {
  test('that Slack did not take while it was down is posted when it is back, and the warning goes', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 2 });
    await world.open('down');
    expect(world.messages()).toEqual([]);
    expect((await world.record('down')).warnings).toEqual([expect.stringContaining('Slack was not told')]);
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'down', done: 'settled' }]);
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    expect(await world.record('down')).toMatchObject({ slack: { ts: expect.any(String) }, warnings: [] });
    await expectNothingToDo(world);
  });

  test('that was posted by a process that never heard so is found, and not doubled', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'drop', when: 'after', method: 'chat.postMessage' });
    await world.open('unheard');
    expect((await world.record('unheard')).slack).toBeUndefined();
    expect(world.messages()).toEqual([expect.stringContaining('under way')]);
    await world.watch();
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    await expectNothingToDo(world);
  });

  test('is not posted where nobody can look whether it is there, and the record says what to do', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'drop', when: 'after', method: 'chat.postMessage' });
    await world.open('blind');
    const blind = { ...world.context, history: null };
    await world.watch(undefined, blind);
    expect(world.messages()).toHaveLength(1);
    const { warnings } = await world.record('blind');
    expect(warnings.filter(isLeftAlone)).toEqual([expect.stringContaining('channels:history')]);
    const before = await world.everything();
    expect((await world.watch(undefined, blind)).found).toEqual([]);
    expect(await world.everything()).toEqual(before);
  });

  test('that shows less than the record is brought up to date', async () => {
    const world = await openWorld(servers);
    await world.open('late');
    await world.rewrite('late', (record) => ({
      ...record,
      slack: { channel: 'C0GHOST001', ts: record.slack?.ts ?? '', shown: '0' },
    }));
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'late', sentence: expect.stringContaining('message') }]);
    await expectNothingToDo(world);
  });

  test('that a person deleted is not posted anew', async () => {
    const world = await openWorld(servers);
    await world.open('deleted');
    await world.rewrite('deleted', (record) => ({ ...record, slack: { channel: 'C0GHOST001', ts: '1.1' } }));
    const { found } = await world.watch();
    expect(found).toMatchObject([{ done: 'settled', sentence: expect.stringContaining('was deleted') }]);
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });
});

describe('a message that is about to be posted', () => {
  test('by a process that still runs is left to it, and posted where that one has ended', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
    const report = await world.apply('refused', {}, [{ kind: 'delete', path: 'not-there.txt' }]);
    expect((await world.record('refused')).outcome).toMatchObject({ kind: 'refused' });
    await expectNothingToDo(world);
    world.endRun(report, 'success');
    await world.watch();
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });
});

describe('an event', () => {
  const EVENT = { event: 'workflow_run' };

  test('looks closely only at what has just moved, and a schedule at the others', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 2 });
    await world.open('missed');
    servers.pass(1);
    servers.github.clearRequests();
    expect((await world.watch(EVENT)).found).toEqual([]);
    expect(servers.github.requests.length).toBeLessThanOrEqual(3);
    expect((await world.watch({ event: 'schedule' })).found).toMatchObject([{ name: 'missed' }]);
    expect(world.messages()).toHaveLength(1);
  });
});

describe('a commit status', () => {
  test('that waits for an attempt that is over is ended, though the next one came to no commit', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('waits');
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leak', by: 'ada', at }]);
    const dead = async () => Promise.reject(new Error('died'));
    const forge = { ...world.context.forge, setStatus: dead };
    await world.publish(report, { within: { ...world.context, forge } });
    const { head = '' } = await world.record('waits');
    await world.apply('waits');
    servers.pass(0.3);
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    await world.watch({ event: 'schedule' });
    expect((await world.statuses(head)).at(-1)).toMatch(/^error: Halted/);
    await expectNothingToDo(world);
  });

  test('that disagrees with the record is set anew', async () => {
    const world = await openWorld(servers);
    await world.open('status');
    const { head = '' } = await world.record('status');
    await world.context.forge.setStatus(head, {
      context: 'ghost-runner',
      state: 'pending',
      description: 'still waiting',
    });
    await world.watch();
    expect((await world.statuses(head)).at(-1)).toContain('success: Tests passed');
    await expectNothingToDo(world);
  });
});

describe('an old repository with much left open', () => {
  test('gets one alert and no flood, and later one all-clear', async () => {
    const world = await openWorld(servers);
    for (let index = 0; index < 7; index += 1) {
      servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
      world.endRun(await world.apply(`old-${index}`), 'failure');
    }
    const { found, alerted } = await world.watch();
    expect(found.filter(({ done }) => done === 'settled')).toHaveLength(7);
    expect(alerted).toMatchObject([{ key: 'backlog' }]);
    expect(world.messages()).toEqual([expect.stringContaining('Alert: many patches were left open')]);
    expect((await world.snapshot()).issues).toEqual([]);
    const next = await world.watch();
    expect(next.found).toEqual([]);
    expect(world.messages()).toHaveLength(2);
    expect(world.messages()[1]).toContain('All clear');
    await expectNothingToDo(world);
  });

  test('that takes more than one pass gets no more than that either', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
    const report = await world.apply('old');
    world.endRun(report, 'failure');
    const record = { ...(await world.record('old')), attempt: 3 };
    // A hundred runs are looked at in a pass, and these are known no more.
    await seedRecords(world, { record, ref: 'refs/ghost/patches/old', count: 102, firstRun: 5000 });
    servers.pass(4 * 24);
    servers.github.clearRequests();
    const passes = [await world.watch(), await world.watch(), await world.watch()];
    expect(passes.map(({ found }) => found.length)).toEqual([100, 3, 0]);
    // Six for each patch that is put right, and what the passes look at: within what a job's token has in an hour.
    expect(servers.github.requests.length).toBeLessThanOrEqual(900);
    expect(world.messages()).toEqual([
      expect.stringContaining('Alert: many patches were left open'),
      expect.stringContaining('All clear'),
    ]);
    await expectNothingToDo(world);
  });
});

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  const report = await world.watch();
  expect(report.found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
