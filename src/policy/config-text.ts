import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** Keys and indexes that lead to a value of the config. */
export type ConfigPath = readonly (string | number)[];

/** Counted from 1, as editors do. */
export type Position = {
  readonly line: number;
  readonly column: number;
  /** Where it is not in the repository's own config. */
  readonly file?: string;
};

/** Where a value, or its key, stands; null: it is in no text. */
export type Locate = (path: ConfigPath) => Position | null;

/** How the config calls a value: `test.command`, `policy.protected-paths[0].paths`. */
export function configName(path: ConfigPath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`))
    .join('');
}

export type ConfigText =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly locate: Locate;
    }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

export type TextProblem = {
  readonly path: ConfigPath;
  readonly message: string;
  readonly position: Position | null;
  /** Where it is not in the repository's own config. */
  readonly file?: string;
};

/** What is missing has no place of its own, but the object that lacks it has. */
export function nearestPosition(locate: Locate, path: ConfigPath): Position | null {
  const position = locate(path);
  return position !== null || path.length === 0 ? position : nearestPosition(locate, path.slice(0, -1));
}

/** Who puts right as many looks again anyway. */
export const MAX_PROBLEMS = 20;

/** Reads YAML so that every value in it can be found again. */
export function openConfigText(text: string): ConfigText {
  if (text.length > MAX_CONFIG_CHARACTERS) {
    const message = `it has ${text.length} characters, and ${MAX_CONFIG_CHARACTERS} are the most that are read; keep less in it.`;
    return { ok: false, problems: [{ path: [], message, position: null }] };
  }
  if (text.includes('\uFFFD')) {
    const message = 'it is not in UTF-8, or holds U+FFFD in the place of what was lost; save it as UTF-8.';
    return { ok: false, problems: [{ path: [], message, position: null }] };
  }
  const lines = new LineCounter();
  // What the parser would warn of goes to the terminal, or into a run's log, as it stands in the text.
  // And it would compare each key with all others to see which is there twice.
  const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const errors = [
    ...document.errors.map(({ message, pos: [offset] }) => ({ message, offset })),
    ...keysThereTwice(document),
  ];
  if (errors.length > 0) {
    return {
      ok: false,
      problems: errors.slice(0, MAX_PROBLEMS).map(({ message, offset }) => ({
        path: [],
        message: `it is not valid YAML: ${message.split('\n', 1)[0] ?? ''}`,
        position: positionOf(offset),
      })),
    };
  }
  const value = valueOf(document);
  return value.ok
    ? {
        ok: true,
        value: value.value ?? {},
        locate: (path) => {
          const offset = offsetOf(document, path);
          return offset === null ? null : positionOf(offset);
        },
      }
    : { ok: false, problems: [{ path: [], message: value.problem, position: null }] };
}

/** Every option at its longest is less. */
const MAX_CONFIG_CHARACTERS = 65_536;

/** One of the two would win without a word. */
function keysThereTwice(
  document: Document,
): readonly { readonly message: string; readonly offset: number }[] {
  const twice: { message: string; offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) twice.push({ message: 'a key is there twice', offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return twice;
}

/** Aliases that multiply beyond measure are an exception of the parser's. */
function valueOf(
  document: Document,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A key's own place where the value has one, so that the reader is led to the line that they wrote. */
function offsetOf(document: Document, path: ConfigPath): number | null {
  const key = path.at(-1);
  const parent: unknown = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  const holder = path.length === 1 ? document.contents : parent;
  if (typeof key === 'string' && isMap(holder)) {
    const pair = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
    return isNode(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
