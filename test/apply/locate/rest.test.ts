import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'src/a.ts';

const BASE = `import { a } from './a.ts';
import { b } from './b.ts';

export function run() {
  return a(b);
}
`;

const IMPORT = "import { x } from './x.ts';\n";

const HELPER = '\nfunction grown(value) {\n  return value + 1;\n}\n';

const FIRST = 'function first() {\n  a();\n  return 0;\n}\n';

const SECOND = 'function second() {\n  c();\n  return 0;\n}\n';

const THIRD = 'function third() {\n  d();\n  return 0;\n}\n';

const TWO_FUNCTIONS = {
  hunk: `   return 0;
 }
 
+function second() {
+  c();
+  return 0;
+}
+
 function third() {
   d();
   return 0;
 }
+
+function fourth() {
+  return 1;
+}
`,
  numbers: '-3,6 +3,15',
  file: `${FIRST}\n${SECOND}\n${THIRD}`,
  done: `${FIRST}\n${SECOND}\n${THIRD}\nfunction fourth() {\n  return 1;\n}\n`,
};

/** What a revision before it may have made of the file, and what the patch makes of it. */
const HALF_DONE: { readonly [name: string]: { hunk: string; numbers: string; file: string; done: string } } =
  {
    'an import above, beside other changes': {
      hunk: `+${IMPORT} import { a } from './a.ts';
-import { b } from './b.ts';
+import { b, c } from './b.ts';
 
 export function run() {
-  return a(b);
+  return x(a(b), c);
 }
`,
      numbers: '-1,6 +1,7',
      file: `${IMPORT}${BASE}`,
      done: `${IMPORT}${BASE.replace('{ b }', '{ b, c }').replace('a(b)', 'x(a(b), c)')}`,
    },
    'a function below, beside another change': {
      hunk: ` export function run() {
-  return a(b);
+  return grown(a(b));
 }
${HELPER.trimEnd()
  .split('\n')
  .map((line) => `+${line}\n`)
  .join('')}`,
      numbers: '-4,3 +4,7',
      file: BASE + HELPER,
      done: BASE.replace('a(b)', 'grown(a(b))') + HELPER,
    },
    'one of two additions': {
      hunk: `+${IMPORT} import { a } from './a.ts';
 import { b } from './b.ts';
+import { c } from './c.ts';
 
 export function run() {
`,
      numbers: '-1,4 +1,6',
      file: `${IMPORT}${BASE}`,
      done: `${IMPORT}${BASE.replace('\n\n', "\nimport { c } from './c.ts';\n\n")}`,
    },
    'a function between others, and one below, which all end alike': TWO_FUNCTIONS,
    'a line in a function, and one below it, which ends alike': {
      hunk: ` function first() {
   a();
+  log();
   return 0;
 }
+
+function second() {
+  c();
+  return 0;
+}
`,
      numbers: '-1,4 +1,10',
      file: `${FIRST}\n${SECOND}\n${THIRD}`,
      done: `${FIRST.replace('a();', 'a();\n  log();')}\n${SECOND}\n${THIRD}`,
    },
  };

function side(hunk: string, without: '+' | '-'): string {
  const kept = hunk.split('\n').filter((line) => line !== '' && !line.startsWith(without));
  return kept.map((line) => `${line.slice(1)}\n`).join('');
}

function editOf(hunk: string): object {
  return { kind: 'edit', path: PATH, find: side(hunk, '+'), replace: side(hunk, '-') };
}

const FORMS: { readonly [form: string]: (hunk: string, numbers: string) => string | object } = {
  'a diff': (hunk, numbers) => `--- a/${PATH}\n+++ b/${PATH}\n@@ ${numbers} @@\n${hunk}`,
  'a diff without numbers': (hunk) => `--- a/${PATH}\n+++ b/${PATH}\n@@\n${hunk}`,
  apply_patch: (hunk) => `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${hunk}*** End Patch\n`,
  'a block': (hunk) =>
    `${PATH}\n<<<<<<< SEARCH\n${side(hunk, '+')}=======\n${side(hunk, '-')}>>>>>>> REPLACE\n`,
  'an edit': (hunk) => ({ version: 1, changes: [editOf(hunk)] }),
  'one of many edits': (hunk) => ({
    version: 1,
    changes: [
      editOf(hunk),
      ...Array.from({ length: 16 }, (_, at) => ({
        kind: 'edit',
        path: PATH,
        find: at === 0 ? '// end' : `// end ${at}`,
        replace: `// end ${at + 1}`,
      })),
    ],
  }),
};

const CASES = Object.entries(HALF_DONE).flatMap(([name, given]) =>
  Object.entries(FORMS).map(([form, toPatch]) => ({ name, form, toPatch, ...given })),
);

describe('apply/rest, lines of a hunk that stand there already', () => {
  test.each(CASES)(
    'are not added once more: $name, as $form',
    ({ toPatch, hunk: sent, numbers, file, done }) => {
      const [now, end] = [
        `${file}\n// end\n`,
        toPatch === FORMS['one of many edits'] ? '// end 16' : '// end',
      ];
      const result = apply({ files: { [PATH]: now }, patch: toPatch(sent, numbers) });
      expect(result).toMatchObject({ ok: true, files: { [PATH]: `${done}\n${end}\n` } });
      if (!result.ok) return;
      const [hunk] = result.hunks;
      expect(hunk?.status).toBe('applied');
      expect(hunk?.adjustments ?? [hunk?.rung]).toContain('partly_there');
    },
  );

  test.each([
    ['more indentation', (hunk: string) => hunk.replace(/^([ +-])(?=.*\S)/gm, '$1    '), 'indentation'],
    [
      'more white space at ends of lines',
      (hunk: string) => hunk.replace(/^( .*\S)$/gm, '$1 '),
      'trailing_space',
    ],
  ])('are not added once more by a patch that is written with %s than the file', (_, written, adjustment) => {
    const [path, file] = ['a.js', `${FIRST}\n${SECOND}\n${THIRD}`];
    const sent = `--- a/${path}\n+++ b/${path}\n@@\n${written(TWO_FUNCTIONS.hunk)}`;
    const result = apply({ files: { [path]: file }, patch: sent });
    expect(result).toMatchObject({
      ok: true,
      files: { [path]: TWO_FUNCTIONS.done },
      hunks: [{ adjustments: expect.arrayContaining([adjustment, 'partly_there']) }],
    });
  });

  test('are not added once more where others are still to be added above, as the line number says', () => {
    const [above, title, price] = [
      'import user\nfrom cart import total\n',
      'def title(cart):\n    return cart.title\n',
      'def price(item):\n    return item.price\n',
    ];
    const lines = (text: string, mark: string) => text.replace(/^(?=.)/gm, mark);
    const hunk = `+import count\n${lines(above, ' ')} \n \n${lines(title, '+')}+\n+\n${lines(price, ' ')}`;
    const file = `${above}\n\n${title}\n\n${price}`;
    const result = apply({
      files: { [PATH]: file },
      patch: FORMS['a diff']?.(hunk, '-1,6 +1,11') ?? '',
    });
    expect(result).toMatchObject({ ok: true, files: { [PATH]: `import count\n${file}` } });
  });

  test('are added once more where they are like the unchanged ones', () => {
    const file = 'start();\nstep();\nstep();\nend(1);\n';
    const hunk = '+step();\n step();\n-end(1);\n+end(2);\n';
    expect(
      apply({ files: { [PATH]: file }, patch: FORMS['a diff without numbers']?.(hunk, '') ?? '' }),
    ).toMatchObject({
      ok: true,
      files: { [PATH]: 'start();\nstep();\nstep();\nstep();\nend(2);\n' },
      hunks: [{ rung: 'exact' }],
    });
  });

  test('are added where they come for lines that are removed', () => {
    const [list, second] = ['x = [\n  1,\n  0,\n]\n', 'x = [\n  0,\n  1,\n]\n'];
    const made = (file: string, hunk: string) =>
      apply({ files: { [PATH]: file }, patch: FORMS['a diff without numbers']?.(hunk, '') ?? '' });
    const zeros = { ok: true, files: { [PATH]: 'x = [\n  0,\n  0,\n]\n' } };
    expect(made(list, ' x = [ \n-  1,\n+  0,\n')).toMatchObject(zeros);
    expect(made(second, '-  1,\n+  0,\n ] \n')).toMatchObject(zeros);
  });

  test('are added above their context where the number of that still holds', () => {
    const hunk = ' log(one);\n'.replace(' ', '+') + ' total();\n-end(1);\n+end(2);\n';
    const file = 'start();\nlog(one);\ntotal();\nend(1);\n';
    const at = (line: number) => FORMS['a diff']?.(hunk, `-${line},2 +${line},3`) ?? '';
    const made = (line: number) => apply({ files: { [PATH]: file }, patch: at(line) });
    const twice = 'start();\nlog(one);\nlog(one);\ntotal();\nend(2);\n';
    expect(made(3)).toMatchObject({ ok: true, files: { [PATH]: twice } });
    expect(made(2)).toMatchObject({ ok: true, files: { [PATH]: file.replace('end(1)', 'end(2)') } });
  });

  test('are added where another hunk of the patch takes those away', () => {
    const file = `${IMPORT}import { a } from './a.ts';\nimport { b } from './b.ts';\n`;
    const moved = [
      { kind: 'edit', path: PATH, find: IMPORT, replace: '' },
      {
        kind: 'diff',
        diff: `--- a/${PATH}\n+++ b/${PATH}\n@@\n+${IMPORT} import { a } from './a.ts';\n-import { b } from './b.ts';\n+import { c } from './c.ts';\n`,
      },
    ];
    expect(apply({ files: { [PATH]: file }, patch: { version: 1, changes: moved } })).toMatchObject({
      ok: true,
      files: { [PATH]: `${IMPORT}import { a } from './a.ts';\nimport { c } from './c.ts';\n` },
    });
  });

  test('are there once, whichever part of a patch a revision before it has made', () => {
    const groups = [
      {
        old: "import { b } from './b.ts';\n",
        now: "import { b } from './b.ts';\nimport { c } from './c.ts';\n",
      },
      { old: '  return a(b);\n', now: '  return grown(a(b), c);\n' },
      { old: '}\n', now: `}\n${HELPER}` },
    ];
    const made = (done: readonly boolean[]) =>
      groups.reduce((text, { old, now }, at) => (done[at] === true ? text.replace(old, now) : text), BASE);
    const hunk = [
      " import { a } from './a.ts';",
      " import { b } from './b.ts';",
      "+import { c } from './c.ts';",
      ' ',
      ' export function run() {',
      '-  return a(b);',
      '+  return grown(a(b), c);',
      ' }',
      ...HELPER.trimEnd()
        .split('\n')
        .map((line) => `+${line}`),
      '',
    ].join('\n');
    const all = made([true, true, true]);
    const kinds = Object.keys(FORMS).filter((form) => form !== 'one of many edits');
    const results = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((which) => {
      const file = made([which % 2 === 1, which % 4 > 1, which > 3]);
      return kinds.map((form) => {
        const result = apply({ files: { [PATH]: file }, patch: FORMS[form]?.(hunk, '-1,6 +1,11') ?? '' });
        return result.ok ? (result.files[PATH] ?? file) : 'refused';
      });
    });
    expect(results.filter((text) => text !== all && text !== 'refused')).toEqual([]);
    expect(results.filter((text) => text === all).length).toBeGreaterThanOrEqual(MOST);
  });
});

/** Of the forty; the others are refused: what they remove is gone, or their unchanged lines are far apart. */
const MOST = 15;
