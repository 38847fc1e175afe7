import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createVisitor, type Visit, type Visitor } from './dashboard-visitor.ts';
import {
  createDashboardWorld,
  type DashboardWorld,
  OPERATOR,
  READER,
  SHOP_REPOSITORY,
} from './dashboard-world.ts';

const PUBLIC_URL = 'https://ghost.example.com';

/** GitHub's pages as far as a sign-in needs them: a code for whoever comes, and a token for a code that is proven. */
type Pages = {
  readonly server: Server;
  readonly url: string;
  /** Who is signed in to GitHub in this browser. */
  login: string;
  answer: 'token' | 'error' | 'broken';
  readonly codes: Map<string, { readonly challenge: string; readonly login: string }>;
};

let pages: Pages;
let world: DashboardWorld;
let visitor: Visitor;

beforeAll(async () => {
  pages = await startPages();
  world = await createDashboardWorld({
    serverUrl: pages.url,
    publicUrl: PUBLIC_URL,
    signIn: { kind: 'github', clientId: 'Iv1.client', clientSecret: 'a-client-secret' },
  });
});

afterAll(async () => {
  await world.close();
  pages.server.close();
});

beforeEach(() => {
  visitor = createVisitor(world.server.url);
  pages.login = OPERATOR;
  pages.answer = 'token';
});

describe('signing in with GitHub', () => {
  test('ends at the page that was asked for, and lets see what may be read', async () => {
    const asked = await visitor.get(`/?repository=${SHOP_REPOSITORY}`);
    expect(asked.status).toBe(401);
    const [, path = ''] = /class="button" href="([^"]+)"/.exec(asked.text) ?? [];
    const back = await signIn(path);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/?repository=acme/shop']);
    const { status, text: page } = await visitor.get('/?repository=acme/shop');
    expect(status).toBe(200);
    expect(page).toContain(`<span>${OPERATOR}</span>`);
    expect(page).toContain('<h2 id="name-');
  });

  test('keeps its cookies from scripts, other sites, other hosts and plain http', async () => {
    const back = await signIn();
    const [session = ''] = back.headers.getSetCookie().filter((line) => line.includes('session'));
    expect(session).toMatch(/^__Host-ghost_session=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=28800']) {
      expect(session).toContain(attribute);
    }
    expect(session).not.toContain('Domain');
  });

  test('shows a reader the switch and no button for it', async () => {
    pages.login = READER;
    await signIn();
    const { text: page } = await visitor.get('/');
    expect(page).toContain('acme/shop');
    expect(page).not.toContain('acme/billing');
    expect(page).not.toContain('action="/control/');
    const token = await visitor.formToken();
    const options = { origin: PUBLIC_URL };
    expect(
      (await visitor.post(`/control/${SHOP_REPOSITORY}`, { action: 'pause', token }, options)).status,
    ).toBe(303);
    expect((await visitor.get('/')).text).toContain('needs the role operator');
  });

  test('shows nothing to somebody who may read nothing', async () => {
    pages.login = 'stranger';
    await signIn();
    expect((await visitor.get('/')).text).toContain('No repository is known in which stranger may read');
  });

  test('goes nowhere but to this server afterwards', async () => {
    for (const from of ['https://evil.example', '//evil.example', '/\\evil.example', 'evil']) {
      expect((await signIn(`/sign-in/github?from=${encodeURIComponent(from)}`)).headers.get('location')).toBe(
        '/',
      );
    }
  });
});

describe('a sign-in is refused', () => {
  test.each([
    ['that another browser began', async () => ({ ...(await begin(createVisitor(world.server.url))) })],
    ['with another state', async () => ({ ...(await begin(visitor)), state: 'x'.repeat(43) })],
    ['without a code', async () => ({ ...(await begin(visitor)), code: '' })],
    ['with a code that GitHub did not give', async () => ({ ...(await begin(visitor)), code: 'made-up' })],
  ])('%s', async (_, way) => {
    const { state, code } = await way();
    const back = await visitor.get(`/sign-in/callback?${new URLSearchParams({ state, code }).toString()}`);
    expect([400, 401]).toContain(back.status);
    expect(back.text).toContain('Sign in again');
    expect((await visitor.get('/')).status).toBe(401);
  });

  test('whose code was stolen, because the thief lacks what proves it', async () => {
    const stolen = (await begin(createVisitor(world.server.url))).code;
    const { state } = await begin(visitor);
    const back = await visitor.get(
      `/sign-in/callback?${new URLSearchParams({ state, code: stolen }).toString()}`,
    );
    expect(back.status).toBe(401);
  });

  test('twice with the same answer', async () => {
    const { state, code } = await begin(visitor);
    const path = `/sign-in/callback?${new URLSearchParams({ state, code }).toString()}`;
    expect((await visitor.get(path)).status).toBe(303);
    expect((await visitor.get(path)).status).toBe(400);
  });

  test.each([
    ['error', 401],
    ['broken', 502],
  ] as const)('while GitHub answers with %s', async (answer, status) => {
    pages.answer = answer;
    expect((await signIn()).status).toBe(status);
    expect((await visitor.get('/')).status).toBe(401);
  });
});

describe('without a client ID', () => {
  test('the dashboard is off, and says which settings to give', async () => {
    const off = await createDashboardWorld({ signIn: null });
    const { status, text: page } = await createVisitor(off.server.url).get('/');
    await off.close();
    expect(status).toBe(404);
    expect(page).toContain('GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET');
  });
});

/** From the button to GitHub and back. */
async function signIn(path = '/sign-in/github'): Promise<Visit> {
  const { state, code } = await begin(visitor, path);
  return visitor.get(`/sign-in/callback?${new URLSearchParams({ state, code }).toString()}`);
}

async function begin(browser: Visitor, path = '/sign-in/github') {
  const sent = await browser.get(path);
  const address = sent.headers.get('location') ?? '';
  expect(address).toMatch(new RegExp(`^${pages.url}/login/oauth/authorize\\?client_id=Iv1\\.client&`));
  const back = new URL((await browser.get(address)).headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(`${PUBLIC_URL}/sign-in/callback`);
  return { state: back.searchParams.get('state') ?? '', code: back.searchParams.get('code') ?? '' };
}

async function startPages(): Promise<Pages> {
  const codes: Pages['codes'] = new Map();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://github.local');
    if (pathname === '/login/oauth/authorize') {
      const code = `code-${codes.size}`;
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', login: pages.login });
      const back = new URLSearchParams({ code, state: searchParams.get('state') ?? '' });
      response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?${back.toString()}` }).end();
      return;
    }
    const form = new URLSearchParams(await text(request));
    if (pages.answer === 'broken') {
      response.writeHead(500).end();
      return;
    }
    const known = codes.get(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const proven =
      pages.answer === 'token' &&
      known?.challenge === proof &&
      form.get('client_id') === 'Iv1.client' &&
      form.get('client_secret') === 'a-client-secret' &&
      form.get('redirect_uri') === `${PUBLIC_URL}/sign-in/callback`;
    codes.delete(form.get('code') ?? '');
    // GitHub answers with 200 and says in the body what is wrong.
    const body = proven
      ? {
          access_token: world.sandbox.github.createToken({ login: known.login, permissions: {} }),
          token_type: 'bearer',
        }
      : { error: 'bad_verification_code' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { server, url: `http://127.0.0.1:${port}`, login: OPERATOR, answer: 'token', codes };
}
