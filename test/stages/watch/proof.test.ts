import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

const SCHEDULE = { event: 'schedule' };
const APPROVED = { config: 'test:\n  command: npm test\napproval: required\n' };
const GOOD = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }];
const EVIL = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'evil' }];
const THIRD = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'third' }];
const MISFIT = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
const NOTHING = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'two' }];

describe('a revision whose tests failed while a pause held it, and then a delivery that', () => {
  test.each([
    ['is refused', MISFIT, 'refused'],
    ['changes nothing', NOTHING, 'no_change'],
  ])('%s: the pull request becomes a draft and claims no pass', async (_, third, kind) => {
    const world = await openWorld(servers);
    await failWhilePaused(world);
    await world.logCommand({ verb: 'resume' });
    // What is held goes on after the pause, whatever else is delivered.
    await world.rewrite('one', (record) => ({ ...record, state: 'done', outcome: { kind: 'canceled' } }));
    world.endRun(await world.apply('one', {}, third), 'failure');
    expect((await world.record('one')).outcome).toMatchObject({ kind });
    await expectUnproven(world);
  });

  test('is locked out: it becomes one too', async () => {
    const world = await openWorld(servers);
    await failWhilePaused(world);
    await stop(world, 'locked');
    world.endRun(await world.apply('one', {}, EVIL), 'failure');
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'halted' });
    await expectUnproven(world);
  });

  test('is refused, where it was a draft all along: its text claims no pass any more', async () => {
    const world = await openWorld(servers, APPROVED);
    await failWhilePaused(world);
    await world.logCommand({ verb: 'resume' });
    // What is held goes on after the pause, whatever else is delivered.
    await world.rewrite('one', (record) => ({ ...record, state: 'done', outcome: { kind: 'canceled' } }));
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    await expectUnproven(world);
  });
});

describe('a revision that a pause holds', () => {
  test('makes its pull request a draft until it has been tested, and ready again then', async () => {
    const world = await openWorld(servers);
    await failWhilePaused(world);
    await world.watch(SCHEDULE);
    expect(await pullRequest(world)).toMatchObject({ draft: true, body: claimsNoPass() });
    expect(await world.record('one')).toMatchObject({ state: 'held' });
    await expectNothingToDo(world);
    await world.logCommand({ verb: 'resume' });
    await world.publish(await world.apply('one', {}, EVIL));
    expect(await pullRequest(world)).toMatchObject({ draft: false });
  });

  test('leaves it ready where it came to no commit, and does so where it is canceled', async () => {
    const world = await openWorld(servers);
    await world.open('one', {}, GOOD);
    await stop(world, 'paused');
    world.endRun(await world.apply('one', {}, EVIL), 'success');
    await expectNothingToDo(world);
    await world.rewrite('one', (record) => ({ ...record, state: 'done', outcome: { kind: 'canceled' } }));
    await world.watch(SCHEDULE);
    expect(await pullRequest(world)).toMatchObject({ draft: false, body: claimsPass() });
  });

  test.each(['is canceled', 'failed'])(
    'makes a draft of what shows a revision that it has overtaken, where the run of that one %s',
    async (end) => {
      const world = await openWorld(servers);
      await world.open('one', {}, GOOD);
      const overtaken = await world.apply('one', {}, EVIL);
      await stop(world, 'paused');
      world.endRun(await world.apply('one', {}, THIRD), 'success');
      if (end === 'failed') {
        await world.publish(overtaken, { verdict: 'failed' });
      } else {
        world.endRun(overtaken, 'cancelled');
      }
      await world.watch(SCHEDULE);
      expect(await pullRequest(world)).toMatchObject({ draft: true, body: claimsNoPass() });
      expect(await world.record('one')).toMatchObject({ state: 'held' });
      await expectNothingToDo(world);
      await world.logCommand({ verb: 'resume' });
      await world.publish(await world.apply('one', {}, THIRD));
      expect(await pullRequest(world)).toMatchObject({ draft: false, body: claimsPass() });
    },
  );
});

describe('a pull request whose commit has passed', () => {
  test('stays ready after a delivery that came to nothing, at no request for each pass', async () => {
    const world = await openWorld(servers);
    await world.open('one', {}, GOOD);
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    const { head } = await world.record('one');
    expect(await world.record('one')).toMatchObject({
      outcome: { kind: 'refused' },
      proof: { sha: head, tests: 'passed' },
    });
    await expectNothingToDo(world);
    expect(await pullRequest(world)).toMatchObject({ draft: false, body: claimsPass() });
  });

  test('stays ready where only the history of an old record says so, and is known as that afterwards', async () => {
    const world = await openWorld(servers);
    await world.open('one', {}, GOOD);
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    await world.rewrite('one', (record) => {
      const { proof: _, ...old } = record;
      return old;
    });
    await world.watch(SCHEDULE);
    expect(await world.record('one')).toMatchObject({ proof: { tests: 'passed' } });
    expect(await pullRequest(world)).toMatchObject({ draft: false, body: claimsPass() });
    await expectNothingToDo(world);
  });

  test('goes on to need its approval, whatever was delivered since', async () => {
    const world = await openWorld(servers, APPROVED);
    await world.open('one', {}, GOOD);
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    await markReady(world);
    await world.watch(SCHEDULE);
    expect(await pullRequest(world)).toMatchObject({ draft: true, labels: ['ghost:needs-approval'] });
    await expectNothingToDo(world);
  });

  test('goes on to have its approval, whatever was delivered since', async () => {
    const world = await openWorld(servers, APPROVED);
    await world.open('one', {}, GOOD);
    await world.rewrite('one', (record) => ({
      ...record,
      approval: {
        required: true,
        by: 'rob',
        at: servers.time.now.toISOString(),
        digest: record.digest,
        ...(record.head === undefined ? {} : { sha: record.head }),
      },
    }));
    await markReady(world);
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    await expectNothingToDo(world);
    expect(await pullRequest(world)).toMatchObject({ draft: false });
  });
});

describe('a pull request whose tests failed', () => {
  test('is a draft again where it looks ready, and goes on to show what failed', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('one', {}, EVIL), { verdict: 'failed' });
    const { body } = await pullRequest(world);
    await markReady(world);
    await world.watch(SCHEDULE);
    expect(await pullRequest(world)).toMatchObject({ draft: true, body });
    world.endRun(await world.apply('one', {}, MISFIT), 'failure');
    await expectNothingToDo(world);
  });

  test('stays red where a person merges it, which its record and status say', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('one', {}, EVIL), { verdict: 'failed' });
    const { head = '' } = await world.record('one');
    await markReady(world);
    await world.person('ada').merge(1);
    await world.watch(SCHEDULE);
    expect((await world.statuses(head)).at(-1)).toMatch(
      /^failure: Merged: pull request #1\. ada merged it as \w+\. Its tests had failed\.$/,
    );
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'merged', tested: 'failed' } });
    await expectNothingToDo(world);
  });

  test('is left alone where a person has committed to it', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('one', {}, EVIL), { verdict: 'failed' });
    await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
    await markReady(world);
    await world.watch(SCHEDULE);
    expect(await pullRequest(world)).toMatchObject({ draft: false });
  });
});

test('a text that GitHub does not change is tried again by the next pass, which says so', async () => {
  const world = await openWorld(servers);
  await failWhilePaused(world);
  const { forge } = world.context;
  const updatePullRequest = async () => Promise.reject(new Error('not today'));
  const refusing = { ...world.context, forge: { ...forge, updatePullRequest } };
  const { found } = await world.watch(SCHEDULE, refusing);
  expect(found).toMatchObject([{ name: 'one', done: 'failed' }]);
  expect(await pullRequest(world)).toMatchObject({ draft: true, body: claimsPass() });
  servers.pass(0.3);
  await world.watch(SCHEDULE);
  expect(await pullRequest(world)).toMatchObject({ draft: true, body: claimsNoPass() });
});

/** The pull request shows the first commit's pass, and its branch holds a second one, whose tests failed. */
async function failWhilePaused(world: World): Promise<void> {
  await world.open('one', {}, GOOD);
  const second = await world.apply('one', {}, EVIL);
  await stop(world, 'paused');
  await world.publish(second, { verdict: 'failed' });
  expect(await world.record('one')).toMatchObject({ state: 'held' });
  expect(await pullRequest(world)).toMatchObject({ body: claimsPass() });
  servers.pass(0.3);
}

async function stop(world: World, state: 'paused' | 'locked'): Promise<void> {
  const at = servers.time.now.toISOString();
  const scope = { kind: 'repository' } as const;
  const verb = state === 'paused' ? 'pause' : 'lock';
  await world.logCommand({ verb }, [{ state, scope, reason: 'leak', by: 'ada', at }]);
}

async function markReady(world: World): Promise<void> {
  const shown = await world.context.conversation.pullRequest(1);
  await world.context.conversation.setDraft(shown?.nodeId ?? '', false);
}

async function pullRequest(world: World) {
  const [pull, ...more] = (await world.snapshot()).pullRequests;
  expect(more).toEqual([]);
  if (pull === undefined) {
    throw new Error('there is no pull request');
  }
  return pull;
}

function claimsPass() {
  return expect.stringContaining('✅');
}

function claimsNoPass() {
  return expect.not.stringContaining('✅');
}

async function expectUnproven(world: World): Promise<void> {
  await world.watch(SCHEDULE);
  expect(await pullRequest(world)).toMatchObject({ state: 'open', draft: true, body: claimsNoPass() });
  const { head = '' } = await world.record('one');
  expect((await world.statuses(head)).at(-1)).not.toMatch(/^(pending|success)/);
  await expectNothingToDo(world);
}

/** But for the message of a delivery that has just ended, which may be written once more. */
async function expectNothingToDo(world: World): Promise<void> {
  servers.pass(0.3);
  await world.watch(SCHEDULE);
  const before = await world.everything();
  expect((await world.watch(SCHEDULE)).found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
