import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { Probot } from 'probot';
import { createRedelivery } from '../../src/app/redelivery.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { APP_FILE, createWorld, REPOSITORY, WEBHOOK_SECRET, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, 'ada', 'write');
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

const ASK = 'POST /app/hook/deliveries/{delivery_id}/attempts';

/** As after a start, this many milliseconds from now. */
function start(milliseconds: number) {
  const clock = { now: () => new Date(Date.now() + milliseconds) };
  const redelivery = createRedelivery(openProbot(), { clock, metrics: null });
  return { sweep: (lastLook: Date | null = null) => redelivery.sweep(lastLook) };
}

function openProbot(): Probot {
  const { appId, privateKey, webhookSecret: secret, apiUrl: baseUrl } = world.settings;
  return new Probot({ appId, privateKey, secret, baseUrl, logLevel: 'fatal', logFormat: 'json' });
}

async function loseOne(branch: string): Promise<void> {
  world.github.faults.loseWebhooks({ event: 'pull_request', times: 1 });
  const ada = world.github.person('ada', REPOSITORY);
  await ada.push(branch, { [`${branch}.txt`]: 'a text\n' });
  await ada.openPullRequest({ head: branch, title: branch });
  await world.github.settled();
}

function asked(): number {
  return world.github.requests.filter(({ route }) => route === ASK).length;
}

describe('a webhook that did not arrive', () => {
  test('is asked for once, also by a server that starts later', async () => {
    await loseOne('one');
    const redelivery = start(60_000);
    expect(await redelivery.sweep()).toBe(1);
    await world.github.settled();
    expect(await redelivery.sweep()).toBe(0);
    expect(await start(60_000).sweep()).toBe(0);
    expect(asked()).toBe(1);
    expect((await world.request('/ready')).body['lastWebhookAt']).toEqual(expect.any(String));
  });

  test('is not asked for a third time where the second one is lost as well', async () => {
    await loseOne('lost');
    world.github.faults.loseWebhooks({ event: 'pull_request', times: 1 });
    expect(await start(60_000).sweep()).toBe(1);
    await world.github.settled();
    expect(await start(60_000).sweep()).toBe(0);
  });

  test('is looked for as far back as the last look, and a little further', async () => {
    await loseOne('five');
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(await start(3_600_000).sweep(inMinutes(30))).toBe(0);
    expect(await start(3_600_000).sweep(inMinutes(9))).toBe(1);
  });

  test('is left alone while its answer may still come, and when it is old', async () => {
    await loseOne('two');
    expect(await start(0).sweep()).toBe(0);
    expect(await start(7 * 3_600_000).sweep()).toBe(0);
    expect(await start(60_000).sweep()).toBe(1);
  });

  test('that GitHub will not send again is not asked for over and over', async () => {
    await loseOne('three');
    world.github.faults.add({ match: { route: ASK }, fault: { kind: 'status', status: 404 } });
    const redelivery = start(60_000);
    expect(await redelivery.sweep()).toBe(1);
    expect(await redelivery.sweep()).toBe(0);
  });

  test('is asked for later where GitHub has an outage', async () => {
    await loseOne('four');
    world.github.faults.add({ match: { route: ASK }, fault: { kind: 'status', status: 502 }, times: 1 });
    const redelivery = start(60_000);
    await expect(redelivery.sweep()).rejects.toThrow('have a webhook delivered again');
    expect(await redelivery.sweep()).toBeGreaterThan(0);
    expect(await redelivery.sweep()).toBe(0);
  });

  test('is found behind more than a thousand others', async () => {
    const { github } = world;
    await loseOne('six');
    const ada = github.person('ada', REPOSITORY);
    const sha = await ada.push('seven', { 'seven.txt': 'a text\n' });
    const auth = github.createToken({ login: 'ada', permissions: { statuses: 'write' } });
    const octokit = new Octokit({ auth, baseUrl: github.apiUrl });
    for (let number = 0; number < 1_100; number += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          octokit.rest.repos.createCommitStatus({
            owner: 'acme',
            repo: 'shop',
            sha,
            context: `${number + index}`,
            state: 'success',
          }),
        ),
      );
    }
    await github.settled();
    expect(await start(60_000).sweep()).toBe(1);
  });

  test('is looked for when the server starts', async () => {
    world.github.clearRequests();
    // With its store, the server would know that it has looked a moment ago.
    await world.restart(() => rmSync(world.settings.store));
    while (!world.github.requests.some(({ route }) => route === 'GET /app/hook/deliveries')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
});

describe('a comment of which no webhook arrived', () => {
  test('is asked for before everything else, and those of one repository keep none of another waiting', async () => {
    const before = await againDelivered();
    await loseOne('eight');
    await loseComments(REPOSITORY, 2);
    await loseComments('acme/other', 1);
    expect(await start(60_000).sweep()).toBe(4);
    await world.github.settled();
    const after = (await againDelivered()).slice(before.length);
    expect(after.map(({ event }) => event)).toEqual([...Array(3).fill('issue_comment'), 'pull_request']);
    const [first, second, third] = after.map(({ repository_id: repository }) => repository);
    expect([first === third, first === second]).toEqual([true, false]);
  });

  test('is asked for again where that is lost as well, later each time, and not for ever', async () => {
    await loseComments(REPOSITORY, 1);
    const back = world.github.faults.loseWebhooks({ event: 'issue_comment' });
    const redelivery = start(60_000);
    expect(await redelivery.sweep()).toBe(1);
    await world.github.settled();
    expect(await start(20_000).sweep()).toBe(0);
    const asked: number[] = [];
    for (let minutes = 1; minutes <= 8; minutes++) {
      asked.push(await start(minutes * 10 * 60_000).sweep());
      await world.github.settled();
    }
    expect(asked).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    back();
  });

  test('is asked for after days in which no server was running, but for no longer than GitHub keeps it', async () => {
    const lastLook = new Date();
    await loseOne('nine');
    await loseComments(REPOSITORY, 1);
    const inHours = (hours: number) => start(hours * 3_600_000);
    expect(await inHours(7).sweep()).toBe(0);
    expect(await inHours(73).sweep(lastLook)).toBe(0);
    expect(await inHours(71).sweep(lastLook)).toBe(1);
  });

  async function loseComments(name: string, times: number): Promise<void> {
    const { github } = world;
    const [owner = '', repo = ''] = name.split('/');
    const octokit = new Octokit({
      auth: github.createToken({ login: 'acme', permissions: APP_FILE.default_permissions }),
      baseUrl: github.apiUrl,
    });
    const { data: issue } = await octokit.rest.issues.create({ owner, repo, title: 'Stop' });
    await github.settled();
    const back = github.faults.loseWebhooks({ event: 'issue_comment', times });
    for (let time = 0; time < times; time++) {
      await octokit.rest.issues.createComment({ owner, repo, issue_number: issue.number, body: 'Hello' });
    }
    await github.settled();
    back();
  }

  /** Oldest first. */
  async function againDelivered() {
    const octokit = await openProbot().auth();
    const all = await octokit.paginate(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 });
    return all.filter(({ redelivery }) => redelivery).toReversed();
  }
});

describe('a webhook that did arrive', () => {
  const BODY = JSON.stringify({
    action: 'opened',
    repository: { full_name: REPOSITORY },
    pull_request: { head: { ref: 'a-branch', sha: 'a'.repeat(40), repo: { full_name: REPOSITORY } } },
  });

  async function deliver(name: string): Promise<number> {
    const answer = await fetch(`${world.server().url}${WEBHOOK_PATH}`, {
      method: 'POST',
      body: BODY,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'pull_request',
        'x-github-delivery': name,
        'x-hub-signature-256': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(BODY).digest('hex')}`,
        connection: 'close',
      },
    });
    return answer.status;
  }

  /** Repositories at which somebody still has to look. */
  function waiting(): readonly unknown[] {
    const store = new DatabaseSync(world.settings.store);
    const rows = store.prepare('SELECT repository FROM told').all();
    store.close();
    return rows.map(({ repository }) => repository);
  }

  async function untilLookedAt(): Promise<void> {
    while (waiting().length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('is kept before it is answered, and acted on once, however often it comes', async () => {
    await untilLookedAt();
    expect(await deliver('twice')).toBe(200);
    expect(waiting()).toEqual([REPOSITORY]);
    await untilLookedAt();
    expect(await Promise.all(Array.from({ length: 20 }, () => deliver('twice')))).toEqual(
      Array(20).fill(200),
    );
    expect(waiting()).toEqual([]);
  });

  test('is acted on by the next server where the one that took it has died', async () => {
    await world.restart(() => {
      const store = new DatabaseSync(world.settings.store);
      store.exec(
        `DELETE FROM chores; INSERT INTO told (repository, at) VALUES ('${REPOSITORY}', '2026-01-01')`,
      );
      store.close();
    });
    expect(waiting()).toEqual([REPOSITORY]);
    await untilLookedAt();
  });

  test('is refused where it can not be kept, so that GitHub sends it again', async () => {
    const store = new DatabaseSync(world.settings.store);
    store.exec('ALTER TABLE told RENAME TO gone');
    expect(await deliver('not-kept')).toBe(500);
    store.exec('ALTER TABLE gone RENAME TO told');
    expect(await deliver('not-kept')).toBe(200);
    expect(waiting()).toEqual([REPOSITORY]);
    store.close();
  });
});
