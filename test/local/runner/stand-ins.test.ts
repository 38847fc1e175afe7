import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowRun } from '../../../src/local/contract.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { createActionsEngine } from '../../../src/local/runner/engine.ts';
import { errorsOf, jobOf } from './stage.ts';

let github: LocalGitHub;
let count = 0;
let tools: string;
beforeAll(async () => {
  tools = mkdtempSync(join(tmpdir(), 'tools-'));
  // A Go that is there in repositories of Go only.
  writeFileSync(join(tools, 'go'), '#!/bin/sh\ntest -e go.mod && echo "go version go1.24.1 linux/amd64"\n', {
    mode: 0o755,
  });
  github = await startLocalGitHub({ createEngine: (host) => createActionsEngine(host, { tools: [tools] }) });
});
afterAll(async () => {
  await github.close();
  rmSync(tools, { recursive: true, force: true });
});

/** Runs a workflow of a new repository on the local GitHub, started by a push as a person's would. */
async function run(
  workflow: string,
  secretsFor: (repository: string) => { readonly [name: string]: string } = () => ({}),
): Promise<WorkflowRun> {
  count += 1;
  const repository = `octo/clone-${count}`;
  await github.createRepository(repository, { files: { 'README.md': 'first\n' } });
  for (const [name, value] of Object.entries(secretsFor(repository)))
    github.setSecret(repository, name, value);
  await github.commitFiles(repository, 'main', {
    '.github/workflows/a.yml': workflow,
    'src/a.txt': 'second\n',
  });
  await github.settled();
  await github.engine?.idle();
  const [first] = github.engine?.runs(repository) ?? [];
  if (first === undefined) throw new Error('No workflow was started');
  return first;
}

function job(permissions: string, ...list: readonly string[]): string {
  return `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: ${permissions}\n    steps:\n${list.map((step) => `      - ${step}\n`).join('')}`;
}

const FIND_TOKEN = `run: |
          echo "header: $(git config --get-regexp extraheader | cut -d' ' -f3-)" | base64 -w0; echo
          echo "files: $(grep -rla 'AUTHORIZATION: [b]asic' .git "$RUNNER_TEMP" "$HOME" | wc -l)"`;

function foundHeader({ log }: { readonly log: string }): string {
  const line = log.split('\n').find((text) => /^aGVhZGVy[\w+/=]*$/.test(text)) ?? '';
  return Buffer.from(line, 'base64').toString();
}

const PUSH = `run: |
          git -c user.name=x -c user.email=x@y commit --quiet --allow-empty -m change
          git push --quiet origin HEAD:refs/heads/pushed 2>&1 && echo pushed || echo "refused"`;

describe('actions/checkout', () => {
  test('clones the commit of the event, with a history as deep as asked for', async () => {
    const ran = await run(
      job(
        '{contents: read}',
        'uses: actions/checkout@v5',
        'run: cat src/a.txt; git log --oneline | wc -l; git rev-parse HEAD; git branch --show-current',
        '{uses: actions/checkout@v5, with: {path: deep, fetch-depth: 0, ref: main}}',
        'run: git -C deep log --oneline | wc -l',
      ),
    );
    expect(errorsOf(ran)).toEqual([]);
    expect(jobOf(ran, 'a').log).toContain(`\nsecond\n1\n${ran.event.sha}\nmain\n`);
    expect(jobOf(ran, 'a').log).toMatch(/\n2\n/);
  });

  test('leaves the token in .git/config until the job ends, as the real one does by default', async () => {
    const ran = await run(job('{contents: write}', 'uses: actions/checkout@v5', FIND_TOKEN, PUSH));
    expect(foundHeader(jobOf(ran, 'a'))).toMatch(/basic /);
    expect(jobOf(ran, 'a').log).toContain('files: 1');
    expect(jobOf(ran, 'a').log).toContain('\npushed\n');
    expect(jobOf(ran, 'a').steps.at(-2)).toMatchObject({
      name: 'Post Run actions/checkout@v5',
      conclusion: 'success',
    });
  });

  test('with persist-credentials: false leaves no token anywhere, and a push is refused', async () => {
    const ran = await run(
      job(
        '{contents: write}',
        '{uses: actions/checkout@v5, with: {persist-credentials: false}}',
        FIND_TOKEN,
        PUSH,
      ),
    );
    expect(foundHeader(jobOf(ran, 'a'))).toBe('header: \n');
    expect(jobOf(ran, 'a').log).toContain('files: 0');
    expect(jobOf(ran, 'a').log).toContain('\nrefused\n');
  });

  test('a job that may only read can not push, whatever it finds', async () => {
    const ran = await run(job('{contents: read}', 'uses: actions/checkout@v5', PUSH));
    expect(jobOf(ran, 'a').log).toContain('\nrefused\n');
  });

  test.each([
    [
      '{sparse-checkout: src}',
      "The local runner's stand-in for actions/checkout@v5 does not know the input 'sparse-checkout'",
    ],
    [
      '{submodules: true}',
      "The local runner's stand-in for actions/checkout@v5 can't do 'submodules: true', only 'false'",
    ],
    ['{path: ../outside}', /is not under/],
    ['{ref: no-such-branch}', /git fetch failed with exit code 128/],
  ])('refuses %s', async (inputs, message) => {
    const ran = await run(job('{contents: read}', `{uses: actions/checkout@v5, with: ${inputs}}`));
    expect(errorsOf(ran)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
  });
});

test('actions/setup-node gives the Node of the runner and says so; a cache is refused', async () => {
  const ran = await run(
    job(
      '{}',
      '{id: n, uses: actions/setup-node@v5, with: {node-version: 24}}',
      'run: test "$(node --version)" = "${{ steps.n.outputs.node-version }}"',
      '{uses: actions/setup-node@v5, with: {cache: npm}}',
    ),
  );
  expect(errorsOf(ran)).toEqual([
    "The local runner's stand-in for actions/setup-node@v5 does not know the input 'cache'",
  ]);
  expect(jobOf(ran, 'a').log).toContain('has one Node, the one it runs on: 24.');
});

const python = spawnSync('python3', ['--version']).status === 0;
(python ? test : test.skip)(
  'actions/setup-python gives the Python of the machine, under both names and apart from it',
  async () => {
    const ran = await run(
      job(
        '{}',
        '{id: p, uses: actions/setup-python@v6, with: {python-version: "3.13"}}',
        'run: test "$(python --version)" = "Python ${{ steps.p.outputs.python-version }}"',
        `run: python3 -c 'import sys; assert sys.prefix != sys.base_prefix'`,
        '{uses: actions/setup-python@v6, with: {cache: pip}}',
      ),
    );
    expect(errorsOf(ran)).toEqual([
      "The local runner's stand-in for actions/setup-python@v6 can't do 'cache: pip', only ''",
    ]);
    expect(jobOf(ran, 'a').log).toMatch(
      /has one Python, that of this machine: 3\S+ \(the workflow asks for 3\.13\)/,
    );
  },
);

test('actions/setup-go says which Go the machine has, and fails where it has none', async () => {
  const ran = await run(
    job(
      '{}',
      'run: echo "go 1.22" > go.mod',
      '{id: g, uses: actions/setup-go@v6, with: {go-version-file: go.mod, cache: false}}',
      'run: test "${{ steps.g.outputs.go-version }}" = 1.24.1; rm go.mod',
      'uses: actions/setup-go@v6',
    ),
  );
  expect(errorsOf(ran)).toEqual([
    "The local runner's stand-in for actions/setup-go found no Go on this machine: install it",
  ]);
  expect(jobOf(ran, 'a').log).toContain('that of this machine: 1.24.1 (the workflow asks for 1.22)');
});

describe('actions/create-github-app-token', () => {
  const TOKEN =
    '{id: app, uses: actions/create-github-app-token@v2, with: {app-id: "${{ secrets.APP_ID }}", private-key: "${{ secrets.APP_KEY }}", permission-contents: read}}';

  test('mints a token with the permissions asked for, hides it, and revokes it at the end', async () => {
    const ran = await run(
      job(
        '{}',
        TOKEN,
        `run: 'echo "$TOKEN" | rev; echo "token $TOKEN \${{ steps.app.outputs.app-slug }}"; curl -s -o /dev/null -w "%{http_code}\\n" -H "authorization: token $TOKEN" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY"'\n        env: {TOKEN: "\${{ steps.app.outputs.token }}"}`,
      ),
      (repository) => {
        const permissions = { contents: 'write', 'pull-requests': 'write' };
        const app = github.createApp({
          slug: 'ghost',
          owner: 'octo',
          permissions,
          repositories: [repository],
        });
        return { APP_ID: String(app.id), APP_KEY: app.privateKey };
      },
    );
    const { log } = jobOf(ran, 'a');
    expect(errorsOf(ran)).toEqual([]);
    expect(log).toContain('token *** ghost');
    expect(log).toContain('Token revoked');
    const token = (/^(\w+_shg)$/m.exec(log)?.[1] ?? '').split('').toReversed().join('');
    const late = await fetch(`${github.apiUrl}/repos/${ran.event.repository}`, {
      headers: { authorization: `token ${token}` },
    });
    expect({ token: token.slice(0, 4), status: late.status }).toEqual({ token: 'ghs_', status: 401 });
  });

  test.each([
    ['not a key', /'private-key' is no private key/],
    ['', /not supplied: private-key/],
  ])('refuses the key %j', async (key, message) => {
    const ran = await run(job('{}', TOKEN), () => ({ APP_ID: '1', APP_KEY: key }));
    expect(errorsOf(ran)).toEqual([expect.stringMatching(message)]);
  });
});
