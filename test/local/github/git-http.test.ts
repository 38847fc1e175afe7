import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_PERMISSIONS, openOctokit, REPOSITORY, SHOP, useHub } from './hub.ts';

const hub = useHub();
let directory: string;
let writer: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'git-http-'));
  writer = hub.get().createToken({ login: 'ada', permissions: { contents: 'write' } });
  await hub
    .get()
    .createRepository('acme/secret', { private: true, files: { a: 'a\n' }, collaborators: { ada: 'write' } });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Real git on a machine without any configuration. Gives stdout, or throws with stderr. */
async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  const env = {
    PATH: process.env['PATH'],
    HOME: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  const { stdout } = await promisify(execFile)('git', [...identity, ...args], { cwd, env });
  return stdout;
}

function remote(token: string | null, repository = REPOSITORY): string {
  const url = new URL(hub.get().cloneUrl(repository));
  if (token !== null) {
    url.username = 'x-access-token';
    url.password = token;
  }
  return url.href;
}

let clones = 0;

async function clone(
  token: string | null,
  repository = REPOSITORY,
  ...options: readonly string[]
): Promise<string> {
  const name = `clone-${(clones += 1)}`;
  await git(directory, 'clone', '--quiet', ...options, remote(token, repository), name);
  return join(directory, name);
}

async function commit(folder: string, path: string, text: string): Promise<string> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
  await git(folder, 'add', path);
  await git(folder, 'commit', '--quiet', '-m', `change ${path}`);
  return (await git(folder, 'rev-parse', 'HEAD')).trim();
}

describe('cloning', () => {
  it('nobody clones a public repository, and a private one only with a token for it', async () => {
    const folder = await clone(null);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('shop\n');
    await expect(clone(null, 'acme/secret')).rejects.toThrow(/could not read Username|Authentication failed/);
    const reader = hub.get().createToken({ login: 'ada', permissions: { contents: 'read' } });
    await expect(clone(reader, 'acme/secret')).resolves.toBeDefined();
  });

  it('a token that may not read contents does not clone the repository it was made for', async () => {
    const poor = hub.get().createToken({ login: 'ada', permissions: { issues: 'write' } });
    await expect(clone(poor, 'acme/secret')).rejects.toThrow(/denied to ada/);
  });

  it('a partial, shallow clone works, and fetches single objects when they are needed', async () => {
    const folder = await clone(null, REPOSITORY, '--filter=blob:none', '--depth=1', '--no-checkout');
    const blob = (await hub.get().git(REPOSITORY, 'rev-parse', 'main:README.md')).trim();
    expect(await git(folder, 'rev-list', '--objects', '--missing=print', 'HEAD')).toContain(`?${blob}`);
    expect(await git(folder, 'cat-file', 'blob', blob)).toBe('shop\n');
  });

  it('refs outside branches and tags can be fetched', async () => {
    const octokit = openOctokit(hub.get());
    const sha = (await hub.get().git(REPOSITORY, 'rev-parse', 'main')).trim();
    await octokit.rest.git.createRef({ ...SHOP, ref: 'refs/ghost/control', sha });
    const folder = await clone(null);
    await git(folder, 'fetch', '--quiet', 'origin', 'refs/ghost/control:refs/control');
    expect((await git(folder, 'rev-parse', 'refs/control')).trim()).toBe(sha);
  });
});

describe('pushing', () => {
  it('a push moves the branch, and the API sees it at once', async () => {
    const folder = await clone(writer);
    const sha = await commit(folder, 'pushed.txt', 'pushed\n');
    await git(folder, 'push', '--quiet', 'origin', 'HEAD:refs/heads/pushed');
    const { data } = await openOctokit(hub.get()).rest.repos.getBranch({ ...SHOP, branch: 'pushed' });
    expect(data.commit.sha).toBe(sha);
    const push = hub
      .get()
      .requests.findLast(({ route, method }) => route === 'git-receive-pack' && method === 'POST');
    expect(push).toMatchObject({ status: 200, login: 'ada' });
  });

  it('without a token or the permission a push is refused, and nothing moves', async () => {
    const folder = await clone(null);
    await commit(folder, 'refused.txt', 'x\n');
    await expect(git(folder, 'push', 'origin', 'HEAD:refs/heads/refused')).rejects.toThrow(
      /could not read Username/,
    );
    const reader = hub.get().createToken({ login: 'ada', permissions: { contents: 'read' } });
    await expect(git(folder, 'push', remote(reader), 'HEAD:refs/heads/refused')).rejects.toThrow(/403/);
    const guest = hub.get().createToken({ login: 'bob', permissions: ALL_PERMISSIONS });
    await expect(git(folder, 'push', remote(guest), 'HEAD:refs/heads/refused')).rejects.toThrow(/403/);
    expect(await hub.get().git(REPOSITORY, 'for-each-ref', 'refs/heads/refused')).toBe('');
  });

  it('of an atomic push either all refs move or none, and a lease is kept', async () => {
    const folder = await clone(writer);
    await commit(folder, 'atomic.txt', 'x\n');
    const wrong = '--force-with-lease=refs/heads/main:'.concat('0'.repeat(40));
    const push = git(
      folder,
      'push',
      '--atomic',
      wrong,
      'origin',
      'HEAD:refs/heads/atomic',
      'HEAD:refs/heads/main',
    );
    await expect(push).rejects.toThrow(/stale info/);
    expect(await hub.get().git(REPOSITORY, 'for-each-ref', 'refs/heads/atomic')).toBe('');
  });

  it('a workflow file is not pushed without the permission for it', async () => {
    const folder = await clone(writer);
    await commit(folder, '.github/workflows/evil.yml', 'name: evil\n');
    const push = () => git(folder, 'push', 'origin', 'HEAD:refs/heads/evil');
    await expect(push()).rejects.toThrow(
      /refusing to allow a Personal Access Token to create or update workflow `\.github\/workflows\/evil\.yml` without `workflow` scope/,
    );
    const trusted = hub
      .get()
      .createToken({ login: 'ada', permissions: { contents: 'write', workflows: 'write' } });
    await git(folder, 'push', '--quiet', remote(trusted), 'HEAD:refs/heads/evil');
    expect(await hub.get().git(REPOSITORY, 'for-each-ref', 'refs/heads/evil')).not.toBe('');
  });

  it('the heads of pull requests can’t be pushed', async () => {
    const folder = await clone(writer);
    await commit(folder, 'hidden.txt', 'x\n');
    await expect(git(folder, 'push', 'origin', 'HEAD:refs/pull/1/head')).rejects.toThrow(/hidden ref/);
  });
});
