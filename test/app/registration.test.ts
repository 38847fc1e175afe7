import { describe, expect, test } from '@jest/globals';
import { createManifest } from '../../src/app/registration/manifest.ts';
import { createRegistration, type RegistrationParts } from '../../src/app/registration.ts';
import { convertManifestCode } from '../../src/io/github/app-manifest.ts';
import { findFreePort } from '../free-port.ts';
import { APP, manifestOf, startGitHub, VALUES } from './registered-app.ts';

const PUBLIC_URL = 'https://ghost.example.com';

/** A registration in this process, and what came of it. */
function begin(parts: Partial<RegistrationParts> = {}) {
  const came = { codes: [] as string[], saved: [] as unknown[], failures: [] as string[] };
  const app = createRegistration({
    manifest: createManifest(
      { name: 'Ghost Runner' },
      { publicUrl: PUBLIC_URL, browserUrl: 'http://127.0.0.1:3000' },
    ),
    serverUrl: 'https://github.com',
    organisation: null,
    key: 'the-key',
    state: 'the-state',
    convert: async (code) => {
      came.codes.push(code);
      return { ok: true, app: APP };
    },
    save: (values) => came.saved.push(values),
    registered: () => {},
    failed: (sentence) => came.failures.push(sentence),
    ...parts,
  });
  return { came, get: (path: string) => app.request(path), app };
}

describe('the page that registers the App', () => {
  test.each([
    ['without a key', '/'],
    ['with an empty key', '/?key='],
    ['with another key', '/?key=the-kez'],
    ['with the beginning of the key', '/?key=the'],
  ])('is kept from who comes %s, and says where its address is', async (_, path) => {
    const answer = await begin().get(path);
    const page = await answer.text();
    expect(answer.status).toBe(403);
    expect(page).toContain('Open the address that npm run setup has printed on its terminal');
    expect(page).not.toMatch(/the-state|<form/);
  });

  test('sends the manifest to GitHub, with the state in the address', async () => {
    const page = await (await begin().get('/?key=the-key')).text();
    expect(page).toContain(
      '<form method="post" action="https://github.com/settings/apps/new?state=the-state">',
    );
    expect(manifestOf(page)).toEqual({
      name: 'Ghost Runner',
      hook_attributes: { url: 'https://ghost.example.com/api/github/webhooks' },
      redirect_url: 'http://127.0.0.1:3000/registered',
      callback_urls: ['https://ghost.example.com/sign-in/callback'],
    });
  });

  test('sends it to the organisation that is to own the App, on a GitHub of its own', async () => {
    const { get } = begin({ serverUrl: 'https://ghe.example.com', organisation: 'acme' });
    const answer = await get('/?key=the-key');
    expect(await answer.text()).toContain(
      'action="https://ghe.example.com/organizations/acme/settings/apps/new?state=the-state"',
    );
    expect(answer.headers.get('content-security-policy')).toContain('form-action https://ghe.example.com');
  });

  test('holds what the manifest says as text, whatever that is', async () => {
    const name = `"'><script>alert(1)</script>&amp;`;
    const manifest = createManifest({ name }, { publicUrl: PUBLIC_URL, browserUrl: PUBLIC_URL });
    const page = await (await begin({ manifest, organisation: '<b>' }).get('/?key=the-key')).text();
    expect(page).not.toMatch(/<script|<b>/);
    expect(manifestOf(page)).toEqual(manifest);
  });

  test.each(['/?key=the-key', '/', '/registered', '/elsewhere'])(
    'at %s runs nothing, is framed by nobody, is kept nowhere and tells no other page its address',
    async (path) => {
      const { headers } = await begin().get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain('form-action https://github.com');
      expect(policy).not.toMatch(/script-src|unsafe/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
    },
  );
});

describe('what GitHub sends back', () => {
  test('is turned into the App, which is kept before the browser goes on to choose repositories', async () => {
    const { get, came } = begin();
    const answer = await get('/registered?code=abc&state=the-state');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('https://github.com/apps/ghost-runner/installations/new');
    expect(came).toEqual({ codes: ['abc'], saved: [VALUES], failures: [] });
  });

  test.each([
    ['without a state', '/registered?code=abc'],
    ['with an empty state', '/registered?code=abc&state='],
    ['with the state of somebody else', '/registered?code=abc&state=another'],
    ['with the key for a state', '/registered?code=abc&state=the-key'],
    ['without a code', '/registered?state=the-state'],
    ['with a code that is none', `/registered?code=${'a'.repeat(201)}&state=the-state`],
  ])('is not taken %s, and what was begun goes on', async (_, path) => {
    const { get, came } = begin();
    const answer = await get(path);
    expect(answer.status).toBe(403);
    expect(came).toEqual({ codes: [], saved: [], failures: [] });
    expect((await get('/registered?code=abc&state=the-state')).status).toBe(303);
  });

  test('is taken once, also where two come at the same time', async () => {
    const { get, came } = begin();
    const path = '/registered?code=abc&state=the-state';
    const both = await Promise.all([get(path), get(path)]);
    expect(both.map(({ status }) => status)).toEqual([303, 409]);
    expect((await get('/registered?code=other&state=the-state')).status).toBe(409);
    expect(came).toMatchObject({ codes: ['abc'], saved: [VALUES] });
  });

  test('can be sent again where GitHub did not give the App for it', async () => {
    const answers = [
      { ok: false, sentence: 'GitHub was <away>. Reload.' } as const,
      { ok: true, app: APP } as const,
    ];
    const { get, came } = begin({ convert: async () => answers.shift() ?? { ok: true, app: APP } });
    const first = await get('/registered?code=abc&state=the-state');
    expect(first.status).toBe(502);
    expect(await first.text()).toContain('GitHub was &lt;away&gt;. Reload.');
    expect(came).toMatchObject({ saved: [], failures: ['GitHub was <away>. Reload.'] });
    expect((await get('/registered?code=abc&state=the-state')).status).toBe(303);
  });

  test('can be begun again where it could not be kept, which is told without a secret', async () => {
    const { get, came } = begin({
      save: () => {
        throw new Error('the disk is full');
      },
    });
    const answer = await get('/registered?code=abc&state=the-state');
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('the disk is full');
    expect(came.failures.join()).toContain('delete the App at https://github.com/apps/ghost-runner');
    expect(came.failures.join()).not.toMatch(/PRIVATE|secret/);
  });

  test.each([
    ['GET', '/probot'],
    ['GET', '/probot/setup?code=abc'],
    ['GET', '/probot/import'],
    ['POST', '/probot/import'],
    ['POST', '/'],
    ['POST', '/registered?code=abc&state=the-state'],
  ])('comes by one way only: %s %s is nothing', async (method, path) => {
    const { app, came } = begin();
    const body =
      method === 'POST' ? JSON.stringify({ appId: '666', pem: 'EVIL', webhook_secret: 'known' }) : null;
    expect((await app.request(path, { method, body })).status).toBe(404);
    expect(came).toEqual({ codes: [], saved: [], failures: [] });
  });
});

describe('the code', () => {
  test('goes to the API that was named, without a token', async () => {
    const { github, url } = await startGitHub();
    const result = await convertManifestCode('a/b', { apiUrl: url });
    expect(result).toEqual({ ok: true, app: { ...APP, pageUrl: `${url}/apps/ghost-runner` } });
    expect(github.asked).toEqual([
      { line: 'POST /app-manifests/a%2Fb/conversions', authorization: undefined },
    ]);
    await github.close();
  });

  test.each([
    [404, 'GitHub does not take this code, which is good once and for an hour. Begin again.'],
    [422, 'GitHub does not take this code, which is good once and for an hour. Begin again.'],
    [503, 'GitHub could not be asked for the App: on strike. Reload this page in a moment.'],
  ])('that GitHub answers with %i is told with what to do', async (status, sentence) => {
    const { github, url } = await startGitHub(status);
    expect(await convertManifestCode('abc', { apiUrl: url })).toEqual({ ok: false, sentence });
    await github.close();
  });

  test('is told to be good still where nobody answers', async () => {
    const apiUrl = `http://127.0.0.1:${await findFreePort()}`;
    expect(await convertManifestCode('abc', { apiUrl })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^GitHub could not be asked .*Reload this page in a moment\.$/),
    });
  });
});
