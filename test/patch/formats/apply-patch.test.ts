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
          executable: false,
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
    });
  });

  test('a file can be moved as it is, and carriage returns do no harm', () => {
    expect(
      readApplyPatch('*** Begin Patch\r\n*** Update File: a\r\n*** Move to: b\r\n*** End Patch'),
    ).toEqual({
      ok: true,
      operations: [{ action: 'rename', from: 'a', path: 'b', hunks: [] }],
    });
  });

  test.each([
    ['has no beginning', '*** Update File: a\n-x\n+y\n*** End Patch', { line: 1 }],
    ['has no end', '*** Begin Patch\n*** Update File: a\n-x\n+y\n', { line: 4 }],
    ['is empty', '', { line: 0 }],
    ['names no file', '*** Begin Patch\n*** End Patch', { line: 1 }],
    [
      'begins with lines of no file',
      '*** Begin Patch\n-x\n+y\n*** Delete File: b\n*** End Patch',
      { line: 2 },
    ],
    ['adds a line without a mark', '*** Begin Patch\n*** Add File: a\n+x\ny\n*** End Patch', { line: 4 }],
    [
      'updates with a line without a mark',
      '*** Begin Patch\n*** Update File: a\n-x\n+y\nz\n*** End Patch',
      { line: 5 },
    ],
    ['updates nothing', '*** Begin Patch\n*** Update File: a\n*** End Patch', { line: 2 }],
    [
      'has a hunk that changes nothing',
      '*** Begin Patch\n*** Update File: a\n@@\n x\n*** End Patch',
      { line: 3 },
    ],
  ])('a patch that %s is refused', (_what, patch, data) => {
    expect(readApplyPatch(patch)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', data }] });
  });

  test('all problems are told at once, with file and hunk', () => {
    const patch = '*** Begin Patch\n*** Update File: a\n x\n@@\n-x\n?\n*** Add File: b\ny\n*** End Patch';
    expect(readApplyPatch(patch)).toMatchObject({
      ok: false,
      refusals: [{ path: 'a', hunk: 2 }, { path: 'b' }],
    });
  });
});
