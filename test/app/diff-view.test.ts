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
