import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Octokit } from '@octokit/rest';
import { createOctokit } from '../../../src/io/github/client.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import type { RepositoryPlan } from '../../../src/local/github/operations/create.ts';
import type { LocalGitHub } from '../../../src/local/github/server.ts';
import type { World } from '../repository.conformance.ts';

/** A repository on the local GitHub that holds what the seed holds, and a token that may write to it. */
export type GitHubWorld = World & {
  readonly owner: string;
  readonly name: string;
  readonly octokit: Octokit;
};

let made = 0;

export async function createWorld(
  github: LocalGitHub,
  options: { readonly seed: string } & Partial<RepositoryPlan>,
): Promise<GitHubWorld> {
  const { seed, ...plan } = options;
  made += 1;
  const [owner, name] = ['octo', `repository-${made}`];
  const fullName = `${owner}/${name}`;
  await github.createRepository(fullName, { files: { 'README.md': '# Hello\n' }, ...plan });
  // What a fetch of everything would do, without its six processes.
  const directory = (await github.git(fullName, 'rev-parse', '--absolute-git-dir')).trim();
  for (const part of ['objects', 'refs']) {
    cpSync(join(seed, part), join(directory, part), { recursive: true });
  }
  const token = github.createToken({
    login: 'octo',
    permissions: {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
      statuses: 'write',
      actions: 'write',
      checks: 'read',
      workflows: 'write',
    },
  });
  const open = () => createOctokit({ token, apiUrl: github.apiUrl, sleep: async () => {} });
  return {
    owner,
    name,
    octokit: open(),
    open: () => createApiRepository({ octokit: open(), owner, name }),
    git: async (...args) => (await github.git(fullName, ...args)).trimEnd(),
    close: () => {},
  };
}
