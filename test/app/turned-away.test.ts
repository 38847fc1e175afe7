import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCallback, makeToken } from '../../src/app/sender-token.ts';
import { createOctokit } from '../../src/io/github/client.ts';
import { createForge } from '../../src/io/github/forge.ts';
import { createLedger } from '../../src/io/github/ledger.ts';
import { createApiRepository } from '../../src/io/github/repository.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { openStore } from '../../src/io/store/open.ts';
import { SHOP } from '../../src/local/sample/shop.ts';
import { type ApplyReport, apply } from '../../src/stages/apply.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { publish } from '../../src/stages/publish.ts';
import { type Receiver, startReceiver, verify } from '../io/receiver.ts';
import { PERMISSIONS } from '../stages/watch/ports.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await createWorld({ settings: { callbacks: { toLoopback: true } } });
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

const FIRST = edit('The first', 'sum + 1 * item.price');
const SECOND = edit('The second', 'sum + 2 * item.price');

test('a revision that was accepted, and does not fit any more when its run begins, is told so wherever its sender asks', async () => {
  const sender = await makeSender();
  const send = (patch: object) =>
    world.request('/api/patches', { method: 'POST', body: { id: 'moved', patch }, token: sender.token });
  const ask = async (query = '') => (await world.request(`/api/patches/moved${query}`)).body;

  expect((await send(FIRST)).status).toBe(202);
  const first = await run(1, FIRST);
  await until(async () => (await ask())['stage'] === 'applied');
  const accepted = await send(SECOND);
  expect(accepted).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  await push(SHOP['src/cart.js']?.replace('sum + item.price', 'sum + 0 + item.price'));
  const asked = ask('?wait=30');
  expect(await run(2, SECOND)).toMatchObject({ kind: 'ended', outcome: { kind: 'refused' } });

  // While the first is still tested.
  expect(await asked).toMatchObject({
    title: 'The second',
    digest: accepted.body['digest'],
    stage: 'done',
    finished: true,
    outcome: 'refused',
    refusals: [{ code: 'not_found' }],
    run: urlOf(2),
    warnings: [
      'Another delivery under this id is on record: The patch fits; its tests are under way. It was left as it is.',
    ],
  });
  expect((await world.request('/api/patches')).body['patches']).toMatchObject([
    { title: 'The second', outcome: 'refused' },
    { title: 'The first' },
  ]);

  // As it was it would fit again, so that it is worked on when it is sent again; clocks may differ by two seconds.
  await delay(2_100);
  await push(SHOP['src/cart.js']);
  expect(await send(SECOND)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  expect(await ask()).toMatchObject({ title: 'The second', finished: false });
  await push(SHOP['src/cart.js']?.replace('sum + item.price', 'sum + 0 + item.price'));
  await run(3, SECOND);
  await until(async () => (await ask())['run'] === urlOf(3));

  // Whoever sent the first one hears of its pull request all the same.
  await publishAs(1, first);
  await until(async () => {
    await ask();
    return receiver.received.length >= 3;
  });
  const told = receiver.received.map((one) => verify(one, sender.secret));
  expect(told).toMatchObject([
    { type: 'patch.refused', data: { title: 'The second', reason: 'not_found' } },
    { type: 'patch.refused', data: { title: 'The second', reason: 'not_found' } },
    { type: 'patch.opened', data: { title: 'The first', pullRequest: { number: 1 } } },
  ]);
}, 60_000);

function edit(title: string, replace: string) {
  const changes = [{ kind: 'edit', path: 'src/cart.js', find: 'sum + item.price', replace }];
  return { version: 1, title, changes };
}

async function push(content = ''): Promise<void> {
  await world.github.person('acme', REPOSITORY).push('main', { 'src/cart.js': content });
}

/** What the Action's first job does. */
function run(id: number, patch: object): Promise<ApplyReport> {
  const { context, secrets } = stages(id);
  return apply(
    { ...context, compute: createCompute(secrets) },
    { payload: { id: 'moved', patch }, sender: 'ghost-runner[bot]', dryRun: false },
  );
}

/** What its last one does. */
async function publishAs(id: number, report: ApplyReport): Promise<void> {
  if (report.kind !== 'applied') {
    throw new Error(`expected the patch to be applied: ${JSON.stringify(report)}`);
  }
  const { context, secrets } = stages(id);
  const { head: sha } = report.handover;
  const tests = { verdict: 'passed', sha, command: 'npm test', exitCode: 0, seconds: 1 };
  await publish({ ...context, secrets }, report.handover, {
    result: 'success',
    report: JSON.stringify({ ...tests, failingLines: [], tail: 'ok', outputBytes: 2 }),
  });
}

function stages(id: number) {
  const { github } = world;
  const token = github.createToken({ login: 'acme', permissions: PERMISSIONS });
  const octokit = createOctokit({ token, apiUrl: github.apiUrl });
  const [owner = '', name = ''] = REPOSITORY.split('/', 2);
  const place = { octokit, owner, name };
  const context = {
    repository: createApiRepository(place),
    forge: createForge(place),
    ledger: createLedger(place),
    chat: null,
    clock: { now: () => new Date() },
    site: { repository: REPOSITORY, serverUrl: github.url, ciStartsByItself: true },
    run: { id, attempt: 1, url: urlOf(id) },
  };
  return { context, secrets: createSecretScanner() };
}

function urlOf(id: number): string {
  return `https://github.com/acme/shop/actions/runs/${id}`;
}

async function makeSender(): Promise<{ readonly token: string; readonly secret: string }> {
  const plan = { sender: 'shop-gpt', repositories: [REPOSITORY], perMinute: 1000, perDay: 1000 };
  const made = makeToken(plan, new Date());
  const callback = makeCallback(receiver.url);
  const store = await openStore(world.settings.store);
  await store.tokens.add(made.token, callback);
  await store.close();
  return { token: made.secret, secret: callback.secret };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`it did not happen within ${PATIENCE_MS / 1000} seconds`);
    }
    await delay(100);
  }
}

/** Milliseconds; what is waited for takes two seconds. */
const PATIENCE_MS = 10_000;
