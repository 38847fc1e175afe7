import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

describe('apply/edit', () => {
  test.each([
    ['let a = 1;\n', 'a = 1', 'a = 2', 'let a = 2;\n'],
    ['a\nb\nc\n', 'a\nb', 'x', 'x\nc\n'],
    ['ab\ncd\n', 'b\nc', '-', 'a-d\n'],
    ['a\n', 'a\n', 'a', 'a'],
    ['a', 'a', '', ''],
    ['f(a.b)\n', 'f(a.b)', '$1 $& $$', '$1 $& $$\n'],
    ['🎉x🎊\n', 'x🎊', 'y', '🎉y\n'],
  ])('in %j, %j gives way to %j', (file, find, replace, after) => {
    expect(textsOf(apply({ f: file }, { kind: 'edit', path: 'f', find, replace }))).toEqual({ f: after });
  });

  test.each([
    ['a\r\nb\r\nc\r\n', 'a\nb', 'x\ny\nz', 'x\r\ny\r\nz\r\nc\r\n'],
    ['a\nb\nc\n', 'a\r\nb', 'x\r\ny', 'x\ny\nc\n'],
    ['a\r\nb\nc\r\nd\n', 'b\nc', 'x\ny\nz', 'a\r\nx\ny\nz\r\nd\n'],
    ['\ufeffa\r\n', 'a', 'b\nc', '\ufeffb\r\nc\r\n'],
    ['a\rb\r\n', 'a\rb', 'c\rd', 'c\rd\r\n'],
  ])('keeps the line endings of %j', (file, find, replace, after) => {
    expect(textsOf(apply({ f: file }, { kind: 'edit', path: 'f', find, replace }))).toEqual({ f: after });
  });

  test.each([
    [2, 'y y z\n'],
    ['all', 'y y z\n'],
  ])('replaces as often as count says: %j', (count, after) => {
    const result = apply({ f: 'x x z\n' }, { kind: 'edit', path: 'f', find: 'x', replace: 'y', count });
    expect(textsOf(result)).toEqual({ f: after });
    expect(result.hunks).toEqual([
      { change: 0, path: 'f', hunk: 1, at: 1, rung: 'exact', status: 'applied' },
    ]);
  });

  test.each([
    [1, 'ambiguous', { lines: [1, 1, 3], total: 3, expected: 1 }],
    [2, 'ambiguous', { lines: [1, 1, 3], total: 3, expected: 2 }],
    [4, 'not_found', { lines: [1, 1, 3], total: 3, expected: 4 }],
  ])('three occurrences are not %i', (count, code, data) => {
    const result = apply({ f: 'x x\n\nx\n' }, { kind: 'edit', path: 'f', find: 'x', replace: 'y', count });
    expect(refusalsOf(result)).toMatchObject([{ code, path: 'f', pointer: '/changes/0/find', data }]);
  });

  test('occurrences that overlap are two places, where one is wanted', () => {
    expect(
      refusalsOf(apply({ f: 'aaa\n' }, { kind: 'edit', path: 'f', find: 'aa', replace: 'b' })),
    ).toMatchObject([{ code: 'ambiguous', data: { total: 2 } }]);
    expect(
      textsOf(apply({ f: 'aaa\n' }, { kind: 'edit', path: 'f', find: 'aa', replace: 'b', count: 'all' })),
    ).toEqual({ f: 'ba\n' });
  });

  test('what is not there is refused with the nearest lines, also for "all"', () => {
    for (const count of [1, 'all']) {
      const result = apply(
        { f: 'const timeout = 30;\nother\n' },
        { kind: 'edit', path: 'f', find: 'const timeout = 20;', replace: 'x', count },
      );
      expect(refusalsOf(result)).toMatchObject([
        {
          code: 'not_found',
          data: { nearest: [{ line: 1, diff: ['-const timeout = 20;', '+const timeout = 30;'] }] },
        },
      ]);
    }
  });

  test('when the new text is there instead, the refusal says so', () => {
    const result = apply(
      { f: 'one\nnew text\n' },
      { kind: 'edit', path: 'f', find: 'old text', replace: 'new text' },
    );
    expect(refusalsOf(result)).toMatchObject([
      {
        code: 'not_found',
        message: expect.stringContaining('but the new text is, at line 2'),
        data: { replacementAt: 2 },
      },
    ]);
  });

  test('another letter is another text, in whatever script it looks the same', () => {
    for (const find of ['X', 'х', 'xx']) {
      expect(refusalsOf(apply({ f: 'x\n' }, { kind: 'edit', path: 'f', find, replace: 'y' }))).toMatchObject([
        { code: 'not_found' },
      ]);
    }
  });

  test.each([
    ['a\n  one\n  two\nb\n', 'one\n  two', 'one\n  2', 'a\n  one\n  2\nb\n', undefined],
    ['a\n  one  \n  two\nb\n', '  one\n  two', '  one\n  2', 'a\n  one  \n  2\nb\n', 'trailing_space'],
    ['a\n\tone\n\t\ttwo\n', '  one\n    two\n', '  one\n    2\n', 'a\n\tone\n\t\t2\n', 'indentation'],
    ['say("a");\nend\n', 'say(\\"a\\");\\nend', 'say(\\"b\\");\\nend', 'say("b");\nend\n', 'unescaped'],
  ])('in %j the text %j becomes %j', (file, find, replace, ...[expected, rung]) => {
    const result = apply({ f: file }, { kind: 'edit', path: 'f', find, replace });
    expect(textsOf(result)).toEqual({ f: expected });
    expect(result.hunks).toMatchObject([{ status: 'applied', rung: rung ?? 'exact' }]);
  });

  test.each([
    ['lines that the text to find has', 'a(1);\\nb();', 'a(1);\nb();'],
    [
      'new lines',
      'if (a("x")) {\\n\\tb();\\n}\\n// that\'s it\\nb();',
      'if (a("x")) {\n\tb();\n}\n// that\'s it\nb();',
    ],
    ['line ends of Windows', 'c();\\r\\nb();', 'c();\nb();'],
    ['a string over lines', 'a();\\n"""b\\nc"""\\nb();', 'a();\n"""b\nc"""\nb();'],
    ['quotes, all of them', 'a(\\"x\\");\\nb();', 'a("x");\nb();'],
    ['all that JSON escapes', 'a(\\"x\\\\n\\");\\nb();', 'a("x\\n");\nb();'],
    ['a quote that is escaped twice', 'a(\\"x\\\\\\"\\");\\nb(\\"\\");', 'a("x\\"");\nb("");'],
    ['divisions', 'a(x / 2);\\nb(y / 2);', 'a(x / 2);\nb(y / 2);'],
    ['none', 'c', 'c'],
    ['none that stands for something', '/\\d/', '/\\d/'],
  ])('what replaces an escaped text has its escapes read: %s', (_, replace, expected) => {
    const result = apply({ f: 'a();\nb();\n' }, { kind: 'edit', path: 'f', find: 'a();\\nb();', replace });
    expect(textsOf(result)).toEqual({ f: `${expected}\n` });
  });

  test.each([
    ['a path', 'open("C:\\temp\\new");\\nb();'],
    ['a path without quotes', 'cd C:\\new\\nb();'],
    ['a line break in a string', 'print("x\\n");\\nb();'],
    ['one in a string whose quotes are escaped', 'print(\\"x\\n\\");\\nb();'],
    ['one in single quotes', "print('x\\n');\\nb();"],
    ['one in an expression', 'split(/\\n/);\\nb();'],
    ['one in a sentence', '// a \\n of c\\nb();'],
    ['one in a sentence, in backquotes', '// the `\\n` of c\\nb();'],
    ['a tab within a line', 'a();\\tb();'],
    ['a backslash that may be escaped', "print('x\\\\n');\\nb();"],
    ['a line break beside what is no escape', 'split(/\\d/);\\nb();'],
  ])('escapes that may be meant as they stand are refused: %s', (_, replace) => {
    for (const file of ['a();\nb();\n', 'a();  \nb();\n']) {
      const result = apply({ f: file }, { kind: 'edit', path: 'f', find: 'a();\\nb();', replace });
      expect(refusalsOf(result)).toMatchObject([
        { code: 'ambiguous', path: 'f', pointer: '/changes/0/replace', data: { lines: [1] } },
      ]);
    }
  });

  test('all escapes are read where the text to find shows that backslashes have them too', () => {
    const edit = { kind: 'edit', path: 'f', find: "a('\\\\d');\\nb", replace: "a('\\\\s\\n');\\nb" } as const;
    expect(textsOf(apply({ f: "a('\\d');\nb\n" }, edit))).toEqual({ f: "a('\\s\n');\nb\n" });
    const [find, replace] = [edit.find.replaceAll("'", '"'), edit.replace.replaceAll("'", '"')];
    expect(refusalsOf(apply({ f: 'a("\\d");\nb\n' }, { ...edit, find, replace }))).toMatchObject([
      { code: 'ambiguous' },
    ]);
  });

  test('what is made of escapes is read before long', () => {
    const started = process.cpuUsage();
    for (const piece of ['\\n', '"\\n', '\\\\', "'\\n/", '\\t', 'x /', '"""', 'C:\\n']) {
      const replace = piece.repeat(500_000 / piece.length);
      apply({ f: 'a();\nb();\n' }, { kind: 'edit', path: 'f', find: 'a();\\nb();', replace });
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });

  test('an edit that adds around its text is not made twice', () => {
    const edit = { kind: 'edit', path: 'f', find: 'one()', replace: 'one();\nanother()' } as const;
    const once = textsOf(apply({ f: 'one();\n' }, edit))['f'] ?? '';
    expect(apply({ f: once }, edit)).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ status: 'already_applied' }],
    });
  });

  /** By itself, and in a row of edits that are applied together. */
  const alone: readonly SentChange[] = [];
  const inRow: readonly SentChange[] = Array.from({ length: 20 }, (_, at) => ({
    kind: 'edit',
    path: 'f',
    find: `step ${at}\n`,
    replace: `step ${at + 1}\n`,
  }));

  test.each([
    [
      'import { a',
      'import { a, b',
      "import { a, bcd } from '../m';\n",
      "import { a, b, bcd } from '../m';\n",
    ],
    ['total = price', 'total = price * q', 'total = price * quarter;\n', 'total = price * q * quarter;\n'],
    ['log(x)', 'await log(x)', 'noawait log(x)\n', 'noawait await log(x)\n'],
    ['id', 'id, größe', 'f(id, größer)\n', 'f(id, größe, größer)\n'],
  ])('%j becomes %j in %j, where what is there belongs to longer words', (find, replace, file, after) => {
    const edit = { kind: 'edit', path: 'f', find, replace } as const;
    for (const others of [alone, inRow]) {
      const result = apply({ f: `${file}step 0\n` }, ...others, edit);
      expect(textsOf(result)).toEqual({ f: `${after}step ${others.length}\n` });
      expect(apply({ f: `${after}step 0\n` }, ...others, edit)).toMatchObject({
        ok: true,
        hunks: [...others.map(() => ({ status: 'applied' })), { status: 'already_applied' }],
      });
    }
  });

  test.each([
    ['(user)', 'isAdmin(user)', 'if (notisAdmin(user)) go();\n'],
    ['name', 'names', 'let nameship;\n'],
  ])('whether %j became %j in %j before is not guessed', (find, replace, file) => {
    for (const others of [alone, inRow]) {
      const result = apply({ f: `${file}step 0\n` }, ...others, { kind: 'edit', path: 'f', find, replace });
      expect(refusalsOf(result)).toMatchObject([
        {
          code: 'ambiguous',
          message: expect.stringContaining('leave the edit out'),
          pointer: `/changes/${others.length}/find`,
          data: { lines: [1] },
        },
      ]);
    }
  });

  test('escapes that the file itself has are taken as they stand', () => {
    const edit = { kind: 'edit', path: 'f', find: 'x = "a\\n"', replace: 'x = "b\\n"' } as const;
    expect(textsOf(apply({ f: 'x = "a\\n"\n' }, edit))).toEqual({ f: 'x = "b\\n"\n' });
  });
});
