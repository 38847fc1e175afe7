import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { apply, refusalsOf, textsOf } from '../sources.ts';

function diff(...hunks: readonly string[]): { kind: 'diff'; diff: string } {
  return { kind: 'diff', diff: `--- a/f\n+++ b/f\n${hunks.map((hunk) => `@@ @@\n${hunk}`).join('')}` };
}

const file = [
  'import one from "one";',
  '',
  'export function first(list) {',
  '  const total = count(list);',
  '  return total;',
  '}',
  '',
  'export function second(list) {',
  '  const found = search(list);',
  '  return found;',
  '}',
  '',
].join('\n');

describe('apply/locate', () => {
  describe('a hunk is placed although', () => {
    test.each([
      ['the file has spaces at a line’s end', 'trailing_space', 'a\nb  \nc\n', ' b\n-c\n+d\n', 'a\nb  \nd\n'],
      [
        'the patch has spaces at a line’s end',
        'trailing_space',
        'a\nb\nc\n',
        ' b  \n-c\t\n+d\n',
        'a\nb\nd\n',
      ],
      [
        'the file has typographic quotes',
        'glyphs',
        'say(“a”);\nb\n',
        ' say("a");\n-b\n+c\n',
        'say(“a”);\nc\n',
      ],
      ['the file has no-break spaces and dashes', 'glyphs', 'a\u00a0– b\nc\n', '-a - b\n+x\n c\n', 'x\nc\n'],
      [
        'it lost its indentation',
        'indentation',
        'if\n    a\n    b\n',
        '-a\n+if c\n+  d\n b\n',
        'if\n    if c\n      d\n    b\n',
      ],
      ['it has more indentation', 'indentation', 'a\n  b\n', '     a\n-      b\n+      c\n', 'a\n  c\n'],
      [
        'it has tabs for spaces',
        'indentation',
        'a\n    b\n      c\n',
        ' a\n \tb\n-\t  c\n+\t\td\n',
        'a\n    b\n        d\n',
      ],
      [
        'it has spaces for tabs',
        'indentation',
        'a\n\tb\n\t\tc\n',
        ' a\n   b\n-    c\n+    d\n',
        'a\n\tb\n\t\td\n',
      ],
      [
        'it is indented by two spaces a depth, the file by four',
        'indentation',
        'a\n        b\n            c\n',
        '     b\n-      c\n+      d\n+        e\n',
        'a\n        b\n            d\n                e\n',
      ],
      [
        'it is indented by two spaces a depth, of which it shows one, the file by four',
        'indentation',
        'class A:\n    def g(self):\n        c()\n',
        '   def g(self):\n+    if x:\n+      y()\n',
        'class A:\n    def g(self):\n        if x:\n            y()\n        c()\n',
      ],
      [
        'it is indented by four spaces a depth, of which it shows one, the file by two',
        'indentation',
        'class A:\n  def g(self):\n\n    c()\n',
        '     def g(self):\n+        if x:\n+            y()\n',
        'class A:\n  def g(self):\n    if x:\n      y()\n\n    c()\n',
      ],
      [
        'it is indented by four spaces a depth as the file is, and stands in one depth less',
        'indentation',
        'class A:\n    class B:\n        def g(self):\n            c()\n',
        '     def g(self):\n+        if x:\n+            y()\n',
        'class A:\n    class B:\n        def g(self):\n            if x:\n                y()\n            c()\n',
      ],
      [
        'it adds a method in four spaces a depth below one line, the file has two',
        'indentation',
        'class A:\n  def f(self):\n    a()\n\n  def g(self):\n    c()\n',
        '         c()\n+\n+    def h(self):\n+        d()\n',
        'class A:\n  def f(self):\n    a()\n\n  def g(self):\n    c()\n\n  def h(self):\n    d()\n',
      ],
      [
        'it adds a method in two spaces a depth below one line, the file has four',
        'indentation',
        'class A:\n    def g(self):\n        c()\n',
        '     c()\n+\n+  def h(self):\n+    d()\n',
        'class A:\n    def g(self):\n        c()\n\n    def h(self):\n        d()\n',
      ],
      [
        'it adds a method in four spaces a depth below one line, the file has tabs',
        'indentation',
        'class A:\n\tdef g(self):\n\t\tc()\n',
        '         c()\n+\n+    def h(self):\n+        d()\n',
        'class A:\n\tdef g(self):\n\t\tc()\n\n\tdef h(self):\n\t\td()\n',
      ],
      [
        'it adds a key in four spaces a depth below one line, the file has two',
        'indentation',
        'jobs:\n  build:\n    steps: make\n',
        '         steps: make\n+    test:\n+        steps: make test\n',
        'jobs:\n  build:\n    steps: make\n  test:\n    steps: make test\n',
      ],
      [
        'it adds a method in four spaces a depth, all of it in one depth more than the file',
        'indentation',
        'class A:\n    def g(self):\n        c()\n',
        '             c()\n+\n+        def h(self):\n+            d()\n',
        'class A:\n    def g(self):\n        c()\n\n    def h(self):\n        d()\n',
      ],
      [
        'it is indented by four spaces a depth and lost some of them, the file by tabs',
        'indentation',
        'a\n\t\tb\n\t\t\tc\n',
        ' b\n-    c\n+    d\n+        e\n',
        'a\n\t\tb\n\t\t\td\n\t\t\t\te\n',
      ],
      ['words are spaced otherwise', 'whitespace', 'a  =  1\nb\n', ' a = 1\n-b\n+c\n', 'a  =  1\nc\n'],
      [
        'context lines lost the space that marks them',
        'lost_mark',
        ' a\n  b\n c\n',
        ' a\n-  b\n+  B\n c\n',
        ' a\n  B\n c\n',
      ],
    ])('%s: %s', (_what, rung, ...[before, hunk, after]) => {
      const result = apply({ f: before }, diff(hunk));
      expect(textsOf(result)).toEqual({ f: after });
      expect(result.hunks).toMatchObject([{ rung, status: 'applied' }]);
    });

    test('typographic quotes in the patch become plain in added lines if the file has plain ones', () => {
      const result = apply({ f: 'say("a");\nb\n' }, diff('-say(“a”);\n+say(“a”, “x”);\n+ask(“y”);\n b\n'));
      expect(textsOf(result)).toEqual({ f: 'say("a", "x");\nask("y");\nb\n' });
    });

    test('what a line replaces tells how it is typed, whatever else the hunk names', () => {
      const result = apply({ f: '“a”\nsay("b");\n' }, diff(' “a”\n-say(“b”);\n+say(“c”);\n'));
      expect(textsOf(result)).toEqual({ f: '“a”\nsay("c");\n' });
    });

    test('typographic quotes stay where the file has them in a line that the hunk names', () => {
      const result = apply({ f: '“a”\nsay("b");\n' }, diff(' “a”\n+“c”\n say(“b”);\n'));
      expect(textsOf(result)).toEqual({ f: '“a”\n“c”\nsay("b");\n' });
    });

    test('a line of context has a slip: similar_context', () => {
      const hunk =
        ' export function frist(list) {\n-  const total = count(list);\n+  const total = sum(list);\n';
      const result = apply({ f: file }, diff(hunk));
      expect(textsOf(result)['f']).toContain('first(list) {\n  const total = sum(list);');
      expect(result.hunks).toMatchObject([{ rung: 'similar_context' }]);
    });

    test('it leaves a line of context out: partial_context', () => {
      const hunk = ' \n export function first(list) {\n-  return total;\n+  return total + 1;\n }\n';
      const result = apply({ f: file }, diff(hunk));
      expect(textsOf(result)['f']).toContain('count(list);\n  return total + 1;');
      expect(result.hunks).toMatchObject([{ rung: 'partial_context' }]);
    });

    test('a blank line more parts what it adds to from what follows', () => {
      const hunk = ' class A:\n     one()\n \n+    two()\n+\n class B:\n';
      const result = apply({ f: 'class A:\n    one()\n\n\nclass B:\n' }, diff(hunk));
      expect(textsOf(result)).toEqual({ f: 'class A:\n    one()\n\n    two()\n\n\nclass B:\n' });
    });

    test('it leaves lines out and says so: elision', () => {
      const hunk = ' export function second(list) {\n ...\n-  return found;\n+  return found ?? null;\n }\n';
      const result = apply({ f: file }, diff(hunk));
      expect(textsOf(result)['f']).toContain('search(list);\n  return found ?? null;');
      expect(result.hunks).toMatchObject([{ rung: 'elision' }]);
    });

    test('lines left out above the first line of the file have nothing added that is lost', () => {
      const added = ' // ... existing imports ...\n+import b from "b";\n \n export class A {\n';
      for (const hunk of [added, `${added}-  one() {}\n+  uno() {}\n`]) {
        expect(refusalsOf(apply({ f: 'export class A {\n  one() {}\n}\n' }, diff(hunk)))).toMatchObject([
          { code: 'not_found' },
        ]);
        const above = 'import a from "a";\n\n';
        const after = textsOf(apply({ f: `${above}export class A {\n  one() {}\n}\n` }, diff(hunk)))['f'];
        expect(after).toContain('import a from "a";\nimport b from "b";\n\nexport class A {');
      }
    });

    test('whatever is left out, all that it adds stands in the file, or it is refused', () => {
      const text = fc.constantFrom('one', 'two', '', 'three', '// ... existing code ...');
      const lines = fc.array(fc.tuple(fc.constantFrom(' ', '-', '+'), text), { maxLength: 6 });
      const own = fc.shuffledSubarray(['one', 'two', '', 'three'], { minLength: 1 });
      fc.assert(
        fc.property(lines, own, (hunk, before) => {
          const added = ['+fresh', '+fresh too'].flatMap((line, at) => [
            ...hunk.filter((_, order) => order % 2 === at).map(([mark, content]) => `${mark}${content}`),
            line,
          ]);
          fc.pre(!hunk.some(([mark, content]) => mark === '+' && content.startsWith('//')));
          const result = apply(
            { f: before.map((line) => `${line}\n`).join('') },
            diff(`${added.join('\n')}\n`),
          );
          if (result.ok) expect(textsOf(result)['f']).toMatch(/^fresh\n[^]*^fresh too\n/m);
        }),
        { numRuns: 2000 },
      );
    });

    test('it is two hunks without what parts them: split', () => {
      const middle = Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join('');
      const hunk =
        ' import one from "one";\n-old start\n+new start\n line 0\n line 1\n line 38\n line 39\n-old end\n+new end\n';
      const result = apply({ f: `import one from "one";\nold start\n${middle}old end\n` }, diff(hunk));
      expect(textsOf(result)).toEqual({ f: `import one from "one";\nnew start\n${middle}new end\n` });
      expect(result.hunks).toMatchObject([{ rung: 'split' }]);
    });

    test('it begins with a blank line that the file lacks: edge_blanks', () => {
      const result = apply({ f: 'a\nb\nc\n' }, diff(' \n b\n-c\n+d\n'));
      expect(textsOf(result)).toEqual({ f: 'a\nb\nd\n' });
      expect(result.hunks).toMatchObject([{ rung: 'edge_blanks' }]);
    });

    test('it needs several of these, and the report names each', () => {
      const result = apply(
        { f: 'x\nsay(“a”);  \nb \n' },
        {
          kind: 'diff',
          diff: '--- a/f\n+++ b/f\n@@ -9,2 +9,2 @@\n say("a");\n-b\n+c\n',
        },
      );
      expect(result.hunks).toMatchObject([
        { at: 2, rung: 'glyphs', adjustments: ['offset', 'trailing_space', 'glyphs'] },
      ]);
    });
  });

  describe('what stays is the file’s own', () => {
    test('context lines keep their bytes', () => {
      const before = '\t“a”  \nb\n\tc\u00a0d \n';
      expect(textsOf(apply({ f: before }, diff(' \t"a"\n-b\n+B\n \tc d\n')))).toEqual({
        f: '\t“a”  \nB\n\tc\u00a0d \n',
      });
    });

    test('and so do lines that a hunk removes and adds again', () => {
      const hunk = '-say("a");\n-b\n+say("a");\n+c\n';
      expect(textsOf(apply({ f: 'say(“a”);\nb\n' }, diff(hunk)))).toEqual({ f: 'say(“a”);\nc\n' });
    });

    test.each([
      ['\r\n', 'a\r\nb\r\n', 'a\r\nc\r\nd\r\n'],
      ['\r', 'a\rb\r', 'a\rc\rd\r'],
      ['none at the end', 'a\nb', 'a\nc\nd'],
      ['a byte order mark', '\ufeffa\nb\n', '\ufeffa\nc\nd\n'],
    ])('line ends and marks too: %j', (_what, before, after) => {
      expect(textsOf(apply({ f: before }, diff(' a\n-b\n+c\n+d\n')))).toEqual({ f: after });
    });
  });

  describe('a hunk is refused when', () => {
    test.each([
      [
        'a line to be removed is only like the file’s',
        ' export function first(list) {\n-  const totals = count(list);\n+  x\n',
      ],
      [
        'its context reads otherwise by a word',
        ' export function third(list) {\n+  check(list);\n   const total = count(list);\n',
      ],
      ['nothing but a lone bracket holds its addition', ' export function other() {\n }\n+more();\n'],
      [
        'two lines stand apart between which it adds',
        ' export function first(list) {\n+  check(list);\n   return total;\n',
      ],
      [
        'they stand apart, and the addition begins with a blank line',
        ' export function first(list) {\n+\n+  check(list);\n   return total;\n }\n \n',
      ],
      [
        'the words of a removed line are parted otherwise',
        ' export function first(list) {\n-  const to tal = count(list);\n+  x\n   return total;\n }\n',
      ],
      [
        'a removed line is there, and half of its context is not',
        ' one\n two\n three\n-  return total;\n+  x\n four\n',
      ],
    ])('%s', (_what, hunk) => {
      const result = apply({ f: file }, diff(hunk));
      expect(refusalsOf(result)).toMatchObject([{ code: 'not_found', hunk: 1 }]);
    });

    test('its lines are not indented after one rule', () => {
      const result = apply({ f: 'a\n      b\n  c\nd\n' }, diff(' a\n-  b\n-  c\n+  e\n d\n'));
      expect(refusalsOf(result)).toMatchObject([{ code: 'not_found' }]);
    });

    test.each([
      ['in tabs', ' def g(self):\n+  if x:\n+    y()\n', '\tdef g(self):\n\t\tc()\n'],
      ['which begins at no depth', ' def g(self):\n+  if x:\n+    y()\n'],
      ['which is at another one', '       def g(self):\n+        if x:\n+          y()\n'],
      [
        'some of which are none',
        '     def g(self):\n+        if (x\n+         + y):\n',
        '      def g(self):\n            c()\n',
      ],
    ])(
      'the file goes on below in wider steps than the patch, %s',
      (_, hunk, method = '    def g(self):\n        c()\n') => {
        const result = apply({ f: `class A:\n${method}` }, diff(hunk));
        expect(refusalsOf(result)).toMatchObject([{ code: 'not_found', hunk: 1 }]);
      },
    );

    test.each([
      [
        'which may be of four spaces or of two',
        'class A:\n  def g(self):\n    c()\n',
        '         c()\n+    # done\n',
      ],
      [
        'which may be of two spaces or of four',
        'class A:\n    def g(self):\n        c()\n',
        '     c()\n+# done\n',
      ],
      ['in a file that shows none', '    c()\n', '         c()\n+    def h():\n+        d()\n'],
      ['which nothing shows, nor those of the file', '    c()\n', '         c()\n+    d()\n'],
      [
        'none of which leads to a depth of the file',
        'class A:\n  def g(self):\n    c()\n',
        '      c()\n+  # done\n',
      ],
      [
        'of four spaces, one of which is not whole, in a file of two',
        'class A:\n  def g(self):\n    c()\n',
        '         c()\n+    def h(a,\n+          b):\n+        d()\n+        e()\n+    def i():\n+        f()\n',
      ],
      [
        'in a file of others, in which its lines are deeper',
        'class A:\n  class B:\n    def g(self):\n      c()\n',
        '         c()\n+    def h(self):\n+        d()\n',
      ],
      [
        'of four spaces in a file of tabs, in which its lines are less deep',
        'def g(self):\n\tc()\n',
        '         c()\n+    def h(self):\n+        d()\n',
      ],
      [
        'of a tab in a file of four spaces, in which its lines are deeper',
        'class A:\n    def g(self):\n        c()\n',
        ' \tc()\n+def h(self):\n+\td()\n',
      ],
    ])('it adds lines less deep than those that it shows, in steps %s', (_, before, hunk) => {
      expect(refusalsOf(apply({ f: before }, diff(hunk)))).toMatchObject([{ code: 'not_found', hunk: 1 }]);
    });

    test('it fits at two places, though with a slip at each', () => {
      const body = 'function same() {\n  const value = compute(input);\n  return value;\n}\n';
      const hunk = '   const value = compute(inputt);\n+  check(value);\n   return value;\n';
      expect(refusalsOf(apply({ f: body + body }, diff(hunk)))).toMatchObject([{ code: 'ambiguous' }]);
    });

    test('it fits hardly better at one place than at another', () => {
      const lines = Array.from(
        { length: 12 },
        (_, index) => `  register("${'abcdefghijkl'.charAt(index)} handler of the list");`,
      );
      const twin = lines.with(3, '  nothing like the others = 17;');
      const wanted = lines.with(8, lines[8]?.replace('handler', 'hander') ?? '');
      const hunk = `${wanted
        .slice(0, 6)
        .map((line) => ` ${line}\n`)
        .join('')}+  added();\n${wanted
        .slice(6)
        .map((line) => ` ${line}\n`)
        .join('')}`;
      const text = (body: readonly string[]) => `${body.join('\n')}\n`;
      expect(refusalsOf(apply({ f: `${text(lines)}\n\n${text(twin)}` }, diff(hunk)))).toMatchObject([
        { code: 'ambiguous' },
      ]);
      expect(textsOf(apply({ f: text(lines) }, diff(hunk)))).toEqual({
        f: text(lines.toSpliced(6, 0, '  added();')),
      });
    });

    test('one of two removed lines has another beside it', () => {
      const result = apply(
        { f: 'begin\nfirst line\nnew line\nsecond line\nend\n' },
        diff(' begin\n-first line\n-second line\n end\n'),
      );
      expect(refusalsOf(result)).toMatchObject([{ code: 'not_found' }]);
    });

    test('a line that is there often has its context in two places', () => {
      const second = 'function secondWithALongNameThatTells() {';
      const middle = Array.from({ length: 30 }, (_, index) => `  line ${index};\n`).join('');
      const before = `function first() {\n  }\n  return null;\n}\n\n${middle}\n${second}\n  return null;\n}\n`;
      const hunk = `   }\n-  return null;\n+  return [];\n }\n \n ${second}\n`;
      expect(refusalsOf(apply({ f: before }, diff(hunk)))).toMatchObject([{ code: 'not_found' }]);
    });

    test('a line that is to stay reads like the one to be removed, and the file has one of them', () => {
      const hunk =
        ' }\n \n .draft-channel {\n-  padding: 3px;\n+  padding: 7px;\n   padding: 3px;\n   padding: 9px;\n   gap: 3px;\n';
      const before =
        '}\n\n.draft-channel {\n  padding: 11px;\n  padding: 3px;\n  padding: 9px;\n  gap: 3px;\n}\n';
      expect(refusalsOf(apply({ f: before }, diff(hunk)))).toMatchObject([{ code: 'not_found' }]);
    });

    test('it only removes lines, one of which is misspelt, and its context may be a part of them', () => {
      const before = 'a();\n}\n\nfunction gone() {\n  work();\n}\n\nfunction kept() {\n';
      const hunk = ' }\n \n-function gonne() {\n-  work();\n-}\n-\n function kept() {\n';
      expect(refusalsOf(apply({ f: before }, diff(hunk)))).toMatchObject([{ code: 'not_found' }]);
    });

    test('it only removes lines, and the file has its context with other white space', () => {
      const hunk = ' one();\n-gone();\n two();\n';
      expect(refusalsOf(apply({ f: 'one();\n  two();\n' }, diff(hunk)))).toMatchObject([
        { code: 'not_found' },
      ]);
      expect(apply({ f: 'one();\ntwo();\n' }, diff(hunk))).toMatchObject({ ok: true, changes: [] });
    });

    test('its place is gone and a twin of it is left', () => {
      const twin = 'function addUser(name) {\n  const list = read();\n  list.push(name);\n}\n';
      const hunk =
        ' function removeUser(name) {\n   const list = read();\n+  check(name);\n   list.push(name);\n }\n';
      expect(refusalsOf(apply({ f: twin }, diff(hunk)))).toMatchObject([{ code: 'not_found' }]);
    });
  });

  test('what only white space sets apart from what is wanted is done already', () => {
    const hunk = ' if (wanted) {\n-again();\n+  again();\n }\n';
    expect(apply({ f: 'if (wanted) {\n  again();\n}\n' }, diff(hunk))).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ status: 'already_applied' }],
    });
  });

  test('what was applied is seen without a blank line that ends the patch', () => {
    const hunk = ' one();\n-two();\n+three();\n \n';
    expect(apply({ f: 'one();\nthree();\nfour();\n' }, diff(hunk))).toMatchObject({ ok: true, changes: [] });
  });

  test('a slip in the context does not make it forget what is inserted already', () => {
    const hunk = ' const alpha = read();\n const beta = raed(alpha);\n+const gamma = read(beta);\n';
    const before = 'const alpha = read();\nconst beta = read(alpha);\nconst gamma = read(beta);\n';
    expect(apply({ f: before }, diff(hunk))).toMatchObject({ ok: true, changes: [] });
  });
});
