import { expect, test } from '@jest/globals';
import { renderChanges } from '../../src/app/dashboard/diff-view.ts';
import { diffFiles } from '../../src/report/unified-diff.ts';

test('a patch that makes very much is a page that can be shown, and says what is not on it', async () => {
  const after = Buffer.from('x\n'.repeat(1_000));
  const files = diffFiles(
    Array.from({ length: 100 }, (_, index) => ({ path: `notes-${index}.txt`, before: null, after })),
  );
  const page = String(
    await renderChanges({ known: true, base: null, files, misfit: null, hunks: [], generated: null }),
  );
  expect(page.length).toBeLessThan(8_000_000);
  expect(page).toContain('notes-0.txt');
  expect(page).toMatch(/\d\d more files are not shown here\./);
});

test('a patch that can not be put anywhere has the reason there, as text', async () => {
  const message = 'The server worked on <this> for 10 seconds and then gave up; send it in smaller parts.';
  const misfit = { kind: 'refused', refusals: [{ code: 'too_large', message }] } as const;
  const nothing = { known: true, base: null, files: [], hunks: [], generated: null } as const;
  const page = String(await renderChanges({ ...nothing, misfit }));
  expect(page).toContain('worked on &lt;this&gt; for 10 seconds');
  expect(page).not.toContain('Nothing would change');
  expect(String(await renderChanges({ ...nothing, misfit: null }))).toContain('Nothing would change');
});

test('code between an escape and what a terminal takes for its end is shown', async () => {
  const lines = 'check(user); /*\u001B]*/ refund(user); /*\u001B\\*/\n';
  const files = diffFiles([
    { path: 'pay.js', before: Buffer.from('check(user);\n'), after: Buffer.from(lines) },
  ]);
  const nothing = { known: true, base: null, misfit: null, hunks: [], generated: null } as const;
  expect(String(await renderChanges({ ...nothing, files }))).toContain(
    '/*[U+001B]]*/ refund(user); /*[U+001B]\\*/',
  );
});

test.each([
  ['100644', '100755', 'becomes executable'],
  ['100755', '100644', 'no longer executable'],
  [null, '100755', 'executable'],
  ['120000', '100644', 'no longer a symlink'],
])('a file whose mode is %s and becomes %s says %s', async (before, after, says) => {
  const text = Buffer.from('x\n');
  const modes = { before, after };
  const files = diffFiles([{ path: 'run.sh', modes, before: before === null ? null : text, after: text }]);
  const page = String(await renderChanges({ ...KNOWN, files }));
  expect(page).toContain(`>${says}<`);
  expect(page).toContain(`<code>${after}</code>`);
  expect(page.includes('All its lines stay as they are.')).toBe(before !== null);
});

test('a file that is only moved says so, and the lines of one that is changed too stand below', async () => {
  const modes = { before: '100644', after: '100644' };
  const moved = { path: 'to.txt', from: 'from.txt', modes, before: Buffer.from('x\n') };
  const show = async (text: string) =>
    String(await renderChanges({ ...KNOWN, files: diffFiles([{ ...moved, after: Buffer.from(text) }]) }));
  expect(await show('x\n')).toContain('All its lines stay as they are.');
  expect(await show('y\n')).toContain('<span class="sign">+</span>y');
});

const KNOWN = { known: true, base: null, misfit: null, hunks: [], generated: null } as const;
