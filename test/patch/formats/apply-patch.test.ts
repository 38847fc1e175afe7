import { describe, expect, test } from '@jest/globals';
import { readApplyPatch } from '../../../src/patch/formats/apply-patch.ts';

describe('patch/formats/apply-patch', () => {
  test('files are added, updated, moved and deleted', () => {
    const patch = `*** Begin Patch
*** Add File: docs/new.md
+# New
+
+text
*** Update File: src/a.ts
*** Move to: src/b.ts
@@ class A
@@   method() {
 before

-old
+new
@@
-last
+end
*** End of File

*** Delete File: src/c.ts
*** Update File: src/d.ts
-x
+y
*** End Patch
`;
    expect(readApplyPatch(patch)).toEqual({
      ok: true,
      operations: [
        {
          action: 'create',
          path: 'docs/new.md',
          lines: ['# New', '', 'text'],
          finalNewline: true,
          hunk: 1,
        },
        {
          action: 'rename',
          from: 'src/a.ts',
          path: 'src/b.ts',
          hunks: [
            {
              number: 2,
              lines: [
                [' ', 'before'],
                [' ', ''],
                ['-', 'old'],
                ['+', 'new'],
              ],
              anchors: ['class A', 'method() {'],
            },
            {
              number: 3,
              lines: [
                ['-', 'last'],
                ['+', 'end'],
              ],
              anchors: [],
              endOfFile: true,
            },
          ],
        },
        { action: 'delete', path: 'src/c.ts', hunks: [] },
        {
          action: 'modify',
          path: 'src/d.ts',
          hunks: [
            {
              number: 4,
              lines: [
                ['-', 'x'],
                ['+', 'y'],
              ],
              anchors: [],
            },
          ],
        },
      ],
      repairs: [],
      prose: [],
    });
  });

  const body = '*** Update File: src/x\n@@\n a\n-b\n+c\n';
  const whole = `*** Begin Patch\n${body}*** End Patch\n`;

  test.each([
    ['without its first line', `${body}*** End Patch\n`],
    ['without its last line', `*** Begin Patch\n${body}`],
    ['without both', body],
    ['in a fence without its last line', `\`\`\`\n*** Begin Patch\n${body}\`\`\`\n`],
    ['before an explanation', `*** Begin Patch\n${body}\nThis renames b.\n`],
    ['in a shell command', `apply_patch <<'EOF'\n${whole}EOF\n`],
    ['in a shell command without its last line', `apply_patch <<'EOF'\n*** Begin Patch\n${body}EOF\n`],
    ['in prose', `Here is the patch:\n\n${whole}\nDone.\n`],
    ['with its marks indented', `  *** Begin Patch\n${body}  *** End Patch\n`],
    ['with stars at the end', whole.replace('Patch\n', 'Patch ***\n').replace('src/x\n', 'src/x ***\n')],
    ['with other words', whole.replace('Update File', 'Modify file')],
    ['with a quoted path', whole.replace('src/x', '`src/x`')],
    ['with a short path', whole.replace('src/x', 'x')],
    ['with line numbers', whole.replace('@@', '@@ -3,2 +3,2 @@')],
    ['with name lines of a diff', whole.replace('@@', '--- a/src/x\n+++ b/src/x\n@@')],
    ['with blank lines around', whole.replace('@@\n', '\n@@\n').replace('+c\n', '+c\n\n')],
    ['without section, for a known file', '*** Begin Patch\n@@\n a\n-b\n+c\n*** End Patch\n'],
  ])('a patch %s is read', (_how, patch) => {
    expect(readApplyPatch(patch, { path: 'src/x' })).toMatchObject({
      ok: true,
      operations: [
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
      ],
    });
  });

  const shown = ' *** Begin Patch\n-b\n+c\n *** End Patch\n-d\n+e\n';

  test.each([
    ['a patch', `*** Begin Patch\n*** Update File: src/x\n@@\n${shown}*** End Patch\n`],
    ['a patch without its marks', `*** Update File: src/x\n@@\n${shown}`],
    ['a patch without section', `@@\n${shown}`],
    ['a diff between the marks', `*** Begin Patch\n--- a/src/x\n+++ b/src/x\n@@\n${shown}*** End Patch\n`],
    ['a diff', `--- a/src/x\n+++ b/src/x\n@@\n${shown}`],
  ])('an unchanged line in %s that shows a mark is one of the file', (_what, patch) => {
    expect(readApplyPatch(patch, { path: 'src/x' })).toMatchObject({
      ok: true,
      operations: [
        {
          hunks: [
            {
              lines: [
                [' ', '*** Begin Patch'],
                ['-', 'b'],
                ['+', 'c'],
                [' ', '*** End Patch'],
                ['-', 'd'],
                ['+', 'e'],
              ],
            },
          ],
        },
      ],
      prose: [],
    });
  });

  test.each([
    ['at the end', ''],
    ['before words', 'This renames b.\n'],
    ['before another patch', whole.replace('src/x', 'src/y')],
  ])('a last line that alone is indented ends its patch %s', (_where, behind) => {
    const reading = readApplyPatch(`*** Begin Patch\n${body} *** End Patch\n${behind}`);
    expect(reading).toMatchObject({
      ok: true,
      operations: expect.arrayContaining([expect.objectContaining({ path: 'src/x' })]),
    });
    expect(JSON.stringify(reading)).not.toContain('End Patch');
  });

  test.each(['-d\n+e\n', '\n+e\n', ' \n-d\n last\n'])(
    'marked lines right behind the last line are refused, and no words: %j',
    (lines) => {
      const message = expect.stringMatching(/^Line \d+ adds or removes something, .* Remove it/);
      expect(readApplyPatch(whole + lines)).toMatchObject({ ok: false, refusals: [{ message }] });
    },
  );

  test('a list right behind the last line is words', () => {
    expect(readApplyPatch(`${whole}- b is c\n- done\n`)).toMatchObject({
      ok: true,
      prose: [{ text: '- b is c' }, { text: '- done' }],
    });
  });

  test('several patches in one text are one', () => {
    const both = `${whole}\nAnd then:\n\n${whole.replace('src/x', 'src/y')}`;
    expect(readApplyPatch(both)).toMatchObject({
      operations: [
        { path: 'src/x', hunks: [{ number: 1 }] },
        { path: 'src/y', hunks: [{ number: 2 }] },
      ],
    });
  });

  test('lines that lost their marks are context', () => {
    const patch = '*** Begin Patch\n*** Update File: x\n@@\nif (a) {\n-b\n+c\n}\n*** End Patch\n';
    expect(readApplyPatch(patch)).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lines: [
                [' ', 'if (a) {', 'unmarked'],
                ['-', 'b'],
                ['+', 'c'],
                [' ', '}', 'unmarked'],
              ],
            },
          ],
        },
      ],
    });
  });

  test('a new file without marks and without the end of its patch is refused where a sentence may be behind it', () => {
    const patch = '*** Begin Patch\n*** Add File: n.js\nconst one = 1;\n\nThis adds a file.\n';
    expect(readApplyPatch(patch)).toMatchObject({
      ok: false,
      refusals: [{ path: 'n.js', data: { line: 5 } }],
    });
    for (const certain of [`${patch}*** End Patch\n`, patch.replace('This adds a file.', 'from a import b')])
      expect(readApplyPatch(certain)).toMatchObject({ ok: true, operations: [{ action: 'create' }] });
  });

  test('a new file may lack all its marks, and a deleted one may list its lines', () => {
    const patch = '*** Begin Patch\n*** Add File: x\na\n\n  b\n*** Delete File: y\n@@\n-c\n*** End Patch\n';
    expect(readApplyPatch(patch)).toMatchObject({
      operations: [
        { action: 'create', path: 'x', lines: ['a', '', '  b'] },
        { action: 'delete', path: 'y', hunks: [{ lines: [['-', 'c']] }] },
      ],
      repairs: ['The lines of the new file x were read without a + before each (line 3)'],
    });
  });

  test.each([
    ['lines that are added', '+new\n', 3],
    ['a hunk that only adds', '@@\n two\n+three\n', 4],
    ['a line that stays', ' two\n', 3],
    ['a block', '<<<<<<< SEARCH\ntwo\n=======\nthree\n>>>>>>> REPLACE\n', 3],
    ['a new place', '*** Move to: b\n', 3],
    ['the header of a diff', 'diff --git a/b b/b\ndeleted file mode 100644\n', 3],
  ])('below the deletion of a file, %s may not stand, and would be lost', (_what, lines, line) => {
    const refusal = { code: 'malformed', path: 'a', data: { line } };
    for (const end of ['', '*** End Patch\n'])
      expect(readApplyPatch(`*** Begin Patch\n*** Delete File: a\n${lines}${end}`)).toMatchObject({
        ok: false,
        refusals: [refusal],
      });
  });

  test('a file moves to one place only', () => {
    const patch = '*** Begin Patch\n*** Move File: a -> b -> c\n*** End Patch\n';
    expect(readApplyPatch(patch)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', path: 'a' }] });
  });

  test("the mark of a file's end is no line of a new file without marks", () => {
    const patch = '*** Begin Patch\n*** Add File: a\nx\n*** End of File\n*** End Patch\n';
    expect(readApplyPatch(patch)).toMatchObject({ operations: [{ action: 'create', lines: ['x'] }] });
  });

  test('words below the deletion of a file, and behind the patch, do no harm', () => {
    for (const end of ['', '*** End Patch\n'])
      expect(readApplyPatch(`*** Begin Patch\n*** Delete File: a\n${end}\nNobody needs it.\n`)).toMatchObject(
        {
          operations: [{ action: 'delete', path: 'a', hunks: [] }],
        },
      );
  });

  test('a file can be moved as it is, and carriage returns do no harm', () => {
    expect(
      readApplyPatch('*** Begin Patch\r\n*** Update File: a\r\n*** Move to: b\r\n*** End Patch'),
    ).toEqual({
      ok: true,
      operations: [{ action: 'rename', from: 'a', path: 'b', hunks: [] }],
      repairs: [],
      prose: [],
    });
    expect(readApplyPatch('*** Begin Patch\n*** Move File: a -> b\n*** End Patch')).toMatchObject({
      operations: [{ action: 'rename', from: 'a', path: 'b' }],
    });
  });

  test.each([
    ['is prose', 'Please rename b.', { line: 1 }],
    ['is empty', '', { line: 0 }],
    ['names no file', '*** Begin Patch\n*** End Patch', { line: 1 }],
    [
      'begins with lines of no file',
      '*** Begin Patch\n-x\n+y\n*** Delete File: b\n*** End Patch',
      { line: 2 },
    ],
    ['adds a line without a mark', '*** Begin Patch\n*** Add File: a\n+x\ny\n*** End Patch', { line: 4 }],
    ['updates nothing', '*** Begin Patch\n*** Update File: a\n*** End Patch', { line: 2 }],
    [
      'has a hunk that changes nothing',
      '*** Begin Patch\n*** Update File: a\n@@\n x\n*** End Patch',
      { line: 3 },
    ],
  ])('a patch that %s is refused', (_what, patch, data) => {
    expect(readApplyPatch(patch)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', data }] });
  });

  test('a hunk whose lines are a diff that is indented is refused, and not left out', () => {
    const diff = '    --- a/b\n    +++ b/b\n    @@ -1 +1 @@\n    -p\n    +q\n';
    const patch = `*** Begin Patch\n*** Update File: a\n@@\n-y\n+z\n@@ f @@\n${diff}*** End Patch`;
    expect(readApplyPatch(patch)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', data: { line: 6 } }],
    });
  });

  test('a hunk of unchanged lines beside one with a change is left out, and that is said', () => {
    const patch = '*** Begin Patch\n*** Update File: a\n@@ f\n x\n@@\n-y\n+z\n*** End Patch';
    expect(readApplyPatch(patch)).toMatchObject({
      operations: [
        {
          action: 'modify',
          hunks: [
            {
              number: 2,
              lines: [
                ['-', 'y'],
                ['+', 'z'],
              ],
            },
          ],
        },
      ],
      repairs: ['A hunk that changes nothing was left out (line 3)'],
    });
  });

  test('a unified diff between the marks is read as one', () => {
    const patch = '*** Begin Patch\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n*** End Patch\n';
    expect(readApplyPatch(patch)).toMatchObject({
      ok: true,
      operations: [{ action: 'modify', path: 'x', hunks: [{ number: 1, lineHint: 1 }] }],
    });
    expect(readApplyPatch(patch.replace('+++ b/x', '+++ b/y'))).toMatchObject({
      ok: false,
      refusals: [{ data: { line: 2 } }],
    });
  });

  test.each([
    '+++ b/src/y.js\n@@',
    '--- a/src/y.js\n+++ b/src/y.js\n@@',
    '--- a/src/y.js\n@@',
    '+++ b/src/y.js\n\n@@',
    '+++ b/src/y.js',
  ])('a name line of a diff among the hunks of a file is refused, and no line of it: %j', (lines) => {
    const patch = (name: string) =>
      `*** Begin Patch\n*** Update File: x\n@@\n-a\n+b\n${name}\n-c\n+d\n*** End Patch\n`;
    expect(readApplyPatch(patch(lines))).toMatchObject({
      ok: false,
      refusals: [{ path: 'x', message: expect.stringContaining('names the file of a diff') }],
    });
    expect(readApplyPatch(patch('+++ b;\n@@'))).toMatchObject({ ok: true });
  });

  test('all problems are told at once, with file and hunk', () => {
    const patch = '*** Begin Patch\n*** Update File: a\n-x\n@@\nx\n*** Add File: b\n+x\ny\n*** End Patch';
    expect(readApplyPatch(patch)).toMatchObject({
      ok: false,
      refusals: [{ path: 'a', hunk: 2 }, { path: 'b' }],
    });
  });
});
