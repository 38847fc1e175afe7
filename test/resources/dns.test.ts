import { describe, expect, test } from '@jest/globals';
import { createTarget } from '../../src/app/target.ts';
import { createOctokit } from '../../src/io/github/client.ts';
import { attempt } from '../../src/io/github/errors.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { createSlackChat } from '../../src/io/slack.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { readPatch } from '../../src/patch/read.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { handOn } from '../../src/stages/intake/hand-on.ts';
import { patchView } from '../report/views.ts';

/** What `fetch` says where a name can't be looked up; nothing here asks a name server. */
function withoutDns(host: string): typeof fetch {
  return () => {
    const cause = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return Promise.reject(new TypeError('fetch failed', { cause }));
  };
}

const sleep = () => Promise.resolve();

describe('without DNS', () => {
  test('GitHub is told as what can not be found, and what to look at', async () => {
    const octokit = createOctokit({ token: 'ghs_1', fetch: withoutDns('api.github.com'), sleep });
    await expect(attempt('look', async () => await octokit.request('GET /meta'))).rejects.toThrow(
      "Could not look: there was no answer (getaddrinfo ENOTFOUND api.github.com). This machine can't look up GitHub's address: check its DNS, then run it again.",
    );
  });

  test('Slack is told likewise, and nothing can have been posted', async () => {
    const chat = createSlackChat({
      token: 'xoxb-1',
      fetch: withoutDns('slack.com'),
      sleep,
      deadlineSeconds: 0.1,
    });
    await expect(chat.post('C1', formatSlackMessage(patchView()))).rejects.toMatchObject({
      message: expect.stringMatching(/no answer \(ENOTFOUND\); check the DNS of this machine$/),
      maybePosted: false,
    });
  });

  test('a patch that was accepted waits, says why, and is handed on when names are found again', async () => {
    const store = await openSqliteStore(':memory:');
    let now = Date.UTC(2026, 0, 1, 12);
    let send = withoutDns('api.github.com');
    const clock = { now: () => new Date(now) };
    const target = createTarget({
      compute: createCompute(createSecretScanner()),
      repository: 'acme/shop',
      token: 'ghs_1',
      login: 'ghost[bot]',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      clock,
      wire: { fetch: (...request) => send(...request), sleep },
    });
    const context = { store, clock, target: () => Promise.resolve(target) };
    const name = { repository: 'acme/shop', id: 'patch' };
    const text = '{"version":1,"changes":[{"kind":"delete","path":"a.txt"}]}';
    const { digest } = readPatch({ text }, 'patch');
    const more = { name: 'patch', digest, title: 'A patch', sender: 'gpt', text };
    await store.deliveries.accept({ ...name, ...more, receivedAt: clock.now().toISOString() }, null);
    expect(await handOn(context)).toBe('later');
    expect(await store.deliveries.newest(name)).toMatchObject({
      state: 'queued',
      problem: expect.stringContaining('check its DNS'),
    });
    send = () => Promise.resolve(new Response(null, { status: 204 }));
    now += 60_000;
    expect(await handOn(context)).toBe('sent');
    await store.close();
  });
});
