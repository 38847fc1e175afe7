import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { SHOP } from '../../src/local/sample/shop.ts';
import { type Sandbox, SENDER } from '../../src/local/sandbox.ts';
import { ROOT, start } from './shop.ts';

let sandbox: Sandbox;
let place: string;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'adoption-'));
  const tools = join(place, 'tools');
  mkdirSync(tools);
  for (const [name, text] of Object.entries(STUBS)) {
    writeFileSync(join(tools, name), `#!/bin/sh\ncase "$*" in ${text} esac\n`, { mode: 0o755 });
  }
  sandbox = await start({ tools: [tools] });
  // What people get by npx is the command line of this checkout here.
  writeFileSync(
    join(place, 'npx'),
    `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(ROOT, 'src/cli/bin.ts')}' "$@"\n`,
    { mode: 0o755 },
  );
});
afterAll(async () => {
  await sandbox.close();
  rmSync(place, { recursive: true, force: true });
});

/**
 * Go and Rust are on few machines that run this, and Rust's set-up asks the network: these stand in for them. Each knows
 * the command lines that the workflow and the config should have, and where they make sense, and fails on all others.
 */
const STUBS = {
  go: `version) echo "go version go1.24.1 linux/amd64";; 'mod download' | 'test ./...') test -e go.mod;; *) exit 64;;`,
  rustup: `'toolchain install stable --profile minimal') ;; *) exit 64;;`,
  cargo: `'fetch --locked' | 'test --locked') test -e Cargo.lock;; *) exit 64;;`,
};

type Sample = {
  readonly name: string;
  readonly language: string;
  readonly files: { readonly [path: string]: string };
  /** The test command that init finds. */
  readonly tests: string;
  /** A program without which it is skipped. */
  readonly needs?: string;
};

const SAMPLES: readonly Sample[] = [
  { name: 'script', language: 'JavaScript', files: SHOP, tests: 'npm test' },
  {
    name: 'python',
    language: 'Python',
    files: {
      'setup.cfg': '[metadata]\nname = soup\n',
      'soup.py': 'SALT = 1\n',
      'test_soup.py':
        'import unittest, soup\n\n\nclass Soup(unittest.TestCase):\n    def test_salt(self):\n        self.assertEqual(soup.SALT, 1)\n',
    },
    tests: 'python -m unittest',
    needs: 'python3',
  },
  {
    name: 'go',
    language: 'Go, whose tools are stubs',
    files: { 'go.mod': 'module example.com/soup\n\ngo 1.24\n', 'soup.go': 'package soup\n' },
    tests: 'go test ./...',
  },
  {
    name: 'rust',
    language: 'Rust, whose tools are stubs',
    files: {
      'Cargo.toml': '[package]\nname = "soup"\nversion = "0.1.0"\nedition = "2024"\n',
      'Cargo.lock': 'version = 4\n',
      'src/lib.rs': 'pub const SALT: u8 = 1;\n',
    },
    tests: 'cargo test --locked',
  },
  {
    name: 'plain',
    language: 'no language that anybody knows',
    files: { 'README.md': '# Recipes\n', 'soup.txt': 'Water.\n' },
    tests: "! grep -rnE '^(<{7}|>{7}) ' --exclude-dir=.git .",
  },
];

const initSchema = z.object({
  testCommand: z.string(),
  files: z.array(z.object({ path: z.string(), state: z.string() })),
  firstPatch: z.string(),
});

describe('from a repository without Ghost Runner to its first pull request', () => {
  for (const { name, language, files, tests, needs } of SAMPLES) {
    const there = needs === undefined || spawnSync(needs, ['--version']).status === 0;
    const title = `in a repository with ${language}: init, push, and the command that init ends with`;
    (there ? test : test.skip)(title, async () => {
      const repository = `acme/${name}`;
      const clone = join(place, name);
      writeAll(clone, files);
      await bash(
        clone,
        `git init -q -b main && git remote add origin ${sandbox.github.cloneUrl(repository)}`,
      );

      const init = initSchema.parse(JSON.parse((await bash(clone, 'npx ghost-runner init --json')).stdout));
      expect(init.testCommand).toBe(tests);
      expect(init.files.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'new', 'new']);

      const written = init.files.map(({ path }) => [path, readFileSync(join(clone, path), 'utf8')]);
      await sandbox.github.createRepository(repository, {
        files: { ...files, ...Object.fromEntries(written) },
        collaborators: { [SENDER]: 'admin' },
      });
      const token = sandbox.github.createToken({ login: SENDER, permissions: ALL });
      const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.github.apiUrl };

      const doctor = await bash(clone, 'npx ghost-runner doctor', env);
      expect(doctor.stdout).toContain(`${repository} is ready for patches.`);
      expect(doctor.code).toBe(0);

      const sent = await bash(clone, init.firstPatch, env);
      expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('pull request #1 opened') });
      const { pullRequests } = await sandbox.github.snapshot(repository);
      expect(pullRequests).toMatchObject([{ title: 'Add a page by Ghost Runner', draft: false }]);
    });
  }

  test('doctor names what is missing, in order, and each with the fix', async () => {
    const repository = 'acme/bare';
    await sandbox.github.createRepository(repository, {
      files: { 'README.md': '# Bare\n' },
      collaborators: { [SENDER]: 'admin' },
      actionsMayCreatePullRequests: false,
    });
    sandbox.github.setVariable(repository, 'GHOST_SLACK_CHANNEL', 'C0GHOST001');
    const env = {
      GITHUB_TOKEN: sandbox.github.createToken({ login: SENDER, permissions: ALL }),
      GITHUB_API_URL: sandbox.github.apiUrl,
    };
    const { code, stdout } = await bash(place, `npx ghost-runner doctor --repo ${repository} --json`, env);
    const { usable, findings } = doctorSchema.parse(JSON.parse(stdout));
    expect({ code, usable }).toEqual({ code: 2, usable: false });
    const wanting = findings.filter(({ state }) => state !== 'well');
    expect(wanting.map(({ check, state }) => `${check}: ${state}`)).toEqual([
      'workflows: missing',
      'workflows: missing',
      'workflows: missing',
      'workflows: missing',
      'config: missing',
      'pull-requests: missing',
      'slack: advice',
    ]);
    expect(wanting.filter(({ fix }) => fix === undefined)).toEqual([]);
  });

  test('doctor says what a smaller token is not told, and where to look', async () => {
    const token = sandbox.github.createToken({ login: SENDER, permissions: { contents: 'write' } });
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.github.apiUrl };
    const { code, stdout } = await bash(place, 'npx ghost-runner doctor --repo acme/script', env);
    expect(code).toBe(0);
    expect(stdout).toContain('? Whether Actions are on can not be told');
    expect(stdout).toContain('? Which secrets are set can not be told');
  });
});

describe('a repository that calls our workflows instead of having copies', () => {
  const CALLER = `
name: Ghost Runner control
on:
  workflow_dispatch:
    inputs:
      action: {type: string, required: true}
permissions: {}
jobs:
  call:
    permissions: {actions: write, contents: write, issues: write, pull-requests: write, statuses: write}
    uses: ghost-runner/ghost-runner/.github/workflows/ghost-control.yml@v1
    with:
      action: \${{ inputs.action }}
      reason: looking into it
    secrets:
      GHOST_TOKEN: \${{ secrets.GHOST_TOKEN }}
`;

  test('commands by the form', async () => {
    const { github, engine } = sandbox;
    const repository = 'acme/caller';
    await github.createRepository(repository, {
      files: {
        'README.md': '# Caller\n',
        '.github/workflows/control.yml': CALLER,
        '.github/ghost-runner.yml': 'test: {command: make}\n',
      },
      collaborators: { [SENDER]: 'maintain' },
    });
    const token = github.createToken({ login: SENDER, permissions: { actions: 'write' } });
    const response = await fetch(
      `${github.apiUrl}/repos/${repository}/actions/workflows/control.yml/dispatches`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ref: 'main', inputs: { action: 'pause' } }),
      },
    );
    expect([200, 204]).toContain(response.status);
    await sandbox.idle();
    const [run] = engine.runs(repository);
    expect(run?.jobs.map(({ key, outputs }) => [key, outputs['outcome']])).toEqual([
      ['call / control', 'done'],
    ]);
    expect(await github.git(repository, 'log', '-1', '--format=%B', 'refs/ghost/control')).toContain(
      'looking into it',
    );
  });
});

const ALL = {
  actions: 'read',
  contents: 'write',
  administration: 'read',
  secrets: 'read',
  actions_variables: 'read',
};

const doctorSchema = z.object({
  usable: z.boolean(),
  findings: z.array(
    z.object({ check: z.string(), state: z.string(), says: z.string(), fix: z.string().optional() }),
  ),
});

function writeAll(folder: string, files: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function bash(cwd: string, command: string, env: { readonly [name: string]: string } = {}): Promise<Ended> {
  const path = `${place}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const cache = process.env['NODE_COMPILE_CACHE'];
  // Each command is a process that compiles the same sources.
  const compiled = cache === undefined ? {} : { NODE_COMPILE_CACHE: cache };
  const child = spawn('bash', ['-c', command], {
    cwd,
    env: { PATH: path, NO_COLOR: '1', HOME: place, ...compiled, ...env },
  });
  const ended = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    ended.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    ended.stderr += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...ended })));
}
