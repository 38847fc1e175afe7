import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../src/app/server.ts';
import { WEBHOOK_PATH } from '../../../src/app/webhooks.ts';
import { SHOP, shopConfig } from '../../../src/local/sample/shop.ts';
import { type Sandbox, startSandbox } from '../../../src/local/sandbox.ts';
import type { LocalMessage } from '../../../src/local/slack/message.ts';
import { LOCAL_BOT_TOKEN, LOCAL_CHANNEL } from '../../../src/local/slack/server.ts';
import { findFreePort } from '../../free-port.ts';
import { APP_FILE } from '../world.ts';

export const SHOP_REPOSITORY = 'acme/shop';
export const SECRET_REPOSITORY = 'acme/secret';
export const SIGNING_SECRET = 'a-signing-secret-for-tests';

/** Maintains the shop, as GitHub and its config say. */
export const ADA = { id: 'U0ADA00001', name: 'ada' };
/** May write to it; the config of the secret repository knows him too, and GitHub does not let him see it. */
export const BEN = { id: 'U0BEN00001', name: 'ben' };
/** In the channel, and known to nobody. */
export const EVE = { id: 'U0EVE00001', name: 'eve' };

/** A local GitHub with its runner, a local Slack with people, and the server of an App that both call. */
export type SlackWorld = {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** The one message about a patch, as it reads now. */
  message(id: string): LocalMessage;
  /** Labels of its buttons. */
  buttons(id: string): readonly string[];
  /** Waits for what only this person sees next, after what was there before. */
  answerTo(person: { readonly id: string }, act: () => Promise<unknown>): Promise<string>;
  close(): Promise<void>;
};

export async function createSlackWorld(): Promise<SlackWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'slack-'));
  const sandbox = await startSandbox(join(import.meta.dirname, '../../..'));
  const { github, slack } = sandbox;
  const people = `control:\n  slack-users: {${ADA.id}: ada, ${BEN.id}: ben}\n`;
  await sandbox.addRepository(SHOP_REPOSITORY, SHOP, {
    config: `${shopConfig(LOCAL_CHANNEL.id)}approval: required\n${people}`,
  });
  await sandbox.addRepository(SECRET_REPOSITORY, SHOP, {
    config: `${shopConfig('C0ELSEWHERE')}control:\n  slack-users: {${BEN.id}: ben}\n`,
    private: true,
  });
  github.setVariable(SHOP_REPOSITORY, 'GHOST_SLACK_BUTTONS', 'true');
  github.setRole(SHOP_REPOSITORY, 'ada', 'maintain');
  github.setRole(SHOP_REPOSITORY, 'ben', 'write');
  const port = await findFreePort();
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories: [SHOP_REPOSITORY, SECRET_REPOSITORY],
    webhook: { url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`, secret: WEBHOOK_SECRET, events: [] },
  });
  const server = await startServer({
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: WEBHOOK_SECRET,
    apiUrl: github.apiUrl,
    serverUrl: github.url,
    store: join(directory, 'store.sqlite'),
    logLevel: 'fatal',
    slack: { signingSecret: SIGNING_SECRET, token: LOCAL_BOT_TOKEN, apiUrl: slack.apiUrl },
  });
  slack.people.install({
    signingSecret: SIGNING_SECRET,
    commandsUrl: `${server.url}/slack/commands`,
    interactionsUrl: `${server.url}/slack/interactions`,
    eventsUrl: `${server.url}/slack/events`,
  });
  const messagesOf = (id: string) =>
    slack.messages().filter(({ content }) => content.metadata?.event_payload['id'] === id);
  const message = (id: string) => {
    const [found, ...others] = messagesOf(id);
    if (found === undefined || others.length > 0) {
      throw new Error(`there are ${others.length + (found === undefined ? 0 : 1)} messages about ${id}`);
    }
    return found;
  };
  const shownTo = (user: string) => slack.messages().filter(({ visibleTo }) => visibleTo === user);
  return {
    sandbox,
    url: server.url,
    message,
    buttons: (id) => buttonsOf(message(id)),
    answerTo: async ({ id }, act) => {
      const before = shownTo(id).length;
      await act();
      return await until(() => {
        const [next] = shownTo(id).slice(before);
        return next === undefined ? undefined : JSON.stringify(next.content.blocks);
      });
    },
    close: async () => {
      await server.stop();
      await sandbox.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const WEBHOOK_SECRET = 'a-secret-for-webhooks-only';

export function buttonsOf({ content }: LocalMessage): readonly string[] {
  const row = content.blocks.find(({ type }) => type === 'actions');
  const elements: readonly { readonly text: { readonly text: string } }[] = Array.isArray(row?.['elements'])
    ? row['elements']
    : [];
  return elements.map(({ text }) => text.text);
}

/** What `look` gives as soon as it gives something. */
export async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
    const value = look();
    if (value !== undefined) {
      return value;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error('it did not happen');
}

const BETWEEN_LOOKS_MS = 20;
const MAX_LOOKS = 1500;
