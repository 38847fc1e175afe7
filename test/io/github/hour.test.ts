import { describe, expect, it } from '@jest/globals';
import { createOctokit } from '../../../src/io/github/client.ts';
import { watchHour } from '../../../src/io/github/hour.ts';

/** A client that is answered so, in turn. */
function clientOf(...answers: readonly Answer[]) {
  const left = [...answers];
  return createOctokit({
    token: 'ghp_1',
    fetch: async () => {
      const { status = 200, remaining, limit = 1000, resource = 'core' } = left.shift() ?? {};
      const told = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-resource': resource,
      };
      const headers = { 'content-type': 'application/json', ...(remaining === undefined ? {} : told) };
      return new Response('{"ok":true}', { status, headers });
    },
  });
}

type Answer = {
  readonly status?: number;
  readonly remaining?: number;
  readonly limit?: number;
  readonly resource?: string;
};

describe("what is left of the hour's requests", () => {
  it('is what the newest answer said, also where that was a refusal', async () => {
    const octokit = clientOf(
      { remaining: 900 },
      { remaining: 4000, limit: 5000 },
      { remaining: 250, status: 404 },
    );
    const left = watchHour(octokit);
    const seen = [];
    for (let asked = 0; asked < 3; asked += 1) {
      await octokit.request('GET /user').catch(() => undefined);
      seen.push(left());
    }
    expect(seen).toEqual([0.9, 0.8, 0.25]);
  });

  it('is the least of what is left of each kind', async () => {
    const octokit = clientOf({ remaining: 300 }, { remaining: 900, resource: 'graphql' });
    const left = watchHour(octokit);
    await octokit.request('GET /user');
    await octokit.request('GET /user');
    expect(left()).toBe(0.3);
  });

  it.each<[string, Answer]>([
    ['no answer', {}],
    ['a limit of nothing', { remaining: 0, limit: 0 }],
    ['what is no number', { remaining: Number.NaN }],
  ])('is not known from %s', async (_, answer) => {
    const octokit = clientOf(answer);
    const left = watchHour(octokit);
    await octokit.request('GET /user');
    expect(left()).toBeNull();
  });
});
