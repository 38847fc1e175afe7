import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const BIN = join(import.meta.dirname, '../../src/cli/bin.ts');
const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cli-'));
  git('init', '-q', '-b', 'main');
  write('src/a.txt', 'one\ntwo\n');
  write('.github/ghost-runner.yml', 'test:\n  command: grep -q TWO src/a.txt\n');
  git('add', '-A');
  git('commit', '-qm', 'start');
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('ghost-runner apply', () => {
  test('makes a branch with one commit and a record, and touches neither working tree nor index', () => {
    const result = run(['apply', patch([EDIT])]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toMatch(
      /^Applied on branch ghost\/fix as [0-9a-f]{40}\n {2}modify src\/a\.txt \(\+1 −1\)\n$/,
    );
    expect(git('show', 'ghost/fix:src/a.txt')).toBe('one\nTWO');
    expect(git('log', '-1', '--format=%B', 'refs/ghost/patches/fix')).toContain('Ghost-Record: ');
    expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
    expect(git('branch', '--show-current')).toBe('main');
  });

  test('--test runs the test command on the new commit, and its exit code says what came of it', () => {
    expect(run(['apply', patch([EDIT]), '--test'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('passed'),
    });
    expect(run(['apply', patch([{ ...EDIT, replace: 'zwei' }]), '--test'])).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('failed with exit code 1'),
    });
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  test('named commands are listed and not run', () => {
    write('.github/ghost-runner.yml', 'test: {command: "true"}\ncommands: {format: touch made}\n');
    git('commit', '-qam', 'commands');
    const { stdout, status } = run(['apply', patch([EDIT, { kind: 'run', command: 'format' }])]);
    expect({ stdout, status }).toEqual({
      status: 0,
      stdout: expect.stringContaining('Not run here: the command format.'),
    });
    expect(git('log', '--oneline', 'main..ghost/fix').split('\n')).toHaveLength(1);
  });

  test('that its pull request would wait for an approval is said where the config wants one', () => {
    write('.github/ghost-runner.yml', 'test: {command: "true"}\napproval: required\n');
    git('commit', '-qam', 'approval');
    const waits = 'would wait for an approval of somebody else than its sender';
    expect(run(['apply', patch([EDIT]), '--dry-run']).stdout).toContain(waits);
    expect(run(['apply', patch([EDIT])]).stdout).toContain(waits);
    const json = run(['apply', patch([{ ...EDIT, replace: 'zwei' }]), '--json']).stdout;
    expect(JSON.parse(json)).toMatchObject({ approval: { required: true } });
  });

  test('what is not done is told where the patch comes to nothing, too', () => {
    const nothing = JSON.stringify({
      id: 'fix',
      branch: 'feature/x',
      changes: [{ ...EDIT, replace: EDIT.find }],
    });
    const notDone = 'Requested, not done: a branch named feature/x';
    expect(run(['apply', '-'], nothing)).toMatchObject({
      status: 3,
      stdout: expect.stringContaining(`\n  ${notDone}\n`),
    });
    expect(JSON.parse(run(['apply', '-', '--json'], nothing).stdout)).toMatchObject({ notDone: [notDone] });
  });

  test('a patch for another repository than the remote of the clone is refused, and told where there is none', () => {
    const named = JSON.stringify({
      repository: 'acme/other',
      patch: { version: 1, id: 'fix', changes: [EDIT] },
    });
    expect(run(['apply', '-', '--dry-run'], named).stdout).toContain(
      'The repository acme/other was passed over',
    );
    git('remote', 'add', 'origin', 'git@github.com:acme/shop.git');
    expect(run(['apply', '-'], named)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('is for the repository acme/other, and was sent to acme/shop'),
    });
    git('remote', 'set-url', 'origin', 'https://github.com/acme/other');
    const { stdout, status } = run(['apply', '-'], named);
    expect(status).toBe(0);
    expect(stdout).not.toContain('acme/other');
  });

  test('--json prints one object', () => {
    const result = run(['apply', patch([EDIT]), '--json']);
    expect(JSON.parse(result.stdout)).toMatchObject({
      id: 'fix',
      outcome: 'applied',
      branch: 'ghost/fix',
      changes: [{ path: 'src/a.txt', added: 1, removed: 1 }],
      record: 'refs/ghost/patches/fix',
    });
  });

  test('--dry-run writes nothing', () => {
    const before = git('for-each-ref');
    expect(run(['apply', patch([EDIT]), '--dry-run'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Dry run: the patch fits'),
    });
    expect(git('for-each-ref')).toBe(before);
  });

  test('--dry-run tries a patch where the switch is gone too, and says that it would be held', () => {
    run(['apply', patch([EDIT])]);
    git('update-ref', '-d', 'refs/ghost/control');
    const other = patch([{ ...EDIT, replace: 'zwei' }]);
    const { status, stdout } = run(['apply', other, '--dry-run']);
    expect({ status, stdout }).toMatchObject({
      status: 9,
      stdout: expect.stringMatching(/Dry run: the patch fits[^]*src\/a\.txt[^]*kept until the pause ends/),
    });
    expect(JSON.parse(run(['apply', other, '--dry-run', '--json']).stdout)).toMatchObject({
      outcome: 'previewed',
      wouldBe: 'held',
      stopped: { state: 'paused', reason: expect.stringContaining('is gone') },
      changes: [{ path: 'src/a.txt' }],
    });
    const misfit = run(['apply', patch([{ ...EDIT, find: 'nowhere' }]), '--dry-run']);
    expect(misfit).toMatchObject({ status: 2, stdout: expect.stringContaining('kept until the pause ends') });
    const unreadable = run(['apply', patch([{ kind: 'edit', path: 'a' }]), '--dry-run', '--json']);
    expect(unreadable.status).toBe(2);
    expect(JSON.parse(unreadable.stdout)).not.toHaveProperty('stopped');
  });

  test('a patch that does not fit is refused with the reason, exit code 2 and no branch', () => {
    const result = run(['apply', patch([{ ...EDIT, find: 'nowhere' }]), '--json']);
    expect(result.status).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'not_found', path: 'src/a.txt' }],
    });
    expect(git('branch', '--list', 'ghost/*')).toBe('');
  });

  test('a patch on standard input works like one in a file', () => {
    const text = JSON.stringify({ version: 1, id: 'fix', changes: [EDIT] });
    expect(run(['apply', '-'], text)).toMatchObject({ status: 0 });
  });

  test('--jsonl answers each case on standard input with one line, without git', () => {
    const cases = [
      {
        id: 1,
        files: { 'a.txt': 'x\n' },
        patch: { version: 1, changes: [{ kind: 'edit', path: 'a.txt', find: 'x', replace: 'y' }] },
      },
      {
        id: 2,
        files: { 'a.txt': 'x\n' },
        patch: { version: 1, changes: [{ kind: 'delete', path: 'b.txt' }] },
      },
    ];
    const { stdout } = run(['apply', '--jsonl'], cases.map((one) => `${JSON.stringify(one)}\n`).join('\n'));
    const answers = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 1, outcome: 'applied', files: { 'a.txt': 'y\n' } },
      { id: 2, outcome: 'refused', refusal: { code: 'not_found' } },
    ]);
  });

  test('--jsonl ends a case where its line ends, and at none of the ends of lines that a text may hold', () => {
    const files = { 'a.txt': `${'é'.repeat(40_000)}\u2028\u0085x\n` };
    const changes = [{ kind: 'edit', path: 'a.txt', find: 'x', replace: 'y' }];
    const line = JSON.stringify({ id: 1, files, patch: { version: 1, changes } });
    const { stdout, status } = run(['apply', '--jsonl'], `${line}\r\n \r\n\n${line}`);
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((each): unknown => JSON.parse(each)),
    ).toMatchObject([
      { id: 1, files: { 'a.txt': files['a.txt'].replace('x', 'y') } },
      { id: 1, outcome: 'applied' },
    ]);
  });

  test.each([
    ['a command that is not there', ['aply'], 64, 'Did you mean apply?'],
    ['an option that is not there', ['apply', 'x', '--tset'], 64, 'Did you mean --test?'],
    ['no patch', ['apply'], 64, 'name the file with the patch'],
    ['a file that is not there', ['apply', 'nowhere.json'], 1, "nowhere.json can't be read"],
    [
      'a folder that is no repository',
      ['apply', '-', '--repo', '/'],
      1,
      '/ is no git repository; name a clone with --repo',
    ],
  ])('%s gets one clear sentence', (_, args, status, words) => {
    const result = run(args, '{"version":1,"changes":[]}');
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toContain('    at ');
  });

  test('--help exits with 0 and names the exit codes', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('tests failed') });
  });
});

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: directory,
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

function patch(changes: readonly unknown[]): string {
  write('fix.json', JSON.stringify({ version: 1, id: 'fix', title: 'Fix it', changes }));
  return 'fix.json';
}

function write(path: string, content: string): void {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), content);
}

function git(...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-C', directory, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args],
    { encoding: 'utf8' },
  ).trim();
}
