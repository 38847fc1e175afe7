import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { elidedFile, elidedRefusal } from '../../src/apply/elided.ts';
import { apply } from '../../src/library/apply.ts';
import { mayBeElision } from '../../src/patch/elision/elision.ts';

const BODY = Array.from({ length: 60 }, (_, at) => `export const v${at} = f(${at});`);
const [ABOVE, GONE, BELOW] = [BODY.slice(0, 20), BODY.slice(20, 50), BODY.slice(50)];

/** A mark by itself, as tools put it where they cut a text. */
const ALONE = [
  '...existing code...',
  '…existing code…',
  '...rest of the file unchanged...',
  '…42 tokens truncated…',
  '…1,234 chars truncated…',
  '…(30 lines)…',
  '< truncated lines 20-50 >',
  '<truncated lines 20-50>',
  '[truncated]',
  '...[truncated]',
  '...[output truncated]',
  '[30 lines truncated]',
  '(content truncated)',
  '[30 more lines]',
  '[lines 20–50 not shown]',
];

const REMARKS = [
  'lines 20-50 omitted for brevity',
  '30 lines omitted',
  'truncated',
  '(truncated for brevity)',
  '[existing code continues]',
  'file continues unchanged',
  'keep the rest',
  'keep the rest of the file as is',
  'leave the rest unchanged',
  'keep existing handlers as is',
  'everything else stays the same',
  'unchanged from here to v50',
  'lines 20 to 50 unchanged',
  '... and 30 more lines',
  'etc.',
  'and so on',
  '其余代码不变',
  '代码保持不变',
  '其餘程式碼不變',
  '既存のコードはそのまま',
  '残りは省略',
  '나머지 코드는 동일',
  '기존 코드 유지',
  'el resto del código sin cambios',
  'o resto do código permanece igual',
  'le reste du code est inchangé',
  'der Rest bleibt unverändert',
  'restlicher Code bleibt gleich',
  'il resto del codice resta invariato',
  'rest van de code ongewijzigd',
  'reszta kodu bez zmian',
  'остальной код без изменений',
  'kodun geri kalanı aynı',
  'phần còn lại giữ nguyên',
  'باقي الكود كما هو',
  'बाकी कोड वैसा ही',
];

const COMMENTS = [
  ['x.js', '// ', ''],
  ['x.py', '# ', ''],
  ['x.css', '/* ', ' */'],
  ['x.sql', '-- ', ''],
  ['x.html', '<!-- ', ' -->'],
  ['x.tsx', '{/* ', ' */}'],
] as const;

type Way = (path: string, mark: string) => string | object;

const WAYS: { readonly [name: string]: Way } = {
  'a whole file': (path, mark) => ({
    version: 1,
    changes: [{ kind: 'write', path, content: text([...ABOVE, mark, ...BELOW]) }],
  }),
  'an edit': (path, mark) => ({
    version: 1,
    changes: [{ kind: 'edit', path, find: GONE.join('\n'), replace: mark }],
  }),
  'a diff': (path, mark) =>
    `--- a/${path}\n+++ b/${path}\n@@\n ${ABOVE.at(-1)}\n${GONE.map((line) => `-${line}\n`).join('')}+${mark}\n ${BELOW[0]}\n`,
  'a patch in the envelope of agents': (path, mark) =>
    `*** Begin Patch\n*** Update File: ${path}\n@@\n ${ABOVE.at(-1)}\n${GONE.map((line) => `-${line}\n`).join('')}+${mark}\n*** End Patch\n`,
  'a block': (path, mark) => `${path}\n<<<<<<< SEARCH\n${text(GONE)}=======\n${mark}\n>>>>>>> REPLACE\n`,
};

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

const MARKS: readonly (readonly [path: string, mark: string])[] = [
  ...['x.js', 'x.py', 'x.go', 'x.yml'].flatMap((path) => ALONE.map((mark) => [path, mark] as const)),
  ...COMMENTS.flatMap(([path, open, close]) =>
    [...ALONE, ...REMARKS].map((mark) => [path, `${open}${mark}${close}`] as const),
  ),
];

describe.each(Object.entries(WAYS))('in %s', (_, way) => {
  test('a mark where a text was cut is refused in the place of thirty lines, in whatever words', () => {
    const taken = MARKS.filter(([path, mark]) => {
      const result = apply({ files: { [path]: text(BODY) }, patch: way(path, mark) });
      return result.ok || result.refusals[0]?.code !== 'elided_edit';
    });
    expect(taken).toEqual([]);
  });
});

test.each([
  ['x.js', '  ...existing,'],
  ['x.js', '...existing'],
  ['x.js', '[...existing, ...more]'],
  ['x.js', "  log('30 lines truncated');"],
  ['x.js', '"[truncated]",'],
  ['x.js', '// truncated to what the log has room for'],
  ['x.js', '// the rest of the arguments'],
  ['x.js', '// cents are cut'],
  ['x.ts', 'function f(...rest: string[]): void;'],
  ['x.tsx', '<Truncated />'],
  ['x.py', '    ...'],
  ['x.py', '(truncated, rest) = cut(text)'],
  ['x.py', '[existing]'],
  ['x.go', 'args...'],
  ['x.toml', '[lines]'],
  ['x.md', '[truncated]'],
  ['x.md', '...and so on, until the end of the day...'],
  ['x.md', '# Output truncated'],
])('in %s, %j may take the place of thirty lines', (path, mark) => {
  for (const way of Object.values(WAYS)) {
    expect(apply({ files: { [path]: text(BODY) }, patch: way(path, mark) })).toMatchObject({ ok: true });
  }
});

test('a mark that takes no lines away, or that the file has, is a line like others', () => {
  for (const [path, mark] of MARKS.filter(([, line]) => !/\.\.\.|…|keep existing/.test(line))) {
    const edit = { kind: 'edit', path, find: BODY[3], replace: `${BODY[3]}\n${mark}` };
    expect([
      mark,
      apply({ files: { [path]: text(BODY) }, patch: { version: 1, changes: [edit] } }),
    ]).toMatchObject([mark, { ok: true }]);
    const content = text([mark, ...ABOVE]);
    const patch = { version: 1, changes: [{ kind: 'write', path, content }] };
    expect(apply({ files: { [path]: text([mark, ...BODY]) }, patch })).toMatchObject({ ok: true });
  }
});

describe('the files of this project and those that it needs', () => {
  const root = join(import.meta.dirname, '../..');
  const files = [
    'src',
    'docs',
    'node_modules/zod',
    'node_modules/hono',
    'node_modules/probot',
    'node_modules/jest-config',
  ]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf-8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => /\.(?:[cm]?[jt]s|md|json|css|ya?ml)$|LICENSE$/.test(name));
  const texts = files.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n') }));

  test('are taken as they are where nothing is taken away', () => {
    const refused = texts.filter(
      ({ path, lines }) =>
        elidedRefusal({
          action: 'edit',
          path,
          edit: {
            kind: 'edit',
            path,
            find: 'x',
            replace: lines.filter((line) => !line.includes('...') && !line.includes('…')).join('\n'),
            count: 1,
          },
        }) !== null ||
        elidedFile(
          {
            action: 'write',
            path,
            write: { kind: 'write', path, content: lines.join('\n'), encoding: 'utf-8' },
          },
          lines.join('\n'),
        ) !== null,
    );
    process.stdout.write(`${texts.length} real files were looked through for marks of lines left out\n`);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(refused.map(({ path }) => path)).toEqual([]);
  });

  test('have hardly a line that says that a text was cut', () => {
    const lines = texts.flatMap(({ path, lines }) => lines.map((line) => ({ path, line })));
    const found = lines.filter(
      ({ path, line }) =>
        /\b(?:cut|etc|more|omitted|truncated|continues|keep|lines)\b/i.test(line) &&
        mayBeElision(line, { isProse: path.endsWith('.md') }),
    );
    expect(lines.length).toBeGreaterThan(100_000);
    expect(found).toEqual([]);
  });
});

const FILE = { 'a.js': `${BODY.join('\n')}\n` };

test.each([
  '...',
  '…',
  '<content>',
  '<full file content here>',
  '{{content}}',
  '{file_content}',
  '[existing code]',
  '// full file content here',
  '# paste the complete updated file here',
  'same as before',
  'Unchanged.',
])('a file is not overwritten by what only stands for its content: %s', (content) => {
  const patch = { version: 1, changes: [{ kind: 'write', path: 'a.js', content: `${content}\n` }] };
  expect(apply({ files: FILE, patch })).toMatchObject({ ok: false, refusals: [{ code: 'elided_edit' }] });
});

test.each(['new content', 'content', '{}', '[]', '<p></p>', 'export {};', '// Moved to b.js.', '1.2.3'])(
  'a short file is a file: %s',
  (content) => {
    const patch = { version: 1, changes: [{ kind: 'write', path: 'a.js', content: `${content}\n` }] };
    expect(apply({ files: FILE, patch })).toMatchObject({ ok: true });
  },
);

test('a line of a megabyte that begins like a mark costs nothing', () => {
  const started = performance.now();
  for (const line of [
    `[${'1 000 '.repeat(170_000)}]`,
    `...${'lines 20 '.repeat(110_000)}...`,
    `// ${'the '.repeat(250_000)}`,
  ]) {
    expect(mayBeElision(line, { isProse: false })).toBe(false);
  }
  expect(performance.now() - started).toBeLessThan(200);
});
