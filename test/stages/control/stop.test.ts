import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl, MAX_SWITCHES, parseControl } from '../../../src/control/control.ts';
import { readPatch } from '../../../src/patch/read.ts';
import { CONTROL_REF } from '../../../src/record/record.ts';
import { apply } from '../../../src/stages/apply.ts';
import { dispatchKept } from '../../../src/stages/control/dispatch.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('pause and resume', () => {
  test('while paused, a patch is kept and nothing is pushed; after resume it is worked on, once', async () => {
    await world.deliver('first');
    const paused = await world.command('ada', 'pause deploying for 2h');
    expect(paused).toMatchObject({ verb: 'pause', done: 'done', role: 'operator' });
    expect(paused.confirmedAt).toBeDefined();

    await world.deliver('second');
    expect(await world.record('second')).toMatchObject({ state: 'held', sender: 'gpt' });
    expect(await world.refs('refs/heads/ghost/')).toEqual(['refs/heads/ghost/first']);
    const { receivedAt } = await world.record('second');

    const resumed = await world.command('bob', 'resume');
    expect(resumed).toMatchObject({ done: 'done', observed: [{ kind: 'control' }, { kind: 'record' }] });
    await world.pipeline.idle();
    expect(await world.record('second')).toMatchObject({
      state: 'done',
      attempt: 1,
      sender: 'gpt',
      receivedAt,
      outcome: { kind: 'opened' },
    });
    expect((await world.acts()).map(({ verb, by }) => [verb, by])).toEqual([
      ['resume', 'bob'],
      ['pause', 'ada'],
      ['start', 'gpt'],
    ]);
  });

  test('held patches are worked on in the order in which they came', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    for (const id of ['c', 'a', 'b']) {
      await world.deliver(id);
    }
    const report = await world.command('ada', 'resume');
    expect(report.observed.slice(1).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    await world.pipeline.idle();
    const numbers = await Promise.all(
      ['c', 'a', 'b'].map(async (id) => (await world.record(id)).pullRequest?.number),
    );
    expect(numbers).toEqual([2, 3, 4]);
  });

  test('what can not be read is refused at once, and not kept to be read anew after the pause', async () => {
    await world.command('ada', 'pause');
    await world.deliver('two', { id: 'other' });
    expect(await world.record('two')).toMatchObject({ state: 'done', outcome: { kind: 'refused' } });
    expect(await world.command('ada', 'resume')).toMatchObject({ done: 'done' });
    expect(world.pipeline.runs()).toHaveLength(1);
  });

  test('a large held patch travels by reference to the bytes that its record keeps', async () => {
    await world.command('ada', 'pause');
    // What is too large for a dispatch came by reference the first time too.
    const content = `${'x'.repeat(99)}\n`.repeat(900);
    await sendByReference('large', content);
    expect(await world.record('large')).toMatchObject({ state: 'held' });
    for (const ref of await world.refs('refs/ghost/inbox/')) {
      await world.git('update-ref', '-d', ref);
    }
    await world.command('ada', 'resume');
    await world.pipeline.idle();
    expect(await world.record('large')).toMatchObject({ outcome: { kind: 'opened' } });
    const [inbox = ''] = await world.refs('refs/ghost/inbox/');
    expect(await world.git('show', `${inbox}:patch.json`)).toContain('x'.repeat(99));
  });

  test('when no run takes a held patch up, the resume is not confirmed, and what comes later stays held', async () => {
    await world.command('ada', 'pause');
    await world.deliver('a');
    await world.deliver('b');
    world.pipeline.idling = true;
    const report = await world.command('ada', 'resume');
    expect(report).toMatchObject({ done: 'unconfirmed' });
    expect(report.confirmedAt).toBeUndefined();
    expect(report.sentence).toContain('2 held patches are not taken up yet');
    expect(world.pipeline.runs().filter(({ status }) => status === 'queued')).toHaveLength(1);
  });

  test('a held patch that git has no place for ends with what to do, and keeps no other one waiting', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('a');
    await world.deliver('b');
    await world.git('update-ref', 'refs/heads/ghost/a/follow-up', 'refs/heads/main');
    expect(await world.command('ada', 'resume')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    const reason = expect.stringContaining('rename or delete what is in the way, then send the patch again');
    expect(await world.record('a')).toMatchObject({ outcome: { kind: 'crashed', stage: 'apply', reason } });
    expect(await world.record('b')).toMatchObject({ outcome: { kind: 'opened' } });
  });

  test('a held patch whose run breaks each time keeps no other one waiting, and is given up the third time', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('a');
    await world.deliver('b');
    breakBranch('a');
    const resumed = await world.command('ada', 'resume');
    expect(resumed).toMatchObject({ done: 'unconfirmed' });
    await world.pipeline.idle();
    expect(resumed.sentence).toContain('One held patch is not taken up yet');
    expect(await world.record('b')).toMatchObject({ outcome: { kind: 'opened' } });
    await world.command('ada', 'resume');
    expect(await world.record('a')).toMatchObject({ state: 'held' });
    await world.command('ada', 'resume');
    const reason = expect.stringMatching(
      /^each of the 3 runs .* failed before it reported; the last one is http/,
    );
    expect(await world.record('a')).toMatchObject({ state: 'done', outcome: { kind: 'crashed', reason } });
    expect(world.pipeline.runs().at(-1)?.conclusion).toBe('failure');
    expect(await world.command('ada', 'resume')).toMatchObject({ done: 'unchanged' });
  });

  test('a held patch is not given up for runs of what others send under its id', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await world.deliver('a');
    for (const nonsense of [1, 2, 3]) {
      await world.deliver('a', { nonsense });
      Object.assign(world.pipeline.runs().at(-1) ?? {}, { conclusion: 'failure' });
    }
    breakBranch('a');
    await world.command('ada', 'resume');
    expect(await world.record('a')).toMatchObject({ state: 'held', brokenRuns: 1 });
  });

  test('what is turned away meanwhile takes no held patch up, and what comes later stays held', async () => {
    await world.command('ada', 'pause');
    await world.deliver('a');
    await world.deliver('b');
    world.pipeline.idling = true;
    let turnedAway = false;
    const wait = async () => {
      if (!turnedAway) {
        turnedAway = true;
        const payload = { id: 'a', patch: 'none' };
        await apply(
          { ...world.context, run: { ...world.context.run, id: 77 } },
          { payload, sender: 'gpt', dryRun: false },
        );
      }
    };
    const resume = { verb: 'resume', scope: { kind: 'repository' } } as const;
    const report = await execute(
      { ...world.context, wait },
      { command: resume, surface: 'form', actor: 'ada' },
    );
    expect(await world.record('a')).toMatchObject({ state: 'held', turnedAway: [{ run: { id: 77 } }] });
    expect(report.sentence).toContain('2 held patches are not taken up yet');
    expect(world.pipeline.runs().filter(({ status }) => status === 'queued')).toHaveLength(1);
  });

  test('a pause is not confirmed while a claim from before it is alive, and names the claim', async () => {
    await world.deliver('first');
    const { outcome: _, ...record } = await world.record('first');
    await world.rewrite('first', { ...record, state: 'publishing', deadline: '2100-01-01T00:00:00.000Z' });
    const report = await world.command('ada', 'pause');
    expect(report).toMatchObject({
      done: 'unconfirmed',
      observed: [{}, { name: 'first', state: 'publishing' }],
    });
    expect(report.sentence).toContain('first began to be published before');
    // Asked once more it is still not confirmed, though there is nothing to move.
    expect(await world.command('bob', 'pause')).toMatchObject({ done: 'unconfirmed' });
    await world.rewrite('first', { ...record, state: 'publishing', deadline: '2020-01-01T00:00:00.000Z' });
    expect(await world.command('bob', 'pause')).toMatchObject({ done: 'unchanged' });
  });

  test('a pause for one sender holds that sender only, and after a drain the patch is still theirs', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause from @gpt');
    await world.deliver('held');
    expect(await world.record('held')).toMatchObject({ state: 'held' });
    await world.context.runs.dispatch({
      id: 'free',
      patch: { version: 1, changes: [{ kind: 'write', path: 'c.txt', content: 'c\n' }] },
    });
    await world.pipeline.idle();
    expect(await world.record('free')).toMatchObject({ sender: 'acme', outcome: { kind: 'opened' } });
    // Ours is the token now, and the patch is still from the paused sender.
    await world.context.runs.dispatch({ id: 'held', patch: await patchOf('held') });
    await world.pipeline.idle();
    expect(await world.record('held')).toMatchObject({ state: 'held', sender: 'gpt' });
  });

  test.each(['pause', 'lock'])(
    'a %s for a sender whom no record names says so, and who is near',
    async (verb) => {
      await world.deliver('first');
      const sentence = async (command: string) => (await world.command('ada', command)).sentence;
      expect(await sentence(`${verb} from @gpts`)).toMatch(
        / No patch on record is from gpts; some are from gpt, who is somebody else\.$/,
      );
      // Said again, it is as unknown as before.
      expect(await sentence(`${verb} from @gpts`)).toContain(
        ' No patch on record is from gpts; some are from gpt',
      );
      expect(await sentence(`${verb} from @mallory`)).toMatch(/ No patch on record is from mallory\.$/);
      expect(await sentence(`${verb} from @GPT`)).not.toContain('on record');
    },
  );

  test('however many branches are paused, everything can still be paused and locked', async () => {
    await world.deliver('first');
    const branches = Array.from({ length: MAX_SWITCHES - 2 }, (_, index) => `b${index}`);
    const at = new Date().toISOString();
    const said = { reason: 'a look', by: 'ada', at };
    const message = formatControl({
      version: 1,
      switches: branches.map((branch) => ({ state: 'paused', scope: { kind: 'branch', branch }, ...said })),
      act: { verb: 'pause', surface: 'form', by: 'ada', at },
    });
    await world.force(CONTROL_REF, message, { tree: 'main^{tree}', parent: CONTROL_REF });
    await world.git('branch', 'one-more', 'main');
    expect(await world.command('ada', 'pause on branch one-more')).toMatchObject({
      done: 'failed',
      sentence: expect.stringContaining('lift some of them first'),
    });
    expect(await world.command('ada', 'pause')).toMatchObject({ done: 'done' });
    expect(await world.command('ada', 'kill all confirm')).toMatchObject({ done: 'done' });
    await world.deliver('second');
    expect(await world.record('second')).toMatchObject({ outcome: { kind: 'halted' } });
  });

  describe('of a branch', () => {
    beforeEach(async () => {
      await world.deliver('first');
      await world.git('branch', 'release', 'main');
    });
    const standing = async () =>
      (await world.command('ada', 'status')).status?.switches.map(({ state, scope }) => ({
        state,
        ...scope,
      }));

    test.each([
      'pause we have problems on branch protection',
      'lock on branch Main',
      'pause on branch relase.',
      'pause on branch "..".',
    ])('that is not there is refused, and stops nothing: %s', async (line) => {
      const before = await world.acts();
      const report = await world.command('ada', line);
      expect(report).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining('There is no branch'),
      });
      expect(report.sentence).toContain(line.includes('relase') ? 'on branch release"' : 'on branch main"');
      expect(report.sentence).toContain('without the words "on branch" to stop everything');
      expect(await world.acts()).toEqual(before);
    });

    test.each(['main.', '`main`', '"main",', '`refs/heads/main`.', '(main)!'])(
      'is the one that a sentence means with %s',
      async (name) => {
        expect(await world.command('ada', `lock too much broke on branch ${name}`)).toMatchObject({
          done: 'done',
          sentence: expect.stringContaining('Patches onto main are locked'),
        });
        await world.deliver('second');
        expect(await world.record('second')).toMatchObject({ outcome: { kind: 'halted' } });
        // Whoever locked it does not get around that by a full stop.
        expect(await world.command('ada', `unlock on branch ${name}`)).toMatchObject({ done: 'refused' });
        expect(await world.command('bob', `unlock on branch ${name}`)).toMatchObject({ done: 'done' });
        expect(await standing()).toEqual([]);
      },
    );

    test('that is gone since can still be lifted, whatever its name ends with', async () => {
      for (const branch of ['release', 'release!']) {
        await world.git('branch', '-f', branch, 'main');
        expect(await world.command('ada', `pause on branch ${branch}`)).toMatchObject({ done: 'done' });
      }
      expect(await standing()).toEqual([
        { state: 'paused', kind: 'branch', branch: 'release' },
        { state: 'paused', kind: 'branch', branch: 'release!' },
      ]);
      await world.git('branch', '-D', 'release', 'release!');
      expect(await world.command('ada', 'resume on branch release!')).toMatchObject({ done: 'done' });
      expect(await standing()).toEqual([{ state: 'paused', kind: 'branch', branch: 'release' }]);
      expect(await world.command('ada', 'resume on release')).toMatchObject({ done: 'done' });
      expect(await standing()).toEqual([]);
    });
  });

  test('a pause that ran out is over, and resume works on what it held', async () => {
    await world.command('ada', 'pause for 30m');
    await world.deliver('held');
    world.clock.ahead = 31 * 60_000;
    const report = await world.command('ada', 'resume');
    expect(report).toMatchObject({ done: 'done', observed: [{ name: 'held' }] });
    await world.pipeline.idle();
    expect(await world.record('held')).toMatchObject({ outcome: { kind: 'opened' } });
    // No switch was moved, and what was done stands in the log all the same.
    expect(await world.acts()).toMatchObject([{ verb: 'resume', by: 'ada' }, { verb: 'pause' }]);
    expect(await world.command('ada', 'resume')).toMatchObject({ done: 'unchanged' });
    expect(await world.acts()).toHaveLength(2);
  });

  test('a patch without a name is worked on after the pause as the patch that it was', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    const changes = [{ kind: 'write', path: 'c.txt', content: 'c\n' }];
    await world.context.runs.dispatch({ patch: { version: 1, changes } });
    await world.pipeline.idle();
    await world.command('ada', 'resume');
    await world.pipeline.idle();
    const refs = await world.refs('refs/ghost/patches/');
    const [id = ''] = refs.map((ref) => ref.split('/').at(-1) ?? '').filter((one) => one !== 'first');
    expect(id).toMatch(/^anon-/);
    expect(refs).toHaveLength(2);
    expect(await world.record(id)).toMatchObject({ attempt: 1, outcome: { kind: 'opened' } });
  });

  test('a pause of one branch goes on holding its patches when another one ends', async () => {
    await openWithRelease();
    await world.command('ada', 'pause');
    await world.command('ada', 'pause on branch release');
    await world.deliver('later', { base: { branch: 'release' } });
    await world.deliver('now');
    const record = await world.record('later');
    expect(record).toMatchObject({ state: 'held', base: { branch: 'release' } });
    // However little the record says, the patch itself says where it is to go.
    const { base: _, ...silent } = record;
    await world.rewrite('later', silent);
    const report = await world.command('ada', 'resume');
    expect(report.observed.slice(1)).toMatchObject([
      { name: 'later', state: 'held' },
      { name: 'now', state: expect.not.stringContaining('held') },
    ]);
    await world.pipeline.idle();
    expect(world.pipeline.runs()).toHaveLength(3);
    expect(await world.command('ada', 'resume on release')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('later')).toMatchObject({ outcome: { kind: 'opened' } });
  });

  test('when something breaks after the switch has moved, that is told, with the switch as it stands', async () => {
    const ledger = { ...world.context.ledger, each: async () => Promise.reject(new Error('GitHub is away')) };
    const pause = { verb: 'pause', reason: null, scope: { kind: 'repository' }, seconds: null } as const;
    const context = { ...world.context, ledger };
    const report = await execute(context, { command: pause, surface: 'api', actor: 'ada' });
    expect(report).toMatchObject({
      done: 'failed',
      sentence: expect.stringContaining('GitHub is away'),
      observed: [{ kind: 'control', state: expect.stringContaining('paused') }],
    });
    expect(await world.acts()).toMatchObject([{ verb: 'pause', by: 'ada' }]);
  });

  test('rubbish at the control ref counts as paused; who resumes writes it anew', async () => {
    await world.deliver('first');
    const rubbish = 'Ghost-Control: {"state": "running"}';
    await world.force('refs/ghost/control', rubbish, { tree: 'main^{tree}' });
    await world.deliver('second');
    expect(await world.record('second')).toMatchObject({ state: 'held' });
    expect(await world.command('ada', 'unlock')).toMatchObject({ done: 'refused' });
    expect(await world.command('rita', 'retry first')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Control counts as paused'),
    });
    expect(await world.command('ada', 'resume')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('second')).toMatchObject({ outcome: { kind: 'opened' } });
  });

  async function sendByReference(id: string, content: string): Promise<void> {
    const patch = { version: 1, id, changes: [{ kind: 'write', path: 'large.txt', content }] };
    const { digest } = readPatch({ value: patch });
    await dispatchKept(world.context, { id, digest, text: JSON.stringify(patch) });
    await world.pipeline.idle();
  }
});

describe('lock and unlock', () => {
  test('while locked, patches are refused and retries and approvals are frozen', async () => {
    await world.deliver('first');
    expect(await world.command('ada', 'lock incident 12')).toMatchObject({ done: 'done' });
    await world.deliver('second');
    expect(await world.record('second')).toMatchObject({
      outcome: { kind: 'halted', reason: 'incident 12' },
    });
    for (const line of ['retry first', 'approve first', 'revert first']) {
      const report = await world.command('rita', line);
      expect(report).toMatchObject({ done: 'refused', sentence: expect.stringContaining('incident 12') });
    }
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('a lock of one branch freezes the patches that are meant for it', async () => {
    await openWithRelease();
    await world.command('ada', 'lock on branch release');
    await world.deliver('later', { base: { branch: 'release' } });
    expect(await world.record('later')).toMatchObject({ outcome: { kind: 'halted' } });
    expect(await world.command('rita', 'retry later')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('unlock on branch release'),
    });
    expect(world.pipeline.runs()).toHaveLength(1);
  });

  test('who locked does not unlock alone; another operator does, or the same one with confirm', async () => {
    await world.command('ada', 'lock');
    expect(await world.command('ada', 'unlock')).toMatchObject({ done: 'refused' });
    expect(await world.command('bob', 'unlock')).toMatchObject({ done: 'done' });
    await world.command('ada', 'lock');
    expect(await world.command('ada', 'unlock confirm')).toMatchObject({ done: 'done' });
    const [newest] = await world.acts();
    expect(newest).toMatchObject({ verb: 'unlock', by: 'ada', confirm: true });
  });

  test('who locked what was locked already does not unlock alone either', async () => {
    await world.deliver('first');
    for (const [line, verb] of [
      ['kill all confirm', 'kill'],
      ['lock worse', 'lock'],
    ] as const) {
      await world.command('bob', 'lock');
      world.clock.ahead += 1_000;
      expect(await world.command('ada', line)).toMatchObject({ verb, done: 'unchanged' });
      expect(await world.command('ada', 'unlock')).toMatchObject({ done: 'refused' });
      expect(await world.command('bob', 'unlock')).toMatchObject({ done: 'refused' });
      expect(await world.command('ada', 'unlock confirm')).toMatchObject({ done: 'done' });
    }
    // What was locked before that, and lifted, is nobody's any more.
    await world.command('bob', 'lock');
    expect(await world.command('ada', 'unlock')).toMatchObject({ done: 'done' });
  });

  test.each([
    ['lock', 'lock worse', 'unlock', 'lock'],
    ['lock', 'kill all confirm', 'unlock', 'kill'],
    ['lock on branch main', 'lock worse on branch main', 'unlock on branch main', 'lock'],
    ['lock for 1h', 'lock worse for 2h', 'unlock', 'lock'],
  ])(
    'who locked once more by a clock that is behind does not unlock alone either: %s, %s',
    async (first, again, unlock, verb) => {
      await world.deliver('first');
      world.clock.ahead = 20_000;
      await world.command('ada', first);
      world.clock.ahead = 0;
      await world.command('bob', again);
      expect(await world.acts()).toMatchObject([{ verb, by: 'bob' }, { verb: 'lock', by: 'ada' }, {}]);
      expect(await world.command('ada', unlock)).toMatchObject({ done: 'refused' });
      expect(await world.command('bob', unlock)).toMatchObject({ done: 'refused' });
      expect(await world.command('bob', `${unlock} confirm`)).toMatchObject({ done: 'done' });
    },
  );

  test('who locked once more does not unlock alone behind however many entries of others', async () => {
    await world.deliver('first');
    await world.command('bob', 'lock');
    world.clock.ahead += 1_000;
    await world.command('ada', 'lock');
    const { ledger } = world.context;
    const history: typeof ledger.history = async (ref, limit) => {
      const log = await ledger.history(ref, limit);
      const later = log.slice(0, 1).map((top) => ({ ...top, message: afterwards(top.message, 'acme') }));
      return [...Array.from({ length: 150 }, () => later).flat(), ...log].slice(0, limit);
    };
    Object.assign(world.context, { ledger: { ...ledger, history } });
    for (const locker of ['ada', 'bob']) {
      expect(await world.command(locker, 'unlock')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining(`${locker} locked this`),
      });
    }
    expect(await world.command('acme', 'unlock')).toMatchObject({ done: 'done' });
  });

  /** An entry that leaves the switches as they are. */
  function afterwards(message: string, by: string): string {
    const entry = parseControl(message);
    return entry === null
      ? ''
      : formatControl({
          ...entry,
          act: { verb: 'apply', surface: 'api', by, at: entry.act.at, patch: 'other' },
        });
  }

  test.each([
    ['the log is not to be read', async () => Promise.reject(new Error('502'))],
    [
      'it holds too much',
      async (message: string, limit: number) => Array.from({ length: limit }, () => message),
    ],
  ])('who unlocks confirms it where nobody can tell who else has locked: %s', async (_, read) => {
    await world.deliver('first');
    await world.command('bob', 'lock');
    const { ledger } = world.context;
    const [top] = await ledger.history(CONTROL_REF, 1);
    const asked: number[] = [];
    const history: typeof ledger.history = async (_ref, limit) => {
      asked.push(limit);
      const messages = await read(top?.message ?? '', limit);
      return messages.flatMap((message) => (top === undefined ? [] : [{ ...top, message }]));
    };
    Object.assign(world.context, { ledger: { ...ledger, history } });
    expect(await world.command('ada', 'unlock')).toMatchObject({
      done: 'refused',
      sentence: expect.stringMatching(/can't be told.*confirm with "unlock confirm"/),
    });
    expect(Math.max(...asked)).toBeLessThanOrEqual(5_000);
    Object.assign(world.context, { ledger });
    expect(await world.command('ada', 'unlock confirm')).toMatchObject({ done: 'done' });
  });

  test.each([
    ['cli', 'pause', 'resume'],
    ['slack', 'lock', 'unlock'],
    ['api', 'pause on branch main', 'resume on branch main'],
  ] as const)(
    'whoever commands now, by %s, lifts what a clock that is ahead has stopped: %s, %s',
    async (surface, stop, lift) => {
      await world.deliver('first');
      world.clock.ahead = 10 * 60_000;
      await world.command('ada', stop);
      world.clock.ahead = 0;
      expect(await world.command('bob', lift, { surface })).toMatchObject({ done: 'done' });
      expect((await world.command('ada', 'status')).status?.switches).toEqual([]);
    },
  );

  test.each([
    ['rita', 'retry first'],
    ['rita', 'reject first'],
    ['ada', 'lock on branch main'],
    ['ada', 'resume'],
  ])(
    'what a command of %s by a clock that is ahead leaves standing still stands: %s',
    async (who, command) => {
      await world.deliver('first');
      await world.command('bob', 'lock a leak for 2h');
      world.clock.ahead = 3 * 3_600_000;
      await world.command(who, command);
      world.clock.ahead = 0;
      expect((await world.command('ada', 'status')).status?.switches).toContainEqual(
        expect.objectContaining({ state: 'locked', by: 'bob', scope: { kind: 'repository' } }),
      );
      await world.deliver('second', {}, [{ kind: 'edit', path: 'src/b.txt', find: 'b', replace: 'c' }]);
      expect((await world.record('second')).outcome).toMatchObject({ kind: 'halted', state: 'locked' });
      // Days later it has ended for every clock, and is kept no longer.
      world.clock.ahead = 48 * 3_600_000;
      await world.command('ada', 'pause on branch main');
      expect(await world.git('log', '-1', '--format=%B', CONTROL_REF)).not.toContain('a leak');
    },
  );

  test('a stop that a clock which is behind has end before it begins is told as none', async () => {
    await world.deliver('first');
    world.clock.ahead = -3 * 3_600_000;
    expect(await world.command('ada', 'lock a leak for 2h')).toMatchObject({
      done: 'failed',
      sentence: expect.stringMatching(/stops nothing.* 180 minutes behind .*without a time/),
    });
    expect(await world.command('ada', 'lock a leak for 4h')).toMatchObject({ done: 'done' });
  });

  test('two operators at once: both stops stand, or the second is told what stands', async () => {
    const [one, other] = await Promise.all([
      world.command('ada', 'pause for 3h by ada'),
      world.command('bob', 'pause for 1h by bob'),
    ]);
    const switches = (await world.command('ada', 'status')).status?.switches ?? [];
    expect(switches).toEqual([expect.objectContaining({ by: 'ada', state: 'paused' })]);
    expect(one.done).toBe('done');
    expect(['done', 'unchanged']).toContain(other.done);
    // Both have stopped it, whoever came first and whatever their clocks say.
    expect((await world.acts()).map(({ by }) => by).toSorted()).toEqual(['ada', 'bob']);
  });
});

describe('a lift that is answered late', () => {
  const asked = (minutes: number) => {
    Object.assign(world.clock, { ahead: minutes * 60_000, githubAhead: minutes * 60_000 });
  };
  const standing = async () =>
    (await world.command('ada', 'status')).status?.switches.map(({ state, reason }) => `${state}: ${reason}`);

  test.each([
    ['lock leaked', '/ghost unlock', 'kill all confirm', 'locked: leaked'],
    ['lock leaked', '/ghost unlock', 'lock it is worse', 'locked: leaked'],
    ['pause release', '/ghost resume', 'pause it is worse', 'paused: release'],
    ['pause release for 3h', '/ghost resume', 'pause it is worse for 1h', 'paused: release'],
  ])('leaves what was stopped once more since: %s, %s, %s', async (first, lift, again, left) => {
    await world.deliver('first');
    await world.command('ada', first);
    const createdAt = new Date(Date.now() + 5 * 60_000);
    asked(30);
    expect(await world.command('ada', again)).toMatchObject({ done: 'unchanged' });
    asked(35);
    expect(await world.comment('bob', 1, lift, { createdAt })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('after this was written; write it again'),
    });
    expect(await standing()).toEqual([left]);
    const now = new Date(Date.now() + 35 * 60_000);
    expect(await world.comment('bob', 1, lift, { createdAt: now })).toMatchObject({ done: 'done' });
    expect(await standing()).toEqual([]);
  });

  test('leaves what was stopped once more since by a clock that is behind', async () => {
    await world.deliver('first');
    Object.assign(world.clock, { ahead: 20_000, githubAhead: -10_000 });
    await world.command('ada', 'lock leaked');
    Object.assign(world.clock, { ahead: 0, githubAhead: 0 });
    const createdAt = new Date(Date.now() - 5_000);
    await world.command('ada', 'lock worse');
    expect(await world.comment('bob', 1, '/ghost unlock', { createdAt })).toMatchObject({
      done: 'unchanged',
    });
    expect(await standing()).toEqual(['locked: leaked']);
  });

  test('leaves what was stopped since by a clock that is far behind', async () => {
    await world.deliver('first');
    const createdAt = new Date(Date.now() - 4 * 60_000);
    Object.assign(world.clock, { ahead: -20 * 60_000 });
    await world.command('ada', 'lock leaked');
    Object.assign(world.clock, { ahead: 0 });
    expect(await world.comment('bob', 1, '/ghost unlock', { createdAt })).toMatchObject({
      done: 'unchanged',
    });
    expect(await standing()).toEqual(['locked: leaked']);
  });

  test('leaves what was stopped a moment after it was written, and lifts what stood there', async () => {
    await world.deliver('first');
    const createdAt = new Date(Date.now() - 3_000);
    await world.command('ada', 'lock leaked');
    expect(await world.comment('bob', 1, '/ghost unlock', { createdAt })).toMatchObject({
      done: 'unchanged',
    });
    expect(await standing()).toEqual(['locked: leaked']);
    expect(await world.comment('bob', 1, '/ghost unlock', { createdAt: new Date() })).toMatchObject({
      done: 'done',
    });
    expect(await standing()).toEqual([]);
  });

  test.each([
    ['pause', 'resume'],
    ['lock', 'unlock'],
  ])('lifts what was stopped by a server whose clock is ahead: %s, %s', async (stop, lift) => {
    await world.deliver('first');
    world.clock.ahead = 10 * 60_000;
    await world.command('ada', stop);
    world.clock.ahead = 0;
    const before = new Date(Date.now() - 3_000);
    expect(await world.comment('bob', 1, `/ghost ${lift}`, { createdAt: before })).toMatchObject({
      done: 'unchanged',
    });
    const now = new Date(Date.now() + 1_000);
    expect(await world.comment('bob', 1, `/ghost ${lift}`, { createdAt: now })).toMatchObject({
      done: 'done',
    });
    expect(await standing()).toEqual([]);
  });

  test('says that nothing was lifted, also where it works on what another pause held', async () => {
    await openWithRelease();
    await world.deliver('first');
    await world.command('ada', 'pause for 1h');
    await world.deliver('held');
    const createdAt = new Date(Date.now() + 70 * 60_000);
    asked(90);
    await world.command('ada', 'pause release day on branch release');
    expect(await world.comment('bob', 1, '/ghost resume on branch release', { createdAt })).toMatchObject({
      done: 'done',
      sentence: expect.stringContaining('Nothing was lifted'),
    });
    expect(await standing()).toEqual(['paused: release day']);
  });
});

async function openWithRelease(): Promise<void> {
  await world.close();
  world = await openWorld({ config: 'test:\n  command: npm test\nbase-branches: [main, release]\n' });
  await world.git('branch', 'release', 'main');
}

async function patchOf(id: string): Promise<unknown> {
  return JSON.parse(await world.git('show', `refs/ghost/patches/${id}:patch.json`));
}

/** Nobody knows why GitHub would not have this branch. */
function breakBranch(id: string): void {
  const { repository } = world.context;
  const write: typeof repository.write = async (transaction) =>
    transaction.refs.some(({ ref }) => ref === `refs/heads/ghost/${id}`)
      ? await Promise.reject(new Error('GitHub would not'))
      : await repository.write(transaction);
  Object.assign(world.context, { repository: { ...repository, write } });
}
