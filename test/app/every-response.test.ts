import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PATCH_COMMANDS } from '../../src/app/http/commanding.ts';
import { openApiDocument } from '../../src/app/http/openapi.ts';
import { GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../src/patch/limits.ts';
import { readPatch } from '../../src/patch/read.ts';
import { APPROVAL_LABEL } from '../../src/record/approval.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { createPromises } from './promises.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, type RequestOptions, type World } from './world.ts';

/**
 * Every response that the OpenAPI document promises, each made by a real request. What an answer must look like is
 * checked by the world, as it is for all tests.
 */

/** Here the App is not installed, and there GitHub does not say. */
const ALONE = 'acme/alone';
const DARK = 'acme/dark';

let world: World;
let person: string;
beforeAll(async () => {
  world = await createWorld();
  await world.github.createRepository(ALONE);
  await world.github.createRepository(DARK);
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
  person = await world.token({ sender: 'ada', login: 'ada' });
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

type Asked = readonly [status: number, path: string, options?: RequestOptions];

/** Asks one after the other, and expects these answers. */
async function expectAll(asked: readonly Asked[]): Promise<void> {
  for (const [status, path, options] of asked) {
    const answer = await world.request(path, options);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status });
  }
}

function send(body: unknown, more: RequestOptions = {}): RequestOptions {
  return { method: 'POST', body, ...more };
}

/** Until it is taken back, GitHub does not say where the App is installed. */
function darken(): void {
  world.github.faults.add({
    match: { route: '/installation' },
    fault: { kind: 'status', status: 502 },
  });
}

test('sending a patch ends in every way that is documented', async () => {
  const other = await world.token({ sender: 'another-gpt' });
  const poor = await world.token({ perDay: 1 });
  const [alone, dark] = await Promise.all([ALONE, DARK].map((name) => world.token({ repositories: [name] })));
  await expectAll([
    [200, '/api/patches?dryRun=true', send(GOOD)],
    [202, '/api/patches', send(GOOD)],
    [400, '/api/patches?dryRun=maybe', send(GOOD)],
    [401, '/api/patches', send(GOOD, { token: null })],
    [403, '/api/patches?repository=acme/other', send(GOOD)],
    [404, '/api/patches', send(GOOD, { token: alone ?? '' })],
    [409, '/api/patches', send({ ...MISFIT, id: GOOD.id }, { token: other })],
    [413, '/api/patches', send('x'.repeat(MAX_PATCH_TEXT_BYTES + 1))],
    [415, '/api/patches', send('patch=', { headers: { 'content-type': 'text/html' } })],
    [422, '/api/patches', send(MISFIT, { token: poor })],
    [429, '/api/patches', send(MISFIT, { token: poor })],
    [200, '/api/control', send({ command: 'lock' }, { token: person })],
    [423, '/api/patches', send({ ...GOOD, id: 'while-locked' })],
    [200, '/api/control', send({ command: 'unlock confirm' }, { token: person })],
  ]);
  darken();
  await expectAll([[503, '/api/patches', send(GOOD, { token: dark ?? '' })]]);
});

test('asking for patches ends in every way that is documented', async () => {
  const dark = await world.token({ repositories: [DARK] });
  await expectAll([
    [200, '/api/patches'],
    [400, '/api/patches?limit=0'],
    [401, '/api/patches', { token: null }],
    [403, '/api/patches?repository=acme/other'],
    [200, `/api/patches/${GOOD.id}`],
    [400, `/api/patches/${GOOD.id}?wait=46`],
    [401, `/api/patches/${GOOD.id}`, { token: null }],
    [403, `/api/patches/${GOOD.id}?repository=acme/other`],
    [404, '/api/patches/nobody'],
  ]);
  darken();
  await expectAll([[503, '/api/patches/nobody', { token: dark }]]);
});

test('asking for more at once than a token may have open is told to come later', async () => {
  const token = await world.token();
  const gone = new AbortController();
  const open = Array.from({ length: 50 }, () =>
    fetch(`${world.server().url}/api/events`, {
      signal: gone.signal,
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  await Promise.all(open);
  await expectAll([[429, `/api/patches/${GOOD.id}?wait=1`, { token }]]);
  gone.abort();
});

const SEEN = { head: 'b'.repeat(40) };

/** All addresses that command, each with a body that it takes. */
const COMMANDS = [
  ...PATCH_COMMANDS.map((verb) => [`/api/patches/nobody/${verb}`, verb === 'approve' ? SEEN : {}] as const),
  ['/api/control', { command: 'cancel nobody' }] as const,
];

/** Those have a limit of their own, which only a program in a loop reaches. */
const STOPPING = /cancel|reject/;

describe.each(COMMANDS)('commanding at %s', (path, body) => {
  test('ends in every way that is documented, where nothing can be done', async () => {
    const [poor, elsewhere, dark] = await Promise.all([
      world.token({ login: 'ada', perMinute: 1 }),
      world.token({ login: 'ada', repositories: [ALONE] }),
      world.token({ login: 'ada', repositories: [DARK] }),
    ]);
    await expectAll([
      [400, path, send('no JSON', { token: person })],
      [401, path, send(body, { token: null })],
      [403, path, send(body)],
      [404, path, send(body, { token: elsewhere })],
      [409, path, send(body, { token: poor })],
      [413, path, send({ reason: 'x'.repeat(20_000) }, { token: person })],
    ]);
    const isStop = STOPPING.test(JSON.stringify([path, body]));
    const loop = Array.from({ length: isStop ? 75 : 1 }, () =>
      world.request(path, send(body, { token: poor })),
    );
    expect((await Promise.all(loop)).map(({ status }) => status)).toContain(429);
    darken();
    await expectAll([[503, path, send(body, { token: dark })]]);
    world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'status', status: 403 } });
    await expectAll([[502, path, send(body, { token: person })]]);
  });
});

test('a command for what is so already, or is not seen to come, is told as that', async () => {
  const run = { id: 9, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/9' };
  const deadline = new Date(Date.now() + 3_600_000).toISOString();
  const approved = await propose('approved', {});
  const waiting = await propose('waiting', { approval: { required: true } });
  const { pullRequest } = await propose('open', {});
  await propose('shut', {}, 'close');
  const merged = await propose('merged', {}, 'merge');
  const reverted = {
    kind: 'reverted',
    pullRequest: merged.pullRequest,
    revert: merged.pullRequest,
  } as const;
  await record('undone', { pullRequest: merged.pullRequest, state: 'done', outcome: reverted });
  await record('running', { run, deadline });
  await record('stopped', { state: 'done', outcome: { kind: 'canceled' } });
  await record('failed', { state: 'done', outcome: { kind: 'canceled' } });
  await expectAll([
    [200, '/api/patches/running/retry', send({}, { token: person })],
    [200, '/api/patches/undone/revert', send({}, { token: person })],
    [200, '/api/patches/stopped/cancel', send({}, { token: person })],
    [200, '/api/patches/approved/approve', send({ head: approved.head }, { token: person })],
    [200, '/api/patches/shut/reject', send({}, { token: person })],
    [200, '/api/control', send({ command: 'status' }, { token: person })],
  ]);
  // Nothing runs here, so that no run takes a patch up; and GitHub says that it did what it did not.
  const pull = await (await askGitHub(`/pulls/${pullRequest.number}`)).json();
  for (const [route, status, body] of [
    ['/actions/runs/{run_id}', 403, {}],
    ['/labels/{name}', 404, {}],
    ['PATCH /repos/{owner}/{repo}/pulls/{pull_number}', 200, pull],
  ] as const) {
    world.github.faults.add({ match: { route }, fault: { kind: 'status', status, body } });
  }
  // Each waits some seconds for what does not come.
  await Promise.all(
    [
      ['/api/patches/failed/retry', {}] as const,
      ['/api/patches/merged/revert', {}] as const,
      ['/api/patches/running/cancel', {}] as const,
      ['/api/patches/waiting/approve', { head: waiting.head }] as const,
      ['/api/patches/open/reject', {}] as const,
      ['/api/control', { command: 'cancel running' }] as const,
    ].map(([path, body]) => expectAll([[202, path, send(body, { token: person })]])),
  );
}, 60_000);

test('every documented response was seen by now', () => {
  expect(world.promises.unseen()).toEqual([]);
});

test('a response that nobody documented, or that is other than documented, is noticed', () => {
  const promises = createPromises(openApiDocument({ publicUrl: 'https://ghost.example.com', version: '1' }));
  const answer = {
    method: 'GET',
    path: '/api/patches?limit=1',
    type: 'application/json',
    body: { patches: [] },
  };
  expect(() => promises.keep({ ...answer, status: 200 })).not.toThrow();
  expect(() => promises.keep({ ...answer, status: 201 })).toThrow('GET /api/patches 201 is not documented');
  expect(() => promises.keep({ ...answer, status: 200, type: 'text/html' })).toThrow('came as text/html');
  expect(() => promises.keep({ ...answer, status: 200, body: {} })).toThrow(
    "must have required property 'patches'",
  );
  expect(promises.unseen()).toContain('GET /api/patches 400');
  expect(promises.unseen()).not.toContain('GET /api/patches 200');
});

/** A record whose tree keeps its patch. */
async function record(id: string, more: Partial<Omit<PatchRecord, 'tree'>>): Promise<void> {
  const branch = `kept-${id}`;
  const text = JSON.stringify({ id, ...GOOD.patch });
  await world.github.person('ada', REPOSITORY).push(branch, { 'patch.json': text });
  await writeRecord(world, id, { ...more, digest: readPatch({ text }, id).digest, tree: branch });
}

/** A patch whose tests passed, with its branch and its pull request. */
async function propose(
  id: string,
  more: Partial<Omit<PatchRecord, 'tree'>>,
  then?: 'close' | 'merge',
): Promise<{
  readonly head: string;
  readonly pullRequest: { readonly number: number; readonly url: string };
}> {
  const ada = world.github.person('ada', REPOSITORY);
  const branch = `ghost/${id}`;
  const head = await ada.push(branch, { [`${id}.txt`]: 'a text\n' });
  const number = await ada.openPullRequest({ head: branch, title: id });
  const pullRequest = { number, url: `https://github.com/${REPOSITORY}/pull/${number}` };
  const sha = then === 'merge' ? await ada.merge(number) : head;
  if (then === 'close') {
    await ada.close(number);
  }
  await record(id, {
    ...opened('a'.repeat(64), pullRequest),
    head,
    plan: {
      changes: [{ path: `${id}.txt`, action: 'create', added: 1, removed: 0 }],
      notes: [],
      labels: [],
      reviewers: [],
      draft: false,
    },
    ...(then === 'merge' ? { outcome: { kind: 'merged', pullRequest, sha } } : {}),
    ...more,
  });
  if (more.approval !== undefined) {
    await label(number);
  }
  return { head, pullRequest };
}

async function label(number: number): Promise<void> {
  expect((await askGitHub(`/issues/${number}/labels`, { labels: [APPROVAL_LABEL] })).status).toBe(200);
}

/** As somebody who may do everything there. */
async function askGitHub(path: string, body?: object): Promise<Response> {
  const permissions = { issues: 'write', 'pull-requests': 'read', metadata: 'read' } as const;
  const token = world.github.createToken({ login: 'ada', permissions });
  return await fetch(`${world.github.apiUrl}/repos/${REPOSITORY}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
}
