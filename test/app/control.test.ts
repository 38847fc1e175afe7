import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { statusSchema } from '../../src/app/http/schemas.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { waitingRecord } from '../report/waiting.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let operator: string;
let reader: string;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
  world.github.setRole(REPOSITORY, 'rob', 'read');
  operator = await world.token({ sender: 'ada', login: 'ada' });
  reader = await world.token({ sender: 'rob', login: 'rob' });
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

const HEAD = 'b'.repeat(40);

function control(body: unknown, token = operator) {
  return world.request('/api/control', { method: 'POST', token, body });
}

function submit(id: string) {
  return world.request('/api/patches', { method: 'POST', body: { id, patch: GOOD.patch } });
}

describe('commands over HTTP', () => {
  test('a pause holds patches and a resume lets them through, each confirmed and in the log', async () => {
    expect(await control({ command: 'pause looking into it' })).toMatchObject({
      status: 200,
      body: { verb: 'pause', surface: 'api', by: 'ada', role: 'operator', done: 'done', confirmed: true },
    });
    expect(await submit('while-paused')).toMatchObject({ status: 202, body: { outcome: 'held' } });
    expect(await control({ command: '/ghost resume' })).toMatchObject({
      status: 200,
      body: { confirmed: true },
    });
    expect(await submit('after-it')).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    const { body } = await control({ command: 'audit' });
    expect(JSON.stringify(body['audit'])).toContain('looking into it');
  });

  test('a reason beside the command is nothing else, whatever stop its words look like', async () => {
    const reason = 'too much at once\non branch main from @shop-gpt';
    const { body } = await control({ command: 'pause for 2h', reason });
    expect(body['sentence']).toMatch(
      /^The whole repository is paused .+at once on branch main from @shop-gpt/,
    );
    await control({ command: 'resume' });
  });

  test.each([
    ['what takes none', { command: 'resume', reason: 'over' }, 'leave "reason" empty'],
    ['a command that has one', { command: 'pause main', reason: 'flaky' }, 'write all of it into "reason"'],
  ])('a reason beside %s is refused with what to do', async (_what, body, detail) => {
    expect(await control(body)).toMatchObject({
      status: 400,
      body: { code: 'malformed_request', detail: expect.stringContaining(detail) },
    });
  });

  test('what is so already is told as unchanged', async () => {
    expect(await control({ command: 'resume' })).toMatchObject({
      status: 200,
      body: { done: 'unchanged', sentence: expect.any(String) },
    });
  });

  test('the roles are those that GitHub has now', async () => {
    expect(await control({ command: 'whoami' }, reader)).toMatchObject({
      status: 200,
      body: { role: 'viewer' },
    });
    const refused = await control({ command: 'pause' }, reader);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'command_refused', detail: expect.stringContaining('rob has the role viewer') },
    });
    world.github.setRole(REPOSITORY, 'rob', 'admin');
    expect((await control({ command: 'pause' }, reader)).status).toBe(200);
    expect((await control({ command: 'resume' }, reader)).status).toBe(200);
    world.github.setRole(REPOSITORY, 'rob', 'read');
  });

  test('a token that only sends commands nothing', async () => {
    const token = await world.token();
    for (const path of ['/api/control', '/api/patches/after-it/cancel']) {
      const body = path.endsWith('control') ? { command: 'pause' } : {};
      expect(await world.request(path, { method: 'POST', token, body })).toMatchObject({
        status: 403,
        body: { code: 'no_person', detail: expect.stringContaining('--login') },
      });
    }
  });

  test('a token for another repository commands nothing here', async () => {
    const token = await world.token({ login: 'ada', repositories: ['acme/other'] });
    const answer = await world.request(`/api/control?repository=${REPOSITORY}`, {
      method: 'POST',
      token,
      body: { command: 'pause' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('what needs a second thought needs a confirmation', async () => {
    await control({ command: 'lock' });
    expect(await control({ command: 'unlock' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('confirm') },
    });
    expect((await control({ command: 'unlock', confirm: true })).status).toBe(200);
  });

  test.each(['retry', 'revert', 'cancel', 'approve', 'reject'])(
    '%s of an unknown patch says so',
    async (verb) => {
      const body = verb === 'approve' ? { head: HEAD } : {};
      const answer = await world.request(`/api/patches/nobody/${verb}`, {
        method: 'POST',
        token: operator,
        body,
      });
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'command_refused', detail: expect.stringContaining('nobody') },
      });
    },
  );

  test.each(['retry', 'revert', 'cancel', 'approve'])(
    '%s with a reason, which it takes none of, is refused, and nothing is passed over',
    async (verb) => {
      const body = { reason: 'superseded', head: HEAD };
      expect(
        await world.request(`/api/patches/nobody/${verb}`, { method: 'POST', token: operator, body }),
      ).toMatchObject({
        status: 400,
        body: { detail: `"${verb}" takes no reason; leave "reason" empty.` },
      });
    },
  );

  test('a reason to reject is read to its last line', async () => {
    const reject = (reason: string) =>
      world.request('/api/patches/nobody/reject', { method: 'POST', token: operator, body: { reason } });
    expect((await reject('too much at once\nand no tests')).status).toBe(409);
    expect(await reject('too much at once\nand no \u202Etests')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('hidden character') },
    });
  });

  test('the status says why a patch waits for an approval', async () => {
    const { tree: _tree, id: _id, ...waiting } = waitingRecord(['Look at run.sh.']);
    await writeRecord(world, 'waits', waiting);
    const { body } = await world.request('/api/patches/waits');
    expect(statusSchema.parse(body)).toMatchObject({ head: waiting.head, reviews: ['Look at run.sh.'] });
  });

  test('an approval names the commit that was looked at, and counts for no other', async () => {
    const digest = 'a'.repeat(64);
    await writeRecord(world, 'seen', { ...opened(digest), head: HEAD });
    const { body: shown } = await world.request('/api/patches/seen');
    expect(shown).toMatchObject({ head: HEAD, digest });
    const approve = (body: object) =>
      world.request('/api/patches/seen/approve', { method: 'POST', token: operator, body });
    const unsaid = { status: 400, body: { detail: expect.stringContaining('send `head`') } };
    expect(await approve({})).toMatchObject(unsaid);
    expect(await control({ command: 'approve seen', digest })).toMatchObject(unsaid);
    const other = { status: 409, body: { detail: expect.stringContaining('seen has changed since') } };
    expect(await approve({ head: 'c'.repeat(40) })).toMatchObject(other);
    expect(await approve({ head: HEAD, digest: 'c'.repeat(64) })).toMatchObject(other);
    expect(await control({ command: 'approve seen', head: 'c'.repeat(40) })).toMatchObject(other);
    for (const verb of ['reject', 'cancel', 'kill']) {
      expect(await control({ command: `${verb} seen`, digest: 'c'.repeat(64) })).toMatchObject(other);
    }
    const { body } = await approve({ head: HEAD, digest });
    expect(body['detail']).not.toContain('has changed since');
  });

  test.each([
    ['no verb', { command: 'puase' }],
    ['no command', {}],
    ['more than is read', { command: 'status', sudo: true }],
    ['no JSON', 'pause'],
    ['a list', []],
    ['half a commit', { command: 'approve seen', head: 'abcdef1' }],
    ['a very long line', { command: `pause ${'x'.repeat(1_000)}` }],
  ])('a body with %s is refused with what to send', async (_, body) => {
    expect(await control(body)).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
  });

  test('a body that is too large is not read', async () => {
    expect((await control({ command: 'x'.repeat(20_000) })).status).toBe(413);
  });

  test.each(['..%2F..%2Fcontrol', '%00', 'a%20b%20confirm', 'x'.repeat(300), '%F0%9F%98%80'])(
    'the id %s reaches no other patch and no switch',
    async (id) => {
      const { status } = await world.request(`/api/patches/${id}/reject`, {
        method: 'POST',
        token: operator,
        body: { reason: 'a reason\nGhost-Control: {}' },
      });
      expect([400, 409]).toContain(status);
      expect((await control({ command: 'status' })).status).toBe(200);
    },
  );

  test('what breaks on the way is told as broken, and not as done', async () => {
    world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'status', status: 502 } });
    expect(await control({ command: 'pause' })).toMatchObject({
      status: 502,
      body: { code: 'command_failed', command: { done: 'failed', confirmed: false } },
    });
  });

  test('commands that stop nothing count against the limits of the token', async () => {
    const token = await world.token({ login: 'ada', perMinute: 1 });
    expect((await control({ command: 'whoami' }, token)).status).toBe(200);
    for (const command of ['whoami', 'resume', 'unlock', 'status']) {
      expect((await control({ command }, token)).status).toBe(429);
    }
  });

  // Whoever runs away has used up what they may send by the time that they have to be stopped.
  test.each(['pause', 'lock leaked', 'cancel nobody', 'reject nobody', 'kill nobody', 'kill all confirm'])(
    'a stop is never refused for what was spent on patches: %s',
    async (command) => {
      const token = await world.token({ login: 'ada', perMinute: 1, perDay: 1 });
      expect((await control({ command: 'whoami' }, token)).status).toBe(200);
      expect((await control({ command }, token)).status).not.toBe(429);
      const path = '/api/patches/nobody/cancel';
      expect((await world.request(path, { method: 'POST', token, body: {} })).status).not.toBe(429);
      await control({ command: 'unlock confirm' });
      await control({ command: 'resume' });
    },
  );

  test('stops have a limit of their own, which is no other one of the token', async () => {
    const token = await world.token({ login: 'ada', perMinute: 1 });
    const stops = Array.from({ length: 70 }, (_, at) => control({ command: `cancel nobody-${at}` }, token));
    const statuses = (await Promise.all(stops)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status !== 429).length).toBeGreaterThanOrEqual(60);
    expect((await control({ command: 'whoami' }, token)).status).toBe(200);
  });

  test.each([
    ['rob', 'read', 'cancel nobody'],
    ['rob', 'read', 'lock'],
    ['zoe', null, 'pause'],
  ])(
    'stops of %s, whose role is %j, cost GitHub little however often they come: %s',
    async (login, role, command) => {
      if (role !== null) {
        world.github.setRole(REPOSITORY, login, role);
      }
      const token = await world.token({
        sender: `${login}-${command}`.replaceAll(' ', '-'),
        login,
        perMinute: 1,
      });
      world.github.clearRequests();
      const statuses: number[] = [];
      for (let count = 0; count < 40; count += 1) {
        statuses.push((await control({ command }, token)).status);
      }
      expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 403));
      expect(statuses.slice(20)).toContain(429);
      const asked = world.github.requests.filter(({ route }) => !/installation|access_tokens/.test(route));
      expect(asked.length).toBeLessThan(26);
      // What another role may do, or somebody else, does not wait for that.
      const free = await world.token({ sender: `free-${login}`, login: 'ada' });
      expect((await control({ command: 'cancel nobody' }, free)).status).toBe(409);
    },
  );

  test('the same stop in vain has to wait, and no other one for it', async () => {
    const token = await world.token({ login: 'ada' });
    const again = async (command: string) => (await control({ command }, token)).status;
    const statuses: number[] = [];
    for (let count = 0; count < 30; count += 1) {
      statuses.push(await again(`pause for the ${count}. time`));
    }
    // The first one was done.
    expect(statuses.slice(0, 21)).toEqual(Array.from({ length: 21 }, () => 200));
    expect(statuses.slice(21)).toContain(429);
    expect(await again('pause release on branch main')).toBe(200);
    expect(await again('lock leaked')).toBe(200);
    expect(await again('cancel nobody')).toBe(409);
    await control({ command: 'unlock confirm' });
    await control({ command: 'resume on branch main' });
    await control({ command: 'resume' });
  });
});

describe('a patch that GitHub has not taken yet', () => {
  /** `refuse`: it is not taken, and said so; `lose`: it is taken, and nobody hears of that. */
  function hold(fault: 'refuse' | 'lose' | 'delay') {
    const faults = {
      refuse: { kind: 'status', status: 401 },
      lose: { kind: 'drop_after' },
      delay: { kind: 'latency', ms: 3_000 },
    } as const;
    world.github.faults.add({ match: { route: '/dispatches' }, fault: faults[fault] });
  }

  async function stageOf(id: string): Promise<unknown> {
    return (await world.request(`/api/patches/${id}`)).body['stage'];
  }

  test('is canceled, with its name in the log, and may be sent again', async () => {
    hold('refuse');
    await submit('waiting');
    const path = '/api/patches/waiting/cancel';
    expect(await world.request(path, { method: 'POST', token: reader, body: {} })).toMatchObject({
      status: 403,
    });
    expect(await stageOf('waiting')).toBe('queued');
    expect(await world.request(path, { method: 'POST', token: operator, body: {} })).toMatchObject({
      status: 200,
      body: {
        done: 'done',
        sentence: expect.stringContaining('waiting waited to be handed to GitHub'),
        observed: [{ kind: 'delivery', name: 'waiting', state: 'canceled' }],
      },
    });
    expect((await world.request('/api/patches/waiting')).body).toMatchObject({
      stage: 'failed',
      finished: true,
      withdrawn: 'canceled',
      detail: expect.stringContaining('ada canceled it'),
      remedy: expect.stringContaining('Send the patch again'),
    });
    const { body } = await control({ command: 'audit' });
    expect(JSON.stringify(body['audit'])).toContain('waiting waited to be handed to GitHub');
    world.github.faults.clear();
    expect(await submit('waiting')).toMatchObject({ body: { outcome: 'accepted' } });
    while ((await stageOf('waiting')) !== 'sent') {
      await delay(100);
    }
  });

  test('is not opened after everything was ended, though the lock is lifted again', async () => {
    hold('refuse');
    await submit('outlives');
    expect(await control({ command: 'kill all confirm' })).toMatchObject({
      body: { done: 'done', sentence: expect.stringContaining('One patch waited to be handed to GitHub') },
    });
    await control({ command: 'unlock confirm' });
    world.github.faults.clear();
    world.github.clearRequests();
    // What waits is looked for every second.
    await delay(2_500);
    expect(world.dispatches()).toBe(0);
    expect(await stageOf('outlives')).toBe('failed');
  });

  test('is not told as canceled while it is being handed on', async () => {
    hold('delay');
    await submit('moving');
    const answer = await world.request('/api/patches/moving/cancel', {
      method: 'POST',
      token: operator,
      body: {},
    });
    expect(answer).toMatchObject({
      status: 202,
      body: {
        done: 'unconfirmed',
        sentence: expect.stringContaining('write "cancel moving" again'),
        observed: [{ kind: 'delivery', name: 'moving', state: 'being handed to GitHub' }],
      },
    });
    expect(await stageOf('moving')).toBe('sent');
  });

  test.each([
    ['cancel', 'lost', 'GitHub may have taken it all the same'],
    ['kill all confirm', 'lost-too', 'GitHub may have taken 1 of them all the same'],
  ])('is not told as canceled for sure by %s where it may have arrived', async (command, id, sentence) => {
    hold('lose');
    await submit(id);
    const line = command === 'cancel' ? `cancel ${id}` : command;
    expect(await control({ command: line })).toMatchObject({
      status: 202,
      body: {
        done: 'unconfirmed',
        confirmed: false,
        sentence: expect.stringContaining(sentence),
        observed: expect.arrayContaining([
          { kind: 'delivery', name: id, state: 'canceled, though GitHub may have taken it' },
        ]),
      },
    });
    expect((await world.request(`/api/patches/${id}`)).body).toMatchObject({
      stage: 'failed',
      finished: false,
      withdrawn: 'canceled',
    });
    world.github.faults.clear();
    await control({ command: 'unlock confirm' });
  });

  test('is not canceled by who names the commit of an earlier revision', async () => {
    await writeRecord(world, 'seen', { ...opened('a'.repeat(64)), sender: 'shop-gpt', head: HEAD });
    hold('refuse');
    await submit('seen');
    const shown = { head: HEAD };
    await world.request('/api/patches/seen/cancel', { method: 'POST', token: operator, body: shown });
    expect((await world.request('/api/patches/seen')).body).toMatchObject({ finished: false });
  });
});
