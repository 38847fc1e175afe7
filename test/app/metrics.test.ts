import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startObserving } from '../../src/app/metrics/open.ts';
import { countRequests } from '../../src/app/metrics/requests.ts';
import { GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { findFreePort } from '../free-port.ts';
import { createWorld, type World } from './world.ts';

const METRICS_TOKEN = 'a-token-for-prometheus-only';

let world: World;
beforeAll(async () => {
  world = await createWorld({ settings: { metricsToken: METRICS_TOKEN } });
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

/** Every sample with its labels. */
async function read(): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`${world.server().url}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}`, connection: 'close' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('the page of metrics', () => {
  test.each([[null], ['a-token-of-somebody-else']])('is for those with its token, not %s', async (token) => {
    expect(await world.request('/metrics', { token })).toMatchObject({
      status: 401,
      body: { code: 'unauthorized', detail: expect.stringContaining('METRICS_TOKEN') },
    });
  });

  test('counts what came in, what was asked of GitHub and how long the store took', async () => {
    await world.request('/api/patches', { method: 'POST', body: { id: 'counted', patch: GOOD.patch } });
    await world.request('/api/patches', { method: 'POST', body: { id: 'ill', patch: MISFIT.patch } });
    const samples = await read();
    expect(samples.get('ghost_runner_intake_answers_total{answer="accepted"}')).toBe(1);
    expect(samples.get('ghost_runner_intake_answers_total{answer="ended"}')).toBe(1);
    expect(samples.get('ghost_runner_intake_refusals_total{reason="not_found"}')).toBe(1);
    expect(samples.get('ghost_runner_github_requests_total{api="rest",status="204"}')).toBe(1);
    expect(samples.get('ghost_runner_github_requests_total{api="graphql",status="200"}')).toBeGreaterThan(0);
    expect(
      samples.get('ghost_runner_store_operation_seconds_count{operation="deliveries.accept",ok="true"}'),
    ).toBe(1);
    expect(samples.get('ghost_runner_outbox_entries')).toBe(0);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  test('shows patches that GitHub does not take, and how long they wait', async () => {
    world.github.faults.add({ match: { route: '/dispatches' }, fault: { kind: 'status', status: 502 } });
    await world.request('/api/patches', { method: 'POST', body: { id: 'waits', patch: GOOD.patch } });
    const samples = await read();
    expect(samples.get('ghost_runner_outbox_entries')).toBe(1);
    expect(samples.get('ghost_runner_outbox_oldest_seconds')).toBeGreaterThan(0);
    expect(samples.get('ghost_runner_github_requests_total{api="rest",status="502"}')).toBeGreaterThan(0);
  });

  test('names events that GitHub signed and no others', async () => {
    const url = `${world.server().url}/api/github/webhooks`;
    await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'an-event-of-somebody',
        'x-github-delivery': 'd-1',
        'x-hub-signature-256': 'sha256=00',
        connection: 'close',
      },
    });
    const samples = await read();
    expect(samples.get('ghost_runner_webhooks_total{event="refused",status="400"}')).toBe(1);
    expect([...samples.keys()].join('\n')).not.toContain('somebody');
  });

  test('holds no id, title, sender or repository', async () => {
    const page = [...(await read()).keys()].join('\n');
    expect(page).not.toMatch(/counted|waits|shop/);
  });
});

test('without a token of its own there is no page of metrics', async () => {
  const plain = await createWorld();
  try {
    expect(await plain.request('/metrics')).toMatchObject({
      status: 404,
      body: { code: 'unknown_address', detail: expect.stringContaining('METRICS_TOKEN') },
    });
  } finally {
    await plain.close();
  }
});

describe('what is observed', () => {
  test('of a record is counted when it is new, and its pull request once', async () => {
    const { metrics, noticed, end } = startObserving(METRICS_TOKEN, { github: 'http://127.0.0.1:9' });
    const held = { oid: '1', state: 'done', outcome: 'held', at: '2026-01-01T00:00:00.000Z' } as const;
    const opened = { ...held, oid: '2', outcome: 'opened', secondsToPullRequest: 25 } as const;
    noticed(undefined, held);
    noticed(held, opened);
    noticed(opened, { ...opened, oid: '3' });
    end();
    const page = await metrics?.text({ entries: 0, oldestSeconds: 0 }, { waiting: 0, givenUp: 0 });
    expect(page).toContain('ghost_runner_patches_total{outcome="held"} 1');
    expect(page).toContain('ghost_runner_patches_total{outcome="opened"} 1');
    expect(page).toContain('ghost_runner_time_to_pull_request_seconds_sum 25');
    expect(page).toContain('ghost_runner_time_to_pull_request_seconds_count 1');
  });

  test('of requests are GitHub and Slack, by few names, and also what was not answered', async () => {
    const slack = createServer((_, response) => response.writeHead(200).end()).listen(0, '127.0.0.1');
    slack.unref();
    await once(slack, 'listening');
    const root = `http://127.0.0.1:${String(Object(slack.address()).port)}`;
    const silent = `http://127.0.0.1:${await findFreePort()}`;
    const seen: unknown[] = [];
    const end = countRequests(
      { github: silent, slack: `${root}/api/` },
      { asked: (...what) => seen.push(what) },
    );
    await fetch(`${root}/api/chat.postMessage`, { method: 'POST' });
    await fetch(`${root}/api/named.bySomebody`);
    await fetch(`${root}/elsewhere`);
    await fetch(`${silent}/app`).catch(() => undefined);
    end();
    await fetch(`${root}/api/chat.update`);
    expect(seen).toEqual([
      ['slack', 'chat.postMessage', 200],
      ['slack', 'other', 200],
      ['github', 'rest', 0],
    ]);
  });
});
