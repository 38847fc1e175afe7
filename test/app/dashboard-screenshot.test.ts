import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { FAILING, GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { findMissingBrowser, openBrowser } from '../local/browser.ts';
import { createDashboardWorld, OTHER_REPOSITORY, SHOP_REPOSITORY } from './dashboard-world.ts';

const ROOT = join(import.meta.dirname, '../..');
const PICTURE = join(ROOT, 'docs/dashboard.png');

describe('the picture of the dashboard', () => {
  test('is made anew where UPDATE_SCREENSHOTS=1 asks for it', async () => {
    if (process.env['UPDATE_SCREENSHOTS'] === '1') {
      expect(findMissingBrowser()).toBeNull();
      await takePicture();
    }
    const header = readFileSync(PICTURE).subarray(0, 24);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([SIZE.width, SIZE.height]);
  }, 120_000);

  test('is small enough for a page, and shown with words for who can not see it', () => {
    expect(statSync(PICTURE).size).toBeLessThanOrEqual(150_000);
    expect(readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8')).toMatch(/!\[[^\]]{40,}\]\(dashboard\.png\)/);
  });
});

const SIZE = { width: 1280, height: 760 };

/** What becomes of a few patches in two repositories. */
async function takePicture(): Promise<void> {
  const world = await createDashboardWorld();
  const browser = await openBrowser();
  try {
    await world.send(OTHER_REPOSITORY, { ...GOOD, id: 'invoice-quantities' });
    await world.send(SHOP_REPOSITORY, GOOD);
    await world.send(SHOP_REPOSITORY, FAILING);
    await world.send(SHOP_REPOSITORY, MISFIT);
    await world.sandbox.idle();
    await world.sandbox.send(SHOP_REPOSITORY, { ...MISFIT, id: 'refused-there' });
    const page = await browser.context.newPage();
    await page.setViewportSize(SIZE);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(world.server.makeSignInUrl() ?? '');
    for (const words of ['Tests failed', 'Refused', 'Running']) {
      await page.locator('.panel', { hasText: SHOP_REPOSITORY }).getByText(words, { exact: true }).waitFor();
    }
    await page.locator('.figures', { hasText: 'not found 2' }).waitFor();
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
    await world.close();
  }
}
