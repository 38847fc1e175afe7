import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../../../src/app/server.ts';
import { createWorld, type World } from '../world.ts';

const SECRET = 'a-signing-secret-for-tests';
const ADDRESSES = ['/slack/commands', '/slack/interactions', '/slack/events'];

const SLACK = { signingSecret: SECRET, token: 'xoxb-nobody', apiUrl: 'http://127.0.0.1:1/api/' };

let world: World;
/** On the same GitHub: @octokit/auth-app lets two servers of one process share a token that they ask for at once. */
let without: RunningServer;
beforeAll(async () => {
  world = await createWorld({ slack: SLACK });
  const { slack: _, ...settings } = world.settings;
  without = await startServer({ ...settings, port: 0, store: ':memory:' });
});
afterAll(async () => {
  await without.stop();
  await world.close();
});

/** A command that is refused at once, so that nothing is begun. */
const UNREADABLE = new URLSearchParams({
  command: '/ghost',
  text: 'puase',
  user_id: 'U1',
  channel_id: 'C1',
  response_url: 'http://127.0.0.1:1/answers/1',
}).toString();

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function sign(body: string, { secret = SECRET, timestamp = String(now()) } = {}): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

type Posted = { readonly status: number; readonly text: string };

async function post(
  path: string,
  body: string,
  headers: Record<string, string>,
  at = world.server(),
): Promise<Posted> {
  const answer = await fetch(`${at.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', connection: 'close', ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}

describe('the addresses for Slack', () => {
  test.each(ADDRESSES)(
    '%s is not there where nobody set Slack up, and says what is missing',
    async (path) => {
      const answer = await post(path, UNREADABLE, sign(UNREADABLE), without);
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.text)).toMatchObject({
        detail: expect.stringContaining('SLACK_SIGNING_SECRET'),
      });
    },
  );

  test('what can not be read as a command is answered in the acknowledgement, to who wrote it', async () => {
    const answer = await post('/slack/commands', UNREADABLE, sign(UNREADABLE));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('pause'),
    });
  });

  const forged: readonly [string, (body: string) => Record<string, string>][] = [
    ['no signature', () => ({})],
    ['no time', (body) => ({ ...sign(body), 'x-slack-request-timestamp': '' })],
    ['another secret', (body) => sign(body, { secret: 'another-signing-secret' })],
    ['another body', () => sign('another body')],
    [
      'another time than the signed one',
      (body) => ({ ...sign(body), 'x-slack-request-timestamp': String(now() - 1) }),
    ],
    ['a time that is no number', (body) => sign(body, { timestamp: '1e9' })],
    [
      'half a signature',
      (body) => ({ ...sign(body), 'x-slack-signature': sign(body)['x-slack-signature']?.slice(0, 30) ?? '' }),
    ],
    [
      'a signature of another kind',
      (body) => ({
        ...sign(body),
        'x-slack-signature': (sign(body)['x-slack-signature'] ?? '').replace('v0', 'v1'),
      }),
    ],
    ['a time more than five minutes ago', (body) => sign(body, { timestamp: String(now() - 302) })],
    ['a time more than five minutes ahead', (body) => sign(body, { timestamp: String(now() + 302) })],
  ];
  test.each(forged)('a request with %s is refused', async (_, headers) => {
    for (const path of ADDRESSES) {
      const answer = await post(path, UNREADABLE, headers(UNREADABLE));
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'unauthorized' });
    }
  });

  test('what Slack signed for one address is not read as what comes to another one', async () => {
    const fields = `command=/ghost&user_id=U1&channel_id=C1&response_url=http://127.0.0.1:1/a&text=puase`;
    const event = JSON.stringify({ type: 'event_callback', event: { text: `x&${fields}&payload=%7B%7D&y` } });
    for (const path of ['/slack/commands', '/slack/interactions']) {
      expect(await post(path, event, sign(event))).toMatchObject({ status: 400 });
    }
    expect((await post('/slack/commands', `x&${fields}`, sign(`x&${fields}`))).status).toBe(200);
  });

  test('requests that take their time make room for those of Slack, where they do not fit into the memory', async () => {
    let cut = 0;
    const sockets: Socket[] = [];
    for (let count = 0; count < 260; count += 1) {
      const socket = await beginRequest(262_144);
      sockets.push(socket.once('close', () => (cut += 1)).on('error', () => {}));
    }
    expect((await post('/slack/commands', UNREADABLE, sign(UNREADABLE))).status).toBe(200);
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(10);
    for (const socket of sockets) {
      socket.destroy();
    }
  });

  /** Says how much it will send, and sends nothing of it. */
  async function beginRequest(size: number): Promise<Socket> {
    const { port } = new URL(world.server().url);
    const socket = connect(Number(port), '127.0.0.1');
    const lines = `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${size}\r\n\r\n`;
    await new Promise<void>((resolve) => socket.write(lines, () => resolve()));
    return socket;
  }

  test('one of four minutes ago is taken', async () => {
    const headers = sign(UNREADABLE, { timestamp: String(now() - 240) });
    expect((await post('/slack/commands', UNREADABLE, headers)).status).toBe(200);
  });

  test.each([
    ['/slack/commands', ''],
    ['/slack/commands', 'text=status'],
    ['/slack/commands', UNREADABLE.replace('U1', '<!channel>')],
    ['/slack/interactions', ''],
    ['/slack/events', ''],
    ['/slack/events', '{"type":"event_callback"}'],
    ['/slack/interactions', 'payload=nonsense'],
    ['/slack/interactions', `payload=${JSON.stringify({ type: 'block_actions' })}`],
  ])('%s takes nothing that Slack would not send: %s', async (path, body) => {
    const answer = await post(path, body, sign(body));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'malformed_request' });
  });

  test('an interaction of a kind that nobody asked for is acknowledged, and nothing else', async () => {
    const body = `payload=${JSON.stringify({ type: 'view_submission' })}`;
    const answer = await post('/slack/interactions', body, sign(body));
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  test('Slack is told that the address of events is ours, when it signed the question', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'a word' });
    expect((await post('/slack/events', body, sign(body))).text).toBe('a word');
    expect((await post('/slack/events', body, {})).status).toBe(401);
  });

  test('a very large body is not read', async () => {
    const body = 'x'.repeat(300_000);
    expect((await post('/slack/commands', body, sign(body))).status).toBe(413);
  });

  test('a press with a value that is none of ours is acknowledged, and nothing else', async () => {
    const payload = {
      type: 'block_actions',
      user: { id: 'U1' },
      container: { channel_id: 'C1', message_ts: '1.000001' },
      response_url: 'http://127.0.0.1:1/answers/1',
      actions: [{ action_id: 'ghost.approve', value: '["acme/shop","../control"]' }],
    };
    const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
    expect(await post('/slack/interactions', body, sign(body))).toEqual({ status: 200, text: '' });
  });
});
