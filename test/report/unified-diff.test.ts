import { describe, expect, test } from '@jest/globals';
import { formatUnifiedDiff } from '../../src/report/unified-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('report/unified-diff', () => {
  test('a changed, a new, a deleted and a moved file look as in git', () => {
    const diff = formatUnifiedDiff([
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

  test('binary files are only named', () => {
    expect(
      formatUnifiedDiff([{ path: 'x.png', before: Uint8Array.of(0, 1), after: Uint8Array.of(255) }]),
    ).toContain('Binary files differ');
  });

  test('two files that have nothing in common are cut off, not worked on for minutes', () => {
    const lines = (word: string) =>
      bytes(Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join(''));
    expect(formatUnifiedDiff([{ path: 'a', before: lines('x'), after: lines('y') }])).toContain(
      'More than 5000 lines differ',
    );
  });
});
