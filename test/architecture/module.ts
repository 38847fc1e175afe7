import { posix } from 'node:path';
import { parseSync } from '@swc/core';

/** What the rules of the layout need to know of one source file. */
export type Module = {
  /** From the repository's root, such as `src/patch/id.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Globals that touch the world, as they are used: `process.env`, `Date.now`, `new Date()`. */
  readonly worldly: readonly string[];
  readonly hasDefaultExport: boolean;
};

export type Import = {
  readonly specifier: string;
  /** The imported file, from the repository's root; null: a package or a module of Node. */
  readonly file: string | null;
  /** Erased when the types are: `import type`, `export type`, `import('…')` in a type. */
  readonly typeOnly: boolean;
};

/** Reads all sources, in order of their paths. */
export function readModules(sources: ReadonlyMap<string, string>): readonly Module[] {
  return [...sources]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, text]) => readModule(path, text));
}

function readModule(path: string, text: string): Module {
  const nodes = [...walk(parseSync(text, { syntax: 'typescript', target: 'es2024' }))];
  const parameters = new Set(nodes.flatMap(parameterName));
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: nodes.flatMap((node) => importOf(path, node)),
    worldly: nodes.flatMap(worldlyUse).filter((use) => !parameters.has(use.split('.', 1)[0] ?? '')),
    hasDefaultExport: nodes.some(({ type }) => type.startsWith('ExportDefault')),
  };
}

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Every node of a syntax tree, parents first. */
function* walk(value: unknown): Generator<Node> {
  if (isNode(value)) {
    yield value;
  }
  if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) {
      yield* walk(child);
    }
  }
}

function importOf(path: string, node: Node): readonly Import[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return describeImport(path, node['source'], node['typeOnly'] === true);
    case 'TsImportType':
      return describeImport(path, node['argument'], true);
    case 'CallExpression':
      return isNode(node['callee']) && node['callee'].type === 'Import'
        ? describeImport(path, firstArgument(node), false)
        : [];
    default:
      return [];
  }
}

function describeImport(path: string, source: unknown, typeOnly: boolean): readonly Import[] {
  if (source === null) {
    return [];
  }
  if (!isNode(source) || source.type !== 'StringLiteral') {
    throw new Error(
      `${path} imports something that is not a string; the rules of the layout can't follow it`,
    );
  }
  const specifier = String(source['value']);
  const file = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
  return [{ specifier, file, typeOnly }];
}

function firstArgument(call: Node): unknown {
  const [first] = Array.isArray(call['arguments']) ? (call['arguments'] as unknown[]) : [];
  return typeof first === 'object' && first !== null && 'expression' in first ? first.expression : undefined;
}

const WORLDLY_OBJECTS: ReadonlySet<string> = new Set([
  'process',
  'console',
  'globalThis',
  'performance',
  'crypto',
]);
const WORLDLY_MEMBERS: ReadonlySet<string> = new Set(['Date.now', 'Math.random']);
const WORLDLY_CALLS: ReadonlySet<string> = new Set([
  'fetch',
  'Date',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);

function worldlyUse(node: Node): readonly string[] {
  switch (node.type) {
    case 'MemberExpression': {
      const object = nameOf(node['object']);
      const use = `${object}.${nameOf(node['property'])}`;
      return WORLDLY_OBJECTS.has(object) || WORLDLY_MEMBERS.has(use) ? [use] : [];
    }
    case 'CallExpression': {
      const name = nameOf(node['callee']);
      return WORLDLY_CALLS.has(name) ? [`${name}()`] : [];
    }
    case 'NewExpression': {
      const { length } = Array.isArray(node['arguments']) ? node['arguments'] : [];
      return nameOf(node['callee']) === 'Date' && length === 0 ? ['new Date()'] : [];
    }
    default:
      return [];
  }
}

/** A parameter may have the name of a global and be something else. */
function parameterName(node: Node): readonly string[] {
  return node.type === 'Parameter' ? [nameOf(node['pat'])] : [];
}

function nameOf(value: unknown): string {
  return isNode(value) && value.type === 'Identifier' ? String(value['value']) : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
