import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import * as z from 'zod';
import { makeToken } from '../../src/app/sender-token.ts';
import type { Settings } from '../../src/app/settings.ts';
import { openStore } from '../../src/io/store/open.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';

export const REPOSITORY = 'acme/shop';

/** A GitHub in this process, with an App as it is registered from app.yml; nothing hears its webhooks. */
export type World = {
  readonly github: LocalGitHub;
  /** For a server with a store of its own; another name is another store. */
  settings(name: string): Settings;
  /** Adds one to a store. Gives its secret. */
  token(settings: Settings, sender: string): Promise<string>;
  close(): Promise<void>;
};

/** `more`: names of other repositories in which the App is installed; next to nothing is in them. */
export async function createWorld(more: readonly string[] = []): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-app-'));
  const github = await startLocalGitHub({ rateLimits: { token: Number.MAX_SAFE_INTEGER } });
  await github.createRepository(REPOSITORY, {
    files: { ...SHOP, '.github/ghost-runner.yml': shopConfig('C0GHOST001') },
  });
  for (const name of more) {
    await github.createRepository(name, { files: { 'README.md': '# A project\n' } });
  }
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories: [REPOSITORY],
  });
  for (const owner of new Set(more.map(ownerOf))) {
    github.installApp(
      app,
      more.filter((name) => ownerOf(name) === owner),
    );
  }
  for (const name of more) {
    github.setRole(name, 'acme', 'write');
  }
  return {
    github,
    settings: (name) => ({
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1:0',
      appId: app.id,
      privateKey: app.privateKey,
      webhookSecret: 'a-secret-for-webhooks-only',
      apiUrl: github.apiUrl,
      serverUrl: github.url,
      store: join(directory, `${name}.sqlite`),
      logLevel: 'fatal',
      signIn: { kind: 'local', login: 'acme' },
    }),
    token: async (settings, sender) => {
      const plan = { sender, repositories: [REPOSITORY], perMinute: NO_LIMIT, perDay: NO_LIMIT };
      const { token, secret } = makeToken(plan, new Date());
      const store = await openStore(settings.store);
      await store.tokens.add(token);
      await store.close();
      return secret;
    },
    close: async () => {
      await github.close();
      rmSync(directory, { recursive: true });
    },
  };
}

function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'));
}

const APP_FILE = z
  .object({ default_permissions: z.record(z.string(), z.enum(['read', 'write'])) })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8')));

const NO_LIMIT = 1_000_000;

/** What GitHub sends when a pull request is opened, some ten kilobytes. */
export async function capturePullRequestEvent(github: LocalGitHub): Promise<string> {
  const received = Promise.withResolvers<string>();
  const receiver = createServer((request, response) => {
    response.end();
    received.resolve(text(request));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the receiver has no port');
  }
  const name = 'acme/captured';
  await github.createRepository(name, { files: SHOP, collaborators: { ada: 'write' } });
  github.createApp({
    slug: 'capture',
    owner: 'acme',
    permissions: { contents: 'read', pull_requests: 'read', metadata: 'read' },
    repositories: [name],
    webhook: {
      url: `http://127.0.0.1:${address.port}/`,
      secret: 'for-this-capture-only',
      events: ['pull_request'],
    },
  });
  const ada = github.person('ada', name);
  await ada.push('feature', { 'a.txt': 'a text\n' });
  await ada.openPullRequest({ head: 'feature', title: 'A feature' });
  const body = await received.promise;
  await github.settled();
  receiver.close();
  return body;
}
