import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { startServer } from '../../src/app/server.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { findFreePort } from '../free-port.ts';
import { createWorld, REPOSITORY, WEBHOOK_SECRET, type World } from './world.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('../../package.json'));

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

describe('an address', () => {
  test.each([
    ['GET', '/nothing'],
    ['GET', '/api/nothing'],
    ['DELETE', '/api/patches'],
    ['GET', WEBHOOK_PATH],
    ['POST', `${WEBHOOK_PATH}/more`],
    ['GET', '/probot'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
  ])('that is not there, %s %s, is answered with 404', async (method, path) => {
    expect(await world.request(path, { method })).toMatchObject({
      status: 404,
      body: { code: 'unknown_address', detail: expect.stringContaining('/openapi.json') },
    });
  });

  test.each([
    ['/openapi.json', '/api/patches'],
    ['/openapi-dispatch.json', '/repos/{owner}/{repo}/dispatches'],
  ])('of a document for GPT Actions, %s, needs no token', async (path, described) => {
    const { status, body } = await world.request(path, { token: null });
    expect(status).toBe(200);
    expect(body['paths']).toHaveProperty([described]);
  });

  test('without a token says that it is alive, and of which version', async () => {
    const answer = await world.request('/health', { token: null });
    expect(answer).toMatchObject({ status: 200, body: { status: 'ok', version } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('readiness', () => {
  test('is what was seen of GitHub and of the store', async () => {
    await world.restart();
    expect(await world.request('/ready', { token: null })).toMatchObject({
      status: 200,
      body: { ready: true, draining: false, github: { ok: true }, store: { ok: true }, lastWebhookAt: null },
    });
  });

  test('is denied while GitHub does not answer', async () => {
    world.github.faults.add({ match: { route: '/app' }, fault: { kind: 'status', status: 502 } });
    await world.restart();
    expect(await world.request('/ready', { token: null })).toMatchObject({
      status: 503,
      body: { ready: false, github: { ok: false, problem: expect.stringContaining('who we are') } },
    });
    expect((await world.request('/health', { token: null })).status).toBe(200);
  });
});

describe('webhooks', () => {
  const body = JSON.stringify({ zen: 'Design for failure.', hook_id: 1 });

  function deliver(signature: string | null, more: { readonly [name: string]: string } = {}) {
    return fetch(`${world.server().url}${WEBHOOK_PATH}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'ping',
        'x-github-delivery': 'd-1',
        connection: 'close',
        ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
        ...more,
      },
    });
  }

  function sign(secret: string): string {
    return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  }

  test('that GitHub signed are taken, and told by readiness', async () => {
    await world.restart();
    expect((await deliver(sign(WEBHOOK_SECRET))).status).toBe(200);
    expect((await world.request('/ready', { token: null })).body['lastWebhookAt']).toEqual(
      expect.any(String),
    );
  });

  test('without a signature, or with that of another secret, are not', async () => {
    await world.restart();
    expect((await deliver(null)).status).toBe(400);
    expect((await deliver(sign('another-secret-of-somebody'))).status).toBe(400);
    expect((await world.request('/ready', { token: null })).body['lastWebhookAt']).toBeNull();
  });

  test('that do not say how large they are, are not read', async () => {
    const { port } = new URL(world.server().url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(data.toString())).once('error', reject);
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('that are larger than those that are heard are not read, whoever sends them', async () => {
    const one = await beginWebhook(5_000_000);
    expect(await firstLine(one)).toMatch(/^HTTP\/1\.1 413 /);
    expect((await world.request('/health', { token: null })).status).toBe(200);
    one.destroy();
  });

  test('that take their time make room for those that come, where they do not fit into the memory', async () => {
    const sockets: Socket[] = [];
    let cut = 0;
    for (let count = 0; count < 40; count += 1) {
      const socket = await beginWebhook(4_000_000);
      sockets.push(socket.once('close', () => (cut += 1)).on('error', () => {}));
    }
    expect((await deliver(sign(WEBHOOK_SECRET))).status).toBe(200);
    await until(() => cut === 40 - Math.floor((64 * 1024 * 1024) / 4_000_000));
    for (const socket of sockets) {
      socket.destroy();
    }
  });

  /** Says how much it will send, and sends a little of it. */
  async function beginWebhook(size: number): Promise<Socket> {
    const { port } = new URL(world.server().url);
    const socket = connect(Number(port), '127.0.0.1');
    const headers = `content-type: application/json\r\nx-github-event: ping\r\nx-github-delivery: d-2\r\nx-hub-signature-256: ${sign('x')}`;
    const lines = `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: ${size}\r\n${headers}\r\n\r\n{`;
    await new Promise<void>((resolve) => socket.write(lines, () => resolve()));
    return socket;
  }

  async function firstLine(socket: Socket): Promise<string> {
    return await new Promise((resolve, reject) => {
      socket.once('data', (data) => resolve(data.toString())).once('error', reject);
    });
  }

  test('make the server look at the records before its next round', async () => {
    world.github.setRole(REPOSITORY, 'ada', 'write');
    const ada = world.github.person('ada', REPOSITORY);
    await world.request('/api/patches', { method: 'POST', body: { id: 'by-webhook', patch: GOOD.patch } });
    world.github.clearRequests();
    await ada.push('topic', { 'notes.txt': 'a topic\n' });
    await ada.openPullRequest({ head: 'topic', title: 'Topic' });
    await until(() => world.github.requests.some(({ route }) => route === 'GraphQL'));
  });
});

describe('the start', () => {
  test('fails with one sentence where another process has the port, and leaves nothing behind', async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    await expect(startServer({ ...world.settings, port })).rejects.toThrow(
      `can't listen on 127.0.0.1:${port}: another process has it; end that one, or set PORT`,
    );
    await new Promise((resolve) => other.close(resolve));
    await (await startServer({ ...world.settings, port })).stop();
  });

  test('fails with one sentence where the store can not be had', async () => {
    await expect(startServer({ ...world.settings, store: '/nowhere/store.sqlite' })).rejects.toThrow(
      "the store at /nowhere/store.sqlite can't be used",
    );
  });
});

describe('the end', () => {
  test('answers who waits, refuses who comes, and finishes what has begun', async () => {
    await world.request('/api/patches', { method: 'POST', body: { id: 'awaited', patch: GOOD.patch } });
    const waiting = world.request('/api/patches/awaited?wait=30');
    await new Promise((resolve) => setTimeout(resolve, 300));
    world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'latency', ms: 700 } });
    const sent = world.request('/api/patches', {
      method: 'POST',
      body: { id: 'under-way', patch: GOOD.patch },
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = performance.now();
    const { url } = world.server();
    await world.restart(() => world.github.faults.clear());
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await waiting).toMatchObject({ status: 200, body: { finished: false } });
    expect(await sent).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await world.request('/api/patches/under-way')).body).toMatchObject({ stage: 'sent' });
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
