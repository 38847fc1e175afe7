import { execFile } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const built = readTree(join(root, 'dist'));

describe('what is built and committed', () => {
  let elsewhere: string;

  beforeAll(async () => {
    elsewhere = mkdtempSync(join(tmpdir(), 'ghost-runner-dist-'));
    copySources(elsewhere);
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c'], {
      cwd: elsewhere,
    });
  });

  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test.each(['dist', 'lib'])(
    '%s/ is byte for byte what the sources give when they are built in another place',
    (folder) => {
      const committed = readTree(join(root, folder));
      const rebuilt = readTree(join(elsewhere, folder));
      const paths = new Set([...rebuilt.keys(), ...committed.keys()]);
      const different = [...paths].filter((path) => rebuilt.get(path) !== committed.get(path)).toSorted();
      if (different.length > 0) {
        throw new Error(
          `${folder}/ is not what the sources give; run \`npm run build\`. Different: ${different.join(', ')}`,
        );
      }
    },
  );
});

describe('the committed dist/', () => {
  test('is what action.yml runs', () => {
    expect(built.has('index.js')).toBe(true);
  });

  test('knows nothing of the machine that it was built on', () => {
    const leaks = [...built].filter(([, text]) => text.includes(root) || text.includes('../node_modules/'));
    expect(leaks.map(([path]) => path)).toEqual([]);
  });

  test('loads what a stage needs and nothing else', () => {
    expect(loadedBy('index.js')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/zod|octokit|yaml|re2js|slack/)]),
    );
    expect(loadedBy('test.js')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/zod|octokit|yaml|re2js|slack/)]),
    );
    expect(loadedBy('apply.js')).toEqual(
      expect.arrayContaining(['octokit.js', 're2js.js', 'yaml.js', 'zod.js']),
    );
    expect(loadedBy('apply.js')).not.toContain('slack-web-api.js');
    expect([...built.keys()]).toContain('slack-web-api.js');
    expect(loadedBy('apply.js')).not.toContain('secretlint-core.js');
    expect([...built.keys()]).toContain('secretlint-core.js');
  });

  test('names the licence of every package that is in it', () => {
    const licenses = built.get('licenses.txt') ?? '';
    const bundled = [...built.values()].flatMap((text) => [
      ...text.matchAll(/^\/\/ .*\bnode_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm),
    ]);
    const names = new Set(bundled.map(([, name]) => name));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !new RegExp(`^${name} \\d`, 'm').test(licenses))).toEqual([]);
  });
});

/** The sources and the packages that people have after `npm ci --omit=dev`, as real files, so that nothing leads back here. */
function copySources(target: string): void {
  for (const path of [
    'src',
    'scripts',
    'rolldown.config.mjs',
    'package.json',
    'tsconfig.json',
    ...dependencies(),
  ]) {
    cpSync(join(root, path), join(target, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules/rolldown'), join(target, 'node_modules/rolldown'));
}

function dependencies(): readonly string[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages)
    .filter(
      ([path, { dev, optional, devOptional, link }]) =>
        path.startsWith('node_modules/') && !dev && !optional && !devOptional && !link,
    )
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** Paths and texts of all files in a folder. */
function readTree(folder: string): ReadonlyMap<string, string> {
  const paths = globSync('**/*.*', { cwd: folder }).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The files that a file of dist/ loads at once, itself included; not those that it loads on demand. */
function loadedBy(file: string, seen: readonly string[] = []): readonly string[] {
  const text = built.get(file) ?? '';
  const next = [...text.matchAll(/^import (?:[^;]*? from )?"\.\/([^"]+)";/gm)].map(([, path = '']) =>
    join(dirname(file), path),
  );
  return next
    .filter((path) => !seen.includes(path))
    .reduce<readonly string[]>(
      (known, path) => (known.includes(path) ? known : loadedBy(path, known)),
      [...seen, file],
    );
}
