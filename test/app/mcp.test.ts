import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import * as z from 'zod';
import { TOOLS } from '../../src/app/mcp/definitions.ts';
import { readGuide } from '../../src/app/mcp/guide.ts';
import { GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

const BIN = join(import.meta.dirname, '../../src/cli/bin.ts');
const PERSON = 'ada';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, PERSON, 'maintain');
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

/** As a program that starts servers does it, with the token of a person. */
async function connectOverPipes(): Promise<Client> {
  const token = world.github.createToken({
    login: PERSON,
    permissions: { contents: 'write', metadata: 'read', 'pull-requests': 'read' },
  });
  return await connected(
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp', '--repo', REPOSITORY],
      env: { GITHUB_TOKEN: token, GITHUB_API_URL: world.github.apiUrl, GITHUB_SERVER_URL: world.github.url },
    }),
  );
}

async function connectOverHttp(token?: string): Promise<Client> {
  const secret = token ?? (await world.token({ sender: PERSON, login: PERSON }));
  return await connected(
    new StreamableHTTPClientTransport(new URL(`${world.server().url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${secret}` } },
    }),
  );
}

async function connected(transport: Parameters<Client['connect']>[0]): Promise<Client> {
  const client = new Client({ name: 'a-model', version: '1.0.0' });
  await client.connect(transport);
  return client;
}

type Called = {
  readonly isError: boolean;
  /** As the output schema has it; empty where it is an error. */
  readonly facts: { readonly [name: string]: unknown };
  readonly texts: readonly string[];
};

async function call(
  client: Client,
  name: string,
  given: { readonly [name: string]: unknown },
): Promise<Called> {
  const { isError = false, structuredContent, content } = await client.callTool({ name, arguments: given });
  return {
    isError,
    facts: z.record(z.string(), z.unknown()).parse(structuredContent ?? {}),
    texts: content.map((part) => (part.type === 'text' ? part.text : part.type)),
  };
}

const refusalsSchema = z.object({
  refusals: z.array(
    z.object({ pointer: z.string(), data: z.object({ correction: z.record(z.string(), z.unknown()) }) }),
  ),
});

describe.each([
  ['HTTP', connectOverHttp],
  ['standard input and output', connectOverPipes],
] as const)('a model over %s', (door, connect) => {
  const name = (id: string) => `${id}-${door.length}`;
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });
  afterAll(async () => {
    await client.close();
  });

  test('is told the tools, with what goes in and comes out, and how to write patches that fit', async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual(TOOLS.map((tool) => tool.name));
    for (const { inputSchema, outputSchema, description = '' } of tools) {
      expect(inputSchema.properties).toHaveProperty('repository');
      expect(outputSchema?.type).toBe('object');
      expect(description.length).toBeGreaterThan(20);
    }
    expect(client.getInstructions()).toBe(readGuide());
  });

  test('previews a patch, and nothing is kept', async () => {
    const before = world.dispatches();
    const { facts } = await call(client, 'preview_patch', { id: name('preview'), patch: GOOD.patch });
    expect(facts).toMatchObject({ outcome: 'fits', hunks: [{ status: 'applied' }, { status: 'applied' }] });
    expect(world.dispatches()).toBe(before);
    const { isError, texts } = await call(client, 'patch_status', { id: name('preview'), wait: 0 });
    expect([isError, texts[0]]).toEqual([true, expect.stringMatching(/^No such patch\. .+ check the id/)]);
  });

  test('submits a patch, which GitHub has then, and sees where it is', async () => {
    const before = world.dispatches();
    const { facts, texts } = await call(client, 'submit_patch', { id: name('sent'), patch: GOOD.patch });
    expect(facts).toMatchObject({ id: name('sent'), repository: REPOSITORY, outcome: 'accepted' });
    expect(JSON.parse(texts[0] ?? '')).toEqual(facts);
    // A server that is busy answers before it has been handed on.
    while (world.dispatches() === before) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(world.dispatches()).toBe(before + 1);
    const again = await call(client, 'submit_patch', { id: name('sent'), patch: GOOD.patch });
    expect(again.facts['outcome']).toBe('duplicate');
    const status = await call(client, 'patch_status', { id: name('sent'), wait: 0 });
    expect(status.facts).toMatchObject({ stage: 'sent', finished: false });
    const list = await call(client, 'list_patches', { limit: 1 });
    expect(list.facts).toMatchObject({ patches: [{ id: name('sent'), stage: 'sent' }] });
  });

  test('is told what does not fit, and the correction that comes with it fits', async () => {
    const refused = await call(client, 'submit_patch', { id: name('misfit'), patch: MISFIT.patch });
    expect([refused.isError, refused.facts]).toEqual([true, {}]);
    expect(refused.texts[0]).toMatch(
      /nearest place is line \d+.+submit the patch again under the same id\.$/,
    );
    const { refusals } = refusalsSchema.parse(JSON.parse(refused.texts[1] ?? ''));
    const changes = refusals.map(({ data }) => data.correction);
    const patch = { ...MISFIT.patch, changes };
    const { facts } = await call(client, 'submit_patch', { id: name('misfit'), patch });
    expect(facts['outcome']).toBe('accepted');
  });

  test('may send a diff as one text', async () => {
    const patch =
      '--- a/src/cart.js\n+++ b/src/cart.js\n@@\n-  return Math.round(price * (1 - percent / 100));\n+  return Math.floor(price * (1 - percent / 100));\n';
    const { facts } = await call(client, 'preview_patch', { id: name('text'), patch });
    expect(facts).toMatchObject({ outcome: 'fits', changes: [{ path: 'src/cart.js' }] });
  });

  test.each([
    ['no patch', 'submit_patch', { id: 'a' }, /patch/],
    ['rubbish for a patch', 'submit_patch', { id: 'a', patch: 7 }, /^The patch does not fit as it is\. /],
    ['an id that no address can have', 'patch_status', { id: '..' }, /by the id that the answer/],
    ['an id with half of a character', 'patch_status', { id: '\ud800' }, /by the id that the answer/],
    ['a waiting time beyond the limit', 'patch_status', { id: 'a', wait: 1e6 }, /wait/],
    [
      'a repository that is not its own',
      'list_patches',
      { repository: 'other/one' },
      /^The token is not for/,
    ],
    ['a time that is none', 'pause', { reason: 'why', for: '2h on branch main' }, /for/],
    ['a time by another name', 'pause', { reason: 'why', duration: '2h' }, /reason, for, repository/],
    ['a state by another name', 'list_patches', { status: 'open' }, /does not take `status`\. Send none but/],
    ['a wait by another name', 'patch_status', { id: 'a', timeout: 5 }, /does not take `timeout`/],
  ] as const)('is told in words about %s', async (_, tool, given, message) => {
    const { isError, texts } = await call(client, tool, given);
    expect([isError, texts[0]]).toEqual([true, expect.stringMatching(message)]);
  });

  test.each([
    ['submit_patch', { dryRun: true }],
    ['submit_patch', { base: { branch: 'release' } }],
    ['submit_patch', { changes: [{ kind: 'delete', path: 'src/cart.js' }] }],
    ['preview_patch', { draft: true }],
  ] as const)('has nothing that stands beside a patch dropped: %s with %j', async (tool, beside) => {
    const before = world.dispatches();
    const [argument = ''] = Object.keys(beside);
    const { isError, texts } = await call(client, tool, { id: name('beside'), patch: GOOD.patch, ...beside });
    expect([isError, texts[0]]).toEqual([
      true,
      expect.stringContaining(`does not take \`${argument}\`. Put what belongs to the patch into \`patch\``),
    ]);
    expect(world.dispatches()).toBe(before);
  });

  test('waits for the end, and is answered when the time is up', async () => {
    await call(client, 'submit_patch', { id: name('slow'), patch: { ...GOOD.patch, title: 'Slow' } });
    const from = performance.now();
    const { facts } = await call(client, 'patch_status', { id: name('slow'), wait: 1 });
    expect(performance.now() - from).toBeGreaterThan(900);
    expect(facts).toMatchObject({ finished: false });
  });

  test('hears from the status that GitHub did not take its patch, and why', async () => {
    world.github.faults.add({
      match: { route: '/dispatches' },
      fault: { kind: 'status', status: 403, body: { message: 'Resource not accessible' } },
    });
    await call(client, 'submit_patch', { id: name('forbidden'), patch: GOOD.patch });
    const { facts } = await call(client, 'patch_status', { id: name('forbidden') });
    expect(facts).toMatchObject({
      stage: 'failed',
      finished: true,
      detail: expect.stringContaining('not accessible'),
    });
  });

  test('pauses the whole repository, whatever the reason says', async () => {
    const reason = 'on Friday the CI broke\non branch main';
    const { facts } = await call(client, 'pause', { reason, for: '2h' });
    expect(facts).toMatchObject({ verb: 'pause', by: PERSON, done: 'done', confirmed: true });
    const held = await call(client, 'submit_patch', { id: name('held'), patch: GOOD.patch });
    expect(held.facts['outcome']).toBe('held');
    const token = await world.token({ sender: PERSON, login: PERSON });
    const log = await world.request('/api/control', { method: 'POST', token, body: { command: 'audit' } });
    expect(JSON.stringify(log.body)).toContain(
      '“on Friday the CI broke on branch main”, says a model over MCP',
    );
    await world.request('/api/control', { method: 'POST', token, body: { command: 'resume' } });
  });

  test.each([
    'too many broken patches from @shop-gpt',
    'secrets leak in what comes from @shop-gpt!',
    'they say “nothing” on branch “main” from @“x”',
  ])('pauses the whole repository, whoever the reason is about: %s', async (reason) => {
    const { facts } = await call(client, 'pause', { reason });
    expect(facts).toMatchObject({
      done: 'done',
      sentence: expect.stringContaining(
        `The whole repository is paused by ${PERSON}: “${reason}”, says a model over MCP.`,
      ),
    });
    const token = await world.token({ sender: PERSON, login: PERSON });
    await world.request('/api/control', { method: 'POST', token, body: { command: 'resume' } });
  });
});

describe('the door itself', () => {
  test('nobody comes in without a token, and a token of a program only sends', async () => {
    const { status, headers } = await fetch(`${world.server().url}/mcp`, { method: 'POST', body: '{}' });
    expect([status, headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Bearer')]);
    const client = await connectOverHttp(await world.token());
    const { isError, texts } = await call(client, 'pause', { reason: 'why not' });
    expect([isError, texts[0]]).toEqual([true, expect.stringContaining('ghost-runner token make --login')]);
    await client.close();
  });

  test('a patch of another sender keeps its id', async () => {
    const own = await connectOverHttp(await world.token({ sender: 'one' }));
    await call(own, 'submit_patch', { id: 'owned', patch: GOOD.patch });
    const other = await connectOverHttp(await world.token({ sender: 'two' }));
    const { texts } = await call(other, 'submit_patch', { id: 'owned', patch: GOOD.patch });
    expect(texts[0]).toMatch(/^The id belongs to another sender\. .+ send this one under another id\.$/);
    await Promise.all([own.close(), other.close()]);
  });

  test('an outage of GitHub is told with the time after which to come again', async () => {
    const client = await connectOverHttp();
    world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'drop' } });
    const { isError, texts } = await call(client, 'submit_patch', { id: 'outage', patch: GOOD.patch });
    expect([isError, texts[0]]).toEqual([true, expect.stringContaining('Nothing was kept')]);
    expect(JSON.parse(texts[1] ?? '')).toMatchObject({ code: 'github_unreachable', retryAfterSeconds: 15 });
    await client.close();
  });

  test('a patch that is nested beyond measure is told to be no patch', async () => {
    const patch = `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`;
    const params = `{"name":"preview_patch","arguments":{"id":"deep","patch":${patch}}}`;
    const answer = await fetch(`${world.server().url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token()}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`,
    });
    expect(await answer.text()).toContain('The patch is nested too deeply to be one; send it in the form');
  });

  test('whoever waits is answered when the server ends', async () => {
    const client = await connectOverHttp();
    await call(client, 'submit_patch', { id: 'waiting', patch: { ...GOOD.patch, title: 'Waiting' } });
    const from = performance.now();
    const waiting = call(client, 'patch_status', { id: 'waiting', wait: 40 });
    await new Promise((resolve) => setTimeout(resolve, BEGUN_MS));
    await world.restart();
    expect((await waiting).facts).toMatchObject({ id: 'waiting', finished: false });
    expect(performance.now() - from).toBeLessThan(10_000);
    await client.close();
  });

  test('one request holds one message', async () => {
    const token = await world.token();
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const answer = await fetch(`${world.server().url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: ` ${JSON.stringify([list, { ...list, id: 2 }])}`,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('send each one in a request of its own');
  });

  test('a message that is not in UTF-8 is not read', async () => {
    const params = { name: 'preview_patch', arguments: { patch: 'caf\u00e9' } };
    const answer = await fetch(`${world.server().url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token()}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: new Blob([
        Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }), 'latin1'),
      ]),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('encode it as UTF-8');
  });

  test('a body beyond the limit is not read', async () => {
    const token = await world.token();
    const { status } = await fetch(`${world.server().url}/mcp`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', padding: 'x'.repeat(5_000_000) }),
    });
    expect(status).toBe(413);
  });
});

/** Milliseconds in which a request that was sent has arrived. */
const BEGUN_MS = 500;

/** Levels of nesting; no stack has room for so many. */
const NESTED = 40_000;
