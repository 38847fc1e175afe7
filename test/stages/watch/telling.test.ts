import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SlackRef } from '../../../src/record/record.ts';
import { formatSlackMessage } from '../../../src/report/slack.ts';
import { formatSummary } from '../../../src/report/summary.ts';
import type { PatchView } from '../../../src/report/view.ts';
import { type ApplyReport, apply } from '../../../src/stages/apply.ts';
import type { Chat } from '../../../src/stages/ports.ts';
import { publish } from '../../../src/stages/publish.ts';
import { isLeftAlone, messageSince } from '../../../src/stages/watch/careful-chat.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import { patchRecord } from '../../report/views.ts';
import { seedRecords } from './seed.ts';
import { handoverOf, openWorld, type Servers, startServers, type World } from './world.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => {
  expect(servers.github.validation.failures).toEqual([]);
  await servers.close();
});

function chatOf({ context: { chat } }: World): Chat {
  if (chat === null) {
    throw new Error('this world has a Slack');
  }
  return chat;
}

const REFUSED = { kind: 'status', status: 403, body: { message: 'Not today' } } as const;

describe('a message', () => {
  test('that Slack did not take while it was down is posted when it is back, and the warning goes', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 2 });
    await world.open('down');
    expect(world.messages()).toEqual([]);
    expect((await world.record('down')).warnings).toEqual([expect.stringContaining('Slack was not told')]);
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'down', done: 'settled' }]);
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    expect(await world.record('down')).toMatchObject({ slack: { ts: expect.any(String) }, warnings: [] });
    await expectNothingToDo(world);
  });

  test('that was posted by a process that never heard so is found, and not doubled', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'drop', when: 'after', method: 'chat.postMessage' });
    await world.open('unheard');
    expect((await world.record('unheard')).slack).toBeUndefined();
    expect(world.messages()).toEqual([expect.stringContaining('under way')]);
    await world.watch();
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    await expectNothingToDo(world);
  });

  test('that was posted before a revision is found half an hour later, though one look at Slack failed', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'drop', when: 'after', method: 'chat.postMessage' });
    await world.apply('revised');
    expect(world.messages()).toEqual([expect.stringContaining('under way')]);
    servers.pass(0.5);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
    await world.open('revised', { title: 'Change it more' }, [
      { kind: 'create', path: 'two.txt', content: 'two\n' },
    ]);
    await world.watch();
    expect(world.messages()).toEqual([expect.stringContaining('Tests passed')]);
    await expectNothingToDo(world);
  });

  test.each([
    ['2026-03-31T11:30:00.000Z', '2026-03-31T11:20:00.000Z'],
    // A channel with much else in it can't be looked through for a month.
    ['2026-03-01T12:00:00.000Z', '2026-03-30T11:50:00.000Z'],
  ])('of a patch that came first at %s is looked for from %s on', (untoldSince, since) => {
    const record = patchRecord({ receivedAt: '2026-03-31T12:00:00.000Z', untoldSince });
    expect(messageSince(record).toISOString()).toBe(since);
  });

  test('is not posted where nobody can look whether it is there, and the record says what to do', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'drop', when: 'after', method: 'chat.postMessage' });
    await world.open('blind');
    const blind = { ...world.context, history: null };
    await world.watch(undefined, blind);
    expect(world.messages()).toHaveLength(1);
    const { warnings } = await world.record('blind');
    expect(warnings.filter(isLeftAlone)).toEqual([expect.stringContaining('channels:history')]);
    const before = await world.everything();
    expect((await world.watch(undefined, blind)).found).toEqual([]);
    expect(await world.everything()).toEqual(before);
  });

  test('that shows less than the record is brought up to date', async () => {
    const world = await openWorld(servers);
    await world.open('late');
    await world.rewrite('late', (record) => ({
      ...record,
      slack: { channel: 'C0GHOST001', ts: record.slack?.ts ?? '', shown: '0' },
    }));
    const { found } = await world.watch();
    expect(found).toMatchObject([{ name: 'late', sentence: expect.stringContaining('message') }]);
    await expectNothingToDo(world);
  });

  test('that a person deleted is not posted anew', async () => {
    const world = await openWorld(servers);
    await world.open('deleted');
    await world.rewrite('deleted', (record) => ({ ...record, slack: { channel: 'C0GHOST001', ts: '1.1' } }));
    const { found } = await world.watch();
    expect(found).toMatchObject([{ done: 'settled', sentence: expect.stringContaining('was deleted') }]);
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });
});

describe('a message that an overtaken run writes late', () => {
  test.each(['before', 'after'])('is put right where that run ends %s the one that counts', async (order) => {
    const world = await openWorld(servers);
    const chat = chatOf(world);
    const overtaken = await world.apply('late-word');
    const counts = await world.apply('late-word', { title: 'Change it more' });
    const writeLate = async (ref: SlackRef) => {
      await chat.update(ref, formatSlackMessage(overtaken.view));
      if (order === 'before') {
        await world.publish(overtaken);
      }
    };
    let updates = 0;
    const update: Chat['update'] = async (ref, message) => {
      await chat.update(ref, message);
      updates += 1;
      if (updates === 1) {
        await writeLate(ref);
      }
    };
    await world.publish(counts, { within: { ...world.context, chat: { ...chat, update } } });
    if (order === 'after') {
      await world.publish(overtaken);
    }
    expect(world.messages()).toEqual([expect.stringContaining('Change it more: Tests passed')]);
    await expectNothingToDo(world);
  });
});

describe('a run whose place a revision took', () => {
  test.each([
    ['that is told apart', 'passed', false],
    ['that is told apart', 'merged', false],
    ['that has found its message', 'passed', true],
    ['that has found its message', 'merged', true],
  ] as const)('speaks under its own title, and not in the message of one %s: %s', async (_, how, isFound) => {
    const world = await openWorld(servers);
    const first = await world.apply('turn', { title: 'The first' });
    const ada = world.person('ada');
    if (how === 'merged') {
      await ada.merge(await ada.openPullRequest({ head: 'ghost/turn', title: 'By ada' }));
    }
    const blind: WatchContext = { ...world.context, history: null };
    const patch = {
      version: 1,
      title: 'The second',
      changes: [{ kind: 'write', path: 'b.txt', content: 'b' }],
    };
    const second = await world.take({ id: 'turn', patch }, 'ada', isFound ? world.context : blind);
    const view = await publishAndSee(world, first, isFound ? world.context : blind);
    expect(formatSummary(view)).toContain('**The first**');
    expect(formatSummary(view)).not.toContain('The second');
    const said = how === 'merged' ? 'Merged: pull request #1' : 'Overtaken by a newer revision';
    expect(world.messages()).toEqual([
      ...(isFound ? [] : [expect.stringContaining(`The first: ${said}`)]),
      expect.stringContaining('The second: The patch fits; its tests are under way'),
    ]);
    await world.publish(second);
    expect(world.messages().at(-1)).toContain('The second: Tests passed');
  });
});

test('a message that says the same again, late, is put right where something else became of the patch meanwhile', async () => {
  const world = await openWorld(servers);
  const chat = chatOf(world);
  const patch = { version: 1, title: 'The same', changes: [{ kind: 'delete', path: 'no.txt' }] };
  await world.take({ id: 'again', patch });
  const update: Chat['update'] = async (ref, message) => {
    await world.take({ id: 'again', patch: { ...patch, title: 'Another' } });
    await chat.update(ref, message);
  };
  await world.take({ id: 'again', patch }, 'ada', { ...world.context, chat: { ...chat, update } });
  expect((await world.record('again')).title).toBe('Another');
  expect(world.messages()).toEqual([expect.stringContaining('Another: Refused')]);
});

describe('a message that is about to be posted', () => {
  test('by a process that still runs is left to it, and posted where that one has ended', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
    const report = await world.apply('refused', {}, [{ kind: 'delete', path: 'not-there.txt' }]);
    expect((await world.record('refused')).outcome).toMatchObject({ kind: 'refused' });
    await expectNothingToDo(world);
    world.endRun(report, 'success');
    await world.watch();
    expect(world.messages()).toHaveLength(1);
    await expectNothingToDo(world);
  });

  test('is not looked for by who posts it, though its record is moved meanwhile', async () => {
    const world = await openWorld(servers);
    const chat = chatOf(world);
    const post: Chat['post'] = async (...given) => {
      await world.rewrite('moved', (record) => ({ ...record, alsoSentBy: ['ben'] }));
      return await chat.post(...given);
    };
    const blind = { ...world.context, chat: { ...chat, post }, history: null };
    await world.take(
      {
        id: 'moved',
        patch: { version: 1, title: 'Too late', changes: [{ kind: 'delete', path: 'no.txt' }] },
      },
      'ada',
      blind,
    );
    expect(world.messages()).toHaveLength(1);
    expect(await world.record('moved')).toMatchObject({
      slack: { ts: expect.any(String) },
      alsoSentBy: ['ben'],
    });
    await expectNothingToDo(world);
  });
});

describe('an event', () => {
  const EVENT = { event: 'workflow_run' };

  test('looks closely only at what has just moved, and a schedule at the others', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 2 });
    await world.open('missed');
    servers.pass(1);
    servers.github.clearRequests();
    expect((await world.watch(EVENT)).found).toEqual([]);
    expect(servers.github.requests.length).toBeLessThanOrEqual(3);
    expect((await world.watch({ event: 'schedule' })).found).toMatchObject([{ name: 'missed' }]);
    expect(world.messages()).toHaveLength(1);
  });
});

describe('a commit status', () => {
  test('that waits for an attempt that is over is ended, though the next one came to no commit', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('waits');
    await lock(world);
    await world.publish(report, { within: mute(world) });
    const { head = '' } = await world.record('waits');
    servers.github.faults.add({ match: { method: 'POST', route: '/statuses/' }, fault: REFUSED });
    await world.apply('waits');
    servers.github.faults.clear();
    servers.pass(0.3);
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    await world.watch({ event: 'schedule' });
    expect((await world.statuses(head)).at(-1)).toMatch(/^error: Halted/);
    await expectNothingToDo(world);
  });

  test('that a process left waiting when it died is ended by the next attempt, though no pass came before it', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('died');
    await lock(world);
    // It goes no further than this, and hears of nothing more.
    const dies = new Promise<never>(() => {});
    const ended = new Promise((resolve) => {
      const forge = {
        ...world.context.forge,
        setStatus: async () => {
          resolve(null);
          return await dies;
        },
      };
      void world.publish(report, { within: { ...world.context, forge } });
    });
    await ended;
    const { head = '' } = await world.record('died');
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    await world.logCommand({ verb: 'unlock' });
    await world.open('died');
    expect((await world.statuses(head)).at(-1)).toBe('error: A later attempt took its place.');
    expect((await world.statuses((await world.record('died')).head ?? '')).at(-1)).toMatch(/^success/);
  });

  test.each([
    ['ended', 'success'],
    ['died', 'error'],
  ])(
    'of a revision that was merged while it was tested says that, though another one came before its run %s',
    async (how, state) => {
      const world = await openWorld(servers);
      const number = await world.open('one');
      const second = await world.apply('one', {}, [
        { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' },
      ]);
      await world.person('ada').merge(number);
      const third = await world.apply('one', {}, [{ kind: 'write', path: 'new.txt', content: 'new\n' }]);
      if (how === 'died') {
        world.endRun(second, 'failure');
      } else {
        await world.publish(second);
      }
      await world.publish(third);
      servers.pass(0.3);
      await world.watch({ event: 'schedule' });
      expect((await world.statuses(handoverOf(second).head)).at(-1)).toMatch(
        new RegExp(`^${state}: Merged: pull request #1`),
      );
      await expectNothingToDo(world);
    },
  );

  test('that GitHub did not take is ended by the attempt that takes the place of its commit', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('unsaid'), { within: mute(world) });
    const { head = '', outcome } = await world.record('unsaid');
    expect(outcome).toMatchObject({ kind: 'opened' });
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    await world.open('unsaid', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }]);
    expect((await world.statuses(head)).at(-1)).toBe('error: A later attempt took its place.');
  });

  test('of a commit that was taken away is ended, though GitHub took none when it was, and none after it', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('gone');
    const { head } = handoverOf(report);
    await lock(world);
    world.endRun(report, 'failure');
    await world.watch({ event: 'schedule' }, mute(world));
    servers.github.faults.add({ match: { method: 'POST', route: '/statuses/' }, fault: REFUSED });
    world.endRun(await world.apply('gone'), 'failure');
    servers.github.faults.clear();
    expect(await world.record('gone')).toMatchObject({ outcome: { kind: 'halted' }, replaced: [head] });
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    servers.pass(0.3);
    await world.watch({ event: 'schedule' });
    expect((await world.statuses(head)).at(-1)).toBe('error: A later attempt took its place.');
    await expectNothingToDo(world);
  });

  test('of an attempt that was overtaken is ended, though the run of a newer one has ended its own', async () => {
    const world = await openWorld(servers);
    const revise = async (word: string) =>
      await world.apply('thrice', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: word }]);
    const { head: first } = handoverOf(await revise('TWO'));
    const { head: second } = handoverOf(await revise('Two'));
    const report = await revise('tWo');
    world.endRun(report, 'failure');
    // As a fourth one leaves it that came to nothing, and died before it had told anybody.
    await world.rewrite('thrice', ({ plan: _plan, ...record }) => ({
      ...record,
      state: 'done',
      outcome: { kind: 'halted', state: 'locked', reason: 'leak' },
      head: handoverOf(report).head,
      replaced: [first, second],
    }));
    const status = { context: 'ghost-runner', description: 'Overtaken by a newer revision' } as const;
    for (const overtaken of [second, handoverOf(report).head]) {
      await world.context.forge.setStatus(overtaken, { ...status, state: 'failure' });
    }
    servers.pass(0.3);
    await world.watch({ event: 'schedule' });
    expect((await world.statuses(first)).at(-1)).toBe('error: A later attempt took its place.');
    await expectNothingToDo(world);
  });

  test('that GitHub did not take is ended by a revision, though a delivery came to nothing in between', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('later'), { within: mute(world) });
    const { head = '' } = await world.record('later');
    const misfit = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
    world.endRun(await world.apply('later', {}, misfit), 'failure');
    await world.open('later', {}, [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }]);
    expect((await world.statuses(head)).at(-1)).toBe('error: A later attempt took its place.');
  });

  test('that a lost machine left waiting is ended where a person closed the pull request before its job ran again', async () => {
    const world = await openWorld(servers);
    const number = await world.open('closed');
    const changes = [{ kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'Two' }];
    const revision = await world.apply('closed', {}, changes);
    const { head } = handoverOf(revision);
    world.endRun(revision, 'failure', 1);
    await world.person('ada').close(number);
    const { run } = revision.view.record;
    const again = await apply(
      { ...world.context, run: { ...run, attempt: 2 } },
      {
        payload: { id: 'closed', patch: { version: 1, title: 'Change closed', changes } },
        sender: 'ada',
        dryRun: false,
      },
    );
    expect(again).toMatchObject({ outcome: { kind: 'conflict', reason: 'pull_request_closed' } });
    world.endRun(again, 'failure');
    expect((await world.statuses(head)).at(-1)).toBe('error: A later attempt took its place.');
    expect(await world.record('closed')).toMatchObject({ head, proof: { sha: head, tests: 'none' } });
    await expectNothingToDo(world);
  });

  test('of the commit below what commands made is set with theirs, though a delivery came to nothing since', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('made'), { within: mute(world) });
    const below = (await world.git('rev-parse', 'main')).trim();
    const waiting = { context: 'ghost-runner', state: 'pending', description: 'under way' } as const;
    await world.context.forge.setStatus(below, waiting);
    await world.rewrite('made', (record) => ({
      ...record,
      generated: { commands: ['format'], changes: [], onto: below },
    }));
    const misfit = [{ kind: 'edit', path: 'src/a.txt', find: 'nowhere', replace: 'x' }];
    world.endRun(await world.apply('made', {}, misfit), 'failure');
    servers.pass(0.3);
    await world.watch({ event: 'schedule' });
    const { head = '' } = await world.record('made');
    expect((await world.statuses(head)).at(-1)).toMatch(/^success: Tests passed/);
    expect((await world.statuses(below)).at(-1)).toMatch(/^success: Tests passed/);
    await expectNothingToDo(world);
  });

  test('of the commit below what commands made is set with theirs where the next delivery sees the merge first', async () => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('made'), { within: mute(world) });
    const below = (await world.git('rev-parse', 'main')).trim();
    const waiting = { context: 'ghost-runner', state: 'pending', description: 'under way' } as const;
    await world.context.forge.setStatus(below, waiting);
    const { pullRequest, head = '' } = await world.record('made');
    await world.rewrite('made', (record) => ({
      ...record,
      generated: { commands: ['format'], changes: [], onto: below },
    }));
    await world.person('ada').merge(pullRequest?.number ?? 0);
    world.endRun(await world.apply('made'), 'success');
    expect((await world.statuses(head)).at(-1)).toMatch(/^success: Merged/);
    expect((await world.statuses(below)).at(-1)).toMatch(/^success: Merged/);
  });

  test('that disagrees with the record is set anew', async () => {
    const world = await openWorld(servers);
    await world.open('status');
    const { head = '' } = await world.record('status');
    await world.context.forge.setStatus(head, {
      context: 'ghost-runner',
      state: 'pending',
      description: 'still waiting',
    });
    await world.watch();
    expect((await world.statuses(head)).at(-1)).toContain('success: Tests passed');
    await expectNothingToDo(world);
  });
});

describe('a first pass that comes later than GitHub drops schedules in a row', () => {
  test.each([7, 71])('after %i hours sets the status that GitHub did not take', async (hours) => {
    const world = await openWorld(servers);
    await world.publish(await world.apply('late'), { within: mute(world) });
    const { head = '' } = await world.record('late');
    expect((await world.statuses(head)).at(-1)).toMatch(/^pending/);
    servers.pass(hours);
    expect((await world.watch({ event: 'workflow_run' })).found).toEqual([]);
    await world.watch({ event: 'schedule' });
    expect((await world.statuses(head)).at(-1)).toMatch(/^success: Tests passed/);
    await expectNothingToDo(world);
  });

  test('says what a process had on record, and died before it told anybody', async () => {
    const world = await openWorld(servers);
    const report = await world.apply('died');
    const { repository } = world.context;
    let written = 0;
    const write: typeof repository.write = async (transaction) =>
      (written += 1) > 1 ? await Promise.reject(new Error('died')) : await repository.write(transaction);
    const chat = { ...chatOf(world), update: async () => Promise.reject(new Error('died')) };
    const within = { ...mute(world), chat, repository: { ...repository, write } };
    await lock(world);
    await world.publish(report, { within });
    expect(await world.record('died')).toMatchObject({ state: 'done', warnings: [] });
    expect(world.messages()).toEqual([expect.stringContaining('under way')]);
    servers.pass(7);
    await world.watch({ event: 'schedule' });
    expect(world.messages()).toEqual([expect.stringContaining('Halted')]);
    const { head, withdrawn = head } = await world.record('died');
    expect((await world.statuses(withdrawn ?? '')).at(-1)).toMatch(/^error: Halted/);
    await expectNothingToDo(world);
  });

  test('looks at a few of many, at other ones each time, and keeps no newer ones waiting for these', async () => {
    const world = await openWorld(servers);
    world.endRun(await world.apply('old', {}, [{ kind: 'delete', path: 'not-there.txt' }]), 'failure');
    const record = await world.record('old');
    await seedRecords(world, { record, ref: 'refs/ghost/patches/old', count: 40 });
    servers.pass(7);
    await world.open('newer', {}, [{ kind: 'write', path: 'newer.txt', content: 'newer\n' }]);
    const looked = new Set<string>();
    for (let pass = 0; pass < 30; pass += 1) {
      const ids = await looksAt(world);
      expect(ids).toContain('newer');
      expect(ids.length).toBeLessThanOrEqual(6);
      ids.forEach((id) => looked.add(id));
      servers.pass(0.001 + pass / 3_600_000);
    }
    expect(looked.size).toBeGreaterThan(30);
  });

  /** Ids of the patches that a pass of the schedule looks at closely, each by a request of its own. */
  async function looksAt(world: World): Promise<readonly string[]> {
    const ids: string[] = [];
    const { repository } = world.context;
    const read: typeof repository.read = async (request) => {
      const refs = (request.refs ?? []).filter((ref) => ref.startsWith('refs/ghost/patches/'));
      ids.push(...refs.map((ref) => ref.slice('refs/ghost/patches/'.length)));
      return await repository.read(request);
    };
    const { found } = await world.watch(
      { event: 'schedule' },
      { ...world.context, chat: null, repository: { ...repository, read } },
    );
    expect(found.filter(({ done }) => done === 'failed')).toEqual([]);
    return [...new Set(ids)];
  }
});

describe('an old repository with much left open', () => {
  test('gets one alert and no flood, and later one all-clear', async () => {
    const world = await openWorld(servers);
    for (let index = 0; index < 7; index += 1) {
      servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
      world.endRun(await world.apply(`old-${index}`), 'failure');
    }
    const { found, alerted } = await world.watch();
    expect(found.filter(({ done }) => done === 'settled')).toHaveLength(7);
    expect(alerted).toMatchObject([{ key: 'backlog' }]);
    expect(world.messages()).toEqual([expect.stringContaining('Alert: many patches were left open')]);
    expect((await world.snapshot()).issues).toEqual([]);
    const next = await world.watch();
    expect(next.found).toEqual([]);
    expect(world.messages()).toHaveLength(2);
    expect(world.messages()[1]).toContain('All clear');
    await expectNothingToDo(world);
  });

  test('that takes more than one pass gets no more than that either', async () => {
    const world = await openWorld(servers);
    servers.slack.inject({ kind: 'error', error: 'channel_not_found', times: 1 });
    const report = await world.apply('old');
    world.endRun(report, 'failure');
    const record = { ...(await world.record('old')), attempt: 3 };
    // A hundred runs are looked at in a pass, and these are known no more.
    await seedRecords(world, { record, ref: 'refs/ghost/patches/old', count: 102, firstRun: 5000 });
    servers.pass(4 * 24);
    servers.github.clearRequests();
    const passes = [await world.watch(), await world.watch(), await world.watch()];
    expect(passes.map(({ found }) => found.length)).toEqual([100, 3, 0]);
    // Six for each patch that is put right, and what the passes look at: within what a job's token has in an hour.
    expect(servers.github.requests.length).toBeLessThanOrEqual(900);
    expect(world.messages()).toEqual([
      expect.stringContaining('Alert: many patches were left open'),
      expect.stringContaining('All clear'),
    ]);
    await expectNothingToDo(world);
  });
});

async function expectNothingToDo(world: World): Promise<void> {
  const before = await world.everything();
  const report = await world.watch();
  expect(report.found).toEqual([]);
  expect(await world.everything()).toEqual(before);
}

async function lock(world: World): Promise<void> {
  const at = servers.time.now.toISOString();
  const scope = { kind: 'repository' } as const;
  await world.logCommand({ verb: 'lock' }, [{ state: 'locked', scope, reason: 'leak', by: 'ada', at }]);
}

/** Says no status. */
function mute({ context }: World): WatchContext {
  const setStatus = async () => Promise.reject(new Error('died'));
  return { ...context, forge: { ...context.forge, setStatus } };
}

/** What the run says of itself at its end. */
async function publishAndSee(world: World, report: ApplyReport, within: WatchContext): Promise<PatchView> {
  const handover = handoverOf(report);
  const tests = { verdict: 'passed', sha: handover.head, command: 'npm test', exitCode: 0, seconds: 3 };
  const { view } = await publish({ ...within, run: report.view.record.run }, handover, {
    result: 'success',
    report: JSON.stringify({ ...tests, failingLines: [], tail: 'ok', outputBytes: 2 }),
  });
  world.endRun(report, 'success');
  return view;
}
