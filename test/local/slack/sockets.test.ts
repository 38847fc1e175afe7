import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import {
  LOCAL_APP_TOKEN,
  LOCAL_BOT_TOKEN,
  type LocalSlack,
  startLocalSlack,
} from '../../../src/local/slack/server.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack();
  slack.people.install('socket mode');
});
afterAll(() => slack.close());

async function call(method: string, token: string): Promise<unknown> {
  const answer = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
  });
  return await answer.json();
}

test('a token of an app opens sockets and nothing else, and one of a bot everything else', async () => {
  const refused = { ok: false, error: 'not_allowed_token_type' };
  expect(await call('apps.connections.open', LOCAL_BOT_TOKEN)).toEqual(refused);
  expect(await call('auth.test', LOCAL_APP_TOKEN)).toEqual(refused);
});

test('an address greets one connection, and knows nobody else', async () => {
  const { url } = Object(await call('apps.connections.open', LOCAL_APP_TOKEN));
  const first = new WebSocket(url);
  const [hello] = await once(first, 'message');
  expect(JSON.parse(String(hello))).toMatchObject({ type: 'hello', num_connections: 1 });
  const [error] = await once(new WebSocket(url), 'error');
  expect(String(error)).toContain('404');
  first.close();
  await once(first, 'close');
});

test('a command that nobody listens to fails, and so does one that nobody acknowledges', async () => {
  const command = { person: { id: 'U1', name: 'octocat' }, text: 'status' };
  expect(await slack.people.command(command)).toMatchObject({ ok: false, status: 0 });
  const { url } = Object(await call('apps.connections.open', LOCAL_APP_TOKEN));
  const mute = new WebSocket(url);
  await once(mute, 'message');
  mute.once('message', () => mute.close());
  expect(await slack.people.command(command)).toMatchObject({ ok: false, status: 0 });
});
