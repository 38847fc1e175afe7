import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { addCompletionCommand } from '../../src/cli/completion.ts';
import { createProgram } from '../../src/cli/main.ts';
import { exitCode } from '../../src/report/exit-code.ts';
import { firstColumn } from '../docs/markdown.ts';

const root = join(import.meta.dirname, '../..');
const BIN = join(root, 'src/cli/bin.ts');
const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');

const program = createProgram(() => {});
addCompletionCommand(program);
const commands = program
  .createHelp()
  .visibleCommands(program)
  .filter((command) => command.name() !== 'help');
const leaves = commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));

/** What `--help` prints, with the texts behind it. */
function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  return help;
}

describe('every command', () => {
  test.each(leaves.map((command) => [command.name(), command] as const))(
    '%s has a help with an example',
    (name, command) => {
      const help = helpOf(command);
      expect(help).toMatch(/\nExamples:\n {2}\$ .*ghost-runner /);
      expect(command.summary()).not.toBe('');
      expect(help.slice(help.indexOf('Examples:'))).toContain(name);
    },
  );

  test.each(leaves.map((command) => [command.name(), command] as const))(
    '%s says what each of its arguments is',
    (_, { registeredArguments }) => {
      for (const argument of registeredArguments) {
        expect(argument.name()).not.toBe('words');
        expect(argument.description).not.toBe('');
      }
    },
  );

  test('stands in docs/cli.md, and no other does', () => {
    const named = firstColumn(page, 'command').flatMap((cell) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    expect(named.toSorted()).toEqual(commands.map((command) => command.name()).toSorted());
  });
});

describe('exit codes', () => {
  const codes = firstColumn(page, 'exit code').map(Number);

  test('that help texts name stand in the table of docs/cli.md', () => {
    const named = [program, ...leaves].flatMap((command) => {
      const [, list = ''] = helpOf(command).split('Exit codes:\n');
      return [
        ...list
          .split('\n\n', 1)
          .join('')
          .matchAll(/(?:^| {2,})(\d+) {1,3}\S/gm),
      ].map(([, code]) => Number(code));
    });
    expect(new Set(named).size).toBeGreaterThan(10);
    expect([...new Set(named)].filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('of outcomes stand there too', () => {
    expect(codes).toContain(exitCode({ kind: 'refused', refusals: [] }));
  });
});

describe('the command line', () => {
  test.each([
    ['a mistyped command', ['dcotor'], 'Did you mean doctor?'],
    ['a mistyped command of a command', ['token', 'mkae'], 'Did you mean make?'],
    ['a mistyped option', ['init', '--dry-rnu'], 'Did you mean --dry-run?'],
    ['an argument that is missing', ['explain'], "missing required argument 'path'"],
  ])('says what is wrong with %s, and ends with 64', (_, args, words) => {
    expect(run(...args)).toMatchObject({ status: 64, stdout: '', stderr: expect.stringContaining(words) });
  });

  test('says on an older Node which one it needs, and how to get it', () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(older)}`, BIN, 'demo'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^ghost-runner: this is Node 20\.20\.2, and Node 24 or newer is needed; npx --package node@24 --package ghost-runner ghost-runner demo brings one along\n$/,
    );
  });

  test('says its version', () => {
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('prints a completion script for %s', (shell) => {
    const { status, stdout } = run('completion', shell);
    expect(status).toBe(0);
    expect(stdout).toContain(`${shell} completion for ghost-runner`);
  });

  test('completes commands and options', () => {
    expect(run('complete', '--', 'doc').stdout).toMatch(/^doctor\t/);
    expect(run('complete', '--', 'init', '--dr').stdout).toMatch(/^--dry-run\t/);
  });

  test('colours nothing under NO_COLOR, and everything under FORCE_COLOR', () => {
    const args = ['explain', '../x', '--config', join(root, 'test/cli/minimal.yml')];
    expect(run(...args).stdout).toContain('outside_repository');
    expect(run(...args).stdout).not.toContain('\u001B');
    const { stdout } = spawnSync(process.execPath, [BIN, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\u001B');
  });

  test('an empty FORCE_COLOR says nothing', () => {
    const args = ['explain', '../x', '--config', join(root, 'test/cli/minimal.yml')];
    const { stdout } = spawnSync(process.execPath, [BIN, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], FORCE_COLOR: '', NO_COLOR: '1' },
    });
    expect(stdout).toContain('outside_repository');
    expect(stdout).not.toContain('\u001B');
  });
});

describe('init and doctor', () => {
  test.each([
    ['init outside of a repository', ['init'], 'is in no git repository'],
    ['init with an Action that is none', ['init', '--action', 'x'], '--action must be owner/name@ref, not x'],
    ['doctor without a token', ['doctor', '--repo', 'acme/shop'], 'no token: set GITHUB_TOKEN'],
    [
      'doctor of a repository that is none',
      ['doctor', '--repo', 'shop'],
      '--repo must be owner/name, not shop',
    ],
    ['doctor outside of a repository', ['doctor'], 'is in no git repository'],
  ])('%s says so in one line', (_, args, words) => {
    const { status, stderr } = run(...args);
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
    expect(stderr).toContain(words);
  });
});

/** In a folder that is no repository, with nothing in the environment. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}
