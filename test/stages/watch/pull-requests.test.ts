import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CONTROL_REF, recordRef } from '../../../src/record/record.ts';
import { formatRecord, parseRecord } from '../../../src/record/text.ts';
import type { ListedRef } from '../../../src/stages/control/ports.ts';
import { MOST_LOOKS } from '../../../src/stages/watch/look-closely.ts';
import { seedCommands } from './seed.ts';
import { handoverOf, openWorld, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

describe('a pull request', () => {
  test('that a person merged makes its patch merged, with the commit and the name', async () => {
    const world = await openWorld(servers);
    const number = await world.open('good');
    const sha = await world.person('ada').merge(number);
    await world.watch();
    const record = await world.record('good');
    expect(record.outcome).toMatchObject({ kind: 'merged', pullRequest: { number }, sha, by: 'ada' });
    expect(world.messages()).toEqual([expect.stringContaining(`Merged: pull request #${number}`)]);
    expect((await world.statuses(record.head ?? '')).at(-1)).toContain('success: Merged');
    await expectNothingToDo(world);
  });

  test('that a person closed makes it closed, and opened again what it was before', async () => {
    const world = await openWorld(servers);
    const number = await world.open('maybe');
    const before = (await world.record('maybe')).outcome;
    await world.person('ada').close(number);
    await world.watch();
    expect((await world.record('maybe')).outcome).toMatchObject({ kind: 'closed', pullRequest: { number } });
    await world.person('ada').reopen(number);
    await world.watch({ event: 'pull_request' });
    expect((await world.record('maybe')).outcome).toEqual(before);
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    await expectNothingToDo(world);
  });

  test('that is opened again has no pass of the revision before the one that it shows', async () => {
    const world = await openWorld(servers);
    const number = await world.open('twice');
    world.endRun(await world.apply('twice', {}, OTHER), 'cancelled');
    await world.watch();
    expect((await world.record('twice')).outcome).toMatchObject({ kind: 'canceled' });
    await world.person('ada').close(number);
    await world.watch();
    await world.person('ada').reopen(number);
    await world.watch({ event: 'pull_request' });
    const { outcome, head = '' } = await world.record('twice');
    expect(outcome).toMatchObject({ kind: 'canceled' });
    expect((await world.statuses(head)).filter((status) => status.startsWith('success'))).toEqual([]);
    await expectNothingToDo(world);
  });

  test('that is opened again has no pass of a revision before the one that was tested when it was closed', async () => {
    const world = await openWorld(servers);
    const number = await world.open('tested');
    const { head } = handoverOf(await world.apply('tested', {}, OTHER));
    const pullRequest = { number, url: '' };
    // As "reject" leaves it that had looked right before the branch moved.
    await world.person('ada').close(number);
    await world.rewrite('tested', (record) => ({
      ...record,
      head,
      state: 'done',
      outcome: { kind: 'closed', pullRequest },
    }));
    await world.person('ada').reopen(number);
    await world.watch({ event: 'pull_request' });
    expect((await world.record('tested')).outcome).toMatchObject({ kind: 'crashed', stage: 'test' });
    expect((await world.statuses(head)).filter((status) => status.startsWith('success'))).toEqual([]);
    await world.watch();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: true }]);
  });

  test('that was merged says nothing of what a later attempt had made of its branch', async () => {
    const world = await openWorld(servers);
    await world.person('ada').merge(await world.open('early'));
    const report = await world.apply('early', {}, [
      { kind: 'edit', path: 'src/a.txt', find: 'one', replace: 'ONE' },
    ]);
    world.endRun(report, 'cancelled');
    await world.watch();
    await world.watch();
    // What was merged is in its history; what came later is not merged.
    expect((await world.record('early')).outcome).toMatchObject({ kind: 'canceled' });
    expect(await world.git('log', '--format=%b', recordRef('early'))).toContain('"kind":"merged"');
    const statuses = await world.statuses(handoverOf(report).head);
    expect(statuses.at(-1)).toContain('Canceled');
    expect(statuses.filter((status) => status.startsWith('success'))).toEqual([]);
    await expectNothingToDo(world);
  });

  test('that a record names and that is not from its branch settles nothing', async () => {
    const world = await openWorld(servers);
    await world.open('honest');
    await world.person('ada').push('feature', { 'b.txt': 'b\n' });
    const other = await world.person('ada').openPullRequest({ head: 'feature', title: 'Mine' });
    await world.person('ada').merge(other);
    await world.rewrite('honest', (record) => ({
      ...record,
      pullRequest: { number: other, url: 'https://example.com' },
    }));
    await world.watch();
    expect((await world.record('honest')).outcome).toMatchObject({ kind: 'opened' });
  });

  const OTHER = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'zwei' }];
  const BACK = [{ kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' }];

  test('of a patch that only says that it is a revert makes nothing reverted', async () => {
    const world = await openWorld(servers);
    const forth = await world.open('forth');
    await world.person('ada').merge(forth);
    await world.watch();
    const other = [{ kind: 'edit', path: 'src/a.txt', find: 'one', replace: 'ONE' }];
    await world.person('ada').merge(await world.open('sly', { reverts: 'forth' }, other));
    await world.logCommand({ verb: 'revert', patch: 'forth', digest: 'a'.repeat(64) });
    await world.logCommand({ verb: 'apply', patch: 'sly', digest: (await world.record('sly')).digest });
    await world.watch();
    expect((await world.record('sly')).outcome).toMatchObject({ kind: 'merged' });
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'merged' });
    await expectNothingToDo(world);
  });

  test('of a revert makes the original reverted, though five hundred commands came between', async () => {
    const world = await openWorld(servers);
    await world.person('ada').merge(await world.open('forth'));
    await world.watch();
    const back = await world.open('back', { reverts: 'forth' }, BACK);
    await world.logCommand({ verb: 'revert', patch: 'forth', digest: (await world.record('back')).digest });
    await seedCommands(world, 500);
    await world.person('ada').merge(back);
    await world.watch();
    await world.watch();
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'reverted' });
    await expectNothingToDo(world);
  });

  test('of a patch that only says that it is a revert has nobody read the whole log for ever', async () => {
    const world = await openWorld(servers);
    await world.person('ada').merge(await world.open('forth'));
    await world.watch();
    await seedCommands(world, 500);
    const other = [{ kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'ZWEI' }];
    const number = await world.open('sly', { reverts: 'forth' }, other);
    expect(await readAtMost(world)).toBe(500);
    await world.person('ada').merge(number);
    await world.watch();
    expect(await readAtMost(world)).toBe(5000);
    servers.pass(6);
    expect(await readAtMost(world)).toBe(500);
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'merged' });
  });

  /** The most entries of the log that a pass asked for. */
  async function readAtMost(world: World): Promise<number> {
    const limits: number[] = [];
    const { ledger } = world.context;
    const history: typeof ledger.history = async (ref, limit) => {
      limits.push(...(ref === CONTROL_REF ? [limit] : []));
      return await ledger.history(ref, limit);
    };
    await world.watch(undefined, { ...world.context, ledger: { ...ledger, history } });
    return Math.max(...limits);
  }

  test('of a revert that was asked for and merged makes the original reverted', async () => {
    const world = await openWorld(servers);
    const forth = await world.open('forth');
    await world.person('ada').merge(forth);
    await world.watch();
    const back = await world.open('back', { reverts: 'forth' }, BACK);
    await world.logCommand({ verb: 'revert', patch: 'forth', digest: (await world.record('back')).digest });
    await world.person('ada').merge(back);
    await world.watch();
    expect((await world.record('back')).outcome).toMatchObject({ kind: 'merged' });
    expect((await world.record('forth')).outcome).toMatchObject({
      kind: 'reverted',
      pullRequest: { number: forth },
      revert: { number: back },
    });
    await expectNothingToDo(world);
  });
});

test('what is merged under an id that was taken back once is not taken back by that', async () => {
  const world = await openWorld(servers);
  await world.person('ada').merge(await world.open('forth'));
  await world.watch();
  const back = [{ kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' }];
  const number = await world.open('back', { reverts: 'forth' }, back);
  await world.logCommand({ verb: 'revert', patch: 'forth', digest: (await world.record('back')).digest });
  await world.person('ada').merge(number);
  await world.watch();
  servers.pass(1);
  const again = await world.open('forth', { title: 'Once more' });
  await world.person('ada').merge(again);
  await world.watch();
  await world.watch();
  expect((await world.record('forth')).outcome).toMatchObject({
    kind: 'merged',
    pullRequest: { number: again },
  });
  await expectNothingToDo(world);
});

test('what was merged and taken back before any pass saw it is on the record of the patch that was merged', async () => {
  const world = await openWorld(servers);
  const forth = await world.open('forth', { title: 'The first' });
  const misfit = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
  world.endRun(await world.apply('forth', { title: 'In vain' }, misfit), 'failure');
  await world.person('ada').merge(forth);
  servers.pass(0.1);
  const back = [{ kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' }];
  const number = await world.open('back', { reverts: 'forth' }, back);
  await world.logCommand({ verb: 'revert', patch: 'forth', digest: (await world.record('back')).digest });
  await world.person('ada').merge(number);
  await world.watch();
  await world.watch();
  expect(await world.record('forth')).toMatchObject({
    title: 'The first',
    outcome: { kind: 'reverted', pullRequest: { number: forth }, revert: { number } },
  });
  await expectNothingToDo(world);
});

test('the merge of a revert takes back only the merge that it was sent for, though another one comes after it', async () => {
  const world = await openWorld(servers);
  const sha = await world.person('ada').merge(await world.open('forth'));
  await world.watch();
  const later = await world.open('forth', {}, [{ kind: 'write', path: 'c.txt', content: 'c\n' }]);
  servers.pass(0.1);
  const back = await world.open('back', { reverts: 'forth', base: { sha } }, [
    { kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' },
  ]);
  await world.logCommand({ verb: 'revert', patch: 'forth', digest: (await world.record('back')).digest });
  await world.person('ada').merge(later);
  await world.person('ada').merge(back);
  await world.watch();
  await world.watch();
  expect((await world.record('back')).outcome).toMatchObject({ kind: 'merged' });
  expect((await world.record('forth')).outcome).toMatchObject({
    kind: 'merged',
    pullRequest: { number: later },
  });
  await expectNothingToDo(world);
});

describe('a revert that is taken back itself', () => {
  const TWO = [{ kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' }];

  test('makes the first patch merged again, everywhere, and the same is said once', async () => {
    const world = await openWorld(servers);
    const forth = await world.open('forth');
    const sha = await world.person('ada').merge(forth);
    await world.watch();
    await revert(world, { id: 'back', reverts: 'forth' }, TWO);
    await world.watch();
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'reverted' });
    await revert(world, { id: 'back-again', reverts: 'back' });
    await world.watch();
    expect((await world.record('back')).outcome).toMatchObject({ kind: 'reverted' });
    const { outcome, head = '' } = await world.record('forth');
    expect(outcome).toMatchObject({ kind: 'merged', pullRequest: { number: forth }, sha, by: 'ada' });
    expect(world.messages()[0]).toContain(`Merged: pull request #${forth}`);
    expect((await world.statuses(head)).at(-1)).toContain('success: Merged');
    await expectNothingToDo(world);
  });

  test('makes nothing of what another pull request took back', async () => {
    const world = await openWorld(servers);
    await world.person('ada').merge(await world.open('forth'));
    await world.watch();
    const made = [{ kind: 'write', path: 'c.txt', content: 'c\n' }];
    const sly = await world.open('sly', { reverts: 'forth' }, made);
    await revert(world, { id: 'back', reverts: 'forth' }, TWO);
    await world.watch();
    await world.person('ada').merge(sly);
    await revert(world, { id: 'against-sly', reverts: 'sly' }, [{ kind: 'delete', path: 'c.txt' }]);
    await world.watch();
    expect((await world.record('sly')).outcome).toMatchObject({ kind: 'reverted' });
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'reverted' });
    await expectNothingToDo(world);
  });

  /** Has it asked for, opened and merged. */
  async function revert(
    world: World,
    { id, reverts }: { readonly id: string; readonly reverts: string },
    changes?: readonly object[],
  ): Promise<void> {
    servers.pass(0.1);
    const number = await world.open(id, { reverts }, changes);
    const { digest } = await world.record(id);
    await world.logCommand({ verb: 'revert', patch: reverts, digest });
    await world.person('ada').merge(number);
  }
});

describe('a patch that supersedes another', () => {
  const REPLACE = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];
  const MISFIT = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];

  test('closes its pull request with a link once it has its own', async () => {
    const world = await openWorld(servers);
    const older = await world.open('older');
    servers.pass(0.1);
    const report = await world.apply('newer', { supersedes: 'older' }, REPLACE);
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    await world.publish(report);
    const newer = (await world.record('newer')).pullRequest?.number;
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({
      kind: 'superseded',
      by: 'newer',
      pullRequest: { number: older },
    });
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ number: older, state: 'closed' });
    expect(pull?.comments.map(({ body }) => body)).toEqual([expect.stringContaining(`see #${newer}`)]);
    await expectNothingToDo(world);
  });

  test('leaves one alone that was merged before', async () => {
    const world = await openWorld(servers);
    const older = await world.open('older');
    servers.pass(0.1);
    await world.person('ada').merge(older);
    await world.open('newer', { supersedes: 'older' }, REPLACE);
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'merged' });
  });

  test('that a person closed before anybody looked closes nothing', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    servers.pass(0.1);
    await world.person('ada').close(await world.open('newer', { supersedes: 'older' }, REPLACE));
    await world.watch();
    expect((await world.record('newer')).outcome).toMatchObject({ kind: 'closed' });
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    await expectNothingToDo(world);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'closed' }]);
  });

  test('closes its pull request though it was merged before that could be done', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    servers.pass(0.1);
    await world.person('ada').merge(await world.open('newer', { supersedes: 'older' }, REPLACE));
    servers.github.faults.add({
      match: { method: 'PATCH', route: '/pulls/{pull_number}' },
      times: 1,
      fault: { kind: 'status', status: 403, body: { message: 'Not today' } },
    });
    await world.watch();
    servers.github.faults.clear();
    expect((await world.record('newer')).outcome).toMatchObject({ kind: 'merged' });
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'superseded', by: 'newer' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'closed' }, { state: 'merged' }]);
    await world.watch();
    await expectNothingToDo(world);
  });

  test('leaves one open that a person had closed and opened again', async () => {
    const world = await openWorld(servers);
    const older = await world.open('older');
    servers.pass(0.1);
    await world.person('ada').close(older);
    await world.watch();
    await world.person('ada').merge(await world.open('newer', { supersedes: 'older' }, REPLACE));
    await world.watch();
    await world.person('ada').reopen(older);
    await world.watch({ event: 'pull_request' });
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    await expectNothingToDo(world);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'merged' }]);
  });

  test('does not close one that came after it, so that two that name each other do not both go', async () => {
    const world = await openWorld(servers);
    await world.open('older', { supersedes: 'newer' });
    servers.pass(0.1);
    await world.open('newer', { supersedes: 'older' }, REPLACE);
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'superseded' });
    await expectNothingToDo(world);
    expect((await world.record('newer')).outcome).toMatchObject({ kind: 'opened' });
  });

  test('does not close that of another sender', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    servers.pass(0.1);
    const patch = { version: 1, changes: REPLACE, supersedes: 'older' };
    await world.publish(await world.take({ id: 'newer', patch }, 'mallory'));
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    await expectNothingToDo(world);
  });

  test('does not close that of another one for whom the same account has sent it', async () => {
    const world = await openWorld(servers);
    const of = (id: string, name: string, changes: readonly object[], more: object = {}) =>
      world.take({ id, patch: { version: 1, changes, ...more }, for: [name] }, 'ghost[bot]');
    await world.publish(await of('older', 'shop-gpt', [{ ...REPLACE[0], find: 'one', replace: 'ONE' }]));
    servers.pass(0.1);
    await world.publish(await of('ritas', 'rita', REPLACE, { supersedes: 'older' }));
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'opened' });
    servers.pass(0.1);
    const TWO = [{ ...REPLACE[0], find: 'two', replace: '2' }];
    await world.publish(await of('newer', 'shop-gpt', TWO, { supersedes: 'older' }));
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'superseded', by: 'newer' });
  });

  test('does not close that of another sender, under whose id its own sender had sent what came to nothing', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    world.endRun(
      await world.take({ id: 'older', patch: { version: 1, changes: MISFIT } }, 'mallory'),
      'failure',
    );
    expect(await world.record('older')).toMatchObject({ sender: 'mallory', outcome: { kind: 'refused' } });
    servers.pass(0.1);
    const patch = { version: 1, changes: REPLACE, supersedes: 'older' };
    await world.publish(await world.take({ id: 'newer', patch }, 'mallory'));
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'refused' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    await expectNothingToDo(world);
  });

  test('closes that of its own sender, though another one has sent what came to nothing under its id', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    world.endRun(
      await world.take({ id: 'older', patch: { version: 1, changes: MISFIT } }, 'mallory'),
      'failure',
    );
    servers.pass(0.1);
    await world.open('newer', { supersedes: 'older' }, REPLACE);
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'superseded', by: 'newer' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
    await expectNothingToDo(world);
  });

  test('closes nothing where an old record does not say who sent what its pull request shows', async () => {
    const world = await openWorld(servers);
    await world.open('older');
    world.endRun(await world.apply('older', {}, MISFIT), 'failure');
    await world.rewrite('older', ({ proof, ...record }) => {
      expect(proof).toMatchObject({ sender: 'ada' });
      return proof === undefined
        ? record
        : { ...record, proof: { sha: proof.sha, tests: proof.tests, digest: proof.digest } };
    });
    servers.pass(0.1);
    await world.open('newer', { supersedes: 'older' }, REPLACE);
    await world.watch();
    expect((await world.record('older')).outcome).toMatchObject({ kind: 'refused' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  test('does not close its own', async () => {
    const world = await openWorld(servers);
    await world.open('itself', { supersedes: 'itself' });
    await expectNothingToDo(world);
  });
});

describe('an approval', () => {
  const CONFIG = 'approval: required\ntest:\n  command: npm test\n';

  test('is stale after a new commit: the pull request is a draft again, and asks for another', async () => {
    const world = await openWorld(servers, { config: CONFIG });
    await approve(world, await world.open('approved'));
    await world.watch();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false, labels: [] }]);
    await world.person('ada').push('ghost/approved', { 'src/b.txt': 'b\n' });
    await world.watch();
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ draft: true, labels: ['ghost:needs-approval'] });
    expect(pull?.comments).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('that is stale where GitHub knows no drafts is said once, by the label and a comment', async () => {
    const world = await openWorld(servers, { config: CONFIG, drafts: false });
    await approve(world, await world.open('approved'));
    await world.person('ada').push('ghost/approved', { 'src/b.txt': 'b\n' });
    await world.watch();
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ draft: false, labels: ['ghost:needs-approval'] });
    expect(pull?.comments).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('says nothing of a revision whose tests still run', async () => {
    const world = await openWorld(servers, { config: CONFIG });
    await approve(world, await world.open('approved'));
    // The process died right after it had moved the branch.
    servers.github.faults.add({
      match: { graphql: 'Decorate' },
      fault: { kind: 'status', status: 403, body: { message: 'Not today' } },
    });
    await world.apply('approved', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'one', replace: 'ONE' }]);
    servers.github.faults.clear();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false }]);
    await world.watch();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: true }]);
    expect(await world.record('approved')).toMatchObject({ state: 'applied' });
    await expectNothingToDo(world);
  });

  test('says nothing of a revision that a pause holds after its tests', async () => {
    const world = await openWorld(servers, { config: CONFIG });
    await approve(world, await world.open('approved'));
    servers.github.faults.add({
      match: { graphql: 'Decorate' },
      fault: { kind: 'status', status: 403, body: { message: 'Not today' } },
    });
    const report = await world.apply('approved', {}, [
      { kind: 'edit', path: 'src/a.txt', find: 'one', replace: 'ONE' },
    ]);
    servers.github.faults.clear();
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'pause' }, [{ state: 'paused', scope, reason: 'leak', by: 'ada', at }]);
    await world.publish(report);
    expect(await world.record('approved')).toMatchObject({ state: 'held' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false }]);
    await world.watch();
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: true }]);
    await world.watch();
    await expectNothingToDo(world);
  });

  test('is stale after a new commit while a later revision is held, too', async () => {
    const world = await openWorld(servers, { config: CONFIG });
    await approve(world, await world.open('approved'));
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'pause' }, [{ state: 'paused', scope, reason: 'leak', by: 'ada', at }]);
    await world.apply('approved', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'one', replace: 'ONE' }]);
    expect(await world.record('approved')).toMatchObject({ state: 'held' });
    await world.person('ada').push('ghost/approved', { 'src/b.txt': 'b\n' });
    await world.watch();
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ draft: true, labels: ['ghost:needs-approval'] });
    await expectNothingToDo(world);
  });

  async function approve(world: World, number: number): Promise<void> {
    const { head = '', digest } = await world.record('approved');
    const { conversation } = world.context;
    await world.rewrite('approved', (record) => ({
      ...record,
      approval: { required: true, by: 'ada', at: record.startedAt, digest, sha: head },
    }));
    const facts = await conversation.pullRequest(number);
    await conversation.setDraft(facts?.nodeId ?? '', false);
    await conversation.removeLabel(number, 'ghost:needs-approval');
  }
});

test('where strangers have opened more than are listed, all of ours are looked up in turn', async () => {
  const world = await openWorld(servers);
  await world.open('one');
  const looked = new Set<number>();
  const { ledger, conversation } = world.context;
  const crowded = {
    ...world.context,
    ledger: {
      ...ledger,
      each: (prefix: string, take: (listed: ListedRef) => void) =>
        ledger.each(prefix, (listed) => copiesOf(listed, MOST_LOOKS + 1).forEach(take)),
    },
    conversation: {
      ...conversation,
      openPullRequests: async () => [],
      pullRequest: async (number: number) => {
        looked.add(number);
        return await conversation.pullRequest(1);
      },
    },
  };
  await world.watch({ event: 'schedule' }, crowded);
  expect(looked.size).toBe(MOST_LOOKS);
  servers.pass(0.25);
  await world.watch({ event: 'schedule' }, crowded);
  expect(looked.size).toBe(MOST_LOOKS + 1);
});

/** As many records, each with a pull request of its own. */
function copiesOf(listed: ListedRef, many: number): readonly ListedRef[] {
  const parsed = parseRecord(listed.message);
  if (!parsed.ok) throw new Error(parsed.problem);
  return Array.from({ length: many }, (_, index) => {
    const id = `copy-${index}`;
    const record = { ...parsed.record, id, pullRequest: { number: 100 + index, url: '' } };
    return { ...listed, ref: recordRef(id), message: formatRecord(record, { headline: '', detail: '' }) };
  });
}

describe('checks of others', () => {
  test('that end after the pull request was opened are mirrored, and only when they change', async () => {
    const world = await openWorld(servers);
    await world.open('checked');
    const { head = '' } = await world.record('checked');
    const { forge } = world.context;
    await forge.setStatus(head, { context: 'lint', state: 'pending', description: 'running' });
    await world.watch();
    expect((await world.record('checked')).ci).toMatchObject({ sha: head, state: 'pending' });
    await expectNothingToDo(world);
    await forge.setStatus(head, { context: 'lint', state: 'failure', description: 'two errors' });
    await world.watch();
    expect((await world.record('checked')).ci).toMatchObject({
      state: 'failure',
      checks: [{ name: 'lint', state: 'failure' }],
    });
    expect(JSON.stringify(servers.slack.messages())).toContain('failed: lint');
    expect((await world.statuses(head)).at(-1)).toContain('Other checks: failed: lint');
    await expectNothingToDo(world);
  });

  test('of a settled pull request are not looked at any more, but for the one that has just ended', async () => {
    const world = await openWorld(servers);
    await world.open('old');
    const { head = '' } = await world.record('old');
    servers.pass(30);
    await world.context.forge.setStatus(head, { context: 'lint', state: 'success', description: 'fine' });
    await expectNothingToDo(world);
    await world.watch({ event: 'workflow_run', sha: head });
    expect((await world.record('old')).ci).toMatchObject({ state: 'success' });
  });
});

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  const report = await world.watch();
  expect(report.found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
