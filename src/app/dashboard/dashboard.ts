import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { isAtLeast } from '../../control/roles.ts';
import { GitHubError } from '../../io/github/errors.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Feed } from '../feed.ts';
import type { Follower } from '../follow.ts';
import { RequestProblem } from '../http/problem.ts';
import { createWaiters } from '../http/waiters.ts';
import type { Readiness } from '../readiness.ts';
import { createAccess } from './access.ts';
import { press, readFields, SAID } from './acting.ts';
import { streamChanges } from './changes.ts';
import { type Markup, shown } from './markup.ts';
import { readFilter, readOverview } from './overview.ts';
import { renderOverview } from './overview-page.ts';
import { renderPage } from './page.ts';
import { createReplays, readPatchPage } from './patch.ts';
import { renderPatch } from './patch-page.ts';
import { ownPath, patchPath } from './paths.ts';
import { createSessions, type Session } from './session.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createStock } from './stock.ts';
import { createSwitchboards } from './switchboards.ts';

export type DashboardGiven = {
  readonly context: IntakeContext;
  readonly follower: Follower;
  readonly feed: Feed;
  readonly readiness: Readiness;
  readonly draining: AbortSignal;
  readonly onError: (error: unknown, requestId: string) => void;
  readonly publicUrl: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly version: string;
  /** Any secret of the server; keys for cookies are derived from it. */
  readonly secret: string;
  /** null: nobody can sign in, and the dashboard is off. */
  readonly signIn: SignIn | null;
};

export type Dashboard = {
  /** All addresses of the dashboard, and no other. */
  readonly routes: Hono<PageVariables>;
  /** Makes an address that signs one browser in, once; null: people sign in with GitHub, or not at all. */
  makeSignInUrl(): string | null;
};

type PageVariables = { Variables: { requestId: string; session: Session } };

/** The pages for people. What is shown was written by models and by code of their patches: nothing of it may run. */
export function createDashboard(given: DashboardGiven): Dashboard {
  const { context, publicUrl, serverUrl, version } = given;
  const now = () => context.clock.now();
  const secure = publicUrl.startsWith('https:');
  const sessions = createSessions({ secret: given.secret, secure, clock: context.clock });
  const signIn = createSignIn({ ...given, sessions, now });
  const access = createAccess(context);
  const switchboards = createSwitchboards(context);
  const overviewParts = {
    access,
    switchboards,
    stock: createStock(context.store.board, context.clock),
    readiness: given.readiness,
    now,
    version,
    serverUrl,
  };
  const patchParts = { ...given, replays: createReplays() };
  const changeParts = { ...given, store: context.store, access, switchboards, waiters: createWaiters() };
  const routes = new Hono<PageVariables>();

  const answer = async (
    asked: Context<PageVariables>,
    page: {
      readonly title: string;
      readonly content: Markup;
      readonly status?: 200 | 400 | 403 | 404 | 429 | 500 | 503;
    },
  ) => {
    const person = asked.get('session') ?? null;
    const said = person === null ? null : await sessions.take(asked, SAID);
    const frame = { title: page.title, now: now().toISOString(), person, said };
    return asked.html(await renderPage(frame, page.content), page.status ?? 200);
  };
  const notThere = (asked: Context<PageVariables>) =>
    answer(asked, {
      title: 'Nothing here',
      content: told('Nothing here', 'There is no such patch or repository here, or you may not read it.'),
      status: 404,
    });

  for (const path of [
    '/',
    '/dashboard',
    '/dashboard/*',
    '/patches/*',
    '/control/*',
    '/sign-in/*',
    '/sign-out',
  ]) {
    routes.use(path, headersFor(secure));
  }
  serveFiles(routes);
  routes.route('/', signIn.routes);
  const origin = new URL(publicUrl).origin;
  const guards = [csrf({ origin }), bodyLimit({ maxSize: MAX_FORM_BYTES }), signedIn, fromOurForm] as const;

  routes.get('/dashboard', (asked) => asked.redirect(`/${new URL(asked.req.url).search}`));
  routes.get('/', signedIn, async (asked) => {
    const session = asked.get('session');
    const overview = await readOverview(
      overviewParts,
      session.login,
      readFilter((name) => asked.req.query(name)),
    );
    return answer(asked, {
      title: overview.filter.repository ?? 'Patches',
      content: renderOverview(overview, session.formToken),
    });
  });
  routes.get('/dashboard/changes', signedIn, (asked) =>
    streamChanges(asked, changeParts, asked.get('session').login),
  );
  routes.get('/patches/:owner/:name/:id', signedIn, async (asked) => {
    const session = asked.get('session');
    const name = nameOf(asked);
    const role = await access.roleIn(name.repository, session.login);
    const page =
      role !== null && isAtLeast(role, 'viewer') ? await readPatchPage(patchParts, name, role) : null;
    return page === null
      ? notThere(asked)
      : answer(asked, { title: page.status.title, content: renderPatch(page, session.formToken) });
  });
  routes.post('/patches/:owner/:name/:id', ...guards, async (asked) => {
    const name = nameOf(asked);
    return act(asked, { repository: name.repository, patch: name.id }, patchPath(name));
  });
  routes.post('/control/:owner/:name', ...guards, async (asked) => {
    const { repository } = nameOf(asked);
    return act(asked, { repository, patch: null }, cameFrom(asked, origin));
  });
  routes.post('/sign-out', ...guards, (asked) => {
    sessions.close(asked);
    return asked.redirect('/', SEE_OTHER);
  });
  routes.onError((error, asked) => {
    const { status, title, words } = explain(error, given, asked.get('requestId'));
    return answer(asked, { title, content: told(title, words), status });
  });
  return { routes, makeSignInUrl };

  function makeSignInUrl(): string | null {
    const { makeLocalPath } = signIn;
    return makeLocalPath === null ? null : `${publicUrl}${makeLocalPath()}`;
  }

  async function signedIn(
    asked: Context<PageVariables>,
    next: () => Promise<void>,
  ): Promise<Response | undefined> {
    const session = await sessions.read(asked);
    if (session === null) {
      return signIn.ask(asked);
    }
    asked.set('session', session);
    await next();
    return undefined;
  }

  async function fromOurForm(asked: Context<PageVariables>, next: () => Promise<void>): Promise<void> {
    const { token } = await readFields(asked);
    if (!sessions.isFormToken(asked.get('session'), token)) {
      throw new HTTPException(FORBIDDEN);
    }
    await next();
  }

  async function act(
    asked: Context<PageVariables>,
    about: { readonly repository: string; readonly patch: string | null },
    back: string,
  ): Promise<Response> {
    const fields = await readFields(asked);
    const said = await press({ context, access }, asked.get('session'), { ...about, fields });
    if (said === null) {
      return notThere(asked);
    }
    // The page that comes next must show what is now, not what was before the press.
    await switchboards.look(about.repository);
    if (about.patch !== null) {
      await given.follower.look({ repository: about.repository, id: about.patch }).catch(() => null);
    }
    given.feed.wake();
    await sessions.leave(asked, SAID, said);
    return asked.redirect(back, SEE_OTHER);
  }
}

const SEE_OTHER = 303;
const FORBIDDEN = 403;

/** Bytes; a form holds one reason. */
const MAX_FORM_BYTES = 16_384;

/** Nothing runs, loads or frames but what is ours. Forms tell their origin, which is checked. */
function headersFor(secure: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=15552000' : false,
  });
}

const FILES = {
  'dashboard.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

function serveFiles(routes: Hono<PageVariables>): void {
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    routes.get(`/dashboard/${name}`, (asked) => asked.body(text, 200, { 'content-type': type }));
  }
}

function nameOf(asked: Context): { readonly repository: string; readonly id: string } {
  const { owner = '', name = '', id = '' } = asked.req.param();
  return { repository: `${owner}/${name}`.toLowerCase(), id };
}

/** The page on which the button was pressed, where the browser tells it. */
function cameFrom(asked: Context, origin: string): string {
  const referer = asked.req.header('referer') ?? '';
  return referer.startsWith(`${origin}/`) ? ownPath(referer.slice(origin.length)) : '/';
}

function told(title: string, words: string): Markup {
  return html`<section class="told"><h1>${title}</h1><p>${shown(words)}</p><p><a class="button" href="/">All patches</a></p></section>`;
}

function explain(error: Error, given: DashboardGiven, requestId: string) {
  if (error instanceof HTTPException) {
    const title = 'Not from a page of this server';
    const words = `The form is older than your sign-in, or another site sent it; nothing was done. Open ${given.publicUrl} and press the button there.`;
    return { status: FORBIDDEN, title, words } as const;
  }
  if (error instanceof RequestProblem) {
    return { status: 429, title: 'Too much at once', words: error.message } as const;
  }
  if (error instanceof GitHubError) {
    const words = `${error.message} Reload the page in a moment.`;
    return { status: 503, title: 'GitHub can not be asked', words } as const;
  }
  given.onError(error, requestId);
  const words = `It was not your doing. Tell whoever runs this server the id ${requestId}.`;
  return { status: 500, title: 'Something broke', words } as const;
}
