import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { createAnswerRoom } from '../../src/app/http/answer-length.ts';
import { commandAnswer } from '../../src/app/http/command-answer.ts';
import { LARGEST_PAGE, listPatches } from '../../src/app/http/listing.ts';
import type { Variables } from '../../src/app/http/parts.ts';
import { makeToken } from '../../src/app/sender-token.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import type { CommandReport } from '../../src/report/command/report.ts';
import { patchRecord } from '../report/views.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

/** Characters of an answer that GPT Actions take. */
const LONGEST = 100_000;

describe('the answer to a patch with long paths', () => {
  let world: World;
  const path = `${['d', 'e', 'f', 'g'].map((letter) => letter.repeat(240)).join('/')}/x.js`;
  beforeAll(async () => {
    world = await createWorld();
    const lines = Array.from({ length: 300 }, (_, number) => `line ${number};\n`).join('');
    await world.github.commitFiles(REPOSITORY, 'main', { [path]: lines });
  });
  afterAll(() => world.close());

  function diff(to: string, word: string) {
    const hunks = Array.from({ length: 200 }, (_, number) => `@@\n-${word} ${number};\n+new ${number}\n`);
    return [{ kind: 'diff', diff: `--- a/${to}\n+++ b/${to}\n${hunks.join('')}` }];
  }

  const edits = Array.from({ length: 95 }, (_, number) => {
    return { kind: 'edit', path, find: `line ${number + 100};`, replace: `new ${number}` };
  });

  test.each<[string, number, readonly object[]]>([
    ['a file that is not there', 422, diff(`${path}on`, 'line')],
    ['lines that are not there', 422, diff(path, 'lime')],
    ['hunks that fit', 200, edits],
  ])('is no longer than GPT Actions take, and says how much is left out: %s', async (_, status, changes) => {
    const answer = await world.request('/api/patches?dryRun=true', {
      method: 'POST',
      body: { id: 'long', patch: { version: 1, changes } },
    });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body).length).toBeLessThan(LONGEST);
    const { hunks, leftOut } = answer.body;
    expect(Array.isArray(hunks) && hunks.length).toBeGreaterThan(20);
    expect(leftOut).toEqual({ hunks: expect.any(Number) });
  });
});

test('a page of long entries has fewer of them, and the next page goes on where it ends', async () => {
  const store = await openSqliteStore(':memory:');
  const title = '"'.repeat(600);
  for (let number = 0; number < LARGEST_PAGE; number += 1) {
    const patch = { repository: REPOSITORY, id: `p-${number}`, digest: 'a'.repeat(64), title, sender: 'gpt' };
    await store.board.adopt({ ...patch, receivedAt: '2026-05-04T10:00:00Z' });
  }
  const { token } = makeToken(
    { sender: 'gpt', repositories: [REPOSITORY], perMinute: 9, perDay: 9 },
    new Date(),
  );
  const parts = { context: { store }, publicUrl: 'https://ghost.example.com' };
  const app = new Hono<Variables>();
  app.get('/', async (context) => {
    context.set('token', token);
    return await listPatches(context, parts);
  });
  const ids: string[] = [];
  let [next, pages] = ['', 0];
  do {
    const text = await (await app.request(`/?limit=${LARGEST_PAGE}${next}`)).text();
    expect(text.length).toBeLessThan(LONGEST);
    const page: { patches: readonly { id: string }[]; next?: string } = JSON.parse(text);
    ids.push(...page.patches.map(({ id }) => id));
    next = page.next === undefined ? '' : `&before=${page.next}`;
    pages += 1;
  } while (next !== '');
  expect([pages, ids.length, new Set(ids).size]).toEqual([2, LARGEST_PAGE, LARGEST_PAGE]);
  await store.close();
});

describe('the answer to a command', () => {
  const report: CommandReport = {
    verb: 'preview',
    done: 'done',
    sentence: 'It fits.',
    surface: 'api',
    by: 'ada',
    observed: [],
    requestedAt: '2026-05-04T10:00:00Z',
  };
  const now = '2026-05-04T10:00:00Z';

  test('is as it was where it is short', () => {
    expect(commandAnswer({ ...report, diff: '-a\n+b\n' })).toMatchObject({ diff: '-a\n+b\n' });
    expect(commandAnswer(report)).not.toHaveProperty('leftOut');
  });

  test.each<[string, Partial<CommandReport>, object]>([
    ['a diff', { diff: '+"x"\n'.repeat(100_000) }, { diffLines: expect.any(Number) }],
    [
      'the log',
      {
        audit: {
          now,
          entries: Array.from({ length: 2000 }, () => ({
            oid: 'a'.repeat(40),
            committedAt: now,
            entry: null,
          })),
          more: true,
        },
      },
      { entries: expect.any(Number) },
    ],
    [
      'the patches that stand somewhere',
      {
        status: {
          now,
          control: { state: 'running' },
          switches: [],
          patches: Array.from({ length: 500 }, () => ({
            ok: true as const,
            record: patchRecord(),
            recordedAt: now,
          })),
          total: 500,
        },
      },
      { patches: expect.any(Number) },
    ],
  ])('is no longer than GPT Actions take, and says how much is left out: %s', (_, more, leftOut) => {
    const answer = commandAnswer({ ...report, ...more });
    const { length } = JSON.stringify(answer);
    expect(answer['leftOut']).toEqual(leftOut);
    expect(length).toBeLessThan(LONGEST);
    expect(length).toBeGreaterThan(LONGEST / 2);
  });
});

test('what an answer says first has the most room', () => {
  const room = createAnswerRoom({});
  expect(room.fit('first', ['x'.repeat(60_000), 'x'.repeat(60_000)])).toHaveLength(1);
  expect(room.fit('second', ['y', 'x'.repeat(60_000), 'y'])).toEqual(['y']);
  expect(room.leftOut()).toEqual({ leftOut: { first: 1, second: 2 } });
});
