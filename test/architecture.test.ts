import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { PURE_FOLDERS } from './architecture/layout.ts';
import { type Module, readModules } from './architecture/module.ts';
import {
  checkDependencies,
  checkFileCycles,
  checkFiles,
  checkFolderCycles,
  checkFolders,
  checkPackages,
  checkPurity,
  unusedExceptions,
} from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');

describe('the source keeps to the layout', () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).map(
    (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
  );
  const modules = readModules(new Map(sources));
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

  test('every source file was read', () => {
    expect(modules.length).toBeGreaterThan(100);
    for (const folder of PURE_FOLDERS) {
      expect(modules.some(({ path }) => path.startsWith(`src/${folder}/`))).toBe(true);
    }
  });

  test.each([
    ['folders import only what they may see', checkFolders],
    ['packages and modules of Node stay where the world is touched', checkPackages],
    ['pure folders and stages mention no process, clock, chance, console or network', checkPurity],
    ['no file imports itself by way of others', checkFileCycles],
    ['no folder imports itself by way of others', checkFolderCycles],
    ['files are named, sized and placed as they should be', checkFiles],
    ['no exception outlives its reason', unusedExceptions],
  ] as const)('%s', (_, rule) => {
    expect(rule(modules)).toEqual([]);
  });

  test('the process that answers people loads nothing of what works on patches', () => {
    const loaded = loadedBy('src/app/server.ts', modules);
    expect(loaded).toContain('src/stages/plan.ts');
    expect([...loaded].filter((path) => WORK_ON_PATCHES.has(path))).toEqual([]);
    const worker = loadedBy('src/app/compute/worker.ts', modules);
    expect([...WORK_ON_PATCHES].filter((path) => !worker.has(path))).toEqual([]);
  });

  test('the process that answers people reads patches in few places', () => {
    const loaded = loadedBy('src/app/server.ts', modules);
    const readers = modules.filter(
      ({ path, imports }) =>
        loaded.has(path) && imports.some(({ file, typeOnly }) => file === 'src/patch/read.ts' && !typeOnly),
    );
    expect(readers.map(({ path }) => path)).toEqual(Object.keys(READ_BEFORE_PEOPLE).sort());
  });

  test('what is bundled or run by people is a dependency', () => {
    expect(checkDependencies(modules, Object.keys(dependencies))).toEqual([]);
  });
});

const WORK_ON_PATCHES = new Set([
  'src/apply/apply.ts',
  'src/apply/plan.ts',
  'src/report/unified-diff.ts',
  'src/stages/read-delivery.ts',
  'src/stages/screen.ts',
]);

/** What reads patches where others wait, though each takes no longer than other work, and why. */
const READ_BEFORE_PEOPLE: { readonly [path: string]: string } = {
  'src/control/comment-patch.ts': 'GitHub takes no comment of more than 65,536 characters',
  'src/stages/control/earlier-revert.ts': 'a revert is ours, in wire format 1',
  'src/stages/publish.ts': 'what is published was read, and is kept in wire format 1',
  'src/stages/watch/canary.ts': 'a canary is ours',
};

/** Files that are loaded with one, by imports of code. */
function loadedBy(path: string, modules: readonly Module[]): ReadonlySet<string> {
  const loaded = new Set([path]);
  for (const one of loaded) {
    const imports = modules.find((module) => module.path === one)?.imports ?? [];
    for (const { file, typeOnly } of imports) {
      if (file !== null && !typeOnly) loaded.add(file);
    }
  }
  return loaded;
}

describe('imports are found', () => {
  test.each([
    ['import', `import { a } from './b.ts';`, { file: 'src/patch/b.ts', typeOnly: false }],
    ['import of a type', `import type { A } from './b.ts';`, { file: 'src/patch/b.ts', typeOnly: true }],
    [
      'import that is half a type, and loads',
      `import { type A } from './b.ts';`,
      { file: 'src/patch/b.ts', typeOnly: false },
    ],
    ['import for its effect', `import '../io/b.ts';`, { file: 'src/io/b.ts', typeOnly: false }],
    [
      'import over many lines',
      `import {\n  a,\n  // from 'x'\n  b,\n} from "./b.ts";`,
      { file: 'src/patch/b.ts', typeOnly: false },
    ],
    ['export from', `export { a } from './b.ts';`, { file: 'src/patch/b.ts', typeOnly: false }],
    ['export of everything', `export * from './b.ts';`, { file: 'src/patch/b.ts', typeOnly: false }],
    ['export of a type', `export type { A } from './b.ts';`, { file: 'src/patch/b.ts', typeOnly: true }],
    ['dynamic import', `const b = await import('./b.ts');`, { file: 'src/patch/b.ts', typeOnly: false }],
    ['type of an import', `type B = typeof import('./b.ts');`, { file: 'src/patch/b.ts', typeOnly: true }],
    ['package', `import z from 'zod/v4';`, { file: null, specifier: 'zod/v4', typeOnly: false }],
  ])('%s', (_, text, expected) => {
    expect(read({ 'src/patch/a.ts': text })[0]?.imports).toEqual([expect.objectContaining(expected)]);
  });

  test('imports in comments and texts are none', () => {
    const text = "// import './b.ts'\nconst a = `\nimport x from './c.ts';\n`;\nexport { a };";
    expect(read({ 'src/patch/a.ts': text })[0]?.imports).toEqual([]);
  });

  test('an import of something computed is an error, not a hole', () => {
    expect(() => read({ 'src/patch/a.ts': 'await import(name);' })).toThrow(
      'src/patch/a.ts imports something that is not a string',
    );
  });
});

describe('folders', () => {
  test.each([
    [
      'a pure folder and one to its right',
      'src/patch/a.ts',
      `import '../record/record.ts';`,
      'src/patch/a.ts: patch must not import record: ../record/record.ts',
    ],
    [
      'a pure folder and the world',
      'src/report/a.ts',
      `import type { A } from '../io/a.ts';`,
      'src/report/a.ts: report must not import io: ../io/a.ts',
    ],
    [
      'a stage and the world',
      'src/stages/a.ts',
      `import '../io/a.ts';`,
      'src/stages/a.ts: stages must not import io: ../io/a.ts',
    ],
    [
      'io and the code of a stage',
      'src/io/git/a.ts',
      `import { apply } from '../../stages/apply.ts';`,
      'src/io/git/a.ts: io may import types of stages, and imports code: ../../stages/apply.ts',
    ],
    [
      'the Action and the local GitHub',
      'src/action.ts',
      `await import('./local/sandbox.ts');`,
      'src/action.ts: action must not import local: ./local/sandbox.ts',
    ],
    [
      'the local GitHub and what is tested on it',
      'src/local/a.ts',
      `import '../io/a.ts';`,
      'src/local/a.ts: local must not import io: ../io/a.ts',
    ],
    [
      'a folder that nobody knows',
      'src/extra/a.ts',
      `import './b.ts';`,
      'src/extra/a.ts: the layout has no folder extra; add a row to test/architecture/layout.ts',
    ],
  ])('%s are kept apart', (_, path, text, problem) => {
    expect(checkFolders(read({ [path]: text }))).toEqual([problem]);
  });

  test.each([
    ['src/report/a.ts', `import '../patch/a.ts'; import '../record/a.ts';`],
    ['src/io/a.ts', `import type { Repository } from '../stages/ports.ts'; import '../record/a.ts';`],
    ['src/action.ts', `import './action/apply.ts'; import './io/workflow.ts';`],
    ['src/local/slack/render.ts', `import '../../report/untrusted/visible.ts';`],
  ])('%s may import what the table says', (path, text) => {
    expect(checkFolders(read({ [path]: text }))).toEqual([]);
  });

  test('an exception that no import needs is named', () => {
    expect(unusedExceptions(read({ 'src/local/slack/render.ts': '' }))).toContain(
      'src/local/slack/render.ts does not import src/report/untrusted/visible.ts any more; take the exception out',
    );
  });
});

describe('packages', () => {
  test.each([
    ['src/patch/a.ts', 'node:fs', 'src/patch/a.ts: patch must not import node:fs'],
    ['src/policy/a.ts', '@octokit/rest/x.js', 'src/policy/a.ts: policy must not import @octokit/rest'],
    ['src/stages/a.ts', 'node:crypto', 'src/stages/a.ts: stages must not import node:crypto'],
    ['src/stages/a.ts', 'zod', 'src/stages/a.ts: stages must not import zod'],
  ])('%s must not import %s', (path, specifier, problem) => {
    expect(checkPackages(read({ [path]: `import '${specifier}';` }))).toEqual([problem]);
  });

  test.each([
    ['src/patch/a.ts', 'node:crypto'],
    ['src/apply/a.ts', 're2js'],
    ['src/io/a.ts', 'node:fs'],
  ])('%s may import %s', (path, specifier) => {
    expect(checkPackages(read({ [path]: `import '${specifier}';` }))).toEqual([]);
  });

  test('a package for development is in reach of the local GitHub only', () => {
    const text = `import { Hono } from 'hono';`;
    const modules = read({ 'src/io/a.ts': text, 'src/local/a.ts': text });
    expect(checkDependencies(modules, ['zod'])).toEqual([
      'src/io/a.ts: hono is not among the dependencies of package.json',
    ]);
  });
});

describe('purity', () => {
  test.each([
    ['process.env', `export const a = process.env['A'];`],
    ['console.log', `console.log('a');`],
    ['Date.now', 'export const a = Date.now();'],
    ['new Date()', 'export const a = new Date();'],
    ['Math.random', 'export const a = () => Math.random();'],
    ['fetch()', `await fetch('http://127.0.0.1');`],
    ['globalThis.fetch', `await globalThis.fetch('http://127.0.0.1');`],
    ['setTimeout()', 'setTimeout(() => {}, 1);'],
  ])('%s is found in a pure folder and in a stage, and left alone elsewhere', (use, text) => {
    const modules = read({ 'src/patch/a.ts': text, 'src/stages/b.ts': text, 'src/io/c.ts': text });
    expect(checkPurity(modules)).toEqual([
      `src/patch/a.ts: ${use} touches the world; take it as an argument`,
      `src/stages/b.ts: ${use} touches the world; take it as an argument`,
    ]);
  });

  test('a date that was given, a text about the world, and a parameter of the same name are pure', () => {
    const text = `export function f(process: P) { return process.run(new Date(0), 'process.env', Math.max(1, 2)); }`;
    expect(checkPurity(read({ 'src/patch/a.ts': text }))).toEqual([]);
  });
});

describe('cycles', () => {
  test('of files are named with their way round, imports of types included', () => {
    const modules = read({
      'src/patch/a.ts': `import './b.ts';`,
      'src/patch/b.ts': `import './c.ts';`,
      'src/patch/c.ts': `import type { A } from './a.ts';`,
    });
    expect(checkFileCycles(modules)).toEqual([
      'these files import each other: src/patch/a.ts → src/patch/b.ts → src/patch/c.ts → src/patch/a.ts',
    ]);
  });

  test('of folders are found where no file imports itself', () => {
    const modules = read({
      'src/report/a.ts': `import type { P } from '../stages/p.ts';`,
      'src/stages/b.ts': `import '../report/a.ts';`,
    });
    expect(checkFileCycles(modules)).toEqual([]);
    expect(checkFolderCycles(modules)).toEqual(['these folders import each other: report → stages → report']);
  });

  test('a diamond is none', () => {
    const modules = read({
      'src/patch/a.ts': `import './b.ts'; import './c.ts';`,
      'src/patch/b.ts': `import './d.ts';`,
      'src/patch/c.ts': `import './d.ts';`,
      'src/patch/d.ts': '',
    });
    expect(checkFileCycles(modules)).toEqual([]);
  });
});

describe('files', () => {
  test.each([
    ['src/io/git.ts', 'export default 1;', 'has a default export; name it'],
    ['src/io/git-helper.ts', '', 'its name does not say what is inside'],
    ['src/io/utils.ts', '', 'its name does not say what is inside'],
    ['src/io/git.ts', 'x;\n'.repeat(401), 'has 401 lines; split it before 400'],
    ['src/io/git/refs/local/a.ts', '', 'lies 4 folders deep, 2 at most'],
    ['src/local/github/git/refs/a.ts', '', 'lies 4 folders deep, 3 at most'],
  ])('%s is refused where it should be', (path, text, problem) => {
    expect(checkFiles(read({ [path]: text }))).toEqual([`${path}: ${problem}`]);
  });

  test('a file about one thing passes', () => {
    expect(checkFiles(read({ 'src/local/github/git/refs.ts': 'export const one = 1;\n' }))).toEqual([]);
  });
});

function read(sources: { readonly [path: string]: string }): readonly Module[] {
  return readModules(new Map(Object.entries(sources)));
}
