import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/io/store/open.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { MAX_JSON_VALUES, MAX_PATCH_TEXT_BYTES } from '../../src/patch/limits.ts';
import { type Answer, createWorld, type World } from './world.ts';

/** What somebody can do who has a token, and means no good. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function revoke(sender: string): Promise<void> {
  const store = await openStore(world.settings.store);
  const token = (await store.tokens.list()).find((one) => one.sender === sender);
  await store.tokens.revoke(token?.id ?? '', new Date());
  await store.close();
}

async function openEvents(token: string, options: RequestInit = {}) {
  return await fetch(`${world.server().url}/api/events`, {
    ...options,
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
  });
}

describe('a stream of events', () => {
  test('tells nothing more to a token that was revoked, and ends', async () => {
    const token = await world.token({ sender: 'dismissed' });
    const stream = await openEvents(token);
    await revoke('dismissed');
    await world.request('/api/patches', { method: 'POST', body: { id: 'afterwards', patch: GOOD.patch } });
    expect(await stream.text()).not.toContain('afterwards');
  });

  test('is not begun for HEAD, so that none stays open that nobody reads', async () => {
    const token = await world.token();
    for (let count = 0; count < 50; count++) {
      const { status, headers } = await openEvents(token, { method: 'HEAD' });
      expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    }
    const stream = await openEvents(token);
    expect(stream.status).toBe(200);
    await stream.body?.cancel();
  });
});

describe('the memory', () => {
  /** Says that the largest patch comes, and sends nothing of it. */
  async function beginPatch(token: string, path = '/api/patches'): Promise<Socket> {
    const { port } = new URL(world.server().url);
    const socket = connect(Number(port), '127.0.0.1');
    const headers = `content-type: application/json\r\nauthorization: Bearer ${token}\r\naccept: */*`;
    const lines = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${MAX_PATCH_TEXT_BYTES}\r\n${headers}\r\n\r\n`;
    await new Promise<void>((resolve) => socket.write(lines, () => resolve()));
    return socket;
  }

  function send(token: string) {
    const body = { id: 'small', patch: GOOD.patch };
    return world.request('/api/patches?dryRun=true', { method: 'POST', body, token });
  }

  test.each(['/api/patches', '/mcp'])(
    'is not filled by one token that begins many requests to %s',
    async (path) => {
      const token = await world.token();
      const sockets = await Promise.all(Array.from({ length: 4 }, () => beginPatch(token, path)));
      // The last of them is answered at once.
      const answers = sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve)));
      expect(String(await Promise.race(answers))).toMatch(/^HTTP\/1\.1 429 /);
      expect((await send(await world.token())).status).toBe(200);
      for (const socket of sockets) {
        socket.destroy();
      }
      await until(async () => (await send(token)).status === 200);
    },
  );

  test('is not kept from others by tokens that begin as much as fits into it', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => world.token()));
    const sockets = await Promise.all([...tokens, ...tokens, ...tokens].map((token) => beginPatch(token)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await send(await world.token())).status).toBe(200);
    for (const socket of sockets) {
      socket.destroy();
    }
  });

  test.each([
    ['patch', '/api/patches', 422, { outcome: 'refused', refusals: [{ code: 'too_large' }] }],
    ['call of a tool', '/mcp', 413, { code: 'too_large' }],
  ])('is not filled by a %s of very many values', async (_, path, status, body) => {
    const values = `{"patch": {"changes": [${'{},'.repeat(MAX_JSON_VALUES)}{}], "more": 1}}`;
    const answer = await fetch(`${world.server().url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token()}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: values,
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(body);
  });
});

test('asking for the status of patches uses up only so much of what GitHub allows', async () => {
  const token = await world.token({ perMinute: 1, perDay: 1 });
  const answers: Answer[] = [];
  while (answers.every(({ status }) => status === 404)) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => ask(token)))));
  }
  expect(answers.find(({ status }) => status !== 404)).toMatchObject({
    status: 429,
    body: { code: 'too_many' },
  });
  expect((await ask(await world.token())).status).toBe(404);

  function ask(token: string) {
    return world.request('/api/patches/nobody', { token });
  }
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
