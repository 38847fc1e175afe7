import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatCommitMessage } from '../../src/report/commit.ts';
import { CLOSING_KEYWORD, LIVE_ON_GITHUB } from './github-page.ts';
import { hostileText } from './hostile.ts';
import { patchRecord, patchView } from './views.ts';

describe("the commit's message", () => {
  test('it says what was asked, and by trailers where it came from', () => {
    expect(formatCommitMessage(patchView())).toBe(`Raise the login timeout

> Users on slow lines were logged out.
> Thirty seconds are enough.

Ghost-Patch: login-timeout
Ghost-Digest: ${'d'.repeat(64)}
Ghost-Sent-By: octocat
Ghost-Agent: gpt-5
Ghost-Run: https://github.example/octo/shop/actions/runs/7
`);
  });

  test('a patch without title, description and run has a message all the same', () => {
    const record = patchRecord({ run: { id: 0, attempt: 1, url: '' } });
    expect(formatCommitMessage(patchView({ patch: { title: ' ' }, record }))).toBe(
      `Apply patch login-timeout\n\nGhost-Patch: login-timeout\nGhost-Digest: ${'d'.repeat(64)}\nGhost-Sent-By: octocat\n`,
    );
  });

  test('a patch can not add trailers, mention people, close issues or skip checks', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, description, agent) => {
        const message = formatCommitMessage(patchView({ patch: { title, description, source: { agent } } }));
        const paragraphs = message.trimEnd().split('\n\n');
        expect(message.split('\n', 1)[0]?.length).toBeLessThanOrEqual(72);
        expect(paragraphs.at(-1)).toMatch(/^Ghost-Patch: login-timeout\n(Ghost-[\w-]+: .*\n?)+$/);
        expect(
          paragraphs
            .slice(1, -1)
            .join('\n')
            .split('\n')
            .filter((line) => line !== '' && !line.startsWith('>')),
        ).toEqual([]);
        for (const pattern of [
          ...Object.values(LIVE_ON_GITHUB).filter((live) => live !== LIVE_ON_GITHUB.address),
          CLOSING_KEYWORD,
        ]) {
          expect(message).not.toMatch(pattern);
        }
        expect(message).not.toMatch(/\[(?:skip|no) ci\]|\[ci skip\]/);
      }),
    );
  });

  test.each([
    ['the title', { title: 'Closes #7 for @octocat' }],
    ['the description', { title: 'x', description: 'Closes #7 for @octocat' }],
    ["the sender's name", { title: 'x', source: { agent: 'Closes #7 for @octocat' } }],
  ])('%s names nobody and closes nothing', (_, patch) => {
    const message = formatCommitMessage(patchView({ patch }));
    expect(message).toContain('octocat');
    expect(message).not.toContain('#7');
    expect(message).not.toContain('@octocat');
  });

  test('a long description ends with an ellipsis', () => {
    const description = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    expect(formatCommitMessage(patchView({ patch: { title: 'x', description } }))).toContain(
      '> line 39\n> …\n\nGhost-Patch',
    );
  });
});
