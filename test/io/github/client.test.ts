import { createServer, type Server, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ClientOptions, countRequests, createOctokit } from '../../../src/io/github/client.ts';
import { attempt, GitHubError } from '../../../src/io/github/errors.ts';
import { createGate } from '../../../src/io/github/limits.ts';

const TOKEN = 'ghp_secretsecretsecretsecretsecret1234';

type Answer =
  | {
      readonly status: number;
      readonly headers?: { readonly [name: string]: string };
      readonly body?: unknown;
    }
  | 'drop';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server that gives these answers in turn, then 200s; the waits that the client takes are noted, not slept. */
async function clientOf(...answers: readonly Answer[]) {
  return await clientWithChance(0, ...answers);
}

async function clientWithChance(chance: number, ...answers: readonly Answer[]) {
  const left = [...answers];
  const waits: number[] = [];
  const server = createServer((_, response) =>
    reply(response, left.shift() ?? { status: 200, body: { ok: true } }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  let slept = 0;
  const options: ClientOptions = {
    token: TOKEN,
    apiUrl: `http://127.0.0.1:${address.port}`,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      slept += milliseconds;
    },
    now: () => Date.now() + slept,
    chance: () => chance,
  };
  const octokit = createOctokit(options);
  return { octokit, options, waits, requests: countRequests(octokit) };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body ?? { message: 'said so' }));
}

describe('trying again', () => {
  it('a lost connection and a 5xx are tried again, later and later', async () => {
    const { octokit, waits, requests } = await clientOf('drop', { status: 502 });
    const { data } = await octokit.request('GET /meta');
    expect(data).toEqual({ ok: true });
    expect(waits).toEqual([expect.any(Number), expect.any(Number)]);
    const [first = 0, second = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThanOrEqual(500);
    expect(second).toBeGreaterThanOrEqual(750);
    expect(second).toBeLessThanOrEqual(1500);
    expect(requests).toEqual({ count: 3, byRoute: new Map([['GET /meta', 3]]), longestChain: 3 });
  });

  it('after three tries the failure is thrown', async () => {
    const { octokit, requests } = await clientOf({ status: 503 }, { status: 503 }, { status: 503 });
    await expect(octokit.request('GET /meta')).rejects.toMatchObject({ status: 503 });
    expect(requests.count).toBe(3);
  });

  it.each([400, 401, 403, 404, 409, 422])('a %d is an answer, not a failure to try again', async (status) => {
    const { octokit, requests } = await clientOf({ status });
    await expect(octokit.request('GET /meta')).rejects.toMatchObject({ status });
    expect(requests.count).toBe(1);
  });

  it('a rate limit is waited out for as long as it says', async () => {
    const { octokit, waits } = await clientOf({ status: 429, headers: { 'retry-after': '7' } });
    await octokit.request('GET /meta');
    expect(waits).toEqual([7000]);
  });

  it('a rate limit may also end at a date', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { octokit, waits } = await clientOf({ status: 429, headers: { 'retry-after': date } });
    await octokit.request('GET /meta');
    expect(waits).toEqual([expect.any(Number)]);
    expect(waits[0]).toBeGreaterThan(10_000);
    expect(waits[0]).toBeLessThanOrEqual(20_000);
  });

  it.each(['soon', ''])(
    'a time that can not be read, such as %j, is waited out for a minute',
    async (time) => {
      const { octokit, waits } = await clientOf({ status: 429, headers: { 'retry-after': time } });
      await octokit.request('GET /meta');
      expect(waits).toEqual([60_000]);
    },
  );

  it('a date that is past is no reason to wait', async () => {
    const date = new Date(Date.now() - 60_000).toUTCString();
    const { octokit, waits } = await clientOf({ status: 429, headers: { 'retry-after': date } });
    await octokit.request('GET /meta');
    expect(waits).toEqual([0]);
  });

  it.each([
    ['retry-after', '0'],
    ['retry-after', '-1'],
    ['x-ratelimit-reset', '1'],
  ])(
    'limits that are said to be over by %s: %s, and are not, are asked about later and later',
    async (name, value) => {
      const headers = { 'x-ratelimit-remaining': '0', [name]: value };
      const again = Array.from({ length: 12 }, (): Answer => ({ status: 429, headers }));
      const { octokit, waits, requests } = await clientOf(...again);
      await expect(octokit.request('GET /meta')).rejects.toMatchObject({ until: expect.any(Date) });
      expect(waits.slice(0, 6)).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000]);
      expect(requests.count).toBe(11);
    },
  );

  describe('a rate limit that GraphQL tells of with status 200', () => {
    const body = { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };
    const limit = (headers: { readonly [name: string]: string }): Answer => ({ status: 200, headers, body });
    const done: Answer = { status: 200, body: { data: { viewer: { login: 'octo' } } } };
    const ask = 'query Ask { viewer { login } }';

    it('is waited out for as long as it says, also by what may not be sent twice', async () => {
      const { octokit, waits, requests } = await clientOf(limit({ 'retry-after': '7' }), done);
      expect(await octokit.graphql(ask, { request: { ambiguous: 'throw' } })).toEqual({
        viewer: { login: 'octo' },
      });
      expect(waits).toEqual([7000]);
      expect(requests.count).toBe(2);
    });

    it('is waited out for a minute where it does not say', async () => {
      const { octokit, waits } = await clientOf(limit({}), done);
      await octokit.graphql(ask);
      expect(waits).toEqual([60_000]);
    });

    it('is thrown in its own words at once where it lasts too long', async () => {
      const reset = String(Math.floor(Date.now() / 1000) + 1800);
      const { octokit, waits } = await clientOf(
        limit({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
      );
      await expect(octokit.graphql(ask)).rejects.toThrow('API rate limit exceeded');
      expect(waits).toEqual([]);
    });

    it('is thrown after eleven tries, however short it says that it is', async () => {
      const again = Array.from({ length: 12 }, () => limit({ 'retry-after': '1' }));
      const { octokit, requests } = await clientOf(...again);
      await expect(octokit.graphql(ask)).rejects.toThrow('API rate limit exceeded');
      expect(requests.count).toBe(11);
    });

    it('is not made up by a patch whose reviewer is called so, which GitHub repeats', async () => {
      const login = 'secondary rate limit or abuse detection';
      const message = `Could not resolve to a User with the login of '${login}'.`;
      const errors = [{ type: 'NOT_FOUND', path: ['u0'], message }];
      const { octokit, waits } = await clientOf({ status: 200, body: { data: { u0: null }, errors } });
      await expect(octokit.graphql(ask)).rejects.toThrow(message);
      expect(waits).toEqual([]);
    });

    it('is told from other errors, which are answers', async () => {
      const errors = [{ type: 'NOT_FOUND', message: 'none' }];
      const { octokit, requests } = await clientOf({ status: 200, body: { data: null, errors } });
      await expect(octokit.graphql(ask)).rejects.toThrow('none');
      expect(requests.count).toBe(1);
    });
  });

  it('a secondary limit that does not say how long is waited out for a minute', async () => {
    const { octokit, waits } = await clientOf({
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit.' },
    });
    await octokit.request('GET /meta');
    expect(waits).toEqual([60_000]);
  });

  it('what somebody wrote is no limit where GitHub repeats it in a refusal', async () => {
    const errors = [{ resource: 'Label', code: 'invalid', value: 'secondary rate limit' }];
    const { octokit, waits } = await clientOf({
      status: 422,
      body: { message: 'Validation Failed', errors },
    });
    await expect(octokit.request('GET /meta')).rejects.toThrow('Validation Failed');
    expect(waits).toEqual([]);
  });

  it('a limit that lasts longer than a stage may wait is thrown at once', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 1800);
    const { octokit, waits } = await clientOf({
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    });
    await expect(octokit.request('GET /meta')).rejects.toMatchObject({ cause: { status: 403 } });
    expect(waits).toEqual([]);
  });

  it('a limit that comes after a try without an answer does not say that nothing was done', async () => {
    const { octokit } = await clientOf('drop', { status: 429, headers: { 'retry-after': '600' } });
    await expect(attempt('send', async () => await octokit.request('POST /meta'))).rejects.toMatchObject({
      limitedUntil: expect.any(Date),
      unclear: true,
    });
  });

  it.each([
    ['does not say that nothing was done', 'POST /meta', true],
    ['of what is only read says it', 'GET /meta', false],
  ])('a refusal that comes after a try without an answer %s', async (_, request, unclear) => {
    const { octokit } = await clientOf('drop', { status: 403 });
    await expect(attempt('send', async () => await octokit.request(request))).rejects.toMatchObject({
      status: 403,
      unclear,
    });
  });

  it('waits add up: one client does not wait for ever in small portions', async () => {
    const limit: Answer = { status: 429, headers: { 'retry-after': '100' } };
    const { octokit, waits } = await clientOf(limit, limit, limit);
    await expect(octokit.request('GET /meta')).rejects.toMatchObject({ until: expect.any(Date) });
    expect(waits).toEqual([100_000, 100_000]);
  });

  it('those who were told the same time come back at different ones', async () => {
    const { octokit, waits } = await clientWithChance(0.5, { status: 429, headers: { 'retry-after': '60' } });
    await octokit.request('GET /meta');
    expect(waits).toEqual([66_000]);
  });

  it('while a limit is known to last, nothing is sent, by any client of the same account', async () => {
    const gate = createGate();
    const told = await clientOf({ status: 429, headers: { 'retry-after': '600' } });
    const { octokit, requests } = told;
    const [first, second] = [0, 1].map(() => createOctokit({ ...told.options, gate }));
    await expect(first?.request('GET /meta')).rejects.toMatchObject({ cause: { status: 429 } });
    const refused = attempt('look', async () => await second?.request('GET /meta'));
    await expect(refused).rejects.toThrow(
      /^Could not look: GitHub's rate limit holds until 20.*Run it again when the rate limit has reset\.$/,
    );
    await expect(refused).rejects.toMatchObject({ limitedUntil: expect.any(Date), unclear: false });
    expect(requests.count).toBe(0);
    await octokit.request('GET /meta');
  });

  it('a request that may not be sent twice is not, unless it was refused for a limit', async () => {
    const limited = await clientOf({ status: 429, headers: { 'retry-after': '1' } });
    await limited.octokit.request('POST /once', { request: { ambiguous: 'throw' } });
    expect(limited.requests.count).toBe(2);
    const dropped = await clientOf('drop');
    await expect(
      dropped.octokit.request('POST /once', { request: { ambiguous: 'throw' } }),
    ).rejects.toThrow();
    expect(dropped.requests.count).toBe(1);
  });
});

describe('counting', () => {
  it('requests side by side are one link of the chain, one after another are many', async () => {
    const { octokit, requests } = await clientOf();
    await Promise.all([octokit.request('GET /a'), octokit.request('GET /b'), octokit.request('GET /b')]);
    await octokit.request('GET /a');
    expect(requests).toEqual({
      count: 4,
      byRoute: new Map([
        ['GET /a', 2],
        ['GET /b', 2],
      ]),
      longestChain: 2,
    });
  });

  it('GraphQL operations go by their names', async () => {
    const { octokit, requests } = await clientOf({ status: 200, body: { data: {} } });
    await octokit.graphql('query Snapshot { viewer { login } }');
    expect(requests.byRoute).toEqual(new Map([['GraphQL Snapshot', 1]]));
  });
});

describe('errors', () => {
  async function failureOf(answer: Answer): Promise<GitHubError> {
    const { octokit } = await clientOf(answer, answer, answer);
    try {
      await attempt('open the pull request', async () => await octokit.request('POST /x'));
    } catch (error) {
      if (error instanceof GitHubError) return error;
      throw error;
    }
    throw new Error('it did not fail');
  }

  it('say what was attempted, what GitHub said and what to do, and keep the cause', async () => {
    const error = await failureOf({
      status: 403,
      body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    });
    expect(error).toBeInstanceOf(GitHubError);
    expect(error.message).toBe(
      'Could not open the pull request: GitHub Actions is not permitted to create or approve pull requests. ' +
        'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, or give the Action the token of a GitHub App.',
    );
    expect(error).toMatchObject({
      attempted: 'open the pull request',
      status: 403,
      cause: expect.any(Error),
    });
  });

  it('name every detail that GitHub gives', async () => {
    const error = await failureOf({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ message: 'No commits between main and x' }, { field: 'head', code: 'invalid' }],
      },
    });
    expect(error.said).toBe(
      'Validation Failed: No commits between main and x: {"field":"head","code":"invalid"}',
    );
  });

  it.each<[Answer, string]>([
    [{ status: 401, body: { message: 'Bad credentials' } }, 'Check the token'],
    [
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      'Give the token or job the permission',
    ],
    [
      { status: 403, body: { message: 'This installation has been suspended' } },
      'The App is suspended there',
    ],
    [
      { status: 403, body: { message: 'Repository was archived so is read-only.' } },
      'Unarchive the repository',
    ],
    [{ status: 404, body: { message: 'Not Found' } }, 'Check the name of the repository'],
    [{ status: 500 }, 'run it again later'],
    ['drop', 'run it again later'],
  ])('give a remedy for %j', async (answer, remedy) => {
    expect((await failureOf(answer)).message).toContain(remedy);
  });

  it('never hold the token that was sent, however deep one looks', async () => {
    for (const answer of [{ status: 401 }, 'drop'] as const) {
      const everything = inspect(await failureOf(answer), { depth: 20, showHidden: true });
      expect(everything).toContain('Could not open the pull request');
      expect(everything).not.toContain(TOKEN);
    }
  });

  it('hide tokens that GitHub repeats', async () => {
    const error = await failureOf({ status: 422, body: { message: `bad ${TOKEN} and github_pat_abc123` } });
    expect(error.message).toBe('Could not open the pull request: bad ghp_*** and github_pat_***.');
  });
});
