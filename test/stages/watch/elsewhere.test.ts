import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from '../../../src/control/command.ts';
import type { ApplyReport } from '../../../src/stages/apply.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { branchRef } from '../../../src/stages/standing.ts';
import { handoverOf, openWorld, type Servers, settleDown, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

const EVENT = { event: 'pull_request' };
const SCHEDULE = { event: 'schedule' };
const TWO = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' }];
const THREE = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];
const APPROVED = 'test:\n  command: npm test\napproval: required\n';
const NO_DRAFT_ON_FAILURE = 'test:\n  command: npm test\non-test-failure: none\n';

type How = 'stays open' | 'is closed' | 'is merged';
const BRANCHES = ['its branch stays', 'its branch goes with the merge'] as const;
const ENDS: readonly How[] = ['stays open', 'is closed', 'is merged'];

describe('while a person has another pull request from the branch of a patch, which', () => {
  test.each(ENDS)('%s, a revision that nobody has approved is a draft from when it moves', async (how) => {
    const world = await openWorld(servers, { config: APPROVED });
    const number = await world.open('one', {}, TWO);
    expect(await command(world, { verb: 'approve', id: 'one' })).toMatchObject({ done: 'done' });
    const other = await elsewhere(world, how);
    const revision = await world.apply('one', {}, THREE);
    expect(await pull(world, number)).toMatchObject({ state: 'open', draft: true });
    await world.publish(revision);
    await world.watch(SCHEDULE);
    expect(await pull(world, number)).toMatchObject({ state: 'open', draft: true });
    expect(await world.record('one')).toMatchObject({
      pullRequest: { number },
      outcome: { kind: 'updated' },
    });
    await expectUntouched(world, other, how);
    expect(await command(world, { verb: 'approve', id: 'one' })).toMatchObject({ done: 'done' });
    expect(await pull(world, number)).toMatchObject({ draft: false });
  });

  test.each(ENDS)('%s, a commit after an approval makes a draft of it', async (how) => {
    const world = await openWorld(servers, { config: APPROVED });
    const number = await world.open('one', {}, TWO);
    await command(world, { verb: 'approve', id: 'one' });
    const other = await elsewhere(world, how);
    await world.person('ada').push('ghost/one', { 'src/b.txt': 'unseen\n' });
    await world.watch(SCHEDULE);
    expect(await pull(world, number)).toMatchObject({ state: 'open', draft: true });
    await expectUntouched(world, other, how);
  });

  test.each(ENDS)('%s, a revision that fails is a draft, and closes nothing', async (how) => {
    const world = await openWorld(servers, { config: NO_DRAFT_ON_FAILURE });
    const number = await world.open('one', {}, TWO);
    const other = await elsewhere(world, how);
    await world.publish(await world.apply('one', {}, THREE), { verdict: 'failed' });
    expect(await pull(world, number)).toMatchObject({ state: 'open', draft: true });
    expect(await world.record('one')).toMatchObject({
      pullRequest: { number },
      outcome: { kind: 'tests_failed' },
    });
    await expectUntouched(world, other, how);
    await settleDown(world);
  });

  test.each(ENDS)('%s, a patch that was rejected stays so when it is sent again', async (how) => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    const other = await elsewhere(world, how);
    expect(await command(world, { verb: 'reject', id: 'one', reason: null })).toMatchObject({ done: 'done' });
    expect(await pull(world, number)).toMatchObject({ state: 'closed' });
    const { view } = await world.apply('one', {}, THREE);
    expect(view.record.outcome).toMatchObject({ kind: 'conflict', reason: 'pull_request_closed' });
    await expectUntouched(world, other, how);
  });

  test('goes where its own went, a patch that was closed stays so when it is sent again', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    const ada = world.person('ada');
    await ada.close(number);
    await world.watch(EVENT);
    const other = await ada.openPullRequest({ head: 'ghost/one', title: 'Of ada' });
    const { view } = await world.apply('one', {}, THREE);
    expect(view.record.outcome).toMatchObject({ kind: 'conflict', reason: 'pull_request_closed' });
    expect(await pull(world, other)).toMatchObject({ state: 'open', title: 'Of ada' });
    // Merged, it would count as the patch's own where that had none.
    await ada.merge(other);
    const later = await world.apply('one', { title: 'Later' }, THREE);
    expect(later.view.record.outcome).toMatchObject({ kind: 'conflict', reason: 'pull_request_closed' });
  });

  test('is merged, its own merge is on record before the next patch under its id', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    await elsewhere(world, 'is merged');
    await world.person('ada').merge(number);
    await world.apply('one', { title: 'The next' }, THREE);
    const said = await world.git('log', '--format=%B', 'refs/ghost/patches/one');
    expect(said).toContain('"kind":"merged"');
    expect(await world.record('one')).toMatchObject({ title: 'The next', mergedBefore: number });
  });
});

describe('the branch of a patch that another pull request shows', () => {
  test('is kept where the tests failed', async () => {
    const world = await openWorld(servers, { config: NO_DRAFT_ON_FAILURE });
    const report = await world.apply('one', {}, TWO);
    const other = await elsewhere(world, 'stays open');
    await world.publish(report, { verdict: 'failed' });
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'tests_failed' } });
    await expectUntouched(world, other, 'stays open');
    await settleDown(world);
  });

  test('is kept where the patch is cancelled', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('one', {}, TWO);
    const other = await elsewhere(world, 'stays open');
    world.endRun(report, 'cancelled');
    await world.watch(SCHEDULE);
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'canceled' } });
    await expectUntouched(world, other, 'stays open');
  });

  test.each([0, 1])(
    'is kept for as long as that one is open, with %s after it that were closed',
    async (more) => {
      const world = await openWorld(servers);
      const number = await world.open('one', {}, TWO);
      const other = await elsewhere(world, 'stays open');
      for (let left = more; left > 0; left -= 1) {
        await elsewhere(world, 'is closed', 'next');
      }
      await world.person('ada').close(number);
      await world.watch(EVENT);
      servers.pass(24 * 40);
      await world.watch(SCHEDULE);
      await expectUntouched(world, other, 'stays open');
      await world.person('ada').close(other);
      await world.watch(SCHEDULE);
      expect(await world.git('for-each-ref', branchRef('one'))).toBe('');
    },
  );
});

describe('a pull request that a person opens while the tests run', () => {
  test.each(ENDS)('onto another branch, and %s, is left to them', async (how) => {
    const world = await openWorld(servers);
    const report = await world.apply('one', {}, TWO);
    const other = await elsewhere(world, how);
    await world.publish(report);
    const { pullRequest } = await world.record('one');
    expect(pullRequest?.number).toBeGreaterThan(other);
    await expectUntouched(world, other, how);
  });

  test('onto the base of the patch, stays as it is, and the patch says what is in its way', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('one', {}, TWO);
    const other = await elsewhere(world, 'stays open', 'main');
    await world.publish(report);
    expect(await world.record('one')).toMatchObject({
      outcome: {
        kind: 'crashed',
        reason: expect.stringContaining(`close #${other}, then write "/ghost retry one"`),
      },
    });
    await settleDown(world);
    expect(await command(world, { verb: 'reject', id: 'one', reason: null })).toMatchObject({
      done: 'refused',
    });
    await expectUntouched(world, other, 'stays open', 'main');
    expect((await world.snapshot()).pullRequests).toMatchObject([{ labels: [] }]);
    await world.person('ada').close(other);
    world.desk.take = async (payload) => world.publish(await world.take(payload));
    await command(world, { verb: 'retry', id: 'one' });
    const { outcome, pullRequest } = await world.record('one');
    expect(outcome).toMatchObject({ kind: 'opened' });
    expect(pullRequest?.number).toBeGreaterThan(other);
    await expectUntouched(world, other, 'is closed', 'main');
  });

  test.each(['stays open', 'is closed'] as const)(
    'onto the base of the patch, and %s, is not taken for one that a dead process had opened',
    async (how) => {
      const world = await openWorld(servers);
      const report = await world.apply('one', {}, TWO);
      const other = await elsewhere(world, how, 'main');
      const died = async () => Promise.reject(Object.assign(new Error('died'), { unclear: true }));
      const within = { ...world.context, forge: { ...world.context.forge, openPullRequest: died } };
      await expect(world.publish(report, { within })).rejects.toThrow('died');
      world.endRun(report, 'failure');
      await settleDown(world);
      expect((await world.record('one')).outcome).toMatchObject(
        how === 'is closed'
          ? { kind: 'opened' }
          : { kind: 'crashed', reason: expect.stringContaining(`close #${other}`) },
      );
      await expectUntouched(world, other, how, 'main');
    },
  );

  test.each(['merge', 'squash'] as const)('and merges by a %s, is the merge of the patch', async (method) => {
    const world = await openWorld(servers);
    const report = await world.apply('one', {}, TWO);
    const ada = world.person('ada');
    const number = await ada.openPullRequest({ head: 'ghost/one', title: 'At once' });
    await ada.merge(number, method);
    await world.publish(report);
    expect(await world.record('one')).toMatchObject({
      outcome: { kind: 'merged', pullRequest: { number }, by: 'ada' },
    });
    expect((await world.snapshot()).pullRequests).toHaveLength(1);
    expect((await world.statuses(handoverOf(report).head)).at(-1)).not.toMatch(/^pending/);
    await settleDown(world);
  });

  test.each(BRANCHES)(
    'and merges before they end can be taken back, and so can what takes it back: %s',
    async (branch) => {
      const world = await openWorld(servers);
      const report = await world.apply('one', {}, TWO);
      const number = await mergeOwn(world, 'one', branch);
      await world.publish(report);
      expect(await world.record('one')).toMatchObject({
        pullRequest: { number },
        outcome: { kind: 'merged', pullRequest: { number }, tested: 'passed' },
      });
      const sent: ApplyReport[] = [];
      world.desk.take = async (payload) => sent.push(await world.take(payload));
      expect(await command(world, { verb: 'revert', id: 'one' })).toMatchObject({ done: 'done' });
      await mergeOwn(world, 'revert-one', branch);
      for (const back of sent.splice(0)) {
        await world.publish(back);
      }
      await world.watch(SCHEDULE);
      expect(await world.record('one')).toMatchObject({ outcome: { kind: 'reverted' } });
      expect(await command(world, { verb: 'revert', id: 'revert-one' })).toMatchObject({ done: 'done' });
    },
  );

  test.each(BRANCHES)(
    'and merges before the run is cancelled, is the merge of the patch: %s',
    async (branch) => {
      const world = await openWorld(servers);
      const report = await world.apply('one', {}, TWO);
      const number = await mergeOwn(world, 'one', branch);
      world.endRun(report, 'cancelled');
      await world.watch(SCHEDULE);
      await world.watch(SCHEDULE);
      await expectMergedUntested(world, report, number);
    },
  );

  test.each(BRANCHES)(
    'and merges before a revision comes, is the merge of what they were for: %s',
    async (branch) => {
      const world = await openWorld(servers);
      const first = await world.apply('one', { title: 'The first' }, TWO);
      const number = await mergeOwn(world, 'one', branch);
      const second = await world.apply('one', { title: 'The second' }, THREE);
      await world.publish(first);
      await world.publish(second);
      const { outcome, mergedBefore } = await world.record('one');
      expect([outcome?.kind, mergedBefore]).toEqual(['opened', number]);
      const said = await world.git('log', '--format=%B', 'refs/ghost/patches/one');
      expect(said.match(/"title":"The first".*"kind":"merged"/g)).toHaveLength(1);
      expect((await world.statuses(handoverOf(first).head)).at(-1)).toMatch(/Merged/);
      world.desk.take = async (payload) => world.take(payload);
      expect(await command(world, { verb: 'revert', id: 'one' })).toMatchObject({ done: 'done' });
    },
  );

  test('and merges at the moment in which its branch is withdrawn, is the merge of the patch', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('one', {}, TWO);
    world.endRun(report, 'cancelled');
    const { repository } = world.context;
    const merges: number[] = [];
    const write: typeof repository.write = async (transaction) => {
      if (merges.length === 0 && transaction.refs.some(({ after }) => after === null)) {
        merges.push(await mergeOwn(world, 'one', 'its branch stays'));
      }
      return await repository.write(transaction);
    };
    await world.watch(SCHEDULE, { ...world.context, repository: { ...repository, write } });
    expect(await world.record('one')).toMatchObject({
      outcome: { kind: 'canceled' },
      withdrawn: handoverOf(report).head,
    });
    await world.watch(SCHEDULE);
    await expectMergedUntested(world, report, merges[0]);
    expect(await world.record('one')).not.toHaveProperty('withdrawn');
  });

  test.each(['is canceled', 'timed_out', 'failed'] as const)(
    'and merges when the patch has ended without a pull request, is the merge of the patch: %s',
    async (how) => {
      const world = await openWorld(servers, { config: NO_DRAFT_ON_FAILURE });
      const report = await world.apply('one', {}, TWO);
      const number = await world.person('ada').openPullRequest({ head: 'ghost/one', title: 'By ada' });
      if (how === 'is canceled') {
        world.endRun(report, 'cancelled');
        await world.watch(SCHEDULE);
      } else {
        await world.publish(report, { verdict: how });
      }
      expect(await world.record('one')).not.toHaveProperty('pullRequest');
      await world.watch(SCHEDULE);
      expect(await pull(world, number)).toMatchObject({ state: 'open', draft: false, title: 'By ada' });
      await world.person('ada').merge(number);
      await world.watch(SCHEDULE);
      const tested = how === 'is canceled' ? 'none' : 'failed';
      expect(await world.record('one')).toMatchObject({
        outcome: { kind: 'merged', pullRequest: { number }, by: 'ada', tested },
      });
      await settleDown(world);
    },
  );
});

describe('a revision onto the base branch of such a pull request', () => {
  test.each(['passed', 'failed'] as const)(
    'that %s says which one is in its way, and its own one is a draft that claims no pass',
    async (verdict) => {
      const config = 'test:\n  command: npm test\nbase-branches: [main, release]\n';
      const world = await openWorld(servers, { config });
      const number = await world.open('one', {}, TWO);
      const other = await elsewhere(world, 'stays open');
      const sent = { base: { branch: 'release' } };
      await world.publish(await world.apply('one', sent, THREE), { verdict });
      expect((await world.record('one')).outcome).toMatchObject({
        kind: 'crashed',
        reason: expect.stringContaining(`close #${other}, then write "/ghost retry one"`),
      });
      expect(await pull(world, number)).toMatchObject({
        state: 'open',
        draft: true,
        base: 'main',
        body: expect.stringContaining('gave no verdict'),
      });
      await expectUntouched(world, other, 'stays open');
      await settleDown(world);
      expect((await world.watch(SCHEDULE)).open).toEqual([]);
      await world.person('ada').close(other);
      await world.publish(await world.apply('one', sent, THREE));
      expect(await pull(world, number)).toMatchObject({ base: 'release', draft: false });
      expect((await world.record('one')).outcome).toMatchObject({ kind: 'updated', pullRequest: { number } });
    },
  );
});

/** Ada merges a pull request of her own from the branch of a patch; its number. */
async function mergeOwn(world: World, id: string, branch: (typeof BRANCHES)[number]): Promise<number> {
  const ada = world.person('ada');
  const number = await ada.openPullRequest({ head: `ghost/${id}`, title: 'By ada' });
  await ada.merge(number);
  if (branch === 'its branch goes with the merge') {
    await world.git('branch', '-D', `ghost/${id}`);
  }
  return number;
}

/** What nobody had a verdict of can be taken back too, and its status waits no more. */
async function expectMergedUntested(
  world: World,
  report: ApplyReport,
  number: number | undefined,
): Promise<void> {
  const { head } = handoverOf(report);
  expect(await world.record('one')).toMatchObject({
    head,
    pullRequest: { number },
    outcome: { kind: 'merged', pullRequest: { number }, by: 'ada', tested: 'none' },
  });
  expect((await world.statuses(head)).at(-1)).toMatch(/^error: Merged/);
  await settleDown(world);
  world.desk.take = async (payload) => world.take(payload);
  expect(await command(world, { verb: 'revert', id: 'one' })).toMatchObject({ done: 'done' });
}

/** Ada opens one onto a release; its number. */
async function elsewhere(world: World, how: How, branch = 'release'): Promise<number> {
  const known = await world.git('for-each-ref', `refs/heads/${branch}`);
  if (known === '') {
    await world.git('branch', branch, 'main');
    await world.person('ada').push(branch, { [`${branch}.txt`]: 'a release\n' });
  }
  const ada = world.person('ada');
  const number = await ada.openPullRequest({ head: 'ghost/one', base: branch, title: 'For the release' });
  if (how === 'is closed') {
    await ada.close(number);
  }
  if (how === 'is merged') {
    await ada.merge(number);
  }
  return number;
}

async function pull(world: World, number: number) {
  return (await world.snapshot()).pullRequests.find((one) => one.number === number);
}

async function expectUntouched(world: World, number: number, how: How, base = 'release'): Promise<void> {
  const state = { 'stays open': 'open', 'is closed': 'closed', 'is merged': 'merged' }[how];
  expect(await pull(world, number)).toMatchObject({
    state,
    title: 'For the release',
    base,
    draft: false,
  });
}

async function command({ context, repository }: World, given: Command) {
  servers.github.setRole(repository, 'bea', 'maintain');
  return execute(context, { command: given, surface: 'form', actor: 'bea' });
}
