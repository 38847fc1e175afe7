import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import { handoverOf, openWorld, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterEach(() => servers.github.faults.clear());
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

const SCHEDULE = { event: 'schedule' };
const REFUSED = { kind: 'status', status: 403, body: { message: 'Not today' } } as const;

describe('a pull request that appears after its record gave it up', () => {
  test('is taken over by the next pass, with its draft flag and its record as if nothing had been', async () => {
    const world = await openWorld(servers);
    await giveUp(world, 'late');
    await world.watch(SCHEDULE);
    await expectOpened(world, 'late');
  });

  test('is taken over where the pass before died when it had claimed it again', async () => {
    const world = await openWorld(servers);
    await giveUp(world, 'late');
    const dying = refusing(world, 'updatePullRequest', Object.assign(new Error('died'), { unclear: true }));
    await world.watch(SCHEDULE, dying);
    expect((await world.record('late')).state).toBe('publishing');
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    await expectOpened(world, 'late');
  });

  test('and that GitHub lets nobody change is named, made a draft, and left at that', async () => {
    const world = await openWorld(servers);
    const number = await giveUp(world, 'stuck');
    servers.github.faults.add({ match: { method: 'PATCH', route: '/pulls/' }, fault: REFUSED });
    await world.watch(SCHEDULE);
    expect(await world.record('stuck')).toMatchObject({
      state: 'done',
      outcome: { kind: 'crashed' },
      pullRequest: { number },
    });
    expect((await world.snapshot()).pullRequests).toEqual([expect.objectContaining({ number, draft: true })]);
    await expectNothingToDo(world);
  });

  test('is left alone where a person opened it', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('own'), {
      within: refusing(world, 'openPullRequest', new Error('no')),
    });
    const number = await world.person('ada').openPullRequest({ head: 'ghost/own', title: 'For myself' });
    await expectNothingToDo(world);
    expect((await world.record('own')).outcome).toMatchObject({ kind: 'crashed' });
    expect((await world.snapshot()).pullRequests).toMatchObject([
      { number, title: 'For myself', draft: false },
    ]);
  });

  test('is left alone where it shows another commit', async () => {
    const world = await openWorld(servers);
    await giveUp(world, 'theirs');
    await world.person('ada').push('ghost/theirs', { 'b.txt': 'b\n' });
    await world.watch(SCHEDULE);
    expect((await world.record('theirs')).outcome).toMatchObject({ kind: 'crashed' });
  });

  test('is kept, named and a draft where the next attempt dies too, and is the one that a third moves on', async () => {
    const world = await openWorld(servers);
    const number = await giveUp(world, 'again');
    world.endRun(await world.apply('again'), 'failure');
    await world.watch(SCHEDULE);
    expect(await world.record('again')).toMatchObject({
      outcome: { kind: 'crashed', stage: 'test' },
      pullRequest: { number },
    });
    expect((await world.snapshot()).pullRequests).toEqual([
      expect.objectContaining({ number, state: 'open', draft: true }),
    ]);
    await world.open('again');
    expect((await world.record('again')).outcome).toMatchObject({ kind: 'updated', pullRequest: { number } });
    expect((await world.snapshot()).pullRequests).toEqual([
      expect.objectContaining({ number, state: 'open', draft: false }),
    ]);
  });

  test('is named and made a draft where a delivery that came to nothing has ended since', async () => {
    const world = await openWorld(servers);
    const number = await giveUp(world, 'late');
    const misfit = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
    world.endRun(await world.apply('late', {}, misfit), 'failure');
    await world.watch(SCHEDULE);
    expect(await world.record('late')).toMatchObject({
      outcome: { kind: 'refused' },
      pullRequest: { number },
    });
    expect((await world.snapshot()).pullRequests).toEqual([
      expect.objectContaining({
        number,
        draft: true,
        body: expect.stringContaining('The tests gave no verdict'),
      }),
    ]);
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    await expectNothingToDo(world);
  });

  test('is none that somebody has given another base since, and that keeps nothing from being said', async () => {
    const world = await openWorld(servers);
    await world.git('branch', 'release', 'main');
    await giveUp(world, 'given-up', 'release');
    const { head = '' } = await world.record('given-up');
    const waiting = { context: 'ghost-runner', state: 'pending', description: 'Its tests run' } as const;
    await world.context.forge.setStatus(head, waiting);
    await world.watch(SCHEDULE);
    expect((await world.statuses(head)).at(-1)).toMatch(/^error: Something broke/);
    await expectNothingToDo(world);
  });

  test('and that somebody merged before any pass saw it makes its patch merged', async () => {
    const world = await openWorld(servers);
    const number = await giveUp(world, 'late');
    await world.person('ada').merge(number);
    await world.watch({ event: 'pull_request', sha: (await world.record('late')).head ?? '' });
    expect(await world.record('late')).toMatchObject({
      pullRequest: { number },
      outcome: { kind: 'merged', pullRequest: { number }, by: 'ada' },
    });
    await expectNothingToDo(world);
  });

  test('and that somebody merged before its run was started again makes its patch merged too', async () => {
    const world = await openWorld(servers);
    const number = await giveUp(world, 'late');
    await world.person('ada').merge(number);
    await world.apply('late');
    expect(await world.record('late')).toMatchObject({
      pullRequest: { number },
      outcome: { kind: 'merged', pullRequest: { number } },
    });
    await world.watch(SCHEDULE);
    expect(world.messages()).toEqual([expect.stringContaining(`Merged: pull request #${number}`)]);
    await expectNothingToDo(world);
  });

  test('waits while everything is paused', async () => {
    const world = await openWorld(servers);
    await giveUp(world, 'waiting');
    await world.git('update-ref', '-d', 'refs/ghost/control');
    await world.watch(SCHEDULE);
    expect(await world.record('waiting')).toMatchObject({ state: 'done', outcome: { kind: 'crashed' } });
  });
});

describe('a pull request that looks ready though nobody has a verdict on it', () => {
  test('becomes a draft by the next pass', async () => {
    const world = await openWorld(servers);
    const number = await crashShown(world);
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toEqual([expect.objectContaining({ number, draft: true })]);
    expect((await world.record('shown')).outcome).toMatchObject({ kind: 'crashed' });
    await world.watch(SCHEDULE);
    await expectNothingToDo(world);
  });

  test('becomes one too where a lock came while the tests of a revision ran', async () => {
    const world = await openWorld(servers);
    await world.open('locked');
    const report = await world.apply('locked', {}, [
      { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' },
    ]);
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leak', by: 'ada', at }]);
    const dead = async () => Promise.reject(new Error('died'));
    const forge = { ...world.context.forge, updatePullRequest: dead, decoratePullRequest: dead };
    await world.publish(report, { within: { ...world.context, forge } });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false }]);
    expect(await world.record('locked')).toMatchObject({ outcome: { kind: 'halted' } });
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: true }]);
    await world.watch(SCHEDULE);
    await expectNothingToDo(world);
  });

  test('becomes one, and is known, where a lock came after the process died that had opened it', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('lost');
    const { repository, forge } = world.context;
    let writes = 0;
    const write: typeof repository.write = async (transaction) => {
      writes += 1;
      return writes === 2 ? Promise.reject(new Error('died')) : repository.write(transaction);
    };
    const dying = { ...world.context, repository: { ...repository, write } };
    await expect(world.publish(report, { within: dying })).rejects.toThrow('died');
    world.endRun(report, 'failure');
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leak', by: 'ada', at }]);
    const dead = async () => Promise.reject(new Error('died'));
    const mute = { ...forge, updatePullRequest: dead, decoratePullRequest: dead, setStatus: dead };
    await world.watch(SCHEDULE, { ...world.context, forge: mute });
    const record = await world.record('lost');
    expect(record).toMatchObject({ outcome: { kind: 'halted' }, pullRequest: { number: 1 } });
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    servers.pass(0.3);
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: true }]);
    expect((await world.statuses(record.head ?? '')).at(-1)).toMatch(/^error: Halted/);
    await expectNothingToDo(world);
    const shown = await world.context.conversation.pullRequest(1);
    await world.context.conversation.setDraft(shown?.nodeId ?? '', false);
    await world.person('ada').merge(1);
    await world.watch(SCHEDULE);
    expect((await world.record('lost')).outcome).toMatchObject({ kind: 'merged' });
  });

  test('stays ready where the lock came before its branch had moved', async () => {
    const world = await openWorld(servers);
    await world.open('kept');
    const at = servers.time.now.toISOString();
    const scope = { kind: 'repository' } as const;
    await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leak', by: 'ada', at }]);
    await world.apply('kept', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }]);
    expect(await world.record('kept')).toMatchObject({ outcome: { kind: 'halted' } });
    await expectNothingToDo(world);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false }]);
  });

  test('says so in its text where there are no drafts, and that is enough', async () => {
    const world = await openWorld(servers, { drafts: false });
    await crashShown(world);
    await world.watch(SCHEDULE);
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull?.body).toContain('The tests gave no verdict');
    expect((await world.record('shown')).warnings).toContainEqual(
      expect.stringContaining('This repository has no draft pull requests'),
    );
    await world.watch(SCHEDULE);
    await expectNothingToDo(world);
  });
});

describe('a pull request whose branch a person has put back to an earlier commit of ours', () => {
  const TWO = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' }];
  const THREE = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];

  test('is a draft that says whose tests failed, and is itself again with another attempt', async () => {
    const world = await openWorld(servers);
    const broken = await world.apply('back', { title: 'Broken' }, TWO);
    await world.publish(broken, { verdict: 'failed' });
    await world.open('back', { title: 'Good' }, THREE);
    const { head: good = '' } = await world.record('back');
    const { head } = handoverOf(broken);
    await world.putBranch('back', head);
    await world.watch(SCHEDULE);
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ draft: true, title: 'Broken' });
    expect(pull?.body).toContain(`Somebody put this branch back to ${head.slice(0, 7)}, whose tests failed`);
    expect(pull?.body).toContain(`put it back to ${good.slice(0, 7)} and write "/ghost retry back"`);
    expect(pull?.body).toContain('❌');
    expect(pull?.body).not.toContain('✅');
    await expectNothingToDo(world);
    await world.putBranch('back', good);
    const patch = { version: 1, title: 'Good', changes: THREE };
    await world.publish(await world.take({ id: 'back', patch, retry: true }));
    const [again] = (await world.snapshot()).pullRequests;
    expect(again).toMatchObject({ draft: false, title: 'Good', body: expect.stringContaining('✅') });
    await expectNothingToDo(world);
  });

  test('is a draft where that commit was overtaken before it had a verdict', async () => {
    const world = await openWorld(servers);
    const overtaken = await world.apply('back', { title: 'Overtaken' }, TWO);
    await world.open('back', { title: 'Good' }, THREE);
    const { head } = handoverOf(overtaken);
    await world.putBranch('back', head);
    servers.pass(1);
    await world.watch({ event: 'pull_request', sha: head });
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull).toMatchObject({ draft: true, body: expect.stringContaining('has no verdict of the tests') });
    expect(pull?.body).not.toContain('✅');
    await expectNothingToDo(world);
  });

  test('says so in its text where there are no drafts', async () => {
    const world = await openWorld(servers, { drafts: false });
    const broken = await world.apply('back', { title: 'Broken' }, TWO);
    await world.publish(broken, { verdict: 'failed' });
    await world.open('back', { title: 'Good' }, THREE);
    await world.putBranch('back', handoverOf(broken).head);
    await world.watch(SCHEDULE);
    const [pull] = (await world.snapshot()).pullRequests;
    expect(pull?.body).toContain('whose tests failed');
    expect(pull?.body).not.toContain('✅');
    await expectNothingToDo(world);
  });

  test('stays ready where the tests of that commit passed', async () => {
    const world = await openWorld(servers);
    await world.open('back', {}, TWO);
    const { head = '' } = await world.record('back');
    await world.open('back', {}, THREE);
    await world.putBranch('back', head);
    await expectNothingToDo(world);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ draft: false }]);
  });
});

describe('an update that GitHub refuses', () => {
  test('ends as crashed, with the pull request by its name and as a draft', async () => {
    const world = await openWorld(servers);
    const number = await world.open('again');
    const report = await world.apply('again', {}, [
      { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' },
    ]);
    servers.github.faults.add({ match: { method: 'PATCH', route: '/pulls/' }, fault: REFUSED });
    await world.publish(report);
    expect(await world.record('again')).toMatchObject({
      outcome: { kind: 'crashed', stage: 'publish' },
      pullRequest: { number },
    });
    expect((await world.snapshot()).pullRequests).toEqual([expect.objectContaining({ number, draft: true })]);
  });
});

/** GitHub says no, and does it a little later. Gives the number of what it did. */
async function giveUp(world: World, id: string, base = 'main'): Promise<number> {
  await world.publish(await world.apply(id), { within: refusing(world, 'openPullRequest', new Error('no')) });
  expect(await world.record(id)).toMatchObject({ state: 'done', outcome: { kind: 'crashed' } });
  const { number } = await world.context.forge.openPullRequest({
    title: 'Late',
    body: `<!-- ghost-runner: {"id":"${id}","digest":"d","attempt":1} -->`,
    head: `ghost/${id}`,
    base,
    draft: false,
  });
  return number;
}

function refusing(
  { context }: World,
  name: 'openPullRequest' | 'updatePullRequest',
  error: Error,
): WatchContext {
  return { ...context, forge: { ...context.forge, [name]: async () => Promise.reject(error) } };
}

/** As a process leaves it that died between the record and the flag. */
async function crashShown(world: World): Promise<number> {
  const number = await world.open('shown');
  await world.rewrite('shown', (record) => ({
    ...record,
    outcome: { kind: 'crashed', stage: 'test', reason: 'its runner was lost' },
  }));
  return number;
}

async function expectOpened(world: World, id: string): Promise<void> {
  const [pull, ...more] = (await world.snapshot()).pullRequests;
  expect(more).toEqual([]);
  expect(pull).toMatchObject({ draft: false, title: `Change ${id}` });
  expect(await world.record(id)).toMatchObject({
    state: 'done',
    outcome: { kind: 'opened', tests: { verdict: 'passed' } },
    pullRequest: { number: pull?.number },
  });
  await expectNothingToDo(world);
}

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  expect((await world.watch(SCHEDULE)).found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}
