import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GOOD } from '../../src/local/sample/patches.ts';
import { createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Told = { readonly event: string; readonly id: number; readonly data: unknown };

/** Reads events until there are so many, and then goes away. */
async function listen(count: number, options: { readonly from?: string; readonly token?: string } = {}) {
  const gone = new AbortController();
  const answer = await fetch(`${world.server().url}/api/events`, {
    signal: gone.signal,
    headers: {
      authorization: `Bearer ${options.token ?? (await world.token())}`,
      ...(options.from === undefined ? {} : { 'last-event-id': options.from }),
    },
  });
  const told: Told[] = [];
  const done = (async () => {
    let rest = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = `${rest}${chunk}`.split('\n\n');
      rest = blocks.pop() ?? '';
      told.push(...blocks.flatMap(readEvent));
      if (told.length >= count) {
        break;
      }
    }
    gone.abort();
    return told.slice(0, count);
  })();
  return { status: answer.status, type: answer.headers.get('content-type'), told: done };
}

function readEvent(block: string): readonly Told[] {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const [event, id, data] = [fields.get('event'), fields.get('id'), fields.get('data')];
  return event === undefined ? [] : [{ event, id: Number(id), data: JSON.parse(data ?? 'null') }];
}

async function submit(id: string, token?: string) {
  const { status } = await world.request('/api/patches', {
    method: 'POST',
    body: { id, patch: GOOD.patch },
    ...(token === undefined ? {} : { token }),
  });
  expect(status).toBe(202);
}

describe('the events', () => {
  test('tell what becomes of patches from now on, within a second', async () => {
    await submit('before');
    const stream = await listen(3);
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream']);
    const started = performance.now();
    await submit('now');
    const [ready, ...events] = await stream.told;
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(ready).toMatchObject({ event: 'ready' });
    expect(events).toMatchObject([
      { event: 'queued', data: { repository: REPOSITORY, id: 'now' } },
      { event: 'sent', data: { repository: REPOSITORY, id: 'now' } },
    ]);
  });

  test('go on from the last one that a client had', async () => {
    const [ready] = await (await listen(1)).told;
    await submit('missed');
    const [, first] = await (await listen(2, { from: String(ready?.id) })).told;
    expect(first).toMatchObject({ event: 'queued', data: { id: 'missed' } });
  });

  test('are those of the repositories that the token is for', async () => {
    const token = await world.token({ repositories: ['acme/other'] });
    const stream = await listen(2, { token });
    await submit('not-mine');
    await submit('mine', token);
    const [, first] = await stream.told;
    expect(first).toMatchObject({ data: { id: 'mine', repository: 'acme/other' } });
  });

  test('of others are not even heard', async () => {
    const token = await world.token({ repositories: ['acme/other'] });
    const { body } = await fetch(`${world.server().url}/api/events`, {
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
    });
    const reader = body?.getReader();
    await reader?.read();
    const heard = reader?.read();
    await submit('nobody-hears-this');
    const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 700));
    expect(await Promise.race([heard, quiet])).toBe('quiet');
    await reader?.cancel();
  });

  test('of a store that was made anew are heard by who names one of the store before', async () => {
    await submit('anew');
    const [, first] = await (await listen(2, { from: '999999999999999' })).told;
    expect(first).toMatchObject({ data: { repository: REPOSITORY } });
  });

  test('reach a hundred listeners within a second', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => world.token()));
    const streams = await Promise.all(
      Array.from({ length: 100 }, (_, index) => listen(3, { token: tokens[index % 4] ?? '' })),
    );
    await submit('popular');
    const started = performance.now();
    await Promise.all(streams.map(({ told }) => told));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('more listeners than a token may have are told to come later', async () => {
    const token = await world.token();
    const streams = await Promise.all(Array.from({ length: 50 }, () => listen(2, { token })));
    const { status, headers } = await world.request('/api/events', { token });
    expect([status, headers.get('retry-after')]).toEqual([429, '5']);
    await submit('end-of-listening');
    await Promise.all(streams.map(({ told }) => told));
  });

  test('a Last-Event-ID that is none is a problem', async () => {
    expect(await world.request('/api/events', { headers: { 'last-event-id': '-1' } })).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
  });

  test('a client that never reads does not keep the server from ending', async () => {
    await fetch(`${world.server().url}/api/events`, {
      headers: { authorization: `Bearer ${await world.token()}` },
    });
    const started = performance.now();
    await world.restart();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
