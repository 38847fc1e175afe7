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
  ])('is none where it is no line of its own, code, or a quotation: %j', (body) => {
    expect(secondCommandIn(body)).toBeNull();
  });

  test('a comment of any length costs little', () => {
    const start = process.cpuUsage();
    secondCommandIn(`/ghost status\n${'/'.repeat(1_000_000)}`);
    secondCommandIn(`/ghost status\n${'```\n'.repeat(250_000)}`);
    secondCommandIn(`/ghost status\n${'    /ghost pause\n'.repeat(60_000)}`);
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(1000);
  });
});
