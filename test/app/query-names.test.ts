import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { createHttpApp } from '../../src/app/http/app.ts';
import type { Parts, Variables } from '../../src/app/http/parts.ts';
import type { Token } from '../../src/stages/intake/store.ts';

const TOKEN: Pick<Token, 'id' | 'sender' | 'repositories'> = {
  id: 't',
  sender: 'gpt',
  repositories: ['acme/shop'],
};

/** As much as it takes to make all addresses, and to let whoever asks in. */
const GIVEN = {
  context: { store: { tokens: { find: async () => TOKEN } }, clock: { now: () => new Date(0) } },
  draining: new AbortController().signal,
  publicUrl: 'https://ghost.example',
  version: '1.0.0',
  metricsDoor: null,
  onError: () => undefined,
  slack: new Hono<Variables>(),
  dashboard: { routes: new Hono() },
};

/** These are called by others than senders, or check what they are asked in words of their own. */
const OTHERS = ['/health', '/ready', '/openapi.json', '/openapi-dispatch.json', '/mcp', '/metrics'];

const parts: Parts = Object.assign(JSON.parse('{}'), GIVEN);
const app = createHttpApp(parts);
const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !OTHERS.includes(path));
const addresses = new Set(routes.map(({ method, path }) => `${method} ${path.replace(':id', 'some')}`));

test.each([...addresses])(
  '%s refuses a name that it does not know, and one that stands there twice',
  async (address) => {
    const [method = '', path = ''] = address.split(' ');
    for (const query of [
      'repo=acme/other',
      'Repository=acme/shop',
      'repository=acme/shop&repository=acme/other',
    ]) {
      const answer = await app.request(`${path}?${query}`, {
        method,
        headers: { authorization: 'Bearer x' },
      });
      expect([query, answer.status, await answer.json()]).toMatchObject([
        query,
        400,
        { code: 'malformed_request', detail: expect.stringContaining('it takes repository') },
      ]);
    }
  },
);

test('all addresses are walked, those of events and of each command among them', () => {
  expect([...addresses]).toEqual(
    expect.arrayContaining([
      'GET /api/events',
      'GET /events',
      'POST /webhook',
      'POST /api/patches/some/reject',
      'POST /api/control',
    ]),
  );
});
