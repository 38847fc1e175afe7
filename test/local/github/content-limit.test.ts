import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';

const time = { now: new Date('2026-03-01T12:00:00Z') };

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub({
    clock: { now: () => time.now },
    contentLimits: { perMinute: 2, perHour: 3 },
  });
  await github.createRepository('acme/shop', { files: { 'a.txt': 'a\n' }, collaborators: { ada: 'write' } });
  const person = github.person('ada', 'acme/shop');
  await person.push('topic', { 'a.txt': 'b\n' });
  await person.openPullRequest({ head: 'topic', title: 'Change it' });
});
afterAll(() => github.close());

/** Seconds that the account is told to wait; null: the comment was made. */
async function comment(login: string): Promise<string | null> {
  const token = github.createToken({ login, permissions: { issues: 'write', contents: 'read' } });
  const send = (path: string, body?: object) =>
    fetch(`${github.apiUrl}/repos/acme/shop${path}`, {
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  // Reading makes no content, and is not counted.
  expect((await send('')).status).toBe(200);
  const answer = await send('/issues/1/comments', { body: 'hello' });
  const said = JSON.stringify(await answer.json());
  if (answer.status === 201) {
    return null;
  }
  expect([answer.status, said]).toEqual([403, expect.stringContaining('secondary rate limit')]);
  return answer.headers.get('retry-after');
}

test('an account makes so much content in a minute and in an hour, each counted from its own first', async () => {
  expect([await comment('ada'), await comment('ada'), await comment('ada')]).toEqual([null, null, '60']);
  expect(await comment('acme')).toBeNull();
  time.now = new Date('2026-03-01T12:01:00Z');
  expect([await comment('ada'), await comment('ada')]).toEqual([null, '3540']);
  time.now = new Date('2026-03-01T13:00:00Z');
  expect(await comment('ada')).toBeNull();
});
