import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { createRefresher } from '../../../../src/app/slack/refreshing.ts';
import { createSlackRoutes } from '../../../../src/app/slack/slack.ts';
import { createSlackWork } from '../../../../src/app/slack/working.ts';
import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import type { Person } from '../../../../src/local/slack/interaction.ts';
import type { LocalMessage } from '../../../../src/local/slack/message.ts';
import { LOCAL_BOT_TOKEN } from '../../../../src/local/slack/server.ts';
import { formatButtons } from '../../../../src/report/slack-buttons.ts';
import { readPatchState } from '../../../../src/stages/control/patch.ts';
import { viewFrom } from '../../../../src/stages/view.ts';
import type { Scene } from '../scene.ts';
import { expectKinds, payload, type Story } from '../stories.ts';
import { ASKED, type Asked, findLeftUndone } from './asked.ts';
import { indexAll, openIndexer } from './indexer.ts';
import { openPlace, type Process, wellProcess } from './place.ts';
import { liesTold, type Told } from './told.ts';

/** By their logins on GitHub. */
const PEOPLE = {
  rita: { id: 'U0RITA0001', name: 'rita' },
  ada: { id: 'U0ADA00001', name: 'ada' },
} as const;
const KNOWN = `control:\n  slack-users: {${PEOPLE.rita.id}: rita, ${PEOPLE.ada.id}: ada}\n`;

/** People who ask in Slack, and messages that are brought up to date: whatever is told must be so. */
export const SLACK: readonly Story[] = [
  asking('the command reject', ASKED.reject, writing('reject new it is not needed')),
  { ...asking('the command pause', ASKED.pause, writing('pause for a drill')), seldom: true },
  asking('a press of Approve', ASKED.approve, pressing('approve')),
  { ...asking('a press of Retry', ASKED.retry, pressing('retry')), seldom: true },
  {
    name: 'Slack, a message that tells what was so before',
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await scene.deliver(payload('new'));
      await indexAll(scene, store);
      await scene.command('rita', 'reject new', { ...scene.context, chat: null });
      return {
        work: (within, through) => refresh(scene, { store, within, through }),
        died: () => {},
        again: async () => {
          await refresh(scene, wellProcess(scene, store));
          return await expectKinds(scene, { new: 'closed' });
        },
      };
    },
  },
];

/** What somebody does in Slack; resolves when Slack has told the server. */
type Act = () => Promise<{ readonly ok: boolean }>;
type Prepare = (scene: Scene, person: Person) => Promise<Act>;

function asking(name: string, asked: Asked, prepare: Prepare): Story {
  const { by, config = 'test:\n  command: npm test\n', before, holds } = asked;
  return {
    name: `Slack, ${name}`,
    config: `${config}${KNOWN}`,
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await before(scene);
      const act = await prepare(scene, PEOPLE[by]);
      let heard: Heard = { told: [], wrong: [] };
      let close = () => {};
      return {
        work: async (within, through) => {
          const server = await openServer(scene, { store, within, through });
          close = server.close;
          heard = await server.hear(act);
          close();
        },
        died: () => close(),
        told: async () => {
          const so = await holds(scene);
          return [...heard.wrong, ...heard.told.flatMap((one) => liesTold(one, so))];
        },
        again: async () => {
          const server = await openServer(scene, wellProcess(scene, store));
          const { told, wrong } = await server.hear(act);
          server.close();
          const failed = told.filter(({ says }) => says === 'failed' || says === null);
          return [
            ...(told.length === 0 ? ['nobody was told anything'] : []),
            ...wrong,
            ...failed.map(({ words }) => words),
            ...(await findLeftUndone(scene, asked)),
          ];
        },
      };
    },
  };
}

/** All that was said, and what is wrong with how that was done. */
type Heard = { readonly told: readonly Told[]; readonly wrong: readonly string[] };

/** The addresses that Slack calls, on a server of their own. */
async function openServer(scene: Scene, process: Process) {
  const { slack } = scene;
  const place = openPlace(scene, process);
  const { send } = process.through('thread', { send: fetch });
  const settings = { ...SETTINGS, apiUrl: slack.apiUrl, fetch: send, sleep: async () => {} };
  const { context, targets, background } = place;
  const work = createSlackWork({ context, targets, background, onError: () => {} }, settings);
  const { answer } = process.through('answers', { answer: work.answer });
  let answers = 0;
  const routes = createSlackRoutes({
    work: {
      ...work,
      answer: async (...said) => {
        answers += 1;
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
    /** What was said from then on until all was done. */
    hear: async (act: Act): Promise<Heard> => {
      const before = saidBy(scene).length;
      const { ok } = await act();
      await place.settled();
      const told = saidBy(scene).slice(before).map(readTold);
      const wrong = [
        ...(ok ? [] : ['it was not acknowledged']),
        ...(answers === 1 ? [] : [`who asked was answered ${answers} times`]),
        ...(told.length > MOST_TOLD ? [`it was told ${told.length} times`] : []),
      ];
      return { told, wrong };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
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

/** Answers to people, and notes in threads; messages about patches are not among them. */
function saidBy({ slack }: Scene): readonly LocalMessage[] {
  return slack.messages().filter(({ content }) => content.metadata === undefined);
}

function readTold({ content }: LocalMessage): Told {
  const words = `${content.text} ${JSON.stringify(content.blocks)}`;
  const [, says = null] = /: (done|unchanged|unconfirmed|refused|failed)\b/.exec(content.text) ?? [];
  return { words, says: isSaid(says) ? says : null };
}

function isSaid(says: string | null): says is NonNullable<Told['says']> {
  return says !== null;
}

function writing(text: string): Prepare {
  return async ({ slack }, person) =>
    async () =>
      await slack.people.command({ person, text });
}

function pressing(verb: string): Prepare {
  return async (scene, person) => {
    const message = await withButtons(scene);
    return async () => await scene.slack.people.press({ person, message, action: `ghost.${verb}` });
  };
}

/** The message with the buttons that it would have now; they are pressed as they stood then. */
async function withButtons({ slack, context, repository }: Scene): Promise<LocalMessage> {
  const state = await readPatchState(context.repository, 'new');
  const [message] = slack
    .messages()
    .filter(({ content }) => content.metadata?.event_payload['repository'] === repository);
  if (typeof state === 'string' || message === undefined) {
    throw new Error('there is no message about the patch');
  }
  const { content } = message;
  const buttons = formatButtons(viewFrom(context.site, state.record, state.texts));
  return { ...message, content: { ...content, blocks: [...content.blocks, buttons] } };
}

/** What the server does when it learns how a patch stands. */
async function refresh(scene: Scene, process: Process): Promise<void> {
  const place = openPlace(scene, process);
  const { context, background } = place;
  const noticed = createRefresher({ context, background });
  await openIndexer(place, noticed).indexer.indexAll();
  await place.settled();
}
