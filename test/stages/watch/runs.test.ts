import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseCommand } from '../../../src/control/command.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import { seedRecords } from './seed.ts';
import { handoverOf, JOBS, openWorld, runState, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

test('the jobs of our workflow are called as the watch knows them', () => {
  const workflow: unknown = parse(readFileSync(join(import.meta.dirname, WORKFLOW), 'utf8'));
  expect(workflow).toMatchObject({
    jobs: { apply: { name: 'Apply' }, test: { name: 'Test' }, publish: { name: 'Publish' } },
  });
});

const WORKFLOW = '../../../.github/workflows/ghost-runner.yml';

/** The same where runs have these jobs. */
function withJobs(world: World, jobs: readonly string[]): World {
  const { context } = world;
  return { ...world, context: { ...context, runs: { ...context.runs, jobs: async () => jobs } } };
}

const RUN_URL = 'https://github.example/acme/shop/actions/runs/7000';

const LONG_AGO = '2026-01-01T00:00:00.000Z';

describe('a run that failed before it left a record', () => {
  test('is run again, after a while and no more than three times in all', async () => {
    const world = await openWorld(servers);
    const run = failedRun('Ghost patch Mute', servers.time.now);
    expect(await rerunBy(world, [run])).toEqual([]);
    servers.pass(0.2);
    expect(await rerunBy(world, [run, { ...run, id: 6_999 }])).toEqual([run.id]);
    expect(await rerunBy(world, [{ ...run, attempt: 3 }])).toEqual([]);
  });

  test('is left alone where the patch is on record, or nobody can tell which one it was', async () => {
    const world = await openWorld(servers);
    await world.open('known');
    const at = servers.time.now;
    servers.pass(0.2);
    const titles = ['Ghost patch known', 'Ghost patch 7000', 'Deploy', 'Ghost patch '];
    expect(
      await rerunBy(
        world,
        titles.map((title) => failedRun(title, at)),
      ),
    ).toEqual([]);
  });

  test('is left alone where it has jobs of others, whatever its title says', async () => {
    const world = await openWorld(servers);
    const run = failedRun('Ghost patch Deploy', servers.time.now);
    servers.pass(0.2);
    const foreign = [
      ['Deploy'],
      ['patch / Apply', 'patch / Test', 'patch / Publish', 'deploy'],
      ['patch / Apply', 'patch / Test', 'other / Publish'],
      [],
    ];
    for (const [index, jobs] of foreign.entries()) {
      expect(await rerunBy(withJobs(world, jobs), [{ ...run, id: 7_001 + index }])).toEqual([]);
    }
    const own = { ...run, id: 8_000 };
    expect(
      await rerunBy(withJobs(world, ['patch / Apply', 'patch / Test', 'patch / Publish']), [own]),
    ).toEqual([own.id]);
  });

  test('is told once with its address where it has jobs of others, and its jobs are not asked for again', async () => {
    const world = await openWorld(servers);
    const failed = [failedRun('Ghost patch Deploy', servers.time.now)];
    servers.pass(0.2);
    const asked: number[] = [];
    const runs = {
      ...world.context.runs,
      list: async () => failed,
      jobs: async (id: number) => {
        asked.push(id);
        return [...JOBS, 'deploy'];
      },
    };
    const pass = (event = 'schedule') => world.watch({ event }, { ...world.context, runs });
    const run = { key: 'run 7000', sentence: expect.stringContaining('patch deploy failed') };
    expect((await pass()).alerted).toMatchObject([run]);
    expect(JSON.stringify(servers.slack.messages().at(-1))).toContain(RUN_URL);
    expect((await world.snapshot()).issues).toMatchObject([
      { title: 'Ghost Runner: run 7000 left no record', state: 'open' },
    ]);
    const before = await world.everything();
    for (const event of ['schedule', 'workflow_run', 'schedule']) {
      expect(await pass(event)).toMatchObject({ found: [], alerted: [], open: [run], cleared: [] });
    }
    expect(await world.everything()).toEqual(before);
    failed.unshift({ ...failedRun('Ghost patch other', servers.time.now), id: 7_001, updatedAt: LONG_AGO });
    expect(await pass()).toMatchObject({ alerted: [{ key: 'run 7001' }], open: [run] });
    expect(asked).toEqual([7_000, 7_001]);
    await world.open('other');
    failed.pop();
    expect((await pass()).cleared).toMatchObject([{ key: 'run 7001' }, run]);
    expect((await world.snapshot()).issues).toMatchObject([{ state: 'closed' }, { state: 'closed' }]);
  });

  test('is left alone while Ghost Runner is stopped, and by events, which come by the dozen', async () => {
    const world = await openWorld(servers);
    const run = failedRun('Ghost patch mute', servers.time.now);
    servers.pass(0.2);
    expect(await rerunBy(world, [run], 'workflow_run')).toEqual([]);
    const pause = parseCommand('pause');
    expect(
      pause.ok && (await execute(world.context, { ...pause, surface: 'form', actor: 'acme' })),
    ).toMatchObject({ done: 'done' });
    expect(await rerunBy(world, [run])).toEqual([]);
  });

  /** Ids of the runs that one pass starts again. */
  async function rerunBy(world: World, failed: readonly RunState[], event = 'schedule') {
    const rerun: number[] = [];
    const runs = {
      ...world.context.runs,
      list: async () => failed,
      rerun: async ({ id }: Pick<RunState, 'id'>) => void rerun.push(id),
    };
    await world.watch({ event }, { ...world.context, runs });
    return rerun;
  }

  function failedRun(title: string, at: Date): RunState {
    const ended = { status: 'completed', conclusion: 'failure', createdAt: at.toISOString() } as const;
    return { ...runState(7_000, RUN_URL, at), ...ended, title };
  }
});

describe('a run that failed after its patch was applied, and before it was claimed', () => {
  test('has what failed of it run once more, at once and then after a rest, and the tested commit is opened', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('limited');
    const { id } = report.view.record.run;
    world.endRun(report, 'failure', 1);
    expect((await world.watch({ event: 'workflow_run', run: id })).found).toMatchObject([
      { name: 'limited', sentence: expect.stringContaining('as attempt 2 of 6'), done: 'settled' },
    ]);
    await expectNothingToDo(world);
    world.endRun(report, 'failure', 2);
    await expectNothingToDo(world);
    servers.pass(0.2);
    await world.watch();
    expect(world.startedAgain).toEqual([
      { id, failedOnly: true },
      { id, failedOnly: true },
    ]);
    await world.publish(report);
    expect(await world.record('limited')).toMatchObject({ attempt: 1, outcome: { kind: 'opened' } });
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('is given up after the sixth attempt, which is crashed', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('hopeless');
    world.endRun(report, 'failure', 5);
    servers.pass(0.2);
    await world.watch();
    world.endRun(report, 'failure', 6);
    await world.watch();
    expect((await world.record('hopeless')).outcome).toMatchObject({ kind: 'crashed', stage: 'test' });
    expect(world.startedAgain).toHaveLength(1);
  });

  test('and that is none of a patch is not started again, whatever a record says', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('forged');
    world.endRun(report, 'failure', 1);
    const { runs } = world.context;
    const release = { path: '.github/workflows/release.yml', event: 'push' };
    const get = async (id: number) => {
      const run = await runs.get(id);
      return run === null ? null : { ...run, ...release };
    };
    await world.watch({ event: 'schedule' }, { ...world.context, runs: { ...runs, get } });
    expect(world.startedAgain).toEqual([]);
    expect((await world.record('forged')).outcome).toMatchObject({ kind: 'crashed' });
  });

  test('is given up where it has jobs of others, which are not ours to run again', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('called');
    world.endRun(report, 'failure', 1);
    const jobs = ['patch / Apply', 'patch / Test', 'patch / Publish', 'release / Publish'];
    const { context } = withJobs(world, jobs);
    await world.watch(undefined, context);
    expect((await world.record('called')).outcome).toMatchObject({ kind: 'crashed' });
    expect(world.startedAgain).toEqual([]);
  });

  test('is given up where it lacks some of our jobs, for others call theirs so too', async () => {
    const world = await openWorld(servers);
    const release = withJobs(world, ['Test', 'Publish', 'Test']);
    world.endRun(await world.apply('named'), 'failure', 1);
    await world.watch(undefined, release.context);
    expect((await world.record('named')).outcome).toMatchObject({ kind: 'crashed' });
    expect(world.startedAgain).toEqual([]);
  });

  test('is run again by the names of all its attempts, of which the last one may have some only', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('again'), 'failure', 1);
    const { context } = withJobs(world, [...JOBS, 'Publish']);
    await world.watch(undefined, context);
    expect(world.startedAgain).toHaveLength(1);
  });

  test('is left to people where it was stopped, or did not just fail', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('late'), 'timed_out', 1);
    await world.watch();
    expect((await world.record('late')).outcome).toMatchObject({ kind: 'crashed' });
    world.endRun(await world.apply('stopped'), 'failure', 1);
    await world.git('update-ref', '-d', 'refs/ghost/control');
    await world.watch();
    expect((await world.record('stopped')).outcome).toMatchObject({ kind: 'crashed' });
    expect(world.startedAgain).toEqual([]);
  });
});

describe('a run that ended without a report', () => {
  test('because a person cancelled it leaves a canceled patch, no branch, and says so everywhere', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('cancelled');
    world.endRun(report, 'cancelled');
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'cancelled', done: 'settled' }]);
    expect(await world.record('cancelled')).toMatchObject({
      state: 'done',
      outcome: { kind: 'canceled', run: report.view.record.run.url },
    });
    expect((await world.snapshot()).branches).not.toHaveProperty('ghost/cancelled');
    expect(await world.statuses(handoverOf(report).head)).toEqual([
      expect.stringContaining('pending'),
      expect.stringContaining('error: Canceled'),
    ]);
    expect(world.messages()).toEqual([expect.stringContaining('Canceled')]);
    await expectNothingToDo(world);
  });

  test.each([
    ['failure', 'failed, or its runner was lost'],
    ['timed_out', 'ran over its time limit'],
    ['stale', 'ended as stale'],
  ])('and as %s leaves a crashed one with the reason', async (conclusion, words) => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('lost'), conclusion);
    await world.watch();
    const { outcome } = await world.record('lost');
    expect(outcome).toMatchObject({ kind: 'crashed', stage: 'test', reason: expect.stringContaining(words) });
    expect((await world.snapshot()).branches).not.toHaveProperty('ghost/lost');
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('leaves one message, though Slack could not be asked for it when the patch was settled', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('mute'), 'failure');
    const end = servers.slack.addStorm(() => ({ kind: 'status', status: 502 }));
    await world.watch();
    expect(await world.record('mute')).toMatchObject({ outcome: { kind: 'crashed' } });
    expect(await world.record('mute')).not.toHaveProperty('slack');
    const silent = await world.apply('mute');
    end();
    await world.publish(silent);
    await world.watch({ event: 'schedule' });
    expect(world.messages()).toEqual([expect.stringContaining('opened')]);
  });

  test('is looked for by the next attempt, which edits what it finds', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('mute'), 'failure');
    const end = servers.slack.addStorm(() => ({ kind: 'status', status: 502 }));
    await world.watch();
    end();
    await world.open('mute');
    expect(world.messages()).toHaveLength(1);
    expect(await world.record('mute')).toHaveProperty('slack');
  });

  test('is left alone while GitHub says that it goes on, however late it is', async () => {
    const world = await openWorld(servers);
    await world.apply('slow');
    servers.pass(10);
    await expectNothingToDo(world);
    expect((await world.record('slow')).state).toBe('applied');
  });

  test('is looked at first by the event that told of it, however many others are under way', async () => {
    const world = await openWorld(servers);
    const record = (await world.apply('before')).view.record;
    await seedRecords(world, { record, ref: 'refs/ghost/patches/before', count: 105, firstRun: 5000 });
    servers.pass(0.1);
    const report = await world.apply('told');
    const { run } = report.view.record;
    world.endRun(report, 'failure');
    const unaware = await world.watch({ event: 'schedule' });
    expect(unaware).toMatchObject({ found: [], unseen: 7 });
    const { found } = await world.watch({ event: 'workflow_run', run: run.id });
    expect(found).toMatchObject([{ name: 'told', done: 'settled' }]);
  });

  test('keeps a branch to which a person committed', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('edited');
    await world.person('ada').push('ghost/edited', { 'src/b.txt': 'b\n' });
    world.endRun(report, 'failure');
    await world.watch();
    expect((await world.snapshot()).branches).toHaveProperty('ghost/edited');
    expect((await world.record('edited')).outcome).toMatchObject({ kind: 'crashed' });
  });
});

describe('a patch of whose run GitHub knows nothing', () => {
  test('waits until its deadline, and is then sent once more', async () => {
    const world = await openWorld(servers);
    world.forgetRun(await world.apply('gone'));
    await expectNothingToDo(world);
    servers.pass(3);
    await world.watch();
    expect(world.dispatched).toMatchObject([{ id: 'gone', again: true, patch: { title: 'Change gone' } }]);
    expect((await world.record('gone')).outcome).toMatchObject({
      kind: 'crashed',
      reason: expect.stringContaining('attempt 2 of 3'),
    });
    await expectNothingToDo(world);
  });

  test('is worked on then as its own, though the account that sends it on is locked', async () => {
    const world = await openWorld(servers);
    world.forgetRun(await world.apply('gone'));
    const at = servers.time.now.toISOString();
    const scope = { kind: 'sender', login: 'acme' } as const;
    await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leaked', by: 'bob', at }]);
    servers.pass(3);
    await world.watch();
    const [payload = {}] = world.dispatched;
    await world.take(payload, 'acme');
    expect(await world.record('gone')).toMatchObject({ state: 'applied', attempt: 2, sender: 'ada' });
    await expectNothingToDo(world);
  });

  test('is not said to be sent before it is', async () => {
    const world = await openWorld(servers);
    world.forgetRun(await world.apply('unsent'));
    servers.pass(3);
    world.desk.take = async () => await Promise.reject(new Error('GitHub took no dispatch'));
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'unsent', sentence: 'GitHub took no dispatch', done: 'failed' }]);
    expect((await world.record('unsent')).state).toBe('applied');
    world.desk.take = async (payload) => await world.take(payload);
    await world.watch();
    expect(await world.record('unsent')).toMatchObject({ state: 'applied', attempt: 2 });
    await world.watch();
    await expectNothingToDo(world);
  });

  test('is not sent a fourth time, and says so', async () => {
    const world = await openWorld(servers);
    world.forgetRun(await world.apply('hopeless'));
    await world.rewrite('hopeless', (record) => ({ ...record, attempt: 3 }));
    servers.pass(3);
    await world.watch();
    expect(world.dispatched).toEqual([]);
    expect((await world.record('hopeless')).outcome).toMatchObject({
      kind: 'crashed',
      reason: expect.stringContaining('not tried again'),
    });
  });

  test('is not sent while Ghost Runner is stopped', async () => {
    const world = await openWorld(servers);
    world.forgetRun(await world.apply('stopped'));
    await world.git('update-ref', '-d', 'refs/ghost/control');
    servers.pass(3);
    await world.watch();
    expect(world.dispatched).toEqual([]);
    expect((await world.record('stopped')).outcome).toMatchObject({
      kind: 'crashed',
      reason: expect.stringContaining('Ghost Runner is paused, so it is not tried again by itself'),
    });
  });
});

describe('a claim whose process died', () => {
  test('before the pull request was made is finished with the tests that it had seen', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('claimed');
    await dieAt(world, report, 'openPullRequest');
    expect((await world.record('claimed')).state).toBe('publishing');
    await world.watch();
    await expectPublished(world, 'claimed');
  });

  test('after the pull request was made takes that one over', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('adopted');
    await dieAt(world, report, 'setStatus');
    expect((await world.snapshot()).pullRequests).toHaveLength(1);
    await world.watch();
    await expectPublished(world, 'adopted');
  });

  test.each([
    ['passed', false],
    ['failed', true],
  ] as const)(
    'after the pull request was made leaves it to a revision onto another base branch that %s',
    async (verdict, draft) => {
      const config = 'test:\n  command: npm test\nbase-branches: [main, release]\n';
      const world = await openWorld(servers, { config });
      await world.git('branch', 'release', 'main');
      await dieAt(world, await world.apply('moved', { base: { branch: 'release' } }), 'setStatus');
      world.pass(0.5);
      const changes = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];
      await world.publish(await world.apply('moved', { base: { branch: 'main' } }, changes), { verdict });
      expect((await world.snapshot()).pullRequests).toMatchObject([
        { number: 1, state: 'open', base: 'main', draft },
      ]);
      expect((await world.record('moved')).outcome).toMatchObject({ pullRequest: { number: 1 } });
      await expectNothingToDo(world);
    },
  );

  test('is told as merged where a person was quicker', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('quick');
    await dieAt(world, report, 'setStatus');
    const sha = await world.person('ada').merge(1);
    await world.watch();
    expect((await world.record('quick')).outcome).toMatchObject({ kind: 'merged', sha, by: 'ada' });
  });

  test('is not merged by the revision before it, to which a person put its branch back', async () => {
    const world = await openWorld(servers);
    const number = await world.open('back', { title: 'The first' });
    const { head = '' } = await world.record('back');
    const changes = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];
    await dieAt(world, await world.apply('back', { title: 'The second' }, changes), 'updatePullRequest');
    await world.putBranch('back', head);
    await world.person('ada').merge(number);
    await world.watch();
    expect(await world.record('back')).toMatchObject({ title: 'The second', mergedBefore: number });
    await world.watch();
    expect((await world.record('back')).outcome).toMatchObject({ kind: 'conflict', reason: 'branch_edited' });
    await expectNothingToDo(world);
  });

  test('is not finished where a person cancelled the run: nobody wants a pull request of it', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('unwanted');
    await dieAt(world, report, 'openPullRequest');
    world.endRun(report, 'cancelled');
    await world.watch();
    expect((await world.record('unwanted')).outcome).toMatchObject({ kind: 'canceled' });
    const { pullRequests, branches } = await world.snapshot();
    expect([pullRequests, Object.keys(branches)]).toEqual([[], ['main']]);
    await expectNothingToDo(world);
  });

  test('is held, and not published, while Ghost Runner is stopped', async () => {
    const world = await openWorld(servers);
    await dieAt(world, await world.apply('paused'), 'openPullRequest');
    await world.git('update-ref', '-d', 'refs/ghost/control');
    await world.watch();
    expect((await world.record('paused')).state).toBe('held');
    expect((await world.snapshot()).pullRequests).toEqual([]);
  });

  async function expectPublished(world: World, id: string) {
    const record = await world.record(id);
    expect(record).toMatchObject({
      state: 'done',
      outcome: { kind: expect.stringMatching(/opened|updated/) },
    });
    expect(record.tests).toBeUndefined();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: false }]);
    expect(await world.statuses(record.head ?? '')).toEqual([
      expect.stringContaining('pending'),
      expect.stringContaining('success: Tests passed'),
    ]);
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    await expectNothingToDo(world);
  }
});

/** Publishes with a process that ends at its first call of one of the forge's functions. */
async function dieAt(
  world: World,
  report: Parameters<World['publish']>[0],
  call: 'openPullRequest' | 'updatePullRequest' | 'setStatus',
): Promise<void> {
  const { forge, chat, repository } = world.context;
  const death = Promise.withResolvers<void>();
  let dead = false;
  const die = async (): Promise<never> => {
    dead = true;
    death.resolve();
    return await new Promise<never>(() => {});
  };
  const ask = async <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
    dead ? await die() : await work();
  const within: WatchContext = {
    ...world.context,
    chat: chat && {
      post: async (channel, message) => await ask(async () => await chat.post(channel, message)),
      update: async (ref, message) => await ask(async () => await chat.update(ref, message)),
    },
    repository: {
      read: async (request) => await ask(async () => await repository.read(request)),
      write: async (transaction) => await ask(async () => await repository.write(transaction)),
    },
    forge: {
      ...forge,
      decoratePullRequest: async (request) => await ask(async () => await forge.decoratePullRequest(request)),
      [call]: die,
    },
  };
  void world.publish(report, { within });
  await death.promise;
  world.endRun(report, 'failure');
}

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  const report = await world.watch();
  expect(report.found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
