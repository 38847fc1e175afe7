import { describe, expect, test } from '@jest/globals';
import { apply, refusalsOf, textsOf } from './sources.ts';

describe('apply/diff', () => {
  test('line endings, byte order mark, last line break and mode of the file are kept', () => {
    const bytes = new TextEncoder().encode('\ufeffa\r\nb\r\nc');
    const diff = '--- a/x\n+++ b/x\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n+BB\n c\n';
    const result = apply({ x: { kind: 'file', bytes, executable: true } }, { kind: 'diff', diff });
    expect(textsOf(result)).toEqual({ x: '\ufeffa\r\nB\r\nBB\r\nc' });
    expect(result).toMatchObject({ changes: [{ executable: true }] });
  });

  test('a patch with carriage returns fits a file without them', () => {
    expect(
      textsOf(
        apply(
          { x: 'a\nb\n' },
          { kind: 'diff', diff: '--- a/x\r\n+++ b/x\r\n@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+c\r\n' },
        ),
      ),
    ).toEqual({ x: 'a\nc\n' });
  });

  test('in a file of mixed line endings all others stay, and new lines take that of their place', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,5 +1,6 @@\n a\n-b\n+B\n c\n d\n+D\n e\n';
    expect(textsOf(apply({ x: 'a\r\nb\r\nc\nd\ne\r\n' }, { kind: 'diff', diff }))).toEqual({
      x: 'a\r\nB\r\nc\nd\nD\r\ne\r\n',
    });
  });

  test.each([
    ['a\nb', '-b\n\\ No newline at end of file\n+b\n', 'a\nb\n'],
    ['a\nb\n', '-b\n+b\n\\ No newline at end of file\n', 'a\nb'],
    ['a\nb', '-b\n+c\n', 'a\nc'],
    ['a\nb\n', '-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n', 'a\nc\n'],
  ])('the last line break of %j changes only where the patch says so', (before, body, after) => {
    expect(
      textsOf(apply({ x: before }, { kind: 'diff', diff: `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n${body}` })),
    ).toEqual({ x: after });
  });

  describe('a copy', () => {
    const changed = 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n';
    const copied = 'diff --git a/x b/y\nsimilarity index 50%\ncopy from x\ncopy to y\n';
    const hunk = '--- a/x\n+++ b/y\n@@ -1,2 +1,2 @@\n a\n-b\n+B\n';

    test.each([
      ['without a change of its own', copied, 'a\nb\n'],
      ['with one', copied + hunk, 'a\nB\n'],
    ])('is one of the file as it was before the diff changed it, %s', (_, copy, y) => {
      for (const diff of [changed + copy, `${changed}\n${copy}`, copy + changed])
        expect(textsOf(apply({ x: 'a\nb\n' }, { kind: 'diff', diff }))).toEqual({ x: 'A\nb\n', y });
      const renamed = 'diff --git a/x b/w\nsimilarity index 100%\nrename from x\nrename to w\n';
      expect(textsOf(apply({ x: 'a\nb\n' }, { kind: 'diff', diff: renamed + copy }))).toEqual({
        x: null,
        w: 'a\nb\n',
        y,
      });
    });

    test('in the next mail of a series is one of what the mail before made', () => {
      const mail = (diff: string) =>
        `From 1234567 Mon Sep 17 00:00:00 2001\nSubject: x\n\n---\n${diff}-- \n2.40\n\n`;
      const diff = mail(changed) + mail(copied);
      expect(textsOf(apply({ x: 'a\nb\n' }, { kind: 'diff', diff }))).toEqual({ x: 'A\nb\n', y: 'A\nb\n' });
    });
  });

  test('a patch about the last line break fits at the end only', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n';
    expect(refusalsOf(apply({ x: 'a\nc\n' }, { kind: 'diff', diff }))).toMatchObject([
      { code: 'not_found', hunk: 1 },
    ]);
  });

  test('lines without context go to the end once, and nowhere where such lines stand there when they come', () => {
    const added = '@@ -2,0 +3 @@\n+row\n\\ No newline at end of file\n';
    const append = (x: string) => apply({ x }, { kind: 'diff', diff: `--- a/x\n+++ b/x\n${added}` });
    expect(textsOf(append('head\nother\n'))).toEqual({ x: 'head\nother\nrow' });
    expect(append('head\nother\nrow')).toMatchObject({ ok: true, changes: [] });
    expect(refusalsOf(append('head\nrow\n'))).toMatchObject([{ code: 'ambiguous', hunk: 1 }]);
  });

  test.each([
    [
      'a line like the two above it',
      'head\nrow\nrow\n',
      '@@ -3 +3,2 @@\n-row\n+row\n+row\n\\ No newline at end of file\n',
      'head\nrow\nrow\nrow',
    ],
    [
      'a line above the last one',
      'EOF\n}',
      '@@ -2 +2,2 @@\n-}\n\\ No newline at end of file\n+EOF\n+}\n',
      'EOF\nEOF\n}\n',
    ],
  ])('%s is added where the line number still holds', (_, x, body, after) => {
    const diff = `--- a/x\n+++ b/x\n${body}`;
    expect(textsOf(apply({ x }, { kind: 'diff', diff }))).toEqual({ x: after });
    expect(apply({ x: after }, { kind: 'diff', diff })).toMatchObject({ ok: true, changes: [] });
  });

  test('what is there already leaves the last line break as it is', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n one\n+second\n\\ No newline at end of file\n';
    expect(apply({ x: 'one\nsecond\n' }, { kind: 'diff', diff })).toMatchObject({ ok: true, changes: [] });
  });

  test('new, deleted, renamed, copied and chmodded files', () => {
    const diff = `diff --git a/new b/new
new file mode 100755
--- /dev/null
+++ b/new
@@ -0,0 +1 @@
+hello
diff --git a/gone b/gone
deleted file mode 100644
--- a/gone
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
diff --git a/r1 b/r2
similarity index 50%
rename from r1
rename to r2
--- a/r1
+++ b/r2
@@ -1 +1 @@
-r
+R
diff --git a/c1 b/c2
similarity index 100%
copy from c1
copy to c2
diff --git a/run b/run
old mode 100644
new mode 100755
`;
    const result = apply({ gone: 'a\nb\n', r1: 'r\n', c1: 'c\n', run: 'x\n' }, { kind: 'diff', diff });
    expect(textsOf(result)).toEqual({
      new: 'hello\n',
      gone: null,
      r1: null,
      r2: 'R\n',
      c2: 'c\n',
      run: 'x\n',
    });
    expect(
      result.ok && result.changes.map(({ path, action, executable }) => [path, action, executable]),
    ).toEqual([
      ['c2', 'create', false],
      ['gone', 'delete', false],
      ['new', 'create', true],
      ['r2', 'rename', false],
      ['run', 'modify', true],
    ]);
  });

  test('a deleted file must be as the patch says', () => {
    const diff = '--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n';
    expect(refusalsOf(apply({ x: 'a\nb\n' }, { kind: 'diff', diff }))).toMatchObject([
      { code: 'not_found', data: { linesLeft: 1 } },
    ]);
    expect(refusalsOf(apply({}, { kind: 'diff', diff }))).toMatchObject([{ code: 'not_found', path: 'x' }]);
  });

  test('a new file that is there already is refused, unless it is the same', () => {
    const diff = '--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n';
    expect(refusalsOf(apply({ x: 'b\n' }, { kind: 'diff', diff }))).toMatchObject([
      { code: 'already_exists', path: 'x', pointer: '/changes/0/diff' },
    ]);
    expect(apply({ x: 'a\n' }, { kind: 'diff', diff })).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ status: 'already_applied' }],
    });
  });

  test('one file twice in one diff: the second part sees what the first one left', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-b\n+c\n';
    expect(textsOf(apply({ x: 'a\n' }, { kind: 'diff', diff }))).toEqual({ x: 'c\n' });
  });
});
