import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { problemBody } from '../../../src/app/http/problem.ts';
import { ClosedDoor, type Door } from '../../../src/cli/inbox/door.ts';
import { isCompleted } from '../../../src/cli/inbox/report.ts';
import { createServerDoor } from '../../../src/cli/inbox/server-door.ts';

type Answer = {
  readonly status: number;
  readonly body: string;
  readonly headers?: { readonly [name: string]: string };
};

let server: Server;
let door: Door;
let answer: Answer;
let asked: string[];
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    request.resume();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  door = createServerDoor({ url: address(), token: 'secret', repository: 'acme/shop' });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function address(): string {
  const at = server.address();
  return typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : '';
}

const DIGEST = 'a'.repeat(64);
const PATCH = { id: 'fix', digest: DIGEST, text: '{"version":1,"changes":[]}' };
const RECEIPT = { before: null };
const FITS = JSON.stringify({
  id: 'fix',
  repository: 'acme/shop',
  digest: DIGEST,
  outcome: 'accepted',
  detail: 'It fits.',
  hunks: [],
  changes: [],
  warnings: [],
  statusUrl: 'https://ghost.example.com/api/patches/fix',
});
const PAGE = '<html>Welcome</html>';

function send(given: Answer) {
  answer = given;
  return door.send(PATCH, new AbortController().signal);
}

function look(given: Answer) {
  answer = given;
  return door.look(PATCH, RECEIPT, new AbortController().signal);
}

function problem(status: number, code: 'locked' | 'draining' | 'broken', more: object = {}): string {
  return JSON.stringify(problemBody({ status: 418, code, detail: 'Do this.', more: { ...more, status } }));
}

function status(more: object): string {
  return JSON.stringify({
    id: 'fix',
    repository: 'acme/shop',
    digest: DIGEST,
    title: 'Fix it',
    stage: 'done',
    finished: true,
    headline: 'Here it is',
    detail: 'So it is.',
    warnings: [],
    receivedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  });
}

describe('what the server knows of a patch besides', () => {
  const told = { notes: ['Names were read'], notDone: ['Requested, not done: a branch named feature/x'] };

  test('is kept from its first answer, and from one that refuses it', async () => {
    const fits = JSON.stringify({ ...JSON.parse(FITS), ...told });
    expect(await send({ status: 202, body: fits })).toMatchObject({ told });
    const locked = problem(423, 'locked', { outcome: 'halted', ...told });
    expect(await send({ status: 423, body: locked })).toMatchObject({ report: told });
  });

  test('that GitHub may have taken is no trace of it, so that it is sent again and not waited for', async () => {
    const failed = { stage: 'failed', headline: 'It may have arrived' };
    expect(await look({ status: 200, body: status({ ...failed, finished: false }) })).toEqual({
      kind: 'nothing',
    });
    expect(await look({ status: 200, body: status(failed) })).toMatchObject({
      kind: 'ended',
      report: { outcome: 'not_taken' },
    });
  });

  test('that somebody canceled is told as that, whether or not GitHub may have taken it before', async () => {
    const canceled = { stage: 'failed', withdrawn: 'canceled', headline: 'Canceled' };
    expect(await look({ status: 200, body: status({ ...canceled, finished: true }) })).toMatchObject({
      kind: 'withdrawn',
      surely: true,
      report: { outcome: 'not_taken', headline: 'Canceled' },
    });
    expect(await look({ status: 200, body: status({ ...canceled, finished: false }) })).toMatchObject({
      kind: 'withdrawn',
      surely: false,
      report: { outcome: 'unknown' },
    });
  });

  test('is told in the end under the names that every door has for it', async () => {
    const warnings = ['The message in Slack could not be sent'];
    const ended = status({ outcome: 'merged', ...told, warnings });
    expect(await look({ status: 200, body: ended })).toMatchObject({ report: { ...told, warnings } });
    const untold = JSON.stringify(await look({ status: 200, body: status({ outcome: 'merged' }) }));
    expect(untold).not.toMatch(/"(?:notes|notDone|warnings)"/);
  });
});

describe('what is said to a patch', () => {
  test.each<[string, Answer, object]>([
    ['a page of its own', { status: 200, body: PAGE }, { kind: 'perhaps' }],
    ['nothing', { status: 202, body: '{}' }, { kind: 'perhaps' }],
    [
      'that something broke',
      { status: 500, body: problem(500, 'broken') },
      { kind: 'perhaps', why: 'Do this.' },
    ],
    ['that it fits', { status: 202, body: FITS }, { kind: 'sent' }],
    ['more than it should', { status: 202, body: FITS.padEnd(1_100_000) }, { kind: 'perhaps' }],
    [
      'that it is about to end',
      { status: 503, body: problem(503, 'draining'), headers: { 'retry-after': '7' } },
      { kind: 'not_sent', why: 'Do this.', retryAfterMs: 7_000 },
    ],
    [
      'that it is locked',
      { status: 423, body: problem(423, 'locked', { outcome: 'halted' }) },
      { kind: 'ended', report: { outcome: 'halted', detail: 'Do this.' } },
    ],
  ])('being %s is never taken for more', async (_, given, expected) => {
    expect(await send(given)).toMatchObject(expected);
  });

  test('elsewhere is not heard, and the token is told to nobody else', async () => {
    const other: string[] = [];
    const elsewhere = createServer((request, response) => {
      other.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const at = elsewhere.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    const headers = { location: `http://127.0.0.1:${port}/` };
    expect(await send({ status: 307, body: '', headers })).toMatchObject({ kind: 'perhaps' });
    expect(await look({ status: 302, body: '', headers })).toMatchObject({ kind: 'unreachable' });
    elsewhere.close();
    expect(other).toEqual([]);
    expect(asked).toHaveLength(2);
  });
});

describe('what is said of a patch', () => {
  test.each<[string, Answer, object]>([
    ['a page of its own', { status: 200, body: PAGE }, { kind: 'unreachable' }],
    ['another revision', { status: 200, body: status({ digest: 'b'.repeat(64) }) }, { kind: 'other' }],
    [
      'that it waits for a pause',
      { status: 200, body: status({ stage: 'held', finished: false }) },
      { kind: 'under_way', held: true },
    ],
    [
      'that GitHub did not take it',
      { status: 200, body: status({ stage: 'failed' }) },
      { kind: 'ended', final: true, report: { outcome: 'not_taken' } },
    ],
  ])('being %s is seen as that', async (_, given, expected) => {
    expect(await look(given)).toMatchObject(expected);
  });

  test.each(['perfect', undefined, 'applied'])('being the outcome %s is no success', async (outcome) => {
    const seen = await look({ status: 200, body: status(outcome === undefined ? {} : { outcome }) });
    expect(seen).toMatchObject({ kind: 'ended', report: { outcome: 'unknown' } });
    expect(seen.kind === 'ended' && isCompleted(seen.report)).toBe(false);
  });
});

test.each([401, 403, 404])('%i for whatever there is not closes the door', async (code) => {
  await expect(send({ status: code, body: PAGE })).rejects.toThrow(ClosedDoor);
  await expect(look({ status: code, body: PAGE })).rejects.toThrow(ClosedDoor);
});

test('an id is only ever a part of the address', async () => {
  answer = { status: 200, body: PAGE };
  await door.look({ ...PATCH, id: '../../x?y#z' }, null, new AbortController().signal);
  expect(asked).toEqual(['GET /api/patches/..%2F..%2Fx%3Fy%23z?repository=acme%2Fshop Bearer secret']);
});
