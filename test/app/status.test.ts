import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GOOD } from '../../src/local/sample/patches.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(() => world.github.clearRequests());

async function submit(id: string, options: { readonly token?: string; readonly query?: string } = {}) {
  const { body } = await world.request(`/api/patches${options.query ?? ''}`, {
    method: 'POST',
    body: { id, patch: GOOD.patch },
    ...(options.token === undefined ? {} : { token: options.token }),
  });
  return String(body['digest']);
}

describe('the status of a patch', () => {
  test('is what its record on GitHub says, from the dispatch to the pull request', async () => {
    const digest = await submit('life');
    expect((await world.request('/api/patches/life')).body).toMatchObject({
      stage: 'sent',
      finished: false,
      digest,
    });
    await writeRecord(world, 'life', { digest });
    await passFreshness();
    expect((await world.request('/api/patches/life')).body).toMatchObject({
      stage: 'applied',
      finished: false,
      run: 'https://github.com/acme/shop/actions/runs/7',
    });
    await writeRecord(world, 'life', opened(digest));
    await passFreshness();
    expect((await world.request('/api/patches/life')).body).toMatchObject({
      stage: 'done',
      finished: true,
      outcome: 'opened',
      headline: 'Tests passed; pull request #3 opened',
      pullRequest: { number: 3, url: 'https://github.com/acme/shop/pull/3' },
      tests: { verdict: 'passed' },
    });
  });

  test('has what was read otherwise, what is not done and what went wrong apart, with a plan or without', async () => {
    const told = { notes: ['Names were read'], notDone: ['A tag was asked for'] };
    const warnings = ['No message was sent'];
    const plan = { ...told, changes: [], labels: [], reviewers: [], draft: false };
    await writeRecord(world, 'planned', { ...opened('b'.repeat(64)), plan, warnings });
    const reading = { repairs: told.notes, notDone: told.notDone };
    await writeRecord(world, 'unplanned', {
      state: 'done',
      outcome: { kind: 'no_change' },
      reading,
      warnings,
    });
    for (const id of ['planned', 'unplanned']) {
      const { body } = await world.request(`/api/patches/${id}`);
      expect(body).toMatchObject({ ...told, warnings });
    }
    await writeRecord(world, 'untold', opened('b'.repeat(64)));
    const { body } = await world.request('/api/patches/untold');
    expect(body).toMatchObject({ warnings: [] });
    for (const name of ['notes', 'notDone']) expect(body).not.toHaveProperty(name);
  });

  test('waits for the end when asked to, and answers as soon as it is known', async () => {
    const digest = await submit('waited-for');
    const started = performance.now();
    const asked = world.request('/api/patches/waited-for?wait=30');
    await passFreshness();
    await writeRecord(world, 'waited-for', opened(digest));
    expect((await asked).body).toMatchObject({ finished: true, outcome: 'opened' });
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  test('is answered as it stands when the wait is over', async () => {
    await submit('endless');
    const started = performance.now();
    expect((await world.request('/api/patches/endless?wait=1')).body).toMatchObject({ finished: false });
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  test('many that wait for one patch cost GitHub no more than one', async () => {
    await submit('popular');
    world.github.clearRequests();
    await Promise.all(Array.from({ length: 20 }, () => world.request('/api/patches/popular?wait=2')));
    expect(world.github.requests.length).toBeLessThanOrEqual(4);
  });

  test('a record of other bytes says nothing about the newest delivery', async () => {
    await writeRecord(world, 'stale', {
      state: 'done',
      outcome: { kind: 'no_change' },
      startedAt: '2020-01-01T00:00:00.000Z',
    });
    await submit('stale');
    expect((await world.request('/api/patches/stale')).body).toMatchObject({
      stage: 'sent',
      finished: false,
    });
  });

  test('of a patch that came by another door is known too', async () => {
    await writeRecord(world, 'from-elsewhere', opened('c'.repeat(64)));
    expect((await world.request('/api/patches/from-elsewhere')).body).toMatchObject({
      outcome: 'opened',
      digest: 'c'.repeat(64),
    });
  });

  test('is had under its id as its sender spelled that', async () => {
    const { body } = await world.request('/api/patches', {
      method: 'POST',
      body: { ...GOOD, id: 'Fix Greeting' },
    });
    const { id } = body;
    expect(id).toMatch(/^fix-greeting-/);
    expect((await world.request('/api/patches/Fix%20Greeting')).body).toMatchObject({ id, stage: 'sent' });
    expect((await world.request(`/api/patches/${String(id).toUpperCase()}`)).body).toMatchObject({ id });
  });

  test.each([
    ['an unknown one', '/api/patches/nobody', 404, 'unknown_patch'],
    ['an id that is no ref', '/api/patches/..%2F..%2Fcontrol', 404, 'unknown_patch'],
    ['too long a wait', '/api/patches/life?wait=46', 400, 'malformed_request'],
    ['a wait that is no number', '/api/patches/life?wait=1e9', 400, 'malformed_request'],
    ["another sender's repository", '/api/patches/life?repository=acme/other', 403, 'forbidden'],
  ])('asked for with %s is a problem', async (_, path, status, code) => {
    expect(await world.request(path)).toMatchObject({ status, body: { code } });
  });

  test('the id of a record that somebody else sent is not to be had', async () => {
    await writeRecord(world, 'theirs', { ...opened('d'.repeat(64)), sender: 'ada' });
    const answer = await world.request('/api/patches', {
      method: 'POST',
      body: { id: 'theirs', patch: GOOD.patch },
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'id_taken', detail: expect.stringContaining('ada') },
    });
  });
});

describe('the list', () => {
  test('shows newest first, page by page, and only what the token is for', async () => {
    const token = await world.token({ repositories: ['acme/other'] });
    for (const id of ['one', 'two', 'three']) {
      await submit(id, { token });
    }
    const first = await world.request('/api/patches?limit=2', { token });
    expect(first.body['patches']).toMatchObject([
      { id: 'three', stage: 'sent', sender: 'shop-gpt' },
      { id: 'two' },
    ]);
    const second = await world.request(`/api/patches?limit=2&before=${String(first.body['next'])}`, {
      token,
    });
    expect(second.body).toMatchObject({ patches: [{ id: 'one' }] });
    expect(second.body['next']).toBeUndefined();
  });

  test('knows how patches ended once they were looked at', async () => {
    const digest = await submit('ended');
    await writeRecord(world, 'ended', opened(digest));
    await world.request('/api/patches/ended');
    const { body } = await world.request('/api/patches?state=done');
    expect(body['patches']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'ended', outcome: 'opened' })]),
    );
  });

  test.each(['?limit=0', '?limit=101', '?limit=x', '?before=-1', '?state=lost'])(
    '%s is a problem',
    async (query) => {
      expect(await world.request(`/api/patches${query}`)).toMatchObject({
        status: 400,
        body: { code: 'malformed_request' },
      });
    },
  );
});

describe('after the store was lost', () => {
  test('the status is still known, and nothing is dispatched twice', async () => {
    const digest = await submit('survivor');
    await writeRecord(world, 'survivor', opened(digest));
    await world.restart(() => {
      for (const end of ['', '-wal', '-shm']) {
        rmSync(`${world.settings.store}${end}`, { force: true });
      }
    });
    world.github.clearRequests();
    const token = await world.token();
    expect((await world.request('/api/patches/survivor', { token })).body).toMatchObject({
      outcome: 'opened',
    });
    const again = await world.request('/api/patches', {
      method: 'POST',
      token,
      body: { id: 'survivor', patch: GOOD.patch },
    });
    expect(again).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
    expect(world.dispatches()).toBe(0);
  });
});

/** A record that was read a moment ago is not read again. */
async function passFreshness(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_100));
}
