import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { problemSchema } from '../../src/app/http/schemas.ts';
import { formatControl } from '../../src/control/control.ts';
import type { Scope } from '../../src/control/switches.ts';
import { GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../src/patch/limits.ts';
import { recordRef } from '../../src/record/record.ts';
import { openSlots, senderSlots } from '../../src/record/slots.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, type RequestOptions, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.github.faults.clear();
  world.github.clearRequests();
});

function send(body: unknown, query = '', options: RequestOptions = {}) {
  return world.request(`/api/patches${query}`, { method: 'POST', body, ...options });
}

function named(id: string, more: object = {}) {
  return { id, patch: { ...GOOD.patch, ...more } };
}

const SECRET = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');

describe('a patch that fits', () => {
  test('is accepted, dispatched once, and told hunk by hunk', async () => {
    const { status, body } = await send(named('fits'));
    expect({ status, ...body }).toMatchObject({
      status: 202,
      id: 'fits',
      repository: REPOSITORY,
      outcome: 'accepted',
      hunks: [
        { path: 'src/cart.js', status: 'applied' },
        { path: 'test/cart.test.js', status: 'applied' },
      ],
      changes: [{ path: 'src/cart.js', added: 1, removed: 1 }, { path: 'test/cart.test.js' }],
      statusUrl: `${world.server().url}/api/patches/fits?repository=acme%2Fshop`,
    });
    await dispatched(1);
  });

  test('is told which commands will run, and which there are where it asks for another', async () => {
    const config = '.github/ghost-runner.yml';
    const before = await world.github.git(REPOSITORY, 'show', `main:${config}`);
    world.github.setRole(REPOSITORY, 'octocat', 'write');
    const person = world.github.person('octocat', REPOSITORY);
    await person.push('main', { [config]: `${before}\ncommands: {format: npm run format}\n` });
    const asking = (command: string) => ({
      ...named('formatted', { dryRun: true, changes: [{ kind: 'run', command }] }),
    });
    expect(await send(asking('format'))).toMatchObject({ status: 200, body: { commands: ['format'] } });
    expect(await send(asking('deploy'))).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'command_not_allowed', data: { configured: ['format'] } }] },
    });
    await person.push('main', { [config]: before });
  });

  test('nothing is written to the repository before its run starts', async () => {
    await send(named('only-dispatch'));
    await dispatched(1);
    // The server looks around in the repository by itself, so reading is not counted.
    const writing = world.github.requests
      .map(({ route }) => route)
      .filter((route) => /^(?!GET )\w+ \/repos\//.test(route));
    expect(writing).toEqual(['POST /repos/{owner}/{repo}/dispatches']);
    expect(await world.github.git(REPOSITORY, 'for-each-ref', 'refs/ghost', 'refs/heads/ghost')).toBe('');
  });

  test('the same bytes again are a duplicate and not dispatched again, one by one or at once', async () => {
    const first = await send(named('twice'));
    const again = await send(named('twice'));
    expect([first.body['outcome'], again.status, again.body['outcome']]).toEqual([
      'accepted',
      202,
      'duplicate',
    ]);
    expect(again.body['digest']).toBe(first.body['digest']);
    const raced = await Promise.all(Array.from({ length: 6 }, () => send(named('raced'))));
    expect(
      raced.map(({ body }) => String(body['outcome'])).toSorted((left, right) => left.localeCompare(right)),
    ).toEqual(['accepted', ...Array.from({ length: 5 }, () => 'duplicate')]);
    await dispatched(2);
  });

  test('other bytes under the same id are a revision', async () => {
    await send(named('revised'));
    const { status, body } = await send(named('revised', { title: 'Another title' }));
    expect([status, body['outcome']]).toEqual([202, 'accepted']);
    await dispatched(2);
  });

  test('one that is too large for a dispatch goes by reference', async () => {
    const changes = [{ kind: 'write', path: 'big.txt', content: 'line\n'.repeat(20_000) }];
    const { status } = await send(named('large', { changes }));
    expect(status).toBe(202);
    await dispatched(1);
    expect(
      await world.github.git(REPOSITORY, 'for-each-ref', '--format=%(refname)', 'refs/ghost/inbox'),
    ).toMatch(/^refs\/ghost\/inbox\/[0-9a-f]{64}\n$/);
  });

  test('a dry run says the same, and keeps and sends nothing', async () => {
    for (const [body, query] of [
      [named('dry'), '?dryRun=true'],
      [named('dry', { dryRun: true }), ''],
    ] as const) {
      expect(await send(body, query)).toMatchObject({ status: 200, body: { outcome: 'fits', id: 'dry' } });
    }
    expect(world.dispatches()).toBe(0);
    expect((await world.request('/api/patches/dry')).status).toBe(404);
  });

  test('repairs are told, and an id that is no ref keeps its meaning', async () => {
    const { status, body } = await send({
      blockId: 'Repaired By Us!',
      mutations: [{ path: 'src/format.js', old_string: 'toFixed(2)', new_string: 'toFixed(3)' }],
    });
    expect({ status, ...body }).toMatchObject({ status: 202, id: expect.stringMatching(/^repaired-by-us-/) });
    expect(body['notes']).not.toEqual([]);
    expect(body).not.toHaveProperty('notDone');
    await dispatched(1);
  });

  test.each(['/webhook', '/patch'])('%s takes it too', async (path) => {
    const body = named(`by-${path.slice(1)}`);
    expect((await world.request(path, { method: 'POST', body })).status).toBe(202);
  });
});

describe('a patch that does not fit', () => {
  test('is refused with the nearest lines, and the correction that comes with it is accepted', async () => {
    const refused = await send(MISFIT);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'patch_refused', outcome: 'refused', id: MISFIT.id, hunks: [{ status: 'refused' }] },
    });
    const [refusal] = problemSchema.parse(refused.body).refusals ?? [];
    expect(refusal).toMatchObject({
      code: 'not_found',
      path: 'src/format.js',
      data: { nearest: [{ line: 2 }] },
    });
    const changes = [refusal?.data?.['correction']];
    const corrected = await send({ ...MISFIT, patch: { ...MISFIT.patch, changes } });
    expect([corrected.status, corrected.body['outcome']]).toEqual([202, 'accepted']);
    await dispatched(1);
  });

  test.each([
    ['is not JSON', '{"id": ', 'malformed'],
    ['is empty', '', 'malformed'],
    [
      'changes what is protected',
      named('wf', { changes: [{ kind: 'write', path: '.github/workflows/x.yml', content: 'on: push\n' }] }),
      'protected_path',
    ],
    ['is nested without end', '['.repeat(40_000), 'malformed'],
  ])('one that %s is refused, and nothing is sent', async (_, body, code) => {
    const answer = await send(body);
    expect(answer).toMatchObject({ status: 422, body: { outcome: 'refused' } });
    expect(answer.body['refusals']).toEqual(expect.arrayContaining([expect.objectContaining({ code })]));
    expect(world.dispatches()).toBe(0);
  });

  test('one that changes nothing is no success', async () => {
    const changes = [
      {
        kind: 'write',
        path: 'README.md',
        content: '# Shop\n\nA cart that can be added up. `npm test` runs its tests.\n',
      },
    ];
    expect(await send(named('same', { changes }))).toMatchObject({
      status: 422,
      body: { outcome: 'no_change' },
    });
  });
});

describe('requests that are not right', () => {
  test.each([
    ['no token', { token: null }, 401, 'unauthorized'],
    ['an unknown token', { token: 'ghost_nobody' }, 401, 'unauthorized'],
    [
      'a token that no header can hold',
      { token: null, headers: { authorization: 'Bearer a b' } },
      401,
      'unauthorized',
    ],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported_type'],
  ])('with %s', async (_, options, status, code) => {
    const answer = await send(named('never'), '', options);
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('www-authenticate')).toBe(
      status === 401 ? 'Bearer realm="ghost-runner"' : null,
    );
  });

  test('with a body that is too large, said or not', async () => {
    const body = 'x'.repeat(MAX_PATCH_TEXT_BYTES + 1);
    expect(await send(body)).toMatchObject({ status: 413, body: { code: 'too_large' } });
  });

  test('with a body that is not in UTF-8, whatever it says to be, and what is in it stays as it was sent', async () => {
    const text = JSON.stringify(named('café', { title: 'Crème' }));
    const latin = new Blob([Buffer.from(text, 'latin1')]);
    for (const type of ['application/json; charset=iso-8859-1', 'application/json', 'text/plain']) {
      const options = { headers: { 'content-type': type } };
      expect(await send(latin, '', options)).toMatchObject({
        status: 400,
        body: { code: 'malformed_request', detail: expect.stringContaining('encode it as UTF-8') },
      });
    }
    const reason = new Blob([Buffer.from('{"reason":"cass\u00e9"}', 'latin1')]);
    expect(await world.request('/api/patches/fits/cancel', { method: 'POST', body: reason })).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
    const marked = await send(new Blob([`\ufeff${text}`]), '?dryRun=true');
    expect(marked).toMatchObject({ status: 200 });
    expect(marked.body).not.toHaveProperty('notes');
  });

  test('with a token that was revoked or has expired', async () => {
    const expired = await world.token({ expiresAt: '2020-01-01T00:00:00.000Z' });
    expect((await send(named('never'), '', { token: expired })).status).toBe(401);
  });

  test('for a repository that the token is not for', async () => {
    expect(await send(named('never'), '?repository=acme/other')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  test('without a repository where the token is for several', async () => {
    const token = await world.token({ repositories: [REPOSITORY, 'acme/other'] });
    expect(await send(named('never'), '', { token })).toMatchObject({ status: 400 });
    expect(await send(named('elsewhere'), '?repository=ACME/Other', { token })).toMatchObject({
      status: 202,
      body: { repository: 'acme/other' },
    });
  });

  test('for asking for another attempt, which is a command', async () => {
    const before = world.dispatches();
    expect(await send({ ...named('again'), retry: true })).toMatchObject({
      status: 422,
      body: { refusals: [{ pointer: '/retry', message: expect.stringContaining('leave `retry` out') }] },
    });
    expect(await send({ ...named('again'), again: true })).toMatchObject({
      body: { refusals: [{ pointer: '/again', message: expect.stringContaining('Leave `again` out') }] },
    });
    expect(await send({ ...named('again'), retry: false })).toMatchObject({ status: 202 });
    expect(world.dispatches()).toBe(before + 1);
  });

  test('for saying for whom it is sent, which the token does', async () => {
    const before = world.dispatches();
    expect(await send({ ...named('for-ada'), for: ['ada'] })).toMatchObject({
      status: 422,
      body: { refusals: [{ pointer: '/for', message: expect.stringContaining('Leave `for` out') }] },
    });
    expect(await send({ ...named('for-ada'), draft: true, for: ['ada'] })).toMatchObject({
      status: 422,
      body: { refusals: [{ pointer: '/for', message: expect.stringContaining('Leave `for` out') }] },
    });
    expect(world.dispatches()).toBe(before);
  });

  test('for a repository where the App is not installed', async () => {
    await world.github.createRepository('acme/alone');
    const token = await world.token({ repositories: ['acme/alone'] });
    expect(await send(named('never'), '', { token })).toMatchObject({
      status: 404,
      body: { code: 'not_installed' },
    });
  });

  test('with a dryRun that is neither yes nor no', async () => {
    expect(await send(named('never'), '?dryRun=maybe')).toMatchObject({ status: 400 });
  });

  test.each(['?dry_run=true', '?dryrun=true', '?preview=true', '?dryRun=false&dryRun=true'])(
    'with a query that is not known, or says a thing twice: %s',
    async (query) => {
      const before = world.dispatches();
      expect(await send(named('never'), query)).toMatchObject({
        status: 400,
        body: { code: 'malformed_request', detail: expect.stringContaining('repository and dryRun') },
      });
      expect(world.dispatches()).toBe(before);
    },
  );

  test('for another repository, which the body names beside the patch', async () => {
    const before = world.dispatches();
    expect(await send({ ...named('never'), repository: 'acme/other' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(
      await send({ ...named('never'), repository: 'acme/other' }, `?repository=${REPOSITORY}`),
    ).toMatchObject({ status: 400, body: { detail: expect.stringContaining('another repository') } });
    expect(world.dispatches()).toBe(before);
    const own = await send({ ...named('dry'), repository: REPOSITORY.toUpperCase() }, '?dryRun=true');
    expect(own).toMatchObject({ status: 200, body: { repository: REPOSITORY } });
    expect(own.body).not.toHaveProperty('notes');
  });

  test('for another repository, in any form in which the body names one', async () => {
    const before = world.dispatches();
    for (const beside of [
      { repository: 'https://github.com/acme/other' },
      { repository: 'git@github.com:acme/other.git' },
      { repository: 'acme/other@main' },
      { repo: 'acme/other' },
      { owner: 'acme', repo: 'other' },
      { repository: { full_name: 'acme/other' } },
    ]) {
      expect(await send({ ...named('never'), ...beside })).toMatchObject({ status: 403 });
    }
    const { patch } = named('never', { repository: 'acme/other' });
    expect(await send({ id: 'never', patch })).toMatchObject({
      status: 422,
      body: { refusals: [{ message: expect.stringContaining(`was sent to ${REPOSITORY}`) }] },
    });
    expect(world.dispatches()).toBe(before);
    const own = await send(
      { ...named('dry'), repository: `https://github.com/${REPOSITORY}` },
      '?dryRun=true',
    );
    expect(own).toMatchObject({ status: 200, body: { repository: REPOSITORY } });
    expect(own.body).not.toHaveProperty('notes');
  });

  test('more often than the token allows', async () => {
    const token = await world.token({ perMinute: 100, perDay: 1 });
    expect((await send(MISFIT, '', { token })).status).toBe(422);
    const answer = await send(MISFIT, '', { token });
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('while the config takes no more patches, with the time or the names to wait for', async () => {
    const config = '.github/ghost-runner.yml';
    const before = await world.github.git(REPOSITORY, 'show', `main:${config}`);
    world.github.setRole(REPOSITORY, 'octocat', 'write');
    const person = world.github.person('octocat', REPOSITORY);
    const deadline = new Date(Date.now() + 60_000).toISOString();
    await writeRecord(world, 'taken', { deadline });
    for (const slot of [...senderSlots('ghost-runner[bot]', 1), ...openSlots(1)]) {
      await world.github.git(REPOSITORY, 'update-ref', slot, recordRef('taken'));
    }
    // A record without a control switch would be a pause.
    await world.github.git(REPOSITORY, 'update-ref', '-d', recordRef('taken'));
    await person.push('main', { [config]: `${before}\nlimits: {open-pull-requests: 1}\n` });
    expect(await send(named('never'))).toMatchObject({
      status: 409,
      body: { code: 'too_many_open', refusals: [{ data: { limit: 1, underWay: ['taken'] } }] },
    });
    await person.push('main', { [config]: `${before}\nlimits: {per-sender-per-hour: 1}\n` });
    const answer = await send(named('never'));
    expect(answer).toMatchObject({
      status: 429,
      body: { code: 'too_many', outcome: 'refused', refusals: [{ code: 'rate_limited' }] },
    });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3500);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(3601);
    expect(world.dispatches()).toBe(0);
    await person.push('main', { [config]: before });
  });

  test('for an id that belongs to another sender, here or on record', async () => {
    await send(named('mine'));
    const token = await world.token({ sender: 'another-gpt' });
    const answer = await send(named('mine', { title: 'Mine now' }), '', { token });
    expect(answer).toMatchObject({ status: 409, body: { code: 'id_taken', id: 'mine' } });
    await dispatched(1);
  });

  test('for an id of the canaries, by which the watch would tell what arrives', async () => {
    expect(await send(named('canary-2026-11-22'))).toMatchObject({ status: 409, body: { code: 'id_taken' } });
    expect(await send(named('Canary-2026-11-22-0815'))).toMatchObject({ status: 409 });
  });

  test('for taking the place of what belongs to another sender', async () => {
    await send(named('theirs'));
    const token = await world.token({ sender: 'a-third-gpt' });
    const answer = await send(named('instead', { supersedes: 'Theirs' }), '', { token });
    expect(answer).toMatchObject({ status: 409, body: { code: 'id_taken', id: 'theirs' } });
    expect(await send(named('instead', { supersedes: 'theirs' }))).toMatchObject({ status: 202 });
  });

  test('for taking the place of what nobody has sent yet, which may become that of another sender', async () => {
    const first = await send(named('too-early', { supersedes: 'Not yet' }));
    expect(first).toMatchObject({
      status: 422,
      body: { outcome: 'refused', refusals: [{ code: 'not_found', pointer: '/supersedes' }] },
    });
    expect(await send(named('itself', { supersedes: 'Itself' }))).toMatchObject({ status: 202 });
    const token = await world.token({ sender: 'who-comes-second' });
    expect(await send(named('not-yet'), '', { token })).toMatchObject({ status: 202 });
    expect(await send(named('too-early', { supersedes: 'not-yet' }))).toMatchObject({ status: 409 });
  });
});

describe('a patch that comes again', () => {
  beforeEach(() => setControl('running'));
  afterEach(async () => {
    for (const ref of ['refs/ghost/control', ...['done', 'tested', 'come'].map(recordRef)]) {
      await world.github.git(REPOSITORY, 'update-ref', '-d', ref);
    }
  });

  test.each(['done', 'tested'])(
    'while it is %s, behind a revision that is on its way, comes after that as the last word',
    async (id) => {
      const { digest } = (await send(named(id))).body;
      const record = id === 'done' ? opened(String(digest)) : underWay(String(digest));
      await writeRecord(world, id, record);
      expect((await send(named(id))).body).toMatchObject({ outcome: 'duplicate' });
      await send(named(id, { title: 'A slip' }));
      expect((await send(named(id), '?dryRun=true')).body).toMatchObject({ outcome: 'fits' });
      expect((await send(named(id))).body).toMatchObject({
        outcome: 'accepted',
        digest,
        hunks: [{ status: 'applied' }, { status: 'applied' }],
      });
      expect((await send(named(id))).body).toMatchObject({ outcome: 'duplicate' });
      await dispatched(3);
    },
  );

  test('comes as the last word behind a revision that GitHub may have taken, though it failed', async () => {
    const { digest } = (await send(named('done'))).body;
    await writeRecord(world, 'done', opened(String(digest)));
    const match = { route: '/dispatches' };
    world.github.faults.add({ match, times: 1, fault: { kind: 'drop_after' } });
    world.github.faults.add({
      match,
      fault: { kind: 'status', status: 403, body: { message: 'suspended' } },
    });
    await send(named('done', { title: 'A slip' }));
    await until(async () => (await world.request('/api/patches/done')).body['stage'] === 'failed');
    world.github.faults.clear();
    expect((await send(named('done'))).body).toMatchObject({ outcome: 'accepted', digest });
  });

  test('is a duplicate again where the revision has come, though to nothing', async () => {
    const { digest } = (await send(named('come'))).body;
    const slip = { title: 'A slip' };
    await send(named('come', slip));
    const noted = { title: 'A slip', run: { id: 8, attempt: 1, url: '' }, at: new Date().toISOString() };
    const { body } = await send(named('come', slip), '?dryRun=true');
    const outcome = { kind: 'no_change' } as const;
    await writeRecord(world, 'come', {
      ...opened(String(digest)),
      turnedAway: [{ ...noted, digest: String(body['digest']), outcome }],
    });
    expect((await send(named('come'))).body).toMatchObject({ outcome: 'duplicate' });
    await dispatched(2);
  });
});

describe('while Ghost Runner is stopped', () => {
  afterEach(() => world.github.git(REPOSITORY, 'update-ref', '-d', 'refs/ghost/control'));

  test('by a lock, patches are refused with 423', async () => {
    await setControl('locked');
    expect(await send(named('locked'))).toMatchObject({
      status: 423,
      body: { code: 'locked', outcome: 'halted' },
    });
    expect(world.dispatches()).toBe(0);
  });

  test('by a pause, patches are sent all the same, to be kept until it ends', async () => {
    await setControl('paused');
    expect(await send(named('paused'))).toMatchObject({ status: 202, body: { outcome: 'held' } });
    await dispatched(1);
  });

  test.each(['paused', 'locked'] as const)(
    'a dry run is made all the same and tells that everything is %s',
    async (state) => {
      await setControl(state);
      const stopped = { state, reason: 'a try' };
      const told = expect.stringContaining(`just now, for Ghost Runner is ${state}`);
      for (const [body, query] of [
        [named('tried'), '?dryRun=true'],
        [named('tried', { dryRun: true }), ''],
      ] as const) {
        expect(await send(body, query)).toMatchObject({
          status: 200,
          body: { outcome: 'fits', detail: told, stopped, changes: [{ path: 'src/cart.js' }, {}] },
        });
      }
      const misfit = named('tried', { changes: [{ kind: 'delete', path: 'no/such.js' }] });
      expect(await send(misfit, '?dryRun=true')).toMatchObject({
        status: 422,
        body: { outcome: 'refused', detail: told, stopped },
      });
      expect(world.dispatches()).toBe(0);
    },
  );

  test.each([
    ['can not be read', { changes: [{ kind: 'edit', path: 'a' }] }],
    ['holds a secret', { changes: [{ kind: 'write', path: 'docs/a.md', content: `${SECRET}\n` }] }],
    ['is for a branch that is not there', { base: { branch: 'nope' } }],
  ])('a dry run of what %s is told of no pause that would keep it', async (_, over) => {
    await setControl('paused');
    const { status, body } = await send(named('tried', over), '?dryRun=true');
    expect({ status, outcome: body['outcome'] }).toEqual({ status: 422, outcome: 'refused' });
    expect(body).not.toHaveProperty('stopped');
    expect(body['detail']).not.toContain('pause');
    expect((await send(named('tried', over))).status).toBe(422);
  });

  test('a dry run of a sender who is paused is made and tells that, and none of one who is locked', async () => {
    const sender = { kind: 'sender', login: 'shop-gpt' } as const;
    await setControl('paused', sender);
    const dry = await send(named('by-name'), '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { outcome: 'fits', stopped: { state: 'paused' } } });
    expect(dry.body['detail']).toContain('an operator has paused the patches of this sender');
    expect(await send(named('by-name'))).toMatchObject({ status: 423 });
    await setControl('locked', sender);
    expect(await send(named('by-name'), '?dryRun=true')).toMatchObject({ status: 423 });
  });
});

describe('while GitHub is in trouble', () => {
  test('nothing is kept of a patch that could not be tried, and it can be sent again', async () => {
    world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'drop' } });
    const answer = await send(named('outage'));
    expect(answer).toMatchObject({ status: 503, body: { code: 'github_unreachable' } });
    expect(answer.headers.get('retry-after')).toBe('15');
    expect((await world.request('/api/patches?limit=1')).body['patches']).not.toMatchObject([
      { id: 'outage' },
    ]);
    world.github.faults.clear();
    expect(await send(named('outage'))).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  });

  test('an answer without a token lets nobody ask as a stranger, whose limit would keep everybody waiting', async () => {
    await world.restart();
    world.github.faults.add({
      match: { route: 'access_tokens' },
      fault: { kind: 'spoil', answer: 'nothing' },
    });
    world.github.clearRequests();
    expect(await send(named('no-token'))).toMatchObject({
      status: 503,
      body: { code: 'github_unreachable' },
    });
    expect(world.github.requests.filter(({ login }) => login === null).map(({ route }) => route)).toEqual([]);
    world.github.faults.clear();
    expect(await send(named('no-token'))).toMatchObject({ status: 202 });
  });

  test.each([20, 120])(
    'a rate limit of %i seconds is passed on at once, and nobody knocks meanwhile',
    async (retryAfter) => {
      world.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'rate_limit', retryAfter } });
      const answer = await send(named('limited'));
      expect(answer.status).toBe(503);
      // The watch may have been told a moment before.
      const told = Number(answer.headers.get('retry-after'));
      expect(told).toBeGreaterThan(retryAfter - 5);
      expect(told).toBeLessThanOrEqual(retryAfter);
      world.github.faults.clear();
      world.github.clearRequests();
      expect((await send(named('limited-too'))).status).toBe(503);
      expect(world.github.requests.filter(({ route }) => route === 'GraphQL')).toEqual([]);
      // What GitHub asked is forgotten with the process.
      await world.restart();
    },
  );

  test('a patch that was accepted is handed on when GitHub is back', async () => {
    world.github.faults.add({ match: { route: '/dispatches' }, fault: { kind: 'status', status: 502 } });
    expect(await send(named('later'))).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    expect((await world.request('/api/patches/later')).body).toMatchObject({
      stage: 'queued',
      finished: false,
    });
    expect(await send(named('later'))).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
    world.github.faults.clear();
    await until(async () => (await world.request('/api/patches/later')).body['stage'] === 'sent');
    await dispatched(1);
  });

  test('a revision is sent after the one before it, however long GitHub takes to answer for that', async () => {
    world.github.faults.add({
      match: { route: '/dispatches' },
      times: 1,
      fault: { kind: 'latency', ms: 3_000 },
    });
    await send(named('slow'));
    await send(named('slow', { title: 'Another title' }));
    expect((await world.request('/api/patches/slow')).body).toMatchObject({
      title: 'Another title',
      stage: 'queued',
      detail: expect.stringContaining('The revision before it is being handed to GitHub'),
    });
    await until(async () => (await world.request('/api/patches/slow')).body['stage'] === 'sent');
    await dispatched(2);
    expect((await world.request('/api/patches?limit=2')).body['patches']).toMatchObject([
      { title: 'Another title', stage: 'sent' },
      { title: GOOD.patch.title, stage: 'sent' },
    ]);
  });

  test('a patch that GitHub will never take ends as failed, and may be sent again', async () => {
    world.github.faults.add({
      match: { route: '/dispatches' },
      fault: { kind: 'status', status: 403, body: { message: 'Resource not accessible by integration' } },
    });
    await send(named('forbidden'));
    expect((await world.request('/api/patches/forbidden')).body).toMatchObject({
      stage: 'failed',
      finished: true,
      detail: expect.stringContaining('not accessible by integration'),
    });
    world.github.faults.clear();
    expect(await send(named('forbidden'))).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  });

  test('a dispatch that was done and not answered is not an error', async () => {
    world.github.faults.add({ match: { route: '/dispatches' }, times: 1, fault: { kind: 'drop_after' } });
    expect((await send(named('unanswered'))).status).toBe(202);
    await until(async () => (await world.request('/api/patches/unanswered')).body['stage'] === 'sent');
  });
});

async function setControl(state: 'locked' | 'paused' | 'running', scope: Scope = { kind: 'repository' }) {
  const at = '2026-01-01T00:00:00.000Z';
  const entry = formatControl({
    version: 1,
    switches: state === 'running' ? [] : [{ state, scope, reason: 'a try', by: 'ada', at }],
    act: { verb: VERBS[state], surface: 'cli', by: 'ada', at },
  });
  const tree = (await world.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
  const commit = await world.github.git(
    REPOSITORY,
    '-c',
    'user.name=ada',
    '-c',
    'user.email=ada@example.com',
    'commit-tree',
    '-m',
    entry,
    tree,
  );
  await world.github.git(REPOSITORY, 'update-ref', 'refs/ghost/control', commit.trim());
}

const VERBS = { locked: 'lock', paused: 'pause', running: 'resume' } as const;

/** A record whose tests run. */
function underWay(digest: string): Parameters<typeof writeRecord>[2] {
  return { digest, state: 'applied', deadline: new Date(Date.now() + 3_600_000).toISOString() };
}

/** Waits for so many dispatches; the answer does not wait for a slow GitHub. */
async function dispatched(times: number): Promise<void> {
  await until(async () => world.dispatches() >= times);
  expect(world.dispatches()).toBe(times);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
