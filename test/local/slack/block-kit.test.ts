import { describe, expect, test } from '@jest/globals';
import { checkBlocks } from '../../../src/local/slack/block-kit.ts';

const text = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });

describe('Block Kit', () => {
  test('every kind of block that messages are made of is taken', () => {
    const blocks = [
      { type: 'header', text: { ...plain(150), emoji: false } },
      {
        type: 'section',
        text: { ...text(3000), verbatim: true },
        accessory: { type: 'button', text: plain(75), action_id: 'a' },
      },
      { type: 'section', fields: Array.from({ length: 10 }, () => text(20)) },
      {
        type: 'context',
        elements: [text(10), { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a' }],
      },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain(10), value: 'v', style: 'danger', url: 'https://x.example/' },
        ],
      },
      { type: 'divider' },
      { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a' },
    ];
    expect(checkBlocks(blocks)).toEqual({ ok: true, blocks });
  });

  test.each([
    ['an unknown type', [{ type: 'nonsense' }], '[ERROR] unsupported type [json-pointer:/blocks/0/type]'],
    [
      'a header that is too long',
      [{ type: 'header', text: plain(151) }],
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a header in mrkdwn', [{ type: 'header', text: text(1) }], '[json-pointer:/blocks/0/text/type]'],
    [
      'a section that is too long',
      [{ type: 'section', text: text(3001) }],
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a section with nothing in it',
      [{ type: 'section' }],
      '[ERROR] missing required field: text [json-pointer:/blocks/0]',
    ],
    [
      'an empty text',
      [{ type: 'section', text: text(0) }],
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'eleven fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => text(1)) }],
      '[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field that is too long',
      [{ type: 'section', fields: [text(2001)] }],
      '[json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'an unknown property',
      [{ type: 'divider', color: 'red' }],
      '[ERROR] invalid additional property: color [json-pointer:/blocks/0]',
    ],
    [
      'no actions',
      [{ type: 'actions', elements: [] }],
      '[ERROR] must provide at least 1 item [json-pointer:/blocks/0/elements]',
    ],
    [
      'fifty-one blocks',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ],
  ])('%s is refused with its place', (_, blocks, message) => {
    const checked = checkBlocks(blocks);
    expect(checked).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(JSON.stringify(checked)).toContain(JSON.stringify(message).slice(1, -1));
  });

  test('blocks that are too much together are refused', () => {
    const blocks = Array.from({ length: 5 }, () => ({ type: 'section', text: text(2700) }));
    expect(checkBlocks(blocks)).toMatchObject({ ok: false, error: 'msg_blocks_too_long' });
    expect(checkBlocks(blocks.slice(1))).toMatchObject({ ok: true });
  });
});
