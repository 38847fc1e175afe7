import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { callbackSchema } from '../../src/app/http/schemas.ts';
import { makeCallback, makeToken } from '../../src/app/sender-token.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { openStore } from '../../src/io/store/open.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { recordRef } from '../../src/record/record.ts';
import type { Delivery } from '../../src/stages/intake/store.ts';
import { type Receiver, startReceiver, verify } from '../io/receiver.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, WEBHOOK_SECRET, type World } from './world.ts';

const METRICS_TOKEN = 'a-token-for-prometheus-only';

let world: World;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await createWorld({ settings: { callbacks: { toLoopback: true }, metricsToken: METRICS_TOKEN } });
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

test('a sender hears of the pull request and of its merge, signed, and nobody else does', async () => {
  const { secret, token } = await makeSender();
  const digest = await submit('told', token);
  await submit('not-told');
  await writeRecord(world, 'told', opened(digest));
  await look('told', 'opened');
  await until(() => receiver.received.length === 1);
  const { pullRequest = { number: 0, url: '' } } = opened(digest);
  await writeRecord(world, 'told', {
    ...opened(digest),
    outcome: { kind: 'merged', pullRequest, sha: 'c'.repeat(40) },
  });
  await look('told', 'merged');
  await until(() => receiver.received.length === 2);
  const messages = receiver.received.map((one) => callbackSchema.strict().parse(verify(one, secret)));
  const data = {
    id: 'told',
    repository: REPOSITORY,
    digest,
    title: GOOD.patch.title,
    stage: 'done',
    pullRequest: { number: 3, url: `${world.settings.serverUrl}/acme/shop/pull/3` },
    statusUrl: `${world.server().url}/api/patches/told?repository=acme%2Fshop`,
  };
  expect(messages).toEqual([
    { type: 'patch.opened', timestamp: expect.any(String), data: { ...data, outcome: 'opened' } },
    { type: 'patch.merged', timestamp: expect.any(String), data: { ...data, outcome: 'merged' } },
  ]);
  const asked = await world.request(new URL(data.statusUrl).pathname, { token });
  expect(asked.body).toMatchObject({ outcome: 'merged' });
}, 20_000);

describe('a sender under whose id somebody else has GitHub work on what comes to nothing', () => {
  const head = 'd'.repeat(40);
  const startedAt = new Date().toISOString();
  const { pullRequest = { number: 0, url: '' } } = opened('');
  const merged = { pullRequest, outcome: { kind: 'merged', pullRequest, sha: 'c'.repeat(40) } } as const;
  const misfit = {
    digest: 'f'.repeat(64),
    sender: 'mallory',
    state: 'done',
    head,
    pullRequest,
    outcome: { kind: 'refused', refusals: [] },
    after: true,
  } as const;

  test('is told what became of its own, and of nothing else', async () => {
    const { token } = await makeSender();
    const before = receiver.received.length;
    const digest = await submit('shown-still', token);
    await writeRecord(world, 'shown-still', { ...opened(digest), head });
    await look('shown-still', 'opened');
    await until(() => receiver.received.length === before + 1);
    const proof = { sha: head, tests: 'passed', digest, sender: 'ghost-runner[bot]' } as const;
    await writeRecord(world, 'shown-still', { ...misfit, proof });
    expect(await indexed('shown-still')).toMatchObject({ digest, sender: 'shop-gpt' });
    const { body } = await world.request('/api/patches/shown-still');
    expect(body).toMatchObject({ digest, outcome: 'opened', title: 'Count quantities' });
    await writeRecord(world, 'shown-still', { ...opened(digest), ...merged, head, startedAt, after: true });
    await indexed('shown-still');
    await until(() => receiver.received.length === before + 2);
    expect(String(receiver.received.at(-1)?.body)).toContain('patch.merged');
  }, 40_000);

  test('is told of its merge though the index had taken that for the newest', async () => {
    const { token } = await makeSender();
    const before = receiver.received.length;
    const digest = await submit('back-again', token);
    await writeRecord(world, 'back-again', { ...opened(digest), head });
    await look('back-again', 'opened');
    await until(() => receiver.received.length === before + 1);
    // As a version wrote it that did not say who had sent what is shown.
    await writeRecord(world, 'back-again', misfit);
    expect(await indexed('back-again')).toMatchObject({ digest: misfit.digest, sender: 'mallory' });
    await writeRecord(world, 'back-again', { ...opened(digest), ...merged, head, startedAt, after: true });
    expect(await indexed('back-again')).toMatchObject({ digest, sender: 'shop-gpt' });
    expect((await world.request('/api/patches/back-again')).body).toMatchObject({
      digest,
      outcome: 'merged',
    });
    await until(() => receiver.received.length === before + 2);
    expect(String(receiver.received.at(-1)?.body)).toContain('patch.merged');
  }, 40_000);

  /** Tells the server that something happened, and gives the newest delivery once it knows the record as it stands. */
  async function indexed(id: string): Promise<Delivery | null> {
    const oid = (await world.github.git(REPOSITORY, 'rev-parse', recordRef(id))).trim();
    const store = await openStore(world.settings.store);
    try {
      // What was read a moment ago is not read again.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await sendRunEnd(world.server().url);
      let newest: Delivery | null = null;
      await until(async () => {
        newest = await store.deliveries.newest({ repository: REPOSITORY, id });
        return newest?.record?.oid === oid;
      });
      return newest;
    } finally {
      await store.close();
    }
  }
});

/** As GitHub tells that a run has ended. */
async function sendRunEnd(at: string): Promise<void> {
  const run = { id: 7, head_sha: 'b'.repeat(40), head_branch: 'main', event: 'repository_dispatch' };
  const body = JSON.stringify({
    action: 'completed',
    repository: { full_name: REPOSITORY },
    workflow_run: run,
  });
  const answer = await fetch(`${at}${WEBHOOK_PATH}`, {
    method: 'POST',
    body,
    headers: {
      connection: 'close',
      'content-type': 'application/json',
      'x-github-event': 'workflow_run',
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')}`,
    },
  });
  expect(answer.status).toBe(200);
}

describe('a patch that GitHub took without an answer, and refused when it was asked again', () => {
  afterEach(() => world.github.faults.clear());

  test.each([
    ['within the same attempt', 1],
    ['in the next attempt', 3],
  ])(
    'is not told as one that it did not take, and how it ends is told: %s',
    async (_, lost) => {
      const { token } = await makeSender();
      const before = receiver.received.length;
      const told = () => receiver.received.slice(before).map(({ body }) => JSON.parse(body));
      const match = { route: '/dispatches' };
      world.github.faults.add({ match, times: lost, fault: { kind: 'drop_after' } });
      const message = 'This installation has been suspended';
      world.github.faults.add({ match, fault: { kind: 'status', status: 403, body: { message } } });
      const id = `doubtful-${lost}`;
      const digest = await submit(id, token);
      await until(() => told().length === 1);
      const detail = expect.stringMatching(/suspended.* GitHub may have taken it all the same/);
      expect(told()).toMatchObject([{ type: 'patch.failed', data: { stage: 'failed', detail } }]);
      const { body } = await world.request(`/api/patches/${id}`);
      expect(body).toMatchObject({
        stage: 'failed',
        finished: false,
        headline: expect.stringContaining('may have taken it'),
        detail: expect.stringContaining(message),
        remedy: expect.not.stringContaining('Nothing was changed'),
      });
      await writeRecord(world, id, opened(digest));
      await look(id, 'opened');
      await until(() => told().length === 2);
      expect(told()[1]).toMatchObject({ type: 'patch.opened', data: { stage: 'done', outcome: 'opened' } });
      const { patches } = (await world.request('/api/patches?state=done&limit=1')).body;
      expect(patches).toMatchObject([{ id, stage: 'done', outcome: 'opened' }]);
    },
    20_000,
  );
});

test('a receiver that is gone is told nothing more, which the figures show', async () => {
  const { token } = await makeSender();
  receiver.answer((response) => response.writeHead(410).end());
  const before = receiver.received.length;
  for (const id of ['gone', 'unheard']) {
    const digest = await submit(id, token);
    await writeRecord(world, id, opened(digest));
    await look(id, 'opened');
    await until(async () => (await figure('callbacks_given_up')) === 1);
  }
  expect(receiver.received).toHaveLength(before + 1);
  expect(await figure('callbacks_total{result="disabled"}')).toBe(1);
  expect(await figure('callbacks_waiting')).toBe(0);
}, 20_000);

/** A token whose patches are told of, and what that is signed with. */
async function makeSender(): Promise<{ readonly token: string; readonly secret: string }> {
  const plan = { sender: 'shop-gpt', repositories: [REPOSITORY], perMinute: 1000, perDay: 1000 };
  const made = makeToken(plan, new Date());
  const callback = makeCallback(receiver.url);
  const store = await openStore(world.settings.store);
  await store.tokens.add(made.token, callback);
  await store.close();
  return { token: made.secret, secret: callback.secret };
}

async function submit(id: string, token?: string): Promise<string> {
  const { body } = await world.request('/api/patches', {
    method: 'POST',
    body: { id, patch: GOOD.patch },
    ...(token === undefined ? {} : { token }),
  });
  return String(body['digest']);
}

/** Asks until the server has seen it; a record that was read a moment ago is not read again. */
async function look(id: string, outcome: string): Promise<void> {
  await until(async () => (await world.request(`/api/patches/${id}`)).body['outcome'] === outcome);
}

async function figure(name: string): Promise<number> {
  const answer = await fetch(`${world.server().url}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}`, connection: 'close' },
  });
  const line = (await answer.text()).split('\n').find((one) => one.startsWith(`ghost_runner_${name} `));
  return Number(line?.split(' ').at(-1));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`it did not happen within ${PATIENCE_MS / 1000} seconds`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Milliseconds; what is waited for takes two seconds, and seven where records are looked through. */
const PATIENCE_MS = 15_000;
