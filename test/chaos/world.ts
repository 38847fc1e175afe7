import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeToken } from '../../src/app/sender-token.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { openStore } from '../../src/io/store/open.ts';
import { createActionsEngine } from '../../src/local/runner/engine.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { type Sandbox, SENDER, startSandbox } from '../../src/local/sandbox.ts';
import type { Channel } from '../../src/local/slack/workspace.ts';
import type { Store } from '../../src/stages/intake/store.ts';
import { APP_FILE, WEBHOOK_SECRET } from '../app/world.ts';
import { findFreePort } from '../free-port.ts';
import { POSTGRES, startPostgres } from '../io/store/postgres-server.ts';
import { dieIn } from '../scenarios/dying.ts';
import { IN_EARNEST, type Plan } from './plan.ts';
import { createRunner, type Runner } from './runner.ts';
import { type Servers, startServers } from './servers.ts';
import { startWorkers, type Workers } from './workers.ts';

/** Everything that a chaos run runs on: the platforms in this process, servers and workers in their own. */
export type World = {
  readonly sandbox: Sandbox;
  readonly runner: Runner;
  readonly workers: Workers;
  readonly servers: Servers;
  readonly store: Store;
  /** Of the senders: one for GitHub, one for the servers. */
  readonly tokens: { readonly githubToken: string; readonly serverToken: string };
  /** Kills all processes; those that take their place live so much later, as do the platforms from then on. */
  passTime(milliseconds: number): Promise<void>;
  close(): Promise<void>;
};

export async function openWorld(plan: Plan, kind: 'sqlite' | 'postgres'): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'chaos-'));
  const database = kind === 'postgres' ? await startDatabase() : null;
  const place = (await database?.createDatabase()) ?? join(directory, 'store.sqlite');
  const time = { later: 0 };
  const workers = startWorkers(
    Math.min(1 + Math.ceil(plan.patches.length / PATCHES_PER_WORKER), MOST_WORKERS),
  );
  const { sandbox, runner } = await openPlatforms(plan, workers, time);
  const ports = await Promise.all(Array.from({ length: SERVERS[kind] }, findFreePort));
  const store = await openStore(place);
  const serverToken = await addToken(store, plan);
  const servers = await startServers(ports, {
    ...registerApp(sandbox, plan, ports[0] ?? 0),
    ...(kind === 'postgres' ? { DATABASE_URL: place } : { GHOST_STORE: place }),
  });
  const githubToken = sandbox.github.createToken({ login: SENDER, permissions: { contents: 'write' } });
  return {
    sandbox,
    runner,
    workers,
    servers,
    store,
    tokens: { githubToken, serverToken },
    async passTime(milliseconds) {
      time.later += milliseconds;
      await Promise.all([workers.renew(time.later), servers.renew(time.later)]);
    },
    async close() {
      await Promise.all([servers.close(), workers.close()]);
      await store.close();
      await sandbox.close();
      await database?.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** A worker takes a second to start, which a short run has not. */
const PATCHES_PER_WORKER = 50;
const MOST_WORKERS = 3;

/** One server has a file to itself; a database is shared. */
const SERVERS = { sqlite: 1, postgres: 2 } as const;

async function startDatabase() {
  if (POSTGRES === null) {
    throw new Error(
      'there is no PostgreSQL in /usr/lib/postgresql; install "postgresql", or take --store sqlite',
    );
  }
  return await startPostgres(POSTGRES);
}

async function openPlatforms(plan: Plan, workers: Workers, time: { readonly later: number }) {
  const { promise: running, resolve } = Promise.withResolvers<Runner>();
  const slack = { url: '' };
  const failing = new Set(
    plan.patches.filter(({ outcome }) => outcome === 'tests_failed').map(({ id }) => id),
  );
  const channels = new Map(plan.repositories.map((name, index) => [name, channelOf(name, index)]));
  const sandbox = await startSandbox(ROOT, {
    clock: { now: () => new Date(Date.now() + time.later) },
    // What limits are for is tested elsewhere; here they would only make it last for hours.
    slack: { channels: [...channels.values()], rateLimit: null },
    github: {
      rateLimits: { job: NO_LIMIT, token: NO_LIMIT },
      createEngine: (host) => {
        const runner = createRunner(host, {
          workers,
          slackUrl: () => slack.url,
          earnest: createActionsEngine(host),
          inEarnest: IN_EARNEST,
          passes: (id) => !failing.has(id),
        });
        resolve(runner);
        return runner;
      },
    },
  });
  slack.url = sandbox.slack.apiUrl;
  for (const [name, { id }] of channels) {
    await sandbox.addRepository(name, SHOP, {
      config: shopConfig(id),
      ...(name === IN_EARNEST ? { moreWorkflows: ['ghost-watch.yml'], workflow: dieSometimes } : {}),
    });
  }
  return { sandbox, runner: await running };
}

const ROOT = join(import.meta.dirname, '../..');
const NO_LIMIT = 1_000_000_000;

/** Each its own, so that whoever looks for a message need not look through those of all. */
function channelOf(name: string, index: number): Channel {
  return { id: `C0CHAOS${String(index).padStart(3, '0')}`, name: name.replace('/', '-') };
}

function dieSometimes(workflow: string): string {
  return ['apply', 'publish'].reduce(
    (text, job) => dieIn(text, job, { GHOST_DIE_CHANCE: CHANCE_OF_DEATH }),
    workflow,
  );
}

/** At each request, of which a job has some ten. */
const CHANCE_OF_DEATH = '0.02';

function registerApp({ github, slack }: Sandbox, { repositories }: Plan, port: number) {
  const { id, privateKey } = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories,
    webhook: {
      url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
      secret: WEBHOOK_SECRET,
      events: APP_FILE.default_events,
    },
  });
  return {
    APP_ID: String(id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    SLACK_API_URL: slack.apiUrl.replace(/\/$/, ''),
    LOG_LEVEL: 'fatal',
  };
}

/** As the sender is called on GitHub, so that a patch is whose it is by whatever door it comes. */
async function addToken({ tokens }: Store, { repositories }: Plan): Promise<string> {
  const { token, secret } = makeToken(
    { sender: SENDER, repositories, perMinute: NO_LIMIT, perDay: NO_LIMIT },
    new Date(),
  );
  await tokens.add(token);
  return secret;
}
