import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { apply } from '../../src/library/apply.ts';
import { inlineElision } from '../../src/patch/elision/inline-elision.ts';

const [HEAD, ABOVE, BELOW] = ['open', 'above();', 'below();'];
const MORE = Array.from({ length: 12 }, (_, at) => `more(${at});`);
const BODY = Array.from({ length: 6 }, (_, at) => `  body(${at});`);
const BEFORE = [...MORE, ABOVE, HEAD, ...BODY, BELOW];

type Way = (path: string, lines: readonly string[]) => string | object;

/** Puts the lines in the place of a head and its body. */
const WAYS: { readonly [name: string]: Way } = {
  'a whole file': (path, lines) => ({
    version: 1,
    changes: [{ kind: 'write', path, content: text([...MORE, ABOVE, ...lines, BELOW]) }],
  }),
  'a code block': (path, lines) => `${path}\n\`\`\`\n${text([...MORE, ABOVE, ...lines, BELOW])}\`\`\`\n`,
  'an edit': (path, lines) => ({
    version: 1,
    changes: [{ kind: 'edit', path, find: text([HEAD, ...BODY]), replace: text(lines) }],
  }),
  'a diff': (path, lines) =>
    `--- a/${path}\n+++ b/${path}\n@@\n ${ABOVE}\n${marked('-', [HEAD, ...BODY])}${marked('+', lines)} ${BELOW}\n`,
  'a block': (path, lines) =>
    `${path}\n<<<<<<< SEARCH\n${text([HEAD, ...BODY])}=======\n${text(lines)}>>>>>>> REPLACE\n`,
};

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines.map((line) => `${mark}${line}\n`).join('');
}

const MARKS: readonly (readonly [path: string, ...lines: string[]])[] = [
  ['x.js', 'total() { /* ... existing code ... */ }'],
  ['x.js', 'total() { // ... existing code ...', '}'],
  ['x.js', 'total() { // unchanged', '}'],
  ['x.js', 'total() { /* unchanged */ }'],
  ['x.js', 'total() { /* ... */ }'],
  ['x.js', 'total() { ... }'],
  ['x.js', 'total() { ...', '}'],
  ['x.js', 'total() { … rest unchanged … }'],
  ['x.js', 'total() { ...existing code... }'],
  ['x.js', 'total() { ... el resto sin cambios ... }'],
  ['x.js', 'total() { /* [30 lines truncated] */ }'],
  ['x.js', 'const f = () => { ...existing code };'],
  ['x.js', "import { a } from 'a'; // ... other imports ..."],
  ['x.ts', 'on("x", async () => { /* ... existing handler code ... */ });'],
  ['x.py', 'def total(self): ... rest of the method unchanged ...'],
  ['x.py', 'def total(self):  # ... existing code ...'],
  ['x.py', 'def total(self): ...  # existing code'],
  ['x.py', "def total(self, name='#'):  # ... existing code ..."],
  ['x.css', '.cart { /* ... existing styles ... */ }'],
  ['x.css', '#cart { /* rest unchanged */ }'],
  ['x.css', '* { ... }'],
  ['x.html', '<div><!-- ... existing content ... --></div>'],
  ['x.html', '<ul class="a"><!-- rest unchanged --></ul>'],
  ['x.html', '<div>... existing content ...</div>'],
  ['x.tsx', '<Cart>{/* ... existing items ... */}</Cart>'],
  ['x.tsx', 'return <div><ul>{/* unchanged */}</ul></div>;'],
  ['x.rs', "pub fn total<'a>(&self) -> f64 { /* ... existing code ... */ }"],
  ['x.rs', "fn total<'a>(x: &str) { // ... existing code ...", '}'],
  ['x.go', 'func (c *Cart) Total() int { /* ... existing code ... */ }'],
  ['x.go', 'func (c *Cart) Total() int { // unchanged', '}'],
  ['x.rb', 'def total # ... existing code ...', 'end'],
  ['x.lua', 'function total() --[[ ... existing code ... ]] end'],
  ['x.sql', 'create view total as ( -- ... existing code ...', ');'],
  ['x.sh', 'total() { # ... existing code ...', '}'],
  ['x.html', '<div>{# ... existing content ... #}</div>'],
];

describe.each(Object.entries(WAYS))('in %s', (_, way) => {
  test('a mark behind code on one line is refused in the place of several lines', () => {
    const taken = MARKS.filter(([path, ...lines]) => {
      const result = apply({ files: { [path]: text(BEFORE) }, patch: way(path, lines) });
      return result.ok || result.refusals[0]?.code !== 'elided_edit';
    });
    expect(taken).toEqual([]);
  });
});

test.each([
  ['x.py', 'def total(self) -> int: ...'],
  ['x.py', 'def total(self): ...  # a stub'],
  ['x.py', 'x = {...}'],
  ['x.py', 'x: tuple[int, ...] = (1, ...)'],
  ['x.pl', 'sub total { ... }'],
  ['x.ts', 'const a = { ...rest };'],
  ['x.ts', 'const a = { ...existing, ...(more as Code) };'],
  ['x.ts', 'const a = { ... rest };'],
  ['x.ts', 'const [a] = [...existing];'],
  ['x.ts', 'function total(...rest: string[]): void {}'],
  ['x.ts', "log('total() { // ... existing code ...');"],
  ['x.ts', "log('total() { /* ... existing code ... */ }');"],
  ['x.ts', "log('{ ... }');"],
  ['x.ts', 'total(); // unchanged'],
  ['x.ts', 'if (open) { // unchanged', '  total();', '}'],
  ['x.ts', 'total(); // ... and then it is sent'],
  ['x.ts', "const url = 'https://...';"],
  ['x.graphql', 'query { item { ... on Cart { total } ...Rest } }'],
  ['x.cpp', 'catch (...) { }'],
  ['x.go', 'total(items...)'],
  ['x.md', 'Braces hold a body, as in `total() { ... }`'],
  ['x.md', 'total() { ... }'],
])('in %s, %j may take the place of several lines', (path, ...lines) => {
  for (const way of Object.values(WAYS))
    expect([way, apply({ files: { [path]: text(BEFORE) }, patch: way(path, lines) })]).toMatchObject([
      way,
      { ok: true },
    ]);
});

test('a mark behind code takes one line away, or is in the file, and is a line like others', () => {
  const mark = 'total() { /* ... existing code ... */ }';
  const edit = { kind: 'edit', path: 'x.js', find: HEAD, replace: mark };
  expect(apply({ files: { 'x.js': text(BEFORE) }, patch: { version: 1, changes: [edit] } })).toMatchObject({
    ok: true,
  });
  const write = { kind: 'write', path: 'x.js', content: text([ABOVE, mark]) };
  const files = { 'x.js': text([...BEFORE, mark]) };
  expect(apply({ files, patch: { version: 1, changes: [write] } })).toMatchObject({ ok: true });
  expect(apply({ files: {}, patch: { version: 1, changes: [write] } })).toMatchObject({ ok: true });
});

test('a whole file that grew elsewhere is refused for a mark of dots and words behind code', () => {
  const content = text([
    ABOVE,
    'total() { /* ... existing code ... */ }',
    ...Array(20).fill('more();'),
    BELOW,
  ]);
  const patch = { version: 1, changes: [{ kind: 'write', path: 'x.js', content }] };
  expect(apply({ files: { 'x.js': text(BEFORE) }, patch })).toMatchObject({
    refusals: [{ code: 'elided_edit' }],
  });
});

test('real files have hardly a line with a mark behind its code', () => {
  const root = join(import.meta.dirname, '../..');
  const folders = [
    'src',
    'docs',
    ...['zod', 'hono', 'probot', 'typescript'].map((name) => `node_modules/${name}`),
  ];
  let count = 0;
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf-8' })
      .filter((name) => /\.(?:[cm]?[jt]s|md|json|css|ya?ml)$/.test(name))
      .flatMap((name) => {
        const lines = readFileSync(join(root, folder, name), 'utf8').split('\n');
        count += lines.length;
        const facts = { isProse: name.endsWith('.md'), hasDots: false };
        return lines.filter((line, at) => inlineElision(line, { ...facts, next: lines[at + 1] }) !== null);
      }),
  );
  expect(count).toBeGreaterThan(300_000);
  // Two that show what they are about.
  expect(found.length).toBeLessThan(5);
});

test('a megabyte of lines that begin many marks costs little', () => {
  const facts = { isProse: false, hasDots: false, next: '}' };
  for (const piece of ['{...', '}', '/*', '*/}', '</a>', '// ...', '{... a ', '… ', ' end', '((*', "'"]) {
    const line = `total() { ${piece.repeat(390 / piece.length)}`;
    const started = performance.now();
    for (let at = 0; at < 2_600; at += 1) inlineElision(line, facts);
    expect([piece, performance.now() - started < 700]).toEqual([piece, true]);
  }
});
