import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import * as z from 'zod';
import { addCompletionCommand } from '../../src/cli/completion.ts';
import { createProgram } from '../../src/cli/main.ts';
import { parseCommand } from '../../src/control/command.ts';
import { parseConfig } from '../../src/policy/config.ts';
import type { ConfigSource } from '../../src/policy/config-source.ts';
import { exitCode } from '../../src/report/exit-code.ts';
import { OUTCOMES } from '../report/views.ts';
import { codeBlocks, firstColumn } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const documents = globSync(['*.md', '{docs,gpt,bench,.github}/**/*.md'], {
  cwd: root,
  exclude: ['**/node_modules/**'],
}).toSorted();
const blocks = documents.flatMap((path) =>
  codeBlocks(readFileSync(join(root, path), 'utf8')).map((block) => ({ path, ...block })),
);
const shell = blocks.filter(({ language }) => language === 'sh');
const lines = shell.flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })));

describe('what documents tell people to type', () => {
  test('is a script that a shell can read', () => {
    for (const { path, text } of shell) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
      expect({ path, text, status, stderr }).toMatchObject({ status: 0, stderr: '' });
    }
  });

  const ours = lines.filter(({ line }) => line.includes('ghost-runner '));

  test.each(ours)('is taken by the command line: $line', async ({ line }) => {
    await expect(taken(wordsOf(line))).resolves.toMatch(/^ghost-runner/);
  });

  test('is found in several documents, and would be refused with an option that there is not', async () => {
    expect(new Set(ours.map(({ path }) => path)).size).toBeGreaterThan(4);
    await expect(taken(wordsOf('npx ghost-runner init --dry-rnu'))).rejects.toThrow('unknown option');
  });

  test('names only scripts that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    const named = documents.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\bnpm run (?:-s )?([\w:-]*\w)/g)].map(
        ([, name = '']) => ({ path, name }),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => scripts[name] === undefined && !OF_OTHERS.includes(name))).toEqual([]);
  });

  test('after /ghost is a command', () => {
    const written = blocks
      .filter(({ language }) => language === 'text')
      .flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })))
      .filter(({ line }) => line.startsWith('/ghost '));
    expect(written.length).toBeGreaterThan(10);
    for (const { path, line } of written) {
      expect({ path, line, ...parseCommand(line.slice('/ghost '.length)) }).toMatchObject({ ok: true });
    }
  });

  const configs = blocks.filter(({ language, path }) => language === 'yaml' && path !== 'docs/action.md');

  test.each(configs)('in YAML is a config that is taken, in $path', ({ text }) => {
    expect(parseConfig(wholeConfig(text))).toMatchObject({ ok: true });
  });
});

describe('the table of exit codes', () => {
  const table = firstColumn(readFileSync(join(root, 'docs/cli.md'), 'utf8'), 'exit code');
  const program = createProgram(() => {});

  test('has that of every outcome, as the help of the program does', () => {
    const codes = [...new Set(Object.values(OUTCOMES).map((outcome) => `${exitCode(outcome)}`))];
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !table.includes(code))).toEqual([]);
    expect(codes.filter((code) => !codesIn(program).includes(code))).toEqual([]);
  });

  test.each(allOf(program).map((command) => ({ name: command.name(), command })))(
    'has all that the help of $name says',
    ({ command }) => {
      expect(codesIn(command).filter((code) => !table.includes(code))).toEqual([]);
    },
  );

  test('has each once, in their order', () => {
    const codes = table.map(Number);
    expect(codes).toEqual([...new Set(codes)].toSorted((one, other) => one - other));
  });
});

/** What the help of a command says that it may end with. */
function codesIn(command: Command): readonly string[] {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  const [, said = ''] = help.split('\nExit codes:\n');
  const [codes = ''] = said.split('\n\n');
  return [...codes.matchAll(/(?:^|  )(\d+) +\p{L}/gmu)].map(([, code = '']) => code);
}

/** With the test command, which every repository says; what enforces something is the config of an organisation. */
function wholeConfig(text: string): ConfigSource {
  if (/^enforce:/m.test(text)) {
    return { own: TESTED, organisation: { repository: 'acme/.github', text } };
  }
  return /^test:/m.test(text) ? text : `${TESTED}${text}`;
}

const TESTED = 'test: {command: make}\n';

/** Scripts that examples take for those of the reader's own repository. */
const OF_OTHERS = ['format'];

/** The arguments of `ghost-runner` in a line for a shell, without what the shell itself takes. */
function wordsOf(line: string): readonly string[] {
  const [, rest = ''] = /\bghost-runner (?:-- )?(.*)$/.exec(line) ?? [];
  const [own = ''] = rest.split(/ +(?:#|<|\||&&)/);
  return [...own.matchAll(/"[^"]*"|'[^']*'|\S+/g)].map(([word]) => word.replaceAll(/^["']|["']$/g, ''));
}

/** Parses as the program does, runs nothing, and gives the full name of the command that would run. */
async function taken(words: readonly string[]): Promise<string> {
  const program = createProgram(() => {});
  addCompletionCommand(program);
  let name = '';
  for (const command of allOf(program)) {
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
    if (command.commands.length === 0) {
      command.action(() => {
        name = `ghost-runner ${command.name()}`;
      });
    }
  }
  if (words.includes('--help')) {
    return 'ghost-runner --help';
  }
  await program.parseAsync([...words], { from: 'user' });
  return name;
}

function allOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}
