import { describe, expect, test } from '@jest/globals';
import { type FileVersions, joinDiffs } from '../../src/report/file-diff.ts';
import { diffFiles } from '../../src/report/unified-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('report/unified-diff', () => {
  test('a changed, a new, a deleted and a moved file look as in git', () => {
    const diff = show([
      { path: 'a.txt', before: bytes('one\ntwo\n'), after: bytes('one\nTWO\n') },
      { path: 'new.txt', before: null, after: bytes('x\n') },
      { path: 'old.txt', before: bytes('y'), after: null },
      { path: 'to.txt', from: 'from.txt', before: bytes('z\n'), after: bytes('zz\n') },
    ]);
    expect(diff).toBe(`--- a/a.txt
+++ b/a.txt
@@ -1,2 +1,2 @@
 one
-two
+TWO
--- /dev/null
+++ b/new.txt
@@ -0,0 +1,1 @@
+x
--- a/old.txt
+++ /dev/null
@@ -1,1 +0,0 @@
-y
\\ No newline at end of file
--- a/from.txt
+++ b/to.txt
@@ -1,1 +1,1 @@
-z
+zz
`);
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

function show(files: readonly FileVersions[]): string {
  return joinDiffs(diffFiles(files));
}

function manyLines(word: string): Uint8Array {
  return bytes(Array.from({ length: 6_000 }, (_, index) => `${word} ${index}\n`).join(''));
}
