import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionsHost } from '../../../src/local/contract.ts';
import type { CreatedApp } from '../../../src/local/github/operations/apps.ts';
import type { LocalGitHub } from '../../../src/local/github/server.ts';
import {
  ALL_PERMISSIONS,
  connect,
  failureOf,
  headOf,
  openOctokit,
  outcomeOf,
  pushBranch,
  SHOP,
  useHub,
} from './hub.ts';
import { signJwt } from './jwt.ts';

const SECRET = 'acme/secret';
const HIDDEN = { owner: 'acme', repo: 'secret' } as const;

let host: ActionsHost | undefined;
let now = new Date('2026-11-21T12:00:00Z');

const hub = useHub({
  clock: { now: () => now },
  createEngine(given) {
    host = given;
    return IDLE_ENGINE;
  },
});

/** An engine that never runs anything; these tests only want what the server hands to it. */
const IDLE_ENGINE = {
  start: async () => [],
  runs: () => [],
  run: () => undefined,
  cancel: () => false,
  rerun: async () => false,
  idle: async () => {},
  onChange: () => () => {},
  close: async () => {},
};

beforeAll(async () => {
  await hub
    .get()
    .createRepository(SECRET, { private: true, files: { a: 'a' }, collaborators: { ada: 'read' } });
});

function jobHost(): ActionsHost {
  if (host === undefined) {
    throw new Error('the server has not made its engine');
  }
  return host;
}

describe('who may do what', () => {
  /** Each needs its own permission; the answer to somebody who has it is no 403. */
  const WRITES: { readonly [scope: string]: (octokit: ReturnType<typeof connect>) => Promise<unknown> } = {
    contents: (octokit) => octokit.rest.git.createBlob({ ...SHOP, content: 'x' }),
    'pull-requests': (octokit) =>
      octokit.rest.pulls.create({ ...SHOP, title: 'x', head: 'none', base: 'main' }),
    issues: (octokit) => octokit.rest.issues.createLabel({ ...SHOP, name: `label-${Math.random()}` }),
    statuses: async (octokit) =>
      octokit.rest.repos.createCommitStatus({ ...SHOP, sha: await headOf(hub.get()), state: 'success' }),
    actions: (octokit) => octokit.rest.actions.cancelWorkflowRun({ ...SHOP, run_id: 1 }),
    administration: (octokit) =>
      octokit.rest.repos.createWebhook({ ...SHOP, config: { url: 'http://127.0.0.1:1/' }, active: false }),
  };

  describe.each(Object.entries(WRITES))('%s', (scope, write) => {
    it('is enough for a person', async () => {
      const octokit = openOctokit(hub.get(), { permissions: { [scope]: 'write' } });
      expect((await outcomeOf(write(octokit))).status).not.toBe(403);
    });

    it('is missed although all others are there', async () => {
      // Labels are reached through either of two scopes.
      const permissions = scope === 'issues' ? withoutScopes(scope, 'pull-requests') : withoutScopes(scope);
      const octokit = openOctokit(hub.get(), { permissions });
      expect(await outcomeOf(write(octokit))).toEqual({
        status: 403,
        message: 'Resource not accessible by personal access token',
      });
    });

    it('does not come with reading', async () => {
      const octokit = openOctokit(hub.get(), { permissions: { [scope]: 'read' } });
      expect((await outcomeOf(write(octokit))).status).toBe(403);
    });

    it('is not given to a job that did not ask for it', async () => {
      const octokit = connect(hub.get(), jobHost().mintJobToken('acme/shop', { metadata: 'read' }));
      expect(await outcomeOf(write(octokit))).toEqual({
        status: 403,
        message: 'Resource not accessible by integration',
      });
    });

    it('needs a role that allows it', async () => {
      const octokit = openOctokit(hub.get(), { login: 'bob' });
      expect((await outcomeOf(write(octokit))).status).toBe(403);
    });

    it('is not for nobody', async () => {
      expect((await outcomeOf(write(connect(hub.get())))).status).toBe(401);
    });
  });

  it('a public repository is read by anybody, a private one only shows to those who are in it', async () => {
    const get = (octokit: ReturnType<typeof connect>) => outcomeOf(octokit.rest.repos.get(HIDDEN));
    await expect(connect(hub.get()).rest.repos.get(SHOP)).resolves.toBeDefined();
    expect((await get(connect(hub.get()))).status).toBe(404);
    expect((await get(openOctokit(hub.get(), { login: 'bob' }))).status).toBe(404);
    expect((await get(openOctokit(hub.get(), { login: 'ada' }))).status).toBe(200);
  });

  it('a token for one repository does not write to another', async () => {
    const value = hub
      .get()
      .createToken({ login: 'acme', repositories: ['acme/shop'], permissions: ALL_PERMISSIONS });
    const octokit = connect(hub.get(), value);
    await expect(octokit.rest.git.createBlob({ ...SHOP, content: 'x' })).resolves.toBeDefined();
    expect((await outcomeOf(octokit.rest.git.createBlob({ ...HIDDEN, content: 'x' }))).status).toBe(404);
  });

  it('a token that is unknown, revoked or expired is worth nothing, not even for what all may see', async () => {
    const bad = { status: 401, message: 'Bad credentials' };
    const get = (token: string) => outcomeOf(connect(hub.get(), token).rest.repos.get(SHOP));
    expect(await get('ghp_wrong')).toEqual(bad);
    const job = jobHost().mintJobToken('acme/shop', { contents: 'read' });
    expect((await get(job)).status).toBe(200);
    jobHost().revokeToken(job);
    expect(await get(job)).toEqual(bad);
    const expired = hub
      .get()
      .createToken({ login: 'acme', permissions: {}, expiresAt: new Date(now.getTime() - 1) });
    expect(await get(expired)).toEqual(bad);
  });
});

describe('jobs', () => {
  it('a job acts as github-actions[bot], and GitHub signs what it commits', async () => {
    const octokit = connect(hub.get(), jobHost().mintJobToken('acme/shop', { contents: 'write' }));
    const tree = (await hub.get().git('acme/shop', 'rev-parse', 'main^{tree}')).trim();
    const { data } = await octokit.rest.git.createCommit({ ...SHOP, tree, parents: [], message: 'x' });
    expect(data.author.name).toBe('github-actions[bot]');
    expect(data.committer.name).toBe('GitHub');
    expect(data.verification).toMatchObject({ verified: true, reason: 'valid' });
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('{viewer{login}}');
    expect(viewer.login).toBe('github-actions[bot]');
  });

  it('a job opens no pull request where the setting is off', async () => {
    await hub
      .get()
      .createRepository('acme/strict', { files: { a: 'a' }, actionsMayCreatePullRequests: false });
    await hub.get().commitFiles('acme/strict', 'topic', { b: 'b' });
    const octokit = connect(hub.get(), jobHost().mintJobToken('acme/strict', { 'pull-requests': 'write' }));
    const request = octokit.rest.pulls.create({
      owner: 'acme',
      repo: 'strict',
      title: 'x',
      head: 'topic',
      base: 'main',
    });
    expect(await failureOf(request)).toEqual({
      status: 403,
      message: 'GitHub Actions is not permitted to create or approve pull requests.',
    });
  });

  it('a job has a thousand requests an hour, which all jobs of the repository share', async () => {
    const limit = async (token: string) => (await connect(hub.get(), token).rest.rateLimit.get()).data.rate;
    const [one, other] = [jobHost().mintJobToken(SECRET, {}), jobHost().mintJobToken(SECRET, {})];
    const first = await limit(one);
    expect(first.limit).toBe(1000);
    expect((await limit(other)).remaining).toBe(first.remaining - 1);
  });

  it('a branch that merely starts from the default branch may hold its workflows', async () => {
    const octokit = connect(hub.get(), jobHost().mintJobToken('acme/shop', { contents: 'write' }));
    const sha = await pushBranch(hub.get(), 'harmless');
    await expect(octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/copy', sha })).resolves.toBeDefined();
    const evil = await hub
      .get()
      .commitFiles('acme/shop', 'evil', { '.github/workflows/ci.yml': 'name: changed\n' });
    const request = octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/evil-copy', sha: evil });
    expect(await failureOf(request)).toEqual({
      status: 403,
      message:
        'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission',
    });
  });
});

describe('Apps', () => {
  let app: CreatedApp;

  beforeAll(() => {
    app = hub.get().createApp({
      slug: 'ghost',
      owner: 'acme',
      permissions: { contents: 'write', 'pull-requests': 'write' },
      repositories: ['acme/shop', SECRET],
    });
  });

  it('a JWT leads to a token with the App’s permissions, which dies after an hour', async () => {
    const { data } = await asApp(hub.get(), app).rest.apps.createInstallationAccessToken({
      installation_id: app.installationId,
    });
    const octokit = connect(hub.get(), data.token);
    await expect(octokit.rest.git.createBlob({ ...HIDDEN, content: 'x' })).resolves.toBeDefined();
    const { data: seen } = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(seen.repositories.map(({ full_name }) => full_name)).toEqual(['acme/shop', SECRET]);
    const before = now;
    now = new Date(before.getTime() + 3_601_000);
    expect((await outcomeOf(octokit.rest.repos.get(SHOP))).status).toBe(401);
    now = before;
  });

  it('a token can be narrowed to fewer repositories and permissions, and not widened', async () => {
    const mint = (narrowed: object) =>
      asApp(hub.get(), app).rest.apps.createInstallationAccessToken({
        installation_id: app.installationId,
        ...narrowed,
      });
    const { data } = await mint({ repositories: ['shop'], permissions: { contents: 'read' } });
    const octokit = connect(hub.get(), data.token);
    expect((await outcomeOf(octokit.rest.git.createBlob({ ...SHOP, content: 'x' }))).status).toBe(403);
    expect((await outcomeOf(octokit.rest.repos.get(HIDDEN))).status).toBe(404);
    expect((await failureOf(mint({ permissions: { statuses: 'write' } }))).status).toBe(422);
    expect((await failureOf(mint({ repositories: ['elsewhere'] }))).status).toBe(422);
  });

  it('a token can be given back', async () => {
    const { data } = await asApp(hub.get(), app).rest.apps.createInstallationAccessToken({
      installation_id: app.installationId,
    });
    const octokit = connect(hub.get(), data.token);
    await octokit.rest.apps.revokeInstallationAccessToken();
    expect((await outcomeOf(octokit.rest.repos.get(SHOP))).status).toBe(401);
  });

  it('the App finds itself and its installations', async () => {
    const octokit = asApp(hub.get(), app);
    expect((await octokit.rest.apps.getAuthenticated()).data?.slug).toBe('ghost');
    expect((await octokit.rest.apps.getRepoInstallation(SHOP)).data.id).toBe(app.installationId);
    expect((await octokit.rest.apps.listInstallations()).data).toHaveLength(1);
  });

  it.each([
    ['has expired', { exp: -1 }],
    ['lives too long', { exp: 3600 }],
    ['comes from the future', { iat: 600 }],
    ['names no App', { iss: 1 }],
  ])('a JWT that %s is refused', async (_, claims) => {
    const octokit = connect(hub.get(), signJwt(app, now, claims));
    expect((await outcomeOf(octokit.rest.apps.getAuthenticated())).status).toBe(401);
  });

  it('a JWT that another App signed is refused', async () => {
    const { privateKey } = hub
      .get()
      .createApp({ slug: 'other', owner: 'acme', permissions: {}, repositories: [] });
    const octokit = connect(hub.get(), signJwt({ id: app.id, privateKey }, now));
    expect((await outcomeOf(octokit.rest.apps.getAuthenticated())).status).toBe(401);
  });
});

function withoutScopes(...scopes: readonly string[]): { [scope: string]: string } {
  return Object.fromEntries(Object.entries(ALL_PERMISSIONS).filter(([scope]) => !scopes.includes(scope)));
}

function asApp(github: LocalGitHub, app: CreatedApp): ReturnType<typeof connect> {
  return connect(github, signJwt(app, now));
}
