import { describe, expect, test } from '@jest/globals';
import { planPatch } from '../../src/apply/plan.ts';
import { type Change, patchSchema } from '../../src/patch/schema.ts';

const hunk = '@@ -1,2 +1,2 @@\n a\n-b\n+c\n';

describe('apply/plan', () => {
  test('a text becomes the steps of all that is in it, with its hunks numbered through', () => {
    const text = `--- a/x\n+++ b/x\n${hunk}\n*** Begin Patch\n*** Update File: y\n-b\n+c\n*** End Patch\n`;
    expect(plan({ kind: 'text', text })).toMatchObject({
      ok: true,
      steps: [
        { change: 0, pointer: '/changes/0/text', operation: { path: 'x', hunks: [{ number: 1 }] } },
        { change: 0, pointer: '/changes/0/text', operation: { path: 'y', hunks: [{ number: 2 }] } },
      ],
    });
  });

  test('a problem in a text is told with the line of the text and a pointer to it', () => {
    const text = `Here:\n\n\`\`\`diff\n--- a/x\n+++ b/x\n${hunk}@@ -9 +9 @@\n a\n\`\`\`\n`;
    expect(plan({ kind: 'text', text })).toMatchObject({
      ok: false,
      refusals: [{ pointer: '/changes/0/text', path: 'x', hunk: 2, data: { line: 10 } }],
    });
  });

  const forms = {
    diff: `--- a/x\n+++ b/x\n${hunk}`,
    apply_patch: '*** Begin Patch\n*** Update File: y\n-b\n+c\n*** End Patch\n',
    blocks: 'z.txt\n<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n',
  } as const;
  const changeOf = {
    diff: (diff: string): Change => ({ kind: 'diff', diff }),
    apply_patch: (patch: string): Change => ({ kind: 'apply_patch', patch }),
    blocks: (text: string): Change => ({ kind: 'blocks', text }),
  };
  test.each([
    ['diff', 'blocks'],
    ['diff', 'apply_patch'],
    ['apply_patch', 'diff'],
    ['apply_patch', 'blocks'],
    ['blocks', 'diff'],
    ['blocks', 'apply_patch'],
  ] as const)('a change of kind %s holds no %s, above it or below', (kind, other) => {
    for (const text of [`${forms[kind]}\n${forms[other]}`, `${forms[other]}\n${forms[kind]}`]) {
      expect(plan(changeOf[kind](text))).toMatchObject({
        ok: false,
        refusals: [{ code: 'malformed', data: { kind, other } }],
      });
    }
  });

  test.each([
    { kind: 'diff', diff: hunk, path: 'x' },
    { kind: 'apply_patch', patch: '@@\n a\n-b\n+c\n', path: 'x' },
    { kind: 'blocks', text: '<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n', path: 'x' },
    { kind: 'text', text: hunk, path: 'x' },
  ] as const)('the path of a $kind is for what names no file', (change) => {
    expect(plan(change)).toMatchObject({
      ok: true,
      steps: [
        {
          operation: {
            path: 'x',
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
        },
      ],
    });
  });

  test('line numbers are taken off a literal text where every line has one', () => {
    const edit = { kind: 'edit', path: 'x', count: 1 } as const;
    expect(plan({ ...edit, find: '1 | a\n2 | b', replace: '1 | a\n2 | c' })).toMatchObject({
      steps: [
        {
          operation: {
            edit: { find: 'a\nb', replace: 'a\nc' },
            numbered: { find: '1 | a\n2 | b', replace: '1 | a\n2 | c' },
          },
        },
      ],
      repairs: [
        'The line numbers before each line of the text to find in x were left out, unless the file has them',
      ],
    });
    expect(plan({ ...edit, find: '1 | a', replace: '1 | b' })).toMatchObject({
      steps: [{ operation: { edit: { find: '1 | a' } } }],
      repairs: [],
    });
  });

  test.each([
    ['a hunk', { kind: 'diff', diff: '--- a/x\n+++ b/x\n@@\n-a\n-b\n+// ... existing code ...\n' }, '/diff'],
    ['a new file', { kind: 'apply_patch', patch: '*** Add File: x\n+a\n+# rest unchanged\n' }, '/patch'],
    [
      'an edit',
      { kind: 'edit', path: 'x', find: 'a', replace: 'b\n// ... rest of code ...', count: 1 },
      '/replace',
    ],
    [
      'a hunk with dots alone in a comment',
      { kind: 'diff', diff: '--- a/x\n+++ b/x\n@@\n-a\n-b\n+// ...\n' },
      '/diff',
    ],
    [
      'an edit with dots alone in a comment',
      { kind: 'edit', path: 'x', find: 'a\nb\nc', replace: 'b\n<!-- ... -->\nc', count: 1 },
      '/replace',
    ],
  ] as const)('%s that puts an elision into a file is refused', (_what, change, field) => {
    expect(plan(change)).toMatchObject({
      ok: false,
      refusals: [{ code: 'elided_edit', path: 'x', pointer: `/changes/0${field}` }],
    });
  });

  test('an elision on both sides means lines to pass over', () => {
    const text =
      'x\n<<<<<<< SEARCH\na\n// ... existing code ...\nb\n=======\na\n// ... existing code ...\nc\n>>>>>>> REPLACE\n';
    expect(plan({ kind: 'blocks', text })).toMatchObject({ ok: true });
  });

  test('a remark that all is as it was is refused in the place of several lines, and taken where it stands for none', () => {
    const hunk = (...lines: readonly string[]) =>
      ({ kind: 'diff', diff: `--- a/x\n+++ b/x\n@@\n${lines.join('\n')}\n` }) as const;
    const refused = { ok: false, refusals: [{ code: 'elided_edit', path: 'x' }] };
    expect(plan(hunk(' a', '-b', '-c', '+// loop stays the same'))).toMatchObject(refused);
    expect(plan(hunk(' a', '-b', '+// loop stays the same', '+c'))).toMatchObject({ ok: true });
    expect(plan(hunk(' a', '+// loop stays the same'))).toMatchObject({ ok: true });
    const edit = { kind: 'edit', path: 'x', count: 1 } as const;
    const replace = 'a\n// same as above';
    expect(plan({ ...edit, find: 'a\nb\nc', replace })).toMatchObject(refused);
    expect(plan({ ...edit, find: 'a\nb', replace })).toMatchObject({ ok: true });
  });

  test('dots are mere text where nothing is taken away, and outside of comments', () => {
    expect(plan({ kind: 'diff', diff: '--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n a\n+// ...\n' })).toMatchObject({
      ok: true,
    });
    const edit = {
      kind: 'edit',
      path: 'x.py',
      find: 'def f():\n    pass',
      replace: 'def f():\n    ...',
      count: 1,
    } as const;
    expect(plan(edit)).toMatchObject({ ok: true });
  });

  test('what was put right is told per change', () => {
    const text = '--- a/x\n+++ b/x\n@@\n a\n-b\n+c\n';
    expect(plan({ kind: 'delete', path: 'z' }, { kind: 'diff', diff: text })).toMatchObject({
      repairs: ['In change 2: A hunk header without line ranges was read (line 3)'],
    });
  });
});

function plan(...changes: Change[]) {
  return planPatch(patchSchema.parse({ version: 1, changes }));
}
