import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');

/** Bytes. What npm sends to everybody who tries it out; the bundled packages are most of it. */
const LARGEST_TARBALL = 2_500_000;

/** Packing runs the bundler, and the demo eleven jobs. */
const PATIENCE = 120_000;

const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' });
const withNpm = npm.status === 0 ? describe : describe.skip;

withNpm(`the package as npm delivers it${npm.status === 0 ? '' : ' (skipped: there is no npm here)'}`, () => {
  let place: string;
  let checkout: string;
  let empty: string;
  let packed: z.output<typeof packedSchema>;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'ghost-runner-package-'));
    checkout = copyCheckout(join(place, 'checkout'));
    empty = join(place, 'empty');
    mkdirSync(empty);
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', place], checkout);
    // What scripts print comes before it.
    packed = packedSchema.parse(JSON.parse(stdout.slice(stdout.search(/^\[$/m))));
    await run('npm', ['install', '--no-audit', '--no-fund', join(place, packed.filename)], empty);
  }, PATIENCE);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('is installed without the network, for it needs no other package', () => {
    const lock = z
      .object({ packages: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(join(empty, 'package-lock.json'), 'utf8')));
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/ghost-runner']);
  });

  test('is small', () => {
    expect(statSync(join(place, packed.filename)).size).toBeLessThan(LARGEST_TARBALL);
  });

  test('holds what is run and read, and no sources, tests or settings of this checkout', () => {
    const folders = new Set(packed.files.map(({ path }) => path.split('/')[0] ?? ''));
    expect([...folders].toSorted()).toEqual([
      '.github',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'action.yml',
      'app.yml',
      'cli',
      'dist',
      'docs',
      'gpt',
      'lib',
      'package.json',
    ]);
    const workflows = packed.files.filter(({ path }) => path.startsWith('.github/'));
    expect(workflows).toHaveLength(4);
    expect(packed.files.filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
  });

  test('knows nothing of the machine that it was packed on', () => {
    const texts = packed.files
      .filter(({ path }) => path.startsWith('cli/'))
      .map(
        ({ path }) => [path, readFileSync(join(empty, 'node_modules/ghost-runner', path), 'utf8')] as const,
      );
    expect(
      texts.filter(([, text]) => text.includes(root) || text.includes(place)).map(([path]) => path),
    ).toEqual([]);
  });

  test('has every file that its code names by a path of its own', () => {
    const home = join(empty, 'node_modules/ghost-runner');
    const texts = packed.files
      .filter(({ path }) => /^cli\/[^/]+\.js$/.test(path))
      .map(({ path }) => readFileSync(join(home, path), 'utf8'));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/import\.meta\.dirname\s*\+\s*[`'"]([^`'"]*)[`'"],\s*[`'"]([^`'"]+)[`'"]/g)].map(
        ([, folder = '', path = '']) => join(home, 'cli', folder, path),
      ),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('leaves package.json as it was', () => {
    expect(readFileSync(join(checkout, 'package.json'), 'utf8')).toBe(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
  });

  test(
    'shows the demo in an empty folder',
    async () => {
      const { stdout } = await run('npx', ['--offline', 'ghost-runner', 'demo', '--json'], empty);
      const outcomes = stdout
        .trim()
        .split('\n')
        .map((line) => z.object({ outcome: z.string() }).parse(JSON.parse(line)).outcome);
      expect(outcomes).toEqual(['opened', 'tests_failed', 'refused', 'duplicate']);
    },
    PATIENCE,
  );

  test(
    'shows the server there too',
    async () => {
      const { stdout } = await run('npx', ['--offline', 'ghost-runner', 'demo', '--app', '--json'], empty);
      const steps = stdout
        .trim()
        .split('\n')
        .map((line) => z.object({ step: z.string(), confirmed: z.boolean() }).parse(JSON.parse(line)));
      expect(steps.filter(({ confirmed }) => !confirmed)).toEqual([]);
      expect(steps.length).toBeGreaterThan(10);
    },
    PATIENCE,
  );

  test('makes a repository ready', async () => {
    const clone = join(place, 'clone');
    mkdirSync(clone);
    await run('git', ['init', '-q', clone], place);
    const command = join(empty, 'node_modules/.bin/ghost-runner');
    const { stdout } = await run(command, ['init', '--json'], clone);
    expect(JSON.parse(stdout)).toMatchObject({ files: Array.from({ length: 5 }, () => ({ state: 'new' })) });
  });

  test('is a library with types, of which nothing else can be loaded', async () => {
    writeFileSync(join(empty, 'package.json'), '{"type": "module"}');
    writeFileSync(join(empty, 'program.ts'), PROGRAM);
    const options = ['--strict', '--target', 'es2024', '--module', 'nodenext', '--types', '', 'program.ts'];
    await run(join(bin, 'tsc'), options, empty);
    expect((await run('node', ['program.js'], empty)).stdout).toBe('two\n');
    const reach = run('node', ['-e', 'import("ghost-runner/cli/main.js")'], empty);
    await expect(reach).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

const packedSchema = z
  .array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }))
  .transform(([first]) => first ?? { filename: '', files: [] });

const PROGRAM = `import { apply } from 'ghost-runner/apply';
const result = apply({ files: { 'a.txt': 'one' }, patch: { version: 1, changes: [{ kind: 'edit', path: 'a.txt', find: 'one', replace: 'two' }] } });
declare const console: { log(text: string | null | undefined): void };
console.log(result.ok ? result.files['a.txt'] : undefined);
`;

/** Packing changes package.json for a moment, which must not happen where others work. */
function copyCheckout(target: string): string {
  const paths = [
    '.github/workflows',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'action.yml',
    'app.yml',
    'dist',
    'docs',
    'gpt',
    'lib',
    'package.json',
    'rolldown.package.config.mjs',
    'scripts',
    'src',
    'tsconfig.json',
  ];
  for (const path of paths) {
    cpSync(join(root, path), join(target, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'));
  return target;
}

/** With no registry to ask and a cache of npm that is empty. */
function run(file: string, args: readonly string[], cwd: string) {
  const home = join(cwd, '..', 'home');
  return promisify(execFile)(file, [...args], {
    cwd,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      NO_COLOR: '1',
      npm_config_cache: join(home, 'cache'),
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    maxBuffer: 10_000_000,
  });
}
