import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { Webhooks } from '@octokit/webhooks';
import { connect, failureOf, headOf, openOctokit, pushBranch, REPOSITORY, SHOP, useHub } from './hub.ts';
import { signJwt } from './jwt.ts';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

const hub = useHub();
let octokit: Octokit;
let receiver: Receiver;

beforeEach(async () => {
  await hub.get().settled();
  receiver.received.splice(0);
  receiver.status = 200;
});
afterEach(() => hub.get().faults.clear());
afterAll(() => receiver.close());

const dispatch = (event_type: string) => octokit.rest.repos.createDispatchEvent({ ...SHOP, event_type });

const secret = 'a secret between two';
const wanted = (event: string): Received[] =>
  receiver.received.filter((received) => received.event === event);

beforeAll(async () => {
  octokit = openOctokit(hub.get());
  receiver = await startReceiver();
  const events = ['push', 'pull_request', 'status', 'repository_dispatch', 'issue_comment', 'workflow_run'];
  await octokit.rest.repos.createWebhook({
    ...SHOP,
    config: { url: receiver.url, secret, content_type: 'json' },
    events,
  });
  await hub.get().settled();
  expect(wanted('ping')).toHaveLength(1);
});

it('a hook hears of what it asked for, signed, once each', async () => {
  const sha = await pushBranch(hub.get(), 'heard');
  const { data: pull } = await octokit.rest.pulls.create({
    ...SHOP,
    title: 'Heard',
    head: 'heard',
    base: 'main',
  });
  await octokit.rest.repos.createCommitStatus({ ...SHOP, sha, state: 'success' });
  await octokit.rest.issues.createComment({ ...SHOP, issue_number: pull.number, body: '/ghost status' });
  await dispatch('heard');
  await hub.get().settled();
  expect(
    receiver.received
      .map(({ event }) => event)
      .filter((event) => event !== 'workflow_run')
      .sort(),
  ).toEqual(['issue_comment', 'pull_request', 'push', 'repository_dispatch', 'status']);
  for (const { body, signature } of receiver.received) {
    await expect(new Webhooks({ secret }).verify(body, signature)).resolves.toBe(true);
  }
  expect(wanted('push')[0]?.payload).toMatchObject({
    ref: 'refs/heads/heard',
    after: sha,
    created: true,
    head_commit: { id: sha },
  });
  expect(wanted('issue_comment')[0]?.payload).toMatchObject({
    action: 'created',
    issue: { number: pull.number, pull_request: {} },
    comment: { body: '/ghost status', user: { login: 'acme' } },
  });
});

it('a receiver that fails is not tried again by itself, only when somebody asks', async () => {
  const { url } = receiver;
  const app = hub.get().createApp({
    slug: 'listener',
    owner: 'acme',
    permissions: { contents: 'read' },
    repositories: [REPOSITORY],
    webhook: { url, secret: 'of the App', events: ['repository_dispatch'] },
  });
  receiver.status = 500;
  await dispatch('missed');
  await hub.get().settled();
  const first = app.app.hook.deliveries[0];
  expect(first).toMatchObject({ statusCode: 500, redelivery: false, event: 'repository_dispatch' });
  receiver.status = 200;
  receiver.received.splice(0);
  const asApp = connect(hub.get(), signJwt(app, new Date()));
  const { data: failed } = await asApp.rest.apps.listWebhookDeliveries({ status: 'failure' });
  expect(failed.map(({ id, status_code }) => [id, status_code])).toEqual([[first?.id, 500]]);
  await asApp.rest.apps.redeliverWebhookDelivery({ delivery_id: failed[0]!.id });
  await hub.get().settled();
  expect(receiver.received).toEqual([
    expect.objectContaining({
      delivery: failed[0]?.guid,
      payload: expect.objectContaining({ installation: { id: app.installationId } }),
    }),
  ]);
  const { data: all } = await asApp.rest.apps.listWebhookDeliveries();
  expect(all.map(({ redelivery, status_code }) => [redelivery, status_code])).toEqual([
    [true, 200],
    [false, 500],
  ]);
  const { data: one } = await asApp.rest.apps.getWebhookDelivery({ delivery_id: all[0]!.id });
  expect(one.request).toMatchObject({
    headers: { 'x-github-event': 'repository_dispatch', 'x-github-delivery': one.guid },
    payload: { action: 'missed' },
  });
});

it('a webhook can be lost on its way, and then stands in the log', async () => {
  hub.get().faults.loseWebhooks({ event: 'status', times: 1 });
  const sha = await headOf(hub.get());
  await octokit.rest.repos.createCommitStatus({ ...SHOP, sha, state: 'success' });
  await octokit.rest.repos.createCommitStatus({ ...SHOP, sha, state: 'failure' });
  await hub.get().settled();
  expect(wanted('status').map(({ payload }) => payload['state'])).toEqual(['failure']);
  const [hook] = (await octokit.rest.repos.listWebhooks(SHOP)).data;
  const { data } = await octokit.rest.repos.listWebhookDeliveries({ ...SHOP, hook_id: hook!.id });
  expect(data.map(({ status, status_code }) => [status, status_code]).slice(0, 2)).toEqual([
    ['OK', 200],
    ['lost', 0],
  ]);
});

it('a hook that is deleted hears no more', async () => {
  const [hook] = (await octokit.rest.repos.listWebhooks(SHOP)).data;
  await octokit.rest.repos.deleteWebhook({ ...SHOP, hook_id: hook!.id });
  await dispatch('unheard');
  await hub.get().settled();
  // The App's own hook still hears, and signs with its own secret.
  const { verify } = new Webhooks({ secret });
  const signed = await Promise.all(receiver.received.map(({ body, signature }) => verify(body, signature)));
  expect(signed).toEqual([false]);
  expect((await failureOf(octokit.rest.repos.getWebhook({ ...SHOP, hook_id: hook!.id }))).status).toBe(404);
});
