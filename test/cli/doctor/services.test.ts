import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askServer, askSlack } from '../../../src/cli/doctor/services.ts';
import { findFreePort } from '../../free-port.ts';

const UP = {
  ready: true,
  github: { ok: true },
  store: { ok: true },
  slack: { ok: false, problem: 'no socket' },
  lastWebhookAt: null,
  secondsSinceWebhook: null,
  canary: { lastAt: null, late: 1, secondsSince: null },
  version: '1.2.3',
};

let server: Server;
let url: string;
beforeAll(async () => {
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  server = createServer((request, response) => {
    const good = request.headers.authorization === 'Bearer xoxb-good';
    switch (request.url) {
      case '/api/auth.test':
        response.setHeader('x-oauth-scopes', 'chat:write,channels:history');
        response.end(JSON.stringify(good ? { ok: true } : { ok: false, error: 'invalid_auth' }));
        break;
      case '/up/ready':
        response.setHeader('date', new Date(Date.now() - 90_000).toUTCString());
        response.end(JSON.stringify(UP));
        break;
      case '/broken/ready':
        response
          .writeHead(503)
          .end(JSON.stringify({ ...UP, ready: false, store: { ok: false, problem: 'disk full' } }));
        break;
      default:
        response.writeHead(503).end('later');
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('Slack is asked', () => {
  test('what the token may', async () => {
    const slack = { token: 'xoxb-good', apiUrl: `${url}/api` };
    expect(await askSlack(slack)).toEqual({ kind: 'known', scopes: ['chat:write', 'channels:history'] });
  });

  test.each([
    ['a token that it does not take', '/api/', 'it says invalid_auth.'],
    ['an answer that is none of its', '/elsewhere/', 'there is no answer'],
  ])('and says why not: %s', async (_, path, why) => {
    const answer = await askSlack({ token: 'xoxb-bad', apiUrl: `${url}${path}` });
    expect(answer).toEqual({ kind: 'failed', why: expect.stringContaining(why) });
  });

  test('only where there is a token', async () => {
    expect(await askSlack(null)).toEqual({ kind: 'not_asked' });
  });
});

describe('the server is asked', () => {
  test.each([
    [
      'and takes patches',
      '/up',
      {
        kind: 'ready',
        version: '1.2.3',
        aheadSeconds: expect.closeTo(-90, -1),
        webhook: 'never',
        slackSocket: true,
        slackProblem: 'no socket',
        lateCanaries: 1,
      },
    ],
    ['and takes none, and says why', '/broken', { kind: 'failed', why: 'disk full' }],
    [
      'and is another one',
      '/down',
      { kind: 'failed', why: expect.stringContaining('answers 503, and not as') },
    ],
  ])('%s', async (_, path, answer) => {
    expect(await askServer(`${url}${path}`)).toEqual(answer);
  });

  test('and is not there, which is said with the cause', async () => {
    const closed = `http://127.0.0.1:${await findFreePort()}`;
    expect(await askServer(closed)).toEqual({ kind: 'failed', why: expect.stringContaining('ECONNREFUSED') });
    expect(await askServer(null)).toEqual({ kind: 'not_asked' });
  });
});
