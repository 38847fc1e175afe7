import { afterEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';
import { formatWatchEntry, WATCH_REF } from '../../src/record/watch-entry.ts';
import { type ApplyReport, apply } from '../../src/stages/apply.ts';
import type { Snapshot } from '../../src/stages/ports.ts';
import { nextStep } from '../../src/stages/transactions.ts';
import { CONFIG, createWorld, type World } from './world.ts';

let world: World;
let reads: number;
afterEach(() => {
  world.remove();
});

describe('patches of one sender within an hour', () => {
  test('one more than the config takes is refused, says when to come again, and is taken then', async () => {
    open('{per-sender-per-hour: 2}');
    await deliver('one', { at: '12:00' });
    await deliver('two', { at: '12:20' });
    expect(refusalOf(await deliver('three', { at: '12:40' }))).toEqual({
      code: 'rate_limited',
      message:
        '2 patches of gpt were taken within the last hour, and limits.per-sender-per-hour allows no more; send this one again after 2026-01-01T13:00:00Z.',
      data: { limit: 2, retryAt: '2026-01-01T13:00:00Z' },
    });
    expect(world.record('three')).toMatchObject({ state: 'done', outcome: { kind: 'refused' } });
    expect(world.head('three')).toBeNull();
    expect(refusalOf(await deliver('three', { at: '12:59' }))?.code).toBe('rate_limited');
    expect(await deliver('three', { at: '13:00' })).toMatchObject({ kind: 'applied' });
    expect(refusalOf(await deliver('four', { at: '13:10' }))?.data).toMatchObject({
      retryAt: '2026-01-01T13:20:00Z',
    });
  });

  test('are counted for each sender, whatever the case of the letters', async () => {
    open('{per-sender-per-hour: 1}');
    await deliver('one', { sender: 'my-app[bot]' });
    expect(refusalOf(await deliver('two', { sender: 'My-App[bot]' }))?.code).toBe('rate_limited');
    expect(await deliver('two', { sender: 'octocat' })).toMatchObject({ kind: 'applied' });
  });

  test('what does not fit, is a dry run or the same patch again costs nothing', async () => {
    open('{per-sender-per-hour: 2}');
    expect(refusalOf(await deliver('misfit', { changes: [{ ...EDIT, find: 'nowhere' }] }))?.code).toBe(
      'not_found',
    );
    expect(await deliver('dry', { dryRun: true })).toMatchObject({ kind: 'previewed', changes: [{}] });
    await deliver('one');
    expect(await deliver('one', { run: 2 })).toMatchObject({ outcome: { kind: 'duplicate' } });
    expect(await deliver('two')).toMatchObject({ kind: 'applied' });
    expect(refusalOf(await deliver('dry', { dryRun: true }))?.code).toBe('rate_limited');
  });

  test('a patch that a pause holds is counted when it comes, and not again after the pause', async () => {
    open('{per-sender-per-hour: 1}');
    await deliver('one', { at: '11:00' });
    pause(true);
    const misfit = { dryRun: true, changes: [{ ...EDIT, find: 'nowhere' }] };
    expect(await deliver('tried', misfit)).toMatchObject({ stopped: { kind: 'held' } });
    expect(await deliver('held', { at: '12:00' })).toMatchObject({ outcome: { kind: 'held' } });
    expect(refusalOf(await deliver('too-many', { at: '12:01' }))?.code).toBe('rate_limited');
    // Neither would be kept, so none of them is told that it would be.
    expect(await deliver('tried', { dryRun: true, at: '12:01' })).not.toHaveProperty('stopped');
    expect(await deliver('tried', { ...misfit, at: '12:01' })).not.toHaveProperty('stopped');
    pause(false);
    expect(await deliver('held', { at: '12:02' })).toMatchObject({ kind: 'applied' });
  });
});

describe('open pull requests', () => {
  test('one patch more than may be open is refused with their names, and taken once one is closed', async () => {
    open('{open-pull-requests: 2}');
    await propose('one');
    await deliver('two');
    expect(refusalOf(await deliver('three'))).toEqual({
      code: 'too_many_open',
      message:
        'As many pull requests from patches are open or being made as limits.open-pull-requests allows, which is 2: #1 (one), two (under way). Send this one again once one of them is merged or closed.',
      data: {
        limit: 2,
        pullRequests: [{ number: 1, url: 'https://github.com/acme/shop/pull/1', id: 'one' }],
        underWay: ['two'],
      },
    });
    expect(world.head('three')).toBeNull();
    close(1);
    expect(await deliver('three')).toMatchObject({ kind: 'applied' });
  });

  test('a patch that came to its end without one makes room, and so does one whose run can go on no more', async () => {
    open('{open-pull-requests: 1}');
    await deliver('one');
    expect(refusalOf(await deliver('two'))?.code).toBe('too_many_open');
    await put('one', { state: 'done', outcome: { kind: 'canceled' } });
    expect(await deliver('two')).toMatchObject({ kind: 'applied' });
    expect(refusalOf(await deliver('three', { on: '2026-01-03', at: '13:14' }))?.code).toBe('too_many_open');
    expect(await deliver('three', { on: '2026-01-03', at: '13:16' })).toMatchObject({ kind: 'applied' });
  });

  test('a patch keeps its place past its deadline, while its jobs may wait for a machine, until its end is on record', async () => {
    open('{open-pull-requests: 1}');
    await deliver('one');
    for (const later of [{ at: '13:16' }, { on: '2026-01-02', at: '12:00' }]) {
      const refusal = refusalOf(await deliver('two', later));
      expect(refusal).toMatchObject({ code: 'too_many_open', data: { underWay: ['one'] } });
    }
    await pullRequestFrom('ghost/one');
    await put('one', { state: 'done', outcome: { kind: 'canceled' } });
    expect(refusalOf(await deliver('two', { on: '2026-01-02', at: '12:01' }))?.data).toMatchObject({
      underWay: [],
    });
    close(1);
    expect(await deliver('two', { on: '2026-01-02', at: '12:02' })).toMatchObject({ kind: 'applied' });
  });

  test('those that were open before there was a limit are counted too', async () => {
    open('{open-pull-requests: 2}');
    await pullRequestFrom('ghost/older');
    await pullRequestFrom('feature/of-a-person');
    await deliver('one');
    expect(refusalOf(await deliver('two'))?.message).toContain('#1 (older), one (under way)');
  });

  test('hold their places where strangers have opened so many that they can not be seen', async () => {
    open('{open-pull-requests: 1}');
    await propose('one');
    await put('one', { pullRequest: pull(1) });
    const crowded = { openPullRequests: [], moreAreOpen: true } as const;
    expect(refusalOf(await deliver('two', { crowded }))?.code).toBe('too_many_open');
    await put('one', { outcome: { kind: 'closed', pullRequest: pull(1) } });
    expect(await deliver('two', { crowded })).toMatchObject({ kind: 'applied' });
  });

  test('a revision, another attempt and a revert are taken where a new patch is not', async () => {
    open('{open-pull-requests: 1, per-sender-per-hour: 1}');
    await propose('merged');
    await put('merged', { pullRequest: pull(1) });
    close(1);
    await deliver('one', { at: '13:30' });
    const revision = { ...EDIT, replace: 'TWO' };
    expect(await deliver('one', { at: '13:31', run: 2, changes: [revision] })).toMatchObject({
      kind: 'applied',
      handover: { attempt: 2 },
    });
    await put('one', { state: 'done', outcome: { kind: 'canceled' } });
    await propose('two', { at: '14:40' });
    expect(await deliver('one', { at: '14:41', changes: [revision] })).toMatchObject({ kind: 'applied' });
    const reverting = { at: '14:42', reverts: 'merged' };
    expect(refusalOf(await deliver('not-its-name', reverting))?.code).toBe('rate_limited');
    expect(refusalOf(await deliver('revert-two', { at: '14:42', reverts: 'two' }))?.code).toBe(
      'rate_limited',
    );
    expect(refusalOf(await deliver('revert-merged', reverting))?.code).toBe('rate_limited');
    await command('revert-merged', reverting);
    expect(await deliver('revert-merged', reverting)).toMatchObject({ kind: 'applied' });
  });

  test('what only says that it takes a merged patch back is counted, also where somebody commanded another', async () => {
    open('{open-pull-requests: 1}');
    await propose('merged');
    await put('merged', { pullRequest: pull(1) });
    close(1);
    await deliver('one');
    await command('revert-merged', { reverts: 'merged' });
    pause(false);
    const forged = { reverts: 'merged', changes: [{ ...EDIT, replace: 'of a stranger' }] };
    expect(refusalOf(await deliver('revert-merged', forged))?.code).toBe('too_many_open');
    expect(await deliver('revert-merged', { reverts: 'merged' })).toMatchObject({ kind: 'applied' });
  });

  test('a revert of what was merged is taken though a revision after that is open', async () => {
    open('{open-pull-requests: 1}');
    await propose('one');
    await put('one', { pullRequest: pull(1) });
    await command('revert-one', { reverts: 'one' });
    expect(refusalOf(await deliver('revert-one', { reverts: 'one' }))?.code).toBe('too_many_open');
    await put('one', { mergedBefore: 7 });
    expect(await deliver('revert-one', { reverts: 'one' })).toMatchObject({ kind: 'applied' });
  });

  test('the canary that the watch sent is taken, and no other patch of such a name', async () => {
    open('{open-pull-requests: 1}');
    await deliver('one');
    commitAt(
      WATCH_REF,
      formatWatchEntry({
        version: 1,
        incidents: [],
        canary: {
          since: '2026-01-01T12:00:00Z',
          sent: { id: 'canary-2026-01-01', at: '2026-01-01T12:00:00Z' },
        },
      }),
    );
    expect(refusalOf(await deliver('canary-2025-01-01'))?.code).toBe('too_many_open');
    expect(await deliver('canary-2026-01-01')).toMatchObject({ kind: 'applied' });
  });
});

describe('races', () => {
  test.each(['{open-pull-requests: 2}', '{per-sender-per-hour: 2}'])(
    'of three patches at once with %s one gets the last place, and the others are refused',
    async (limits) => {
      open(limits);
      await deliver('first');
      const ids = ['a', 'b', 'c'];
      const reports = await Promise.all(ids.map((id) => deliver(id)));
      expect(reports.map(({ kind }) => kind).toSorted()).toEqual([
        'applied',
        ...Array.from({ length: ids.length - 1 }, () => 'ended'),
      ]);
    },
  );

  test('where a pull request is open that holds no slot, two do not get in through the free ones', async () => {
    open('{open-pull-requests: 2}');
    await pullRequestFrom('ghost/older');
    const reports = await Promise.all(['a', 'b', 'c'].map((id) => deliver(id)));
    expect(reports.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
  });
});

test('without limits nobody looks, and far from them it is one look more', async () => {
  open('{}');
  await deliver('one');
  const without = reads;
  world.remove();
  open('{per-sender-per-hour: 9, open-pull-requests: 9}');
  await deliver('one');
  expect(reads).toBe(without + 1);
});

test('what one sender sends too often is not looked up further, whatever else is limited', async () => {
  const costs = [];
  for (const limits of ['{per-sender-per-hour: 1}', '{per-sender-per-hour: 1, open-pull-requests: 1}']) {
    open(limits);
    await deliver('one');
    reads = 0;
    expect(refusalOf(await deliver('two'))?.code).toBe('rate_limited');
    costs.push(reads);
    world.remove();
  }
  expect(costs[1]).toBe(costs[0]);
});

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'other' };

function open(limits: string): void {
  world = createWorld({
    'src/a.txt': 'one\ntwo\nthree\n',
    '.github/ghost-runner.yml': `${CONFIG}limits: ${limits}\n`,
  });
  reads = 0;
}

type Sent = {
  readonly on?: string;
  readonly at?: string;
  readonly sender?: string;
  readonly run?: number;
  readonly dryRun?: boolean;
  readonly changes?: readonly object[];
  readonly reverts?: string;
  /** What GitHub says of open pull requests instead. */
  readonly crowded?: Pick<Snapshot, 'openPullRequests' | 'moreAreOpen'>;
};

async function deliver(id: string, sent: Sent = {}): Promise<ApplyReport> {
  const { on = '2026-01-01', at = '12:00', sender = 'gpt', run = 1, dryRun = false } = sent;
  const { changes = [EDIT], reverts, crowded } = sent;
  const { repository } = world.context;
  const context = {
    ...world.context,
    repository: {
      ...repository,
      read: async (request: Parameters<typeof repository.read>[0]) => {
        reads += 1;
        return { ...(await repository.read(request)), ...crowded };
      },
    },
    clock: { now: () => new Date(`${on}T${at}:00Z`) },
    run: { ...world.context.run, id: run },
  };
  const patch = { version: 1, id, title: id, changes, ...(reverts === undefined ? {} : { reverts }) };
  return await apply(context, { payload: { id, patch }, sender, dryRun });
}

async function propose(id: string, sent: Sent = {}): Promise<void> {
  await deliver(id, sent);
  await pullRequestFrom(`ghost/${id}`);
  await put(id, { state: 'done', outcome: { kind: 'canceled' } });
}

async function pullRequestFrom(head: string): Promise<void> {
  await world.forge.openPullRequest({ title: head, body: '', head, base: 'main', draft: false });
}

function close(number: number): void {
  Object.assign(world.forge.pulls[number - 1] ?? {}, { state: 'closed' });
}

function pull(number: number) {
  return { number, url: `https://github.com/acme/shop/pull/${number}` };
}

/** Moves a record on, as a later stage would. */
async function put(id: string, change: Partial<PatchRecord>): Promise<void> {
  const ref = recordRef(id);
  const from = (await world.context.repository.read({ refs: [ref] })).refs.get(ref);
  if (!from) throw new Error(`there is no record of ${id}`);
  const record = { ...world.record(id), ...change };
  const recordMessage = (made: PatchRecord) => formatRecord(made, { headline: 'put', detail: '' });
  await world.context.repository.write(nextStep({ from, record, recordMessage }));
}

function pause(on: boolean): void {
  const at = '2026-01-01T10:00:00Z';
  const scope = { kind: 'repository' } as const;
  commitAt(
    CONTROL_REF,
    formatControl({
      version: 1,
      switches: on ? [{ state: 'paused', scope, reason: 'a look first', by: 'octocat', at }] : [],
      act: { verb: on ? 'pause' : 'resume', surface: 'cli', by: 'octocat', at },
    }),
  );
}

/** As it stands in the log before such a patch is sent. */
async function command(id: string, { reverts, ...sent }: Sent & { readonly reverts: string }): Promise<void> {
  const { view } = await deliver(id, { ...sent, reverts, dryRun: true });
  const { digest } = view.record;
  const at = '2026-01-01T10:00:00Z';
  const act = { verb: 'revert', surface: 'cli', by: 'octocat', at, patch: reverts, digest } as const;
  commitAt(CONTROL_REF, formatControl({ version: 1, switches: [], act }));
}

/** Behind what stands there. */
function commitAt(ref: string, message: string): void {
  const before = world.resolve(ref);
  const parents = before === null ? [] : ['-p', before];
  world.git('update-ref', ref, world.git('commit-tree', `${world.base}^{tree}`, ...parents, '-m', message));
}

function refusalOf(report: ApplyReport) {
  const outcome = report.kind === 'applied' ? undefined : report.outcome;
  return outcome?.kind === 'refused' ? outcome.refusals[0] : undefined;
}
