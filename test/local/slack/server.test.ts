import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL_BOT_TOKEN, type LocalSlack, startLocalSlack } from '../../../src/local/slack/server.ts';

const WRITER = 'xoxb-writer';
const READER = 'xoxb-reader';
const CHANNEL = 'C0TEST0001';

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack({
    tokens: {
      [WRITER]: { scopes: ['chat:write'] },
      [READER]: { scopes: ['channels:history'] },
      [LOCAL_BOT_TOKEN]: { scopes: ['chat:write'] },
    },
    channels: [
      { id: CHANNEL, name: 'test' },
      { id: 'C0TEST0002', name: 'private', joined: false },
    ],
  });
});

afterEach(async () => {
  await slack.close();
});

async function call(
  method: string,
  args: { readonly [name: string]: unknown },
  token: string | null = WRITER,
) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  const answer: unknown = await response.json();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answer };
}

describe('who may do what', () => {
  test.each([
    ['no token', null, 'not_authed'],
    ['an unknown token', 'xoxb-nobody', 'invalid_auth'],
  ])('%s is refused', async (_, token, error) => {
    expect(await call('chat.postMessage', { channel: CHANNEL, text: 'x' }, token)).toMatchObject({
      status: 200,
      answer: { ok: false, error },
    });
    expect(slack.messages()).toEqual([]);
  });

  test('a token without the scope is refused, and told which it needs', async () => {
    const { answer } = await call('chat.postMessage', { channel: CHANNEL, text: 'x' }, READER);
    expect(answer).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'channels:history',
    });
  });

  test('only the author edits a message', async () => {
    await call('chat.postMessage', { channel: CHANNEL, text: 'mine' });
    const ts = slack.messages()[0]?.ts;
    expect(
      (await call('chat.update', { channel: CHANNEL, ts, text: 'x' }, LOCAL_BOT_TOKEN)).answer,
    ).toMatchObject({ error: 'cant_update_message' });
    expect((await call('chat.update', { channel: CHANNEL, ts, text: 'better' })).answer).toMatchObject({
      ok: true,
      ts,
    });
    expect(slack.messages()[0]).toMatchObject({ content: { text: 'better' }, edits: [{ text: 'mine' }] });
  });

  test('a bot learns who it is', async () => {
    expect((await call('auth.test', {})).answer).toMatchObject({ ok: true, user_id: 'U0BOT0001' });
  });
});

describe('what Slack does not take', () => {
  test.each([
    ['a name in place of a channel', { channel: '#test', text: 'x' }, 'channel_not_found'],
    ['a channel that the bot is not in', { channel: 'C0TEST0002', text: 'x' }, 'not_in_channel'],
    ['nothing to say', { channel: CHANNEL }, 'no_text'],
    ['too long a text', { channel: CHANNEL, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are no list', { channel: CHANNEL, blocks: '{}' }, 'invalid_blocks_format'],
    [
      'metadata without a type',
      { channel: CHANNEL, text: 'x', metadata: { event_payload: {} } },
      'invalid_metadata_format',
    ],
  ])('%s', async (_, args, error) => {
    expect((await call('chat.postMessage', args)).answer).toMatchObject({ ok: false, error });
    expect(slack.messages()).toEqual([]);
  });

  test('an edit of a message that is not there', async () => {
    expect((await call('chat.update', { channel: CHANNEL, ts: '1.2', text: 'x' })).answer).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('a method that it does not have, which is kept for whoever looks', async () => {
    expect((await call('pins.add', {})).answer).toEqual({
      ok: false,
      error: 'unknown_method',
      req_method: 'pins.add',
    });
    expect(slack.requests).toEqual([
      { method: 'pins.add', arguments: {}, status: 200, error: 'unknown_method' },
    ]);
  });

  test('a modal without what makes one', async () => {
    const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };
    expect((await call('views.open', { trigger_id: '1.x', view })).answer).toMatchObject({ ok: true });
    expect((await call('views.open', { view })).answer).toMatchObject({ error: 'invalid_trigger_id' });
    expect((await call('views.open', { trigger_id: '1.x', view: { type: 'home' } })).answer).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  test('more than a message a second, once the burst is used up', async () => {
    const strict = await startLocalSlack({
      rateLimit: { burst: 2, perSecond: 1 },
      tokens: { [WRITER]: { scopes: ['chat:write'] } },
    });
    try {
      const post = async () => {
        const body = new URLSearchParams({ channel: strict.channels[0]?.id ?? '', text: 'x', token: WRITER });
        return fetch(`${strict.apiUrl}chat.postMessage`, { method: 'POST', body });
      };
      expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
      const limited = await post();
      expect(limited.status).toBe(429);
      expect(limited.headers.get('retry-after')).toBe('1');
      expect(strict.messages()).toHaveLength(2);
    } finally {
      await strict.close();
    }
  });
});

describe('a channel', () => {
  test('its history is newest first, a page at a time, and shows metadata only when asked', async () => {
    const metadata = { event_type: 'ghost_patch', event_payload: { id: 'x' } };
    for (const text of ['one', 'two', 'three']) {
      await call('chat.postMessage', { channel: CHANNEL, text, metadata });
    }
    expect(
      (await call('conversations.history', { channel: CHANNEL, limit: 2 }, READER)).answer,
    ).toMatchObject({
      ok: true,
      has_more: true,
      messages: [{ text: 'three' }, { text: 'two' }],
    });
    const [first] = slack.messages();
    const older = { channel: CHANNEL, latest: slack.messages()[1]?.ts, include_all_metadata: true };
    expect((await call('conversations.history', older, READER)).answer).toMatchObject({
      has_more: false,
      messages: [{ text: 'one', ts: first?.ts, metadata }],
    });
    const plain = JSON.stringify((await call('conversations.history', { channel: CHANNEL }, READER)).answer);
    expect(plain).not.toContain('metadata');
  });

  test('what only one person sees is not in it', async () => {
    expect(
      (await call('chat.postEphemeral', { channel: CHANNEL, text: 'psst', user: 'U1' })).answer,
    ).toMatchObject({ ok: true });
    expect((await call('chat.postEphemeral', { channel: CHANNEL, text: 'psst' })).answer).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect((await call('conversations.history', { channel: CHANNEL }, READER)).answer).toMatchObject({
      messages: [],
    });
    expect(slack.messages()).toMatchObject([{ visibleTo: 'U1' }]);
  });

  test('every message has its own time, in order', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async () => call('chat.postMessage', { channel: CHANNEL, text: 'x' })),
    );
    const times = slack.messages().map(({ ts }) => ts);
    expect(new Set(times).size).toBe(20);
    expect(times).toEqual(times.toSorted());
  });
});

describe('a thread', () => {
  test('holds the answers to a message, which are not in the channel’s history', async () => {
    const post = async (text: string, thread_ts?: string) => {
      await call('chat.postMessage', { channel: CHANNEL, text, thread_ts });
      return slack.messages().at(-1)?.ts ?? '';
    };
    const root = await post('the patch');
    const reply = await post('opened', root);
    await post('another patch');
    await post('tests passed', reply);
    expect(slack.replies(root).map(({ content }) => content.text)).toEqual(['opened', 'tests passed']);
    const replies = { channel: CHANNEL, ts: root };
    expect((await call('conversations.replies', replies, READER)).answer).toMatchObject({
      messages: [{ text: 'the patch' }, { text: 'opened', thread_ts: root }, { text: 'tests passed' }],
      has_more: false,
    });
    expect((await call('conversations.history', { channel: CHANNEL }, READER)).answer).toMatchObject({
      messages: [{ text: 'another patch' }, { text: 'the patch' }],
    });
    await call('chat.update', { channel: CHANNEL, ts: reply, text: 'merged' });
    expect(slack.replies(root)[0]).toMatchObject({ content: { text: 'merged' }, thread: root });
  });

  test('under a message that is not there is refused', async () => {
    const ts = '1700000000.000001';
    const answer = { ok: false, error: 'thread_not_found' };
    expect((await call('chat.postMessage', { channel: CHANNEL, text: 'x', thread_ts: ts })).answer).toEqual(
      answer,
    );
    expect((await call('conversations.replies', { channel: CHANNEL, ts }, READER)).answer).toEqual(answer);
  });
});

describe('injected faults', () => {
  test('one hits the next call of its method and no other', async () => {
    slack.inject({ kind: 'error', error: 'fatal_error', method: 'chat.update' });
    slack.inject({ kind: 'status', status: 502, times: 2 });
    const post = async () => (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' })).status;
    expect([await post(), await post(), await post()]).toEqual([502, 502, 200]);
    expect((await call('chat.update', {})).answer).toEqual({ ok: false, error: 'fatal_error' });
  });

  test.each([
    ['half', 200, '{"ok":tr'],
    ['nothing', 200, '{}'],
    ['error', 502, 'the local Slack was told to fail'],
  ] as const)(
    'of a call that was carried out the answer can be spoiled: %s',
    async (answer, status, text) => {
      slack.inject({ kind: 'spoil', answer });
      const sent = await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        body: new URLSearchParams({ token: WRITER, channel: CHANNEL, text: 'x' }),
      });
      expect([sent.status, await sent.text()]).toEqual([status, text]);
      expect(slack.messages()).toHaveLength(1);
    },
  );

  test('a storm is asked about every call, until it is over', async () => {
    const end = slack.addStorm((method) => ({ kind: 'error', error: `no_${method}` }));
    expect((await call('auth.test', {})).answer).toEqual({ ok: false, error: 'no_auth.test' });
    end();
    expect((await call('auth.test', {})).answer).toMatchObject({ ok: true });
  });

  test('a dropped call ends without an answer, before or after it was carried out', async () => {
    slack.inject({ kind: 'drop', when: 'before' });
    await expect(call('chat.postMessage', { channel: CHANNEL, text: 'x' })).rejects.toThrow('fetch failed');
    expect(slack.messages()).toHaveLength(0);
    slack.inject({ kind: 'drop', when: 'after' });
    await expect(call('chat.postMessage', { channel: CHANNEL, text: 'x' })).rejects.toThrow('fetch failed');
    expect(slack.messages()).toHaveLength(1);
  });
});

test('no token is kept with the requests', async () => {
  await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', body: new URLSearchParams({ token: WRITER }) });
  expect(JSON.stringify(slack.requests)).not.toContain(WRITER);
});
