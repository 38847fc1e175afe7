import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSlackChat } from '../../src/io/slack.ts';
import { SlackError } from '../../src/io/slack-failure.ts';
import {
  LOCAL_BOT_TOKEN,
  LOCAL_CHANNEL,
  type LocalSlack,
  startLocalSlack,
} from '../../src/local/slack/server.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { doneView, OUTCOMES, patchView } from '../report/views.ts';

const CHANNEL = LOCAL_CHANNEL.id;
const STARTED = formatSlackMessage(patchView());
const DONE = formatSlackMessage(doneView(OUTCOMES.opened));

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack();
});

afterEach(async () => {
  await slack.close();
});

function chat(over: { readonly token?: string; readonly deadlineSeconds?: number } = {}) {
  return createSlackChat({ token: LOCAL_BOT_TOKEN, apiUrl: slack.apiUrl, ...over });
}

describe('one message per patch', () => {
  test('it is posted once and edited in place, with its identity', async () => {
    const ref = await chat().post(CHANNEL, STARTED);
    await chat().update(ref, DONE);
    const [message, ...others] = slack.messages(CHANNEL);
    expect(others).toEqual([]);
    expect(ref).toEqual({ channel: CHANNEL, ts: message?.ts });
    expect(message?.content).toEqual({ text: DONE.text, blocks: DONE.blocks, metadata: DONE.metadata });
    expect(message?.edits.map(({ text }) => text)).toEqual([STARTED.text]);
  });

  test('no address in it is looked up for a preview, and no name is linked', async () => {
    await chat().post(CHANNEL, STARTED);
    expect(slack.requests[0]?.arguments).toMatchObject({
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });
});

describe('a refusal of Slack', () => {
  test.each([
    [
      'a channel that is named, not identified',
      '#ghost-runner',
      /channel_not_found; name the channel by its id/,
    ],
    ['an unknown channel', 'C404', /channel_not_found/],
  ])('%s is an error that says what to do', async (_, channel, message) => {
    await expect(chat().post(channel, STARTED)).rejects.toThrow(message);
    expect(slack.requests).toHaveLength(1);
  });

  test('a token that Slack does not know is an error although it comes with HTTP 200', async () => {
    await expect(chat({ token: 'xoxb-other' }).post(CHANNEL, STARTED)).rejects.toThrow(
      'chat.postMessage failed: invalid_auth; the bot token is not valid',
    );
    expect(slack.requests[0]?.status).toBe(200);
  });

  test('what is wrong with a block is told', async () => {
    const blocks = Array.from({ length: 51 }, () => STARTED.blocks[0]).flatMap((block) =>
      block === undefined ? [] : [block],
    );
    await expect(chat().post(CHANNEL, { ...STARTED, blocks })).rejects.toThrow(
      /invalid_blocks; \[ERROR\] no more than 50 items allowed/,
    );
  });

  test('a message that somebody deleted is not posted anew', async () => {
    await expect(chat().update({ channel: CHANNEL, ts: '1.000001' }, DONE)).rejects.toThrow(
      'chat.update failed: message_not_found; the message was deleted; the patch gets no other',
    );
    expect(slack.messages()).toEqual([]);
  });
});

describe('an error tells whether the message may have been posted all the same', () => {
  async function failureOf(call: Promise<unknown>): Promise<unknown> {
    return await call.catch((error: unknown) => error);
  }

  test.each([
    { kind: 'status', status: 503 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'drop', when: 'after' },
    { kind: 'latency', milliseconds: 1000 },
  ] as const)('it may after $kind $when $status $error', async (fault) => {
    slack.inject(fault);
    const error = await failureOf(chat({ deadlineSeconds: 0.5 }).post(CHANNEL, STARTED));
    expect(error).toBeInstanceOf(SlackError);
    expect(error).toMatchObject({ maybePosted: true });
  });

  test.each([
    { kind: 'error', error: 'not_in_channel' },
    { kind: 'rate_limited', retryAfterSeconds: 30 },
  ] as const)('it can not after $kind $error', async (fault) => {
    slack.inject(fault);
    const error = await failureOf(chat().post(CHANNEL, STARTED));
    expect(error).toBeInstanceOf(SlackError);
    expect(error).toMatchObject({ maybePosted: false });
  });

  test('it can not where nothing could be sent', async () => {
    const gone = await startLocalSlack();
    await gone.close();
    const nobody = createSlackChat({ token: LOCAL_BOT_TOKEN, apiUrl: gone.apiUrl, deadlineSeconds: 0.5 });
    expect(await failureOf(nobody.post(CHANNEL, STARTED))).toMatchObject({ maybePosted: false });
  });

  test('an edit posts nothing', async () => {
    const ref = await chat().post(CHANNEL, STARTED);
    slack.inject({ kind: 'status', status: 503, times: 100 });
    const error = await failureOf(chat({ deadlineSeconds: 0.5 }).update(ref, DONE));
    expect(error).toMatchObject({ maybePosted: false });
  });
});

describe('a failing Slack', () => {
  test('a rate-limited message waits as long as Slack asks', async () => {
    slack.inject({ kind: 'rate_limited', retryAfterSeconds: 1 });
    const started = performance.now();
    await chat().post(CHANNEL, STARTED);
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
    expect(slack.messages()).toHaveLength(1);
  });

  test('a wait that is longer than the deadline is not begun', async () => {
    slack.inject({ kind: 'rate_limited', retryAfterSeconds: 30 });
    const started = performance.now();
    await expect(chat().post(CHANNEL, STARTED)).rejects.toThrow('rate limited for 30 s');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each([
    { kind: 'status', status: 503 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'drop', when: 'before' },
    { kind: 'drop', when: 'after' },
  ] as const)('an edit is tried again after $kind $when $status $error', async (fault) => {
    const ref = await chat().post(CHANNEL, STARTED);
    slack.inject({ ...fault, times: 2 });
    await chat().update(ref, DONE);
    expect(slack.messages()[0]?.content.text).toBe(DONE.text);
  });

  test.each([
    { kind: 'status', status: 503 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'drop', when: 'after' },
  ] as const)(
    'a new message is sent only once when nobody knows whether it arrived: $kind $when $status $error',
    async (fault) => {
      slack.inject(fault);
      await expect(chat().post(CHANNEL, STARTED)).rejects.toThrow(/chat\.postMessage failed: /);
      expect(slack.requests).toHaveLength(1);
      expect(slack.messages().length).toBe(fault.kind === 'drop' ? 1 : 0);
    },
  );

  test('a Slack that hangs costs no more than the deadline', async () => {
    slack.inject({ kind: 'latency', milliseconds: 3000 });
    const started = performance.now();
    await expect(chat({ deadlineSeconds: 0.5 }).post(CHANNEL, STARTED)).rejects.toThrow(
      'chat.postMessage failed: no answer in time',
    );
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test('a Slack that is not there is asked until the deadline', async () => {
    const gone = await startLocalSlack();
    await gone.close();
    const nobody = createSlackChat({ token: LOCAL_BOT_TOKEN, apiUrl: gone.apiUrl, deadlineSeconds: 1 });
    const started = performance.now();
    await expect(nobody.post(CHANNEL, STARTED)).rejects.toThrow(/no answer \(.*ECONNREFUSED/);
    expect(performance.now() - started).toBeGreaterThan(500);
  });

  test('the token is in no error', async () => {
    slack.inject({ kind: 'status', status: 500 });
    const error: unknown = await chat()
      .post(CHANNEL, STARTED)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(describeDeeply(error)).not.toContain(LOCAL_BOT_TOKEN);
  });
});

function describeDeeply(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return [
    error.stack,
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    describeDeeply(error.cause),
  ].join('\n');
}
