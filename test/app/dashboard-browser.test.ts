import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FAILING, GOOD } from '../../src/local/sample/patches.ts';
import { type Browser, findMissingBrowser, openBrowser } from '../local/browser.ts';
import {
  createDashboardWorld,
  type DashboardWorld,
  OTHER_REPOSITORY,
  SHOP_REPOSITORY,
} from './dashboard-world.ts';

/** What a model may send as a title: it ends scripts, loads pictures, turns around, and never ends. */
const HOSTILE = `</script><img src=x onerror="document.title='taken'"> \u202Eesrever ${'endless'.repeat(14)}`;

const missing = findMissingBrowser();
const inBrowser = missing === null ? describe : describe.skip;

inBrowser(`the dashboard in a browser${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  let world: DashboardWorld;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    world = await createDashboardWorld();
    await world.send(SHOP_REPOSITORY, { id: 'hostile', patch: { ...GOOD.patch, title: HOSTILE } });
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        errors.push(message.text());
      }
    });
    await page.goto(world.server.makeSignInUrl() ?? '');
  });

  afterAll(async () => {
    await browser?.close();
    await world.close();
  });

  test('shows a new patch, and what becomes of it, without a reload', async () => {
    await page.evaluate('window.notReloaded = true');
    await world.send(SHOP_REPOSITORY, FAILING);
    const row = page.locator('.patches li', { hasText: 'Round discounts down' });
    await row.getByText('Tests failed').waitFor();
    expect(await row.getByRole('link', { name: /#\d/ }).count()).toBe(1);
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    expect(await page.locator('#live').textContent()).toBe('Live');
  });

  test('leaves alone what the reader types and focuses while it changes', async () => {
    const reason = page.getByRole('textbox', { name: `Reason for a pause of ${OTHER_REPOSITORY}` });
    await reason.fill('half a sen');
    await world.send(OTHER_REPOSITORY, GOOD);
    await page.locator('.panel', { hasText: OTHER_REPOSITORY }).getByText('In review').waitFor();
    expect(await reason.inputValue()).toBe('half a sen');
    expect(await page.evaluate('document.activeElement.placeholder')).toBe('Reason (optional)');
    await reason.fill('');
  });

  test('says to who can not see it what has changed', async () => {
    expect(await page.locator('#announce[aria-live=polite]').textContent()).toMatch(
      /: In review|have changed/,
    );
  });

  test('pauses at the press of a button, confirms it, and resumes', async () => {
    await page.getByRole('button', { name: `Pause ${SHOP_REPOSITORY}` }).click();
    await page.getByText('Done, and seen to be so.').waitFor();
    const panel = page.locator('.panel', { hasText: SHOP_REPOSITORY });
    await panel.getByText('Paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: `Resume ${SHOP_REPOSITORY}` }).click();
    await panel.getByText('Running', { exact: true }).waitFor();
  });

  test('shows a hostile title as text, everywhere', async () => {
    for (const path of ['/', `/patches/${SHOP_REPOSITORY}/hostile`]) {
      await page.goto(world.server.url + path);
      await page.getByText('</script><img src=x').first().waitFor();
      expect(await page.locator('img').count()).toBe(1);
      expect(await page.title()).not.toBe('taken');
    }
  });

  test('is used with the keyboard alone', async () => {
    await page.goto(world.server.url);
    await page.keyboard.press('Tab');
    expect(await focused()).toMatchObject({ text: 'Skip to the content', visible: true });
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const { text, visible } = await focused();
      expect({ text, visible }).toEqual({ text, visible: true });
      seen.push(text);
      if (text === `Pause ${SHOP_REPOSITORY}`) {
        break;
      }
    }
    expect(seen).toEqual(expect.arrayContaining(['Sign out', `Pause ${SHOP_REPOSITORY}`]));
    await page.keyboard.press('Enter');
    await page.getByText('Done, and seen to be so.').waitFor();
    await page.getByRole('button', { name: `Resume ${SHOP_REPOSITORY}` }).press('Enter');
    await page.getByText('Done, and seen to be so.').waitFor();
  });

  test.each([320, 390, 1280])('needs no sideways scrolling at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    for (const path of [
      '/',
      `/patches/${SHOP_REPOSITORY}/hostile`,
      `/patches/${SHOP_REPOSITORY}/discount-floor`,
    ]) {
      await page.goto(world.server.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  test.each(['light', 'dark'] as const)('has letters that stand out in %s mode', async (colorScheme) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of ['/', `/patches/${SHOP_REPOSITORY}/discount-floor`]) {
      await page.goto(world.server.url + path);
      expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
    }
  });

  test('tells when it is not connected any more, and that it may be old', async () => {
    await browser.context.setOffline(true);
    await page.goto('about:blank').catch(() => undefined);
    await browser.context.setOffline(false);
    await page.goto(world.server.url);
    await page.getByText('Live', { exact: true }).waitFor();
    await browser.context.route('**/dashboard/changes', (route) => route.abort());
    await page.reload();
    await page.getByText('Not connected: this may be old').waitFor();
    await browser.context.unroute('**/dashboard/changes');
  });

  test('fills itself in when GitHub has said what there is to see', async () => {
    world.sandbox.github.faults.add({ match: {}, fault: { kind: 'latency', ms: 1_500 } });
    await world.restart(() => {});
    await page.goto(world.server.url);
    await page.getByText('GitHub is being asked what you may see').waitFor();
    expect(await page.getByText('Running', { exact: true }).count()).toBe(0);
    await page.evaluate('window.notReloaded = true');
    await page.getByText('Round discounts down').first().waitFor();
    await page.getByText('Running', { exact: true }).first().waitFor();
    expect(await page.getByText('GitHub is being asked').count()).toBe(0);
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    world.sandbox.github.faults.clear();
  });

  test('shows the same without its script', async () => {
    await browser.context.route('**/live.js', (route) => route.abort());
    await page.goto(world.server.url);
    expect(await page.locator('#live').textContent()).toMatch(/^As of 20/);
    await page.getByText('Round discounts down').first().waitFor();
    await page.getByRole('button', { name: `Pause ${SHOP_REPOSITORY}` }).click();
    await page.getByText('Done, and seen to be so.').waitFor();
    await page.getByRole('button', { name: `Resume ${SHOP_REPOSITORY}` }).click();
    await page.getByText('Done, and seen to be so.').waitFor();
  });

  test('ran into nothing that its policy forbids, and broke nowhere', () => {
    expect(errors.filter((error) => !error.includes('net::ERR_'))).toEqual([]);
  });

  function focused(): Promise<Focused> {
    return page.evaluate<Focused>(FOCUSED);
  }
});

type Focused = { readonly text: string; readonly visible: boolean };

/** What has the focus, and whether one can see that. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) {
    return { text: '', visible: true };
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  return {
    text: element.textContent.replaceAll(/\\s+/g, ' ').trim(),
    visible: outlineStyle !== 'none' && outlineWidth !== '0px' && bottom > 0 && top < innerHeight,
  };
})()`;

/** Texts whose contrast with what is behind them is lower than WCAG's AA asks for, with the figure. */
const FAINT_TEXTS = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .filter((element) => element.checkVisibility() && element.closest('.hidden') === null)
    .flatMap((element) => {
      const [one, other] = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return contrast < 4.5 ? [element.className + ' ' + element.textContent.trim().slice(0, 30) + ' ' + contrast.toFixed(2)] : [];
    });
})()`;
