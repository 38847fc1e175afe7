import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { makeToken } from '../../app/sender-token.ts';
import { type RunningServer, startServer } from '../../app/server.ts';
import { WEBHOOK_PATH } from '../../app/webhooks.ts';
import { openSqliteStore } from '../../io/store/sqlite.ts';
import { SHOP, shopConfig } from '../../local/sample/shop.ts';
import { type Sandbox, SENDER } from '../../local/sandbox.ts';
import type { Person } from '../../local/slack/interaction.ts';
import { LOCAL_BOT_TOKEN, LOCAL_CHANNEL } from '../../local/slack/server.ts';
import { type EventLog, followEvents } from './event-log.ts';

/** The server in front of a local GitHub, a GPT that knows its address, and a person who may step in. */
export type FrontDoor = {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** Makes an address that signs the person's browser in to the dashboard, once. */
  readonly makeSignInUrl: () => string;
  /** Of the GPT, and of the person. */
  readonly tokens: { readonly gpt: string; readonly person: string };
  readonly events: EventLog;
  /** As the GPT. */
  readonly request: (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>;
  /** As the person. */
  readonly command: (path: string, body: object) => Promise<Answer>;
  close(): Promise<void>;
};

export type Answer = { readonly status: number; readonly body: { readonly [name: string]: unknown } };

export const DEMO_REPOSITORY = 'acme/shop';

/** Maintains the repository. */
export const PERSON = 'ada';

/** The same person in Slack. */
export const DEMO_MEMBER: Person = { id: 'U0ADA00001', name: PERSON };

/** Everything that a person would set up by hand, made up on the spot. */
export async function openFrontDoor(root: string, sandbox: Sandbox): Promise<FrontDoor> {
  const people = `control:\n  slack-users: {${DEMO_MEMBER.id}: ${PERSON}}\n`;
  await sandbox.addRepository(DEMO_REPOSITORY, SHOP, { config: `${shopConfig(LOCAL_CHANNEL.id)}${people}` });
  sandbox.github.setVariable(DEMO_REPOSITORY, 'GHOST_SLACK_BUTTONS', 'true');
  sandbox.github.setRole(DEMO_REPOSITORY, PERSON, 'maintain');
  const directory = mkdtempSync(join(tmpdir(), 'ghost-runner-demo-'));
  const store = join(directory, 'store.sqlite');
  try {
    const tokens = await makeTokens(store);
    const server = await startApp(root, sandbox, store);
    const events = followEvents(`${server.url}/api/events`, { authorization: `Bearer ${tokens.gpt}` });
    const { url } = server;
    return {
      sandbox,
      url,
      makeSignInUrl: () => server.makeSignInUrl() ?? url,
      tokens,
      events,
      request: (method, path, body) => send(`${url}${path}`, { method, token: tokens.gpt, body }),
      command: (path, body) => send(`${url}${path}`, { method: 'POST', token: tokens.person, body }),
      close: async () => {
        await events.close();
        await server.stop();
        rmSync(directory, { recursive: true });
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true });
    throw error;
  }
}

async function send(
  url: string,
  {
    method,
    token,
    body,
  }: { readonly method: string; readonly token: string; readonly body: object | undefined },
): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: answerSchema.parse(await answer.json()) };
}

const answerSchema = z.record(z.string(), z.unknown());

async function makeTokens(path: string): Promise<FrontDoor['tokens']> {
  const plan = { repositories: [DEMO_REPOSITORY], perMinute: 60, perDay: 500 };
  const gpt = makeToken({ ...plan, sender: SENDER }, new Date());
  const person = makeToken({ ...plan, sender: PERSON, login: PERSON }, new Date());
  const store = await openSqliteStore(path);
  await store.tokens.add(gpt.token);
  await store.tokens.add(person.token);
  await store.close();
  return { gpt: gpt.secret, person: person.secret };
}

/** Registers the App as app.yml says, and starts its server. */
async function startApp(root: string, { github, slack }: Sandbox, store: string): Promise<RunningServer> {
  const file = appFileSchema.parse(parse(readFileSync(join(root, 'app.yml'), 'utf8')));
  const port = await findFreePort();
  const [webhookSecret, signingSecret] = [makeSecret(), makeSecret()];
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: DEMO_REPOSITORY.split('/', 1)[0] ?? '',
    permissions: file.default_permissions,
    repositories: [DEMO_REPOSITORY],
    webhook: {
      url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`,
      secret: webhookSecret,
      events: file.default_events,
    },
  });
  slack.people.install({
    signingSecret,
    commandsUrl: `http://127.0.0.1:${port}/slack/commands`,
    interactionsUrl: `http://127.0.0.1:${port}/slack/interactions`,
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
  });
  return await startServer({
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret,
    apiUrl: github.apiUrl,
    serverUrl: github.url,
    store,
    logLevel: 'fatal',
    signIn: { kind: 'local', login: PERSON },
    slack: { signingSecret, token: LOCAL_BOT_TOKEN, apiUrl: slack.apiUrl },
  });
}

const appFileSchema = z.object({
  default_permissions: z.record(z.string(), z.string()),
  default_events: z.array(z.string()),
});

/** Anybody on this machine finds the server; what GitHub and Slack would say to it, only this process may. */
function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}

const SECRET_BYTES = 32;

/** The App's webhook needs it before the server has it. */
async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('there is no free port');
  }
  return address.port;
}
