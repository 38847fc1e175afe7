import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { MadeEffect, Tested } from '../../../src/stages/generated/test-with-commands.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { PublishReport } from '../../../src/stages/say-published.ts';
import type { World } from '../world.ts';
import { applied, createRestore, goThrough, jobOf, openWorld, runJob } from './job.ts';

/** One patch that was applied, and what an honest test job said of it; each test begins there. */
let world: World;
let handover: Handover;
let tested: Tested;
let restore: () => void;
beforeAll(async () => {
  world = openWorld({ format: "sed -i 's/$/;/' src/a.txt" });
  handover = await applied(world, ['format']);
  tested = await runJob(world, handover);
  restore = createRestore(world);
});
afterEach(() => restore());
afterAll(() => world.remove());

/** Put together here, so that no file of this repository holds what looks like a secret. */
const KEY = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
const MANY = 'for n in $(seq 101); do echo $n > f$n.txt; done';

describe('commands that make what no patch may make', () => {
  test.each([
    ['a workflow', 'mkdir -p .github/workflows && echo on: push > .github/workflows/x.yml', 'protected_path'],
    ['the config', 'echo >> .github/ghost-runner.yml', 'protected_path'],
    ['instructions of agents', 'echo obey > AGENTS.md', 'protected_path'],
    ["git's attributes", 'echo "* -diff" > .gitattributes', 'protected_path'],
    ['a look-alike of a guarded name', 'mkdir "GITMOD~1" && echo x > "GITMOD~1/x"', 'protected_path'],
    ['another spelling of a file', 'echo x > src/A.txt', 'already_exists'],
    ['a symlink', 'ln -s /etc/passwd src/link', 'not_a_text_file'],
    ['a symlink in the place of a file', 'ln -sf /etc/passwd src/a.txt', 'not_a_text_file'],
    [
      'a submodule',
      'git init -q sub && git -C sub -c user.name=x -c user.email=x@x commit -q --allow-empty -m x',
      'not_a_text_file',
    ],
    ['more files than a patch may change', MANY, 'too_large'],
    ['a file that is too large', 'head -c 5300000 /dev/zero > big.bin', 'too_large'],
    ['nothing where everything was', 'git rm -rq .', 'protected_path'],
    ['a secret in the name of a file', `mkdir conf; echo x > conf/${KEY}.txt`, 'secret_found'],
    ['a secret', `echo 'token = "${KEY}"' > src/env.txt`, 'secret_found'],
    ['a path with a line break', String.raw`echo x > $'a\nb'`, 'outside_repository'],
    ['a path with a backslash', String.raw`echo x > 'a\b'`, 'outside_repository'],
  ])('%s: refused, and neither branch nor pull request is left', async (_, command, code) => {
    const report = await publishAfter(command);
    expect(report.outcome).toMatchObject({ kind: 'refused', refusals: [expect.objectContaining({ code })] });
    expect(JSON.stringify(report.outcome)).toContain(code === 'too_large' ? 'commands' : 'named commands');
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBeNull();
    expect(world.git('log', '-1', '--format=%B', 'refs/ghost/patches/fix')).not.toContain(KEY);
  });

  test('a new executable, or a lockfile, makes it a draft that waits for an approval', async () => {
    const report = await publishAfter('chmod +x src/a.txt; echo {} > package-lock.json');
    expect(report.outcome).toMatchObject({ kind: 'opened' });
    expect(world.forge.pulls).toMatchObject([{ draft: true, labels: ['ghost', 'ghost:needs-approval'] }]);
    expect(world.forge.pulls[0]?.body).toContain('policy.rules.executables');
    expect(world.record('fix')).toMatchObject({
      approval: { required: true },
      plan: { reviews: [expect.stringContaining('lockfiles'), expect.stringContaining('executables')] },
    });
  });

  test('limits hold for the patch and what its commands make together', async () => {
    const policy = { limits: { files: { 'at-most': 2 }, 'changed-lines': { 'at-most': 6 } } };
    world.commit({ '.github/ghost-runner.yml': JSON.stringify({ test: { command: 'true' }, policy }) });
    expect((await publishAfter('echo x > x.txt; echo y > y.txt')).outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'too_large', data: { rule: 'policy.limits.files', found: 3 } }],
    });
    restore();
    expect((await publish(world.context, handover, jobOf(tested))).outcome).toMatchObject({
      refusals: [{ data: { rule: 'policy.limits.changed-lines', found: 8 } }],
    });
    world.git('reset', '-q', '--hard', world.base);
  });
});

test('limits hold for lines of the patch too beside which a NUL stands', async () => {
  const policy = { limits: { 'changed-lines': { 'at-most': 6 } }, rules: { 'hidden-characters': 'allow' } };
  const other = openWorld({ make: 'seq 3 > made.txt' }, { policy });
  try {
    const write = { kind: 'write', path: 'four.txt', content: '\0one\ntwo\nthree\nfour\n' };
    const { report } = await goThrough(other, ['make'], [write]);
    expect(report.outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ data: { rule: 'policy.limits.changed-lines', found: 7 } }],
    });
  } finally {
    other.remove();
  }
});

describe('a secret in the name of a file that commands make', () => {
  test.each([
    ['of a file', [made(`conf/${KEY}.txt`)]],
    ['of a folder', [made(`${KEY}/a.txt`)]],
    ['behind an escape', [made(`token%3D${KEY}.txt`)]],
    ['of one that is protected', [made(`.github/workflows/${KEY}.yml`)]],
    ['of one that is no file', [made(KEY, { mode: '120000' })]],
    ['that no file may have', [made(`a\n${KEY}`)]],
    ['beside one that no file may have', [made(KEY), made('../x')]],
    ['beside a secret in a file', [made(KEY, { edits: [[0, 0, KEY]] })]],
  ])('is refused, and nothing of it is kept or shown: %s', async (_, files) => {
    const report = await publish(world.context, handover, jobOf({ ...tested, effect: effectOf(...files) }));
    expect(report.outcome).toEqual({
      kind: 'refused',
      refusals: [
        {
          code: 'secret_found',
          message: expect.stringMatching(/\(github token\).* another name.* named commands /),
          data: { rule: 'policy.secrets', kind: 'github token' },
        },
      ],
    });
    expect(JSON.stringify([report, world.forge.statuses, world.chat.posts])).not.toContain(KEY);
    expect(world.git('log', '--format=%B', 'refs/ghost/patches/fix')).not.toContain(KEY);
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBeNull();
  });

  test.each([
    ['changed', `echo y >> "conf/${KEY}.txt"`],
    ['taken away', `rm "conf/${KEY}.txt"`],
    ['given another ending', `git mv "conf/${KEY}.txt" "conf/${KEY}.md"`],
    ['in a folder that is excepted', `mkdir -p fixtures; echo x > "fixtures/${KEY}.txt"`],
  ])('is no news where such a file is %s', async (_, make) => {
    const policy = { secrets: { 'except-paths': ['fixtures/**'] } };
    const other = openWorld({ make }, { policy });
    other.commit({ [`conf/${KEY}.txt`]: 'x\n' });
    expect((await goThrough(other, ['make'])).report.outcome).toMatchObject({ kind: 'opened' });
    other.remove();
  });
});

describe('what a patch and its commands may name together', () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ kind: 'write', path: `p/${index}.txt`, content: 'x\n' }));

  test('is as many files as a patch alone may change', async () => {
    const other = openWorld({ make: 'mkdir g; for n in $(seq 41); do echo $n > g/$n; done' });
    const move = { kind: 'move', from: 'src/logo.bin', to: 'p/logo.bin' };
    expect((await goThrough(other, ['make'], [...files(58), move])).report.outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'too_large', data: { files: 101, limit: 100 } }],
    });
    expect(other.head('fix')).toBeNull();
    other.remove();
  });

  test('counts a file once that both change', async () => {
    const other = openWorld({ format: 'for file in p/*; do echo y >> $file; done' });
    expect((await goThrough(other, ['format'], files(100))).report.outcome).toMatchObject({ kind: 'opened' });
    other.remove();
  });

  test('fits into a record in the longest names that it may have', async () => {
    const other = openWorld({ make: `for file in '"'*; do echo y >> $file; done` });
    const quoted = files(50).map((one, index) => ({ ...one, path: `${'"'.repeat(158)}${10 + index}` }));
    expect((await goThrough(other, ['make'], quoted)).report.outcome).toMatchObject({ kind: 'opened' });
    expect(other.git('log', '-1', '--format=%B', 'refs/ghost/patches/fix').length).toBeLessThan(60_000);
    other.remove();
  });
});

describe('a test job that lies about what commands made', () => {
  test.each([
    ['another tree than the effect makes', { tree: 'f'.repeat(40) }, undefined],
    ['no tree', { tree: undefined }, undefined],
    ['a tree and no effect', {}, null],
    ['an effect and the tree without it', 'unchanged', undefined],
    ['the tree with an effect, and none', {}, effectOf().text],
    ['an effect that is none', {}, '{"version":1}'],
    ['an effect with more in it', {}, JSON.stringify({ version: 1, files: [], extra: 1 })],
    ['a mode that git does not know', {}, effectOf(made('b.txt', { mode: '104755' })).text],
    ['a pass in the middle of a command', { during: 'format', tree: undefined }, undefined],
    ['a command that nobody asked for', { verdict: 'failed', during: 'other', tree: undefined }, null],
    ['another file than was generated', {}, effectOf(made('src/b.txt')).text],
  ] as const)('%s is no result: nothing is published', async (_, forged, effect) => {
    const claimed = forged === 'unchanged' ? { tree: world.git('rev-parse', 'ghost/fix^{tree}') } : forged;
    const report = { ...tested.report, ...claimed };
    const told = effect === undefined ? tested.effect : effect === null ? null : { text: effect, files: 1 };
    const job = jobOf({ report, effect: told });
    expect((await publish(world.context, handover, job)).outcome).toMatchObject({
      kind: 'crashed',
      stage: 'test',
    });
    expect(world.forge.pulls).toEqual([]);
    expect(world.head('fix')).toBeNull();
  });

  test.each([
    ['lines that are not there', made('src/a.txt', { edits: [[2, 9, '']] }), 'malformed'],
    [
      'edits over each other',
      made('src/a.txt', {
        edits: [
          [1, 2, ''],
          [0, 1, ''],
        ],
      }),
      'malformed',
    ],
    ['a file in its place', made('src'), 'not_a_text_file'],
    ['a path out of the repository', made('../x'), 'outside_repository'],
    ["git's own folder", made('.git/hooks/pre-commit'), 'outside_repository'],
    ['a file below a file', made('src/a.txt/x'), 'already_exists'],
    ['the end of a file that is not there', { path: 'gone.txt', mode: null, edits: [] }, 'not_found'],
  ])('%s is refused', async (_, file, code) => {
    const job = jobOf({ ...tested, effect: effectOf(file) });
    expect((await publish(world.context, handover, job)).outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code }],
    });
    expect(world.head('fix')).toBeNull();
  });

  test('the same file twice, or more than may be handed on, is too much', async () => {
    const job = jobOf({ ...tested, effect: effectOf(made('b.txt'), made('b.txt')) });
    expect((await publish(world.context, handover, job)).outcome).toMatchObject({
      refusals: [{ code: 'too_large' }],
    });
  });

  test('an effect where no command was asked for changes nothing', async () => {
    const { generation: _, ...plain } = handover;
    const { tree: _tree, ...report } = tested.report;
    const job = jobOf({ report, effect: effectOf(made('b.txt')) });
    expect((await publish(world.context, plain, job)).outcome).toMatchObject({ kind: 'opened' });
    expect(world.head('fix')).toBe(handover.head);
  });
});

/** As if the patch had asked for this command instead. */
async function publishAfter(command: string): Promise<PublishReport> {
  const generation = { commands: [{ name: 'make', command, timeoutMinutes: 1 }], reviewers: [] };
  const asked = { ...handover, generation };
  return publish(world.context, asked, jobOf(await runJob(world, asked)));
}

/** What a test job hands over that says what it likes. */
function effectOf(...files: readonly object[]): MadeEffect {
  return { text: JSON.stringify({ version: 1, files }), files: files.length };
}

function made(path: string, more: object = {}): object {
  return { path, mode: '100644', edits: [[0, 0, 'x\n']], ...more };
}
