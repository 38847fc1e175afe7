import { describe, expect, test } from '@jest/globals';
import { readUnifiedDiff } from '../../../src/patch/formats/unified.ts';

const hunk = '@@ -1,2 +1,2 @@\n a\n-b\n+c\n';

describe('patch/formats/unified', () => {
  test('a list behind a blank line is none of the lines of a hunk that counts them rightly', () => {
    const diff = `--- a/x.ts\n+++ b/x.ts\n${hunk}`;
    const read = readUnifiedDiff(diff);
    for (const list of ['\n- one\n- two\n', '\nNotes:\n\n- one\n'])
      expect(readUnifiedDiff(`${diff}${list}`)).toMatchObject({
        ok: true,
        operations: read.ok && read.operations,
        repairs: [],
        prose: expect.arrayContaining([expect.objectContaining({ text: '- one' })]),
      });
    for (const more of ['- one\n', '\n-one\n', '\n- one\n+ two\n'])
      expect(readUnifiedDiff(`${diff}${more}`)).not.toMatchObject({ operations: read.ok && read.operations });
  });

  test('a diff of several files is read, hunk by hunk', () => {
    const diff = `diff --git a/x.ts b/x.ts
index 1111111..2222222 100644
--- a/x.ts
+++ b/x.ts
@@ -3,2 +3,3 @@ function f() {
 one
+two
 three
@@ -10 +11 @@
-four
+five
--- a/y.ts
+++ b/y.ts
${hunk}`;
    expect(operations(diff)).toEqual([
      {
        action: 'modify',
        path: 'x.ts',
        hunks: [
          {
            number: 1,
            lines: [
              [' ', 'one'],
              ['+', 'two'],
              [' ', 'three'],
            ],
            lineHint: 3,
            anchors: ['function f() {'],
          },
          {
            number: 2,
            lines: [
              ['-', 'four'],
              ['+', 'five'],
            ],
            lineHint: 10,
            anchors: [],
          },
        ],
      },
      {
        action: 'modify',
        path: 'y.ts',
        hunks: [
          {
            number: 3,
            lines: [
              [' ', 'a'],
              ['-', 'b'],
              ['+', 'c'],
            ],
            lineHint: 1,
            anchors: [],
          },
        ],
      },
    ]);
  });

  test.each([
    ['git prefixes', '--- a/src/x', '+++ b/src/x', 'src/x'],
    ['no prefixes', '--- src/x', '+++ src/x', 'src/x'],
    ['a folder called a', '--- a/x', '+++ a/x', 'a/x'],
    ['folders called a and b', '--- a/b/x', '+++ b/b/x', 'b/x'],
    ['times', '--- a/x\t2026-01-01 00:00:00 +0000', '+++ b/x\t2026-01-01', 'x'],
    ['spaces', '--- a/my file\t', '+++ b/my file\t', 'my file'],
    ['quotes', '--- "a/\\303\\251\\"\\\\.txt"', '+++ "b/\\303\\251\\"\\\\.txt"', 'é"\\.txt'],
  ])('a name is read through %s', (_how, old, now, path) => {
    expect(operations(`${old}\n${now}\n${hunk}`)).toMatchObject([{ action: 'modify', path }]);
  });

  test('with the diff --git line, /dev/null does not hide whether b/ is a folder', () => {
    expect(
      operations('diff --git b/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n'),
    ).toMatchObject([{ action: 'create', path: 'b/x' }]);
    expect(operations('--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n')).toMatchObject([
      { action: 'create', path: 'x' },
    ]);
  });

  test('new, deleted, renamed, copied, empty and chmodded files are read', () => {
    const diff = `diff --git a/new.sh b/new.sh
new file mode 100755
index 0000000..1111111
--- /dev/null
+++ b/new.sh
@@ -0,0 +1,2 @@
+one
+two
\\ No newline at end of file
diff --git a/old b/old
deleted file mode 100644
--- a/old
+++ /dev/null
@@ -1 +0,0 @@
-gone
diff --git a/from name b/to name
similarity index 100%
rename from from name
rename to to name
diff --git a/c1 b/c2
similarity index 90%
copy from c1
copy to c2
--- a/c1
+++ b/c2
${hunk}diff --git a/empty file b/empty file
new file mode 100644
index 0000000..e69de29
diff --git a/run b/run
old mode 100644
new mode 100755
`;
    expect(operations(diff)).toMatchObject([
      {
        action: 'create',
        path: 'new.sh',
        lines: ['one', 'two'],
        finalNewline: false,
        executable: true,
        hunk: 1,
      },
      { action: 'delete', path: 'old', hunks: [{ lines: [['-', 'gone']] }] },
      { action: 'rename', from: 'from name', path: 'to name', hunks: [] },
      { action: 'copy', from: 'c1', path: 'c2', hunks: [{ number: 3 }] },
      { action: 'create', path: 'empty file', lines: [] },
      { action: 'modify', path: 'run', hunks: [], executable: true },
    ]);
  });

  test.each([
    'No newline at end of file',
    'No newline at EOF',
    'Kein Zeilenumbruch am Dateiende.',
    'Pas de fin de ligne à la fin du fichier',
    'No hay ningún carácter de nueva línea al final del fichero',
    'Falta o caracter nova linha no final do arquivo',
    'Manca newline alla fine del file',
    'Нет новой строки в конце файла',
    '文件末尾没有换行符',
    'ファイル末尾に改行がありません',
    '파일 끝에 줄바꿈 문자가 없습니다',
  ])('a line break is missing by the words of each language: %s', (words) => {
    const reading = readUnifiedDiff(`--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n\\ ${words}\n`);
    expect(reading).toMatchObject({
      ok: true,
      operations: [{ hunks: [{ finalNewline: false }] }],
      prose: [],
    });
  });

  test.each([
    'Also delete the file y.',
    'No newline at end of file, and delete y.',
    'Nothing at the end of the file',
  ])('other words behind a backslash take no line break away: %s', (words) => {
    const reading = readUnifiedDiff(`--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n\\ ${words}\n`);
    expect(reading).toMatchObject({ ok: true, prose: [{ line: 6, text: `\\ ${words}` }] });
    expect(JSON.stringify(reading)).not.toContain('finalNewline');
  });

  test.each([
    ['-a\n\\ No newline at end of file\n+b\n', { endOfFile: true, finalNewline: true }],
    ['-a\n+b\n\\ No newline at end of file\n', { endOfFile: true, finalNewline: false }],
    ['-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n', { endOfFile: true }],
  ])('what %j says about the last line break is kept', (body, expected) => {
    const [operation] = operations(`--- a/x\n+++ b/x\n@@ -1 +1 @@\n${body}`);
    const { endOfFile, finalNewline } = operation?.action === 'modify' ? (operation.hunks[0] ?? {}) : {};
    expect({ endOfFile, finalNewline }).toEqual(expected);
  });

  test('a last line whose line break alone changes is context', () => {
    const body = '-a\n-b\n\\ No newline at end of file\n+c\n+b\n';
    expect(operations(`--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n${body}`)).toMatchObject([
      {
        hunks: [
          {
            lines: [
              ['-', 'a'],
              ['+', 'c'],
              [' ', 'b'],
            ],
            finalNewline: true,
          },
        ],
      },
    ]);
  });

  test('a mail is read without its prose and its signature', () => {
    const mail = `From 1234 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] x\n\n+ not a line\n---\n x | 2 +-\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n${hunk}-- \n2.39.5\n\n`;
    expect(operations(`${mail}${mail}`)).toMatchObject([{ path: 'x' }, { path: 'x' }]);
  });

  test('lines that look like headers are lines where they are counted', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a comment\n+++ another\n -- \n';
    expect(operations(diff)).toMatchObject([
      {
        hunks: [
          {
            lines: [
              ['-', '-- a comment'],
              ['+', '++ another'],
              [' ', '-- '],
            ],
          },
        ],
      },
    ]);
  });

  test('carriage returns, a missing last line break and the lost space of a blank line do no harm', () => {
    const diff = '--- a/x\r\n+++ b/x\r\n@@ -1,3 +1,3 @@\r\n a\r\n\r\n-b\r\n+c';
    expect(operations(diff)).toMatchObject([
      {
        path: 'x',
        hunks: [
          {
            lines: [
              [' ', 'a'],
              [' ', ''],
              ['-', 'b'],
              ['+', 'c'],
            ],
          },
        ],
      },
    ]);
    expect(operations('--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n\n')).toMatchObject([
      {
        hunks: [
          {
            lines: [
              ['-', 'a'],
              ['+', 'b'],
              [' ', ''],
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    ['counts too small', '@@ -1,1 +1,1 @@\n a\n-b\n+c\n'],
    ['counts too large', '@@ -1,4 +1,4 @@\n a\n-b\n+c\n'],
    ['a wrong old count', '@@ -1,3 +1,2 @@\n a\n-b\n+c\n'],
    ['a wrong new count', '@@ -1,2 +1,3 @@\n a\n-b\n+c\n'],
    ['one range', '@@ -1,2 @@\n a\n-b\n+c\n'],
    ['no end of its header', '@@ -1,2 +1,2\n a\n-b\n+c\n'],
    ['a fence behind it', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n```\n'],
    ['blank lines behind it', '@@ -1,2 +1,2 @@\n a\n-b\n+c\n\n\n'],
    ['a mail signature behind it', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n-- \n2.39.5\n'],
    ['an explanation behind it', '@@ -1,9 +1,9 @@\n a\n-b\n+c\n\nThis renames b.\n'],
    ['a last line that it goes on behind', '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n'],
  ])('a hunk with %s is read all the same', (what, body) => {
    const read = hunks(`--- a/x\n+++ b/x\n${body}`);
    expect(read).toMatchObject([
      {
        lines: [
          [' ', 'a'],
          ['-', 'b'],
          ['+', 'c'],
        ],
        lineHint: 1,
      },
    ]);
    expect(read[0]?.finalNewline).toBe(what.startsWith('a last line') ? true : undefined);
  });

  test.each([
    ['no ranges', '@@', { anchors: [] }],
    ['dots', '@@ ... @@', { anchors: [] }],
    ['empty ranges', '@@ @@', { anchors: [] }],
    ['a function', '@@ function f() {', { anchors: ['function f() {'] }],
    ['a function between both marks', '@@ function f() { @@', { anchors: ['function f() {'] }],
    ['a class and a function', '@@ class A\n@@ f()', { anchors: ['class A', 'f()'] }],
    ['ranges and a function', '@@ -7,2 +7,2 @@ f()', { anchors: ['f()'], lineHint: 7 }],
  ])('a hunk header with %s is advice', (_what, header, expected) => {
    const [hunk] = hunks(`--- a/x\n+++ b/x\n${header}\n a\n-b\n+c\n`);
    expect(hunk).toEqual({
      number: 1,
      lines: [
        [' ', 'a'],
        ['-', 'b'],
        ['+', 'c'],
      ],
      ...expected,
    });
  });

  test('lines that lost their marks are context, and so may be those beside them', () => {
    expect(hunks('--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\nif (a) {\n  b\n-  c\n+  d\n...\n}\n')).toMatchObject([
      {
        lines: [
          [' ', 'if (a) {', 'unmarked'],
          [' ', ' b', 'unmarked'],
          ['-', '  c'],
          ['+', '  d'],
          [' ', '...', 'unmarked'],
          [' ', '}', 'unmarked'],
        ],
      },
    ]);
  });

  test('a hunk whose lines all have a line number is read without them', () => {
    const body = ' 41 | a\n-42 | b\n+42 | c\n 43 | \n';
    expect(hunks(`--- a/x\n+++ b/x\n@@\n${body}`)).toEqual([
      {
        number: 1,
        lines: [
          [' ', 'a'],
          ['-', 'b'],
          ['+', 'c'],
          [' ', ''],
        ],
        lineHint: 41,
        anchors: [],
        numbered: {
          lines: [
            [' ', '41 | a'],
            ['-', '42 | b'],
            ['+', '42 | c'],
            [' ', '43 | '],
          ],
        },
      },
    ]);
    expect(hunks('--- a/x\n+++ b/x\n@@\n 1 | a\n-b\n+c\n')[0]?.lines[0]).toEqual([' ', '1 | a']);
  });

  test('a wrong count does not swallow the next file', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-c\n+d\n';
    expect(operations(diff)).toMatchObject([
      {
        path: 'x',
        hunks: [
          {
            lines: [
              ['-', 'a'],
              ['+', 'b'],
            ],
          },
        ],
      },
      {
        path: 'y',
        hunks: [
          {
            lines: [
              ['-', 'c'],
              ['+', 'd'],
            ],
          },
        ],
      },
    ]);
  });

  describe('one name line alone', () => {
    const first = '--- a/x.js\n+++ b/x.js\n';
    const second = '@@ -4 +4 @@\n-c\n+d\n';

    test.each([
      ['right behind the hunk', `${first}@@ -1 +1 @@\n-a\n+b\n+++ b/src/y.js\n${second}`],
      ['below a blank line', `${first}@@ -1 +1 @@\n-a\n+b\n\n+++ b/src/y.js\n${second}`],
      ['as the old one', `${first}@@ -1 +1 @@\n-a\n+b\n--- a/src/y.js\n${second}`],
      ['without a prefix', `${first}@@ -1 +1 @@\n-a\n+b\n+++ src/y.js\n${second}`],
      ['as the old one without a prefix', `${first}@@ -1 +1 @@\n-a\n+b\n--- src/y.js\n${second}`],
      ['behind a count that takes it in', `${first}@@ -1 +1,2 @@\n-a\n+b\n+++ b/src/y.js\n${second}`],
      ['behind a count that is too large', `${first}@@ -1,7 +1,7 @@\n-a\n+b\n+++ b/src/y.js\n${second}`],
      ['of both files', `+++ b/x.js\n@@ -1 +1 @@\n-a\n+b\n+++ b/src/y.js\n${second}`],
      ['between hunks without numbers', `${first}@@\n-a\n+b\n+++ b/src/y.js\n@@\n-c\n+d\n`],
      ['of the old side, between such', `${first}@@\n-a\n+b\n--- a/src/y.js\n@@\n-c\n+d\n`],
      ['with a carriage return', `${first}@@\r\n-a\r\n+b\r\n+++ b/src/y.js\r\n@@\r\n-c\r\n+d\r\n`],
    ])('begins the next file: %s', (_where, diff) => {
      const lines = (from: string, to: string) => ({
        lines: [
          ['-', from],
          ['+', to],
        ],
      });
      expect(operations(diff)).toMatchObject([
        { path: 'x.js', hunks: [lines('a', 'b')] },
        { path: 'src/y.js', hunks: [lines('c', 'd')] },
      ]);
    });

    test.each([
      [
        'it is counted, and the next hunk counts on',
        '@@ -1 +1,2 @@\n-a\n+b\n+++ b/y.js\n@@ -4 +5 @@\n-c\n+d\n',
        '++ b/y.js',
      ],
      ['it is counted and no hunk follows', '@@ -1 +1,2 @@\n-a\n+b\n+++ b/y.js\n', '++ b/y.js'],
      ['it is code', '@@\n-a\n+b\n+++ b;\n@@\n-c\n+d\n', '++ b;'],
      ['it is code of a field', '@@\n-a\n+b\n+++ b.count;\n@@\n-c\n+d\n', '++ b.count;'],
      ['it is words', '@@\n-a\n+b\n+++ x\n@@\n-c\n+d\n', '++ x'],
      ['it is a diff of a diff', '@@\n-a\n+b\n++++ b/y.js\n@@\n-c\n+d\n', '+++ b/y.js'],
      ['it is a comment', '@@\n+b\n--- y.sql\n@@\n-c\n+d\n', '-- y.sql'],
    ])('is a line of the hunk where %s', (_where, hunks, line) => {
      const read = operations(`${first}${hunks}`);
      expect(read).toHaveLength(1);
      expect(JSON.stringify(read)).toContain(JSON.stringify(line));
    });

    test.each([
      ['that lost the header of its hunk', '@@ -1 +1 @@\n-a\n+b\n+++ b/src/y.js\n-c\n+d\n'],
      ['that lost it, where no hunk has numbers', '@@\n-a\n+b\n+++ b/src/y.js\n-c\n+d\n'],
      ['with a blank line below it', '@@\n-a\n+b\n+++ b/src/y.js\n\n@@\n-c\n+d\n'],
    ])('of a file %s is refused, and becomes no line of the file before', (_what, hunks) => {
      expect(readUnifiedDiff(`${first}${hunks}`)).toMatchObject({
        ok: false,
        refusals: [{ message: expect.stringContaining('"+++ b/src/y.js"') }],
      });
    });
  });

  test.each([
    ['hunks', hunk],
    ['marked lines', ' a\n-b\n+c\n'],
    ['the old name', `--- a/src/x\n${hunk}`],
    ['the new name', `+++ b/src/x\n${hunk}`],
    ['the diff --git line', `diff --git a/src/x b/src/x\n${hunk}`],
    ['one prefix', `--- a/src/x\n+++ src/x\n${hunk}`],
    ['other prefixes', `--- i/src/x\n+++ w/src/x\n${hunk}`],
    ['a name without its folder', `--- a/x\n+++ b/x\n${hunk}`],
    ['a name with a dot before it', `--- ./src/x\n+++ ./src/x\n${hunk}`],
    ['lines below its header', '--- a/src/x\n+++ b/src/x\n a\n-b\n+c\n'],
  ])('of a header, %s is enough where the path is known', (_what, diff) => {
    expect(operations(diff, 'src/x')).toMatchObject([
      {
        action: 'modify',
        path: 'src/x',
        hunks: [
          {
            lines: [
              [' ', 'a'],
              ['-', 'b'],
              ['+', 'c'],
            ],
          },
        ],
      },
    ]);
  });

  test('what was put right is told, with its line', () => {
    const reading = readUnifiedDiff(
      `From 1234567 Mon Sep 17 00:00:00 2001\nFrom: Eve <eve@example.com>\nSubject: [PATCH 1/2] Rename b\n\nWhy.\n---\n--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n a\n-b\n+c\n@@\n d\n-e\n+f\n`,
    );
    expect(reading.ok && reading.repairs).toEqual([
      'A mail was read, "Rename b"; who it says it is from was not used (line 1)',
      'A hunk header that counts its lines wrongly was not relied on (line 9)',
      'A hunk header without line ranges was read (line 13)',
    ]);
    expect(readUnifiedDiff(`--- a/x\n+++ b/x\n${hunk}`)).toMatchObject({ ok: true, repairs: [] });
  });

  const between = (words: string, header = '@@') =>
    `--- a/src/a.js\n+++ b/src/a.js\n${header}\n-a\n+b\n\n${words}\n${header}\n-c\n+d\n`;

  test.each([
    'src/b.js',
    '**src/b.js**',
    '### `src/b.js`',
    '// src/b.js',
    'File: src/b.js',
    'package.json',
    'bin/run',
    'Now in src/b.js:',
    'Now in `package.json`:',
    'The same in src/b.js.',
    'src/b.js gets what is below too.',
    'src/b.js\n\nIt has the same call.',
    'It is like lib/c.js, but this one is in src/b.js.',
    'Now the file which has\nthe same call, src/b.js',
    'rename from src/b.js\nrename to src/c.js',
    'In `src/b.js` the call\nneeds its argument too.',
  ])('a hunk below words that name another file than the hunk before is refused: %j', (words) => {
    for (const header of ['@@', '@@ -1,9 +1,9 @@', '@@ ... @@'])
      expect(readUnifiedDiff(between(words, header))).toMatchObject({
        ok: false,
        refusals: [{ hunk: 2, message: expect.stringContaining('so it is open which file is meant') }],
      });
  });

  test.each([
    'This matches what lib/c.js does.',
    'It is simpler, and what `lib/c.js` needs\nis kept.',
    'And in src/a.js again:',
    'In src/a.js, import src/b.js:',
    'Now a.js:',
    'Node.js and/or e.g. Deno/Bun:',
    'Then self.close:',
    'See https://a.b/c.html:',
    'The second place:',
  ])('words between hunks that name no other file for what is below them are told: %j', (words) => {
    const reading = readUnifiedDiff(between(words));
    expect(reading).toMatchObject({ ok: true, operations: [{ path: 'src/a.js', hunks: [{}, {}] }] });
    expect(reading.ok && reading.prose.map(({ text }) => text).join('\n')).toBe(words);
  });

  test('a hunk that changes nothing is left out beside others, and text between files is passed over', () => {
    const diff = `--- a/x\n+++ b/x\n${hunk}@@ -9 +9 @@\n-a\n+a\nAnd now the other one:\n--- a/y\n+++ b/y\n${hunk}\`\`\`\n`;
    const reading = readUnifiedDiff(diff);
    expect(reading).toMatchObject({ operations: [{ path: 'x', hunks: [{ number: 1 }] }, { path: 'y' }] });
    expect(reading).toMatchObject({
      repairs: ['A hunk that changes nothing was left out (line 7)'],
      prose: [{ line: 10, text: 'And now the other one:' }, { text: '```' }],
    });
  });

  test.each([
    ['a combined diff', '@@@ -1 -1 +1 @@@\n--a\n++b\n', 'is part of a combined diff'],
    ['nothing to do', '@@ -1,2 +1,2 @@\n a\n b\n', 'removes and adds nothing'],
    ['line endings only', '@@ -1 +1 @@\n-a\r\n+a\n', 'changes line endings only'],
  ])('a hunk with %s is refused by its number', (_what, body, message) => {
    expect(refusals(`--- a/x\n+++ b/x\n${hunk}${body}`)).toMatchObject([
      { code: 'malformed', path: 'x', hunk: 2, message: expect.stringContaining(message) },
    ]);
  });

  test.each([
    ['no header', hunk],
    ['prose', 'Please rename the function.\n'],
    ['nothing', ''],
    ['no hunks', '--- a/x\n+++ b/x\n'],
    ['only a hunk that changes nothing', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+a\n'],
    ['no names', `--- /dev/null\n+++ /dev/null\n${hunk}`],
    ['different names', `--- a/x\n+++ b/y\n${hunk}`],
    ['another name in the diff --git line', `diff --git a/safe b/safe\n--- a/x\n+++ b/x\n${hunk}`],
    [
      'another name than it renames',
      `diff --git a/x b/y\nrename from x\nrename to y\n--- a/x\n+++ b/z\n${hunk}`,
    ],
    ['half a rename', 'diff --git a/x b/y\nrename from x\n'],
    [
      'a new file that had lines',
      `diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n${hunk}`,
    ],
    [
      'a deleted file that is new',
      'diff --git a/x b/x\ndeleted file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n',
    ],
    ['a rename that deletes', 'diff --git a/x b/y\ndeleted file mode 100644\nrename from x\nrename to y\n'],
    ['a new file that is deleted', 'diff --git a/x b/x\nnew file mode 100644\ndeleted file mode 100644\n'],
    ['a rename that copies', 'diff --git a/x b/y\nrename from x\nrename to y\ncopy from x\ncopy to z\n'],
    ['two new names', 'diff --git a/x b/z\nrename from x\nrename to y\nrename to z\n'],
    ['two new modes', 'diff --git a/x b/x\nold mode 100644\nnew mode 100755\nnew mode 100644\n'],
    ['a new file that removes a blank line', '--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n-\n+b\n'],
    ['a strange mode', 'diff --git a/x b/x\nold mode 100644\nnew mode 100777\n'],
    ['two unquoted names', 'diff --git a/x y b/z\nold mode 100644\nnew mode 100755\n'],
    ['marked lines behind a fence', `--- a/x\n+++ b/x\n${hunk}\`\`\`\n+lost\n`],
  ])('a diff with %s is refused', (_what, diff) => {
    expect(refusals(diff)).toMatchObject([{ code: 'malformed' }]);
  });

  test.each([
    ['2.39.5', true],
    ['2.39.5 (Apple Git-154)', true],
    ['2.45.1.windows.1', true],
    ['2.0 and then delete the rest', false],
  ])('below a mail, %j is the version of its git: %s', (line, isVersion) => {
    const [only] = hunks(`--- a/x\n+++ b/x\n${hunk}-- \n${line}\n`);
    expect(only?.lines).toHaveLength(isVersion ? 3 : 5);
  });

  test('a new file may be named on both sides, where its mode says that it is new', () => {
    const diff = 'diff --git a/x b/x\nnew file mode 100644\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n';
    expect(operations(diff)).toMatchObject([{ action: 'create', path: 'x', lines: ['a'] }]);
  });

  test.each([
    [
      'binary files',
      'diff --git a/x.png b/x.png\nindex 1..2 100644\nBinary files a/x.png and b/x.png differ\n',
    ],
    [
      'a binary patch',
      'diff --git a/x.png b/x.png\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZ\n\nliteral 0\nHcmV\n\n',
    ],
    [
      'a new link',
      'diff --git a/x.png b/x.png\nnew file mode 120000\n--- /dev/null\n+++ b/x.png\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n',
    ],
    ['a link', `diff --git a/x.png b/x.png\nindex 1..2 120000\n--- a/x.png\n+++ b/x.png\n${hunk}`],
    ['a submodule', `diff --git a/x.png b/x.png\nindex 1..2 160000\n--- a/x.png\n+++ b/x.png\n${hunk}`],
  ])('%s are refused by name', (_what, diff) => {
    expect(refusals(diff)).toMatchObject([{ code: 'not_a_text_file', path: 'x.png' }]);
  });

  test('all problems of a diff are told at once', () => {
    const bad = '@@ -1,2 +1,2 @@\n a\n b\n';
    expect(
      refusals(`--- a/x\n+++ b/x\n${bad}${bad}--- a/y\n+++ b/z\n${hunk}--- a/q\n+++ b/q\n${hunk}${bad}`),
    ).toMatchObject([
      { path: 'x', hunk: 1 },
      { path: 'x', hunk: 2 },
      { message: expect.stringContaining('names y and z') },
      { path: 'q', hunk: 4 },
    ]);
  });

  test('many files without a hunk, and words between them, take no longer than others', () => {
    const started = process.cpuUsage();
    expect(operations('rename from a\nrename to b\nwords\n'.repeat(6000))).toHaveLength(6000);
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(1500);
  });

  test('line and hunk numbers go on from what stood before', () => {
    const reading = readUnifiedDiff(`--- a/x\n+++ b/x\n${hunk}@@ -9 +9 @@\n a\n`, {
      linesBefore: 10,
      hunksBefore: 3,
    });
    expect(reading).toMatchObject({ refusals: [{ hunk: 5, data: { line: 17 } }] });
  });
});

function operations(diff: string, path?: string) {
  const reading = readUnifiedDiff(diff, { path });
  expect(reading.ok ? [] : reading.refusals).toEqual([]);
  return reading.ok ? reading.operations : [];
}

function hunks(diff: string) {
  return operations(diff).flatMap((operation) => ('hunks' in operation ? operation.hunks : []));
}

function refusals(diff: string) {
  const reading = readUnifiedDiff(diff);
  return reading.ok ? [] : reading.refusals;
}
