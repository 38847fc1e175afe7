import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { type Servers, startServers } from '../chaos/servers.ts';
import { findFreePort } from '../free-port.ts';
import { APP_FILE, REPOSITORY, WEBHOOK_SECRET } from './world.ts';

let directory: string;
let github: LocalGitHub;
let servers: Servers;
let number: number;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'killed-'));
  github = await startLocalGitHub();
  await github.createRepository(REPOSITORY, {
    files: { ...SHOP, '.github/ghost-runner.yml': shopConfig('C0GHOST001') },
  });
  github.setRole(REPOSITORY, 'ada', 'maintain');
  const ada = github.person('ada', REPOSITORY);
  await ada.push('some-work', { 'note.txt': 'a note\n' });
  number = await ada.openPullRequest({ head: 'some-work', title: 'Add a note' });
  const port = await findFreePort();
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories: [REPOSITORY],
    webhook: {
      url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
      secret: WEBHOOK_SECRET,
      events: APP_FILE.default_events,
    },
  });
  servers = await startServers([port], {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    GHOST_STORE: join(directory, 'store.sqlite'),
    LOG_LEVEL: 'fatal',
  });
}, 60_000);

afterAll(async () => {
  await servers.close();
  await github.close();
  rmSync(directory, { recursive: true });
});

const comments = () => github.repository(REPOSITORY).pulls.get(number)?.comments ?? [];
const isReplyTo = (id: number) => (one: { readonly body: string }) => one.body.includes(`reply to ${id} -->`);

test('a command in a comment is done though its server was killed after GitHub had its answer', async () => {
  // GitHub is so slow that nothing is done before the server dies.
  const quick = github.faults.add({ match: {}, fault: { kind: 'latency', ms: 3_000 } });
  const id = await github.person('ada', REPOSITORY).comment(number, '/ghost pause something is wrong');
  // Its webhook was answered, and GitHub never sends it again by itself.
  await github.settled();
  expect(comments().filter(isReplyTo(id))).toEqual([]);
  quick();
  await servers.renew(LONGER_THAN_A_LEASE_MS);
  while (!comments().some(isReplyTo(id))) {
    await delay(50);
  }
  expect(
    comments()
      .filter(isReplyTo(id))
      .map(({ body }) => body),
  ).toEqual([expect.stringContaining('pause: done')]);
}, 60_000);

const LONGER_THAN_A_LEASE_MS = 40_000;
