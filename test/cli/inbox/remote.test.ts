import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDestination } from '../../../src/cli/dispatch.ts';
import { createDispatchDoor } from '../../../src/cli/inbox/dispatch-door.ts';
import type { Door } from '../../../src/cli/inbox/door.ts';
import type { WatchEvent } from '../../../src/cli/inbox/parts.ts';
import { createServerDoor } from '../../../src/cli/inbox/server-door.ts';
import { understand } from '../../../src/cli/understand.ts';
import { formatControl } from '../../../src/control/control.ts';
import { createOctokit } from '../../../src/io/github/client.ts';
import { GOOD, MISFIT } from '../../../src/local/sample/patches.ts';
import { slugId } from '../../../src/patch/id.ts';
import { CONTROL_REF, type PatchRecord } from '../../../src/record/record.ts';
import { opened, writeRecord } from '../../app/records.ts';
import { createWorld, REPOSITORY, type World } from '../../app/world.ts';
import { createInbox, type Inbox, PLAN } from './world.ts';

let world: World;
let token: string;
beforeAll(async () => {
  world = await createWorld();
  token = await world.token();
  // Records without a switch would mean that somebody took the switch away, which is a pause.
  const act = { verb: 'start', surface: 'first_patch', by: 'ada', at: '2026-01-01T00:00:00.000Z' } as const;
  const entry = formatControl({ version: 1, switches: [], act });
  const tree = (await world.github.git(REPOSITORY, 'rev-parse', 'main^{tree}')).trim();
  const author = ['-c', 'user.name=ghost', '-c', 'user.email=ghost@example.com'];
  const commit = await world.github.git(REPOSITORY, ...author, 'commit-tree', '-m', entry, tree);
  await world.github.git(REPOSITORY, 'update-ref', CONTROL_REF, commit.trim());
});
afterAll(() => world.close());

let inbox: Inbox;
beforeEach(() => {
  inbox = createInbox({
    now: () => performance.now(),
    time: () => new Date().toISOString(),
    wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  });
  world.github.clearRequests();
});
afterEach(() => inbox.remove());

/** As quick as the platforms are. */
const QUICK = {
  ...PLAN,
  lookMs: 20,
  patience: { settle: 20, whole: 100 },
  limits: { ...PLAN.limits, poll: 100 },
};

type Ended = Partial<Omit<PatchRecord, 'tree'>>;

/** Puts on record how a patch ends, as soon as it was sent. */
function ends(how: { readonly [id: string]: (digest: string) => Ended }): (event: WatchEvent) => void {
  return (event) => {
    const end = event.event === 'sent' ? how[event.id] : undefined;
    if (event.event === 'sent' && end !== undefined) {
      void writeRecord(world, event.id, end(digests.get(event.id) ?? ''));
    }
  };
}

const digests = new Map<string, string>();

function drop(name: string, id: string, patch: object = GOOD.patch): void {
  const text = JSON.stringify({ ...patch, id });
  const understood = understand(text);
  if (understood.ok) {
    digests.set(id, understood.digest);
  }
  inbox.drop(name, text);
}

describe('through the server', () => {
  const door = (secret = token, url = world.server().url) =>
    createServerDoor({ url, token: secret, repository: REPOSITORY });

  test('a patch is completed when its pull request is seen, and one twin of it is not worked on again', async () => {
    drop('one.json', 'by-server');
    drop('two.json', 'by-server');
    const tally = await inbox.watch(door(), { plan: QUICK, tell: ends({ 'by-server': opened }) });
    expect(tally).toEqual({ completed: 2, failed: 0, left: 0 });
    expect(world.dispatches()).toBe(1);
    for (const name of ['one.json', 'two.json']) {
      expect(inbox.result(`.completed/${name}`)).toMatchObject({
        outcome: 'opened',
        id: 'by-server',
        digest: digests.get('by-server'),
        pullRequest: { number: 3 },
        tests: { verdict: 'passed' },
      });
    }
  });

  test('a patch whose id is no name of a ref goes with this id, and is seen by its name', async () => {
    drop('named.json', 'By server');
    const name = slugId('By server');
    const tell = ends({ [name]: () => opened(digests.get('By server') ?? '') });
    expect(await inbox.watch(door(), { plan: QUICK, tell })).toEqual({ completed: 1, failed: 0, left: 0 });
    expect(inbox.result('.completed/named.json')).toMatchObject({ outcome: 'opened', id: name });
  });

  test('a misfit is refused at once, with what stands in the file, and nothing reaches GitHub', async () => {
    drop('misfit.json', 'misfit', MISFIT.patch);
    expect(await inbox.watch(door(), { plan: QUICK })).toEqual({ completed: 0, failed: 1, left: 0 });
    expect(inbox.result('.failed/misfit.json')).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'not_found' }],
    });
    expect(world.dispatches()).toBe(0);
  });

  test('a token that is not taken ends the watch with what to do, and an absent server is waited for', async () => {
    drop('fix.json', 'never-sent');
    await expect(inbox.watch(door('nobodys'), { plan: QUICK })).rejects.toThrow(/can't send to .*token/);
    expect(inbox.names('')).toEqual(['fix.json']);
    const nowhere = door(token, 'http://127.0.0.1:1');
    expect(await inbox.watch(nowhere, { plan: QUICK })).toEqual({ completed: 0, failed: 0, left: 1 });
    expect(inbox.names('.working')).toEqual(['0.1.fix.json']);
  });
});

describe('by dispatch', () => {
  const door = (contents: 'read' | 'write' = 'write', place = REPOSITORY): Door => {
    const secret = world.github.createToken({ login: 'ada', permissions: { contents, metadata: 'read' } });
    const octokit = createOctokit({ token: secret, apiUrl: world.github.apiUrl });
    return createDispatchDoor(createDestination(octokit, place), place);
  };

  beforeAll(() => world.github.setRole(REPOSITORY, 'ada', 'write'));

  test('a patch comes to where its record says, by an answer that is newer than its sending', async () => {
    drop('good.json', 'dispatched');
    drop('bad.json', 'broken-tests');
    const failed = (digest: string): Ended => ({
      ...opened(digest),
      outcome: {
        kind: 'tests_failed',
        tests: { ...testsOf(digest), verdict: 'failed', failingLines: ['not ok 1'] },
      },
    });
    const refused = { kind: 'refused', refusals: [{ code: 'not_found', message: 'Long ago.' }] } as const;
    await writeRecord(world, 'dispatched', {
      digest: digests.get('dispatched') ?? '',
      state: 'done',
      outcome: refused,
    });
    const tell = ends({ dispatched: opened, 'broken-tests': failed });
    expect(await inbox.watch(door(), { plan: QUICK, tell })).toEqual({ completed: 1, failed: 1, left: 0 });
    expect(inbox.result('.completed/good.json')).toMatchObject({
      outcome: 'opened',
      look: 'refs/ghost/patches/dispatched',
    });
    expect(inbox.result('.failed/bad.json')).toMatchObject({
      outcome: 'tests_failed',
      tests: { verdict: 'failed', failingLines: ['not ok 1'] },
    });
    expect(world.dispatches()).toBe(2);
  });

  test('what its record tells of a patch besides stands in its result', async () => {
    drop('told.json', 'told');
    const notDone = ['Requested, not run: npm install lodash (commands)'];
    const notes = ['Names of another form were read: `files` as `changes`'];
    const warnings = ['ada can not be asked for a review'];
    const plan = {
      changes: [],
      notes,
      notDone,
      labels: [],
      reviewers: [],
      draft: false,
      commands: ['format'],
    };
    await writeRecord(world, 'told', { ...opened(digests.get('told') ?? ''), plan, warnings });
    expect(await inbox.watch(door(), { plan: QUICK })).toMatchObject({ completed: 1 });
    const result = inbox.result('.completed/told.json');
    expect(result).toMatchObject({ notes, notDone, warnings });
    expect(result).not.toHaveProperty('commandsNotRun');
  });

  test('a patch that is finished already is not sent', async () => {
    drop('again.json', 'finished');
    await writeRecord(world, 'finished', opened(digests.get('finished') ?? ''));
    expect(await inbox.watch(door(), { plan: QUICK })).toMatchObject({ completed: 1 });
    expect(world.dispatches()).toBe(0);
  });

  test('one of a repository that is not there, or with a token that may not, ends the watch', async () => {
    drop('fix.json', 'not-mine');
    await expect(inbox.watch(door('write', 'acme/nowhere'), { plan: QUICK })).rejects.toThrow(
      /can't use acme\/nowhere: .*; check --repo and the token/,
    );
    await expect(inbox.watch(door('read'), { plan: QUICK })).rejects.toThrow(/needs contents: write/);
    expect(inbox.names('.working')).toEqual(['0.1.fix.json']);
  });
});

test('a process that is killed while a patch is under way is followed by one that sees its end', async () => {
  drop('fix.json', 'killed');
  const first = start();
  await first.said(/fix\.json is sent as killed/);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(inbox.names('.working')).toEqual(['1.1.fix.json']);
  const second = start();
  await second.said(/Watching/);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(inbox.names('.working')).toEqual(['1.1.fix.json']);
  await writeRecord(world, 'killed', opened(digests.get('killed') ?? ''));
  const third = start('--once', '--json');
  expect(await third.ended).toBe(0);
  expect(JSON.parse(third.output.stdout)).toMatchObject({ file: 'fix.json', outcome: 'opened', tries: 2 });
  expect(inbox.names('.completed')).toEqual(['fix.json', 'fix.json.result.json']);
  expect(world.dispatches()).toBe(1);
}, 30_000);

function testsOf(digest: string) {
  const { outcome } = opened(digest);
  if (outcome?.kind !== 'opened') {
    throw new Error('it is opened');
  }
  return outcome.tests;
}

/** The command line, on the server of this world. */
function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../../../src/cli/bin.ts'),
      'watch',
      inbox.directory,
      '--server',
      world.server().url,
      '--settle',
      '0',
      ...args,
    ],
    { env: { PATH: process.env['PATH'], GHOST_RUNNER_TOKEN: token, ...inbox.environment } },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return {
    child,
    output,
    ended,
    async said(words: RegExp): Promise<void> {
      while (!words.test(output.stderr)) {
        if (child.exitCode !== null) {
          throw new Error(`it ended and said ${output.stderr}`);
        }
        await delay(50);
      }
    },
  };
}
