import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordRef } from '../../../src/record/record.ts';
import { parseRecord } from '../../../src/record/text.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { branchRef } from '../../../src/stages/standing.ts';
import { watch } from '../../../src/stages/watch/watch.ts';
import { handoverOf, openWorld, type Servers, settleDown, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

const EVENT = { event: 'pull_request' };
const SCHEDULE = { event: 'schedule' };
const TWO = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' }];
const THREE = [{ kind: 'edit', path: 'src/a.txt', find: 'three', replace: 'THREE' }];
const FOUR = [{ kind: 'write', path: 'four.txt', content: 'four\n' }];
const NOWHERE = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
const PAUSE = {
  state: 'paused',
  scope: { kind: 'repository' },
  reason: 'release',
  by: 'ada',
  at: '2026-03-01T12:00:00.000Z',
} as const;
const APPROVED = { config: 'test:\n  command: npm test\napproval: required\n' };

describe('a delivery that comes to nothing', () => {
  test('is not merged by a pull request that was merged before it came, and works when it is sent again', async () => {
    const world = await openWorld(servers);
    const first = await world.open('one', {}, TWO);
    await world.person('ada').merge(first);
    await world.watch(EVENT);
    await deliverInVain(world);
    await world.watch(SCHEDULE);
    expect(await world.record('one')).toMatchObject({
      title: 'In vain',
      outcome: { kind: 'refused' },
      mergedBefore: first,
    });
    await settleDown(world);
    const second = await world.open('one', { title: 'In vain' }, THREE);
    expect(second).toBeGreaterThan(first);
    await world.person('ada').merge(second);
    await world.watch(EVENT);
    expect((await world.record('one')).outcome).toMatchObject({
      kind: 'merged',
      pullRequest: { number: second },
    });
  });

  test('is not merged by one that was merged after it came: that is about the patch which it shows', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    const { digest } = await world.record('one');
    await deliverInVain(world);
    await world.person('ada').merge(number);
    await world.watch(EVENT);
    expect(await world.record('one')).toMatchObject({
      title: 'The first',
      digest,
      outcome: { kind: 'merged', pullRequest: { number } },
    });
    await settleDown(world);
  });

  test('keeps nobody from approving what passed before it', async () => {
    const world = await openWorld(servers, APPROVED);
    const number = await world.open('one', { title: 'The first' }, TWO);
    await deliverInVain(world);
    const report = await approve(world, 'bea');
    expect(report).toMatchObject({ done: 'done' });
    expect(await world.record('one')).toMatchObject({
      title: 'The first',
      outcome: { kind: 'opened' },
      approval: { by: 'bea' },
    });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ number, state: 'open', draft: false }]);
    await world.watch(SCHEDULE);
    expect(world.messages()).toEqual([expect.stringMatching(/The first.*opened/)]);
    await settleDown(world);
  });

  test('says nothing of the commit that passed before it, whatever other checks say', async () => {
    const world = await openWorld(servers);
    await world.open('one', { title: 'The first' }, TWO);
    const { head = '' } = await world.record('one');
    const { forge } = world.context;
    await forge.setStatus(head, { context: 'lint', state: 'success', description: 'no errors' });
    await world.watch(SCHEDULE);
    const said = await world.statuses(head);
    await deliverInVain(world);
    await world.watch(SCHEDULE);
    await forge.setStatus(head, { context: 'lint', state: 'failure', description: 'two errors' });
    await world.watch(SCHEDULE);
    expect((await world.record('one')).ci).toMatchObject({ sha: head, state: 'failure' });
    const ours = (await world.statuses(head)).filter((status) => !status.endsWith('errors'));
    expect(ours).toEqual(said.filter((status) => !status.endsWith('errors')));
    await settleDown(world);
  });

  test('and is cancelled while it is held says nothing of that commit either', async () => {
    const world = await openWorld(servers);
    await world.open('one', { title: 'The first' }, TWO);
    const { head = '' } = await world.record('one');
    const said = await world.statuses(head);
    await world.logCommand({ verb: 'pause' }, [PAUSE]);
    const held = await world.apply('one', { title: 'Held' }, THREE);
    expect(held.view.record).toMatchObject({ state: 'held' });
    servers.github.setRole(world.repository, 'bea', 'write');
    await execute(world.context, { command: { verb: 'cancel', id: 'one' }, surface: 'form', actor: 'bea' });
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'canceled', by: 'bea' });
    await world.watch(SCHEDULE);
    expect(await world.statuses(head)).toEqual(said);
  });

  test('leaves what a person committed to as theirs, also where another one came before it', async () => {
    const world = await openWorld(servers);
    await world.open('one', { title: 'The first' }, TWO);
    const { head = '' } = await world.record('one');
    await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
    const branch = await world.git('rev-parse', 'ghost/one');
    for (const title of ['In vain', 'In vain too']) {
      const report = await world.apply('one', { title }, THREE);
      expect(report).toMatchObject({ outcome: { kind: 'conflict', reason: 'branch_edited' } });
      world.endRun(report, 'failure');
    }
    expect(await world.record('one')).toMatchObject({ head });
    expect(await world.git('rev-parse', 'ghost/one')).toBe(branch);
  });

  test('lets nobody approve what they had sent before it', async () => {
    const world = await openWorld(servers, APPROVED);
    await world.open('one', { title: 'The first' }, TWO);
    await world.take({ id: 'one', patch: { version: 1, title: 'In vain', changes: NOWHERE } }, 'bea');
    for (const login of ['ada', 'bea']) {
      expect(await approve(world, login)).toMatchObject({ done: 'refused' });
    }
    expect(await world.record('one')).toMatchObject({ title: 'In vain' });
  });
});

test('a revision with a commit of its own is not merged by the pull request of the one before it', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  await world.person('ada').merge(number);
  const { head } = await world.record('one');
  const second = await world.apply('one', { title: 'The second' }, THREE);
  expect(await world.git('log', '--format=%b', recordRef('one'))).toContain('"kind":"merged"');
  expect(await world.record('one')).toMatchObject({ mergedBefore: number });
  world.endRun(second, 'failure');
  await world.watch(EVENT);
  const record = await world.record('one');
  expect(record).toMatchObject({ title: 'The second', outcome: { kind: 'crashed' } });
  // As it would be where its branch moved just when the other one was merged, and nobody knew.
  await world.rewrite('one', ({ mergedBefore: _known, ...rest }) => ({
    ...rest,
    head: handoverOf(second).head,
  }));
  await world.watch(SCHEDULE);
  expect(await world.record('one')).toMatchObject({
    title: 'The second',
    outcome: { kind: 'crashed' },
    mergedBefore: number,
    warnings: [expect.stringContaining(`#${number} was merged as the revision before`)],
  });
  expect((await world.statuses(head ?? '')).at(-1)).toMatch(/^success/);
});

test('a revision that a person merged while it was tested is merged, and has no second pull request', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const second = await world.apply('one', { title: 'The second' }, THREE);
  await world.person('ada').merge(number);
  await world.publish(second);
  expect(await world.record('one')).toMatchObject({
    title: 'The second',
    outcome: { kind: 'merged', pullRequest: { number }, by: 'ada' },
  });
  expect((await world.snapshot()).pullRequests).toMatchObject([{ number, state: 'merged' }]);
  await settleDown(world);
});

test('a revision is not merged by the pull request of the one before it, where the next delivery comes before the watch', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const { repository } = world.context;
  let isMerged = false;
  const write: typeof repository.write = async (transaction) => {
    if (!isMerged) {
      isMerged = true;
      await world.person('ada').merge(number);
    }
    return await repository.write(transaction);
  };
  const racing = { ...world.context, repository: { ...repository, write } };
  const patch = { version: 1, title: 'The second', changes: THREE };
  world.endRun(await world.take({ id: 'one', patch }, 'ada', racing), 'cancelled');
  servers.github.setRole(world.repository, 'bea', 'write');
  await execute(world.context, { command: { verb: 'cancel', id: 'one' }, surface: 'form', actor: 'bea' });
  const third = await world.open('one', { title: 'The third' }, FOUR);
  expect(third).toBeGreaterThan(number);
  expect(await mergedTitles(world)).toEqual([]);
  expect(await world.record('one')).toMatchObject({ title: 'The third', mergedBefore: number });
  await settleDown(world);
});

test('a revision is not merged by an earlier commit that a person has put its branch back to', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const { head = '' } = await world.record('one');
  await world.open('one', { title: 'The second' }, THREE);
  await world.putBranch('one', head);
  await world.person('ada').merge(number);
  await deliverInVain(world, { kind: 'conflict', reason: 'branch_edited' });
  expect(await mergedTitles(world)).toEqual([]);
  expect(await world.record('one')).toMatchObject({ title: 'In vain', mergedBefore: number });
  await settleDown(world);
});

test('a revision is not merged by an earlier commit whose branch went with the merge, and is worked on when it comes again', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const { head = '' } = await world.record('one');
  await world.open('one', { title: 'The second' }, THREE);
  await world.putBranch('one', head);
  await world.person('ada').merge(number);
  await world.git('branch', '-D', 'ghost/one');
  expect(await world.open('one', { title: 'The third' }, FOUR)).toBeGreaterThan(number);
  expect(await mergedTitles(world)).toEqual([]);
  expect(await world.record('one')).toMatchObject({ title: 'The third', mergedBefore: number });
  await settleDown(world);
});

test('what a person committed on top is merged as the revision below it, where its branch went with the merge', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  await world.open('one', { title: 'The second' }, THREE);
  await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
  await world.person('ada').merge(number);
  await world.git('branch', '-D', 'ghost/one');
  expect(await world.open('one', { title: 'The third' }, FOUR)).toBeGreaterThan(number);
  expect(await mergedTitles(world)).toEqual(['The second']);
  await settleDown(world);
});

test.each(['a pass', 'the next delivery'] as const)(
  'a revision is not merged by what a person committed on top of an earlier commit, to which they had put its branch back: %s',
  async (seenBy) => {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    const { head = '' } = await world.record('one');
    await world.open('one', { title: 'The second' }, THREE);
    await world.putBranch('one', head);
    await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
    await world.person('ada').merge(number);
    await world.git('branch', '-D', 'ghost/one');
    if (seenBy === 'a pass') {
      await world.watch(EVENT);
      expect(await world.record('one')).toMatchObject({ title: 'The second', mergedBefore: number });
    }
    expect(await world.open('one', { title: 'The third' }, FOUR)).toBeGreaterThan(number);
    expect(await mergedTitles(world)).toEqual([]);
    expect(await world.record('one')).toMatchObject({ title: 'The third', mergedBefore: number });
    await settleDown(world);
  },
);

test('a merge that was said is not said once more when what was merged comes again, and another one after it', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  for (const act of ['close', 'reopen', 'merge'] as const) {
    await world.person('ada')[act](number);
    await world.watch(EVENT);
  }
  expect(await mergedTitles(world)).toEqual(['The first', 'The first']);
  await deliverInVain(world);
  const again = await world.apply('one', { title: 'The first' }, TWO);
  world.endRun(again, 'success');
  expect(again).toMatchObject({ kind: 'ended', outcome: { kind: 'refused' } });
  await deliverInVain(world);
  expect(await mergedTitles(world)).toEqual(['The first', 'The first']);
  expect(await world.record('one')).toMatchObject({ title: 'In vain', outcome: { kind: 'refused' } });
  await settleDown(world);
});

test('a merge of what had failed is not said once more by a pass, when something came after it', async () => {
  const world = await openWorld(servers);
  const report = await world.apply('one', { title: 'The first' }, TWO);
  await world.publish(report, { verdict: 'failed' });
  const number = (await world.record('one')).pullRequest?.number ?? 0;
  const { nodeId = '' } = (await world.context.conversation.pullRequest(number)) ?? {};
  await world.context.conversation.setDraft(nodeId, false);
  for (const act of ['close', 'reopen', 'merge'] as const) {
    await world.person('ada')[act](number);
    await world.watch(EVENT);
  }
  await deliverInVain(world);
  await world.watch(SCHEDULE);
  expect(await world.record('one')).toMatchObject({
    title: 'In vain',
    outcome: { kind: 'refused' },
    mergedBefore: number,
  });
  await settleDown(world);
});

test('a revision whose place an earlier commit took, which was merged, works when it is sent again after the branch is gone', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const { head = '' } = await world.record('one');
  await world.open('one', { title: 'The second' }, THREE);
  await world.putBranch('one', head);
  await world.person('ada').merge(number);
  await world.watch(EVENT);
  expect(await world.record('one')).toMatchObject({ title: 'The second', mergedBefore: number });
  await world.git('branch', '-D', 'ghost/one');
  expect(await world.open('one', { title: 'The second' }, THREE)).toBeGreaterThan(number);
  expect((await world.record('one')).outcome).toMatchObject({ kind: 'opened' });
  await settleDown(world);
});

test('an earlier commit that a person has put its branch back to is what was merged, though another one came to nothing before', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const { head = '' } = await world.record('one');
  await world.open('one', { title: 'The second' }, THREE);
  await deliverInVain(world);
  await world.putBranch('one', head);
  await world.person('ada').merge(number);
  await world.watch(EVENT);
  expect(await world.record('one')).toMatchObject({
    title: 'The first',
    outcome: { kind: 'merged', pullRequest: { number } },
  });
  await settleDown(world);
});

test.each([
  ['another one', THREE, 'applied'],
  ['another one that comes to nothing', NOWHERE, 'ended'],
])(
  'a revision that is merged while it is tested is merged, where %s comes before its run ends',
  async (_, changes, kind) => {
    const world = await openWorld(servers);
    const first = await world.open('one', { title: 'The first' }, TWO);
    const second = await world.apply('one', { title: 'The second' }, FOUR);
    await world.person('ada').merge(first);
    const third = await world.apply('one', { title: 'The third' }, changes);
    expect(third).toMatchObject({ kind });
    expect(await mergedTitles(world)).toEqual(['The second']);
    expect(await world.record('one')).toMatchObject({ title: 'The third', mergedBefore: first });
    await world.publish(second);
    if (third.kind === 'applied') {
      await world.publish(third);
      expect((await world.record('one')).pullRequest?.number).toBeGreaterThan(first);
    } else {
      world.endRun(third, 'failure');
    }
    await settleDown(world);
  },
);

test.each(['merged', 'merged with a commit on top', 'closed'] as const)(
  'the status of a revision that is %s while it is tested, and whose branch goes then, waits no more when its run is cancelled',
  async (how) => {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    const report = await world.apply('one', { title: 'The second' }, THREE);
    const ada = world.person('ada');
    if (how === 'merged with a commit on top') {
      await ada.push('ghost/one', { 'b.txt': 'b\n' });
    }
    await (how === 'closed' ? ada.close(number) : ada.merge(number));
    await world.git('branch', '-D', 'ghost/one');
    world.endRun(report, 'cancelled');
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    const { head } = handoverOf(report);
    const kind = how === 'closed' ? 'closed' : 'merged';
    expect(await world.record('one')).toMatchObject({ title: 'The second', head, outcome: { kind } });
    expect((await world.statuses(head)).at(-1)).not.toMatch(/^pending/);
    await settleDown(world);
  },
);

test('a revision that is merged while a pause holds what came of it is merged, and not worked on again after that', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const second = await world.apply('one', { title: 'The second' }, FOUR);
  await world.logCommand({ verb: 'pause' }, [PAUSE]);
  await world.publish(second);
  expect(await world.record('one')).toMatchObject({ state: 'held' });
  await world.person('ada').merge(number);
  await world.logCommand({ verb: 'resume' });
  world.endRun(await world.apply('one', { title: 'The second' }, FOUR), 'success');
  expect(await world.record('one')).toMatchObject({
    state: 'done',
    outcome: { kind: 'merged', pullRequest: { number } },
  });
  await settleDown(world);
});

describe('what is merged while a pause holds a revision of it', () => {
  test('is on record at once, and the revision stays held and goes on after the pause', async () => {
    const { world, number, held } = await mergeWhileHeld();
    await world.watch(EVENT);
    expect(await mergedTitles(world)).toEqual(['The first']);
    expect(await world.record('one')).toMatchObject({
      title: 'Held',
      state: 'held',
      attempt: held.attempt,
      receivedAt: held.receivedAt,
      mergedBefore: number,
    });
    expect((await world.statuses(held.head ?? '')).at(-1)).toMatch(/^success: Merged/);
    const shown = servers.slack.messages().map(({ content }) => JSON.stringify(content));
    expect(shown.find((one) => one.includes(`"${world.repository}"`))).toContain(`#${number} was merged`);
    const command = { verb: 'status', id: 'one' } as const;
    expect(await execute(world.context, { command, surface: 'form', actor: 'ada' })).toMatchObject({
      sentence: expect.stringContaining(
        `#${number} was merged without it; "/ghost revert one" takes that back`,
      ),
    });
    await settleDown(world);
    await world.logCommand({ verb: 'resume' });
    const second = await world.open('one', { title: 'Held' }, THREE);
    expect(second).toBeGreaterThan(number);
    expect(await world.record('one')).toMatchObject({ title: 'Held', outcome: { kind: 'opened' } });
    await settleDown(world);
  });

  test('is so though the process dies when it has said the one and not yet the other', async () => {
    const { world, held } = await mergeWhileHeld();
    const { repository } = world.context;
    let writes = 0;
    const write: typeof repository.write = async (transaction) => {
      const { refs } = transaction;
      writes += refs.length === 0 || refs.some(({ ref }) => ref === recordRef('one')) ? 1 : 0;
      if (writes > 1) throw new Error('the process died');
      return await repository.write(transaction);
    };
    const dying = { ...world.context, repository: { ...repository, write } };
    await expect(watch(dying, { now: servers.time.now, occasion: EVENT })).rejects.toThrow('process died');
    expect(await world.record('one')).toEqual(held);
    servers.pass(0.5);
    await world.watch(SCHEDULE);
    expect(await mergedTitles(world)).toEqual(['The first']);
    expect(await world.record('one')).toMatchObject({ title: 'Held', state: 'held' });
  });

  test('is that revision where it was tested before, or is the same patch again', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    const again = await world.open('two', { title: 'Again' }, FOUR);
    const second = await world.apply('one', { title: 'The second' }, THREE);
    await world.logCommand({ verb: 'pause' }, [PAUSE]);
    await world.publish(second);
    const patch = { version: 1, title: 'Again', changes: FOUR };
    await world.take({ id: 'two', patch, retry: true }, 'ada');
    for (const id of ['one', 'two']) {
      expect(await world.record(id)).toMatchObject({ state: 'held' });
    }
    await world.person('ada').merge(number);
    await world.person('ada').merge(again);
    await world.watch(EVENT);
    expect(await world.record('one')).toMatchObject({ title: 'The second', outcome: { kind: 'merged' } });
    expect(await world.record('two')).toMatchObject({ title: 'Again', outcome: { kind: 'merged' } });
    await settleDown(world);
  });

  test('keeps its record where it takes another one back, and the revision is told that it has no place there', async () => {
    const world = await openWorld(servers);
    const sha = await world.person('ada').merge(await world.open('forth', { title: 'Forth' }, TWO));
    await world.watch(EVENT);
    const revert = { title: 'Back', reverts: 'forth', base: { sha } };
    const change = { kind: 'edit', path: 'src/a.txt', find: 'TWO', replace: 'two' };
    const back = await world.open('revert-forth', revert, [change]);
    const { digest } = await world.record('revert-forth');
    await world.logCommand({ verb: 'revert', patch: 'forth', digest }, [PAUSE]);
    await world.apply('revert-forth', { title: 'Held' }, THREE);
    expect(await world.record('revert-forth')).toMatchObject({ title: 'Held', state: 'held' });
    await world.person('ada').merge(back);
    await world.watch(EVENT);
    await world.watch(SCHEDULE);
    expect(await world.record('revert-forth')).toMatchObject({
      title: 'Back',
      outcome: { kind: 'merged' },
      turnedAway: [{ title: 'Held', outcome: { kind: 'conflict', reason: 'took_back' } }],
    });
    expect((await world.record('forth')).outcome).toMatchObject({ kind: 'reverted' });
    await settleDown(world);
  });

  async function mergeWhileHeld() {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    await world.logCommand({ verb: 'pause' }, [PAUSE]);
    await world.apply('one', { title: 'Held' }, THREE);
    const held = await world.record('one');
    expect(held).toMatchObject({ title: 'Held', state: 'held' });
    await world.person('ada').merge(number);
    return { world, number, held };
  }
});

test.each(['before that', 'after that'])(
  'a revision that a pause holds, and that is canceled, takes nothing from what was merged %s',
  async (when) => {
    const world = await openWorld(servers);
    const number = await world.open('one', { title: 'The first' }, TWO);
    const { head = '' } = await world.record('one');
    const merge = async () => {
      await world.person('ada').merge(number);
      await world.watch(EVENT);
    };
    if (when === 'before that') await merge();
    await world.logCommand({ verb: 'pause' }, [PAUSE]);
    await world.apply('one', { title: 'Held' }, THREE);
    if (when === 'after that') await merge();
    servers.github.setRole(world.repository, 'bea', 'write');
    await execute(world.context, { command: { verb: 'cancel', id: 'one' }, surface: 'form', actor: 'bea' });
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'canceled', by: 'bea' });
    await settleDown(world);
    expect((await world.statuses(head)).at(-1)).toMatch(/^success: Merged/);
    expect(await world.git('rev-parse', 'ghost/one')).toBe(head);
  },
);

test('a revision that was closed while it was tested is what was merged, though another one came to nothing since', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  const second = await world.apply('one', { title: 'The second' }, THREE);
  const { head } = handoverOf(second);
  world.endRun(second, 'cancelled');
  const ada = world.person('ada');
  await ada.close(number);
  await world.rewrite('one', (record) => {
    const pullRequest = { number, url: record.pullRequest?.url ?? '' };
    return { ...record, state: 'done', head, outcome: { kind: 'closed', pullRequest, by: 'ada' } };
  });
  await ada.reopen(number);
  await deliverInVain(world);
  await ada.merge(number);
  await world.watch(EVENT);
  expect(await world.record('one')).toMatchObject({ title: 'The second', outcome: { kind: 'merged' } });
});

test('what a person committed to is what was merged, though another one came to nothing since', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
  world.endRun(await world.apply('one', { title: 'In vain' }, THREE), 'failure');
  await world.person('ada').merge(number);
  await world.watch(EVENT);
  expect(await world.record('one')).toMatchObject({ title: 'The first', outcome: { kind: 'merged' } });
});

test('a revision that was overtaken while it was tested, and is merged, is what was merged', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  world.endRun(await world.apply('one', { title: 'The second' }, THREE), 'failure');
  await world.logCommand({ verb: 'pause' }, [PAUSE]);
  await world.apply('one', { title: 'Held' }, NOWHERE);
  await world.person('ada').merge(number);
  await world.logCommand({ verb: 'resume' });
  world.endRun(await world.apply('one', { title: 'Held' }, NOWHERE), 'failure');
  await world.watch(EVENT);
  expect(await world.record('one')).toMatchObject({
    title: 'The second',
    outcome: { kind: 'merged', pullRequest: { number } },
  });
  await settleDown(world);
});

test('a revision whose process died before its pull request has one, though that of the one before it was merged', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  await world.person('ada').merge(number);
  await world.watch(EVENT);
  const second = await world.apply('one', { title: 'The second' }, THREE);
  const { head } = handoverOf(second);
  const tests = { verdict: 'passed', sha: head, command: 'npm test', exitCode: 0, seconds: 3 } as const;
  await world.rewrite('one', (record) => ({
    ...record,
    state: 'publishing',
    head,
    tests: { ...tests, failingLines: [], tail: 'ok', outputBytes: 2 },
  }));
  world.endRun(second, 'failure');
  await world.watch(SCHEDULE);
  const record = await world.record('one');
  expect(record).toMatchObject({ title: 'The second', outcome: { kind: 'opened' }, head });
  expect(record.pullRequest?.number).toBeGreaterThan(number);
});

test('a hundred deliveries that come to nothing hide from nobody what came of the commit before them', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', { title: 'The first' }, TWO);
  await world.person('ada').close(number);
  await world.watch(EVENT);
  for (let more = 0; more < 101; more += 1) {
    await world.rewrite('one', (record) => ({ ...record, title: `In vain ${more}` }));
  }
  await world.person('ada').reopen(number);
  await world.watch(EVENT);
  expect((await world.record('one')).outcome).toMatchObject({ kind: 'opened' });
}, 60_000);

test('whatever comes after another patch took the place of one is told which, and not that a person closed it', async () => {
  const world = await openWorld(servers);
  const number = await world.open('one', {}, TWO);
  servers.pass(0.1);
  await world.open('two', { supersedes: 'one' }, THREE);
  await world.watch(EVENT);
  for (const changes of [FOUR, TWO]) {
    world.endRun(await world.apply('one', { title: 'Another' }, changes), 'failure');
    const { outcome } = await world.record('one');
    expect(outcome).toMatchObject({ reason: 'pull_request_closed', supersededBy: 'two' });
  }
  expect((await world.snapshot()).pullRequests).toMatchObject([
    { number, state: 'closed' },
    { state: 'open' },
  ]);
});

describe('a pull request that another patch took the place of, and that a person opens again', () => {
  test('stays beside that one, is what it was before, and keeps its branch', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    servers.pass(0.1);
    await world.open('two', { supersedes: 'one' }, THREE);
    await world.watch(EVENT);
    expect((await world.record('one')).outcome).toMatchObject({ kind: 'superseded', by: 'two' });
    await world.person('ada').reopen(number);
    await world.watch(EVENT);
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'opened' }, keptBeside: 'two' });
    await settleDown(world);
    servers.pass(24 * 30);
    await world.watch(SCHEDULE);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  test.each(['that one', 'a person'])(
    'stays beside that one, though something was delivered while %s had it closed',
    async (by) => {
      const world = await openWorld(servers);
      const number = await world.open('one', {}, TWO);
      if (by === 'a person') {
        await world.person('ada').close(number);
        await world.watch(EVENT);
      }
      servers.pass(0.1);
      await world.open('two', { supersedes: 'one' }, THREE);
      await world.watch(EVENT);
      servers.pass(0.1);
      world.endRun(await world.apply('one', { title: 'Another' }, FOUR), 'failure');
      await world.person('ada').reopen(number);
      await settleDown(world);
      await settleDown(world);
      expect(await world.record('one')).toMatchObject({ outcome: { kind: 'opened' }, keptBeside: 'two' });
      expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    },
  );

  test('stays beside that one, though it is worked on once more before any pass has seen it', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    servers.pass(0.1);
    await world.open('two', { supersedes: 'one' }, THREE);
    await world.watch(EVENT);
    await world.person('ada').reopen(number);
    const patch = { version: 1, title: 'Change one', changes: TWO };
    await world.publish(await world.take({ id: 'one', patch, retry: true, again: true }));
    await settleDown(world);
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'updated' }, keptBeside: 'two' });
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  test.each([
    ['two others were there', true],
    ['another one came to its pull request since', false],
  ])('stays beside all that may have closed it, where %s', async (_, isThere) => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    servers.pass(0.1);
    await world.person('ada').merge(await world.open('two', { supersedes: 'one' }, THREE));
    servers.pass(0.1);
    const third = await world.apply('three', { supersedes: 'one' }, FOUR);
    if (isThere) {
      await world.publish(third);
    }
    await settleDown(world);
    await world.person('ada').reopen(number);
    await settleDown(world);
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'opened' } });
    if (!isThere) {
      // Whoever opened it again could not know of this one.
      await world.publish(third);
      await settleDown(world);
      expect(await world.record('one')).toMatchObject({ outcome: { kind: 'superseded', by: 'three' } });
      await world.person('ada').reopen(number);
      await settleDown(world);
    }
    const { outcome, keptBeside = [] } = await world.record('one');
    expect(outcome).toMatchObject({ kind: 'opened' });
    expect([keptBeside].flat().toSorted()).toEqual(['three', 'two']);
    expect((await world.snapshot()).pullRequests).toMatchObject([
      { state: 'open' },
      { state: 'merged' },
      { state: 'open' },
    ]);
  });

  test('keeps its branch also where nobody heard of that for as long as branches are kept', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    servers.pass(0.1);
    const newer = await world.open('two', { supersedes: 'one' }, THREE);
    await world.watch(EVENT);
    await world.person('ada').merge(newer);
    await world.watch(EVENT);
    servers.pass(24 * 30);
    await world.person('ada').reopen(number);
    await world.watch(SCHEDULE);
    await world.watch(SCHEDULE);
    expect(await world.git('for-each-ref', '--format=%(refname)', branchRef('one'))).toBe(branchRef('one'));
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'opened' }, keptBeside: 'two' });
  });

  test('keeps its branch where it is opened at the moment in which that would be removed', async () => {
    const world = await openWorld(servers);
    const number = await world.open('one', {}, TWO);
    await world.person('ada').close(number);
    await world.watch(EVENT);
    servers.pass(24 * 30);
    const { repository } = world.context;
    let reopened = false;
    const read: typeof repository.read = async (query) => {
      if (!reopened && query.fileAt?.ref === recordRef('one')) {
        reopened = true;
        await world.person('ada').reopen(number);
      }
      return await repository.read(query);
    };
    await world.watch(SCHEDULE, { ...world.context, repository: { ...repository, read } });
    expect(reopened).toBe(true);
    expect(await world.git('for-each-ref', '--format=%(refname)', branchRef('one'))).toBe(branchRef('one'));
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open' }]);
    await world.watch(SCHEDULE);
    expect(await world.record('one')).toMatchObject({ outcome: { kind: 'opened' } });
  });
});

test('a commit that a person pushed while the tests ran stays theirs when the run is cancelled', async () => {
  const world = await openWorld(servers);
  const applied = await world.apply('one', {}, TWO);
  const { head } = handoverOf(applied);
  const theirs = await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
  world.endRun(applied, 'cancelled');
  await world.watch(SCHEDULE);
  expect(await world.record('one')).toMatchObject({ outcome: { kind: 'canceled' }, head });
  expect((await world.statuses(head)).at(-1)).not.toMatch(/^pending/);
  expect(await world.statuses(theirs)).toEqual([]);
  const next = await world.apply('one', { title: 'Next' }, THREE);
  expect(next.view.record.outcome).toMatchObject({ kind: 'conflict', reason: 'branch_edited' });
  servers.pass(24 * 30);
  await world.watch(SCHEDULE);
  expect(await world.git('rev-parse', branchRef('one'))).toBe(theirs);
});

test.each(['passed', 'failed'] as const)(
  'a commit of a person on what %s is a draft, for nobody has approved it',
  async (verdict) => {
    const world = await openWorld(servers, APPROVED);
    const applied = await world.apply('one', {}, TWO);
    await world.publish(applied, { verdict });
    await world.person('ada').push('ghost/one', { 'b.txt': 'b\n' });
    const [shown] = (await world.snapshot()).pullRequests;
    const facts = await world.context.conversation.pullRequest(shown?.number ?? 0);
    await world.context.conversation.setDraft(facts?.nodeId ?? '', false);
    await world.watch(EVENT);
    expect((await world.snapshot()).pullRequests).toMatchObject([{ state: 'open', draft: true }]);
  },
);

test('without drafts, a label says what waits, and a delivery that came to nothing changes nothing of that', async () => {
  const world = await openWorld(servers, { ...APPROVED, drafts: false });
  await world.open('one', {}, TWO);
  await deliverInVain(world);
  // Learns anew that there are no drafts; the message says that next.
  await world.watch(SCHEDULE);
  await settleDown(world);
});

/** Of the revisions that the history of the record calls merged. */
async function mergedTitles({ git }: World): Promise<readonly string[]> {
  const steps = (await git('log', '--format=%B%x00', recordRef('one'))).split('\0');
  const records = steps.map((step) => parseRecord(step.trim()));
  return records.flatMap((read) =>
    read.ok && read.record.outcome?.kind === 'merged' ? [read.record.title] : [],
  );
}

async function deliverInVain(world: World, outcome: object = { kind: 'refused' }): Promise<void> {
  const report = await world.apply('one', { title: 'In vain' }, NOWHERE);
  world.endRun(report, 'success');
  expect(report.view.record.outcome).toMatchObject(outcome);
}

async function approve({ context, repository }: World, actor: string) {
  servers.github.setRole(repository, actor, 'write');
  return execute(context, {
    command: { verb: 'approve', id: 'one' },
    surface: 'form',
    actor,
  });
}
