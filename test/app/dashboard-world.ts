import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignIn } from '../../src/app/dashboard/sign-in.ts';
import { makeToken } from '../../src/app/sender-token.ts';
import { type RunningServer, startServer } from '../../src/app/server.ts';
import type { Settings } from '../../src/app/settings.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { findFreePort } from '../free-port.ts';

export const OPERATOR = 'ada';
export const READER = 'rob';

/** A local GitHub with its runner, the server of an App there, and people with different rights. */
export type DashboardWorld = {
  readonly sandbox: Sandbox;
  readonly settings: Settings;
  /** As it is now: another one after a restart. */
  readonly server: RunningServer;
  /** Sends a patch to the front door; gives the status of the answer. */
  send(repository: string, delivery: object): Promise<number>;
  /** Stops the server, and starts it again with a token for its sender; in between its store may be lost. */
  restart(between: () => void): Promise<void>;
  close(): Promise<void>;
};

const WEBHOOK_SECRET = 'a-secret-for-webhooks-only';

export const SHOP_REPOSITORY = 'acme/shop';
export const OTHER_REPOSITORY = 'acme/billing';
export const SECRET_REPOSITORY = 'acme/secret';

/** Every repository is private; the operator maintains the first two, and the reader may read the first one. */
export async function createDashboardWorld(
  options: Partial<Pick<Settings, 'serverUrl' | 'publicUrl'>> & { readonly signIn?: SignIn | null } = {},
): Promise<DashboardWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'dashboard-'));
  const sandbox = await startSandbox(join(import.meta.dirname, '../..'));
  const { github } = sandbox;
  const repositories = [SHOP_REPOSITORY, OTHER_REPOSITORY, SECRET_REPOSITORY];
  for (const name of repositories) {
    await sandbox.addRepository(name, SHOP, { config: shopConfig(LOCAL_CHANNEL.id), private: true });
  }
  for (const name of repositories.slice(0, 2)) {
    github.setRole(name, OPERATOR, 'maintain');
  }
  github.setRole(SHOP_REPOSITORY, READER, 'read');
  const port = await findFreePort();
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: {
      actions: 'write',
      checks: 'read',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      'pull-requests': 'write',
      statuses: 'write',
    },
    repositories,
    webhook: {
      url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
      secret: WEBHOOK_SECRET,
      events: ['workflow_run', 'pull_request'],
    },
  });
  const settings: Settings = {
    host: '127.0.0.1',
    port,
    publicUrl: options.publicUrl ?? `http://127.0.0.1:${port}`,
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: WEBHOOK_SECRET,
    apiUrl: github.apiUrl,
    serverUrl: options.serverUrl ?? github.url,
    store: join(directory, 'store.sqlite'),
    logLevel: 'fatal',
    ...(options.signIn === null ? {} : { signIn: options.signIn ?? { kind: 'local', login: OPERATOR } }),
  };
  const plan = { sender: 'shop-gpt', repositories, perMinute: 1000, perDay: 1000 };
  const { token, secret } = makeToken(plan, new Date());
  const start = async () => {
    const store = await openSqliteStore(settings.store);
    if ((await store.tokens.find(token.hash)) === null) {
      await store.tokens.add(token);
    }
    await store.close();
    return startServer(settings);
  };
  let server = await start();
  return {
    sandbox,
    settings,
    get server() {
      return server;
    },
    send: async (repository, delivery) => {
      const answer = await fetch(`${server.url}/api/patches?repository=${encodeURIComponent(repository)}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(delivery),
      });
      return answer.status;
    },
    restart: async (between) => {
      await server.stop();
      between();
      server = await start();
    },
    close: async () => {
      await server.stop();
      await sandbox.close();
      rmSync(directory, { recursive: true });
    },
  };
}
