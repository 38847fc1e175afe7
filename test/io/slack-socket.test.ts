import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Envelope } from '../../src/io/slack-connection.ts';
import { openSlackSocket, type SlackSocket, type SlackSocketOptions } from '../../src/io/slack-socket.ts';
import {
  LOCAL_APP_TOKEN,
  LOCAL_BOT_TOKEN,
  type LocalSlack,
  startLocalSlack,
} from '../../src/local/slack/server.ts';
import { findFreePort } from '../free-port.ts';

const ADA = { id: 'U0ADA00001', name: 'ada' };
const OPEN = 'apps.connections.open';

let slack: LocalSlack;
let socket: SlackSocket | undefined;
let taken: Envelope[];
let errors: string[];
beforeEach(async () => {
  slack = await startLocalSlack();
  slack.people.install('socket mode');
  [taken, errors] = [[], []];
});
afterEach(async () => {
  await socket?.close();
  socket = undefined;
  await slack.close();
});

async function open(more: Partial<SlackSocketOptions> = {}): Promise<SlackSocket> {
  socket = await openSlackSocket({
    appToken: LOCAL_APP_TOKEN,
    apiUrl: slack.apiUrl,
    onError: (error) => errors.push(String(error)),
    take: (envelope) => {
      taken.push(envelope);
      return { text: 'understood' };
    },
    ...more,
  });
  return socket;
}

async function until(what: () => boolean): Promise<void> {
  const from = performance.now();
  while (!what()) {
    if (performance.now() - from > PATIENCE_MS) {
      throw new Error('it did not happen');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const PATIENCE_MS = 10_000;

function asked(): number {
  return slack.requests.filter(({ method }) => method === OPEN).length;
}

describe('a socket to Slack', () => {
  test('hears a command as it was typed, and what it says at once goes with the acknowledgement', async () => {
    const line = await open();
    expect([line.problem(), slack.sockets.count()]).toEqual([null, 1]);
    expect(await slack.people.command({ person: ADA, text: 'status a&b' })).toMatchObject({ ok: true });
    expect(taken).toEqual([
      {
        kind: 'slash_commands',
        id: slack.sockets.envelopes[0]?.envelope_id,
        payload: expect.objectContaining({ command: '/ghost', text: 'status a&b', user_id: ADA.id }),
      },
    ]);
    expect(slack.messages()).toMatchObject([{ content: { text: 'understood' }, visibleTo: ADA.id }]);
  });

  test('an event is acknowledged with nothing, for Slack takes nothing with it', async () => {
    await open();
    expect(await slack.people.write({ person: ADA, text: 'status' })).toMatchObject({ ok: true });
    expect(taken).toMatchObject([{ kind: 'events_api', payload: { event: { text: 'status' } } }]);
    expect(slack.messages()).toHaveLength(1);
  });

  test('is opened anew at once when Slack wants to end it', async () => {
    await open();
    slack.sockets.refresh();
    const from = performance.now();
    await until(() => asked() === 2 && slack.sockets.count() === 1);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await slack.people.command({ person: ADA, text: 'status' })).toMatchObject({ ok: true });
    expect(errors).toEqual([]);
  });

  test('is opened anew when it was lost, and an event that was not acknowledged comes again', async () => {
    await open();
    slack.inject({ kind: 'drop', method: 'events_api', when: 'after' });
    expect(await slack.people.write({ person: ADA, text: 'status' })).toMatchObject({ ok: true });
    const [first, again, ...others] = slack.sockets.envelopes;
    expect(others).toEqual([]);
    expect(again).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: first?.payload });
    expect(taken.map(({ id }) => id)).toEqual([first?.envelope_id, again?.envelope_id]);
  });

  test('one that ends again and again is not opened in a loop', async () => {
    const line = await open();
    slack.sockets.drop();
    await until(() => asked() === 2 && slack.sockets.count() === 1);
    slack.sockets.drop();
    await until(() => line.problem() !== null);
    expect(line.problem()).toContain('opened anew');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(asked()).toBe(2);
    await until(() => line.problem() === null);
  });

  test.each([
    ['that is none', 'xapp-1-nobody', 'invalid_auth'],
    ['of a bot', LOCAL_BOT_TOKEN, 'not_allowed_token_type'],
  ])('a token %s ends it with a sentence that says what to do', async (_, appToken, code) => {
    await expect(open({ appToken })).rejects.toThrow(
      `Slack opens no socket: ${code}; make a token with the scope connections:write`,
    );
    expect([asked(), errors]).toEqual([1, []]);
  });

  test('a token without its scope, too', async () => {
    await slack.close();
    slack = await startLocalSlack({ tokens: { [LOCAL_APP_TOKEN]: { scopes: [] } } });
    await expect(open()).rejects.toThrow('missing_scope; make a token with the scope connections:write');
  });

  test('a Slack that does not answer is asked later and later, and its failure told once', async () => {
    slack.inject({ kind: 'status', method: OPEN, status: 503, times: 2 });
    const line = await open();
    expect(line.problem()).toContain('HTTP status 503');
    await until(() => line.problem() === null);
    expect(errors).toEqual([expect.stringContaining('HTTP status 503')]);
    expect(asked()).toBe(3);
  });

  test('a Slack that asks to wait is obeyed', async () => {
    slack.inject({ kind: 'rate_limited', method: OPEN, retryAfterSeconds: 1 });
    const from = performance.now();
    const line = await open();
    await until(() => line.problem() === null);
    expect(performance.now() - from).toBeGreaterThan(990);
  });

  test('one that asks to wait for longer than a timer can count is not asked in a loop', async () => {
    slack.inject({ kind: 'rate_limited', method: OPEN, retryAfterSeconds: 9_999_999, times: 1_000 });
    await open();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked()).toBe(1);
  });

  test('once it is closed nothing is taken, and Slack is not asked again', async () => {
    const line = await open();
    await line.close();
    expect(slack.sockets.count()).toBe(0);
    expect(await slack.people.command({ person: ADA, text: 'status' })).toMatchObject({ ok: false });
    expect([taken, asked()]).toEqual([[], 1]);
  });

  test('it can be closed while Slack does not answer', async () => {
    slack.inject({ kind: 'status', method: OPEN, status: 503, times: 100 });
    const line = await open();
    await until(() => asked() > 2);
    const from = performance.now();
    await line.close();
    expect(performance.now() - from).toBeLessThan(500);
  });

  test('what can not be read ends nothing', async () => {
    const odd = await startOddSlack();
    await open({ apiUrl: odd.apiUrl });
    const connection = await odd.connection;
    const event = { type: 'app_rate_limited', minute_rate_limited: 1 };
    for (const sent of [
      'nonsense',
      'null',
      JSON.stringify({ type: 'events_api', envelope_id: 'E1', payload: event }),
    ]) {
      connection.send(sent);
    }
    connection.send(JSON.stringify({ type: 'slash_commands', envelope_id: 'E2', payload: {} }));
    const [said] = await once(connection, 'message');
    expect(JSON.parse(String(said))).toEqual({ envelope_id: 'E2', payload: {} });
    expect(errors).toHaveLength(2);
    await socket?.close();
    await odd.close();
  });

  test('a Slack that does not say goodbye is not waited for', async () => {
    const odd = await startOddSlack();
    const line = await open({ apiUrl: odd.apiUrl });
    (await odd.connection).pause();
    const from = performance.now();
    await line.close();
    expect(performance.now() - from).toBeLessThan(3_000);
    await odd.close();
  });
});

/** One that greets, and then does what a test has its connection do. */
async function startOddSlack() {
  const port = await findFreePort();
  const http = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  const sockets = new WebSocketServer({ server: http });
  const connected = Promise.withResolvers<WebSocket>();
  sockets.once('connection', (connection) => {
    connection.send(JSON.stringify({ type: 'hello' }));
    connected.resolve(connection);
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    connection: connected.promise,
    close: async () => {
      sockets.clients.forEach((client) => client.terminate());
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
