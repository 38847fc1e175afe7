import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Conversion, RegisteredApp } from '../io/github/app-manifest.ts';
import type { Values } from './registration/env-file.ts';
import { type AppManifest, REGISTERED_PATH } from './registration/manifest.ts';
import { CONTENT_POLICY, renderButton, renderTold } from './registration/page.ts';

export type RegistrationParts = {
  readonly manifest: AppManifest;
  /** The root of GitHub's pages, without a slash at the end. */
  readonly serverUrl: string;
  /** The login of the organisation that is to own the App; null: whoever presses the button. */
  readonly organisation: string | null;
  /** Whoever has it may look at the page; nobody guesses it. */
  readonly key: string;
  /** What GitHub has to send back with the code; nobody guesses it, and only the page tells it. */
  readonly state: string;
  readonly convert: (code: string) => Promise<Conversion>;
  /** Keeps what the App is known by, or throws; then the App can be registered again. */
  readonly save: (values: Values) => void;
  /** Is called once, when all is kept and the browser is about to be told. */
  readonly registered: (app: RegisteredApp, values: Values) => void;
  /** Is called with one sentence where it did not come to that. */
  readonly failed: (sentence: string) => void;
};

/**
 * Registers one GitHub App from its manifest. Only who has the key gets the page with the button, and only what the
 * button began is taken back, so that neither strangers nor other pages in the same browser can put an App of their own
 * in its place.
 */
export function createRegistration(parts: RegistrationParts): Hono {
  const app = new Hono();
  app.use(setHeaders(parts), async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.get('/', (context) =>
    isSame(context.req.query('key'), parts.key)
      ? context.html(renderButton({ ...parts, action: newAppUrl(parts) }))
      : context.html(renderTold('Not this address', WITHOUT_KEY), FORBIDDEN),
  );
  app.get(REGISTERED_PATH, createReturn(parts));
  app.notFound((context) => context.text('There is nothing here.\n', NOT_FOUND));
  app.onError((error, context) => {
    parts.failed(`A request failed: ${error.message}. Try again.`);
    return context.text('This request failed; the terminal says why.\n', FAILED);
  });
  return app;
}

const WITHOUT_KEY = 'Open the address that npm run setup has printed on its terminal; it ends with a key.';

function setHeaders({ serverUrl }: RegistrationParts) {
  return secureHeaders({
    contentSecurityPolicy: { ...CONTENT_POLICY, formAction: [new URL(serverUrl).origin] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Another server is to answer under this name afterwards, and that one says for itself.
    strictTransportSecurity: false,
  });
}

function newAppUrl({ serverUrl, organisation, state }: RegistrationParts): string {
  const owner = organisation === null ? '' : `/organizations/${encodeURIComponent(organisation)}`;
  return `${serverUrl}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
}

/**
 * Answers the browser that GitHub sends back. The state is taken before anything is waited for, so that of two requests
 * one is answered; it is given back where no App came of it, so that one can reload or begin again.
 */
function createReturn(parts: RegistrationParts): (context: Context) => Promise<Response> {
  let isOpen = true;
  return async (context) => {
    const { code = '', state } = context.req.query();
    if (!isSame(state, parts.state) || code === '' || code.length > LONGEST_CODE) {
      return context.html(renderTold('Not registered', NOT_BEGUN), FORBIDDEN);
    }
    if (!isOpen) {
      return context.html(renderTold('Registered already', TAKEN), CONFLICT);
    }
    isOpen = false;
    const result = await register(code, parts);
    if (!result.ok) {
      isOpen = true;
      parts.failed(result.sentence);
      return context.html(renderTold('Not registered', result.sentence), BAD_GATEWAY);
    }
    return context.redirect(`${result.app.pageUrl}/installations/new`, SEE_OTHER);
  };
}

const NOT_BEGUN =
  'This does not belong to a registration that was begun here, and nothing was changed. Open the address on the terminal, and press the button there.';
const TAKEN = 'This registration was finished, or is just being finished. Look at the terminal.';

/** Characters; GitHub's own codes have forty. */
const LONGEST_CODE = 200;

const SEE_OTHER = 303;
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const CONFLICT = 409;
const FAILED = 500;
const BAD_GATEWAY = 502;

async function register(code: string, { convert, save, registered }: RegistrationParts): Promise<Conversion> {
  const result = await convert(code);
  if (!result.ok) {
    return result;
  }
  const values = valuesOf(result.app);
  try {
    save(values);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence = `GitHub has registered the App, but what it is known by could not be kept: ${why}. Put that right, delete the App at ${result.app.pageUrl}, and begin again.`;
    return { ok: false, sentence };
  }
  registered(result.app, values);
  return result;
}

/** By the names under which the server reads them. What GitHub did not give is left out, and the server asks for it. */
function valuesOf({ id, pem, webhookSecret, clientId, clientSecret }: RegisteredApp): Values {
  return {
    APP_ID: String(id),
    PRIVATE_KEY: pem,
    ...(webhookSecret === null ? {} : { WEBHOOK_SECRET: webhookSecret }),
    GITHUB_CLIENT_ID: clientId,
    GITHUB_CLIENT_SECRET: clientSecret,
  };
}

/** Takes as long for every wrong text. */
function isSame(given: string | undefined, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given ?? ''), hash(wanted));
}
