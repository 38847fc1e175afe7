import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type FileVersions, joinDiffs } from '../../src/report/file-diff.ts';
import { diffFiles } from '../../src/report/unified-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('report/unified-diff', () => {
  test('a changed, a new, a deleted and a moved file look as in git', () => {
    const diff = show([
      { path: 'a.txt', modes: PLAIN, before: bytes('one\ntwo\n'), after: bytes('one\nTWO\n') },
      { path: 'new.txt', modes: { before: null, after: '100644' }, before: null, after: bytes('x\n') },
      { path: 'old.txt', modes: { before: '100755', after: null }, before: bytes('y'), after: null },
      { path: 'to.txt', from: 'from.txt', modes: PLAIN, before: bytes('z\n'), after: bytes('zz\n') },
    ]);
    expect(diff).toBe(`diff --git a/a.txt b/a.txt
--- a/a.txt
+++ b/a.txt
@@ -1,2 +1,2 @@
 one
-two
+TWO
diff --git a/new.txt b/new.txt
new file mode 100644
--- /dev/null
+++ b/new.txt
@@ -0,0 +1,1 @@
+x
diff --git a/old.txt b/old.txt
deleted file mode 100755
--- a/old.txt
+++ /dev/null
@@ -1,1 +0,0 @@
-y
\\ No newline at end of file
diff --git a/from.txt b/to.txt
rename from from.txt
rename to to.txt
--- a/from.txt
+++ b/to.txt
@@ -1,1 +1,1 @@
-z
+zz
`);
  });

  test('a file that only gets another mode or another name, or is empty, looks as in git too', () => {
    const same = bytes('x\n');
    const diff = show([
      { path: 'run.sh', modes: EXECUTABLE, before: same, after: same },
      { path: 'to.sh', from: 'from.sh', modes: EXECUTABLE, before: same, after: same },
      { path: 'empty', modes: { before: null, after: '100755' }, before: null, after: bytes('') },
      { path: 'a.txt', modes: PLAIN, before: same, after: bytes('y\n') },
    ]);
    expect(diff).toBe(`diff --git a/run.sh b/run.sh
old mode 100644
new mode 100755
diff --git a/from.sh b/to.sh
old mode 100644
new mode 100755
similarity index 100%
rename from from.sh
rename to to.sh
diff --git a/empty b/empty
new file mode 100755
diff --git a/a.txt b/a.txt
--- a/a.txt
+++ b/a.txt
@@ -1,1 +1,1 @@
-x
+y
`);
  });

  test('git does what the diff shows, modes and moves among it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    try {
      for (const path of ['run.sh', 'from.sh', 'a.txt']) {
        writeFileSync(join(folder, path), 'x\n');
      }
      const same = bytes('x\n');
      const input = show([
        { path: 'run.sh', modes: EXECUTABLE, before: same, after: same },
        { path: 'to.sh', from: 'from.sh', modes: PLAIN, before: same, after: same },
        { path: 'empty', modes: { before: null, after: '100644' }, before: null, after: bytes('') },
        { path: 'a.txt', modes: EXECUTABLE, before: same, after: bytes('y\n') },
      ]);
      execFileSync('git', ['apply'], { cwd: folder, input });
      expect(readdirSync(folder).sort()).toEqual(['a.txt', 'empty', 'run.sh', 'to.sh']);
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('y\n');
      const executable = (path: string) => (statSync(join(folder, path)).mode & 0o100) !== 0;
      expect(['run.sh', 'to.sh', 'a.txt'].map(executable)).toEqual([true, false, true]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a few lines of megabytes are not shown', () => {
    const after = bytes('x'.repeat(1_500_000));
    const shown = show(['a', 'b'].map((path) => ({ path, before: null, after })));
    expect(shown.length).toBeLessThan(2_000_000);
    expect(shown).toContain('+++ b/b\nToo much differs to be shown\n');
  });

  test('binary files are only named', () => {
    expect(show([{ path: 'x.png', before: Uint8Array.of(0, 1), after: Uint8Array.of(255) }])).toContain(
      'Binary files differ',
    );
  });

  test('a few words that change every line of many files keep nobody busy for minutes', () => {
    const large = { path: 'a', before: manyLines('x'), after: manyLines('y') };
    const fresh = { path: 'b', before: null, after: bytes('b\n') };
    const started = process.cpuUsage();
    const diffs = diffFiles([...Array.from({ length: 20 }, () => large), fresh]);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(8);
    expect(diffs.filter(({ unified }) => unified.includes('Too many lines differ'))).toHaveLength(20);
    expect(diffs.at(-1)?.unified).toContain('+b');
  });
});

const PLAIN = { before: '100644', after: '100644' };
const EXECUTABLE = { before: '100644', after: '100755' };

function show(files: readonly FileVersions[]): string {
  return joinDiffs(diffFiles(files));
}

function manyLines(word: string): Uint8Array {
  return bytes(Array.from({ length: 6_000 }, (_, index) => `${word} ${index}\n`).join(''));
}
