import { Hono } from 'hono';
import { answerHead } from '../http/answer-head.ts';
import { takeQuery } from '../http/query-names.ts';
import { answerError } from './answering.ts';
import { streamChanges } from './changes.ts';
import { serveFiles } from './files.ts';
import { checkForm, checkSession, setHeaders } from './guarding.ts';
import { createParts, type DashboardGiven, type PageVariables } from './parts.ts';
import { pressOnPatch, pressOnRepository, signOut } from './pressing.ts';
import { showOverview, showPatch } from './showing.ts';
import { createSignIn } from './sign-in.ts';
import { warmUp, welcome } from './warming.ts';

export type Dashboard = {
  /** All addresses of the dashboard, and no other. */
  readonly routes: Hono<PageVariables>;
  /** Makes an address that signs one browser in, once; null: people sign in with GitHub, or not at all. */
  makeSignInUrl(): string | null;
};

/** The pages for people. What is shown was written by models and by code of their patches: nothing of it may run. */
export function createDashboard(given: DashboardGiven): Dashboard {
  const parts = createParts(given);
  const signIn = createSignIn({ ...parts, welcome: (login) => welcome(parts, login) });
  const person = checkSession(parts, (asked) => signIn.ask(asked));
  const form = [person, takeQuery(), ...checkForm(parts)] as const;
  const routes = new Hono<PageVariables>();
  for (const path of OUR_PATHS) {
    routes.use(path, setHeaders(parts));
  }
  serveFiles(routes);
  routes.route('/', signIn.routes);
  routes.get('/dashboard', (asked) => asked.redirect(`/${new URL(asked.req.url).search}`));
  routes.get('/', person, (asked) => showOverview(asked, parts));
  routes.get('/dashboard/changes', person, answerHead, (asked) => streamChanges(asked, parts));
  routes.get(PATCH_PATH, person, (asked) => showPatch(asked, parts));
  routes.post(PATCH_PATH, ...form, (asked) => pressOnPatch(asked, parts));
  routes.post('/control/:owner/:name', ...form, (asked) => pressOnRepository(asked, parts));
  routes.post('/sign-out', ...form, (asked) => signOut(asked, parts));
  routes.onError((error, asked) => answerError(asked, parts, error));
  if (given.signIn !== null) {
    void warmUp(parts);
  }
  return {
    routes,
    makeSignInUrl: () =>
      signIn.makeLocalPath === null ? null : `${given.publicUrl}${signIn.makeLocalPath()}`,
  };
}

/** As `patchPath` makes them. */
const PATCH_PATH = '/patches/:owner/:name/:id';

/** Everything else belongs to others. */
const OUR_PATHS = [
  '/',
  '/dashboard',
  '/dashboard/*',
  '/patches/*',
  '/control/*',
  '/sign-in/*',
  '/sign-out',
] as const;
