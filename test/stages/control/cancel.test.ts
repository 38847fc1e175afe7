import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordRef } from '../../../src/record/record.ts';
import type { CommandReport } from '../../../src/report/command/report.ts';
import type { Finding } from '../../../src/report/watch/report.ts';
import { settleCanceled } from '../../../src/stages/control/cancel.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { end } from './pipeline.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function hang(id: string): Promise<void> {
  world.pipeline.tests = 'hang';
  await world.send(id);
  await world.until(id, ({ state }) => state === 'applied');
}

/** As GitHub says of a run whose runner was lost. */
function fail(run: number): void {
  const found = world.pipeline.run(run);
  if (found !== undefined) {
    end(found, 'failure');
  }
}

/** Nobody learns whether a pull request was made; gives what makes them again. */
function breakPullRequests(): World['context']['forge'] {
  const working = { ...world.context.forge };
  const lost = Object.assign(new Error('socket hang up'), { unclear: true });
  Object.assign(world.context.forge, { openPullRequest: async () => await Promise.reject(lost) });
  return working;
}

/** What is on record is seen there only when somebody has asked for its run to end. */
function hideUntilEnded(id: string): void {
  const { repository, runs } = world.context;
  const [ports, actions] = [{ ...repository }, { ...runs }];
  let isHidden = true;
  runs.cancel = async (...asked) => {
    isHidden = false;
    return await actions.cancel(...asked);
  };
  repository.read = async (request) => {
    const snapshot = await ports.read(request);
    const refs = new Map([...snapshot.refs].map(([ref, at]) => [ref, ref === recordRef(id) ? null : at]));
    return isHidden ? { ...snapshot, refs } : snapshot;
  };
}

/** What a pass of the watch finds. */
async function pass(): Promise<readonly Finding[]> {
  const { found } = await watch({ ...world.context, history: null }, { now: world.context.clock.now() });
  return found;
}

describe('cancel', () => {
  test('the run is over as GitHub says, then the record says canceled, and the untested branch is gone', async () => {
    await hang('slow');
    const report = await world.command('rita', 'cancel slow');
    expect(report).toMatchObject({
      done: 'done',
      observed: [
        { kind: 'run', state: 'completed: cancelled', url: expect.stringContaining('/actions/runs/1') },
        { kind: 'record', name: 'slow', state: 'canceled' },
      ],
    });
    const record = await world.record('slow');
    expect(record).toMatchObject({
      state: 'done',
      outcome: { kind: 'canceled', by: 'rita', run: record.run.url },
    });
    expect(record.head).toBeUndefined();
    expect(await world.refs('refs/heads/ghost/')).toEqual([]);
    expect(JSON.stringify(world.slack.messages)).toContain('ancel');
    expect(await world.acts()).toMatchObject([
      { verb: 'cancel', by: 'rita', patch: 'slow' },
      { verb: 'start' },
    ]);
  });

  test('a run whose end the watch saw first is canceled all the same, by who asked for it', async () => {
    await hang('slow');
    const { runs } = world.context;
    const settledFirst: typeof runs = {
      ...runs,
      get: async (id) => {
        const run = await runs.get(id);
        if (run?.status === 'completed') {
          await settleCanceled(world.context, 'slow', { of: await world.record('slow') });
        }
        return run;
      },
    };
    const order = { command: { verb: 'cancel', id: 'slow' }, surface: 'form', actor: 'rita' } as const;
    const report = await execute({ ...world.context, runs: settledFirst }, order);
    expect(report).toMatchObject({ done: 'done' });
    expect(await world.record('slow')).toMatchObject({ outcome: { kind: 'canceled', by: 'rita' } });
    expect(await world.acts()).toMatchObject([{ verb: 'cancel', by: 'rita' }, { verb: 'start' }]);
  });

  test('the status of the commit that was canceled no longer waits', async () => {
    await hang('slow');
    const head = (await world.git('rev-parse', 'refs/heads/ghost/slow')).trim();
    await world.command('rita', 'cancel slow');
    const { statuses } = await world.github.snapshot('acme/shop');
    expect(statuses[head]?.map(({ state }) => state)).toEqual(['pending', 'error']);
  });

  test('a run that does not end when asked is forced to', async () => {
    await hang('stubborn');
    world.pipeline.stubborn = true;
    expect(await world.command('rita', 'cancel stubborn')).toMatchObject({ done: 'done' });
    const asked = world.github.requests.filter(({ path }) => path.includes('cancel')).map(({ path }) => path);
    expect(asked.map((path) => path.split('/').at(-1))).toEqual(['cancel', 'force-cancel']);
  });

  test('kill of one patch forces its run at once', async () => {
    await hang('stubborn');
    world.pipeline.stubborn = true;
    expect(await world.command('ada', 'kill stubborn')).toMatchObject({ done: 'done', verb: 'kill' });
    const asked = world.github.requests.filter(({ path }) => path.includes('cancel')).map(({ path }) => path);
    expect(asked.map((path) => path.split('/').at(-1))).toEqual(['force-cancel']);
    expect(await world.record('stubborn')).toMatchObject({ outcome: { kind: 'canceled', by: 'ada' } });
  });

  test('a run that can not be looked at is not known to be over, and the record is left alone', async () => {
    await hang('slow');
    const runs = { ...world.context.runs, get: async () => Promise.reject(new Error('GitHub is away')) };
    const command = { verb: 'cancel', id: 'slow' } as const;
    const report = await execute({ ...world.context, runs }, { command, surface: 'form', actor: 'rita' });
    expect(report).toMatchObject({
      done: 'unconfirmed',
      observed: [
        { kind: 'run', state: 'not seen (GitHub is away)' },
        { name: 'slow', state: 'applied' },
      ],
    });
    expect(await world.record('slow')).toMatchObject({ state: 'applied' });
  });

  test('a run whose pull request is being made: what it made is a draft, and it says no more', async () => {
    const { forge } = world.context;
    const opened = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    Object.assign(world.context, {
      forge: {
        ...forge,
        openPullRequest: async (request: Parameters<typeof forge.openPullRequest>[0]) => {
          const made = await forge.openPullRequest(request);
          opened.resolve();
          await goOn.promise;
          return made;
        },
      },
    });
    await world.send('busy');
    await opened.promise;
    const asked = world.command('ada', 'kill busy');
    await world.until('busy', ({ state }) => state === 'publishing');
    world.pipeline.die(1);
    expect(await asked).toMatchObject({ done: 'done' });
    goOn.resolve();
    await world.pipeline.idle();
    expect(await world.pull(1)).toMatchObject({ state: 'open', draft: true });
    expect(await world.record('busy')).toMatchObject({
      outcome: { kind: 'canceled', by: 'ada' },
      pullRequest: { number: 1 },
    });
  });

  test('a run that came to its own end has the last word', async () => {
    await hang('quick');
    world.pipeline.quick = true;
    const report = await world.command('rita', 'cancel quick');
    expect(report).toMatchObject({ done: 'unchanged', observed: [{ state: 'completed: success' }, {}] });
    expect(await world.record('quick')).toMatchObject({ outcome: { kind: 'opened' } });
    expect(await world.acts()).toMatchObject([{ verb: 'start' }]);
  });

  describe('of a patch that was sent once more, of which no machine has taken anything up', () => {
    const REVISION = [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }];

    test.each([
      ['cancel', 'rita'],
      ['kill', 'ada'],
    ])('%s ends what is on record, and what waits behind it', async (verb, actor) => {
      await hang('slow');
      world.pipeline.idling = true;
      await world.send('slow', {}, REVISION);
      expect(await world.command(actor, `${verb} slow`)).toMatchObject({
        done: 'done',
        observed: [
          { name: '2', state: 'completed: cancelled' },
          { name: '1', state: 'completed: cancelled' },
          { kind: 'record', state: 'canceled' },
        ],
      });
      expect(await world.record('slow')).toMatchObject({ outcome: { kind: 'canceled', by: actor } });
    });

    test('ends it too where what is on record has its end', async () => {
      await world.deliver('first');
      world.pipeline.idling = true;
      await world.send('first', {}, REVISION);
      expect(await world.command('rita', 'cancel first')).toMatchObject({
        done: 'done',
        observed: [{ name: '2', state: 'completed: cancelled' }, { state: 'opened' }],
      });
      expect(await world.pull(1)).toMatchObject({ state: 'open', draft: false });
    });

    test('leaves other patches alone', async () => {
      await world.deliver('first');
      world.pipeline.idling = true;
      await world.send('other');
      expect(await world.command('rita', 'cancel first')).toMatchObject({ done: 'unchanged' });
      expect(world.pipeline.run(2)).toMatchObject({ status: 'queued' });
    });
  });

  describe('of a patch that its run puts on record while it is being ended', () => {
    test.each([
      ['cancel', 'rita'],
      ['kill', 'ada'],
    ])('%s says on record that it was canceled, and no pass goes on with it', async (verb, actor) => {
      await hang('late');
      hideUntilEnded('late');
      expect(await world.command(actor, `${verb} late`)).toMatchObject({
        done: 'done',
        observed: [{ kind: 'run' }, { kind: 'record', name: 'late', state: 'canceled' }],
      });
      expect(await world.record('late')).toMatchObject({ outcome: { kind: 'canceled', by: actor } });
      expect(await pass()).toEqual([]);
    });

    test('its own end has the last word', async () => {
      await hang('late');
      hideUntilEnded('late');
      world.pipeline.quick = true;
      expect(await world.command('rita', 'cancel late')).toMatchObject({
        done: 'unchanged',
        observed: [{ state: 'completed: success' }, { kind: 'record', name: 'late', state: 'opened' }],
      });
    });

    describe('and of which another run waits for a machine', () => {
      const REVISION = [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }];

      /** What becomes of the one on record, run 1, and of the other one, when they are told to end. */
      async function hangTwice(ends: { readonly first: () => void; readonly second: () => void }) {
        await hang('late');
        world.pipeline.idling = true;
        await world.send('late', {}, REVISION);
        world.context.runs.cancel = async (id) => {
          (id === 2 ? ends.second : ends.first)();
          return 'asked';
        };
        hideUntilEnded('late');
        Object.assign(world.context, { wait: async () => await delay(1) });
      }

      test.each([
        ['cancel', 'rita'],
        ['kill', 'ada'],
      ])('%s is not confirmed while that one goes on, and names it', async (verb, actor) => {
        await hangTwice({ first: () => world.pipeline.die(1), second: () => {} });
        const report = await world.command(actor, `${verb} late`);
        expect(report).toMatchObject({
          done: 'unconfirmed',
          sentence: expect.stringContaining('has not yet'),
        });
        expect(report.observed).toContainEqual(expect.objectContaining({ kind: 'run', name: '2' }));
        expect(await world.record('late')).toMatchObject({ state: 'applied' });
      });

      test('it is done where that one was ended, though the patch on record came to its own end', async () => {
        const ended = Promise.withResolvers<void>();
        await hangTwice({
          first: () => {
            world.pipeline.release();
            void world.pipeline.idle().then(ended.resolve);
          },
          second: () => world.pipeline.die(2),
        });
        Object.assign(world.context, { wait: async () => await ended.promise });
        expect(await world.command('rita', 'cancel late')).toMatchObject({
          done: 'done',
          observed: [
            { name: '2', state: 'completed: cancelled' },
            { name: '1', state: 'completed: success' },
            { kind: 'record', state: 'opened' },
          ],
        });
        expect(await world.acts()).toMatchObject([{ verb: 'cancel', by: 'rita' }, { verb: 'start' }]);
      });
    });
  });

  describe('that is refused in the end', () => {
    const ENDED = [{ kind: 'run', name: '1', state: 'completed: cancelled' }];

    async function expectNamed(report: Promise<CommandReport>): Promise<void> {
      expect(await report).toMatchObject({ done: 'refused', observed: ENDED });
      expect((await world.acts())[0]).toMatchObject({
        verb: 'cancel',
        result: expect.stringContaining('run 1 was told to end (completed: cancelled).'),
      });
    }

    test('names the runs that it ended, in the log too, where others move the record again and again', async () => {
      await hang('raced');
      const { repository } = world.context;
      const write: typeof repository.write = async (transaction) =>
        transaction.refs.some(({ ref }) => ref === recordRef('raced'))
          ? { ok: false, moved: [] }
          : repository.write(transaction);
      Object.assign(world.context, { repository: { ...repository, write } });
      await expectNamed(world.command('rita', 'cancel raced'));
    });

    test('names them where the record that came meanwhile can not be read', async () => {
      await hang('late');
      const ref = recordRef('late');
      await world.force(ref, 'garbage', { tree: `${ref}^{tree}`, parent: ref });
      hideUntilEnded('late');
      await expectNamed(world.command('rita', 'cancel late'));
    });
  });

  test('the runs that were ended are named where the record can not be read again after that', async () => {
    await hang('late');
    hideUntilEnded('late');
    const { repository, runs } = world.context;
    const [ports, actions] = [{ ...repository }, { ...runs }];
    runs.cancel = async (...asked) => {
      repository.read = async () => await Promise.reject(new Error('GitHub is away'));
      return await actions.cancel(...asked);
    };
    const report = await world.command('rita', 'cancel late');
    Object.assign(repository, ports);
    expect(report).toMatchObject({
      done: 'failed',
      sentence: expect.stringContaining('GitHub is away'),
      observed: [{ kind: 'run', name: '1', state: 'completed: cancelled' }],
    });
  });

  test.each([
    ['cancel', 'rita'],
    ['kill', 'ada'],
  ])('%s of a patch whose run has failed keeps the watch from going on with it', async (verb, actor) => {
    await hang('dead');
    fail(1);
    expect(await world.command(actor, `${verb} dead`)).toMatchObject({
      done: 'done',
      observed: [{ state: 'completed: failure' }, { name: 'dead', state: 'canceled' }],
    });
    expect(await world.refs('refs/heads/ghost/')).toEqual([]);
    expect(await pass()).toEqual([]);
    // Somebody has it run again from GitHub's page, or its runner was not as dead as it seemed.
    world.pipeline.release();
    await world.pipeline.idle();
    expect(await world.record('dead')).toMatchObject({ outcome: { kind: 'canceled', by: actor } });
    expect(await world.pull(1)).toBeNull();
  });

  test('a claim whose run has failed is canceled, and no pass makes its pull request', async () => {
    const working = breakPullRequests();
    await world.deliver('claimed');
    expect(await world.record('claimed')).toMatchObject({ state: 'publishing' });
    Object.assign(world.context.forge, working);
    expect(await world.command('rita', 'cancel claimed')).toMatchObject({ done: 'done' });
    expect(await world.record('claimed')).toMatchObject({ outcome: { kind: 'canceled', by: 'rita' } });
    expect(await world.refs('refs/heads/ghost/')).toEqual([]);
    expect(await pass()).toEqual([]);
    expect(await world.pull(1)).toBeNull();
  });

  test('the status of a claimed commit whose branch a person deleted no longer waits', async () => {
    breakPullRequests();
    await world.deliver('claimed');
    const { head = '' } = await world.record('claimed');
    await world.git('update-ref', '-d', 'refs/heads/ghost/claimed');
    expect(await world.command('rita', 'cancel claimed')).toMatchObject({ done: 'done' });
    const { statuses } = await world.github.snapshot('acme/shop');
    expect(statuses[head]?.at(-1)).toMatchObject({ state: 'error' });
  });

  test('the pull request of an earlier attempt stays, as a draft, and so does its branch', async () => {
    await world.deliver('again');
    world.pipeline.tests = 'hang';
    await world.send('again', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }]);
    await world.until('again', ({ state, attempt }) => state === 'applied' && attempt === 2);
    await world.command('rita', 'cancel again');
    expect(await world.record('again')).toMatchObject({
      outcome: { kind: 'canceled' },
      pullRequest: { number: 1 },
    });
    expect(await world.pull(1)).toMatchObject({ state: 'open', draft: true });
    expect(await world.refs('refs/heads/ghost/')).toEqual(['refs/heads/ghost/again']);
  });

  test('the branch stays where the pull request of an earlier attempt is not seen for a moment', async () => {
    await world.deliver('again');
    world.pipeline.tests = 'hang';
    await world.send('again', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: '2\n' }]);
    await world.until('again', ({ state, attempt }) => state === 'applied' && attempt === 2);
    const { repository } = world.context;
    const ports = { ...repository };
    repository.read = async (request) => ({ ...(await ports.read(request)), pullRequests: [] });
    expect(await world.command('rita', 'cancel again')).toMatchObject({ done: 'done' });
    Object.assign(repository, ports);
    expect(await world.refs('refs/heads/ghost/')).toEqual(['refs/heads/ghost/again']);
    expect(await world.pull(1)).toMatchObject({ state: 'open' });
    // It is made a draft by whoever sees it next.
    await pass();
    expect(await world.pull(1)).toMatchObject({ draft: true });
  });

  test('what is held is not worked on any more', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('held');
    expect(await world.command('rita', 'cancel held')).toMatchObject({ done: 'done' });
    await world.command('ada', 'resume');
    expect(await world.record('held')).toMatchObject({ outcome: { kind: 'canceled' } });
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('what is done, or was never there, is left as it is', async () => {
    await world.deliver('first');
    expect(await world.command('rita', 'cancel first')).toMatchObject({ done: 'unchanged' });
    expect(await world.command('rita', 'cancel nobody')).toMatchObject({ done: 'refused' });
    expect(await world.command('vera', 'cancel first')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('reviewer'),
    });
  });
});

describe('of what waits at a server and is under way too', () => {
  /** As the queue of a server in which this patch waits. */
  function wait(id: string): void {
    const waiting = new Set([id]);
    const cancel = async () => {
      const canceled = [...waiting];
      waiting.clear();
      return { canceled, mayHaveArrived: [], handing: [] };
    };
    Object.assign(world.context, { queue: { cancel } });
  }

  test.each([
    ['cancel', 'rita'],
    ['kill', 'ada'],
  ])('%s is not confirmed where the record of its run can not be read', async (verb, actor) => {
    await hang('lost');
    const ref = 'refs/ghost/patches/lost';
    await world.force(ref, 'garbage', { tree: `${ref}^{tree}`, parent: ref });
    wait('lost');
    const report = await world.command(actor, `${verb} lost`);
    expect(report).toMatchObject({
      done: 'unconfirmed',
      sentence: expect.stringMatching(/^lost waited .* A run of lost may go on; .* can't be read/),
      observed: [{ kind: 'delivery', name: 'lost', state: 'canceled' }],
    });
    expect(report).not.toHaveProperty('confirmedAt');
    expect(world.pipeline.run(1)?.status).toBe('in_progress');
    world.pipeline.release();
    await world.pipeline.idle();
  });

  test('cancel is not confirmed where somebody else moves the record again and again', async () => {
    await hang('raced');
    wait('raced');
    const { repository } = world.context;
    const write: typeof repository.write = async (transaction) =>
      transaction.refs.some(({ ref }) => ref === 'refs/ghost/patches/raced')
        ? { ok: false, moved: [] }
        : repository.write(transaction);
    Object.assign(world.context, { repository: { ...repository, write } });
    expect(await world.command('rita', 'cancel raced')).toMatchObject({
      done: 'unconfirmed',
      sentence: expect.stringContaining('Somebody else changed the same thing'),
    });
  });

  test('cancel is done where no record tells of it', async () => {
    wait('new');
    expect(await world.command('rita', 'cancel new')).toMatchObject({ done: 'done' });
  });
});

describe('kill all', () => {
  test('locks, ends every run, and names each with its end', async () => {
    await hang('one');
    await hang('two');
    world.pipeline.stubborn = true;
    const report = await world.command('ada', 'kill all', { confirm: true });
    expect(report).toMatchObject({ verb: 'kill', done: 'done' });
    expect(report.observed.map(({ kind, state }) => [kind, state])).toEqual([
      ['control', expect.stringContaining('locked: the whole repository')],
      ['run', 'completed: cancelled'],
      ['run', 'completed: cancelled'],
      ['record', 'canceled'],
      ['record', 'canceled'],
    ]);
    expect(await world.refs('refs/heads/ghost/')).toEqual([]);
    expect((await world.command('vera', 'status')).status?.control).toMatchObject({ state: 'locked' });
    expect(await world.acts()).toMatchObject([
      { verb: 'kill', result: expect.stringContaining('2 runs of all patches ended') },
      { verb: 'kill', result: 'Locked everything.' },
      { verb: 'start' },
    ]);
  });

  test('asks for confirmation, and is not for reviewers', async () => {
    await hang('one');
    expect(await world.command('ada', 'kill all')).toMatchObject({ done: 'refused' });
    expect(await world.command('rita', 'kill all confirm')).toMatchObject({ done: 'refused' });
    expect(world.pipeline.runs().map(({ status }) => status)).toEqual(['in_progress']);
    expect((await world.command('vera', 'status')).status?.control).toMatchObject({ state: 'running' });
  });

  test('what failed before is canceled too, so that no pass goes on with it', async () => {
    await hang('dead');
    fail(1);
    const report = await world.command('ada', 'kill all confirm');
    expect(report.observed).toContainEqual(expect.objectContaining({ name: 'dead', state: 'canceled' }));
    await world.command('bob', 'unlock');
    expect(await pass()).toEqual([]);
    expect(await world.record('dead')).toMatchObject({ outcome: { kind: 'canceled', by: 'ada' } });
  });

  test('a run that nobody has taken up yet is ended too', async () => {
    await world.deliver('first');
    world.pipeline.idling = true;
    await world.send('queued');
    expect(await world.command('ada', 'kill all confirm')).toMatchObject({ done: 'done' });
    expect(world.pipeline.runs().map(({ conclusion }) => conclusion)).toEqual(['success', 'cancelled']);
  });

  const OWN = { path: '.github/workflows/patches.yml', workflowName: 'Patches' };
  const OURS = {
    path: 'ghost-runner/ghost-runner/.github/workflows/ghost-runner.yml@v1',
    sha: 'a'.repeat(40),
  };

  test.each([
    ['which calls ours', { ...OWN, title: 'Patches', called: [OURS] }],
    ['which is ours under another name', { ...OWN, title: 'Ghost patch queued' }],
    ['which is ours under another name, of a patch without an id', { ...OWN, title: 'Ghost patch 2' }],
  ])(
    'a run of a workflow of the repository itself is ended before it has left a record, %s',
    async (_, looks) => {
      await world.deliver('first');
      world.pipeline.idling = true;
      await world.send('queued');
      Object.assign(world.pipeline.run(2) ?? {}, looks);
      expect(await world.command('ada', 'kill all confirm')).toMatchObject({
        done: 'done',
        sentence: expect.stringContaining('One run of all patches ended'),
      });
      expect(world.pipeline.run(2)).toMatchObject({ conclusion: 'cancelled' });
    },
  );

  test('a run of others goes on, also where its title looks like one of ours', async () => {
    await world.deliver('first');
    world.pipeline.idling = true;
    await world.send('other');
    const run = world.pipeline.run(2);
    const called = [{ ...OURS, path: 'acme/tools/.github/workflows/not-ghost-runner.yml@v1' }];
    const event = { ...run?.event, name: 'pull_request', payload: {} };
    Object.assign(run ?? {}, { ...OWN, title: 'Ghost patch 2', called, event });
    expect(await world.command('ada', 'kill all confirm')).toMatchObject({ done: 'done' });
    expect(run).toMatchObject({ conclusion: null });
  });
});
