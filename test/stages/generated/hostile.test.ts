import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Tested } from '../../../src/stages/generated/test-with-commands.ts';
import type { Handover } from '../../../src/stages/handover.ts';
import { type PublishReport, publish } from '../../../src/stages/publish.ts';
import type { World } from '../world.ts';
import { applied, createRestore, jobOf, openWorld, runJob } from './job.ts';

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

describe('a test job that lies about what commands made', () => {
  const text = (...files: readonly object[]) => JSON.stringify({ version: 1, files });
  const made = (path: string, more: object = {}) => ({
    path,
    mode: '100644',
    edits: [[0, 0, 'x\n']],
    ...more,
  });

  test.each([
    ['another tree than the effect makes', { tree: 'f'.repeat(40) }, undefined],
    ['no tree', { tree: undefined }, undefined],
    ['a tree and no effect', {}, null],
    ['an effect and the tree without it', 'unchanged', undefined],
    ['the tree with an effect, and none', {}, text()],
    ['an effect that is none', {}, '{"version":1}'],
    ['an effect with more in it', {}, JSON.stringify({ version: 1, files: [], extra: 1 })],
    ['a mode that git does not know', {}, text(made('b.txt', { mode: '104755' }))],
    ['a pass in the middle of a command', { during: 'format', tree: undefined }, undefined],
    ['a command that nobody asked for', { verdict: 'failed', during: 'other', tree: undefined }, null],
    ['another file than was generated', {}, text(made('src/b.txt'))],
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
    const job = jobOf({ ...tested, effect: { text: text(file), files: 1 } });
    expect((await publish(world.context, handover, job)).outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code }],
    });
    expect(world.head('fix')).toBeNull();
  });

  test('the same file twice, or more than may be handed on, is too much', async () => {
    const twice = text(made('b.txt'), made('b.txt'));
    const job = jobOf({ ...tested, effect: { text: twice, files: 2 } });
    expect((await publish(world.context, handover, job)).outcome).toMatchObject({
      refusals: [{ code: 'too_large' }],
    });
  });

  test('an effect where no command was asked for changes nothing', async () => {
    const { generation: _, ...plain } = handover;
    const { tree: _tree, ...report } = tested.report;
    const job = jobOf({ report, effect: { text: text(made('b.txt')), files: 1 } });
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
