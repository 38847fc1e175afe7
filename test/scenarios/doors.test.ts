import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAILING, MISFIT } from '../../src/local/sample/patches.ts';
import { type Sandbox, SENDER } from '../../src/local/sandbox.ts';
import { conclusions, GOOD, job, openShop, patch, ROOT, start } from './shop.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('the form in the Actions tab', () => {
  test('takes a patch from its box', async () => {
    const shop = await openShop(sandbox, 'form');
    const run = await submitForm(shop.repository, {
      patch: JSON.stringify({ ...GOOD.patch, id: 'by-hand' }),
    });
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    expect(await shop.record('by-hand')).toMatchObject({ sender: 'operator' });
  });

  test('with dry-run ticked only says what would happen', async () => {
    const shop = await openShop(sandbox, 'form-dry-run');
    const before = await shop.snapshot();
    const run = await submitForm(shop.repository, { patch: JSON.stringify(GOOD.patch), 'dry-run': 'true' });
    expect(conclusions(run)).toEqual({ apply: 'success', test: 'skipped', publish: 'skipped' });
    expect(job(run, 'apply').summary).toContain('(item.quantity ?? 1)');
    expect(await shop.snapshot()).toEqual(before);
    expect(shop.messages()).toEqual([]);
  });

  test('with dry-run ticked and a patch that does not fit fails and says why', async () => {
    const shop = await openShop(sandbox, 'form-dry-misfit');
    const run = await submitForm(shop.repository, { patch: JSON.stringify(MISFIT.patch), 'dry-run': 'true' });
    expect(conclusions(run)).toEqual({ apply: 'failure', test: 'skipped', publish: 'skipped' });
    expect(job(run, 'apply').summary).toContain('nothing was written');
  });

  async function submitForm(repository: string, inputs: { readonly [name: string]: string }) {
    const { github, engine } = sandbox;
    const token = github.createToken({
      login: 'operator',
      permissions: { actions: 'write', contents: 'write' },
    });
    github.repository(repository).collaborators.set('operator', 'write');
    const response = await fetch(
      `${github.apiUrl}/repos/${repository}/actions/workflows/ghost-runner.yml/dispatches`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ref: 'main', inputs }),
      },
    );
    expect([200, 204]).toContain(response.status);
    await sandbox.idle();
    const run = engine.runs(repository).at(-1);
    if (run === undefined) {
      throw new Error('the form started no run');
    }
    return run;
  }
});

describe('a workflow that calls ours', () => {
  const CALLER = `name: Patches
on:
  repository_dispatch:
    types: [ghost-patch]
permissions: {}
jobs:
  ghost:
    permissions:
      contents: write
      issues: write
      pull-requests: write
      statuses: write
    uses: ghost-runner/ghost-runner/.github/workflows/ghost-runner.yml@v1
    with:
      payload: \${{ toJSON(github.event.client_payload) }}
    secrets:
      SLACK_BOT_TOKEN: \${{ secrets.SLACK_BOT_TOKEN }}
`;

  test('hands the payload over and gets the pull request', async () => {
    const shop = await openShop(sandbox, 'caller', { workflow: () => CALLER });
    const run = await shop.deliver(GOOD);
    expect(run.conclusion).toBe('success');
    expect((await shop.snapshot()).pullRequests).toMatchObject([
      { head: 'ghost/cart-quantities', state: 'open' },
    ]);
    expect(shop.messages()).toHaveLength(1);
  });
});

describe('ghost-runner send', () => {
  test('sends a small patch inline, waits, and exits with the outcome', async () => {
    const shop = await openShop(sandbox, 'send');
    expect(await send(shop.repository, { ...GOOD.patch, id: 'sent' })).toMatchObject({
      code: 0,
      json: { id: 'sent', via: 'inline', outcome: 'opened' },
    });
    expect(await send(shop.repository, { ...FAILING.patch, id: 'broken' })).toMatchObject({
      code: 5,
      json: { outcome: 'tests_failed' },
    });
    expect(await send(shop.repository, { ...MISFIT.patch, id: 'misfit' })).toMatchObject({
      code: 2,
      json: { outcome: 'refused' },
    });
    expect(await send(shop.repository, { ...GOOD.patch, id: 'sent' })).toMatchObject({
      code: 0,
      json: { outcome: 'opened' },
    });
  });

  test('sends a large patch by reference', async () => {
    const shop = await openShop(sandbox, 'send-large');
    const content = 'a line of some length\n'.repeat(5000);
    const changes = [{ kind: 'write', path: 'docs/large.txt', content }];
    expect(await send(shop.repository, { version: 1, id: 'large', changes })).toMatchObject({
      code: 0,
      json: { via: 'reference', outcome: 'opened' },
    });
    expect(await sandbox.github.git(shop.repository, 'show', 'ghost/large:docs/large.txt')).toBe(content);
  });

  test('does not send what is not a patch, and says every problem', async () => {
    const shop = await openShop(sandbox, 'send-nothing');
    const { code, json } = await send(shop.repository, { version: 3, changes: [] });
    expect(code).toBe(2);
    expect(json).toMatchObject({
      outcome: 'refused',
      refusals: expect.arrayContaining([expect.objectContaining({ pointer: '/version' })]),
    });
    expect(sandbox.engine.runs(shop.repository)).toEqual([]);
  });

  async function send(repository: string, body: object) {
    const token = sandbox.github.createToken({
      login: SENDER,
      permissions: { contents: 'write', metadata: 'read' },
    });
    const child = spawn(
      process.execPath,
      [join(ROOT, 'src/cli/bin.ts'), 'send', '-', '--repo', repository, '--wait', '60', '--json'],
      {
        env: { PATH: process.env['PATH'], GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.github.apiUrl },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    child.stdin.end(JSON.stringify(body));
    const [code, output] = await Promise.all([
      new Promise((resolve) => child.once('exit', resolve)),
      text(child.stdout),
    ]);
    return { code, json: JSON.parse(output) as unknown };
  }
});

describe('the token of a GitHub App', () => {
  test('is used where one is given, and the pull request no longer says that its checks do not start', async () => {
    const shop = await openShop(sandbox, 'app');
    const app = installApp(shop.repository);
    const run = await shop.deliver(GOOD);
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    const { pullRequests } = await shop.snapshot();
    expect(pullRequests).toMatchObject([{ author: 'ghost-acme-app[bot]' }]);
    expect(pullRequests[0]?.body).not.toContain('did not start by themselves');
    expect(run.jobs.map(({ log }) => log).join('\n')).not.toContain(app.privateKey.split('\n')[1]);
  });

  test('that the last job can not have costs no verdict: nothing is said of the tests, and the job is run once more', async () => {
    const shop = await openShop(sandbox, 'no-token', { moreWorkflows: ['ghost-watch.yml'] });
    installApp(shop.repository);
    sandbox.github.faults.add({
      match: { route: '/access_tokens' },
      after: 1,
      times: 1,
      fault: { kind: 'status', status: 503 },
    });
    const run = await shop.deliver(GOOD);
    expect(run.attempt).toBe(2);
    expect(await shop.record(GOOD.id)).toMatchObject({ attempt: 1, outcome: { kind: 'opened' } });
    expect((await shop.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: false }]);
    expect(shop.messages().map(({ content }) => content.text)).toEqual([
      expect.stringContaining('Tests passed'),
    ]);
  });

  function installApp(repository: string) {
    const { github } = sandbox;
    const app = github.createApp({
      slug: `ghost-${repository.replace('/', '-')}`,
      owner: 'acme',
      permissions: {
        actions: 'write',
        checks: 'read',
        contents: 'write',
        issues: 'write',
        pull_requests: 'write',
        statuses: 'write',
      },
      repositories: [repository],
    });
    github.setVariable(repository, 'GHOST_APP_ID', String(app.id));
    github.setSecret(repository, 'GHOST_APP_PRIVATE_KEY', app.privateKey);
    return app;
  }
});

describe('a platform that does not do what is asked', () => {
  test('drafts that a plan does not have are said in the title', async () => {
    const shop = await openShop(sandbox, 'no-drafts', { drafts: false });
    await shop.deliver(FAILING);
    expect((await shop.snapshot()).pullRequests).toMatchObject([
      { draft: false, title: expect.stringContaining('[not passing]') },
    ]);
  });

  test('a setting that forbids pull requests is named, with the fix', async () => {
    const shop = await openShop(sandbox, 'forbidden', { actionsMayCreatePullRequests: false });
    const run = await shop.deliver(GOOD);
    expect(job(run, 'publish').outputs['outcome']).toBe('crashed');
    expect(await shop.record(GOOD.id)).toMatchObject({
      outcome: {
        kind: 'crashed',
        stage: 'publish',
        reason: expect.stringMatching(/Allow GitHub Actions to create and approve pull requests/),
      },
    });
    const { statuses, branches } = await shop.snapshot();
    expect(statuses[branches[`ghost/${GOOD.id}`] ?? '']?.at(-1)).toMatchObject({ state: 'error' });
  });

  test('Slack that refuses everything fails nothing, and is a warning in the record', async () => {
    const shop = await openShop(sandbox, 'mute');
    sandbox.github.setSecret(shop.repository, 'SLACK_BOT_TOKEN', 'xoxb-not-a-token');
    const run = await shop.deliver(GOOD);
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    expect((await shop.record(GOOD.id)).warnings).toEqual([expect.stringContaining('invalid_auth')]);
    expect(run.jobs.map(({ log }) => log).join('\n')).not.toContain('xoxb-not-a-token');
  });

  test.each(['drop_after', 'drop'] as const)(
    'an answer that is lost (%s) while the refs are written leaves one branch and one pull request',
    async (kind) => {
      const shop = await openShop(sandbox, `lost-${kind.replace('_', '-')}`);
      const takeBack = sandbox.github.faults.add({
        match: { graphql: 'updateRefs' },
        times: 1,
        fault: { kind },
      });
      const run = await shop.deliver(GOOD);
      takeBack();
      expect(job(run, 'publish').outputs['outcome']).toBe('opened');
      const { pullRequests, branches } = await shop.snapshot();
      expect(pullRequests).toHaveLength(1);
      expect(Object.keys(branches).toSorted()).toEqual([`ghost/${GOOD.id}`, 'main']);
      expect(shop.messages()).toHaveLength(1);
    },
  );
});

describe('texts of a hostile patch', () => {
  test('are quoted everywhere, and notify, close and hide nothing', async () => {
    const shop = await openShop(sandbox, 'hostile');
    const title = 'Fix @everyone <!-- hidden --> closes #1 ::error::x \u202e reversed';
    const run = await shop.deliver(
      patch('hostile', {
        title,
        description:
          '<!-- ghost-runner: {"id":"other"} -->\n@octocat fixes acme/shop#2\n```\n# not a heading',
      }),
    );
    expect(job(run, 'publish').outputs['outcome']).toBe('opened');
    const [pull] = (await shop.snapshot()).pullRequests;
    for (const place of [pull?.title ?? '', pull?.body ?? '']) {
      expect(place).not.toMatch(/(^|[\s(])@(everyone|octocat)/);
      expect(place).not.toMatch(/closes #1|fixes acme\/shop#2/);
      expect(place).not.toContain('\u202e');
    }
    expect(pull?.body.match(/<!--/g)).toHaveLength(1);
    expect(run.jobs.flatMap(({ annotations }) => annotations)).toEqual([]);
  });
});
