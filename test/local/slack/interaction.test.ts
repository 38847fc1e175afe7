import { createHmac } from 'node:crypto';
import { serve } from '@hono/node-server';
import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import {
  buttonPress,
  formatRequest,
  sendInteraction,
  slashCommand,
} from '../../../src/local/slack/interaction.ts';

const SIGNING = { secret: 'local-signing-secret', timestamp: 1_795_000_000 };
const PERSON = { id: 'U1', name: 'octocat' };
const MESSAGE = {
  channel: 'C1',
  ts: '1.000001',
  author: 'U0BOT0001',
  content: { text: 'x', blocks: [] },
  edits: [],
};

test('a slash command comes as a signed form', () => {
  const command = slashCommand({
    command: '/ghost',
    text: 'status a&b',
    person: PERSON,
    channel: 'C1',
    responseUrl: 'http://127.0.0.1/r',
  });
  const request = formatRequest(command, SIGNING);
  expect(Object.fromEntries(new URLSearchParams(request.body))).toMatchObject({
    command: '/ghost',
    text: 'status a&b',
    user_id: 'U1',
    channel_id: 'C1',
    response_url: 'http://127.0.0.1/r',
  });
  expect(request.headers['x-slack-signature']).toBe(signatureOf(request.body));
});

test('a button press names the message, the person and the value', () => {
  const press = buttonPress({
    actionId: 'retry',
    value: 'login-timeout',
    person: PERSON,
    message: MESSAGE,
    responseUrl: 'http://127.0.0.1/r',
  });
  const request = formatRequest(press, SIGNING);
  const payload: unknown = JSON.parse(new URLSearchParams(request.body).get('payload') ?? '');
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: 'U1' },
    container: { channel_id: 'C1', message_ts: '1.000001' },
    actions: [{ action_id: 'retry', value: 'login-timeout' }],
  });
  expect(request.headers['x-slack-signature']).toBe(signatureOf(request.body));
});

test('an app receives what was signed, byte for byte', async () => {
  const app = new Hono();
  app.post('/', async (context) => {
    const body = await context.req.text();
    return context.text(`${signatureOf(body) === context.req.header('x-slack-signature')}`);
  });
  const listening = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    listening.resolve(port),
  );
  const command = slashCommand({
    command: '/ghost',
    text: 'help 👻',
    person: PERSON,
    channel: 'C1',
    responseUrl: 'http://127.0.0.1/r',
  });
  const request = formatRequest(command, SIGNING);
  const response = await sendInteraction(`http://127.0.0.1:${await listening.promise}/`, request);
  expect(await response.text()).toBe('true');
  server.close();
});

/** Slack's own recipe. */
function signatureOf(body: string): string {
  return `v0=${createHmac('sha256', SIGNING.secret).update(`v0:${SIGNING.timestamp}:${body}`).digest('hex')}`;
}
