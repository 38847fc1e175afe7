import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/stages/apply.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { openWorld, REPOSITORY, type World } from './world.ts';

const BINARY = Buffer.from([0, 1, 2, 255, 254]);

let world: World;
beforeEach(async () => {
  world = await openWorld({ files: { 'data.bin': BINARY, 'old/name.txt': 'moved\n' } });
});
afterEach(() => world.close());

const EVERYTHING = [
  { kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' },
  { kind: 'write', path: 'data.bin', content: 'text now\n' },
  { kind: 'move', from: 'old/name.txt', to: 'new/name.txt' },
  { kind: 'delete', path: 'src/b.txt' },
  { kind: 'write', path: 'run.sh', content: '#!/bin/sh\n', executable: true },
];

const TWO = [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }];
const NOWHERE = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: '' }];
const SEVEN = [{ kind: 'edit', path: 'src/a.txt', find: 'seven\n', replace: 'SEVEN\n' }];

async function merged(id: string, changes: readonly object[], method: 'merge' | 'squash' = 'merge') {
  await world.deliver(id, {}, changes);
  const number = (await world.record(id)).pullRequest?.number ?? 0;
  // A person who merges what a policy made a draft marks it as ready before.
  await world.context.conversation.setDraft((await world.pull(number))?.nodeId ?? '', false);
  return world.person('rita').merge(number, method);
}

async function mergeRevertOf(id: string) {
  const [number, { done, observed }] = [await nextNumber(), await world.command('rita', `revert ${id}`)];
  expect(done).toBe('done');
  await world.pipeline.idle();
  await world.person('rita').merge(number);
  await watch({ ...world.context, history: null }, { now: new Date() });
  return observed[0]?.name ?? '';
}

const nextNumber = async () => (await world.github.snapshot(REPOSITORY)).pullRequests.length + 1;

const tree = async (commit: string) => (await world.git('rev-parse', `${commit}^{tree}`)).trim();

describe('revert', () => {
  test.each(['merge', 'squash'] as const)(
    'after a %s, the pull request of the revert has the tree from before the patch',
    async (method) => {
      const before = await tree('main');
      await merged('all', EVERYTHING, method);
      expect(await tree('main')).not.toBe(before);
      const report = await world.command('rita', 'revert all');
      expect(report).toMatchObject({ done: 'done', observed: [{ name: 'revert-all' }] });
      await world.pipeline.idle();
      const record = await world.record('revert-all');
      expect(record).toMatchObject({
        revertOf: 'all',
        title: 'Revert "Change all"',
        outcome: { kind: 'opened' },
      });
      expect(await tree('refs/heads/ghost/revert-all')).toBe(before);
      expect(await world.command('rita', 'revert all')).toMatchObject({ done: 'unchanged' });
    },
  );

  test('a delivery that came to nothing after the merge does not keep it from being taken back', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    const before = (await world.record('fix')).attempt;
    await world.deliver('fix', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: '' }]);
    expect(await world.record('fix')).toMatchObject({ attempt: before + 1, outcome: { kind: 'refused' } });
    expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.git('show', 'refs/heads/ghost/revert-fix:src/a.txt')).toContain('two\n');
  });

  test.each(['pause', 'lock'])(
    'a %s of whoever sends something after the merge does not keep it from being taken back',
    async (verb) => {
      await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
      await world.command('ada', `${verb} from @mallory`);
      const patch = { version: 1, title: 'Change fix', changes: SEVEN };
      const run = { id: 4_711, attempt: 1, url: '' };
      const delivery = { payload: { id: 'fix', patch }, sender: 'mallory', dryRun: false };
      await apply({ ...world.context, run }, delivery);
      expect((await world.record('fix')).outcome?.kind).toBe(verb === 'pause' ? 'held' : 'halted');
      expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'done' });
      await world.command('ada', `${verb} from @gpt`);
      // That of whoever sent what was merged does, whoever sent what since.
      expect(await world.command('rita', 'revert fix')).toMatchObject({
        done: 'refused',
        sentence: expect.stringContaining(`Patches from gpt are ${verb}`),
      });
    },
  );

  test('a revision after the merge does not keep it from being taken back, and the answer says which one it is', async () => {
    const before = await tree('main');
    await merged('fix', TWO);
    await world.deliver('fix', {}, SEVEN);
    expect(await world.record('fix')).toMatchObject({ pullRequest: { number: 2 }, mergedBefore: 1 });
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'done',
      sentence: expect.stringContaining(
        'This is about pull request #1, the newest one of fix that was merged',
      ),
    });
    await world.pipeline.idle();
    expect(await tree('refs/heads/ghost/revert-fix')).toBe(before);
    expect(await world.pull(2)).toMatchObject({ state: 'open' });
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining(
        'revert-fix in pull request #3; look there. This is about pull request #1',
      ),
    });
  });

  test('a revision that was rejected after the merge does not keep it from being taken back', async () => {
    await merged('fix', TWO);
    await world.deliver('fix', {}, SEVEN);
    await world.command('rita', 'reject fix no');
    await world.deliver('fix', {}, [
      { kind: 'edit', path: 'src/a.txt', find: 'seven\n', replace: 'SIEBEN\n' },
    ]);
    expect((await world.record('fix')).outcome).toMatchObject({ reason: 'pull_request_closed' });
    expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.git('show', 'refs/heads/ghost/revert-fix:src/a.txt')).toContain('two\n');
  });

  test('of several merges under one id the newest one is taken back', async () => {
    await merged('fix', TWO);
    await merged('fix', SEVEN);
    await world.deliver('fix', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'four\n', replace: 'FOUR\n' }]);
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'done',
      sentence: expect.stringContaining('pull request #2'),
    });
    await world.pipeline.idle();
    const text = await world.git('show', 'refs/heads/ghost/revert-fix:src/a.txt');
    expect(text).toBe('one\nTWO\nthree\nfour\nfive\nsix\nseven\neight\n');
  });

  test.each<[string, string, string, object]>([
    [
      'a remark that stands for lines',
      'src/prompt.js',
      'export const PROMPT = `Write:\n// ... existing code ...\nfunction changed() {}\n`;\n',
      { kind: 'delete' },
    ],
    [
      'a stub',
      'src/stub.js',
      'function a() {\n  // ...\n}\n',
      { kind: 'write', content: 'function a() {\n  const x = 1;\n  const y = 2;\n  return x + y;\n}\n' },
    ],
    [
      'a remark that nothing changed',
      'src/remark.js',
      'function a(b) {\n  // unchanged\n  return b;\n}\n',
      { kind: 'write', content: 'function a(b) {\n  const x = 1;\n  const y = 2;\n  return x + y;\n}\n' },
    ],
    ['a number before every line', 'src/n.js', '1 | one\n2 | two\n3 | three\n', { kind: 'delete' }],
    [
      'what stands for a file',
      'src/all.js',
      '...\n',
      { kind: 'write', content: 'const x = 1;\nconst y = 2;\nexport default x + y;\n' },
    ],
  ])(
    'a file comes back as it stood, though a text of a model must not hold %s',
    async (_what, path, stood, change) => {
      await world.person('ada').push('main', { [path]: stood });
      const before = await tree('main');
      await merged('fix', [{ ...change, path }, ...TWO]);
      expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'done' });
      await world.pipeline.idle();
      expect(await tree('refs/heads/ghost/revert-fix')).toBe(before);
      const sent = await world.git('show', 'refs/ghost/patches/revert-fix:patch.json');
      expect(sent).toContain('"encoding":"base64"');
      expect(sent).toContain('\\ntwo\\n');
    },
  );

  test('what was taken back before a revision came is not taken back again', async () => {
    await merged('fix', TWO);
    await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    await world.person('rita').merge(2);
    await watch({ ...world.context, history: null }, { now: new Date() });
    expect((await world.record('fix')).outcome).toMatchObject({ kind: 'reverted' });
    await world.deliver('fix', {}, SEVEN);
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringMatching(/revert-fix in pull request #2; .* about pull request #1/),
    });
  });

  test('what others changed elsewhere meanwhile stays', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    const later = 'one\nTWO\nthree\nfour\nfive\nsix\nseven\nEIGHT\n';
    await world.person('ada').push('main', { 'src/a.txt': later, 'src/b.txt': 'later\n' });
    await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    expect(await world.git('show', 'refs/heads/ghost/revert-fix:src/a.txt')).toBe(
      later.replace('TWO', 'two'),
    );
    expect(await world.git('show', 'refs/heads/ghost/revert-fix:src/b.txt')).toBe('later\n');
  });

  test('later changes to the same lines are named, with both sides, and nothing is sent', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    await world
      .person('ada')
      .push('main', { 'src/a.txt': 'one\nZWEI\nthree\nfour\nfive\nsix\nseven\neight\n' });
    const report = await world.command('rita', 'revert fix');
    expect(report).toMatchObject({ done: 'refused', sentence: expect.stringContaining('src/a.txt') });
    expect(report.diff).toContain('ZWEI');
    expect(report.diff).toContain('two');
    expect(world.pipeline.runs()).toHaveLength(1);
  });

  test('what is not merged, or holds what a person added, is not taken back', async () => {
    await world.deliver('open');
    expect(await world.command('rita', 'revert open')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('not merged'),
    });
    await world.person('ada').push('ghost/open', { 'src/b.txt': 'mine\n' });
    await world.person('rita').merge(1);
    expect(await world.command('rita', 'revert open')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('Somebody else committed'),
    });
  });

  test('what is gone already is said, and nothing is sent', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    await world
      .person('ada')
      .push('main', { 'src/a.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n' });
    expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'unchanged' });
  });

  test('where both names had their pull requests closed, it says which one to reopen', async () => {
    await merged('fix', TWO);
    const names: string[] = [];
    for (const _ of ['first', 'second']) {
      const { observed } = await world.command('rita', 'revert fix');
      await world.pipeline.idle();
      names.push(...observed.map(({ name }) => name));
      await world.command('bob', `reject ${names.at(-1)} not now`);
    }
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'refused',
      sentence: `${names[1]} takes fix back, and its pull request #3 was closed; reopen that one and merge it, or revert fix by hand.`,
    });
    await world.person('rita').reopen(3);
    await watch({ ...world.context, history: null }, { now: new Date() });
    expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'unchanged' });
  });

  test('where a revision came before the merge of the revert, that one is named as what took it back', async () => {
    await merged('fix', TWO);
    await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    await world.deliver('fix', {}, SEVEN);
    await world.person('rita').merge(2);
    await watch({ ...world.context, history: null }, { now: new Date() });
    expect((await world.record('fix')).outcome).toMatchObject({ kind: 'opened' });
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringMatching(/ by revert-fix in pull request #2; .* about pull request #1/),
    });
  });

  test("a name that somebody else's patch has taken is left to it", async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    await world.deliver('revert-fix', {}, [{ kind: 'write', path: 'c.txt', content: 'squatter\n' }]);
    const report = await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    expect(report).toMatchObject({ done: 'done' });
    expect(await world.record('revert-fix')).toMatchObject({ attempt: 1 });
    const [name = ''] = report.observed.map((seen) => seen.name);
    expect(name).toMatch(/^revert-fix-[0-9a-f]{7}$/);
    expect(await world.record(name)).toMatchObject({ revertOf: 'fix', outcome: { kind: 'opened' } });
  });

  test('a patch that only says that it is the revert is not taken for it', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    const other = [{ kind: 'write', path: 'c.txt', content: 'not what it says\n' }];
    await world.deliver('revert-fix', { reverts: 'fix' }, other);
    const report = await world.command('rita', 'revert fix');
    expect(report).toMatchObject({
      done: 'done',
      observed: [{ name: expect.stringMatching(/-[0-9a-f]{7}$/) }],
    });
  });

  test('a revert is taken back like any other patch', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    const after = await tree('main');
    await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    await world.person('rita').merge(2);
    expect(await world.command('rita', 'revert revert-fix')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await tree('refs/heads/ghost/revert-revert-fix')).toBe(after);
  });

  test('what is there again because its revert was taken back can be taken back once more', async () => {
    const before = await tree('main');
    await merged('fix', TWO);
    for (const id of ['fix', 'revert-fix']) {
      const [number, report] = [await nextNumber(), await world.command('rita', `revert ${id}`)];
      expect(report).toMatchObject({ done: 'done' });
      await world.pipeline.idle();
      await world.person('rita').merge(number);
      await watch({ ...world.context, history: null }, { now: new Date() });
    }
    expect((await world.record('fix')).outcome).toMatchObject({ kind: 'merged', pullRequest: { number: 1 } });
    const report = await world.command('rita', 'revert fix');
    expect(report).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    const [{ name } = { name: '' }] = report.observed;
    expect(name).toMatch(/^revert-fix-[0-9a-f]{7}$/);
    expect(await tree(`refs/heads/ghost/${name}`)).toBe(before);
    await world.person('rita').merge(4);
    await watch({ ...world.context, history: null }, { now: new Date() });
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining(`by ${name} in pull request #4; look there.`),
    });
  });

  test.each([
    ['a revision is open', () => world.deliver('fix', {}, SEVEN)],
    [
      'a revision was rejected',
      async () => {
        await world.deliver('fix', {}, SEVEN);
        await world.command('rita', 'reject fix');
      },
    ],
    ['a revision was refused', () => world.deliver('fix', {}, NOWHERE)],
  ])('what is there again can be taken back once more where %s', async (_, deliver) => {
    const before = await tree('main');
    await merged('fix', TWO);
    await mergeRevertOf('fix');
    await deliver();
    expect(await world.command('rita', 'revert fix')).toMatchObject({ done: 'unchanged' });
    await mergeRevertOf('revert-fix');
    const name = await mergeRevertOf('fix');
    expect(name).toMatch(/^revert-fix-[0-9a-f]{7}$/);
    expect(await tree('main')).toBe(before);
    expect(await world.command('rita', 'revert fix')).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining(` by ${name} in pull request #`),
    });
  });

  test('what is there again can be taken back once more where something was delivered as its revert too', async () => {
    const before = await tree('main');
    await merged('fix', TWO);
    await mergeRevertOf('fix');
    await world.deliver('fix', {}, SEVEN);
    await mergeRevertOf('revert-fix');
    await world.deliver('revert-fix', {}, NOWHERE);
    expect((await world.record('revert-fix')).outcome).toMatchObject({ kind: 'reverted' });
    await mergeRevertOf('fix');
    expect(await tree('main')).toBe(before);
  });

  test('a revert is not taken back where what it took back was merged once more since', async () => {
    await merged('fix', TWO);
    await mergeRevertOf('fix');
    const number = await nextNumber();
    await world.deliver('fix', { description: 'With a reason' }, TWO);
    await world.person('rita').merge(number);
    await watch({ ...world.context, history: null }, { now: new Date() });
    await mergeRevertOf('fix');
    expect(await world.command('rita', 'revert revert-fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('fix was merged once more after revert-fix had taken it back'),
    });
    expect((await world.record('fix')).outcome).toMatchObject({ kind: 'reverted' });
  });

  test('who asked for a revert does not approve it', async () => {
    const config = 'test:\n  command: npm test\napproval: required\n';
    await world.person('ada').push('main', { '.github/ghost-runner.yml': config });
    await world.deliver('fix');
    await world.command('rita', 'approve fix');
    await world.person('rita').merge(1);
    await world.command('rita', 'revert fix');
    await world.pipeline.idle();
    expect(await world.command('rita', 'approve revert-fix')).toMatchObject({ done: 'refused' });
    expect(await world.command('bob', 'approve revert-fix')).toMatchObject({ done: 'done' });
    // Who sends a patch that calls itself a revert of the same is still who sent it.
    await world.deliver('sly', { reverts: 'fix' }, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
    expect(await world.command('gpt', 'approve sly')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
  });

  test('who asked for a revert does not approve it, though everything died after it was sent', async () => {
    await merged('fix', [{ kind: 'edit', path: 'src/a.txt', find: 'two\n', replace: 'TWO\n' }]);
    const config = 'test:\n  command: npm test\napproval: required\n';
    await world.person('ada').push('main', { '.github/ghost-runner.yml': config });
    const { runs } = world.context;
    const dispatch = async (payload: Parameters<typeof runs.dispatch>[0]) => {
      await runs.dispatch(payload);
      await new Promise(() => {});
    };
    void execute(
      { ...world.context, runs: { ...runs, dispatch } },
      { command: { verb: 'revert', id: 'fix' }, surface: 'cli', actor: 'rita' },
    );
    const { digest } = await world.until('revert-fix', ({ outcome }) => outcome?.kind === 'opened');
    expect(await world.acts()).toContainEqual(
      expect.objectContaining({ verb: 'revert', by: 'rita', digest }),
    );
    expect(await world.command('rita', 'approve revert-fix')).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('nobody approves their own'),
    });
  });

  test('a patch that is too large for a dispatch is taken back by reference', async () => {
    const large = `${'y'.repeat(99)}\n`.repeat(900);
    await world.person('ada').push('main', { 'large.txt': large });
    await merged('shrink', [{ kind: 'write', path: 'large.txt', content: 'small\n' }]);
    expect(await world.command('rita', 'revert shrink')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.git('show', 'refs/heads/ghost/revert-shrink:large.txt')).toBe(large);
    expect(await world.refs('refs/ghost/inbox/')).toHaveLength(1);
  });
});
