import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handoverOf, openWorld, type Servers, settleDown, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

const CLOSED = { event: 'pull_request' };
const SCHEDULE = { event: 'schedule' };
const GOOD = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }];
const EVIL = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'evil' }];
const THIRD = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'third' }];
const CONFLICT = { kind: 'conflict', reason: 'pull_request_closed' };

describe('a pull request that was closed while a patch was delivered, and opened again', () => {
  test.each([
    ['after a pass has seen it', true],
    ['before anybody has seen it', false],
  ])('is about the patch that it shows and can be merged, closed %s', async (_, seen) => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, GOOD);
    const first = await world.record('one');
    await world.person('ada').close(number);
    if (seen) {
      await world.watch(CLOSED);
    }
    await deliverInVain(world);
    await world.watch(SCHEDULE);
    expect((await world.record('one')).outcome).toMatchObject(CONFLICT);
    await world.person('ada').reopen(number);
    await world.watch(CLOSED);
    expect(await world.record('one')).toMatchObject({
      digest: first.digest,
      title: first.title,
      outcome: { kind: 'opened', pullRequest: { number } },
    });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: false }]);
    await settleDown(world);
    await world.person('ada').merge(number);
    await world.watch(CLOSED);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'merged' });
    await settleDown(world);
  });

  test('needs its approval as before', async () => {
    const world = await openWorld(servers, { config: 'test:\n  command: npm test\napproval: required\n' });
    const number = await world.open('one', {}, GOOD);
    await world.person('ada').close(number);
    await deliverInVain(world);
    await world.person('ada').reopen(number);
    await world.watch(CLOSED);
    expect(await world.record('one')).toMatchObject({
      outcome: { kind: 'opened' },
      approval: { required: true },
    });
    const shown = await world.context.conversation.pullRequest(number);
    await world.context.conversation.setDraft(shown?.nodeId ?? '', false);
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: true }]);
  });

  test('and merged before anybody has seen it open is merged', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, GOOD);
    const { head = '' } = await world.record('one');
    await world.person('ada').close(number);
    await deliverInVain(world);
    servers.pass(24);
    await world.person('ada').reopen(number);
    await world.person('ada').merge(number);
    await world.watch({ ...CLOSED, sha: head });
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'merged' });
    await settleDown(world);
  });

  test('and merged without an event is found by the schedule while it was closed just now', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, GOOD);
    await world.person('ada').close(number);
    await world.watch(CLOSED);
    await world.person('ada').reopen(number);
    await world.person('ada').merge(number);
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'merged' });
    await settleDown(world);
  });
});

test('a revision whose tests ended when its pull request was closed has no pass when that is opened again', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', {}, GOOD);
  const second = await world.apply('one', {}, EVIL);
  await world.person('ada').close(number);
  await world.publish(second, { verdict: 'failed' });
  const { head } = handoverOf(second);
  expect(await world.record('one')).toMatchObject({ head, outcome: CONFLICT });
  await world.person('ada').reopen(number);
  await world.watch(CLOSED);
  await world.watch(SCHEDULE);
  expect((await world.record('one')).outcome).toMatchObject({ kind: 'crashed', stage: 'test' });
  expect((await world.snapshot()).pullRequests).toMatchObject([
    { state: 'open', draft: true, body: expect.not.stringContaining('✅') },
  ]);
  expect((await world.statuses(head)).at(-1)).toMatch(/^error/);
  await settleDown(world);
  await world.publish(await world.apply('one', {}, EVIL));
  expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: false }]);
});

describe('a pull request that was closed long ago, and opened again without an event,', () => {
  test('is found by the next schedule, and followed from then on', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, GOOD);
    await world.person('ada').close(number);
    await world.watch(CLOSED);
    servers.pass(24);
    await world.person('ada').reopen(number);
    await world.watch(SCHEDULE);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'opened' });
    servers.pass(24);
    await world.person('ada').merge(number);
    await world.watch(SCHEDULE);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'merged' });
    await settleDown(world);
  });

  test('is a draft where what it shows was never tested', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, GOOD);
    const second = await world.apply('one', {}, EVIL);
    await world.person('ada').close(number);
    world.endRun(second, 'cancelled');
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'closed' });
    servers.pass(24);
    await world.person('ada').reopen(number);
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toMatchObject([
      { state: 'open', draft: true, body: expect.not.stringContaining('✅') },
    ]);
    await settleDown(world);
  });
});

test('what was closed long ago is looked at no more, so that it costs nothing', async () => {
  const world = await openWorld(servers);
  await world.person('ada').close(await world.open('one', {}, GOOD));
  await deliverInVain(world);
  servers.pass(24);
  await world.watch(SCHEDULE);
  servers.github.clearRequests();
  await world.watch(SCHEDULE);
  expect(servers.github.requests.filter(({ path }) => path.includes('/pulls'))).toEqual([]);
});

async function deliverInVain(world: World): Promise<void> {
  const third = await world.apply('one', { title: 'Third' }, THIRD);
  world.endRun(third, 'failure');
  expect(third.view.record.outcome).toMatchObject(CONFLICT);
}

/** A message that was written without the patch at hand may be written once more; then nothing is left to do. */
