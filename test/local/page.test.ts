import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { createOctokit } from '../../src/io/github/client.ts';
import { type Page, startPage } from '../../src/local/page/page.ts';
import { FAILING } from '../../src/local/sample/patches.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { LOCAL_BOT_TOKEN, LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { GOOD, openShop, start } from '../scenarios/shop.ts';
import { type Browser, findMissingBrowser, openBrowser } from './browser.ts';

const REPOSITORY = 'acme/window';

let sandbox: Sandbox;
let page: Page;
let shop: Awaited<ReturnType<typeof openShop>>;

beforeAll(async () => {
  sandbox = await start();
  shop = await openShop(sandbox, 'window');
  page = await startPage(sandbox, REPOSITORY);
});

afterAll(async () => {
  await page.close();
  await sandbox.close();
});

const read = async (path = `/${REPOSITORY}`) => (await fetch(page.url + path)).text();
const visit = (url: string) => fetch(url, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8' } });

describe('the page of the local GitHub and Slack', () => {
  test('is legible before anything was sent', async () => {
    const text = await read();
    expect(text.match(/Nothing yet\./g)).toHaveLength(4);
    expect(text).toContain('the first patch sets the switch');
  });

  test('shows what came of a patch everywhere: pull request, statuses, run, record, switch, Slack', async () => {
    const run = await shop.deliver(GOOD);
    const { pullRequests } = await shop.snapshot();
    const text = await read();
    for (const expected of [
      'Count quantities in the cart total <span class="number">#1</span>',
      '<span class="label">ghost-runner</span>',
      '<h2>What was tested</h2>',
      `<code id="commit-${pullRequests[0]?.headSha}">`,
      '<span class="chip good">success</span> <span><a href="#run-',
      '<ins>+1</ins> <del>−1</del>',
      '<span class="removed">-  return items.reduce((sum, item) =&gt; sum + item.price, 0);',
      `id="run-${run.id}"`,
      '<code>refs/ghost/patches/cart-quantities</code> <span class="chip good">opened</span>',
      'first patch cart-quantities by shop-gpt',
      'edited once',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('Nothing yet.');
    expect(text).not.toContain('&lt;!-- ghost-runner');
  });

  test('shows the switch as the jobs read it', async () => {
    const commit = async (message: string) => {
      const tree = (await sandbox.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
      const author = ['-c', 'user.name=operator', '-c', 'user.email=operator@example.com'];
      return (await sandbox.github.git(REPOSITORY, ...author, 'commit-tree', tree, '-m', message)).trim();
    };
    const before = (await sandbox.github.git(REPOSITORY, 'rev-parse', 'refs/ghost/control')).trim();
    await sandbox.github.git(
      REPOSITORY,
      'update-ref',
      'refs/ghost/control',
      await commit('running, honestly'),
    );
    expect(await read()).toContain('<span class="chip bad">paused</span> refs/ghost/control can not be read');
    await sandbox.github.git(REPOSITORY, 'update-ref', 'refs/ghost/control', before);
  });

  test('has a place for each address that GitHub would have, and sends browsers there', async () => {
    const { url, runs } = { url: sandbox.github.url, runs: sandbox.engine.runs(REPOSITORY) };
    const main = (await shop.snapshot()).branches['main'];
    for (const [path, anchor] of [
      ['/pull/1', 'pull-1'],
      [`/actions/runs/${runs[0]?.id}`, `run-${runs[0]?.id}`],
      [`/commit/${main}`, `commit-${main}`],
    ]) {
      const sent = await visit(`${url}/${REPOSITORY}${path}`);
      expect([sent.status, sent.headers.get('location')]).toEqual([302, `${page.url}/${REPOSITORY}${path}`]);
      const arrived = await visit(`${page.url}/${REPOSITORY}${path}`);
      expect([arrived.status, arrived.headers.get('location')]).toEqual([302, `/${REPOSITORY}#${anchor}`]);
    }
    expect((await visit(page.url)).headers.get('location')).toBe(`/${REPOSITORY}`);
  });

  test.each(['/nothing', '/acme/other', `/${REPOSITORY}/pull/99`, `/${REPOSITORY}/settings`, '/page.ts'])(
    'does not know %s',
    async (path) => {
      expect((await visit(page.url + path)).status).toBe(404);
    },
  );

  test('does not come between the local GitHub and its API clients', async () => {
    const answer = await fetch(`${sandbox.github.url}/${REPOSITORY}/pull/1`, { redirect: 'manual' });
    expect(answer.status).toBe(404);
  });

  test.each(['/', `/${REPOSITORY}`, '/nothing', '/live.js'])(
    'lets nothing run on %s but its own script',
    async (path) => {
      const { headers } = await visit(page.url + path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('hostile content', () => {
  const SCRIPT = '<script>document.title = "taken"</script>';
  const hostile = [
    SCRIPT,
    '<img src=x onerror="document.title = \'taken\'">',
    '[click](javascript:document.title=1) ![spy](https://example.com/spy.png)',
    '<details><summary>swallows what follows</summary>',
    '> <details><summary>in a quote</summary>',
    '</details></div></article></main>',
  ].join('\n\n');

  beforeAll(async () => {
    const login = 'mallory';
    const { github } = sandbox;
    await github.commitFiles(REPOSITORY, 'evil', {
      'evil.js': `${SCRIPT}\u202E\n-- a\n++ b\n`,
      'a "b" <i>.txt': 'x\n',
      'blob.bin': new Uint8Array([0, 1, 2]),
    });
    const octokit = createOctokit({
      token: github.createToken({ login, permissions: { contents: 'write', 'pull-requests': 'write' } }),
      apiUrl: github.apiUrl,
    });
    github.repository(REPOSITORY).collaborators.set(login, 'write');
    const [owner = '', repo = ''] = REPOSITORY.split('/');
    await octokit.rest.pulls.create({
      owner,
      repo,
      title: `${SCRIPT}\u202E`,
      body: hostile,
      head: 'evil',
      base: 'main',
    });
    await new WebClient(LOCAL_BOT_TOKEN, { slackApiUrl: sandbox.slack.apiUrl }).apiCall('chat.postMessage', {
      channel: LOCAL_CHANNEL.id,
      text: `${SCRIPT} <https://example.com/"onmouseover="alert(1)|*bold*> <javascript:alert(1)|x> &lt;b&gt; \`code\``,
    });
  });

  test('is text, and what hides is shown', async () => {
    const text = await read();
    expect(text.match(/<script/g)).toEqual(['<script']);
    expect(text).toContain('&lt;script&gt;document.title = &quot;taken&quot;&lt;/script&gt;[U+202E] <span');
    expect(text).not.toMatch(/<img src=x|href="javascript:|<i>/);
    expect(text).toContain('href="https://example.com/&quot;onmouseover=&quot;alert(1)"');
    expect(text).toContain('&lt;b&gt; <code>code</code>');
    expect(text).toContain('A binary file.');
  });

  test('opens and closes nothing but its own', async () => {
    const text = await read();
    const count = (tag: RegExp) => text.match(tag)?.length;
    for (const tag of ['details', 'div', 'article', 'main', 'section']) {
      expect([tag, count(new RegExp(`<${tag}[ >]`, 'g'))]).toEqual([
        tag,
        count(new RegExp(`</${tag}>`, 'g')),
      ]);
    }
    expect(text).toContain('<details><summary>swallows what follows</summary>');
    expect(text).toContain('&lt;details&gt;&lt;summary&gt;in a quote&lt;/summary&gt;');
  });
});

const missing = findMissingBrowser();
const inBrowser = missing === null ? describe : describe.skip;

inBrowser(`in a browser${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => browser.close());

  test('a new patch appears by itself, and what the reader opened stays open', async () => {
    const tab = await browser.context.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(page.url);
    await tab.getByRole('status').getByText('Live').waitFor();
    const first = tab.locator('#pull-1');
    expect(await first.getByRole('heading', { level: 3 }).first().innerText()).toContain('Count quantities');
    const job = tab.locator('#runs-list details.job').first();
    await job.locator('summary').first().focus();
    await tab.keyboard.press('Enter');
    await first.getByText('Description').click();

    await sayStatus('said while somebody reads');
    await first.getByText('said while somebody reads').waitFor();
    expect(await tab.locator('#body-1').getAttribute('open')).toBeNull();
    expect(await tab.locator('#body-1 > summary').evaluate((it) => it.matches(':focus'))).toBe(true);

    await sandbox.send(REPOSITORY, FAILING);
    const second = tab.locator('article', { hasText: 'wants to merge ghost/discount-floor' });
    await second.getByText('draft', { exact: true }).waitFor();
    await second.getByText('failure', { exact: true }).waitFor();
    await tab.locator('#slack-list').getByText('Round discounts down').waitFor();
    await tab.locator('#records-list').getByText('tests failed', { exact: true }).waitFor();
    expect(await tab.locator('#runs-list details.job[open]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  /** What another check has to say of the first pull request. */
  async function sayStatus(description: string): Promise<void> {
    const token = sandbox.github.createToken({ login: 'mallory', permissions: { statuses: 'write' } });
    const octokit = createOctokit({ token, apiUrl: sandbox.github.apiUrl });
    const [owner = '', repo = ''] = REPOSITORY.split('/');
    const sha = (await shop.snapshot()).pullRequests[0]?.headSha ?? '';
    await octokit.rest.repos.createCommitStatus({ owner, repo, sha, state: 'pending', description });
  }

  test('hostile content runs nothing, loads nothing and hides nothing', async () => {
    const tab = await browser.context.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await tab.goto(page.url);
    await tab.getByRole('status').getByText('Live').waitFor();
    expect(await tab.title()).toBe(`${REPOSITORY} on the local GitHub`);
    expect(asked.filter((url) => !url.startsWith(`${page.url}/`))).toEqual([]);
    expect(await tab.locator('#pull-1').isVisible()).toBe(true);
    expect(await tab.locator('main > div').count()).toBe(2);
  });

  test.each([
    ['a phone', 360, 'light'],
    ['a desk', 1440, 'dark'],
  ] as const)('nothing runs off the side of %s', async (_, width, colorScheme) => {
    const tab = await browser.context.newPage();
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto(page.url);
    expect(await tab.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(width);
  });
});
