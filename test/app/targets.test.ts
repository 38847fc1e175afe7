import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { createTargets } from '../../src/app/targets.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A GitHub with three installations, of which one is suspended: then it gives no token. */
async function startGitHub(): Promise<string> {
  const started = createServer(({ url = '', method }, response) => {
    const [path = ''] = url.split('?', 1);
    const id = /^\/app\/installations\/(\d)\/access_tokens$/.exec(path)?.[1];
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (method === 'POST' && id !== undefined) {
      const expires = new Date(Date.now() + 3_600_000).toISOString();
      const token = { token: `ghs_${id}`, expires_at: expires, permissions: {}, repository_selection: 'all' };
      return id === '2'
        ? answer(403, { message: 'This installation has been suspended' })
        : answer(201, token);
    }
    if (path === '/app/installations') {
      return answer(200, [
        { id: 1, account: { login: 'Acme' }, suspended_at: null },
        { id: 2, account: { login: 'Acme' }, suspended_at: '2026-05-04T10:00:00Z' },
        { id: 3, account: { login: 'Acme' }, suspended_at: null },
      ]);
    }
    return answer(200, { total_count: 1, repositories: [{ full_name: 'Acme/Shop' }] });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

test('an account that suspends the App hides no repository of the others', async () => {
  const apiUrl = await startGitHub();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const probot = new Probot({ appId: 1, privateKey, baseUrl: apiUrl, secret: 'x', logLevel: 'fatal' });
  await probot.ready();
  const targets = createTargets(probot, {
    apiUrl,
    serverUrl: apiUrl,
    clock: { now: () => new Date() },
    holder: 'nobody',
    draining: new AbortController().signal,
  });
  expect(await targets.installed()).toEqual(['acme/shop', 'acme/shop']);
});
