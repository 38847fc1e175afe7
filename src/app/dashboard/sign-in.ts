import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { hashSecret } from '../sender-token.ts';
import { type Markup, shown } from './markup.ts';
import { authorizeUrl, identify, newAttempt, type OAuthApp } from './oauth.ts';
import { type Frame, renderPage } from './page.ts';
import { ownPath } from './paths.ts';
import type { Note, Sessions } from './session.ts';

/** How people show who they are. */
export type SignIn =
  /** By the GitHub App that the server is. */
  | { readonly kind: 'github'; readonly clientId: string; readonly clientSecret: string }
  /** By links that are shown where the server was started, each good for once: for trying it on one's own machine. */
  | { readonly kind: 'local'; readonly login: string };

export type SignInRoutes = {
  readonly routes: Hono;
  /** Makes a path that signs one browser in, once; null: people sign in another way. */
  readonly makeLocalPath: (() => string) | null;
  /** Answers somebody who did not sign in. */
  ask(context: Context): Promise<Response>;
};

export function createSignIn(given: {
  readonly signIn: SignIn | null;
  readonly sessions: Sessions;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Finds out what the first page will need to know of GitHub about whoever has signed in. */
  readonly welcome: (login: string) => Promise<void>;
}): SignInRoutes {
  const { signIn, sessions, publicUrl, now, welcome } = given;
  const routes = new Hono();
  const answer = async (context: Context, status: 200 | 400 | 401 | 404 | 502, page: Told) => {
    const frame: Frame = { title: page.title, now: now().toISOString(), person: null, said: null };
    return context.html(await renderPage(frame, renderTold(page)), status);
  };
  let makeLocalPath: SignInRoutes['makeLocalPath'] = null;
  if (signIn?.kind === 'github') {
    const { clientId, clientSecret } = signIn;
    const app: OAuthApp = { ...given, clientId, clientSecret, redirectUrl: `${publicUrl}${CALLBACK_PATH}` };
    routes.get('/sign-in/github', (context) => begin(context, { app, sessions, welcome }));
    routes.get(CALLBACK_PATH, async (context) => {
      const came = await comeBack(context, { app, sessions, welcome });
      return came instanceof Response ? came : answer(context, came.status, came.told);
    });
  }
  if (signIn?.kind === 'local') {
    // Only hashes are compared, so that how long it takes says nothing about a key.
    const unused = new Set<string>();
    makeLocalPath = () => {
      const key = randomBytes(KEY_BYTES).toString('base64url');
      unused.add(hashSecret(key));
      return `/sign-in/local?key=${key}`;
    };
    routes.get('/sign-in/local', async (context) => {
      if (!unused.delete(hashSecret(context.req.query('key') ?? ''))) {
        return answer(context, 401, USED_LINK);
      }
      await sessions.open(context, signIn.login);
      await welcome(signIn.login);
      return context.redirect('/', SEE_OTHER);
    });
  }
  return {
    routes,
    makeLocalPath,
    ask: async (context) => {
      const { pathname, search } = new URL(context.req.url);
      const from = context.req.method === 'GET' ? ownPath(`${pathname}${search}`) : '/';
      return signIn === null
        ? answer(context, 404, TURNED_OFF)
        : answer(context, 401, signIn.kind === 'github' ? askForGitHub(from) : USED_LINK);
    },
  };
}

/** Where GitHub leads people back to who sign in. */
export const CALLBACK_PATH = '/sign-in/callback';
const SEE_OTHER = 303;
const KEY_BYTES = 24;

type Told = {
  readonly title: string;
  readonly words: string;
  readonly link?: { readonly path: string; readonly words: string };
};

const TURNED_OFF: Told = {
  title: 'The dashboard is off',
  words:
    'Nobody can sign in, because the server was not told how. Set GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET, which the settings page of the GitHub App shows, and start it again.',
};

const USED_LINK: Told = {
  title: 'Sign in',
  words:
    'The link that was shown when the server started signs one browser in, once. Start the server again for another one.',
};

function askForGitHub(from: string): Told {
  return {
    title: 'Sign in',
    words: 'The dashboard shows the repositories that you may read on GitHub.',
    link: { path: `/sign-in/github?from=${encodeURIComponent(from)}`, words: 'Sign in with GitHub' },
  };
}

function renderTold({ title, words, link }: Told): Markup {
  return html`<section class="told"><h1>${title}</h1><p>${shown(words)}</p>
    ${link === undefined ? '' : html`<p><a class="button" href="${link.path}">${link.words}</a></p>`}</section>`;
}

type Way = {
  readonly app: OAuthApp;
  readonly sessions: Sessions;
  readonly welcome: (login: string) => Promise<void>;
};

/** What the browser that began has to bring back. */
const ATTEMPT: Note<{ state: string; verifier: string; from: string }> = {
  name: 'sign_in',
  seconds: 600,
  schema: z.object({ state: z.string(), verifier: z.string(), from: z.string() }),
};

async function begin(context: Context, { app, sessions }: Way): Promise<Response> {
  const attempt = newAttempt();
  await sessions.leave(context, ATTEMPT, { ...attempt, from: ownPath(context.req.query('from')) });
  return context.redirect(authorizeUrl(app, attempt));
}

async function comeBack(
  context: Context,
  { app, sessions, welcome }: Way,
): Promise<Response | { readonly status: 400 | 401 | 502; readonly told: Told }> {
  const attempt = await sessions.take(context, ATTEMPT);
  const { code = '', state = '' } = context.req.query();
  const again = { path: '/sign-in/github', words: 'Sign in again' };
  if (attempt === null || !isSame(attempt.state, state)) {
    const words = 'This answer does not belong to a sign-in that this browser began. Sign in again.';
    return { status: 400, told: { title: 'Not signed in', words, link: again } };
  }
  try {
    const login = code === '' ? null : await identify(app, code, attempt.verifier);
    if (login === null) {
      const words = 'GitHub did not say who you are. Sign in again, and allow it there.';
      return { status: 401, told: { title: 'Not signed in', words, link: again } };
    }
    await sessions.open(context, login);
    await welcome(login);
    return context.redirect(ownPath(attempt.from), SEE_OTHER);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = `GitHub could not be asked who you are: ${why}. Sign in again in a moment.`;
    return { status: 502, told: { title: 'Not signed in', words, link: again } };
  }
}

function isSame(expected: string, found: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(found)];
  return one.length === other.length && timingSafeEqual(one, other);
}
