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
