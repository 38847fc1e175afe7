import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../../../src/app/server.ts';
import {
  LOCAL_APP_TOKEN,
  LOCAL_BOT_TOKEN,
  LOCAL_CHANNEL,
  type LocalSlack,
  startLocalSlack,
} from '../../../src/local/slack/server.ts';
import { createWorld, REPOSITORY, type World } from '../world.ts';
import { until } from './world.ts';

const EVE = { id: 'U0EVE00001', name: 'eve' };

let slack: LocalSlack;
let world: World;
/** Another process on the same store, as far as Slack and the store can tell. */
let other: RunningServer;
beforeAll(async () => {
  slack = await startLocalSlack();
  slack.people.install('socket mode');
  world = await createWorld({
    slack: { appToken: LOCAL_APP_TOKEN, token: LOCAL_BOT_TOKEN, apiUrl: slack.apiUrl },
  });
  other = await startServer({ ...world.settings, port: 0 });
});
afterAll(async () => {
  await other.stop();
  await world.close();
  await slack.close();
});

async function answerTo(act: () => Promise<unknown>): Promise<string> {
  const shown = () => slack.messages().filter(({ visibleTo }) => visibleTo === EVE.id);
  const before = shown().length;
  await act();
  return await until(() => shown()[before]?.content.text);
}

function say(text: string) {
  return slack.people.command({ person: EVE, text });
}

async function readinessOf(server: RunningServer): Promise<unknown> {
  const report: unknown = await (
    await fetch(`${server.url}/ready`, { headers: { connection: 'close' } })
  ).json();
  return Object(report);
}

test('a command over the socket is acknowledged at once, and answered to who asked', async () => {
  const answer = await answerTo(async () => {
    expect(await say(`${REPOSITORY} whoami`)).toMatchObject({ ok: true });
  });
  expect(answer).toContain(`slack:${EVE.id}`);
});

test('what can not be read is answered with the acknowledgement', async () => {
  expect(await answerTo(() => say('puase'))).toContain('pause');
});

test('a button over the socket is answered to who pressed it', async () => {
  const value = JSON.stringify([REPOSITORY, 'nothing', 'a'.repeat(64), 1, null]);
  const button = { type: 'button', action_id: 'ghost.details', value };
  const message = {
    channel: LOCAL_CHANNEL.id,
    ts: '1.000001',
    author: 'U0BOT0001',
    edits: [],
    content: { text: '', blocks: [{ type: 'actions', elements: [button] }] },
  };
  const press = () => slack.people.press({ person: EVE, message, action: 'ghost.details' });
  expect(await answerTo(press)).toContain('nothing');
});

test('an event that was not acknowledged comes to another process, and is answered once', async () => {
  expect(slack.sockets.count()).toBe(2);
  slack.inject({ kind: 'drop', method: 'events_api', when: 'after' });
  const { ts, ok } = await slack.people.write({ person: EVE, text: 'help' });
  expect(ok).toBe(true);
  expect(slack.sockets.envelopes.at(-1)).toMatchObject({ retry_attempt: 1 });
  await until(() => slack.replies(ts)[0]);
  // What comes later is answered, so that a second answer would be there too.
  const { ts: later } = await slack.people.write({ person: EVE, text: 'help' });
  await until(() => slack.replies(later)[0]);
  expect(slack.replies(ts)).toHaveLength(1);
});

test('the addresses of Slack are not there, and say why', async () => {
  const answer = await world.request('/slack/commands', { method: 'POST', body: 'text=status' });
  expect(answer).toMatchObject({ status: 404, body: { detail: expect.stringContaining('over a socket') } });
});

test('readiness says whether the socket is open, and patches are taken without it', async () => {
  await until(() => (slack.sockets.count() === 2 ? true : undefined));
  expect(await readinessOf(other)).toMatchObject({ ready: true, slack: { ok: true } });
  slack.inject({ kind: 'error', method: 'apps.connections.open', error: 'internal_error', times: 4 });
  slack.sockets.drop();
  for (;;) {
    const report = await readinessOf(other);
    if (!Object(Object(report).slack).ok) {
      expect(report).toMatchObject({ ready: true, slack: { problem: expect.stringContaining('Slack') } });
      break;
    }
  }
  await until(() => (slack.sockets.count() === 2 ? true : undefined));
});

test('who ends closes the socket, and finishes what has begun', async () => {
  const answer = answerTo(() => say(`${REPOSITORY} whoami`));
  await until(() => slack.sockets.envelopes.at(-1)?.type === 'slash_commands' || undefined);
  await Promise.all([other.stop(), world.restart()]);
  expect(await answer).toContain(`slack:${EVE.id}`);
  expect(slack.sockets.count()).toBe(1);
  other = await startServer({ ...world.settings, port: 0 });
});

test('a token that Slack refuses ends the start, and nothing of it runs', async () => {
  const { slack: settings } = world.settings;
  if (settings === undefined) {
    throw new Error('there is no Slack');
  }
  await other.stop();
  const port = Number(new URL(other.url).port);
  const start = (appToken: string) =>
    startServer({ ...world.settings, port, slack: { ...settings, appToken } });
  await expect(start('xapp-1-wrong')).rejects.toThrow(/invalid_auth; make a token .* SLACK_APP_TOKEN/);
  other = await start(LOCAL_APP_TOKEN);
});
