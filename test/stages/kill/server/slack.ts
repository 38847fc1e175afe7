import { createRefresher } from '../../../../src/app/slack/refreshing.ts';
import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import type { Person } from '../../../../src/local/slack/interaction.ts';
import type { LocalMessage } from '../../../../src/local/slack/message.ts';
import { formatButtons } from '../../../../src/report/slack-buttons.ts';
import { formatSlackDetails } from '../../../../src/report/slack-details.ts';
import { readPatchState } from '../../../../src/stages/control/patch.ts';
import { viewFrom } from '../../../../src/stages/view.ts';
import type { Scene } from '../scene.ts';
import { expectKinds, payload, type Story } from '../story.ts';
import { ASKED, type Asked, findLeftUndone } from './asked.ts';
import { indexAll, openIndexer } from './indexer.ts';
import { openPlace, type Process, wellProcess } from './place.ts';
import { type Act, type Answers, type Heard, KNOWN, openServer, PEOPLE } from './slack-server.ts';
import { liesTold } from './told.ts';

const WITH_TESTS = 'test:\n  command: npm test\n';

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

/** What is answered in threads: commands to the app itself, its assistant, and Details of a patch. */
export const SLACK_THREADS: readonly Story[] = [
  asking('a message to the app that rejects', ASKED.reject, telling('reject new it is not needed')),
  looking('the assistant, when somebody opens it', {
    before: async () => {},
    prepare: opening,
    // What it suggests is shown above the thread, and is no message.
    lies: async (_scene, { told }) => told.map(({ words }) => `who opened it was told: ${words}`),
    missing: async (_scene, { told, taken }) => [
      ...told.map(({ words }) => words),
      ...(taken.includes(SUGGESTING) ? [] : ['nothing was suggested']),
    ],
  }),
  looking('a press of Details', {
    before: (scene) => scene.deliver(payload('new')),
    prepare: pressing('details', isOnceSomewhere),
    lies: async (_scene, { told }) =>
      told.flatMap(({ words }) => (DENIAL.test(words) ? [`it was denied: ${words}`] : [])),
    missing: async (scene, { told }) => {
      const { text } = await detailsOf(scene);
      return told.length === 1 && told[0]?.words.startsWith(text)
        ? []
        : [`these are no details of it: ${JSON.stringify(told)}`];
    },
  }),
];

type Doing = {
  readonly act: Act;
  /** Whether the one who asked was answered so often, and where it is seen by those who should. */
  readonly answered: (answers: Answers) => boolean;
};
type Prepare = (scene: Scene, person: Person) => Promise<Doing>;

function asking(name: string, asked: Asked, prepare: Prepare): Story {
  const { by, config = WITH_TESTS, before, holds } = asked;
  return inSlack(name, {
    config,
    before,
    prepare: (scene) => prepare(scene, PEOPLE[by]),
    lies: async (scene, { told }) => {
      const so = await holds(scene);
      return told.flatMap((one) => liesTold(one, so));
    },
    missing: async (scene, { told }) => {
      const failed = told.filter(({ says }) => says === 'failed' || says === null);
      return [
        ...(told.length === 0 ? ['nobody was told anything'] : []),
        ...failed.map(({ words }) => words),
        ...(await findLeftUndone(scene, asked)),
      ];
    },
  });
}

/** Nothing is to be changed, and everybody may. */
function looking(
  name: string,
  look: Omit<InSlack, 'config' | 'prepare'> & { readonly prepare: Prepare },
): Story {
  const { prepare } = look;
  return inSlack(name, { ...look, config: WITH_TESTS, prepare: (scene) => prepare(scene, PEOPLE.rita) });
}

type InSlack = {
  readonly config: string;
  /** Sets the scene. */
  readonly before: (scene: Scene) => Promise<unknown>;
  readonly prepare: (scene: Scene) => Promise<Doing>;
  /** What is not true of what was told while something failed. */
  readonly lies: (scene: Scene, heard: Heard) => Promise<readonly string[]>;
  /** What is missing when it was done once more and nothing failed. */
  readonly missing: (scene: Scene, heard: Heard) => Promise<readonly string[]>;
};

function inSlack(name: string, { config, before, prepare, lies, missing }: InSlack): Story {
  return {
    name: `Slack, ${name}`,
    config: `${config}${KNOWN}`,
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await before(scene);
      const { act, answered } = await prepare(scene);
      let heard: Heard = { told: [], taken: [], wrong: [] };
      let close = () => {};
      return {
        work: async (within, through) => {
          const server = await openServer(scene, { store, within, through });
          close = server.close;
          heard = await server.hear(act, answered);
          close();
        },
        died: () => close(),
        told: async () => [...heard.wrong, ...(await lies(scene, heard))],
        again: async () => {
          const server = await openServer(scene, wellProcess(scene, store));
          const now = await server.hear(act, answered);
          server.close();
          return [...now.wrong, ...(await missing(scene, now))];
        },
      };
    },
  };
}

function writing(text: string): Prepare {
  return async ({ slack }, person) => ({
    act: async () => await slack.people.command({ person, text }),
    answered: isOnceAlone,
  });
}

/** Writes to the app itself, as one does in the thread of its assistant. */
function telling(text: string): Prepare {
  return async ({ slack }, person) => ({
    act: async () => await slack.people.write({ person, text }),
    answered: ({ alone, inThread }) => alone === 0 && inThread === 1,
  });
}

async function opening({ slack }: Scene, person: Person): Promise<Doing> {
  return {
    act: async () => await slack.people.openAssistant(person),
    answered: ({ alone, inThread }) => alone === 0 && inThread === 0,
  };
}

function pressing(verb: string, answered: Doing['answered'] = isOnceAlone): Prepare {
  return async (scene, person) => {
    const message = await withButtons(scene);
    return {
      act: async () => await scene.slack.people.press({ person, message, action: `ghost.${verb}` }),
      answered,
    };
  };
}

/** Others may be told as well, in the thread of the patch. */
function isOnceAlone({ alone }: Answers): boolean {
  return alone === 1;
}

/** Where the thread can't be reached, whoever asked is told that alone. */
function isOnceSomewhere({ alone, inThread }: Answers): boolean {
  return alone <= 1 && inThread <= 1 && alone + inThread > 0;
}

/** The message with the buttons that it would have now; they are pressed as they stood then. */
async function withButtons(scene: Scene): Promise<LocalMessage> {
  const { slack, repository } = scene;
  const [message] = slack
    .messages()
    .filter(({ content }) => content.metadata?.event_payload['repository'] === repository);
  if (message === undefined) {
    throw new Error('there is no message about the patch');
  }
  const { content } = message;
  const buttons = formatButtons(await viewOf(scene));
  return { ...message, content: { ...content, blocks: [...content.blocks, buttons] } };
}

async function detailsOf(scene: Scene) {
  return formatSlackDetails(await viewOf(scene));
}

async function viewOf({ context }: Scene) {
  const state = await readPatchState(context.repository, 'new');
  if (typeof state === 'string') {
    throw new Error(`the patch is ${state}`);
  }
  return viewFrom(context.site, state.record, state.texts);
}

/** What is there is not denied because it can't be looked up. */
const DENIAL = /There is no patch|No repository|can't be read/;

const SUGGESTING = 'assistant.threads.setSuggestedPrompts';

/** What the server does when it learns how a patch stands. */
async function refresh(scene: Scene, process: Process): Promise<void> {
  const place = openPlace(scene, process);
  const { context, background } = place;
  const noticed = createRefresher({ context, background });
  await openIndexer(place, noticed).indexer.indexAll();
  await place.settled();
}
