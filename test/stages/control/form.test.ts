import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { obeyForm } from '../../../src/action/control.ts';
import type { ActionInputs } from '../../../src/io/workflow.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import type { RunState } from '../../../src/stages/control/ports.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let directory: string;
const { GITHUB_EVENT_PATH } = process.env;
beforeEach(async () => {
  world = await openWorld();
  directory = await mkdtemp(join(tmpdir(), 'form-'));
});
afterEach(async () => {
  restore();
  await rm(directory, { recursive: true });
  await world.close();
});

function restore(): void {
  if (GITHUB_EVENT_PATH === undefined) {
    delete process.env['GITHUB_EVENT_PATH'];
  } else {
    process.env['GITHUB_EVENT_PATH'] = GITHUB_EVENT_PATH;
  }
}

const SECOND_MS = 1000;

/** The form as its run answers it, which was made so many seconds ago. */
async function form(
  actor: string,
  boxes: Partial<ActionInputs>,
  {
    id = 7,
    attempt = 1,
    secondsAgo = 0,
    runs: given,
  }: { id?: number; attempt?: number; secondsAgo?: number; runs?: ControlContext['runs'] } = {},
) {
  process.env['GITHUB_EVENT_PATH'] = join(directory, 'event.json');
  await writeFile(join(directory, 'event.json'), JSON.stringify({ sender: { login: actor } }));
  const createdAt = new Date(Date.now() - secondsAgo * SECOND_MS).toISOString();
  const made: RunState = { ...RUN, id, attempt, createdAt };
  const runs = given ?? {
    ...world.context.runs,
    get: async (wanted: number) => (wanted === id ? made : null),
  };
  const run = { ...world.context.run, id, attempt };
  const inputs: ActionInputs = { ...EMPTY, ...boxes };
  return obeyForm({ ...world.context, runs, run }, { inputs, actor, run });
}

async function stops(): Promise<readonly string[]> {
  const { status } = await world.command('ada', 'status');
  return status?.switches.map(({ state, reason }) => `${state}: ${reason}`) ?? [];
}

test.each([
  ['pause', 'resume'],
  ['lock', 'unlock'],
])('a form that waited in the queue leaves the %s that came after it was sent', async (stop, lift) => {
  await world.deliver('first');
  await form('ada', { action: stop, reason: 'what comes out is wrong' });
  const late = await form('bob', { action: lift }, { secondsAgo: 5 });
  expect(late).toMatchObject({ done: 'unchanged', sentence: expect.stringContaining('write it again') });
  expect(await stops()).toHaveLength(1);
  expect(await form('bob', { action: lift })).toMatchObject({ done: 'done' });
  expect(await stops()).toEqual([]);
});

test.each([
  ['', 'the box "scope" empty'],
  ['main', '"branch main" in the box "scope"'],
  ['@shop-gpt', '"@shop-gpt" in the box "scope"'],
])('a form for what needs a second thought is told which boxes to fill in: %j', async (scope, boxes) => {
  await world.deliver('first');
  await form('ada', { action: 'lock', scope });
  const refused = await form('ada', { action: 'unlock', scope });
  expect(refused).toMatchObject({ done: 'refused', sentence: expect.stringContaining(boxes) });
  expect(await stops()).toHaveLength(1);
  expect(await form('ada', { action: 'unlock', scope, confirm: true })).toMatchObject({ done: 'done' });
  const kill = await form('ada', { action: 'kill', patch: 'all' });
  expect(kill.sentence).toContain('"all" in the box "patch" and the box "confirm" ticked');
});

test.each([
  ['a lock', 'lock leaked', false],
  ['"kill all"', 'kill all confirm', false],
  ['a pause', 'pause leaked', true],
])('what has waited to send a patch is not done after %s that was lifted since', async (_, stop, isSent) => {
  await world.deliver('first');
  await world.command('ada', stop);
  await world.command('bob', isSent ? 'resume' : 'unlock');
  const runs = world.pipeline.runs().length;
  const late = await form('rita', { action: 'retry', patch: 'first' }, { secondsAgo: 600 });
  expect(late).toMatchObject(
    isSent
      ? { done: 'done' }
      : { done: 'refused', sentence: expect.stringContaining('write it again if it is still meant') },
  );
  await world.pipeline.idle();
  expect(world.pipeline.runs()).toHaveLength(isSent ? runs + 1 : runs);
});

test.each([
  ['pause', '/permission', true],
  ['resume', '/actions/runs', true],
  ['retry', '/permission', false],
])(
  'says where the hour of all jobs is used up what needs nothing of it: %s',
  async (action, route, toldOfPush) => {
    const match = { route };
    world.github.faults.add({ match, fault: { kind: 'rate_limit', retryAfter: 3600 } });
    const runs = { ...world.context.runs };
    const report = await form('ada', { action, ...(action === 'retry' ? { patch: 'first' } : {}) }, { runs });
    expect(report).toMatchObject({
      done: 'failed',
      sentence: expect.stringContaining("GitHub's rate limit"),
    });
    expect(report.sentence.includes('push the switch with git')).toBe(toldOfPush);
  },
);

describe('a form whose run is started again', () => {
  test.each([
    ['kill', { patch: 'all', confirm: true }, 'unlock'],
    ['pause', { reason: 'too much broke' }, 'resume'],
    ['lock', { reason: 'leaked' }, 'unlock'],
  ])('does not %s again what somebody has lifted since', async (action, boxes, lift) => {
    await world.deliver('first');
    expect(await form('ada', { action, ...boxes })).toMatchObject({ done: 'done' });
    await world.command('bob', lift);
    const before = await world.acts();
    expect(await form('ada', { action, ...boxes }, { attempt: 2 })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining(`goes on since "${lift}" by bob, and that stays`),
    });
    expect(await world.acts()).toEqual(before);
    expect(await stops()).toEqual([]);
    expect(await form('ada', { action, ...boxes }, { id: 8 })).toMatchObject({ done: 'done' });
  });

  test('goes on with what its first run had begun, while nobody has lifted it', async () => {
    await world.deliver('first');
    await form('ada', { action: 'lock', reason: 'leaked' });
    await world.command('bob', 'pause');
    expect(await form('ada', { action: 'lock', reason: 'leaked' }, { attempt: 2 })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('locked by ada: leaked'),
    });
    expect(await stops()).toEqual(['locked: leaked', 'paused: no reason given']);
  });

  test.each([
    ['pause', 'release.', 'resume'],
    ['lock', '`release`', 'unlock'],
  ])('goes on with the %s of a branch that a sentence names as %s', async (action, name, lift) => {
    await world.deliver('first');
    await world.git('branch', 'release', 'main');
    const boxes = { action, scope: `branch ${name}`, reason: 'broken' };
    await form('ada', boxes);
    await world.git('branch', '-D', 'release');
    expect(await form('ada', boxes, { attempt: 2 })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining(
        `Patches onto release are ${action === 'pause' ? 'paused' : 'locked'}`,
      ),
    });
    await world.command('bob', `${lift} on branch release`);
    expect(await form('ada', boxes, { attempt: 2 })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining(`goes on since "${lift}" by bob`),
    });
  });

  test('tells of the hour that it was given, and of no later one', async () => {
    await world.deliver('first');
    const first = await form('ada', { action: 'pause', for: '1h' });
    const [, until = 'nothing'] = /until (\S+ \S+)/.exec(first.sentence) ?? [];
    world.clock.ahead = 30 * 60_000;
    expect(await form('ada', { action: 'pause', for: '1h' }, { attempt: 2 })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining(`paused until ${until}`),
    });
  });

  test('tells of no stop that somebody lifts at that moment', async () => {
    await world.deliver('first');
    await form('ada', { action: 'pause' });
    const { ledger } = world.context;
    const history: typeof ledger.history = async (ref, limit) => {
      const log = await ledger.history(ref, limit);
      await world.command('bob', 'resume');
      return log;
    };
    Object.assign(world.context, { ledger: { ...ledger, history } });
    expect(await form('ada', { action: 'pause' }, { attempt: 2 })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('ask "status"'),
    });
  });

  test('pauses for no other hour when the one it was given is over', async () => {
    await world.deliver('first');
    await form('ada', { action: 'pause', for: '1h' });
    world.clock.ahead = 90 * 60_000;
    expect(await form('ada', { action: 'pause', for: '1h' }, { attempt: 2 })).toMatchObject({
      done: 'refused',
      sentence: expect.stringContaining('its time has run out'),
    });
    expect(await stops()).toEqual([]);
  });

  test('lifts nothing once more', async () => {
    await world.deliver('first');
    await world.command('ada', 'pause');
    await form('bob', { action: 'resume' });
    await world.command('ada', 'pause once more');
    expect(await form('bob', { action: 'resume' }, { attempt: 2 })).toMatchObject({ done: 'unchanged' });
    expect(await stops()).toEqual(['paused: once more']);
  });

  test('retries once more what no run has taken up, and nothing that one has', async () => {
    await world.deliver('first');
    world.pipeline.idling = true;
    const unseen = { done: 'unconfirmed', sentence: expect.stringContaining('no run has taken it up yet') };
    const retry = { action: 'retry', patch: 'first' };
    expect(await form('rita', retry)).toMatchObject(unseen);
    const again = await form('rita', retry, { attempt: 2 });
    expect(again).toMatchObject(unseen);
    expect(again.confirmedAt).toBeUndefined();
    world.pipeline.idling = false;
    expect(await form('rita', retry, { attempt: 3 })).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    const runs = world.pipeline.runs().length;
    expect(await form('rita', retry, { attempt: 4 })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('is not done once more'),
    });
    expect(world.pipeline.runs()).toHaveLength(runs);
  });

  test('rejects nothing once more, and says what became of it', async () => {
    await world.deliver('first');
    expect(await form('rita', { action: 'reject', patch: 'first' })).toMatchObject({ done: 'done' });
    expect(await form('rita', { action: 'reject', patch: 'first' }, { attempt: 2 })).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('is not done once more. Pull request #1 of first is closed.'),
    });
  });
});

const RUN: Omit<RunState, 'id' | 'attempt' | 'createdAt'> = {
  path: '.github/workflows/ghost-control.yml',
  name: 'Ghost Runner control',
  title: 'control',
  event: 'workflow_dispatch',
  calls: [],
  head: { sha: 'a'.repeat(40), branch: 'main' },
  actor: 'ada',
  status: 'running',
  conclusion: null,
  url: 'https://github.example/run',
  updatedAt: '2026-01-01T00:00:00Z',
};

const EMPTY: ActionInputs = {
  stage: 'control',
  token: '',
  githubToken: '',
  payload: '',
  dryRun: false,
  sha: '',
  command: '',
  timeoutMinutes: 5,
  handover: '',
  testResult: '',
  testReport: '',
  commands: '',
  testEffect: '',
  action: '',
  patch: '',
  reason: '',
  for: '',
  scope: '',
  confirm: false,
  slackToken: '',
  slackChannel: '',
  slackApiUrl: '',
  slackButtons: false,
};
