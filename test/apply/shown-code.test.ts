import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { shownCodeRefusal } from '../../src/apply/shown-code.ts';
import type { SentChange } from '../patch/patches.ts';
import { apply, refusalsOf } from './sources.ts';

const OLD = 'a();\nb();\nc();\n';
const NUMBERED = ' 12 | x();\n 13 | y();\n 14 |\n 15 | z();\n';

const write = (content: string, path = 'x.js'): SentChange => ({ kind: 'write', path, content });
const edit = (replace: string, path = 'x.js', find = 'b();'): SentChange => ({
  kind: 'edit',
  path,
  find,
  replace,
});
const diff = (added: string, path = 'x.js'): SentChange => ({
  kind: 'diff',
  diff: `--- a/${path}\n+++ b/${path}\n@@\n a();\n-b();\n${added.replaceAll(/^(?=.)/gm, '+')} c();\n`,
});

test.each<[string, SentChange]>([
  ['a whole file in a fence', write('```js\na();\n```\n')],
  ['a whole file in a fence of four marks', write('\n````\na();\n````\n')],
  ['a whole file in a fence of tildes', write('~~~ts title="x"\na();\n~~~', 'x.js')],
  ['a new file in a fence', write('```python\na()\n```\n', 'new.py')],
  [
    'a new file of a diff in a fence',
    { kind: 'diff', diff: '--- /dev/null\n+++ b/y.go\n@@ -0,0 +1,3 @@\n+```go\n+package y\n+```\n' },
  ],
  ['a whole file with numbers', write(NUMBERED)],
  ['a whole file as cat shows it', write('     1\ta();\n     2\tb();\n     3\tc();\n')],
  ['a whole file with arrows', write('1→a();\n2→b();\n3→c();\n')],
  ['an edit with numbers', edit(NUMBERED)],
  ['an edit with arrows', edit('1→a();\n2→b();\n3→c();\n')],
  ['a diff with numbers', diff(NUMBERED)],
])('code that is shown and not sent is refused, %s', (_what, change) => {
  expect(refusalsOf(apply({ 'x.js': OLD }, change))).toMatchObject([
    {
      code: 'malformed',
      message: expect.stringMatching(/^The new text for .+ Send the (?:content|lines) without/),
    },
  ]);
});

test.each<[string, SentChange]>([
  ['a document in a fence', write('```js\na();\n```\n', 'x.md')],
  ['a request in a fence', write('```\nGET /\n```\n', 'x.http')],
  ['a file of no known kind', write('```\na\n```\n', 'x')],
  ['a document that tests read', write('```js\na();\n```\n', 'test/fixtures/x.js')],
  ['a table of numbers', write('1\ta\n2\tb\n3\tc\n', 'x.tsv')],
  ['a log', write('1|a\n2|b\n3|c\n', 'x.log')],
  ['code with a fence in it', write('/*\n```js\na();\n```\n*/\n')],
  ['a fence that is not all of it', write('```js\na();\n```\nb();\n')],
  ['two lines with numbers', edit('12 | a\n13 | b')],
  ['numbers that do not count up', edit('12 | a\n12 | b\n14 | c')],
  ['a table in a string', edit('1 | a\n2 | b\n3 | c')],
  ['numbers of a list in code', edit('1,\n2,\n3,\n')],
])('%s is a text like others', (_what, change) => {
  expect(refusalsOf(apply({ 'x.js': OLD, 'x.md': OLD }, change))).toEqual([]);
});

test('rows are added to a table that code holds, and a file keeps what it looks like', () => {
  const table = 'const t = `\n4 | a\n5 | b\n`;\n';
  const change = edit('5 | b\n6 | c\n7 | d', 'x.js', '5 | b');
  expect(refusalsOf(apply({ 'x.js': table }, change))).toEqual([]);
  expect(refusalsOf(apply({ 'x.js': '```\nold\n```\n' }, write('```\nnew\n```\n')))).toEqual([]);
});

test('no real file of code is taken for one that is only shown', () => {
  const root = join(import.meta.dirname, '../..');
  const paths = [
    'src',
    'test',
    'node_modules/zod',
    'node_modules/hono',
    'node_modules/typescript/lib',
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:[cm]?[jt]s|json|css|ya?ml)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const refused = paths.filter((path) => {
    const change = {
      kind: 'write',
      path,
      content: readFileSync(join(root, path), 'utf8'),
      encoding: 'utf-8',
    } as const;
    return shownCodeRefusal({ action: 'write', path, write: change }) !== null;
  });
  expect(paths.length).toBeGreaterThan(1_000);
  expect(refused).toEqual([]);
});

test('a text of a megabyte costs little', () => {
  const started = performance.now();
  for (const content of [
    '`'.repeat(1_000_000),
    `${'~'.repeat(1_000_000)}\``,
    '1'.repeat(1_000_000),
    '1 | \n'.repeat(200_000),
    ' '.repeat(1_000_000),
  ]) {
    apply({}, write(content));
  }
  expect(performance.now() - started).toBeLessThan(1_500);
});
