import { describe, expect, test } from '@jest/globals';
import { cutLines } from '../../../src/apply/file-lines.ts';
import { indexSections, isLeft } from '../../../src/apply/locate/sections.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const signatures = [
  'function read(',
  '  place: Place,',
  '): State {',
  '  return all[0];',
  '}',
  'function list(',
  '  place: Place,',
  '): State[] {',
];
const methods = [
  'class Users {',
  '  update() {',
  '    const one = find();',
  '  }',
  '  read() {',
  '    const all = list();',
];
const titles = ['## Start', 'Run this:', '### Twice', '    npm start', '## Test', '    npm test'];

test.each([
  [
    'what closes the head of another function',
    signatures,
    { above: 0, below: 7, between: ['  place: Place,'] },
    true,
  ],
  ['what closes its own head', signatures, { above: 0, below: 2, between: ['  place: Place,'] }, false],
  ['another method', methods, { above: 1, below: 5, between: [] }, true],
  ['one that the hunk goes on to itself', methods, { above: 1, below: 5, between: ['  read() {'] }, false],
  [
    'a hunk that stands deeper in the file',
    methods,
    { above: 1, below: 5, between: ['  then();'], deeper: 2 },
    true,
  ],
  ['a line below a smaller title', titles, { above: 0, below: 3, between: [] }, false],
  ['a line below another title', titles, { above: 0, below: 5, between: [] }, true],
  ['one below a title that the hunk has', titles, { above: 0, below: 5, between: ['## Test'] }, false],
])('a block is left, or not, before %s', (_, lines, stretch, expected) => {
  const index = indexSections(cutLines(`${lines.join('\n')}\n`));
  expect(isLeft(index, { deeper: 0, ...stretch })).toBe(expected);
});

describe('text behind @@ that does not begin with a letter', () => {
  const packages = `{
  "dependencies": {
    "express": "4.0.0"
  },
  "devDependencies": {
    "lodash": "4.0.0"
  }
}
`;
  const buttons = '.button {\n  margin: 0;\n}\n\n.dialog {\n  color: red;\n}\n';
  const steps = '- name: lint\n  run: make lint\n- name: test\n  run: make old\n';
  const page = '<section id="a">\n  <p>x</p>\n</section>\n<section id="b">\n  <p>old</p>\n</section>\n';
  const methods = 'class A {\n  first() {\n    return one;\n  }\n\n  #second() {\n    return old;\n  }\n}\n';
  const guide = '# Setup\ntext\n\n# Usage\nold\n';
  const fenced = '# Setup\n````sh\n# install\n```\n# then\nmake old\n````\n\n# Usage\ntext\n';

  const patchOf = (path: string, body: string) =>
    ({
      kind: 'apply_patch',
      patch: `*** Begin Patch\n*** Update File: ${path}\n${body}\n*** End Patch`,
    }) as const;

  const named = (rows: readonly (readonly [string, string, string, string, string])[]) =>
    rows.map(([name, path, file, head, line]) => [name, { path, file, head, line }] as const);

  const other = named([
    ['a key in quotes', 'a.json', packages, '"dependencies": {', '    "lodash": "4.0.0"'],
    ['a rule', 'a.css', buttons, '.button {', '  color: red;'],
    [
      'a rule above one of another kind',
      'a.css',
      buttons.replace('.dialog', '@media print'),
      '.button {',
      '  color: red;',
    ],
    ['an item', 'a.yml', steps, '- name: lint', '  run: make old'],
    ['a tag', 'a.html', page, '<section id="a">', '  <p>old</p>'],
    ['a list', 'a.clj', '(defn a []\n  x)\n\n(defn b []\n  old)\n', '(defn a []', '  old)'],
    ['a title of the first level', 'a.md', guide, '# Setup', 'old'],
    ['a method above a private one', 'a.js', methods, 'first() {', '    return old;'],
  ]);

  test.each(other)(
    'heads a section that ends, so that no line of the next one is taken: %s',
    (_, { path, file, head, line }) => {
      expect(refusalsOf(apply({ [path]: file }, patchOf(path, `@@ ${head}\n-${line}\n+new`)))).toMatchObject([
        { code: 'not_found', message: expect.stringContaining(' as what its lines stand below') },
      ]);
    },
  );

  test.each(other)(
    'counts for less than a line number that is right: %s',
    (_, { path, file, head, line }) => {
      const at = file.split('\n').indexOf(line) + 1;
      const diff = `--- a/${path}\n+++ b/${path}\n@@ -${at} +${at} @@ ${head}\n-${line}\n+new\n`;
      expect(apply({ [path]: file }, { kind: 'diff', diff }).hunks).toMatchObject([
        { at, status: 'applied' },
      ]);
    },
  );

  test.each(
    named([
      ['a key', 'a.json', packages, '"devDependencies": {', '    "lodash": "4.0.0"'],
      ['all that is closed in it', 'a.json', packages, '{', '    "lodash": "4.0.0"'],
      ['a rule', 'a.css', buttons, '.dialog {', '  color: red;'],
      ['an item', 'a.yml', steps, '- name: test', '  run: make old'],
      [
        'tags in a tag',
        'a.html',
        page.replace('  <p>old', '  <b>x</b>\n  <p>old'),
        '<section id="b">',
        '  <p>old</p>',
      ],
      ['a comment', 'a.py', '# Setup\nx = 1\n\n# Then\ny = old\n', '# Setup', 'y = old'],
      ['a comment in Markdown that is code', 'a.md', fenced, '# Setup', 'make old'],
      ['a decorator', 'a.py', "@route('/a')\ndef a():\n    old\n", "@route('/a')", '    old'],
      ['a private method', 'a.js', methods, '#second() {', '    return old;'],
    ]),
  )('is no obstacle for what stands below it: %s', (_, { path, file, head, line }) => {
    const patched = apply({ [path]: file }, patchOf(path, `@@ ${head}\n-${line}\n+new`));
    expect(textsOf(patched)).toEqual({ [path]: file.replace(line, 'new') });
  });

  test('may head a section that the hunk shows to be left', () => {
    const hunk = '@@ -90,4 +90,4 @@ .button {\n }\n \n .dialog {\n-  color: red;\n+  color: blue;\n';
    const result = apply({ 'a.css': buttons }, { kind: 'diff', diff: `--- a/a.css\n+++ b/a.css\n${hunk}` });
    expect(textsOf(result)).toEqual({ 'a.css': buttons.replace('red', 'blue') });
  });
});
