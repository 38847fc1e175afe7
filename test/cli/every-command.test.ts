import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { addCompletionCommand } from '../../src/cli/completion.ts';
import { createProgram } from '../../src/cli/main.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { writeRecord } from '../app/records.ts';
import { runInProcess } from './in-process.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a command answers to `--json`, and one way in which it fails, with nothing in its environment. */
type Row = {
  readonly json:
    | { readonly args: string | (() => string); readonly code?: number; readonly holds: object }
    /** Another test runs it, because it takes seconds: that file, and the words by which it does. */
    | { readonly file: string; readonly words: string }
    /** It has no `--json`; why not. */
    | { readonly none: string };
  readonly failure: { readonly args: string; readonly code: number; readonly says: string };
};

/** Columns; a terminal breaks longer lines in the middle of a word. Commands to copy may be longer. */
const NARROW_TERMINAL = 80;
const EXAMPLE = '  $ ';

const NO_TOKEN = { args: '--repo acme/shop', code: 1, says: 'no token: set GITHUB_TOKEN' };

/** A verb about one patch; there is none in the repository, which every one of them says in JSON too. */
const ABOUT_A_PATCH: Row = {
  json: { args: 'fix-cart --repo acme/shop', code: 2, holds: { by: 'ada', done: 'refused' } },
  failure: { ...NO_TOKEN, args: 'fix-cart --repo acme/shop' },
};

const ABOUT_ALL: Row = {
  json: { args: '--repo acme/shop', holds: { by: 'ada', done: 'done', confirmed: true } },
  failure: NO_TOKEN,
};

/** Id of the token that `token make` made. */
let madeToken = '';

const ROWS: { readonly [command: string]: Row } = {
  init: {
    json: { args: '--dry-run', holds: { repository: 'acme/shop', testCommand: 'npm test', dryRun: true } },
    failure: { args: '--action x', code: 1, says: '--action must be owner/name@ref, not x' },
  },
  doctor: {
    json: { args: '--repo acme/shop', code: 2, holds: { usable: false } },
    failure: NO_TOKEN,
  },
  apply: {
    json: { args: 'fix.json --dry-run', holds: { id: 'fix-cart', outcome: 'previewed' } },
    failure: { args: 'absent.json', code: 1, says: "absent.json can't be read; name a file" },
  },
  send: {
    json: { args: 'fix.json --repo acme/shop', holds: { id: 'fix-cart', outcome: 'sent', via: 'inline' } },
    failure: { args: 'fix.json --repo acme/shop', code: 1, says: 'no token: set GITHUB_TOKEN' },
  },
  explain: {
    json: { args: 'package-lock.json', holds: { path: 'package-lock.json', outcome: 'review' } },
    failure: {
      args: 'src/a.ts --config absent.yml',
      code: 1,
      says: "absent.yml can't be read; name the config",
    },
  },
  watch: {
    json: {
      args: 'inbox --apply --once --settle 0.01',
      holds: { file: 'fix.json', outcome: 'applied' },
    },
    failure: { args: 'inbox', code: 64, says: 'say where patches go' },
  },
  list: {
    json: { args: '--all', holds: { repository: 'acme/shop', id: 'a-record', sender: 'ghost-runner[bot]' } },
    failure: { args: '--all --repo acme/shop', code: 64, says: 'say which repositories' },
  },
  status: ABOUT_ALL,
  preview: ABOUT_A_PATCH,
  approve: ABOUT_A_PATCH,
  reject: ABOUT_A_PATCH,
  retry: ABOUT_A_PATCH,
  revert: ABOUT_A_PATCH,
  cancel: ABOUT_A_PATCH,
  pause: ABOUT_ALL,
  resume: ABOUT_ALL,
  lock: ABOUT_ALL,
  unlock: {
    json: { args: '--repo acme/shop --confirm', holds: { done: 'done', confirmed: true } },
    failure: NO_TOKEN,
  },
  kill: ABOUT_A_PATCH,
  audit: ABOUT_ALL,
  whoami: ABOUT_ALL,
  serve: {
    json: { none: 'its log is JSON' },
    failure: { args: '', code: 78, says: 'APP_ID' },
  },
  mcp: { json: { none: 'its output is a protocol' }, failure: NO_TOKEN },
  'token make': {
    json: { args: '--sender gpt --repo acme/shop', holds: { sender: 'gpt', repositories: ['acme/shop'] } },
    failure: { args: '--sender gpt --repo shop', code: 1, says: '--repo must be owner/name, not shop' },
  },
  'token list': {
    json: { args: '', holds: { sender: 'gpt', repositories: ['acme/shop'] } },
    failure: { args: '--all', code: 64, says: "unknown option '--all'" },
  },
  'token callback': {
    json: {
      args: () => `${madeToken} --url https://agent.example.com/hooks`,
      holds: { url: 'https://agent.example.com/hooks', callbackSecret: expect.stringMatching(/^whsec_/) },
    },
    failure: { args: 'tk_00000000', code: 1, says: 'there is no store at ' },
  },
  'token revoke': {
    json: { args: () => madeToken, holds: { revoked: true } },
    failure: { args: 'tk_00000000', code: 1, says: 'there is no store at ' },
  },
  demo: {
    json: { file: 'test/package.test.ts', words: "'demo', '--json'" },
    failure: { args: '--ap', code: 64, says: 'Did you mean --app?' },
  },
  completion: {
    json: { none: 'its output is a script' },
    failure: { args: 'dos', code: 64, says: 'Allowed choices are zsh, bash, fish, powershell' },
  },
};

const program = createProgram(() => {});
addCompletionCommand(program);
const commands = leavesOf(program);
const withRows = commands.flatMap(([name, command]) => {
  const row = ROWS[name];
  return row === undefined ? [] : [[name, command, row] as const];
});

let place: string;
let github: LocalGitHub;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'every-command-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(place, path, '..'), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  github = await startLocalGitHub();
  await github.createRepository('acme/shop', { files: FILES });
  github.setRole('acme/shop', 'ada', 'admin');
  await writeRecord({ github }, 'a-record', { repository: 'acme/shop' });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: place });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', github.cloneUrl('acme/shop'));
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'Begin');
});
afterAll(async () => {
  await github.close();
  rmSync(place, { recursive: true, force: true });
});

const FILES = {
  'package.json': '{"scripts": {"test": "node --test"}}\n',
  'a.txt': 'one\n',
  '.github/ghost-runner.yml': 'test: {command: npm test}\n',
  'inbox/fix.json': JSON.stringify({
    id: 'from-inbox',
    patch: { version: 1, title: 'New', changes: [{ kind: 'write', path: 'b.txt', content: 'new' }] },
  }),
  'fix.json': JSON.stringify({
    id: 'fix-cart',
    patch: {
      version: 1,
      title: 'Two',
      changes: [{ kind: 'edit', path: 'a.txt', find: 'one', replace: 'two' }],
    },
  }),
};

test('every command has its row, and every row its command', () => {
  expect(commands.map(([name]) => name).toSorted()).toEqual(Object.keys(ROWS).toSorted());
});

describe.each(withRows)('%s', (name, command, { json, failure }) => {
  test('explains itself with --help', async () => {
    const { code, stdout, stderr } = await runInProcess([...name.split(' '), '--help'], { cwd: place });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: ghost-runner /);
    expect(stdout).toMatch(/\nExamples:\n {2}\$ .*ghost-runner /);
    const [, ...lines] = stdout.split('\n');
    expect(lines.filter((line) => line.length > NARROW_TERMINAL && !line.startsWith(EXAMPLE))).toEqual([]);
  });

  if ('none' in json) {
    test(`has no --json, for ${json.none}`, () => {
      expect(command.options.map(({ long }) => long)).not.toContain('--json');
    });
  } else if ('file' in json) {
    test(`is run with --json by ${json.file}`, () => {
      expect(readFileSync(join(ROOT, json.file), 'utf8')).toContain(json.words);
    });
  } else {
    test('prints JSON with --json, one object per line', async () => {
      const args = typeof json.args === 'string' ? json.args : json.args();
      const { code, stdout } = await runInProcess(argsOf(name, `${args} --json`), {
        cwd: place,
        env: environment(),
      });
      const objects = stdout
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line));
      expect(objects).toEqual([expect.objectContaining(json.holds)]);
      expect(code).toBe(json.code ?? 0);
      madeToken = /"id":"(tk_\w+)"/.exec(stdout)?.[1] ?? madeToken;
    });
  }

  test(`ends with ${failure.code} where it fails, and says why in words`, async () => {
    const { code, stdout, stderr } = await runInProcess(argsOf(name, failure.args), { cwd: place });
    expect(stderr).toContain(failure.says);
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ code, stdout }).toEqual({ code: failure.code, stdout: '' });
  });
});

test('a command that names what was looked at is refused where the patch is not that any more', async () => {
  const asked = (seen: string) =>
    runInProcess(argsOf('approve', `a-record --repo acme/shop ${seen}`), { cwd: place, env: environment() });
  const other = await asked(`--digest ${'c'.repeat(64)}`);
  expect(other).toMatchObject({ code: 2, stdout: expect.stringContaining('a-record has changed since') });
  expect(await asked(`--head ${'c'.repeat(40)}`)).toEqual(other);
  expect((await asked(`--digest ${'a'.repeat(64)}`)).stdout).not.toContain('has changed since');
  expect(await asked('--head abcdef1')).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('Give the whole commit'),
  });
});

function argsOf(name: string, args: string): readonly string[] {
  return `${name} ${args}`.split(' ').filter((arg) => arg !== '');
}

function environment() {
  return {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    GITHUB_TOKEN: github.createToken({ login: 'ada', permissions: ALL }),
    GHOST_STORE: join(place, 'store.sqlite'),
    XDG_STATE_HOME: join(place, 'state'),
  };
}

const ALL = {
  actions: 'write',
  administration: 'read',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
};

/** Those that do something, by their full names; commander's own `help` is not among them. */
function leavesOf(parent: Command, before = ''): readonly (readonly [name: string, command: Command])[] {
  return parent
    .createHelp()
    .visibleCommands(parent)
    .filter((command) => command.name() !== 'help')
    .flatMap((command) => {
      const name = `${before}${command.name()}`;
      return command.commands.length > 0 ? leavesOf(command, `${name} `) : [[name, command] as const];
    });
}
