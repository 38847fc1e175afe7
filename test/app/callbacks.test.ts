import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callbackSchema } from '../../src/app/http/schemas.ts';
import { makeCallback, makeToken } from '../../src/app/sender-token.ts';
import { openStore } from '../../src/io/store/open.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { type Receiver, startReceiver, verify } from '../io/receiver.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

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

/** Milliseconds; what is waited for takes two seconds. */
const PATIENCE_MS = 8_000;
