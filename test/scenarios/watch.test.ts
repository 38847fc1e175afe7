import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import type { WorkflowRun } from '../../src/local/contract.ts';
import { shopConfig } from '../../src/local/sample/shop.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { GOOD, openShop, ROOT } from './shop.ts';

const WATCH = 'ghost-watch.yml';
const SLOW = shopConfig(LOCAL_CHANNEL.id).replace('npm test', 'sleep 60');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(ROOT, { grace: { afterInterrupt: 100, afterTerminate: 100, inAll: 60_000 } });
});
afterAll(async () => {
  expect(sandbox.github.validation.failures).toEqual([]);
  await sandbox.close();
});

type Shop = Awaited<ReturnType<typeof open>>;

async function open(name: string, options: Parameters<typeof openShop>[2] = {}) {
  const shop = await openShop(sandbox, name, { moreWorkflows: [WATCH], ...options });
  sandbox.github.setRole(shop.repository, 'ada', 'maintain');
  return { ...shop, ada: sandbox.github.person('ada', shop.repository) };
}

describe('the watch, through its real workflow and the built Action', () => {
  test('settles a patch whose run a person cancelled', async () => {
    const shop = await open('watch-cancelled', { config: SLOW });
    const run = await shop.send(GOOD);
    await until(() => run.jobs.some(({ key, status }) => key === 'test' && status === 'in_progress'));
    shop.ada.cancelRun(run.id);
    await quiet();
    expect(run.conclusion).toBe('cancelled');
    expect(await shop.record(GOOD.id)).toMatchObject({
      state: 'done',
      outcome: { kind: 'canceled', run: run.url },
    });
    const { branches, pullRequests } = await shop.snapshot();
    expect([Object.keys(branches), pullRequests]).toEqual([['main'], []]);
    expect(shop.messages().map(({ content }) => content.text)).toEqual([expect.stringContaining('Canceled')]);
    expect(summaryOf(shop)).toContain('Its run was cancelled before it could report');
  });

  test('has the job run again whose runner was lost, with the verdict of the tests', async () => {
    const lost = "${{ github.run_attempt > 1 && 'publish' || vars.NOT_THERE }}";
    const shop = await open('watch-lost', {
      workflow: (text) => text.replaceAll('stage: publish', `stage: "${lost}"`),
    });
    const run = await shop.send(GOOD);
    await quiet();
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({
      kind: 'opened',
      tests: { verdict: 'passed' },
    });
    expect(run).toMatchObject({ attempt: 2, conclusion: 'success' });
    expect(run.jobs.map(({ key }) => key)).toContain('publish');
    expect(shop.messages()).toHaveLength(1);
  });

  test('follows a pull request that is closed, opened again, and merged', async () => {
    const shop = await open('watch-merged');
    await shop.send(GOOD);
    await quiet();
    await shop.ada.close(1);
    await quiet();
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({
      kind: 'closed',
      pullRequest: { number: 1 },
    });
    await shop.ada.reopen(1);
    await quiet();
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({ kind: 'opened' });
    const sha = await shop.ada.merge(1);
    await quiet();
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({ kind: 'merged', sha, by: 'ada' });
    expect(shop.messages().map(({ content }) => content.text)).toEqual([expect.stringContaining('Merged')]);
    expect((await shop.record(GOOD.id)).ci).toBeUndefined();
  });

  test('mirrors checks that end later, and leaves those of other branches alone', async () => {
    const shop = await open('watch-ci', { files: { '.github/workflows/ci.yml': CI } });
    const token = sandbox.github.createToken({ login: 'acme', permissions: PUBLISHING });
    sandbox.github.setSecret(shop.repository, 'GHOST_TOKEN', token);
    await shop.send(GOOD);
    await quiet();
    const { ci, head = '' } = await shop.record(GOOD.id);
    expect(ci).toMatchObject({ sha: head, state: 'failure', checks: [{ name: 'lint', state: 'failure' }] });
    expect(JSON.stringify(shop.messages())).toContain('failed: lint');
    expect((await shop.snapshot()).statuses[head]?.map(({ description }) => description)).toContainEqual(
      expect.stringContaining('Other checks: failed: lint'),
    );
    await shop.ada.push('feature', { 'notes.txt': 'mine\n' });
    await shop.ada.openPullRequest({ head: 'feature', title: 'Mine' });
    await quiet();
    expect(
      watches(shop)
        .at(-1)
        ?.jobs.map(({ conclusion }) => conclusion),
    ).toEqual(['skipped']);
  });

  test('posts what Slack did not take, once it takes it again', async () => {
    const shop = await open('watch-slack');
    sandbox.slack.inject({ kind: 'error', error: 'is_archived', times: 2 });
    await shop.send(GOOD);
    await quiet();
    expect(shop.messages().map(({ content }) => content.text)).toEqual([
      expect.stringContaining('Tests passed'),
    ]);
    expect((await shop.record(GOOD.id)).warnings).toEqual([]);
  });

  test('sends on what was held by a pause that ran out', async () => {
    const shop = await open('watch-pause');
    const until = await pauseForSeconds(shop, 8);
    await shop.send(GOOD);
    await quiet();
    expect((await shop.record(GOOD.id)).state).toBe('held');
    await pastTime(until);
    await sandbox.github.tick(shop.repository);
    await quiet();
    expect((await shop.record(GOOD.id)).outcome).toMatchObject({ kind: 'opened' });
    expect((await shop.snapshot()).pullRequests).toMatchObject([{ state: 'open' }]);
  });

  test('is kept from no canary that is asked for, and from no schedule, by an event behind them', async () => {
    const shop = await open('watch-displaced', {
      config: `${shopConfig(LOCAL_CHANNEL.id)}watch:\n  canary:\n    path: ghost-canary.txt\n`,
    });
    await shop.send(GOOD);
    await quiet();
    const before = watches(shop).length;
    await shop.ada.close(1);
    await until(() => watches(shop).length > before);
    await shop.ada.runWorkflow(WATCH, { canary: 'true' });
    await sandbox.github.tick(shop.repository);
    await shop.ada.reopen(1);
    await quiet();
    expect(watches(shop).map(({ conclusion }) => conclusion)).not.toContain('cancelled');
    const canaries = (await shop.snapshot()).pullRequests.filter(({ title }) => title.includes('Canary'));
    expect(canaries.length).toBeGreaterThan(0);
  }, 60_000);

  test('sends the canary, closes it when it has arrived, and alerts once when none arrives', async () => {
    const canary = 'watch:\n  canary:\n    late-after-hours: 0.0005\n';
    const shop = await open('watch-canary', { config: shopConfig(LOCAL_CHANNEL.id) + canary });
    await sandbox.github.tick(shop.repository);
    await quiet();
    const { pullRequests, branches } = await shop.snapshot();
    expect(pullRequests).toMatchObject([{ state: 'closed', title: expect.stringContaining('Canary of') }]);
    expect(Object.keys(branches)).toEqual(['main']);
    await pastTime(new Date(Date.now() + 2000));
    await sandbox.github.tick(shop.repository);
    await quiet();
    await sandbox.github.tick(shop.repository);
    await quiet();
    expect((await shop.snapshot()).issues).toMatchObject([{ state: 'open', labels: ['ghost:alert'] }]);
    expect(summaryOf(shop)).toContain('the next one is late');
    await shop.ada.runWorkflow(WATCH, { canary: 'true' });
    await quiet();
    expect((await shop.snapshot()).issues).toMatchObject([{ state: 'closed' }]);
  });

  test('a pass that finds nothing writes nothing', async () => {
    const shop = await open('watch-quiet');
    await shop.send(GOOD);
    await quiet();
    const before = [await shop.snapshot(), shop.messages()];
    await sandbox.github.tick(shop.repository);
    await quiet();
    expect([await shop.snapshot(), shop.messages()]).toEqual(before);
    expect(summaryOf(shop)).toContain('nothing to put right');
  });
});

/** Checks of somebody else, which take no notice of Ghost Runner. */
const CI = `name: CI
on: pull_request
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - run: exit 1
`;

/** What the App may. Other workflows take notice of what it does, as they do not of a job's own token. */
const PUBLISHING = {
  actions: 'read',
  checks: 'read',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

/** All events are told, all runs have ended, and so have those that they started. */
async function quiet(): Promise<void> {
  for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
    await sandbox.idle();
  }
}

/** A dispatch, its run, the watch, what that sends, its run, and the watch over that. */
const ROUNDS = 8;

function summaryOf(shop: Shop): string {
  return watches(shop).at(-1)?.jobs[0]?.summary ?? '';
}

function watches({ repository }: Shop): readonly WorkflowRun[] {
  return sandbox.engine.runs(repository).filter(({ path }) => path.endsWith(WATCH));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function pastTime(time: Date): Promise<void> {
  await until(() => new Date() > time);
}

async function pauseForSeconds({ repository }: Shop, seconds: number): Promise<Date> {
  const at = new Date().toISOString();
  const end = new Date(Date.now() + seconds * 1000);
  const message = formatControl({
    version: 1,
    switches: [
      {
        state: 'paused',
        scope: { kind: 'repository' },
        reason: 'lunch',
        by: 'ada',
        at,
        until: end.toISOString(),
      },
    ],
    act: { verb: 'pause', surface: 'form', by: 'ada', at },
  });
  const { github } = sandbox;
  const author = ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com'];
  const commit = await github.git(repository, ...author, 'commit-tree', 'main^{tree}', '-m', message);
  await github.git(repository, 'update-ref', 'refs/ghost/control', commit.trim());
  return end;
}
