import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Act, formatControl } from '../../src/control/control.ts';
import { openStore } from '../../src/io/store/open.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { CONTROL_REF } from '../../src/record/record.ts';
import { opened, writeRecord } from './records.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let rita: string;
let ada: string;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, 'rita', 'write');
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
  rita = await world.token({ sender: 'rita-laptop', login: 'Rita' });
  ada = await world.token({ sender: 'ada', login: 'ada' });
});
afterAll(() => world.close());

function send(id: string, more: object = {}, token?: string) {
  const body = { id, patch: { ...GOOD.patch, ...more } };
  return world.request('/api/patches', { method: 'POST', body, ...(token === undefined ? {} : { token }) });
}

async function approve(id: string, token: string): Promise<string> {
  const { body } = await world.request(`/api/patches/${id}/approve`, {
    method: 'POST',
    token,
    body: { head: HEAD },
  });
  return String(body['detail']);
}

const HEAD = 'b'.repeat(40);

/** As the executor enters it where a comment holds a patch. */
async function logWritten(act: Pick<Act, 'by' | 'patch' | 'digest'>): Promise<void> {
  const at = new Date().toISOString();
  const message = formatControl({
    version: 1,
    switches: [],
    act: { verb: 'apply', surface: 'comment', at, ...act },
  });
  const tree = (await world.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
  const head = await world.github.git(REPOSITORY, 'for-each-ref', '--format=%(objectname)', CONTROL_REF);
  const parents = head.trim() === '' ? [] : ['-p', head.trim()];
  const author = ['-c', 'user.name=ghost', '-c', 'user.email=ghost@example.com'];
  const commit = await world.github.git(
    REPOSITORY,
    ...author,
    'commit-tree',
    ...parents,
    '-m',
    message,
    tree,
  );
  await world.github.git(REPOSITORY, 'update-ref', CONTROL_REF, commit.trim());
}

describe('a patch that was sent with a token that speaks for a person', () => {
  test('is not approved by them, though on GitHub another one sent it', async () => {
    const { status, body } = await send('of-rita', {}, rita);
    expect(status).toBe(202);
    await writeRecord(world, 'of-rita', { ...opened(String(body['digest'])), head: HEAD });
    expect(await approve('of-rita', rita)).toContain('nobody approves their own');
    expect(await approve('of-rita', ada)).not.toContain('nobody approves their own');
  });

  test('stands in the log before it is sent, and once for all that is sent again', async () => {
    await send('logged', {}, rita);
    await send('logged', {}, rita);
    const log = await world.github.git(REPOSITORY, 'log', '--format=%s', CONTROL_REF);
    expect(log.split('\n').filter((line) => line === 'apply logged by Rita')).toHaveLength(1);
  });

  test('is not kept where nobody would know any more whose it is', async () => {
    const head = (await world.github.git(REPOSITORY, 'rev-parse', CONTROL_REF)).trim();
    await world.github.git(REPOSITORY, 'update-ref', CONTROL_REF, 'main');
    const before = world.dispatches();
    expect(await send('unlogged', {}, rita)).toMatchObject({
      status: 503,
      body: { code: 'log_unwritable', detail: expect.stringContaining('resume') },
    });
    expect(world.dispatches()).toBe(before);
    await world.github.git(REPOSITORY, 'update-ref', CONTROL_REF, head);
  });
});

describe('a patch that a person wrote in a comment', () => {
  beforeAll(async () => {
    const digest = 'c'.repeat(64);
    await writeRecord(world, 'comment-7', opened(digest));
    await logWritten({ by: 'rita', patch: 'comment-7', digest });
  });

  test('is not gone on with by another sender', async () => {
    expect(await send('comment-7', { title: 'Mine now' })).toMatchObject({
      status: 409,
      body: { code: 'id_taken', detail: expect.stringContaining('rita') },
    });
    expect(await send('comment-7', { title: 'Still mine' }, rita)).toMatchObject({ status: 202 });
  });

  test('is not superseded by another sender', async () => {
    await writeRecord(world, 'comment-8', opened('d'.repeat(64)));
    expect(await send('instead-of-8', { supersedes: 'comment-8' })).toMatchObject({
      status: 409,
      body: { code: 'id_taken', id: 'comment-8' },
    });
  });
});

describe('a patch under whose id another sender has GitHub work on what comes to nothing', () => {
  const misfit = { digest: 'f'.repeat(64), sender: 'mallory', state: 'done' } as const;

  test('stays with who sent it, to be revised and to have its place taken', async () => {
    const { body } = await send('taken-by-dispatch');
    await writeRecord(world, 'taken-by-dispatch', opened(String(body['digest'])));
    await adopt('taken-by-dispatch');
    expect(await send('taken-by-dispatch', { title: 'A better one' })).toMatchObject({ status: 202 });
    expect(await send('instead-of-taken', { supersedes: 'taken-by-dispatch' })).toMatchObject({
      status: 202,
    });
    const mallory = await world.token({ sender: 'mallory' });
    expect(await send('taken-by-dispatch', { title: 'Mine' }, mallory)).toMatchObject({ status: 409 });
  });

  test('stays with who wrote it in a comment', async () => {
    const digest = '9'.repeat(64);
    await writeRecord(world, 'comment-9', opened(digest));
    await logWritten({ by: 'rita', patch: 'comment-9', digest });
    await continueRecord('comment-9');
    const mallory = await world.token({ sender: 'mallory' });
    expect(await send('comment-9', { title: 'Mine now' }, mallory)).toMatchObject({ status: 409 });
    expect(await send('instead-of-9', { supersedes: 'comment-9' }, mallory)).toMatchObject({ status: 409 });
    expect(await send('comment-9', { title: 'Still mine' }, rita)).toMatchObject({ status: 202 });
  });

  test('where the store was lost, belongs to whoever goes on with it first, or to whom its record names', async () => {
    const tokens = [await world.token({ sender: 'aaa' }), await world.token({ sender: 'bbb' })];
    const [aaa = '', bbb = ''] = tokens;
    const ours = { digest: 'e'.repeat(64), sender: 'ghost-runner[bot]', state: 'done' } as const;
    await writeRecord(world, 'lost', opened(ours.digest));
    await adopt('lost', ours);
    expect(await send('lost', { title: 'By aaa' }, aaa)).toMatchObject({ status: 202 });
    expect(await send('lost', { title: 'By bbb' }, bbb)).toMatchObject({ status: 409 });
    expect(await send('instead-of-lost', { supersedes: 'lost' }, aaa)).toMatchObject({ status: 202 });
    await writeRecord(world, 'named', { ...opened(ours.digest), sentFor: ['bbb'] });
    await adopt('named', ours);
    expect(await send('named', { title: 'By aaa' }, aaa)).toMatchObject({ status: 409 });
    expect(await send('named', { title: 'By bbb' }, bbb)).toMatchObject({ status: 202 });
    // Written by rita in a comment, whose run was started again by somebody with the name of a token.
    await writeRecord(world, 'written', { ...opened(ours.digest), sentFor: ['aaa', 'rita'] });
    await adopt('written', ours);
    expect(await send('written', { title: 'By aaa' }, aaa)).toMatchObject({ status: 409 });
    expect(await send('written', { title: 'By rita' }, rita)).toMatchObject({ status: 202 });
  });

  /** As the indexer takes it in. */
  async function adopt(
    id: string,
    of: Pick<typeof misfit, 'state'> & { readonly digest: string; readonly sender: string } = misfit,
  ): Promise<void> {
    const store = await openStore(world.settings.store);
    const at = new Date().toISOString();
    const record = { oid: 'a'.repeat(40), state: 'done', outcome: 'refused', at } as const;
    const { digest, sender } = of;
    expect(
      await store.board.adopt({
        repository: REPOSITORY,
        id,
        title: id,
        digest,
        sender,
        receivedAt: at,
        record,
      }),
    ).toBe(true);
    await store.close();
  }

  /** One step further, on top of what it said before. */
  async function continueRecord(id: string): Promise<void> {
    await writeRecord(world, id, { ...misfit, outcome: { kind: 'refused', refusals: [] }, after: true });
  }
});

test('a patch of which nobody knows whose it was is free, as after the loss of the store', async () => {
  await writeRecord(world, 'nobodys', opened('e'.repeat(64)));
  expect(await send('nobodys')).toMatchObject({ status: 202 });
});

describe('a sender whom an operator has stopped by name', () => {
  const control = (command: string) =>
    world.request('/api/control', { method: 'POST', token: ada, body: { command } });

  test.each([
    ['pause', 'shop-gpt', undefined],
    ['lock', 'SHOP-GPT', undefined],
    ['pause', 'rita', () => rita],
  ] as const)('is told so: %s from @%s', async (verb, whom, token) => {
    expect((await control(`${verb} too many at once from @${whom}`)).status).toBe(200);
    const before = world.dispatches();
    expect(await send(`stopped-${verb}-${whom.toLowerCase()}`, {}, token?.())).toMatchObject({
      status: 423,
      body: { code: 'locked', detail: expect.stringContaining('too many at once') },
    });
    expect(world.dispatches()).toBe(before);
    const other = await world.token({ sender: 'another-gpt' });
    expect(await send(`not-${verb}-${whom.toLowerCase()}`, {}, other)).toMatchObject({ status: 202 });
    const lift = verb === 'pause' ? `resume from @${whom}` : `unlock from @${whom} confirm`;
    expect((await control(lift)).status).toBe(200);
    expect(await send(`stopped-${verb}-${whom.toLowerCase()}`, {}, token?.())).toMatchObject({ status: 202 });
  });
});
