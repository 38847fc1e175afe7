import { describe, expect, test } from '@jest/globals';
import { readAsked } from '../../../src/app/slack/commanding.ts';
import { readEvent } from '../../../src/app/slack/requests.ts';

const MESSAGE = {
  type: 'message',
  channel_type: 'im',
  user: 'U1',
  channel: 'D1',
  text: 'pause a &lt; b &amp;lt; c',
  ts: '1.000001',
};

function read(event: object) {
  return readEvent({ type: 'event_callback', event_id: 'Ev1', event });
}

describe('what people write to the app itself', () => {
  test('is read as it was typed, with the thread that it stands in', () => {
    expect(read(MESSAGE)).toEqual({
      kind: 'message',
      id: 'Ev1',
      visitor: { user: 'U1', channel: 'D1' },
      thread: { channel: 'D1', ts: '1.000001' },
      text: 'pause a < b &lt; c',
    });
    expect(read({ ...MESSAGE, thread_ts: '0.000009' })).toMatchObject({ thread: { ts: '0.000009' } });
  });

  test.each(['&lt;@U0GPT12345&gt;', '<@U0GPT12345>', '<@U0GPT12345|shop-gpt>', '<!subteam^S0GPT12345>'])(
    'a sender who was picked from its lists stops nobody, and is told how to write the name: %s',
    (name) => {
      const event = read({ ...MESSAGE, text: `pause from ${name}` });
      const asked = event === null || event === 'other' ? null : readAsked(event.text);
      expect(asked).toMatchObject({
        ok: false,
        problem: expect.stringContaining('such as "pause from @shop-gpt"'),
      });
    },
  );

  test.each([
    ['of a bot, such as ours', { bot_id: 'B1' }],
    ['in a channel', { channel_type: 'channel' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['of another kind', { type: 'reaction_added' }],
    ['of nobody', { user: undefined }],
  ])('a message %s is nothing to answer', (_, over) => {
    expect(read({ ...MESSAGE, ...over })).toBe('other');
  });
});

describe('a command', () => {
  test('may begin with the repository that it is about', () => {
    const command = { verb: 'status', id: 'fix' };
    expect(readAsked('acme/shop status fix')).toEqual({
      ok: true,
      asked: { repository: 'acme/shop', command },
    });
    expect(readAsked('  /ghost acme/shop status fix')).toMatchObject({ asked: { repository: 'acme/shop' } });
    expect(readAsked('status fix')).toEqual({ ok: true, asked: { repository: null, command } });
  });

  test('with a slash in its reason is about no repository', () => {
    expect(readAsked('pause see acme/shop')).toMatchObject({
      asked: { repository: null, command: { verb: 'pause', reason: 'see acme/shop' } },
    });
  });

  test('that is none is asked for help, and one that can not be read says what to write', () => {
    expect(readAsked('')).toMatchObject({ asked: { command: { verb: 'help' } } });
    expect(readAsked('acme/shop')).toMatchObject({
      asked: { repository: 'acme/shop', command: { verb: 'help' } },
    });
    expect(readAsked('acme/shop puase')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('pause'),
    });
  });

  test('however long the text is, it is read at once', () => {
    const from = process.cpuUsage();
    for (const text of [
      'a/'.repeat(100_000),
      `${' '.repeat(200_000)}x`,
      `${'a'.repeat(100)}/${'b'.repeat(200_000)}`,
    ]) {
      readAsked(text);
    }
    expect(process.cpuUsage(from).user / 1e3).toBeLessThan(1000);
  });
});
