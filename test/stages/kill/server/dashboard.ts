import { Hono } from 'hono';
import { answerError } from '../../../../src/app/dashboard/answering.ts';
import { createParts, type PageVariables } from '../../../../src/app/dashboard/parts.ts';
import { patchPath } from '../../../../src/app/dashboard/paths.ts';
import { pressOnPatch, pressOnRepository } from '../../../../src/app/dashboard/pressing.ts';
import { showOverview, showPatch } from '../../../../src/app/dashboard/showing.ts';
import { createFollower } from '../../../../src/app/follow.ts';
import { formatShown, shownState } from '../../../../src/control/shown-state.ts';
import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import type { Scene } from '../scene.ts';
import type { Story } from '../story.ts';
import { ASKED, type Asked, findLeftUndone } from './asked.ts';
import { indexAll } from './indexer.ts';
import { NO_FEED, openPlace, type Process, wellProcess } from './place.ts';
import { liesTold, type Told } from './told.ts';

/** Buttons that somebody presses on a page; the page that comes next must say what became of that. */
export const DASHBOARD: readonly Story[] = [
  button('reject', ASKED.reject),
  { ...button('approve', ASKED.approve), seldom: true },
  button('retry', ASKED.retry),
  { ...button('pause', ASKED.pause), seldom: true },
];

function button(action: string, asked: Asked): Story {
  const { by, config, before, holds } = asked;
  return {
    name: `the dashboard, a press of ${action}`,
    ...(config === undefined ? {} : { config }),
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await before(scene);
      await indexAll(scene, store);
      const form = await formOf(scene, action, asked);
      let told: Told | undefined;
      return {
        work: async (within, through) => {
          told = await press(scene, { store, within, through }, { by, form });
        },
        died: () => {},
        told: async () =>
          told === undefined
            ? ['there was no answer']
            : [...findDenial(told), ...liesTold(told, await holds(scene))],
        again: async () => {
          // The very same form: what took effect must not do so twice.
          const { says, words } = await press(scene, wellProcess(scene, store), { by, form });
          const pressed = says === 'failed' || says === 'not done' || says === null ? [words] : [];
          return [...pressed, ...(await findLeftUndone(scene, asked))];
        },
      };
    },
  };
}

type Form = { readonly path: string; readonly fields: { readonly [name: string]: string } };

/** As the page shows it now. */
async function formOf(scene: Scene, action: string, { patch }: Asked): Promise<Form> {
  const { repository } = scene;
  return patch === null
    ? { path: `/control/${repository}`, fields: { action, reason: 'a drill' } }
    : {
        path: patchPath({ repository, id: patch }),
        fields: { action, shown: formatShown(shownState(await scene.record(patch))) },
      };
}

/** Sends a form, and reads the page that follows on a server that is well. */
async function press(
  scene: Scene,
  process: Process,
  { by, form }: { readonly by: string; readonly form: Form },
): Promise<Told> {
  const answer = await openPages(scene, process, by).request(form.path, {
    method: 'POST',
    body: new URLSearchParams(form.fields),
  });
  if (answer.status !== SEE_OTHER) {
    return readProblem(answer.status, await answer.text());
  }
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(';')))
    .join('; ');
  const pages = openPages(scene, wellProcess(scene, process.store), by);
  const page = await pages.request(answer.headers.get('location') ?? '', { headers: { cookie } });
  return readSaid(await page.text());
}

const SEE_OTHER = 303;

/** The dashboard's own handlers, for somebody who has signed in with a form of this very session. */
function openPages(scene: Scene, process: Process, login: string): Hono<PageVariables> {
  const { context } = openPlace(scene, process);
  const parts = createParts({
    context,
    follower: createFollower(context, NO_FEED),
    feed: NO_FEED,
    readiness: { heard: () => {}, report: async () => WELL },
    draining: new AbortController().signal,
    onError: () => {},
    publicUrl: 'http://ghost.example.com',
    apiUrl: scene.github.apiUrl,
    serverUrl: scene.github.url,
    version: '1.2.3',
    secret: 'a-secret-for-cookies-only',
    signIn: { kind: 'local', login },
  });
  const pages = new Hono<PageVariables>();
  pages.use(async (asked, next) => {
    asked.set('requestId', 'one');
    asked.set('session', { login, formToken: '' });
    await next();
  });
  pages.get('/', (asked) => showOverview(asked, parts));
  pages.get('/patches/:owner/:name/:id', (asked) => showPatch(asked, parts));
  pages.post('/patches/:owner/:name/:id', (asked) => pressOnPatch(asked, parts));
  pages.post('/control/:owner/:name', (asked) => pressOnRepository(asked, parts));
  pages.onError((error, asked) => answerError(asked, parts, error));
  return pages;
}

const WELL = {
  ready: true,
  draining: false,
  github: { ok: true },
  store: { ok: true },
  slack: null,
  lastWebhookAt: null,
  secondsSinceWebhook: null,
  canary: null,
} as const;

/** A page instead of a press: nothing was done, or nobody knows. */
function readProblem(status: number, page: string): Told {
  return { words: `${status} ${textOf(page)}`, says: status === INTERNAL_ERROR ? null : 'not done' };
}

const INTERNAL_ERROR = 500;

/** What is there is not denied because it can't be looked up. */
function findDenial({ words }: Told): readonly string[] {
  const denied = words.includes('There is no such') && !words.includes('GitHub can not be asked');
  return denied ? [`it was denied: ${words}`] : [];
}

/** What the page says of the last button. */
function readSaid(page: string): Told {
  const [, words = ''] = /<p class="said [^>]*>(.*?)<\/p>/s.exec(page) ?? [];
  const found = Object.entries(SAID).find(([, opening]) => words.includes(opening));
  const [says = null] = found ?? [];
  return { words: textOf(words), says: isSaid(says) ? says : null };
}

const SAID = {
  done: 'Done, and seen to be so',
  unchanged: 'Nothing had to be changed',
  unconfirmed: 'Asked for, and not confirmed yet',
  refused: 'Not allowed',
  failed: 'Something broke',
} as const;

function isSaid(says: string | null): says is keyof typeof SAID {
  return says !== null && says in SAID;
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
