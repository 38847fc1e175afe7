import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  commandSchema,
  listSchema,
  preflightSchema,
  problemSchema,
  statusSchema,
} from '../../src/app/http/schemas.ts';
import { makeToken, type TokenPlan } from '../../src/app/sender-token.ts';
import { type RunningServer, startServer } from '../../src/app/server.ts';
import type { Settings } from '../../src/app/settings.ts';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { openStore } from '../../src/io/store/open.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { findFreePort } from '../free-port.ts';

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
        ...(sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
      });
      const body = z.record(z.string(), z.unknown()).parse(await answer.json());
      checkAnswer(`${method} ${path}`, answer, body);
      return { status: answer.status, headers: answer.headers, body };
    },
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

/** No answer may be other than the OpenAPI document says. */
function checkAnswer(what: string, answer: Response, body: unknown): void {
  const schema = SCHEMAS.find(({ matches }) => matches.test(what))?.schema ?? z.unknown();
  const parsed = (answer.ok ? schema : what.includes('/ready') ? z.unknown() : problemSchema).safeParse(body);
  if (!parsed.success) {
    throw new Error(`${what} was answered with what is not documented: ${z.prettifyError(parsed.error)}`);
  }
  const type = what.includes('/ready') || answer.ok ? 'application/json' : 'application/problem+json';
  if (answer.headers.get('content-type')?.split(';', 1)[0] !== type) {
    throw new Error(`${what} was answered as ${answer.headers.get('content-type')}`);
  }
}

const SCHEMAS = [
  { matches: /^POST \/api\/(?:control|patches\/)/, schema: commandSchema },
  { matches: /^POST /, schema: preflightSchema },
  { matches: /^GET \/api\/patches(?:\?|$)/, schema: listSchema },
  { matches: /^GET \/api\/patches\//, schema: statusSchema },
];
