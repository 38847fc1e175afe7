import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { openApiDocument } from '../../src/app/http/openapi.ts';
import { problemSchema } from '../../src/app/http/schemas.ts';
import { makeToken, type TokenPlan } from '../../src/app/sender-token.ts';
import { type RunningServer, startServer } from '../../src/app/server.ts';
import type { Settings } from '../../src/app/settings.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { openStore } from '../../src/io/store/open.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { findFreePort } from '../free-port.ts';
import { createPromises, type Promises } from './promises.ts';

export const REPOSITORY = 'acme/shop';
export const WEBHOOK_SECRET = 'a-secret-for-webhooks-only';

/** As it is registered from app.yml. */
export const APP_FILE = z
  .object({
    description: z.string(),
    default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
    default_events: z.array(z.string()),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8')));

/** A local GitHub with an App, and the server of that App; requests go over HTTP. */
export type World = {
  readonly github: LocalGitHub;
  readonly settings: Settings;
  server(): RunningServer;
  /** Stops the server and starts it again; in between the store can be changed. */
  restart(between?: () => void): Promise<void>;
  token(plan?: Partial<TokenPlan>): Promise<string>;
  /** `token: null`: without one. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /** What the OpenAPI document promises; every answer is held against it. */
  readonly promises: Promises;
  /** How many GitHub took since its requests were cleared. */
  dispatches(): number;
  close(): Promise<void>;
};

export type RequestOptions = {
  readonly method?: string;
  readonly token?: string | null;
  /** Address of another server than the usual one. */
  readonly at?: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [name: string]: unknown };
};

/** `store`: its place; a file of its own where absent. `slack`: not set up where absent. `settings`: others than usual. */
export async function createWorld(
  options: {
    readonly store?: string;
    readonly slack?: NonNullable<Settings['slack']>;
    readonly settings?: Partial<Settings>;
  } = {},
): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'app-'));
  const github = await startLocalGitHub();
  for (const name of [REPOSITORY, 'acme/other']) {
    await github.createRepository(name, {
      files: { ...SHOP, '.github/ghost-runner.yml': shopConfig('C0GHOST001') },
    });
  }
  const port = await findFreePort();
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories: [REPOSITORY, 'acme/other'],
    webhook: {
      url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
      secret: WEBHOOK_SECRET,
      events: APP_FILE.default_events,
    },
  });
  const settings: Settings = {
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: WEBHOOK_SECRET,
    apiUrl: github.apiUrl,
    serverUrl: github.url,
    store: options.store ?? join(directory, 'store.sqlite'),
    logLevel: 'fatal',
    ...(options.slack === undefined ? {} : { slack: options.slack }),
    ...options.settings,
  };
  let server = await startServer(settings);
  const token = async (plan: Partial<TokenPlan> = {}) => {
    const made = makeToken(
      { sender: 'shop-gpt', repositories: [REPOSITORY], perMinute: 1000, perDay: 1000, ...plan },
      new Date(),
    );
    const store = await openStore(settings.store);
    await store.tokens.add(made.token);
    await store.close();
    return made.secret;
  };
  const usual = await token();
  const promises = createPromises(openApiDocument({ publicUrl: settings.publicUrl, version: '1.2.3' }));
  return {
    github,
    settings,
    server: () => server,
    restart: async (between = () => {}) => {
      await server.stop();
      between();
      server = await startServer(settings);
    },
    token,
    request: async (path, options = {}) => {
      const { method = 'GET', token: given = usual, body: sent, headers = {}, at = server.url } = options;
      const answer = await fetch(`${at}${path}`, {
        method,
        headers: {
          // A connection that was kept might be one of the server before a restart.
          connection: 'close',
          ...(given === null ? {} : { authorization: `Bearer ${given}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined
          ? {}
          : { body: sent instanceof Blob || typeof sent === 'string' ? sent : JSON.stringify(sent) }),
      });
      const body = z.record(z.string(), z.unknown()).parse(await answer.json());
      checkAnswer(promises, { method, path, answer, body });
      return { status: answer.status, headers: answer.headers, body };
    },
    promises,
    dispatches: () =>
      github.requests.filter(
        ({ route, status }) => route === 'POST /repos/{owner}/{repo}/dispatches' && status === 204,
      ).length,
    close: async () => {
      await server.stop();
      await github.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** No answer may be other than the OpenAPI document says, and what went wrong anywhere is a problem. */
function checkAnswer(
  promises: Promises,
  told: { readonly method: string; readonly path: string; readonly answer: Response; readonly body: unknown },
): void {
  const { method, path, answer, body } = told;
  const { status, ok, headers } = answer;
  const type = headers.get('content-type');
  const [bare = ''] = path.split('?', 1);
  promises.keep({ method, path: OLDER_ADDRESSES.has(bare) ? '/api/patches' : path, status, type, body });
  if (!ok && bare !== '/ready' && !(type?.startsWith('application/problem+json') && isProblem(body))) {
    throw new Error(`${method} ${path} was answered with ${status} and no problem: ${JSON.stringify(body)}`);
  }
}

/** Those that are not documented, and take the same. */
const OLDER_ADDRESSES: ReadonlySet<string> = new Set(['/webhook', '/patch']);

function isProblem(body: unknown): boolean {
  return problemSchema.safeParse(body).success;
}
