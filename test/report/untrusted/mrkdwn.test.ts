import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { mrkdwnBlock, mrkdwnCode, mrkdwnLine, mrkdwnLink } from '../../../src/report/untrusted/mrkdwn.ts';
import { hostileLines, hostileText } from '../hostile.ts';

/** Slack acts on nothing but what stands between these. */
const LIVE_ON_SLACK = /[<>]|&(?!(?:amp|lt|gt);)/;

describe("Slack's mrkdwn", () => {
  test('a call for the channel, a mention and a link are only text', () => {
    expect(mrkdwnLine('<!channel> <@U1> <https://evil.example|ok>', 200)).toBe(
      '&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|ok&gt;',
    );
  });

  test('nothing of Slack is left in any text, however it is cut', () => {
    fc.assert(
      fc.property(hostileText, hostileLines, fc.integer({ min: 20, max: 300 }), (text, lines, limit) => {
        for (const shown of [mrkdwnLine(text, limit), mrkdwnCode(text, limit), mrkdwnBlock(lines, limit)]) {
          expect(shown).not.toMatch(LIVE_ON_SLACK);
          expect(shown.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('a preformatted block ends where it should', () => {
    expect(mrkdwnBlock(['a ``` b', 'c'], 100)).toBe('```\na `\u200B`\u200B` b\nc\n```');
    fc.assert(
      fc.property(hostileLines, (lines) => expect(mrkdwnBlock(lines, 3000).split('```')).toHaveLength(3)),
    );
  });

  test('a block that is too long says so', () => {
    expect(mrkdwnBlock(['a'.repeat(20), 'b'.repeat(20)], 40)).toBe(`\`\`\`\n${'a'.repeat(20)}\n…\n\`\`\``);
  });

  test('a link goes to one address', () => {
    expect(mrkdwnLink('run', 'https://x.example/1')).toBe('<https://x.example/1|run>');
    expect(mrkdwnLink('run', 'https://x.example/|evil>')).toBe('`https://x.example/|evil&gt;`');
  });
});
