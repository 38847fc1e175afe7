import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { createTargets, type Targets } from '../../src/app/targets.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { createCompute } from '../../src/stages/compute.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A GitHub with three installations, of which some say no: to the App that asks for a token, or to that token. */
async function startGitHub(refused: { readonly tokens: RegExp; readonly lists: RegExp }): Promise<string> {
  const started = createServer(({ url = '', method, headers }, response) => {
    const [path = ''] = url.split('?', 1);
    const id = /^\/app\/installations\/(\d)\/access_tokens$/.exec(path)?.[1];
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (method === 'POST' && id !== undefined) {
      const expires = new Date(Date.now() + 3_600_000).toISOString();
      const token = { token: `ghs_${id}`, expires_at: expires, permissions: {}, repository_selection: 'all' };
      return refused.tokens.test(id)
        ? answer(403, { message: 'This installation has been suspended' })
        : answer(201, token);
    }
    if (path === '/app/installations') {
      return answer(200, [
        { id: 1, account: { login: 'Acme' } },
        { id: 2, account: { login: 'Other' } },
        { id: 3, account: { login: 'Third' } },
      ]);
    }
    const account = /\d$/.exec(headers.authorization ?? '')?.[0] ?? '';
    return refused.lists.test(account)
      ? answer(403, { message: 'The organization has an IP allow list enabled' })
      : answer(200, { total_count: 1, repositories: [{ full_name: `Acme/Shop-${account}` }] });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

const NONE = /^$/;
const ALL = /./;

test.each([
  ['suspends the App', { tokens: /2/, lists: NONE }],
  ['lets nobody in from here', { tokens: NONE, lists: /2/ }],
])('an account that %s hides no repository of the others', async (_, refused) => {
  const targets = await openTargets(refused);
  expect(await targets.installed()).toEqual(['acme/shop-1', 'acme/shop-3']);
});

test.each([
  ['gives no token', { tokens: ALL, lists: NONE }],
  ['tells no names', { tokens: NONE, lists: ALL }],
])('where no account %s, nobody is told that there are no repositories', async (_, refused) => {
  const targets = await openTargets(refused);
  await expect(targets.installed()).rejects.toThrow("Could not list the App's repositories");
});

async function openTargets(refused: Parameters<typeof startGitHub>[0]): Promise<Targets> {
  const apiUrl = await startGitHub(refused);
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const probot = new Probot({ appId: 1, privateKey, baseUrl: apiUrl, secret: 'x', logLevel: 'fatal' });
  await probot.ready();
  return createTargets(probot, {
    computeFor: () => createCompute(createSecretScanner()),
    apiUrl,
    serverUrl: apiUrl,
    clock: { now: () => new Date() },
    holder: 'nobody',
  });
}
