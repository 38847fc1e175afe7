import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createComments } from '../../src/app/comments.ts';
import { createTarget } from '../../src/app/target.ts';
import { parseCommand } from '../../src/control/command.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { CONTROL_REF } from '../../src/record/record.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { execute } from '../../src/stages/control/execute.ts';
import { readSwitchboard } from '../../src/stages/control/switchboard.ts';
import type { IntakeContext } from '../../src/stages/intake/context.ts';
import type { Store } from '../../src/stages/intake/store.ts';
import { commentPayload, sendComment } from './comment-webhook.ts';
import { APP_FILE, createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let issue: number;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
  issue = (await openTarget().control.conversation.openIssue({ title: 'Add a note', body: '', labels: [] }))
    .number;
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

const NEW_COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const MINUTE_MS = 60_000;

function openTarget(clock = { now: () => new Date() }) {
  const { apiUrl, url: serverUrl } = world.github;
  const token = world.github.createToken({ login: 'acme', permissions: APP_FILE.default_permissions });
  return createTarget({
    compute: createCompute(createSecretScanner()),
    repository: REPOSITORY,
    token,
    login: 'acme',
    apiUrl,
    serverUrl,
    clock,
  });
}

function replies(id: number): readonly string[] {
  const comments = world.github.repository(REPOSITORY).issues.get(issue)?.comments ?? [];
  return comments.map(({ body }) => body).filter((body) => body.includes(`reply to ${id} -->`));
}

async function switches(): Promise<readonly string[]> {
  const board = await readSwitchboard(openTarget().control.repository, new Date());
  return board.switches.map(({ state, reason }) => `${state}: ${reason}`);
}

test('a comment is answered 200 while GitHub can not be reached, and done when it can', async () => {
  const { github } = world;
  const back = github.faults.addStorm(() => ({ kind: 'drop' }));
  github.faults.loseWebhooks({ event: 'issue_comment', times: 1 });
  const body = '/ghost pause GitHub was away';
  const id = await github.person('ada', REPOSITORY).comment(issue, body);
  const asked = performance.now();
  expect(await sendComment(world.server().url, { id, issue, author: 'ada', body })).toBe(200);
  expect(performance.now() - asked).toBeLessThan(GITHUB_WAITS_MS);
  await delay(1_000);
  expect(replies(id)).toEqual([]);
  back();
  while (replies(id).length === 0) {
    await delay(50);
  }
  expect(replies(id)).toEqual([expect.stringContaining('pause: done')]);
  expect(await switches()).toEqual(['paused: GitHub was away']);
});

const GITHUB_WAITS_MS = 9_000;

test('a comment for which there is no room is sent again, and nobody else has to wait for that', async () => {
  const { github } = world;
  const back = github.faults.addStorm(() => ({ kind: 'drop' }));
  const send = (id: number, author: string) =>
    sendComment(world.server().url, { id, issue, author, body: '/ghost whoami' });
  const statuses: number[] = [];
  for (let id = 900_001; id <= 900_011; id++) {
    statuses.push(await send(id, 'mallory'));
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 500]);
  expect(await send(900_012, 'ada')).toBe(200);
  back();
});

test('a stop is done at once, though somebody else fills what is answered at the same time', async () => {
  await command('/ghost resume');
  const store = await openSqliteStore(':memory:');
  const target = openTarget();
  const hanging = Promise.withResolvers<null>();
  const context: IntakeContext = {
    store,
    clock: { now: () => new Date() },
    target: (repository) => (repository === REPOSITORY ? Promise.resolve(target) : hanging.promise),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const comments = createComments({ context, draining: new AbortController().signal, log });
  const keep = async (name: string, told: Parameters<typeof commentPayload>[0]) =>
    await comments.keep({ ...commentPayload(told), repository: { full_name: name } });
  for (let id = 1; id <= 150; id++) {
    const author = `mallory-${id % 5}`;
    // Each under an issue of its own, for under one they would wait for each other.
    await keep(`${REPOSITORY}-${id % 15}`, { id, issue: id, author, body: '/ghost status' });
  }
  world.github.faults.loseWebhooks({ event: 'issue_comment' });
  const others = await comments.beginDue();
  const body = '/ghost pause credentials leaked';
  const id = await world.github.person('ada', REPOSITORY).comment(issue, body);
  await keep(REPOSITORY, { id, issue, author: 'ada', body });
  const [stop] = await comments.beginDue();
  await stop;
  expect(replies(id)).toEqual([expect.stringContaining('pause: done')]);
  hanging.resolve(null);
  await Promise.all(others);
  await store.close();
});

describe('a comment that GitHub keeps from being answered', () => {
  let store: Store;
  let ahead: number;
  let said: string[];
  beforeEach(async () => {
    store = await openSqliteStore(':memory:');
    ahead = 0;
    said = [];
    // Only what is driven here hears of it.
    world.github.faults.loseWebhooks({ event: 'issue_comment' });
    await command('/ghost resume');
  });
  afterEach(() => store.close());

  /** The part of a server that answers comments, on this store and at a time of its own. */
  function open(target = openTarget()) {
    const say = (level: string) => (_: unknown, message?: string) => void said.push(`${level}: ${message}`);
    const context: IntakeContext = {
      store,
      clock: { now: () => new Date(Date.now() + ahead) },
      target: async () => target,
    };
    const log = { info: say('info'), warn: say('warn'), error: say('error') };
    const comments = createComments({ context, draining: new AbortController().signal, log });
    return {
      keep: (id: number, body: string, minutesAgo = 1) =>
        comments.keep(commentPayload({ id, issue, author: 'ada', body, minutesAgo })),
      answerDue: async (milliseconds: number) => {
        ahead += milliseconds;
        await Promise.all(await comments.beginDue());
      },
    };
  }

  async function write(body: string): Promise<number> {
    return await world.github.person('ada', REPOSITORY).comment(issue, body);
  }

  test('keeps what its author wrote below it waiting until it is done', async () => {
    const comments = open();
    await command('/ghost pause a look');
    const first = await write('/ghost resume');
    const second = await write('/ghost status');
    // In the order in which GitHub tells of them.
    await comments.keep(first, '/ghost resume', 0);
    await comments.keep(second, '/ghost status', 0);
    const back = world.github.faults.addStorm(() => ({ kind: 'drop' }));
    await comments.answerDue(0);
    back();
    await comments.answerDue(MINUTE_MS);
    expect([replies(first).length, replies(second).length]).toEqual([1, 0]);
    await comments.answerDue(0);
    expect(replies(second)).toEqual([expect.stringContaining('running')]);
  });

  test('is done once, though what is said of it is not taken at once', async () => {
    const comments = open();
    await command('/ghost pause first');
    const id = await write('/ghost resume');
    world.github.faults.add({
      match: { route: NEW_COMMENT },
      times: 1,
      fault: { kind: 'status', status: 403 },
    });
    await comments.keep(id, '/ghost resume', 0);
    await comments.answerDue(0);
    expect([replies(id), await switches()]).toEqual([[], []]);
    await command('/ghost pause second');
    await comments.answerDue(MINUTE_MS);
    expect(replies(id)).toEqual([expect.stringContaining('resume: done')]);
    expect(await switches()).toEqual(['paused: second']);
    expect(await store.comments.due(new Date(Date.now() + DAY_MS))).toEqual([]);
  });

  test.each([
    ['/ghost kill all confirm', '/ghost unlock confirm', 'unlock'],
    ['/ghost pause looking into it', '/ghost resume', 'resume'],
  ])('is not done once more where people went on since: %s', async (body, lift, verb) => {
    const comments = open(limitedAfterTheSwitch());
    const id = await write(body);
    await comments.keep(id, body, 0);
    await comments.answerDue(0);
    world.github.faults.clear();
    expect([replies(id), (await switches()).length]).toEqual([[], 1]);
    await command(lift);
    await comments.answerDue(30 * MINUTE_MS);
    expect(replies(id)).toEqual([expect.stringContaining(`goes on since "${verb}" by ada, and that stays`)]);
    expect(await switches()).toEqual([]);
  });

  test('is brought to its end where nobody has changed anything since', async () => {
    const comments = open(limitedAfterTheSwitch());
    const id = await write('/ghost pause looking into it');
    await comments.keep(id, '/ghost pause looking into it', 0);
    await comments.answerDue(0);
    world.github.faults.clear();
    await comments.answerDue(30 * MINUTE_MS);
    expect(replies(id)).toEqual([expect.stringContaining('looking into it')]);
    expect(await switches()).toEqual(['paused: looking into it']);
  });

  /** A target whose App is limited right after it has moved the switch, until the faults are cleared. */
  function limitedAfterTheSwitch(): ReturnType<typeof openTarget> {
    const target = openTarget({ now: () => new Date(Date.now() + ahead) });
    const { repository } = target.control;
    let limited = false;
    const write: typeof repository.write = async (transaction) => {
      const result = await repository.write(transaction);
      if (!limited && transaction.refs.some(({ ref }) => ref === CONTROL_REF)) {
        limited = true;
        world.github.faults.addStorm(() => ({ kind: 'rate_limit', retryAfter: 1500 }));
      }
      return result;
    };
    const watched = { read: repository.read.bind(repository), write };
    return { ...target, control: { ...target.control, repository: watched } };
  }

  test('that lifts a stop leaves one that came after it was written', async () => {
    const comments = open();
    await command('/ghost pause later');
    const id = await write('/ghost resume');
    await comments.keep(id, '/ghost resume', 5);
    await comments.answerDue(0);
    expect(replies(id)).toEqual([expect.stringContaining('paused after this was written')]);
    expect(await switches()).toEqual(['paused: later']);
  });

  test('for too long is not done any more, and its author is told so', async () => {
    const comments = open();
    const id = await write('/ghost pause long ago');
    await comments.keep(id, '/ghost pause long ago');
    const back = world.github.faults.addStorm(() => ({ kind: 'drop' }));
    await comments.answerDue(0);
    await comments.answerDue(89 * MINUTE_MS);
    expect(said).toEqual([TRIED_AGAIN, TRIED_AGAIN]);
    back();
    await comments.answerDue(2 * MINUTE_MS);
    expect(replies(id)).toEqual([expect.stringContaining('write the command again')]);
    expect(await switches()).toEqual([]);
    expect(said.at(-1)).toBe('warn: a command in a comment was given up, and its author was told so');
  });

  test('for hours is forgotten, and the log says so', async () => {
    const comments = open();
    const id = await write('/ghost pause very long ago');
    await comments.keep(id, '/ghost pause very long ago');
    const back = world.github.faults.addStorm(() => ({ kind: 'drop' }));
    await comments.answerDue(361 * MINUTE_MS);
    expect(said).toEqual(['error: a comment was given up without an answer; write the command again']);
    back();
    await comments.answerDue(MINUTE_MS);
    expect([replies(id), await switches()]).toEqual([[], []]);
  });

  test('because of a rate limit is not tried before that ends', async () => {
    const comments = open();
    const id = await write('/ghost whoami');
    await comments.keep(id, '/ghost whoami');
    const back = world.github.faults.addStorm(() => ({ kind: 'rate_limit', retryAfter: 600 }));
    await comments.answerDue(0);
    back();
    world.github.clearRequests();
    await comments.answerDue(9 * MINUTE_MS);
    expect([said, world.github.requests]).toEqual([[TRIED_AGAIN], []]);
  });
});

const DAY_MS = 86_400_000;
const TRIED_AGAIN = 'info: a comment could not be answered; it is tried again';

/** Has it done at once, on another surface. */
async function command(line: string): Promise<void> {
  const parsed = parseCommand(line);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  await execute(openTarget().control, { command: parsed.command, surface: 'api', actor: 'ada' });
}
