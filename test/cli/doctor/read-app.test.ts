import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askApp } from '../../../src/cli/doctor/read-app.ts';
import type { CreatedApp } from '../../../src/local/github/operations/apps.ts';
import { type LocalGitHub, startLocalGitHub } from '../../../src/local/github/server.ts';
import { findFreePort } from '../../free-port.ts';

let github: LocalGitHub;
let app: CreatedApp;
beforeAll(async () => {
  github = await startLocalGitHub();
  await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } });
  await github.createRepository('acme/other', { files: { 'a.txt': 'one\n' } });
  app = github.createApp({
    slug: 'ghost',
    owner: 'acme',
    permissions: { contents: 'write', checks: 'read' },
    repositories: ['acme/shop'],
    webhook: {
      url: `http://127.0.0.1:${await findFreePort()}/`,
      secret: 'x'.repeat(20),
      events: ['push'],
    },
  });
});
afterAll(() => github.close());

function ask(repository: string, more: { readonly privateKey?: string } = {}) {
  const identity = { appId: app.id, privateKey: app.privateKey, ...more };
  return askApp(identity, { repository, apiUrl: github.apiUrl });
}

describe('GitHub is asked as the App', () => {
  test('what it may and hears, and how its webhooks were answered', async () => {
    github.setRole('acme/shop', 'ada', 'write');
    await github.person('ada', 'acme/shop').push('main', { 'a.txt': 'two\n' });
    await github.settled();
    expect(await ask('acme/shop')).toEqual({
      kind: 'installed',
      permissions: new Map([
        ['metadata', 'read'],
        ['contents', 'write'],
        ['checks', 'read'],
      ]),
      events: ['push'],
      deliveries: [expect.any(Number)],
    });
  });

  test('and is not installed everywhere', async () => {
    expect(await ask('acme/other')).toEqual({ kind: 'not_installed' });
  });

  test('and is not who it says it is', async () => {
    const { privateKey } = github.createApp({
      slug: 'spy',
      owner: 'acme',
      permissions: {},
      repositories: [],
    });
    expect(await ask('acme/shop', { privateKey })).toEqual({
      kind: 'failed',
      why: expect.stringContaining('could not be decoded'),
    });
  });

  test('only where somebody names it', async () => {
    const place = { repository: 'acme/shop', apiUrl: github.apiUrl };
    expect(await askApp(null, place)).toEqual({ kind: 'not_asked' });
  });
});
