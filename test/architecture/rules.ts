import { basename } from 'node:path';
import {
  EMPTY_NAMES,
  EXCEPTIONS,
  LAYOUT,
  MAX_DEPTH,
  MAX_DEPTH_LOCAL,
  MAX_LINES,
  PURE_FOLDERS,
} from './layout.ts';
import type { Import, Module } from './module.ts';

/** Each rule takes all modules and returns one sentence per breach. */
export type Rule = (modules: readonly Module[]) => readonly string[];

/** A folder imports only what the table of the layout lets it see. */
export function checkFolders(modules: readonly Module[]): readonly string[] {
  return eachImport(modules, (module, { file, specifier, typeOnly }) => {
    const from = folderOf(module.path);
    const to = file === null ? from : folderOf(file);
    const rule = LAYOUT[from];
    if (rule === undefined) {
      return `${module.path}: the layout has no folder ${from}; add a row to test/architecture/layout.ts`;
    }
    if (to === from || rule.folders.includes(to) || isException(module.path, file)) {
      return null;
    }
    if (rule.types?.includes(to)) {
      return typeOnly
        ? null
        : `${module.path}: ${from} may import types of ${to}, and imports code: ${specifier}`;
    }
    return `${module.path}: ${from} must not import ${to}: ${specifier}`;
  });
}

/** Node's modules and packages stay out of the folders that do no I/O. */
export function checkPackages(modules: readonly Module[]): readonly string[] {
  return eachImport(modules, (module, { file, specifier }) => {
    const folder = folderOf(module.path);
    const rule = LAYOUT[folder];
    if (file !== null || rule === undefined) {
      return null;
    }
    const allowed = specifier.startsWith('node:') ? rule.node : rule.packages;
    const name = packageName(specifier);
    return allowed === 'any' || allowed.includes(name)
      ? null
      : `${module.path}: ${folder} must not import ${name}`;
  });
}

/** What is bundled, or run by people, is there after `npm ci --omit=dev`; only the local GitHub needs more. */
export function checkDependencies(
  modules: readonly Module[],
  dependencies: readonly string[],
): readonly string[] {
  return eachImport(modules, (module, { file, specifier, typeOnly }) => {
    const name = packageName(specifier);
    const known = file !== null || name.startsWith('node:') || dependencies.includes(name);
    return known || typeOnly || folderOf(module.path) === 'local'
      ? null
      : `${module.path}: ${name} is not among the dependencies of package.json`;
  });
}

/** Pure folders and stages have no process, clock, chance, console or network of their own. */
export function checkPurity(modules: readonly Module[]): readonly string[] {
  const quiet: readonly string[] = [...PURE_FOLDERS, 'stages', 'library'];
  return modules
    .filter(({ path }) => quiet.includes(folderOf(path)))
    .flatMap(({ path, worldly }) =>
      worldly.map((use) => `${path}: ${use} touches the world; take it as an argument`),
    );
}

/** No file reaches itself through imports, those of types included. */
export function checkFileCycles(modules: readonly Module[]): readonly string[] {
  return cyclesIn(
    new Map(modules.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])])),
  ).map((cycle) => `these files import each other: ${cycle.join(' → ')}`);
}

/** No folder reaches itself through imports, those of types included. */
export function checkFolderCycles(modules: readonly Module[]): readonly string[] {
  const graph = new Map<string, string[]>();
  for (const { path, imports } of modules) {
    const from = folderOf(path);
    const seen = imports.flatMap(({ file }) =>
      file === null || folderOf(file) === from ? [] : [folderOf(file)],
    );
    graph.set(from, [...(graph.get(from) ?? []), ...seen]);
  }
  return cyclesIn(graph).map((cycle) => `these folders import each other: ${cycle.join(' → ')}`);
}

/** Names, sizes and places of files. */
export function checkFiles(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ path, lines, hasDefaultExport }) => [
    ...(hasDefaultExport ? [`${path}: has a default export; name it`] : []),
    ...(EMPTY_NAMES.test(basename(path, '.ts')) ? [`${path}: its name does not say what is inside`] : []),
    ...(lines > MAX_LINES ? [`${path}: has ${lines} lines; split it before ${MAX_LINES}`] : []),
    ...(depthOf(path) > maxDepthOf(path)
      ? [`${path}: lies ${depthOf(path)} folders deep, ${maxDepthOf(path)} at most`]
      : []),
  ]);
}

/** Exceptions to the layout that no import needs. */
export function unusedExceptions(modules: readonly Module[]): readonly string[] {
  return EXCEPTIONS.filter(
    ({ from, to }) =>
      !modules.some(({ path, imports }) => path === from && imports.some(({ file }) => file === to)),
  ).map(({ from, to }) => `${from} does not import ${to} any more; take the exception out`);
}

function eachImport(
  modules: readonly Module[],
  check: (module: Module, imported: Import) => string | null,
): readonly string[] {
  return modules.flatMap((module) => module.imports.flatMap((imported) => check(module, imported) ?? []));
}

/** `patch` of `src/patch/id.ts`, and `action` of the entry `src/action.ts`. */
function folderOf(path: string): string {
  return (
    path
      .replace(/^src\//, '')
      .split('/', 1)[0]
      ?.replace(/\.ts$/, '') ?? ''
  );
}

function isException(from: string, to: string | null): boolean {
  return EXCEPTIONS.some((exception) => exception.from === from && exception.to === to);
}

/** `@octokit/rest` of `@octokit/rest/dist/x.js`. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function depthOf(path: string): number {
  return path.split('/').length - 2;
}

function maxDepthOf(path: string): number {
  return folderOf(path) === 'local' ? MAX_DEPTH_LOCAL : MAX_DEPTH;
}

/** One cycle through each node that lies on one and was not yet named. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start !== -1) {
      cycles.push([...trail.slice(start), node]);
      return;
    }
    if (done.has(node)) {
      return;
    }
    for (const next of new Set(graph.get(node))) {
      visit(next, [...trail, node]);
    }
    done.add(node);
  };
  for (const node of graph.keys()) {
    visit(node, []);
  }
  return cycles;
}
