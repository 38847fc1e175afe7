import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { createValidator } from '../../../src/local/github/http/validation.ts';
import { servedOperations } from '../../../src/local/github/openapi/operations.ts';
import { connect, failureOf, headOf, openOctokit, REPOSITORY, SHOP, useHub } from './hub.ts';

const hub = useHub();
let octokit: Octokit;

beforeAll(() => {
  octokit = openOctokit(hub.get());
});
afterEach(() => {
  hub.get().faults.clear();
  hub.get().clearRequests();
});

const BLOBS = 'POST /repos/{owner}/{repo}/git/blobs';
const createBlob = () => octokit.rest.git.createBlob({ ...SHOP, content: 'x' });

/** Without a client that tries again. */
async function createRef(ref: string): Promise<Response> {
  const token = hub.get().createToken({ login: 'acme', permissions: { contents: 'write' } });
  return await fetch(`${hub.get().apiUrl}/repos/${REPOSITORY}/git/refs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ ref, sha: await headOf(hub.get()) }),
  });
}

describe('faults', () => {
  it('a status comes instead of the answer, as often as ordered, after as many as ordered', async () => {
    hub
      .get()
      .faults.add({ match: { route: BLOBS }, after: 1, times: 2, fault: { kind: 'status', status: 502 } });
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      statuses.push(
        await createBlob().then(
          ({ status }) => status,
          ({ status }: { status: number }) => status,
        ),
      );
    }
    expect(statuses).toEqual([201, 502, 502, 201]);
  });

  it('only what matches is hit', async () => {
    hub.get().faults.add({ match: { route: BLOBS }, fault: { kind: 'status', status: 500 } });
    hub.get().faults.add({ match: { graphql: 'updateRefs' }, fault: { kind: 'status', status: 500 } });
    await expect(octokit.rest.repos.get(SHOP)).resolves.toBeDefined();
    await expect(octokit.graphql('{viewer{login}}')).resolves.toBeDefined();
    const mutation = 'mutation{updateRefs(input:{repositoryId:"x",refUpdates:[]}){clientMutationId}}';
    expect((await failureOf(octokit.graphql(mutation))).status).toBe(500);
  });

  it('a fault can be taken back', async () => {
    const remove = hub.get().faults.add({ match: { route: BLOBS }, fault: { kind: 'status', status: 500 } });
    remove();
    await expect(createBlob()).resolves.toBeDefined();
  });

  it('a secondary limit says when to come again', async () => {
    hub.get().faults.add({ match: { method: 'POST' }, fault: { kind: 'rate_limit', retryAfter: 7 } });
    await expect(createBlob()).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'retry-after': '7' } },
    });
  });

  it.each([
    ['half', 201, /^\{.*[^}]$/],
    ['nothing', 200, /^\{\}$/],
    ['error', 502, /Injected fault/],
  ] as const)('of what was done the answer can be spoiled: %s', async (answer, status, text) => {
    hub.get().faults.add({ match: { route: '/git/refs' }, times: 1, fault: { kind: 'spoil', answer } });
    const ref = `refs/heads/spoiled-${answer}`;
    const sent = await createRef(ref);
    expect([sent.status, await sent.text()]).toEqual([status, expect.stringMatching(text)]);
    expect((await createRef(ref)).status).toBe(422);
  });

  it('a page of somebody on the way comes instead, and nothing is done', async () => {
    hub.get().faults.add({ match: { route: '/git/refs' }, times: 1, fault: { kind: 'page' } });
    const sent = await createRef('refs/heads/paged');
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect((await createRef('refs/heads/paged')).status).toBe(201);
  });

  it('a storm is asked about every request, until it is over', async () => {
    const asked: string[] = [];
    const end = hub.get().faults.addStorm(({ route }) => {
      asked.push(route);
      return asked.length === 2 ? { kind: 'status', status: 503 } : null;
    });
    await createBlob();
    await expect(createBlob()).rejects.toMatchObject({ status: 503 });
    end();
    await createBlob();
    expect(asked).toEqual([BLOBS, BLOBS]);
  });

  it('an answer can be late', async () => {
    hub.get().faults.add({ match: { route: BLOBS }, fault: { kind: 'latency', ms: 80 } });
    const started = performance.now();
    await createBlob();
    expect(performance.now() - started).toBeGreaterThanOrEqual(79);
  });

  it('a connection can break before the work, or after it', async () => {
    const sha = await headOf(hub.get());
    const create = (name: string) => octokit.rest.git.createRef({ ...SHOP, ref: `refs/heads/${name}`, sha });
    const route = 'POST /repos/{owner}/{repo}/git/refs';
    hub.get().faults.add({ match: { route }, times: 1, fault: { kind: 'drop' } });
    expect((await failureOf(create('before'))).status).toBe(500);
    hub.get().faults.add({ match: { route }, times: 1, fault: { kind: 'drop_after' } });
    expect((await failureOf(create('after'))).status).toBe(500);
    const refs = await hub.get().git(REPOSITORY, 'for-each-ref', '--format=%(refname:short)', 'refs/heads');
    expect(refs.split('\n')).toContain('after');
    expect(refs.split('\n')).not.toContain('before');
    expect(
      hub
        .get()
        .requests.filter((request) => request.route === route)
        .map(({ status }) => status),
    ).toEqual([0, 0]);
  });

  it('git meets faults too', async () => {
    hub.get().faults.add({ match: { route: 'git-upload-pack' }, fault: { kind: 'status', status: 503 } });
    const response = await fetch(`${hub.get().cloneUrl(REPOSITORY)}/info/refs?service=git-upload-pack`);
    expect(response.status).toBe(503);
  });
});

describe('the log', () => {
  it('names who asked for what, and how it ended', async () => {
    hub.get().clearRequests();
    await createBlob();
    await octokit.graphql('{viewer{login}}');
    expect(hub.get().requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        route: BLOBS,
        status: 201,
        login: 'acme',
        path: '/api/v3/repos/acme/shop/git/blobs',
      }),
      expect.objectContaining({ route: 'GraphQL', status: 200 }),
    ]);
    expect(hub.get().requests[0]?.requestBytes).toBe('{"content":"x"}'.length);
    expect(hub.get().requests[0]?.responseBytes).toBeGreaterThan(0);
  });

  it('a route that is not served is not found, and remembered', async () => {
    expect((await failureOf(octokit.rest.repos.listTags(SHOP))).status).toBe(404);
    expect(hub.get().unknownRequests.map(({ path }) => path)).toEqual(['/api/v3/repos/acme/shop/tags']);
  });
});

describe('limits', () => {
  it('who has used up the hour’s requests is refused until the next', async () => {
    const nobody = connect(hub.get());
    const responses = [];
    for (let request = 0; request < 61; request += 1) {
      responses.push(
        await nobody.rest.repos.get(SHOP).then(
          () => 200,
          ({ status }: { status: number }) => status,
        ),
      );
    }
    expect(responses.lastIndexOf(200)).toBe(59);
    expect(responses.at(-1)).toBe(403);
  });
});

describe('requests that are wrong in form', () => {
  const post = (body: string) =>
    fetch(`${hub.get().apiUrl}/repos/acme/shop/git/blobs`, {
      method: 'POST',
      body,
      headers: {
        authorization: `token ${hub.get().createToken({ login: 'acme', permissions: { contents: 'write' } })}`,
      },
    });

  it('a body that is no JSON is a 400, and one of another shape a 422 that names the field', async () => {
    const broken = await post('{');
    expect([broken.status, await broken.json()]).toMatchObject([400, { message: 'Problems parsing JSON' }]);
    const wrong = await post('{"content": 1}');
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      { message: expect.stringContaining("For 'properties/content'") },
    ]);
  });
});

describe('comparison with GitHub’s description', () => {
  it('every route that is served is described', () => {
    const validator = createValidator();
    for (const route of servedOperations()) {
      SUCCESSES.forEach((status) => validator.check(route, status, undefined));
    }
    // A status that the description does not know is not compared, so a route that is never compared is not described.
    const compared = new Set(validator.validation.failures.map(({ route }) => route));
    const silent = servedOperations().filter((route) => !compared.has(route));
    expect(
      silent.every((route) => EMPTY_ANSWERS.some((status) => validator.check(route, status, 0) !== null)),
    ).toBe(true);
  });

  it('an answer that lacks a field, or has it in another type, is found and kept', () => {
    const validator = createValidator();
    const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
    const object = { type: 'commit', sha: 'a'.repeat(40), url: 'https://example.com/' };
    const good = { ref: 'refs/heads/main', node_id: 'x', url: 'https://example.com/', object };
    expect(validator.check(route, 200, good)).toBeNull();
    expect(validator.check(route, 200, { ...good, ref: 1 })?.errors).toEqual(['/ref must be string']);
    expect(validator.check(route, 200, { ...good, object: undefined })?.errors).toEqual([
      " must have required property 'object'",
    ]);
    expect(validator.validation).toMatchObject({
      checked: 3,
      failures: [
        { route, status: 200 },
        { route, status: 200 },
      ],
    });
  });

  it('content where none is described is found', () => {
    const validator = createValidator();
    expect(validator.check('POST /repos/{owner}/{repo}/dispatches', 204, {})?.errors).toEqual([
      'this answer has no content',
    ]);
  });
});

const SUCCESSES = [200, 201, 202];
const EMPTY_ANSWERS = [204, 302];
