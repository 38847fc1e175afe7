import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { CreatedApp } from '../../src/local/github/operations/apps.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { opened, writeRecord } from '../app/records.ts';
import { signJwt } from '../local/github/jwt.ts';
import { runInProcess } from './in-process.ts';

/** More than one page of repositories, of which the first few have patches. */
const REPOSITORIES = Array.from({ length: 103 }, (_, index) => `acme/r${String(index).padStart(3, '0')}`);
const [CART, SHOP, EMPTY] = ['acme/r000', 'acme/r001', 'acme/r002'];

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
  for (const name of REPOSITORIES) {
    await github.createRepository(name, { files: { 'a.txt': 'one\n' }, collaborators: { ada: 'read' } });
  }
  await github.createRepository('other/hidden', { private: true, files: { 'a.txt': 'one\n' } });
  await writeRecord({ github }, 'count', { repository: SHOP, ...opened('a'.repeat(64)) });
  await writeRecord({ github }, 'slow', { repository: SHOP, title: 'a\u001B[2Jb' });
  await writeRecord({ github }, 'cart', { repository: CART, sender: 'shop-gpt' });
});
afterAll(() => github.close());
afterEach(() => github.faults.clear());

function list(args: string, { token = personal() } = {}) {
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token };
  return runInProcess(['list', ...args.split(' ')], { cwd: '/', env });
}

function personal(): string {
  return github.createToken({ login: 'ada', permissions: { contents: 'read' } });
}

async function installationToken(app: CreatedApp): Promise<string> {
  const address = `${github.apiUrl}/app/installations/${app.installationId}/access_tokens`;
  const headers = { authorization: `Bearer ${signJwt(app, new Date())}` };
  const response = await fetch(address, { method: 'POST', headers });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

function objects(stdout: string): readonly unknown[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('ghost-runner list', () => {
  test('shows the patches of one repository, newest first, and says what is left out', async () => {
    const { code, stdout, stderr } = await list(`--repo ${SHOP} --limit 1`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^acme\/r001\n {2}patch +state .*\n {2}(?:count +opened|slow +applied) .*\n {2}… and 1 more\n\n$/,
    );
  });

  test('finds a repository behind the first page with --all, and one object for each patch', async () => {
    await writeRecord({ github }, 'last', { repository: 'acme/r102' });
    const { code, stdout } = await list('--all --json');
    expect(code).toBe(0);
    expect(objects(stdout)).toEqual([
      expect.objectContaining({ repository: CART, id: 'cart', state: 'applied', sender: 'shop-gpt' }),
      expect.objectContaining({ repository: SHOP }),
      expect.objectContaining({ repository: SHOP }),
      expect.objectContaining({ repository: 'acme/r102', id: 'last' }),
    ]);
    expect(stdout).toContain('"outcome":"opened"');
    expect(stdout).toContain('"pullRequest":"https://github.com/acme/shop/pull/3"');
  });

  test('asks for the repositories of an installation where the token is one', async () => {
    const app = github.createApp({
      slug: 'ghost',
      owner: 'acme',
      permissions: { contents: 'read' },
      repositories: [CART, EMPTY],
    });
    const { stdout, code } = await list('--all --json', { token: await installationToken(app) });
    expect(code).toBe(0);
    expect(objects(stdout)).toMatchObject([{ repository: CART, id: 'cart' }]);
  });

  test('asks as the App for all organisations, and one that fails hides no other', async () => {
    await github.createRepository('umbrella/rain', { files: { 'a.txt': 'one\n' } });
    await writeRecord({ github }, 'drop', { repository: 'umbrella/rain' });
    const plan = { slug: 'everywhere', owner: 'acme', permissions: { contents: 'read' } } as const;
    const app = github.createApp({ ...plan, repositories: [CART] });
    github.installApp(app, ['umbrella/rain']);
    const env = { GITHUB_API_URL: github.apiUrl, APP_ID: String(app.id), PRIVATE_KEY: app.privateKey };
    const ask = () => runInProcess(['list', '--all', '--app', '--json'], { cwd: '/', env });
    const { code, stdout } = await ask();
    expect(objects(stdout)).toMatchObject([{ id: 'cart' }, { repository: 'umbrella/rain', id: 'drop' }]);
    expect(code).toBe(0);

    const fault = { kind: 'status', status: 403, body: { message: 'No.' } } as const;
    github.faults.add({ match: { route: 'access_tokens' }, times: 1, fault });
    const second = await ask();
    expect(second.code).toBe(1);
    expect(objects(second.stdout)).toMatchObject([
      { repository: 'acme/*', problem: expect.stringContaining('No.') },
      { id: 'drop' },
    ]);
  });

  test('names a repository that can not be read, hides no other for it, and ends with 1', async () => {
    const status = {
      kind: 'status',
      status: 403,
      body: { message: 'No.\u001B]0;title\u0007\u001B[31m' },
    } as const;
    github.faults.add({ match: { graphql: 'Refs' }, after: 1, times: 1, fault: status });
    const { code, stdout, stderr } = await list(`--repo ${CART} ${SHOP} ${EMPTY} --json`);
    expect(code).toBe(1);
    const problems = objects(stdout).filter(
      (one) => typeof one === 'object' && one !== null && 'problem' in one,
    );
    expect(problems).toEqual([{ repository: expect.any(String), problem: expect.stringContaining('No.') }]);
    expect(stderr).toMatch(/^ghost-runner: acme\/r00\d can not be listed\. Could not list the refs/);
    expect(stderr).toMatch(/1 of 3 repositories could not be read, so this is not everything\n$/);
    // GitHub's words may repeat anybody's, which must not steer a terminal.
    expect(stderr).not.toContain('\u001B');
  });

  test('shows a record that can not be read among the others', async () => {
    await github.git(EMPTY, 'update-ref', 'refs/ghost/patches/odd', 'main');
    const { code, stdout } = await list(`--repo ${EMPTY} --json`);
    expect(code).toBe(0);
    expect(objects(stdout)).toMatchObject([
      { repository: EMPTY, id: 'odd', problem: 'its commit holds no record' },
    ]);
    await github.git(EMPTY, 'update-ref', '-d', 'refs/ghost/patches/odd');
  });

  test('says so where there are none', async () => {
    expect(await list(`--repo ${EMPTY}`)).toEqual({
      code: 0,
      stdout: 'No patch was handled in 1 repository yet.\n',
      stderr: '',
    });
  });

  test.each([
    ['a name that is none', `--repo shop`, '--repo must be owner/name, not shop'],
    ['an App that is not named', '--all --app', 'no App: set APP_ID'],
    ['a limit that is none', `--repo ${SHOP} --limit 0`, '--limit must be a whole number from 1'],
  ])('refuses %s', async (_, args, words) => {
    expect(await list(args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(words) });
  });
});
