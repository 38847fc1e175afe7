import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { runInProcess } from './in-process.ts';

const BIN = join(import.meta.dirname, '../../src/cli/bin.ts');

const CONFIG = `test: {command: npm test}
policy:
  allowed-paths: {paths: [src/**, migrations/**], otherwise: review}
  protected-paths:
    - paths: [migrations/**]
      outcome: refuse
  rules:
    lockfiles: allow
`;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'explain-'));
  mkdirSync(join(directory, '.github'));
  writeFileSync(join(directory, '.github/ghost-runner.yml'), CONFIG);
  writeFileSync(join(directory, 'above.yml'), 'enforce: {policy: {rules: {lockfiles: refuse}}}\n');
  writeFileSync(join(directory, 'bad.yml'), 'test:\n  comand: npm test\n');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('ghost-runner explain', () => {
  test.each([
    ['src/a.ts', 'src/a.ts: allow. Patches may change it.\n  No rule is about this path.\n'],
    [
      'migrations/1.sql',
      'migrations/1.sql: refuse. A patch that changes it is refused.\n  policy.protected-paths[0], by migrations/**, .github/ghost-runner.yml:5:15\n',
    ],
    [
      'README.md',
      'README.md: review. A patch that changes it becomes a draft, and waits for an approval.\n  policy.allowed-paths, no glob of it matches, .github/ghost-runner.yml:3:3\n',
    ],
    [
      'src/.gitignore',
      'src/.gitignore: refuse. A patch that changes it is refused.\n  policy.rules.git-files, by **/.git{,attributes,config,ignore,message,modules,-blame-ignore-revs}/**, by default\n',
    ],
  ])('%s: the outcome, the rule, and where it stands', (path, stdout) => {
    expect(run(path)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('a path is judged as it is in a patch, without the folder that path-prefixes takes off, which is said', () => {
    writeFileSync(
      join(directory, 'prefixes.yml'),
      `path-prefixes: [/home/me/shop, shop, shop/web/]\n${CONFIG}`,
    );
    const explained = (path: string, ...more: string[]) => run(path, '--config', 'prefixes.yml', ...more);
    expect(explained('shop/migrations/1.sql')).toEqual({
      status: 0,
      stdout: `migrations/1.sql: refuse. A patch that changes it is refused.
  policy.protected-paths[0], by migrations/**, prefixes.yml:6:15
  Without shop/, which is taken off the paths of patches by path-prefixes, prefixes.yml:1:1.
`,
      stderr: '',
    });
    expect(explained('/home/me/shop/src/a.ts').stdout).toContain('src/a.ts: allow. Patches may change it.\n');
    expect(explained('shop/web/src/a.ts').stdout).toContain('  Without shop/web/, which is taken off');
    expect(explained('src/a.ts').stdout).not.toContain('path-prefixes');
    expect(JSON.parse(explained('shop/.github/workflows/ci.yml', '--json').stdout)).toMatchObject({
      path: '.github/workflows/ci.yml',
      outcome: 'refuse',
      taken: {
        from: 'shop/.github/workflows/ci.yml',
        prefix: 'shop/',
        source: { line: 1, column: 1 },
      },
    });
    expect(explained('shop/../x')).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/"\.\.\/x" has a \.\. segment.*\n {2}Without shop\/, which/s),
    });
    expect(JSON.parse(explained('shop/../x', '--json').stdout)).toMatchObject({ taken: { prefix: 'shop/' } });
  });

  test('a name that hides something is said to be judged where a file is to have it', () => {
    const path = 'src/\u202Ecod.ts';
    expect(run(path).stdout.split('\n').slice(1)).toEqual([
      '  No rule is about this path.',
      "  For a new file: review by policy.rules.hidden-characters, because the name holds characters that can't be seen or that reorder others.",
      '',
    ]);
    expect(JSON.parse(run(path, '--json').stdout)).toMatchObject({
      outcome: 'allow',
      newName: { outcome: 'review', rule: 'policy.rules.hidden-characters' },
    });
  });

  test('rules that do not decide are named after the one that does', () => {
    expect(run('go.sum').stdout.split('\n').slice(1, 3)).toEqual([
      '  policy.allowed-paths, no glob of it matches, .github/ghost-runner.yml:3:3',
      expect.stringMatching(
        /^ {2}also: allow by policy\.rules\.lockfiles, by .*, \.github\/ghost-runner\.yml:8:5$/,
      ),
    ]);
  });

  test('limits on how many patches are taken are named beside the rules, where there are any', () => {
    writeFileSync(
      join(directory, 'limits.yml'),
      'test: {command: x}\nlimits: {per-sender-per-hour: 5, open-pull-requests: 3}\n',
    );
    expect(run('a.ts', '--config', 'limits.yml').stdout).toContain(
      '\n  Whatever a patch changes, at most: 5 new patches of one sender within an hour, 3 open pull requests.\n',
    );
    expect(JSON.parse(run('a.ts', '--config', 'limits.yml', '--json').stdout)).toMatchObject({
      limits: { 'per-sender-per-hour': 5, 'open-pull-requests': 3 },
    });
  });

  test('--json says the same to programs', () => {
    expect(JSON.parse(run('src/CODEOWNERS.', '--json').stdout)).toEqual({
      path: 'src/CODEOWNERS.',
      outcome: 'refuse',
      rules: [
        {
          rule: 'look-alikes',
          outcome: 'refuse',
          pattern: '**/{CODEOWNERS,OWNERS,OWNERS_ALIASES}',
          source: 'fixed',
        },
      ],
      config: '.github/ghost-runner.yml',
    });
  });

  test.each([
    ['a path outside the repository', ['../x'], 'outside_repository'],
    [
      'a config with a mistake',
      ['src/a.ts', '--config', 'bad.yml'],
      'in line 2, column 3: "comand" is no option here',
    ],
  ])('%s is refused with exit code 2', (_, args, words) => {
    expect(run(...args)).toMatchObject({ status: 2, stdout: expect.stringContaining(words) });
    expect(JSON.parse(run(...args, '--json').stdout)).toHaveProperty('refusals');
  });

  test('what an organisation enforces decides, and is said to stand there', () => {
    const { stdout, status } = run('go.sum', '--organisation', 'above.yml');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /policy\.rules\.lockfiles, by \S*\bgo\.sum\S*, the organisation: \.github\/ghost-runner\.yml:1:28\n/,
    );
  });

  test('a config that is not there is said to be missing', () => {
    expect(run('x', '--config', 'nowhere.yml')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nowhere.yml'),
    });
    const elsewhere = spawnSync(process.execPath, [BIN, 'explain', 'x'], { cwd: tmpdir(), encoding: 'utf8' });
    expect(elsewhere).toMatchObject({ status: 2, stdout: expect.stringContaining('not_configured') });
  });
});

describe('ghost-runner explain --repo', () => {
  let github: LocalGitHub;
  beforeAll(async () => {
    github = await startLocalGitHub();
    const files = { '.github/ghost-runner.yml': CONFIG };
    await github.createRepository('acme/shop', { files, private: true, collaborators: { ada: 'read' } });
    await github.createRepository('acme/.github', {
      files: { '.github/ghost-runner.yml': 'enforce: {policy: {rules: {lockfiles: refuse}}}\n' },
    });
    await github.createRepository('bare/shop', { files: { 'a.txt': 'one\n' } });
  });
  afterAll(() => github.close());

  function explain(args: string, { login = 'ada', permissions = { contents: 'read' } } = {}) {
    const token = github.createToken({ login, permissions });
    const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token };
    return runInProcess(['explain', ...args.split(' ')], { cwd: tmpdir(), env });
  }

  test('says the same of the configs on GitHub, that of the owner included', async () => {
    const { code, stdout, stderr } = await explain('migrations/1.sql --repo acme/shop');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(run('migrations/1.sql').stdout);
    const lockfile = await explain('go.sum --repo acme/shop --json');
    expect(JSON.parse(lockfile.stdout)).toMatchObject({
      outcome: 'refuse',
      config: '.github/ghost-runner.yml',
      rules: expect.arrayContaining([
        expect.objectContaining({
          rule: 'policy.rules.lockfiles',
          source: expect.objectContaining({ file: expect.stringMatching(/^acme\/\.github/) }),
        }),
      ]),
    });
  });

  test.each([
    [
      'no config is there',
      'a.ts --repo bare/shop',
      {},
      { code: 2, stdout: expect.stringContaining('not_configured') },
    ],
    [
      'the token may not see it',
      'a.ts --repo acme/shop',
      { login: 'carl' },
      {
        code: 1,
        stderr: expect.stringContaining("Could not resolve to a Repository with the name 'acme/shop'"),
      },
    ],
    [
      'it is no name',
      'a.ts --repo shop',
      {},
      { code: 1, stderr: expect.stringContaining('must be owner/name') },
    ],
    [
      'files are named as well',
      'a.ts --repo acme/shop --config b.yml',
      {},
      { code: 64, stderr: expect.stringContaining('cannot be used with option') },
    ],
  ])('where %s it says so', async (_, args, who, ended) => {
    expect(await explain(args, who)).toMatchObject(ended);
  });

  test('without a token it says which one suffices', async () => {
    const ended = await runInProcess(['explain', 'a.ts', '--repo', 'acme/shop'], { cwd: tmpdir() });
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('with contents: read') });
  });
});

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'explain', ...args], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}
