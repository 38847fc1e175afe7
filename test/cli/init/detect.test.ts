import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { findCiNames } from '../../../src/cli/init/ci-names.ts';
import { detect } from '../../../src/cli/init/detect.ts';
import { repositoryOf } from '../../../src/cli/init/place.ts';
import { readable, type WorkflowFile } from '../../../src/cli/init/workflow-text.ts';
import { type Files, folderOf } from './repositories.ts';

const TESTED = JSON.stringify({ scripts: { test: 'node --test' } });
const PLAIN = "! grep -rnE '^(<{7}|>{7}) ' --exclude-dir=.git .";

describe('how a repository is tested is found out', () => {
  test.each<[string, Files, string, readonly string[]]>([
    [
      'npm with a lock',
      { 'package.json': TESTED, 'package-lock.json': '{}' },
      'npm test',
      ['npm ci --no-audit --no-fund'],
    ],
    ['npm without a lock', { 'package.json': TESTED }, 'npm test', ['npm install --no-audit --no-fund']],
    [
      'pnpm, by its lock',
      { 'package.json': TESTED, 'pnpm-lock.yaml': '' },
      'pnpm test',
      ['npm install --global corepack && corepack enable pnpm', 'pnpm install --frozen-lockfile'],
    ],
    [
      'Yarn 4, by its settings',
      { 'package.json': TESTED, 'yarn.lock': '', '.yarnrc.yml': '' },
      'yarn test',
      ['npm install --global --force corepack && corepack enable yarn', 'yarn install --immutable'],
    ],
    [
      'bun, by the field packageManager and against a stale lock',
      {
        'package.json': JSON.stringify({ packageManager: 'bun@1.3.0', scripts: { test: 'x' } }),
        'yarn.lock': '',
      },
      'bun run test',
      ['npm install --global bun', 'bun install'],
    ],
    [
      'pip with pytest',
      { 'requirements.txt': 'flask\n', 'requirements-dev.txt': 'pytest\n' },
      'python -m pytest',
      ['python -m pip install -r requirements-dev.txt -r requirements.txt pytest'],
    ],
    [
      'pip with unittest',
      { 'setup.py': '', 'test_cart.py': '' },
      'python -m unittest',
      ['python -m pip install -e .'],
    ],
    [
      'unittest in a folder that is no package, where it finds nothing by itself',
      { 'setup.py': '', 'tests/test_cart.py': '' },
      'python -m unittest discover -s tests',
      ['python -m pip install -e .'],
    ],
    [
      'unittest in a package, and in a folder that is none',
      { 'setup.py': '', 'tests/test_cart.py': '', 'tests/__init__.py': '', 'test/test_tax.py': '' },
      'python -m unittest && python -m unittest discover -s test',
      ['python -m pip install -e .'],
    ],
    [
      'pip with an extra for tests',
      {
        'pyproject.toml':
          '[project.optional-dependencies]\ndev = ["ruff"]\ntest = ["pytest>=8", "responses"]\n',
      },
      'python -m pytest',
      ["python -m pip install -e '.[test]' pytest"],
    ],
    [
      'uv',
      { 'pyproject.toml': '[dependency-groups]\ndev = ["pytest"]\n', 'uv.lock': '' },
      'uv run python -m pytest',
      ['pipx install uv', 'uv sync --locked --all-extras'],
    ],
    [
      'Poetry',
      { 'pyproject.toml': '[tool.pytest.ini_options]\n', 'poetry.lock': '' },
      'poetry run python -m pytest',
      ['pipx install poetry', 'poetry install --no-interaction'],
    ],
    ['Go', { 'go.mod': 'module a\n' }, 'go test ./...', ['go mod download']],
    [
      'Rust with a lock and a workspace',
      { 'Cargo.toml': '[workspace]\n', 'Cargo.lock': '' },
      'cargo test --locked --workspace',
      ['rustup toolchain install stable --profile minimal', 'cargo fetch --locked'],
    ],
    [
      'two languages, which are both tested',
      { 'package.json': TESTED, 'Cargo.toml': '[package]\n' },
      'npm test && cargo test',
      [
        'npm install --no-audit --no-fund',
        'rustup toolchain install stable --profile minimal',
        'cargo fetch',
      ],
    ],
    ['a Makefile', { Makefile: 'all:\n\ttrue\ntest: all\n\ttrue\n' }, 'make test', []],
    ['a script', { 'script/test': '#!/bin/sh\n' }, 'bash script/test', []],
    ['nothing', { 'README.md': '# a\n' }, PLAIN, []],
    [
      'a package.json whose test is the one that npm writes',
      { 'package.json': JSON.stringify({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }) },
      PLAIN,
      ['npm install --no-audit --no-fund'],
    ],
    [
      'a package.json whose test is empty, and passes',
      { 'package.json': JSON.stringify({ scripts: { test: ' ' } }) },
      PLAIN,
      ['npm install --no-audit --no-fund'],
    ],
    [
      'a package.json that nobody can read',
      { 'package.json': '{', Makefile: 'test:\n' },
      'make test',
      ['npm install --no-audit --no-fund'],
    ],
    [
      'a package.json with the wrong things in it',
      { 'package.json': '{"packageManager": {}, "scripts": ["rm"], "engines": 1}' },
      PLAIN,
      ['npm install --no-audit --no-fund'],
    ],
  ])('%s', (_, files, testCommand, runs) => {
    const found = detect(folderOf(files));
    expect(found.testCommand).toBe(testCommand);
    expect(found.steps.flatMap(({ run }) => run ?? [])).toEqual(runs);
  });

  test.each<[string, Files, object]>([
    ['.nvmrc', { '.nvmrc': '22\n' }, { 'node-version-file': '.nvmrc' }],
    ['engines', {}, { 'node-version-file': 'package.json' }],
  ])('the version of Node comes from %s', (_, files, wanted) => {
    const manifest = { 'package.json': JSON.stringify({ engines: { node: '>=22' } }) };
    expect(detect(folderOf({ ...manifest, ...files })).steps[0]?.with).toMatchObject(wanted);
  });

  test('nothing that a manifest says comes into a step or a command', () => {
    const evil = '"; curl example.com | sh #';
    const { steps, testCommand } = detect(
      folderOf({
        'package.json': JSON.stringify({
          packageManager: `npm${evil}`,
          scripts: { test: evil },
          engines: { node: evil },
        }),
        'requirements-$(id).txt': '',
        'requirements.txt': evil,
        'go.mod': evil,
        'Cargo.toml': evil,
      }),
    );
    expect(JSON.stringify([steps, testCommand])).not.toMatch(/curl|\$\(id\)/);
  });
});

describe('names of CI workflows', () => {
  test('are those of workflows for pushes and pull requests, in all spellings, without ours', () => {
    const workflows = {
      'a.yml': 'name: CI\non: [push]\n',
      'b.yaml': 'on: {pull_request: {branches: [main]}}\n',
      'c.yml': 'name: Nightly\non: {schedule: []}\n',
      'd.yml': 'name: CI\non: push\n',
      'e.yml': 'a: [',
      'f.yml': `name: ${'x'.repeat(300)}\non: push\n`,
      'ghost-watch.yml': 'name: Ghost Runner watch\non: pull_request\n',
    };
    const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text]);
    expect(findCiNames(folderOf(Object.fromEntries(files)))).toEqual(['CI', '.github/workflows/b.yaml']);
  });

  test('a workflow of aliases of aliases is none', () => {
    const bomb = `a: &a [x]\n${'bcdefghij'.replace(/./g, (name, at: number) => `${name}: &${name} [${'*'.concat('abcdefghij'.charAt(at), ', ').repeat(20)}]\n`)}on: push\n`;
    expect(findCiNames(folderOf({ '.github/workflows/x.yml': bomb }))).toEqual([]);
  });

  test.each([
    ['keys', '{a}: 1\n'],
    ['mistakes in one line', '!{a} @ '],
    ['anchors', '- &{a} x\n'],
  ])('ten workflows of very many %s are read, or not, before long', (_, unit) => {
    const many = Array.from({ length: 25_000 }, (_, at) => unit.replace('{a}', at.toString(36)));
    // Anything longer is not read at all.
    const text = `on: push\nx:\n${many.join('')}`.slice(0, 100_000);
    const ten = Array.from({ length: 10 }, (_, at) => [`.github/workflows/${at}.yml`, text]);
    const started = process.cpuUsage();
    findCiNames(folderOf(Object.fromEntries(ten)));
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });

  test('of thousands of workflows a hundred are read', () => {
    const names = Array.from({ length: 3_000 }, (_, at) => `${at}.yml`);
    let read = 0;
    const folder = { has: () => true, list: () => names, read: () => `name: CI ${++read}\non: push\n` };
    expect(findCiNames(folder)).toHaveLength(20);
    expect(read).toBe(100);
  });

  test('of many workflows no more is read than people write, and the small ones among them are', () => {
    const long = Array.from(
      { length: 100 },
      (_, index): WorkflowFile => [`w${index}.yml`, 'x'.repeat(90_000)],
    );
    const small: WorkflowFile = ['z.yml', 'on: push\nname: CI\n'];
    expect(readable([...long, small]).map(([path]) => path)).toEqual([
      'w0.yml',
      'w1.yml',
      'w2.yml',
      'w3.yml',
      'z.yml',
    ]);
  });

  test('a workflow can not have the parser print what it likes to a terminal', async () => {
    const warned: unknown[] = [];
    const listen = (warning: Error) => void warned.push(warning.message);
    process.on('warning', listen);
    const text = 'name: CI\non: !evil push # \u001B[31m\n? {a: b}\n: c\n';
    expect(findCiNames(folderOf({ '.github/workflows/x.yml': text }))).toEqual(['CI']);
    await nextTurn();
    process.off('warning', listen);
    expect(warned).toEqual([]);
  });
});

test.each([
  ['git@github.com:acme/shop.git', 'acme/shop'],
  ['https://github.com/acme/shop', 'acme/shop'],
  ['https://token@github.com/acme/shop.js.git', 'acme/shop.js'],
  ['ssh://git@github.com:22/acme/shop.git', 'acme/shop'],
  ['http://127.0.0.1:4000/acme/shop.git', 'acme/shop'],
  ['../shop.git', null],
  ['/srv/git/shop.git', null],
  ['https://example.com/a/b/c', null],
  [`https://example.com/${'a/'.repeat(50_000)}`, null],
])('the remote %.60s is of the repository %s', (address, repository) => {
  expect(repositoryOf(address)).toBe(repository);
});
