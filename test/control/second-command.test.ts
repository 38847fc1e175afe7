import { describe, expect, test } from '@jest/globals';
import { secondCommandIn } from '../../src/control/second-command.ts';

const DIFF = '```diff\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+ONE\n```';

describe('a second command in a comment', () => {
  test.each([
    '/ghost pause from @shop-gpt\n/ghost pause from @other-gpt',
    '/ghost resume\r\n\r\n/ghost lock from @other-gpt',
    '/ghost cancel fix-a\n  /GHOST cancel fix-b',
    '/ghost reject fix\nIt breaks the login.\n\n\uFF0Fghost pause',
    `/ghost apply id=one\n\n${DIFF}\n\n/ghost preview id=two\n\n${DIFF}`,
    `/ghost apply\n\n${DIFF}\n\n/ghost kill all confirm`,
    '/ghost status\n```\nnever closed\n/ghost pause',
    '/ghost cancel fix-a\n- /ghost cancel fix-b',
    '/ghost cancel fix-a\n\n1. first\n2. /ghost cancel fix-b',
    '/ghost cancel fix-a\n* [ ] /ghost cancel fix-b',
    '/ghost cancel fix-a\n\n- first\n\n    /ghost cancel fix-b',
    '/ghost cancel fix-a\n    /ghost cancel fix-b',
    '/ghost cancel fix-a\n\t/ghost cancel fix-b',
    '/ghost cancel fix-a\n\nThen:\n      /ghost cancel fix-b',
    '/ghost cancel fix-a\n\n## /ghost cancel fix-b',
    '/ghost cancel fix-a\n\n<p>\n/ghost cancel fix-b\n</p>',
    '/ghost cancel fix-a\n\n<details><summary>b</summary>\n    /ghost cancel fix-b\n</details>',
    '/ghost cancel fix-a\n\n<p align="left">/ghost cancel fix-b</p>',
    '/ghost cancel fix-a\n\n<pre>\nlog\n</pre>\n<p>\n/ghost cancel fix-b',
    '/ghost cancel fix-a\n\u00a0/ghost cancel fix-b',
    '/ghost cancel fix-a\n**/ghost cancel fix-b**',
    '/ghost cancel fix-a\n- _/ghost cancel fix-b_',
    '/ghost cancel fix-a\n\n| __/ghost cancel fix-b__ |\n| - |',
    '/ghost cancel fix-a\n\n\u3000- \uFF0Fghost cancel fix-b',
  ])('is refused, and nothing of the two is done: %j', (body) => {
    expect(secondCommandIn(body)).toMatch(
      /is one command, and ".*ghost .*" below it .*write a comment for each\.$/i,
    );
  });

  test.each([
    '/ghost pause',
    '/ghost reject fix\n\nIt breaks the login, and /ghost approve was wrong.',
    '/ghost help\n\n> /ghost pause',
    '/ghost help\n\n```\n/ghost pause\n```',
    '/ghost help\n\n    /ghost pause',
    '/ghost status\n\n<!--\n/ghost pause\n-->',
    '/ghost status\n\n/ghosts are not real',
    '/ghost help\n\n\t/ghost pause\n\n    /ghost resume',
    '/ghost help\n\n- first\n\n      /ghost pause',
    '/ghost help\n\n# Log\n    /ghost pause',
    '/ghost help\n\n- > /ghost pause',
    '/ghost help\n\n- `/ghost pause`',
    '/ghost help\n\n<code>/ghost pause</code>',
    '/ghost help\n\n<pre>\n/ghost pause\n</pre>',
    '/ghost help\n\n<blockquote>\n/ghost pause\n</blockquote>',
    '/ghost help\n\n<!-- /ghost pause -->',
    '/ghost help\n\n~~~\n- /ghost pause\n~~~',
  ])('is none where it is no line of its own, code, or a quotation: %j', (body) => {
    expect(secondCommandIn(body)).toBeNull();
  });

  test('a comment of any length costs little', () => {
    const start = process.cpuUsage();
    secondCommandIn(`/ghost status\n${'/'.repeat(1_000_000)}`);
    secondCommandIn(`/ghost status\n${'```\n'.repeat(250_000)}`);
    secondCommandIn(`/ghost status\n${'    /ghost pause\n'.repeat(60_000)}`);
    for (const part of ['<', '<p', '<p>', '- ', '1. ', '<pre>\n', '\u00a0', '# ', '~', '[ ] ']) {
      secondCommandIn(`/ghost status\n${part.repeat(500_000)}`);
    }
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(1000);
  });
});
