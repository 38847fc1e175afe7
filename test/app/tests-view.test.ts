import { expect, test } from '@jest/globals';
import { renderTests } from '../../src/app/dashboard/tests-view.ts';
import type { TestReport } from '../../src/record/outcome.ts';

const REPORT: TestReport = {
  verdict: 'failed',
  sha: 'a'.repeat(40),
  command: 'npm test',
  exitCode: 1,
  seconds: 1,
  failingLines: [],
  tail: 'x'.repeat(346),
  outputBytes: 347,
};

test.each([
  ['a line break at its end is cut', 347, false],
  ['blank lines at its end are cut', 360, false],
  ['nothing is cut', 346, false],
  ['lines before it are cut', 20_000, true],
])('an output is said to be incomplete only where %s', async (_, outputBytes, said) => {
  const page = String(await renderTests({ ...REPORT, outputBytes }));
  expect(page.includes('The last 346 of')).toBe(said);
  expect(page).toContain('the test job reported; it ran code of the patch.');
});

test('an output that the record does not keep is not said to be none', async () => {
  const page = async (outputBytes: number) => String(await renderTests({ ...REPORT, tail: '', outputBytes }));
  expect(await page(1)).toContain('It printed nothing.');
  expect(await page(9_000)).toContain('The record keeps nothing of what it printed; its run has all of it.');
});
