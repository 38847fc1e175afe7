import { expect, test } from '@jest/globals';
import { CHANGE_NAMES, HEADER_NAMES, LIST_NAMES, WRAPPER_NAMES } from '../../../src/patch/dialects/names.ts';
import { readPatch } from '../../../src/patch/read.ts';

/** Every text in them is there once, so that it can be found again. */
const PAYLOADS: readonly object[] = [
  { changes: [{ path: 'a.js', find: 'said-b', replace: 'said-c' }] },
  { edits: [{ path: 'a.js', edits: [{ find: 'said-b', replace: 'said-c' }, { content: 'said-d' }] }] },
  { path: 'a.js', edits: [{ find: 'said-b', replace: 'said-c' }] },
  { path: 'a.js', edits: [{ edits: [{ find: 'said-b', replace: 'said-c' }] }] },
  { files: { 'a.js': { content: 'said-b' }, d: { path: 'e.js', content: 'said-f' } } },
  { files: { 'a.js': { edits: [{ find: 'said-b', replace: 'said-c' }] }, 'd.js': 'said-e' } },
  { edits: { 0: { path: 'a.js', edits: [{ find: 'said-b', replace: 'said-c' }] } } },
  { patch: { operations: [{ path: 'a.js', patch: { find: 'said-b', replace: 'said-c' } }] } },
  { path: 'a.js', find: 'said-b', patch: { replace: 'said-c' } },
  { path: 'a.js', patch: { edits: [{ pattern: 'said-b', replacement: 'said-c' }] } },
  { mutations: [{ op: 'move', from: 'a.js', to: 'b.js' }] },
  { mutations: [{ op: 'delete', path: 'a.js' }] },
  { mutations: [{ op: 'run', command: 'said-a' }] },
  { mutations: [{ op: 'run', name: 'said-a' }] },
  { mutations: [{ kind: 'write', path: 'a.js', content: 'said-b' }] },
  {
    mutations: [
      { path: 'a.js', content: 'said-b' },
      { path: 'c.js', edits: [] },
    ],
  },
  { path: 'a.js', op: 'delete' },
  { path: 'a.js', content: 'said-b' },
  { path: 'a.js', diff: '@@ b' },
];

/** What else somebody may say in any object of them, and how the patch shows that it was heard. */
const SAID: readonly (readonly [value: unknown, heard: RegExp])[] = [
  ['zz.zz', /zz\.zz/],
  ['create', /"write"|create/],
  ['delete', /delete/],
  ['str_replace', /"edit"|str_replace/],
  ['0755', /"executable":true|0755/],
  [true, /:true|"count":"all"/],
  [77, /:77/],
  [{ path: 'zz.zz' }, /zz\.zz|`path`/],
  [{ find: 'zy', replace: 'zz' }, /zy.*zz|`find`.*`replace`/],
  [[{ path: 'zx', find: 'zy', replace: 'zz' }], /zy.*zx.*zz/],
  [{ 'zx.js': { content: 'zy' } }, /zy.*zx|zx.*zy|`zx\.js`/],
  [{ 'zx.js': 'zy' }, /zy.*zx|zx.*zy|`zx\.js`/],
];

/** One or two for each meaning. */
const NAMES = [
  ...new Set(
    [CHANGE_NAMES, HEADER_NAMES, LIST_NAMES, WRAPPER_NAMES].flatMap((table) =>
      Object.values<readonly string[]>(table).flatMap((names) => names.slice(0, 2)),
    ),
  ),
  'colour',
];

test.each(PAYLOADS.map((payload): [string, object] => [JSON.stringify(payload), payload]))(
  'whatever is said in %s besides is read, named as passed over, or refused',
  (_, payload) => {
    const lost = SAID.flatMap(([value, heard]) =>
      NAMES.flatMap((name) =>
        withMember(payload, name, value).filter((sent) => {
          const read = readPatch({ value: sent });
          if (!read.ok) return false;
          const passed = read.repairs.find((repair) => repair.startsWith('Passed over')) ?? '';
          const { changes, ...header } = read.patch;
          const shown = [changes, header, read.notDone, passed].map((one) => JSON.stringify(one)).join(' ');
          return !(
            (heard.test(shown) || passed.includes(`\`${name}\``)) &&
            leavesOf(payload).every(({ text, at }) => shown.includes(text) || isNamed(at, passed))
          );
        }),
      ),
    );
    expect(lost.map((sent) => JSON.stringify(sent))).toEqual([]);
  },
);

function isNamed(names: readonly string[], sentence: string): boolean {
  return names.some((name) => sentence.includes(`\`${name}\``));
}

/** The payload with one member more: once for each of its objects, before and behind the others. */
function withMember(node: unknown, name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(node)) {
    return node.flatMap((item: unknown, index) =>
      withMember(item, name, value).map((inner) => node.with(index, inner)),
    );
  }
  if (typeof node !== 'object' || node === null) return [];
  const own = Object.hasOwn(node, name)
    ? []
    : [{ ...node, [name]: value }, Object.fromEntries([[name, value], ...Object.entries(node)])];
  const inside = Object.entries(node).flatMap(([key, item]: [string, unknown]) =>
    withMember(item, name, value).map((inner) => ({ ...node, [key]: inner })),
  );
  return [...own, ...inside];
}

type Leaf = { readonly text: string; readonly at: readonly string[] };

/** The texts of a payload but for words that name a kind, with the names above them. */
function leavesOf(node: unknown, at: readonly string[] = []): readonly Leaf[] {
  if (typeof node === 'string') return [{ text: node, at }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]: [string, unknown]) =>
    key === 'op' || key === 'kind' ? [] : leavesOf(inner, [...at, key]),
  );
}
