import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ActionsHost, TokenPermissions } from '../../../src/local/contract.ts';

const run = promisify(execFile);

export type FakeHost = ActionsHost & {
  /** Makes a repository with one commit on `main` and returns that commit. */
  addRepository(name: string, files: { readonly [path: string]: string }): Promise<string>;
  /** The bare repository of this name. */
  gitDirectory(name: string): string;
  /** Every token that was minted, in order. */
  readonly minted: { readonly token: string; readonly permissions: TokenPermissions }[];
  readonly revoked: string[];
  setSecrets(secrets: { readonly [name: string]: string }): void;
  setVariables(variables: { readonly [name: string]: string }): void;
  remove(): Promise<void>;
};

/** A host whose repositories are real bare git repositories in a temporary folder, without any server. */
export async function createFakeHost(
  urls: { readonly serverUrl?: string; readonly apiUrl?: string } = {},
): Promise<FakeHost> {
  const root = await mkdtemp(join(tmpdir(), 'fake-host-'));
  const minted: { token: string; permissions: TokenPermissions }[] = [];
  const revoked: string[] = [];
  let secrets = new Map<string, string>();
  let variables = new Map<string, string>();
  const serverUrl = urls.serverUrl ?? `file://${root}`;

  function gitDirectory(name: string): string {
    return join(root, `${name}.git`);
  }

  async function git(name: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await run('git', ['-C', gitDirectory(name), ...args], { maxBuffer: 2 ** 26 });
    return stdout;
  }

  async function gitOrNull(name: string, ...args: readonly string[]): Promise<string | null> {
    return git(name, ...args).catch(() => null);
  }

  async function addRepository(name: string, files: { readonly [path: string]: string }): Promise<string> {
    const work = await mkdtemp(join(root, 'work-'));
    await run('git', ['init', '--quiet', '-b', 'main', work]);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), text);
    }
    await run('git', ['-C', work, 'add', '--all']);
    await run('git', ['-C', work, ...IDENTITY, 'commit', '--quiet', '-m', 'First commit']);
    await mkdir(dirname(gitDirectory(name)), { recursive: true });
    await run('git', ['clone', '--quiet', '--bare', work, gitDirectory(name)]);
    return (await git(name, 'rev-parse', 'main')).trim();
  }

  return {
    serverUrl,
    apiUrl: urls.apiUrl ?? `${serverUrl}/api`,
    graphqlUrl: `${serverUrl}/graphql`,
    addRepository,
    gitDirectory,
    minted,
    revoked,
    resolve: async (name, ref) =>
      (await gitOrNull(name, 'rev-parse', '--verify', `${ref}^{commit}`))?.trim() ?? null,
    readFile: (name, sha, path) => gitOrNull(name, 'show', `${sha}:${path}`),
    async listFiles(name, sha, folder) {
      const text = await gitOrNull(name, 'ls-tree', '--name-only', sha, `${folder}/`);
      return (text ?? '').split('\n').filter((line) => line !== '');
    },
    async exportTree(name, sha, directory) {
      await run('sh', [
        '-c',
        `git -C "$0" archive "$1" | tar -x -C "$2"`,
        gitDirectory(name),
        sha,
        directory,
      ]);
    },
    defaultBranch: () => 'main',
    mintJobToken(_name, permissions) {
      const token = `ghs_fake${minted.length}token`;
      minted.push({ token, permissions });
      return token;
    },
    revokeToken: (token) => void revoked.push(token),
    secrets: () => secrets,
    variables: () => variables,
    setSecrets: (values) => void (secrets = new Map(Object.entries(values))),
    setVariables: (values) => void (variables = new Map(Object.entries(values))),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid'];
