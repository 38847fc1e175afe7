import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';
import { MOST_TURNED_AWAY } from '../../src/record/turned-away.ts';
import { type ApplyReport, apply } from '../../src/stages/apply.ts';
import { MAX_ROUNDS } from '../../src/stages/context.ts';
import type { Repository } from '../../src/stages/ports.ts';
import { publish } from '../../src/stages/publish.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

const MISFIT = { find: 'nowhere', replace: 'elsewhere' };

describe('a delivery that comes to nothing while another one under its id is worked on', () => {
  test('is told on the record of that, with why and where, and takes nothing from it', async () => {
    await deliver(1);
    const { turnedAway: _, warnings, ...before } = world.record('fix');
    const report = await deliver(2, MISFIT);
    expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'refused' } });
    const { turnedAway, warnings: now, ...after } = world.record('fix');
    expect(after).toEqual(before);
    expect(turnedAway).toEqual([
      {
        digest: report.view.record.digest,
        title: 'Fix it',
        run: { id: 2, attempt: 1, url: urlOf(2) },
        at: '2026-01-01T12:00:00.000Z',
        outcome: { kind: 'refused', refusals: [expect.objectContaining({ code: 'not_found' })] },
      },
    ]);
    expect(warnings).toEqual([]);
    expect(now).toEqual([
      `Another delivery under this id was turned away: Refused; its run says why: ${urlOf(2)}. Whoever sent it sends it again if it is still wanted.`,
    ]);
    expect(world.git('show', `${recordRef('fix')}:patch.json`)).toContain('TWO');
  });

  test('keeps that from nothing: it is published as tested, and its pull request says so', async () => {
    const first = await deliver(1);
    await deliver(2, MISFIT);
    expect((await publishAs(1, first)).outcome).toMatchObject({ kind: 'opened' });
    expect(world.forge.pulls).toMatchObject([
      { state: 'open', body: expect.stringContaining('was turned away: Refused') },
    ]);
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      outcome: { kind: 'opened' },
      turnedAway: [{ run: { id: 2 } }],
    });
  });

  test('keeps its pull request from nothing, also where that is being made at this moment', async () => {
    const first = await deliver(1);
    let writes = 0;
    const repository: Repository = {
      ...world.context.repository,
      write: async (transaction) => {
        writes += 1;
        if (writes === 2) await deliver(2, MISFIT);
        return await world.context.repository.write(transaction);
      },
    };
    expect((await publishAs(1, first, repository)).outcome).toMatchObject({ kind: 'opened' });
    expect(world.forge.pulls).toHaveLength(1);
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      run: { id: 1 },
      steps: [{ stage: 'apply' }, { stage: 'test' }, { stage: 'publish' }],
      turnedAway: [{ run: { id: 2 }, outcome: { kind: 'conflict', reason: 'publishing' } }],
      warnings: [expect.stringContaining('was turned away')],
    });
  });

  test('is not noted on a claim that another process has taken since', async () => {
    const first = await deliver(1);
    let writes = 0;
    const repository: Repository = {
      ...world.context.repository,
      write: async (transaction) => {
        writes += 1;
        if (writes === 2) rewrite((record) => ({ ...record, deadline: '2026-01-01T13:00:00.000Z' }));
        return await world.context.repository.write(transaction);
      },
    };
    await expect(publishAs(1, first, repository)).rejects.toThrow('was moved by somebody else');
    expect(world.record('fix')).toMatchObject({ state: 'publishing' });
  });

  test('has a record of its own where the other one ends before it could be noted', async () => {
    const first = await deliver(1);
    let raced = false;
    const repository: Repository = {
      ...world.context.repository,
      write: async (transaction) => {
        if (!raced) {
          raced = true;
          await publishAs(1, first);
        }
        return await world.context.repository.write(transaction);
      },
    };
    await deliver(2, MISFIT, repository);
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      run: { id: 2 },
      outcome: { kind: 'refused' },
      pullRequest: { number: 1 },
    });
  });

  test('is noted a few times only, however many are sent, which is no reason to give up publishing', async () => {
    const first = await deliver(1);
    expect(MOST_TURNED_AWAY).toBeLessThan(MAX_ROUNDS);
    let run = 1;
    const flood = async () => {
      run += 1;
      await deliver(run, { ...MISFIT, replace: `${run}` });
    };
    const repository: Repository = {
      ...world.context.repository,
      read: async (request) => {
        const snapshot = await world.context.repository.read(request);
        await flood();
        return snapshot;
      },
    };
    expect((await publishAs(1, first, repository)).outcome).toMatchObject({ kind: 'opened' });
    for (let more = 0; more < 5; more++) await flood();
    expect(world.record('fix').turnedAway?.map((one) => one.run.id)).toEqual([2, 3, 4, 5, 6]);
  });

  test('and is the same patch of ever another sender is noted of each, which is no reason to give up publishing', async () => {
    const first = await deliver(1);
    const most = MAX_ROUNDS + 2;
    let names = 0;
    const { repository } = world.context;
    const outrun: Repository = {
      ...repository,
      write: async (transaction) => {
        if (names < most) {
          names += 1;
          const sent = { ...deliveryOf({}), sender: `sender-${names}` };
          await apply({ ...world.context, ...runOf(names + 1) }, sent);
        }
        return await repository.write(transaction);
      },
    };
    expect((await publishAs(1, first, outrun)).outcome).toMatchObject({ kind: 'opened' });
    const { alsoSentBy = [], state } = world.record('fix');
    expect([state, alsoSentBy.length]).toEqual(['done', most]);
  });

  test('and is the same patch of another sender is noted while its pull request is made', async () => {
    const first = await deliver(1);
    const { forge } = world.context;
    const openPullRequest: typeof forge.openPullRequest = async (request) => {
      await apply({ ...world.context, ...runOf(2) }, { ...deliveryOf({}), sender: 'rita' });
      return await forge.openPullRequest(request);
    };
    Object.assign(world.context, { forge: { ...forge, openPullRequest } });
    expect((await publishAs(1, first)).outcome).toMatchObject({ kind: 'opened' });
    expect(world.record('fix')).toMatchObject({ state: 'done', alsoSentBy: ['rita'] });
  });

  test('is still known when a revision has taken the record, which says nothing of it to people', async () => {
    await deliver(1);
    await deliver(2, MISFIT);
    await deliver(3, { replace: 'zwei' });
    expect(world.record('fix')).toMatchObject({
      state: 'applied',
      run: { id: 3 },
      turnedAway: [{ run: { id: 2 } }],
      warnings: [],
    });
  });
});

test('what comes to nothing while another patch is held under its id is told on the record of that, until it is worked on', async () => {
  await deliver(7, {}, world.context.repository, 'first');
  setControl('paused');
  await deliver(1);
  await deliver(2, { find: '' });
  expect(world.record('fix')).toMatchObject({ state: 'held', turnedAway: [{ run: { id: 2 } }] });
  world.git('update-ref', CONTROL_REF, `${CONTROL_REF}^`);
  await deliver(3);
  expect(world.record('fix')).toMatchObject({
    state: 'applied',
    turnedAway: [{ run: { id: 2 } }],
    warnings: [expect.stringContaining('was turned away')],
  });
});

test('what comes under the id of a merged revert is told on its record, which goes on saying what it took back', async () => {
  const id = 'revert-other';
  const first = await deliver(1, {}, world.context.repository, id);
  await publishAs(1, first);
  const pullRequest = { number: 1, url: 'https://github.com/acme/shop/pull/1' };
  rewrite(
    (record) => ({
      ...record,
      revertOf: 'other',
      outcome: { kind: 'merged', pullRequest, sha: 'c'.repeat(40) },
    }),
    id,
  );
  for (let run = 2; run < 9; run += 1) {
    const clock = { now: () => new Date(Date.parse('2026-01-01T12:00:00Z') + run * 2 * 3_600_000) };
    const context = { ...world.context, ...runOf(run), clock };
    expect(await apply(context, deliveryOf({ replace: `zwei ${run}` }, id))).toMatchObject({
      outcome: { kind: 'conflict', reason: 'took_back' },
    });
  }
  // So many, and no more for ever.
  const turnedAway = [2, 3, 4, 5, 6].map((run) => ({ run: { id: run }, outcome: { reason: 'took_back' } }));
  expect(world.record(id)).toMatchObject({ revertOf: 'other', outcome: { kind: 'merged' }, turnedAway });
});

test('a revision that was overtaken while it was tested is told on record where its run was the later one, and else is not', async () => {
  const later = await deliver(5, { replace: 'zwei' });
  const earlier = await deliver(1);
  expect((await publishAs(5, later)).outcome).toMatchObject({ kind: 'conflict', reason: 'revised' });
  expect(world.record('fix')).toMatchObject({
    state: 'applied',
    run: { id: 1 },
    turnedAway: [{ digest: later.view.record.digest, run: { id: 5 }, outcome: { reason: 'revised' } }],
  });
  const newest = await deliver(9, { replace: 'drei' });
  expect((await publishAs(1, earlier)).outcome).toMatchObject({ kind: 'conflict', reason: 'revised' });
  expect(world.record('fix').turnedAway).toHaveLength(1);
  expect((await publishAs(9, newest)).outcome).toMatchObject({ kind: 'opened' });
});

test('nothing is noted of the same patch once more, nor of a dry run', async () => {
  await deliver(1);
  const before = world.git('for-each-ref');
  expect(await deliver(2)).toMatchObject({ outcome: { kind: 'duplicate' } });
  await apply(world.context, { ...deliveryOf(MISFIT), dryRun: true });
  expect(world.git('for-each-ref')).toBe(before);
});

function deliver(
  run: number,
  change: object = {},
  repository: Repository = world.context.repository,
  id = 'fix',
): Promise<ApplyReport> {
  return apply({ ...world.context, ...runOf(run), repository }, deliveryOf(change, id));
}

function deliveryOf(change: object, id = 'fix') {
  const edit = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO', ...change };
  return {
    payload: { id, patch: { version: 1, title: 'Fix it', changes: [edit] } },
    sender: 'gpt',
    dryRun: false,
  };
}

function publishAs(run: number, report: ApplyReport, repository: Repository = world.context.repository) {
  if (report.kind !== 'applied') {
    throw new Error(`expected the patch to be applied: ${JSON.stringify(report)}`);
  }
  const tests = {
    verdict: 'passed',
    sha: report.handover.head,
    command: 'npm test',
    exitCode: 0,
    seconds: 1.5,
  };
  return publish({ ...world.context, ...runOf(run), repository }, report.handover, {
    result: 'success',
    report: JSON.stringify({ ...tests, failingLines: [], tail: 'the end', outputBytes: 7 }),
  });
}

function runOf(id: number) {
  return { run: { id, attempt: 1, url: urlOf(id) } };
}

function urlOf(id: number): string {
  return `https://github.com/acme/shop/actions/runs/${id}`;
}

function rewrite(change: (record: PatchRecord) => PatchRecord, id = 'fix'): void {
  const ref = recordRef(id);
  const message = formatRecord(change(world.record(id)), { headline: 'Rewritten', detail: 'for a test' });
  world.git('update-ref', ref, world.git('commit-tree', `${ref}^{tree}`, '-p', ref, '-m', message));
}

function setControl(state: 'paused'): void {
  const at = '2026-01-01T00:00:00.000Z';
  const scope = { kind: 'repository' } as const;
  const message = formatControl({
    version: 1,
    switches: [{ state, scope, reason: 'release', by: 'op', at }],
    act: { verb: 'pause', surface: 'form', by: 'op', at },
  });
  const commit = world.git('commit-tree', '-p', CONTROL_REF, '-m', message, 'main^{tree}');
  world.git('update-ref', CONTROL_REF, commit);
}
