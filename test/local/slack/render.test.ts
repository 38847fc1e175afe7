import { expect, test } from '@jest/globals';
import type { Block, LocalMessage } from '../../../src/local/slack/message.ts';
import { renderMessage } from '../../../src/local/slack/render.ts';

function message(blocks: readonly Block[], text = ''): LocalMessage {
  return { channel: 'C1', ts: '1.000001', author: 'U1', content: { text, blocks }, edits: [] };
}

test('a message reads in a terminal as it reads in Slack', () => {
  expect(
    renderMessage(
      message([
        { type: 'header', text: { type: 'plain_text', text: '✅ *literal*' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*Done* <https://x.example|see> &lt;b&gt;\n```\ncode\n```' },
        },
        { type: 'section', fields: [{ type: 'mrkdwn', text: '*Patch*\n`a`' }] },
        { type: 'divider' },
        {
          type: 'context',
          elements: [
            { type: 'mrkdwn', text: 'one' },
            { type: 'image', alt_text: 'cat' },
          ],
        },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Retry' } }] },
        { type: 'image', alt_text: 'dog' },
      ]),
    ),
  ).toBe(`│ ✅ *literal*
│ Done see (https://x.example) <b>
│ code
│ Patch: a
│ ───
│ one  [image: cat]
│ [ Retry ]
│ [image: dog]`);
});

test('a message without blocks shows its text, and an edited one says so', () => {
  const plain = message([], 'hello <https://x.example>');
  expect(renderMessage({ ...plain, edits: [plain.content] })).toBe('│ hello https://x.example\n│ (edited)');
});

test('nothing in a message reaches the terminal as a command', () => {
  expect(renderMessage(message([], '\u001B[2Jgone \u202E'))).toBe('│ [U+001B][2Jgone [U+202E]');
});
