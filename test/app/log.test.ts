import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GOOD } from '../../src/local/sample/patches.ts';
import { findFreePort } from '../free-port.ts';
import { createWorld, WEBHOOK_SECRET, type World } from './world.ts';

const METRICS_TOKEN = 'a-token-for-prometheus-only';
const CLIENT_SECRET = 'a-client-secret-of-the-app';

let world: World;
let server: ChildProcess;
let url: string;
let log = '';
beforeAll(async () => {
  world = await createWorld();
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  const { appId, privateKey, apiUrl, serverUrl, store } = world.settings;
  server = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/bin.ts'), 'serve'], {
    env: {
      PORT: String(port),
      APP_ID: String(appId),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET,
      METRICS_TOKEN,
      GITHUB_CLIENT_ID: 'Iv1.client',
      GITHUB_CLIENT_SECRET: CLIENT_SECRET,
      GITHUB_API_URL: apiUrl,
      GITHUB_SERVER_URL: serverUrl,
      GHOST_STORE: store,
      LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = (text: Buffer) => {
    log += text.toString();
  };
  server.stdout?.on('data', read);
  server.stderr?.on('data', read);
  await until(() => log.includes('ready at'));
});
afterAll(async () => {
  server.kill('SIGKILL');
  await world.close();
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a whole session is logged under the ids of its patches, and no secret with it', async () => {
  const secret = await world.token();
  const send = (id: string) =>
    world.request('/api/patches', {
      at: url,
      method: 'POST',
      token: secret,
      body: { id, patch: GOOD.patch },
    });
  expect((await send('well')).status).toBe(202);
  // What goes wrong is logged with the most detail.
  for (const fault of [{ kind: 'status', status: 500 } as const, { kind: 'drop' } as const]) {
    const end = world.github.faults.add({ match: { route: 'GraphQL' }, fault });
    await send('badly');
    end();
  }
  const end = world.github.faults.add({
    match: { route: 'dispatches' },
    fault: { kind: 'status', status: 401 },
  });
  await send('unsent');
  end();
  await world.request('/metrics', { at: url, token: 'a-wrong-token-of-somebody' });
  await fetch(`${url}/api/github/webhooks`, {
    method: 'POST',
    body: '{}',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': 'd-1',
      'x-hub-signature-256': 'sha256=00',
      connection: 'close',
    },
  });
  await until(() => /"id":"well","digest":"[0-9a-f]+","kind":"sent"/.test(log));
  expect(log).toMatch(/"id":"well","digest":"[0-9a-f]+","kind":"queued"/);
  expect(log.length).toBeGreaterThan(1_000);
  const { privateKey } = world.settings;
  const secrets = {
    webhook: WEBHOOK_SECRET,
    metrics: METRICS_TOKEN,
    client: CLIENT_SECRET,
    sender: secret,
    wrong: 'a-wrong-token-of-somebody',
    key: privateKey.trim().split('\n')[1] ?? '',
    installation: 'ghs_',
    jwt: 'eyJ',
  };
  for (const [name, text] of Object.entries(secrets)) {
    const at = log.indexOf(text);
    expect({ name, found: at < 0 ? null : log.slice(Math.max(0, at - 200), at + 20) }).toEqual({
      name,
      found: null,
    });
  }
});

test('one that ends before all of it is there is nothing to write down, whoever began it', async () => {
  const from = log.length;
  const { port } = new URL(url);
  const secret = await world.token();
  const socket = connect(Number(port), '127.0.0.1');
  const headers = `content-type: application/json\r\nauthorization: Bearer ${secret}\r\ncontent-length: 99`;
  const lines = `POST /api/patches HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n{`;
  await new Promise<void>((resolve) => socket.write(lines, () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  await world.request('/api/patches/nobody', { at: url, token: secret });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(log.slice(from)).not.toContain('a request failed');
});

test('webhooks that nobody signed are written down, and a flood of them is not', async () => {
  const from = log.length;
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': 'd-1',
    'x-hub-signature-256': 'sha256=00',
    connection: 'close',
  };
  for (let count = 0; count < 30; count++) {
    await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: '{}', headers });
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  const lines = log.slice(from).split('a webhook was not taken').length - 1;
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThanOrEqual(10);
});
