import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { createSlackRoutes } from '../../../../src/app/slack/slack.ts';
import { createSlackWork } from '../../../../src/app/slack/working.ts';
import type { LocalMessage } from '../../../../src/local/slack/message.ts';
import { LOCAL_BOT_TOKEN } from '../../../../src/local/slack/server.ts';
import type { Scene } from '../scene.ts';
import { openPlace, type Process } from './place.ts';
import type { Told } from './told.ts';

/** Who speaks in Slack, by their logins on GitHub. */
export const PEOPLE = {
  rita: { id: 'U0RITA0001', name: 'rita' },
  ada: { id: 'U0ADA00001', name: 'ada' },
} as const;

/** The part of a config that says who they are. */
export const KNOWN = `control:\n  slack-users: {${PEOPLE.rita.id}: rita, ${PEOPLE.ada.id}: ada}\n`;

/** What somebody does in Slack; resolves when Slack has told the server. */
export type Act = () => Promise<{ readonly ok: boolean }>;

/** How often the server tried to answer: where only the one who asked sees it, and in a thread. */
export type Answers = { readonly alone: number; readonly inThread: number };

export type Heard = {
  /** All that was said. */
  readonly told: readonly Told[];
  /** Methods of Slack that did what they were called for. */
  readonly taken: readonly string[];
  /** What is wrong with how it was answered. */
  readonly wrong: readonly string[];
};

/** The addresses that Slack calls, on a server of their own. */
export async function openServer(scene: Scene, process: Process) {
  const { slack } = scene;
  const place = openPlace(scene, process);
  const answers = { alone: 0, inThread: 0 };
  const { send } = process.through('thread', { send: fetch });
  const settings = {
    ...SETTINGS,
    apiUrl: slack.apiUrl,
    fetch: async (...request: Parameters<typeof fetch>) => {
      answers.inThread += addressOf(request[0]).endsWith('/chat.postMessage') ? 1 : 0;
      return await send(...request);
    },
    sleep: async () => {},
  };
  const { context, targets, background } = place;
  const work = createSlackWork({ context, targets, background, onError: () => {} }, settings);
  const { answer } = process.through('answers', { answer: work.answer });
  const routes = createSlackRoutes({
    work: {
      ...work,
      answer: async (...said) => {
        answers.alone += 1;
        await answer(...said);
      },
    },
    // Slack's requests are of the present.
    clock: { now: () => new Date() },
    draining: new AbortController().signal,
  });
  const take = getRequestListener(routes.fetch);
  const server = createServer((request, response) => void take(request, response));
  const url = await listen(server);
  slack.people.install({
    signingSecret: SETTINGS.signingSecret,
    commandsUrl: `${url}/slack/commands`,
    interactionsUrl: `${url}/slack/interactions`,
    eventsUrl: `${url}/slack/events`,
  });
  return {
    /** What was said from then on until all was done; `asExpected` looks at how often the server tried to answer. */
    hear: async (act: Act, asExpected: (answers: Answers) => boolean): Promise<Heard> => {
      const before = { said: saidBy(scene).length, requests: slack.requests.length };
      const { ok } = await act();
      await place.settled();
      const told = saidBy(scene).slice(before.said).map(readTold);
      const taken = slack.requests
        .slice(before.requests)
        .flatMap(({ method, error }) => (error === undefined ? [method] : []));
      const wrong = [
        ...(ok ? [] : ['it was not acknowledged']),
        ...(asExpected(answers) ? [] : [`who asked was answered so often: ${JSON.stringify(answers)}`]),
        ...(told.length > MOST_TOLD ? [`it was told ${told.length} times`] : []),
      ];
      return { told, taken, wrong };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function addressOf(request: Parameters<typeof fetch>[0]): string {
  return request instanceof Request ? request.url : String(request);
}

/** The one who asked, and the thread of the patch. */
const MOST_TOLD = 2;

const SETTINGS = { signingSecret: 'a-signing-secret-for-tests', token: LOCAL_BOT_TOKEN } as const;

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return `http://127.0.0.1:${port}`;
}

/** Answers to people, and notes in threads; messages about patches are not among them, nor is what people write. */
function saidBy({ slack }: Scene): readonly LocalMessage[] {
  return slack
    .messages()
    .filter(({ content, author }) => content.metadata === undefined && !SPEAKERS.has(author));
}

const SPEAKERS: ReadonlySet<string> = new Set(Object.values(PEOPLE).map(({ id }) => id));

function readTold({ content }: LocalMessage): Told {
  const words = `${content.text} ${JSON.stringify(content.blocks)}`;
  const [, says = null] = /: (done|unchanged|unconfirmed|refused|failed)\b/.exec(content.text) ?? [];
  return { words, says: isSaid(says) ? says : null };
}

function isSaid(says: string | null): says is NonNullable<Told['says']> {
  return says !== null;
}
